// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges,py-insert-refcounts))' %s | FileCheck %s

// CHECK-LABEL: py.func @moved_into_return
// CHECK:         %[[R:.*]] = py.make_list
// CHECK-NEXT:    py.return %[[R]]
py.func @moved_into_return {
^bb0(%a: !py.value):
  %r = py.make_list (%a)
  py.return %r
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// A parameter is borrowed: handing it on needs a count.
// CHECK-LABEL: py.func @parameter
// CHECK:         %[[R:.*]] = py.retain %arg0
// CHECK-NEXT:    py.return %[[R]]
py.func @parameter {
^bb0(%a: !py.value):
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// CHECK-LABEL: py.func @unused
// CHECK:         %[[L:.*]] = py.make_list
// CHECK-NEXT:    py.release %[[L]]
py.func @unused {
^bb0(%a: !py.value):
  %r = py.make_list (%a)
  %n = py.constant #py.none
  py.return %n
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// Operands of a raising op die on both edges; its result is there on the normal one only.
// CHECK-LABEL: py.func @both_edges
// CHECK:         %[[L:.*]] = py.make_list
// CHECK-NEXT:    %[[S:.*]] = py.add %[[L]], %arg0
// CHECK-NEXT:    py.raise_check ^[[UNWIND:bb[0-9]+]], ^[[REST:bb[0-9]+]]
// CHECK:       ^[[UNWIND]]:
// CHECK-NEXT:    py.release %[[L]]
// CHECK-NEXT:    py.add_traceback
// CHECK-NEXT:    py.propagate
// CHECK:       ^[[REST]]:
// CHECK-NEXT:    py.release %[[L]]
// CHECK-NEXT:    py.release %[[S]]
// CHECK:         py.return
py.func @both_edges {
^bb0(%a: !py.value):
  %l = py.make_list (%a)
  %s = py.add %l, %a
  %n = py.constant #py.none
  py.return %n
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// Consumed and used again: one retain; moved at the last use.
// CHECK-LABEL: py.func @stored_twice
// CHECK:         %[[L:.*]] = py.make_list
// CHECK-NEXT:    %[[C:.*]] = py.retain %[[L]]
// CHECK-NEXT:    py.store_local %{{.*}}, %[[C]]
// CHECK-NEXT:    py.store_local %{{.*}}, %[[L]]
py.func @stored_twice {
^bb0(%a: !py.value):
  %x = py.slot "x"
  %y = py.slot "y"
  %l = py.make_list (%a)
  py.store_local %x, %l
  py.store_local %y, %l
  %n = py.constant #py.none
  py.return %n
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// Live into one successor only: released on the edge to the other one.
// CHECK-LABEL: py.func @one_branch
// CHECK:         cf.cond_br %{{.*}}, ^[[USED:bb[0-9]+]], ^[[UNUSED:bb[0-9]+]]
// CHECK:       ^[[USED]]:
// CHECK-NEXT:    py.return %[[L:.*]]
// CHECK:       ^[[UNUSED]]:
// CHECK-NEXT:    py.release
py.func @one_branch {
^bb0(%a: !py.value):
  %l = py.make_list (%a)
  %c = py.is %a, %a
  cf.cond_br %c, ^used, ^unused
^used:
  py.return %l
^unused:
  %n = py.constant #py.none
  py.return %n
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// Block arguments own what they are given; a value that is borrowed is retained for them.
// CHECK-LABEL: py.func @block_argument
// CHECK:         %[[L:.*]] = py.make_list
// CHECK:         cf.cond_br %{{.*}}, ^[[JOIN:bb[0-9]+]](%[[L]] : !py.value), ^[[EDGE:bb[0-9]+]]
// CHECK:       ^[[EDGE]]:
// CHECK-NEXT:    %[[A:.*]] = py.retain %arg0
// CHECK-NEXT:    py.release %[[L]]
// CHECK-NEXT:    cf.br ^[[JOIN]](%[[A]] : !py.value)
// CHECK:       ^[[JOIN]](%[[V:.*]]: !py.value):
// CHECK-NEXT:    py.return %[[V]]
py.func @block_argument {
^bb0(%a: !py.value):
  %l = py.make_list (%a)
  %c = py.is %a, %a
  cf.cond_br %c, ^join(%l : !py.value), ^join(%a : !py.value)
^join(%v: !py.value):
  py.return %v
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// The iterator lives around the loop and dies where the loop ends.
// CHECK-LABEL: py.func @loop
// CHECK:         %[[I:.*]] = py.get_iterator
// CHECK:         py.iterator_next %[[I]]
// CHECK-NEXT:    py.raise_check ^[[U:bb[0-9]+]]
// CHECK:       ^[[U]]:
// CHECK-NEXT:    py.release %[[I]]
// CHECK:       ^[[BODY:bb[0-9]+]]:
// CHECK-NEXT:    py.is_exhausted
py.func @loop {
^bb0(%a: !py.value):
  %i = py.get_iterator %a
  cf.br ^head
^head:
  %n = py.iterator_next %i
  %d = py.is_exhausted %n
  cf.cond_br %d, ^end, ^body
^body:
  cf.br ^head
^end:
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// irgen ends an iterator's life where its loop ends, though nothing uses it any more.
// CHECK-LABEL: py.func @kept_until_released
// CHECK:         %[[L:.*]] = py.make_list
// CHECK-NEXT:    py.is %arg0, %arg0
// CHECK-NEXT:    py.release %[[L]]
// CHECK-NEXT:    %[[A:.*]] = py.retain %arg0
// CHECK-NEXT:    py.return %[[A]]
py.func @kept_until_released {
^bb0(%a: !py.value):
  %l = py.make_list (%a)
  %c = py.is %a, %a
  py.release %l
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
