// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-infer-borrows))' %s | FileCheck %s

// CHECK-LABEL: py.func @used_before_store
py.func @used_before_store {
^bb0(%a: !py.value):
  %s = py.slot "x"
  // CHECK: py.load_local %{{.*}} "x" checked{{$}}
  %v = py.load_local %s "x" checked owned
  %r = py.add %v, %a
  py.store_local %s, %r
  py.return %a
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// The store releases what the load read, and the use comes after it.
// CHECK-LABEL: py.func @used_after_store
py.func @used_after_store {
^bb0(%a: !py.value):
  %s = py.slot "x"
  // CHECK: py.load_local %{{.*}} "x" owned
  %v = py.load_local %s "x" owned
  py.store_local %s, %a
  %r = py.add %v, %a
  py.return %r
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// CHECK-LABEL: py.func @consumed
py.func @consumed {
^bb0(%a: !py.value):
  %s = py.slot "x"
  // CHECK: py.load_local %{{.*}} "x" owned
  %v = py.load_local %s "x" owned
  py.return %v
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// CHECK-LABEL: py.func @in_another_block
py.func @in_another_block {
^bb0(%a: !py.value):
  %s = py.slot "x"
  // CHECK: py.load_local %{{.*}} "x" owned
  %v = py.load_local %s "x" owned
  cf.br ^next
^next:
  %r = py.add %v, %a
  py.return %r
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}

// CHECK-LABEL: py.func @across_yield
py.func @across_yield {
  %s = py.slot "x"
  // CHECK: py.load_local %{{.*}} "x" owned
  %v = py.load_local %s "x" owned
  // CHECK: py.load_local %{{.*}} "x"{{$}}
  %d = py.load_local %s "x" owned
  %n = py.constant #py.none
  %sent = py.yield %n delegate %d
  %r = py.add %v, %sent
  py.return %r
} attributes {name = "g", qualname = "g", first_line = 1 : i32, flags = 4 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
