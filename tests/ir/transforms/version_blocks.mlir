// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges,py-definite-assignment),py-version-blocks{exits=false})' %s | FileCheck %s

// One test of the parameter; the sum is a machine's, and what overflows goes the general way.
// CHECK-LABEL: py.func @increment
// CHECK:         %[[INT:.*]] = py.is_int %arg0
// CHECK:         cf.cond_br %[[INT]]
// CHECK:         %[[N:.*]] = py.unbox_int %arg0
// CHECK:         %{{.*}}, %[[OVER:.*]] = py.add_overflow %[[N]],
// CHECK-NEXT:    cf.cond_br %[[OVER]], {{.*}} {unlikely = true}
// CHECK:         py.is_float %arg0
// CHECK:         arith.addf
// CHECK:         py.add %{{.*}}, %{{.*}} {cold}
py.func @increment {
^bb0(%a: !py.value):
  %k = py.constant 1 : si64
  %s = py.add %a, %k
  py.return %s
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// What the first test found out holds for the second addition, and for the variable: nothing is stored in its slot.
// CHECK-LABEL: py.func @variable
// CHECK:         py.slot "x"
// CHECK:         %[[N:.*]] = py.unbox_int %arg0
// CHECK:         py.add_overflow %[[N]],
// CHECK:         ^{{.*}}(%[[X:.*]]: i64):
// CHECK-NEXT:    py.add_overflow %[[X]], %[[X]]
py.func @variable {
^bb0(%a: !py.value):
  %slot = py.slot "x"
  %k = py.constant 1 : si64
  %s = py.add %a, %k
  py.store_local %slot, %s
  %x = py.load_local %slot "x"
  %t = py.add %x, %x
  py.return %t
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// Where nothing is known of either operand, nothing is asked.
// CHECK-LABEL: py.func @unknown
// CHECK-NOT:     py.is_int
// CHECK:         py.add %arg0, %arg1
py.func @unknown {
^bb0(%a: !py.value, %b: !py.value):
  %s = py.add %a, %b
  py.return %s
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 2 : i32, keyword_only_count = 0 : i32, variable_names = ["a", "b"], cell_names = [], free_names = []}
