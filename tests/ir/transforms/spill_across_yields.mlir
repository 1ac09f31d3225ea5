// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges,py-definite-assignment,py-insert-refcounts,py-spill-across-yields))' %s | FileCheck %s

// The iterator is needed after the yield; the item is given away by it, and constants are made again.
// CHECK-LABEL: py.func @g
// CHECK:         %[[T:.*]] = py.temporary
// CHECK:         %[[I:.*]] = py.get_iterator
// CHECK:         py.set_temporary %[[T]], %[[I]]
// CHECK:         %[[I2:.*]] = py.get_temporary %[[T]]
// CHECK-NEXT:    %[[N:.*]] = py.iterator_next %[[I2]]
// CHECK:         %[[S:.*]] = py.yield %[[N]] spill(%[[T]])
// CHECK-NOT:     py.temporary
py.func @g {
  %s = py.slot "a"
  %c = py.constant 1 : i64
  %v = py.load_local %s "a" owned
  %it = py.get_iterator %v
  cf.br ^head
^head:
  %i = py.iterator_next %it
  %d = py.is_exhausted %i
  cf.cond_br %d, ^exit, ^body
^body:
  %sent = py.yield %i
  cf.br ^head
^exit:
  py.return %c
} attributes {name = "g", qualname = "g", first_line = 1 : i32, flags = 4 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
