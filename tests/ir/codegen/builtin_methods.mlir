// RUN: molt-opt --emit-llvm %s | FileCheck %s
// RUN: molt-opt --emit-llvm --dev %s | FileCheck %s --check-prefix=PLAIN
// RUN: molt-opt --emit-llvm --wasm %s | FileCheck %s --check-prefix=PLAIN

// A method of an exact dict is called through its definition, or as an entry point; what no builtin type has is looked up.
// CHECK-LABEL: define internal {{.*}}@f.fast(
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_dict to i64)
// CHECK-DAG:         load ptr, ptr getelementptr {{.*}}@molt_method_dict_setdefault, i64 8)
// CHECK-DAG:         call i64 @molt_dict_get_py(i64 %{{.*}}, i64 %{{.*}}, i64 ptrtoint (ptr @molt_none to i64))
// CHECK-DAG:         call i64 @molt_call_method_py(
// A list has it too.
// CHECK-DAG:         call i32 @molt_set_remove_py(
// CHECK-DAG:         load ptr, ptr getelementptr {{.*}}@molt_method_list_remove, i64 8)
// In two steps: dict, list and set have it, and the type tells which one is called.
// CHECK-DAG:         select i1 %{{.*}}, ptr @molt_method_set_pop
// CHECK-DAG:         icmp eq i64 %{{.*}}, 281474976710656
// CHECK-DAG:         call i64 @molt_load_method_py(
// CHECK-DAG:         call i64 @molt_call_loaded_py(
// PLAIN-LABEL: define internal {{.*}}@f{{(.fast)?}}(
// PLAIN-NOT:     @molt_method_dict_
// PLAIN-NOT:     @molt_dict_get_py
// PLAIN:         call i64 @molt_call_method_py(
py.func @f {
^bb0(%d: !py.value, %k: !py.value):
  %r = py.call_method "get"(%d, %k)
  %t = py.call_method "setdefault"(%d, %k)
  %u = py.call_method "remove"(%d, %k)
  %o = py.call_method "no_builtin_has_it"(%d, %k)
  %l, %s = py.load_method %d "pop" {called_with = 2 : i32}
  %n = py.call_loaded %l(%s, %k) {called_name = "pop"}
  py.return %n
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 2 : i32, keyword_only_count = 0 : i32, variable_names = ["d", "k"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
