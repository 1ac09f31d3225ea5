// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-infer-borrows,py-fuse-appends))' %s | FileCheck %s

// CHECK-LABEL: py.func @appended
// The value is loaded again where it is used; only the first load can find the variable unbound.
// CHECK:         py.load_local %[[S:.*]] "x" checked
// CHECK:         py.negative
// CHECK-NEXT:    %[[V:.*]] = py.load_local %[[S]] "x"{{$}}
// CHECK-NEXT:    %[[R:.*]] = py.inplace_add_local %[[S]], %[[V]], %{{.*}}
// CHECK-NEXT:    py.store_local %[[S]], %[[R]]
py.func @appended {
^bb0(%a: !py.value):
  %s = py.slot "x"
  %v = py.load_local %s "x" checked owned
  %n = py.negative %a
  %r = py.inplace_add %v, %n
  py.store_local %s, %r
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// The result goes to another variable: the first one must keep its value.
// CHECK-LABEL: py.func @elsewhere
// CHECK:         py.inplace_add %
py.func @elsewhere {
^bb0(%a: !py.value):
  %s = py.slot "x"
  %t = py.slot "y"
  %v = py.load_local %s "x" owned
  %r = py.inplace_add %v, %a
  py.store_local %t, %r
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
