// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges,py-definite-assignment))' %s | FileCheck %s

// Bound on both ways: no check, and no edge. The first store of each way releases nothing.
// CHECK-LABEL: py.func @both_ways
// CHECK:         py.store_local %{{.*}}, %arg0 initial
// CHECK:         py.store_local %{{.*}}, %arg0 initial
// CHECK:         py.load_local %{{.*}} "x" owned
// CHECK-NEXT:    py.return
py.func @both_ways {
^bb0(%a: !py.value):
  %s = py.slot "x"
  %c = py.is %a, %a
  cf.cond_br %c, ^then, ^else
^then:
  py.store_local %s, %a
  cf.br ^join
^else:
  py.store_local %s, %a
  cf.br ^join
^join:
  %v = py.load_local %s "x" checked owned
  py.return %v
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// Bound on one way only.
// CHECK-LABEL: py.func @one_way
// CHECK:         py.load_local %{{.*}} "x" checked owned
// CHECK-NEXT:    py.raise_check
py.func @one_way {
^bb0(%a: !py.value):
  %s = py.slot "x"
  %c = py.is %a, %a
  cf.cond_br %c, ^then, ^join
^then:
  py.store_local %s, %a
  cf.br ^join
^join:
  %v = py.load_local %s "x" checked owned
  py.return %v
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// Deleted in between; and in a loop the second store has something to release.
// CHECK-LABEL: py.func @deleted
// CHECK:         py.store_local %{{.*}}, %arg0{{$}}
// CHECK:         py.delete_local %{{.*}} "x"{{$}}
// CHECK:         py.load_local %{{.*}} "x" checked owned
py.func @deleted {
^bb0(%a: !py.value):
  %s = py.slot "x"
  cf.br ^loop
^loop:
  py.store_local %s, %a
  %c = py.is %a, %a
  cf.cond_br %c, ^loop, ^end
^end:
  py.delete_local %s "x" checked
  %v = py.load_local %s "x" checked owned
  py.return %v
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
