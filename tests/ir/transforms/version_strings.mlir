// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges,py-definite-assignment),py-version-blocks{exits=false})' %s | FileCheck %s

// Questions about likely strs: one test of the str, and ops that do not raise.
// CHECK-LABEL: py.func @questions
// CHECK:         py.is_exactly %[[TEXT:.*]] "type_str"
// CHECK:         py.str_equal %[[TEXT]], %{{[^ ]*}}{{$}}
// CHECK:         py.str_contains %[[SAME:.*]] in
// CHECK-NEXT:    py.str_is_all "isdigit" %[[SAME]]
// CHECK:         %[[ORDER:.*]] = py.str_order %[[SAME]],
// CHECK:         arith.cmpi sge, %[[ORDER]]
py.func @questions {
^bb0:
  %text = py.load_global "text" {likely = 64 : i32}
  %x = py.constant "x"
  %set = py.constant "xyz"
  %equal = py.test "equal" %text, %x
  cf.cond_br %equal, ^bb1, ^bb2
^bb1:
  %in = py.contains %set, %text
  %a = py.box_bool %in
  %is = py.call_method "isdigit"(%text) {likely = 4 : i32}
  %order = py.greater_equal %text, %x
  %t = py.make_tuple(%a, %is, %order)
  py.return %t
^bb2:
  py.return %text
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}

// Nothing says that the other one is a str.
// CHECK-LABEL: py.func @unknown
// CHECK-NOT:     py.str_
// CHECK:         py.test "equal"
// CHECK-NOT:     py.str_
// CHECK:         py.contains
py.func @unknown {
^bb0:
  %text = py.load_global "text"
  %x = py.constant "x"
  %equal = py.test "equal" %text, %x
  %in = py.contains %text, %x
  %t = py.box_bool %in
  py.return %t
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}

// Numbers as text: no objects are made of them, and a spec that is plain is read here.
// CHECK-LABEL: py.func @texts
// CHECK:         %[[TEXT:.*]] = py.int_text %[[NUMBER:[^ ]*]]
// CHECK:         py.format_int %[[NUMBER]] 2029978881
// CHECK:         %[[FIXED:.*]] = py.format_float %{{[^ ]*}} 1711407104 ".2f"
// CHECK:         py.format_value
// CHECK:         py.str_concat %[[TEXT]], %[[FIXED]]
py.func @texts {
^bb0:
  %zeros = py.constant "05x"
  %places = py.constant ".2f"
  %comma = py.constant ","
  %number = py.load_global "number" {likely = 1 : i32}
  %plain = py.format_value %number 0
  %hex = py.format_value %number 0 spec %zeros
  %one = py.constant 1.5
  %sum = py.add %number, %one
  %fixed = py.format_value %sum 0 spec %places
  %grouped = py.format_value %number 0 spec %comma
  %both = py.add %plain, %fixed
  %t = py.make_tuple(%both, %hex, %grouped)
  py.return %t
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}
