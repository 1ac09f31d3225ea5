// RUN: molt-opt --emit-llvm --dev %s | FileCheck %s
// RUN: molt-opt --emit-llvm --dev --wasm %s | FileCheck --check-prefix=WASM %s

// Pointers in static data take eight bytes on every target.
// WASM: @f.code = {{.*}} <{ ptr @molt_type_code, i32 0, i32 -2147483648, i32 0, ptr @str

// CHECK-LABEL: define internal i64 @f(ptr nonnull %callee, ptr %arguments)
py.func @f {
^bb0(%a: !py.value):
  // The name, the global's cache and the module come from the function.
  // CHECK: call i64 @molt_load_global(i64 %{{.*}}, i64 ptrtoint (ptr @str{{.*}} to i64), ptr %{{.*}})
  %g = py.load_global "name"
  // Arguments stand in a stack array; the keyword values are not counted as positional.
  // CHECK: store i64 %{{.*}}, ptr %[[FIRST:.*]], align 8
  // CHECK: call i64 @molt_call_keywords_py(i64 %{{.*}}, ptr %{{.*}}, i64 1, i64 ptrtoint (ptr @tuple{{.*}} to i64))
  %c = py.call_keywords %g(%a, %a) ["key"]
  // The callee of several results writes all but the first one to the stack, null before.
  // CHECK: store i64 0, ptr %[[OUT:.*]], align 8
  // CHECK: call i64 @molt_with_enter_py(i64 %{{.*}}, ptr %{{.*}})
  %v, %e, %s = py.with_enter %c
  // Absent operands are null, constants of a display are static data.
  // CHECK: call i64 @molt_format_value_py(i64 %{{.*}}, i32 114, i64 0)
  %f = py.format_value %v 114
  %k1 = py.constant 1 : i64
  %k2 = py.constant "two"
  // CHECK: call i64 @molt_make_list(ptr @values, i64 2)
  %l = py.make_list (%k1, %k2)
  // CHECK: call i64 @molt_make_dict_py(ptr @values{{.*}}, i64 1)
  %d = py.make_dict (%k1, %k2)
  py.return %d
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
