// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-fuse-tests))' %s | FileCheck %s

// CHECK-LABEL: py.func @fused
// CHECK-NOT:     py.less
// CHECK:         py.test "less" %arg0, %arg0
py.func @fused {
^bb0(%a: !py.value):
  %c = py.less %a, %a
  %t = py.truth %c
  cf.cond_br %t, ^x, ^x
^x:
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// The result is needed as a value too.
// CHECK-LABEL: py.func @kept
// CHECK:         py.less
// CHECK-NEXT:    py.truth
py.func @kept {
^bb0(%a: !py.value):
  %c = py.less %a, %a
  %t = py.truth %c
  py.return %c
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
