// RUN: molt-opt --emit-llvm %s | FileCheck %s
// RUN: molt-opt --emit-llvm --dev %s | FileCheck %s --check-prefix=DEV

// A global: the keys of both dicts are as they were; `len` is a known one. len of a builtin sequence; an item; a step of an iterator.
// CHECK-LABEL: define internal {{.*}}@f.fast(
// CHECK-DAG:         call i64 @molt_load_global(
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_list to i64)
// CHECK-DAG:         call i64 @molt_call_py(
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_list to i64)
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_str to i64)
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_tuple to i64)
// CHECK-DAG:         call i64 @molt_get_item_py(
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_list to i64)
// CHECK-DAG:         call i32 @molt_set_item_py(
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_list_iterator to i64)
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_range_iterator to i64)
// CHECK-DAG:         call i64 @molt_iterator_next_py(
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_tuple to i64)
// CHECK-DAG:         call i32 @molt_unpack_py(
// DEV-LABEL: define internal {{.*}}@f(
// DEV-NOT:     @molt_type_
// DEV:             call i32 @molt_unpack_py(
py.func @f {
^bb0(%xs: !py.value):
  %len = py.load_global "len"
  %n = py.call %len(%xs)
  %x = py.get_item %xs[%n]
  %other = py.load_global "other"
  py.set_item %xs[%x], %other
  %i = py.get_iterator %xs
  %y = py.iterator_next %i
  %a, %b = py.unpack %y : !py.value, !py.value
  py.return %b
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["xs"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
