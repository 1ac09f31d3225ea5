// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-exception-edges,py-definite-assignment),py-version-blocks{exits=false})' %s | FileCheck %s

// A likely list with likely floats: a test of the list, of the bounds and of the item, and no count.
// CHECK-LABEL: py.func @item
// CHECK:         py.is_exactly %[[XS:.*]] "type_list"
// CHECK:         %[[LENGTH:.*]] = py.length %[[XS]]
// CHECK:         %[[PLACE:.*]], %[[OUT:.*]] = py.place %{{.*}} of %[[LENGTH]]
// CHECK-NEXT:    cf.cond_br %[[OUT]], {{.*}} {unlikely = true}
// CHECK:         py.get_item %[[XS]]{{.*}} {cold
// CHECK:         %[[ITEM:.*]] = py.list_item %[[XS]][%[[PLACE]]]{{$}}
// CHECK-NEXT:    py.is_float %[[ITEM]]
// CHECK:         py.list_item %[[XS]][%[[PLACE]]] owned
// CHECK:         py.unbox_float %[[ITEM]]
py.func @item {
^bb0:
  %xs = py.load_global "xs" {likely = 16 : i32}
  %k = py.constant 1 : si64
  %item = py.get_item %xs[%k] {likely = 2 : i32}
  %s = py.add %item, %k
  py.return %s
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}

// A parameter holds the outer list, which holds the row: the row needs no count, since nothing runs before its item is taken.
// CHECK-LABEL: py.func @nested
// CHECK:         %[[ROW:.*]] = py.tuple_item %{{[^ ]*}}{{$}}
// CHECK-NEXT:    py.is_exactly %[[ROW]] "type_list"
// CHECK:         %[[LENGTH:.*]] = py.length %[[ROW]]
// CHECK:         py.list_item %[[ROW]]
py.func @nested {
^bb0:
  %xs = py.constant [[1 : si64], [2 : si64]]
  %k = py.constant 1 : si64
  %row = py.get_item %xs[%k] {likely = 16 : i32}
  %item = py.get_item %row[%k] {likely = 1 : i32}
  py.return %item
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}

// A store may run code of the item that it replaces: what is borrowed gets its count before.
// CHECK-LABEL: py.func @settled
// CHECK:         %[[ITEM:.*]] = py.tuple_item
// CHECK:         py.retain %[[ITEM]]
// CHECK-NEXT:    py.set_item {{.*}} {cold}
// CHECK:         %[[OWNED:.*]] = py.retain %[[ITEM]]
// CHECK-NEXT:    py.set_list_item
// CHECK-NEXT:    cf.br ^{{.*}}(%[[OWNED]] : !py.value)
py.func @settled {
^bb0:
  %k = py.constant 0 : si64
  %ys = py.make_list(%k)
  %xs = py.constant [[1 : si64], [2 : si64]]
  %item = py.get_item %xs[%k]
  py.set_item %ys[%k], %k
  %t = py.make_tuple(%item)
  py.return %t
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}

// A loop over a list holds the list and an index; at its end the list is released.
// CHECK-LABEL: py.func @loop
// CHECK:         %[[XS:.*]] = py.retain
// CHECK:         cf.br ^[[HEAD:.*]](%[[XS]], %{{.*}} : !py.value, i64)
// CHECK:         ^[[HEAD]](%[[LIST:.*]]: !py.value, %[[INDEX:.*]]: i64):
// CHECK-NEXT:    %[[LENGTH:.*]] = py.length %[[LIST]]
// CHECK-NEXT:    %[[END:.*]] = arith.cmpi uge, %[[INDEX]], %[[LENGTH]]
// CHECK-NEXT:    cf.cond_br %[[END]]
// CHECK:         py.release %[[LIST]]
// CHECK:         arith.addi %[[INDEX]], %{{.*}} overflow<nsw>
// CHECK:         py.list_item %[[LIST]][%[[INDEX]]] owned
py.func @loop {
^bb0:
  %one = py.constant 1 : si64
  %xs = py.make_list(%one)
  %iterator = py.get_iterator %xs
  cf.br ^head
^head:
  %item = py.iterator_next %iterator
  %end = py.is_exhausted %item
  cf.cond_br %end, ^done, ^body
^body:
  %t = py.truth %item
  cf.br ^head
^done:
  py.release %iterator
  %k = py.constant #py.none
  py.return %k
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}

// The name may hold something else than the builtin.
// CHECK-LABEL: py.func @length
// CHECK:         %[[LEN:.*]] = py.load_global "len"
// CHECK:         %[[LIST:.*]] = py.make_list
// CHECK:         py.is_function %[[LEN]] "builtins_len"
// CHECK:         py.call %[[LEN]](%[[LIST]]) {cold}
// CHECK:         py.any_length %[[LIST]]
py.func @length {
^bb0:
  %one = py.constant 1 : si64
  %len = py.load_global "len"
  %list = py.make_list(%one)
  %n = py.call %len(%list)
  py.return %n
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}

