// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-fuse-unpacks))' %s | FileCheck %s

// CHECK-LABEL: py.func @swap
// CHECK-NOT:     py.make_tuple
// CHECK:         py.store_local %[[X:.*]], %arg1
// CHECK-NEXT:    py.store_local %{{.*}}, %arg0
py.func @swap {
^bb0(%a: !py.value, %b: !py.value):
  %x = py.slot "x"
  %y = py.slot "y"
  %t = py.make_tuple (%b, %a)
  %u:2 = py.unpack %t : !py.value, !py.value
  py.store_local %x, %u#0
  py.store_local %y, %u#1
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 2 : i32, keyword_only_count = 0 : i32, variable_names = ["a", "b"], cell_names = [], free_names = []}

// One item for two names: ValueError is the runtime's.
// CHECK-LABEL: py.func @too_few
// CHECK:         py.make_tuple
// CHECK-NEXT:    py.unpack
py.func @too_few {
^bb0(%a: !py.value, %b: !py.value):
  %t = py.make_tuple (%b)
  %u:2 = py.unpack %t : !py.value, !py.value
  py.return %u#0
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 2 : i32, keyword_only_count = 0 : i32, variable_names = ["a", "b"], cell_names = [], free_names = []}
