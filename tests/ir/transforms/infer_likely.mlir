// RUN: molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions)' %s | FileCheck %s

// A class of two fields, one method that adds them, and a module that makes one instance and calls the method.

// CHECK-LABEL: py.func @"m.<module>"
// CHECK:         py.build_class
// CHECK-NEXT:    py.register_class %{{.*}} <@m.P, 0> ["x", "y"] methods ["__init__", "total"] [@m.P.__init__, @m.P.total] forms [0, 0] 0 traits 15
// CHECK:         py.call %{{.*}}(%{{.*}}, %{{.*}}) {constructs = #py.class<@m.P, 0>, fast = @m.P.__init__.fast, fields = 2 : i32, likely = #py.class<@m.P, 0>
// CHECK-SAME:      signature = [#py.class<@m.P, 0>, 1 : i32, 2 : i32]
// CHECK:         py.call_method "total"(%{{.*}}) {fast = @m.P.total.fast, likely = 2 : i32
// CHECK-SAME:      receiver = #py.class<@m.P, 0>
py.func @"m.<module>" {
  %body = py.make_function @m.P
  %bases = py.make_tuple()
  %null = py.null
  %slots = py.constant ["x", "y"]
  %class = py.build_class %body "P", %bases, %null, %slots
  py.store_global "P", %class
  %callee = py.load_global "P"
  %one = py.constant 1 : si64
  %half = py.constant 5.000000e-01 : f64
  %p = py.call %callee(%one, %half)
  %sum = py.call_method "total"(%p)
  %unknown = py.load_global "input"
  %value = py.call %unknown()
  py.return %value
} attributes {cell_names = [], first_line = 1 : i32, flags = 64 : i32, free_names = [], keyword_only_count = 0 : i32, name = "<module>", positional_count = 0 : i32, positional_only_count = 0 : i32, qualname = "<module>", variable_names = []}
py.func @m.P {
^bb0(%space: !py.value):
  %init = py.make_function @m.P.__init__
  py.store_name %space "__init__", %init
  %total = py.make_function @m.P.total
  py.store_name %space "total", %total
  %none = py.constant #py.none
  py.return %none
} attributes {cell_names = [], first_line = 1 : i32, flags = 128 : i32, free_names = [], keyword_only_count = 0 : i32, name = "P", positional_count = 1 : i32, positional_only_count = 1 : i32, qualname = "P", variable_names = [".namespace"]}

// CHECK-LABEL: py.func @m.P.__init__ {
// CHECK:         py.set_attribute %arg0 "x", %arg1 {field = 0 : i32, receiver = #py.class<@m.P, 0>}
// CHECK:         py.set_attribute %arg0 "y", %arg2 {field = 1 : i32
// CHECK:         likely_parameters = [#py.class<@m.P, 0>, 1 : i32, 2 : i32]
// CHECK-LABEL: py.func @m.P.__init__.fast
// CHECK:         fast_version_of = @m.P.__init__
py.func @m.P.__init__ {
^bb0(%self: !py.value, %x: !py.value, %y: !py.value):
  py.set_attribute %self "x", %x
  py.set_attribute %self "y", %y
  %none = py.constant #py.none
  py.return %none
} attributes {cell_names = [], first_line = 1 : i32, flags = 0 : i32, free_names = [], keyword_only_count = 0 : i32, name = "__init__", positional_count = 3 : i32, positional_only_count = 0 : i32, qualname = "P.__init__", variable_names = ["self", "x", "y"]}

// CHECK-LABEL: py.func @m.P.total {
// CHECK:         py.get_attribute %arg0 "x" {field = 0 : i32, likely = 1 : i32, receiver = #py.class<@m.P, 0>}
// CHECK:         py.add %{{.*}}, %{{.*}} {likely = 2 : i32
// CHECK:         likely_result = 2 : i32
py.func @m.P.total {
^bb0(%self: !py.value):
  %x = py.get_attribute %self "x"
  %y = py.get_attribute %self "y"
  %sum = py.add %x, %y
  py.return %sum
} attributes {cell_names = [], first_line = 1 : i32, flags = 0 : i32, free_names = [], keyword_only_count = 0 : i32, name = "total", positional_count = 1 : i32, positional_only_count = 0 : i32, qualname = "P.total", variable_names = ["self"]}
py.module_code @m.module "m" "m.py" @"m.<module>"
