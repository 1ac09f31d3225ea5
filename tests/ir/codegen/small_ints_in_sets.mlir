// RUN: molt-opt --emit-llvm %s | FileCheck %s
// RUN: molt-opt --emit-llvm --dev %s | FileCheck %s --check-prefix=PLAIN
// RUN: molt-opt --emit-llvm --wasm %s | FileCheck %s --check-prefix=PLAIN

// Of what may be a set, whether a small int is in it is a bit; what is likely a list is not tested for that.
// CHECK-LABEL: define internal {{.*}}@f.fast(
// CHECK-COUNT-2:   call i32 @molt_contains_py(
// CHECK:           icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_is_set to i64)
// CHECK:           %[[PLACE:.*]] = sub i64 %{{.*}}, -32
// CHECK:           icmp ult i64 %[[PLACE]], 128
// CHECK:           lshr i64 %[[PLACE]], 6
// CHECK-NOT:       @molt_is_set
// PLAIN-NOT:     @molt_is_set
py.func @f {
^bb0(%s: !py.value):
  %k = py.load_global "k" {likely = 1 : i32}
  %l = py.load_global "l" {likely = 16 : i32}
  %in = py.contains %s, %k
  %a = py.box_bool %in
  %in_list = py.contains %l, %k
  %b = py.box_bool %in_list
  %t = py.make_tuple(%a, %b)
  py.return %t
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["s"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
