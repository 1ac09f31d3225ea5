// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-fuse-keys))' %s | FileCheck %s

// CHECK-LABEL: py.func @lookups
// CHECK-NOT:     py.make_tuple
// CHECK:         py.get_by_tuple %arg0[%{{.*}}, %{{.*}}] {likely = 1 : i32}
// CHECK:         py.contains_tuple %arg0, (%{{.*}}, %{{.*}})
// CHECK:         py.set_by_tuple %arg0[%{{.*}}, %{{.*}}], %arg1
// CHECK-NOT:     py.make_tuple
py.func @lookups {
^bb0(%a: !py.value, %b: !py.value, %c: !py.value):
  %x = py.slot "x"
  py.store_local %x, %b
  %one = py.constant 1 : i64
  %i = py.load_local %x "x" owned
  %t = py.make_tuple (%i, %one)
  %r = py.get_item %a[%t] {likely = 1 : i32}
  %t2 = py.make_tuple (%i, %r)
  %in = py.contains %a, %t2
  %t3 = py.make_tuple (%one, %i)
  py.set_item %a[%t3], %b
  py.return %r
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 3 : i32, keyword_only_count = 0 : i32, variable_names = ["a", "b", "c"], cell_names = [], free_names = []}

// The method that is likely called is one of the program's; a tuple that somebody else has is needed.
// CHECK-LABEL: py.func @kept
// CHECK:         py.make_tuple
// CHECK-NEXT:    py.get_item %arg0[%{{.*}}] {target
// CHECK-NEXT:    py.make_tuple
// CHECK-NEXT:    py.get_item
py.func @kept {
^bb0(%a: !py.value, %b: !py.value, %c: !py.value):
  %one = py.constant 1 : i64
  %t = py.make_tuple (%one, %one)
  %r = py.get_item %a[%t] {target = @f}
  %u = py.make_tuple (%one, %one)
  %s = py.get_item %a[%u]
  py.return %u
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 3 : i32, keyword_only_count = 0 : i32, variable_names = ["a", "b", "c"], cell_names = [], free_names = []}

// Two objects that may end with the tuple do so in its order.
// CHECK-LABEL: py.func @ends
// CHECK:         py.get_by_tuple %arg0
// CHECK:         py.make_tuple
// CHECK-NEXT:    py.get_item
py.func @ends {
^bb0(%a: !py.value, %b: !py.value, %c: !py.value):
  %one = py.constant 1 : i64
  %p = py.call %b()
  %t = py.make_tuple (%p, %one)
  %r = py.get_item %a[%t]
  %q = py.call %b()
  %o = py.call %b()
  %u = py.make_tuple (%q, %o)
  %s = py.get_item %a[%u]
  py.return %s
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 3 : i32, keyword_only_count = 0 : i32, variable_names = ["a", "b", "c"], cell_names = [], free_names = []}

// CHECK-LABEL: py.func @get
// CHECK:         %[[M:.*]], %[[S:.*]] = py.load_method %arg0 "get"
// CHECK-NEXT:    py.call_get_by_tuple %[[M]](%[[S]], (%{{.*}}, %{{.*}}), %arg1)
// CHECK:         %[[N:.*]], %[[T:.*]] = py.load_method %arg0 "get"
// CHECK-NEXT:    py.call_get_by_tuple %[[N]](%[[T]], (%{{.*}}))
// CHECK:         py.load_method %arg0 "pop"
// CHECK-NEXT:    py.make_tuple
// CHECK-NEXT:    py.call_loaded
py.func @get {
^bb0(%a: !py.value, %b: !py.value, %c: !py.value):
  %one = py.constant 1 : i64
  %f, %self = py.load_method %a "get"
  %t = py.make_tuple (%one, %one)
  %r = py.call_loaded %f(%self, %t, %b)
  %g, %same = py.load_method %a "get"
  %u = py.make_tuple (%one)
  %s = py.call_loaded %g(%same, %u)
  %h, %again = py.load_method %a "pop"
  %v = py.make_tuple (%one, %one)
  %w = py.call_loaded %h(%again, %v)
  py.return %r
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 3 : i32, keyword_only_count = 0 : i32, variable_names = ["a", "b", "c"], cell_names = [], free_names = []}
