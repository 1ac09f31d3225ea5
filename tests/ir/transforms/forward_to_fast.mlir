// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges,py-definite-assignment,py-forward-to-fast))' %s | FileCheck %s

// Each parameter is tested for what the fast version wants, an int goes unboxed, and one of which nothing is known goes as
// it is. Where one does not suit, the function's general body is run from its start.
// CHECK-LABEL: py.func @f {
// CHECK:       ^bb0(%[[A:.*]]: !py.value, %[[N:.*]]: !py.value, %[[ANY:.*]]: !py.value):
// CHECK-NEXT:    %[[IS_A:.*]] = py.is_instance %[[A]]
// CHECK-NEXT:    cf.cond_br %[[IS_A]], ^[[NEXT:.*]], ^[[BODY:.*]] {unlikely = false}
// CHECK:       ^[[BODY]]:
// CHECK-NEXT:    py.exit @f.rest 0()
// CHECK:       ^[[NEXT]]:
// CHECK-NEXT:    %[[IS_INT:.*]] = py.is_int %[[N]]
// CHECK-NEXT:    cf.cond_br %[[IS_INT]], ^[[CALL:.*]], ^[[BODY]] {unlikely = false}
// CHECK:       ^[[CALL]]:
// CHECK-NEXT:    %[[INT:.*]] = py.unbox_int %[[N]]
// CHECK-NEXT:    py.forward_fast @f.fast(%[[A]], %[[INT]], %[[ANY]])
py.func @f {
^bb0(%a: !py.value, %n: !py.value, %any: !py.value):
  %x = py.slot "x"
  %sum = py.add %n, %any
  py.store_local %x, %sum
  %given = py.load_local %x "x"
  py.return %given
} attributes {fast = @f.fast, fast_signature = [#py.class<@C, 0>, 1 : i32, 0 : i32], likely_result = 0 : i32, cell_names = [], first_line = 1 : i32, flags = 0 : i32, free_names = [], keyword_only_count = 0 : i32, name = "f", positional_count = 3 : i32, positional_only_count = 0 : i32, qualname = "f", variable_names = ["a", "n", "any", "x"]}

// A function without a fast version stays as it is.
// CHECK-LABEL: py.func @g {
// CHECK-NOT:     py.forward_fast
// CHECK:         py.add %arg0, %arg0{{$}}
py.func @g {
^bb0(%n: !py.value):
  %sum = py.add %n, %n
  py.return %sum
} attributes {cell_names = [], first_line = 1 : i32, flags = 0 : i32, free_names = [], keyword_only_count = 0 : i32, name = "g", positional_count = 1 : i32, positional_only_count = 0 : i32, qualname = "g", variable_names = ["n"]}
