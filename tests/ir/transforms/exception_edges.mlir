// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges))' %s | FileCheck %s

// CHECK-LABEL: py.func @straight
// CHECK:         %[[R:.*]] = py.add
// CHECK-NEXT:    py.raise_check ^[[UNWIND:bb[0-9]+]], ^[[REST:bb[0-9]+]]
// CHECK:       ^[[UNWIND]]:
// CHECK-NEXT:    py.add_traceback
// CHECK-NEXT:    py.propagate
// CHECK:       ^[[REST]]:
// CHECK-NEXT:    py.return %[[R]]
py.func @straight {
^bb0(%a: !py.value):
  %r = py.add %a, %a
  py.return %r
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// The body's raise goes to the handler, the handler's own to the function's end; a re-raise leaves no traceback entry.
// CHECK-LABEL: py.func @handled
// CHECK-NOT:     py.try
// CHECK:         py.truth
// CHECK-NEXT:    py.raise_check ^[[UNWIND:bb[0-9]+]], ^[[BODY:bb[0-9]+]]
// CHECK:       ^[[UNWIND]]:
// CHECK-NEXT:    py.add_traceback
// CHECK-NEXT:    cf.br ^[[HANDLER:bb[0-9]+]]
// CHECK:       ^[[BODY]]:
// CHECK-NEXT:    cf.br ^[[AFTER:bb[0-9]+]]
// CHECK:       ^[[HANDLER]]:
// CHECK-NEXT:    %[[E:.*]] = py.take_exception
// CHECK-NEXT:    py.exception_matches %[[E]]
// CHECK-NEXT:    py.raise_check ^[[OUT:bb[0-9]+]], ^[[MATCHED:bb[0-9]+]]
// CHECK:       ^[[OUT]]:
// CHECK-NEXT:    py.add_traceback
// CHECK-NEXT:    py.propagate
// CHECK:         py.raise_again %[[E]] unwind ^[[AGAIN:bb[0-9]+]]
// CHECK:       ^[[AGAIN]]:
// CHECK-NEXT:    py.propagate
// CHECK:       ^[[AFTER]]:
// CHECK-NEXT:    py.return
py.func @handled {
^bb0(%a: !py.value):
  py.try {
    %t = py.truth %a
    py.leave 0
  } except {
  ^handler(%e: !py.value):
    %m = py.exception_matches %e, %a
    cf.cond_br %m, ^yes, ^no
  ^yes:
    py.leave 0
  ^no:
    py.raise_again %e
  } [^after]
^after:
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// A raise in an inner handler goes to the outer one.
// CHECK-LABEL: py.func @nested
// CHECK-NOT:     py.leave
// CHECK:         py.raise %arg0 unwind ^[[U1:bb[0-9]+]]
// CHECK:       ^[[U1]]:
// CHECK-NEXT:    py.add_traceback
// CHECK-NEXT:    cf.br ^[[INNER:bb[0-9]+]]
// CHECK:       ^[[INNER]]:
// CHECK-NEXT:    py.take_exception
// CHECK-NEXT:    py.raise %arg0 unwind ^[[U2:bb[0-9]+]]
// CHECK:       ^[[U2]]:
// CHECK-NEXT:    py.add_traceback
// CHECK-NEXT:    cf.br ^[[OUTER:bb[0-9]+]]
// CHECK:       ^[[OUTER]]:
// CHECK-NEXT:    py.take_exception
// CHECK-NEXT:    py.return
py.func @nested {
^bb0(%a: !py.value):
  py.try {
    py.try {
      py.raise %a
    } except {
    ^h(%e: !py.value):
      py.raise %a
    } [^x]
  ^x:
    py.leave 0
  } except {
  ^h2(%e2: !py.value):
    py.return %a
  } [^after]
^after:
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
