// RUN: molt-opt --emit-llvm %s | opt -O2 -S | FileCheck %s
// RUN: molt-opt --emit-llvm --dev %s | FileCheck %s --check-prefix=DEV

// Type, then version and kind in one word; the slot; unbound: look again.
// CHECK-LABEL: define internal {{.*}}@f(
// CHECK-DAG:         %[[KEY:.*]] = or disjoint i64 %{{.*}}, 4294967296
// CHECK-DAG:         icmp eq i64 %[[KEY]], %{{.*}}
// CHECK-DAG:         call i64 @molt_get_attribute_py(
// A store also fills a slot, where the bound in the object's flags allows it.
// CHECK-DAG:         or disjoint i64 %{{.*}}, 12884901888
// CHECK-DAG:         and i32 %{{.*}}, 16711680
// CHECK-DAG:         call i32 @molt_set_attribute_py(
// DEV-LABEL: define internal {{.*}}@f(
// DEV-NOT:     or i64
// DEV:             call i64 @molt_get_attribute_py(
// DEV-NOT:     or i64
// DEV:             call i32 @molt_set_attribute_py(
py.func @f {
^bb0(%o: !py.value):
  %v = py.get_attribute %o "x"
  py.set_attribute %o "y", %v
  py.return %v
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["o"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
