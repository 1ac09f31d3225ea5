// RUN: molt-opt --pass-pipeline='builtin.module(py.func(py-spill-across-yields))' %s | FileCheck %s

// Numbers live across a yield as words do, but are no values: constants are made again, and what ends before stays.
// CHECK-LABEL: py.func @g
// CHECK-DAG:     %[[I:.*]] = py.temporary number
// CHECK-DAG:     %[[F:.*]] = py.temporary number
// CHECK-NOT:     py.temporary
// CHECK:       ^bb1(%[[INDEX:.*]]: i64, %[[SUM:.*]]: f64):
// CHECK-DAG:     py.set_number %[[I]], %[[INDEX]] : i64
// CHECK-DAG:     py.set_number %[[F]], %[[SUM]] : f64
// CHECK:         py.yield %{{.*}} spill(%{{.*}}, %{{.*}})
// CHECK:         %[[AGAIN:.*]] = py.get_number %[[I]] : i64
// CHECK:         arith.addi %[[AGAIN]],
py.func @g {
  %zero = arith.constant 0 : i64
  %none = arith.constant 0.0 : f64
  cf.br ^head(%zero, %none : i64, f64)
^head(%i: i64, %f: f64):
  %double = arith.addi %i, %i : i64
  %w = py.box_int %double
  %sent = py.yield %w
  %one = arith.constant 1 : i64
  %n = arith.addi %i, %one : i64
  %s = arith.addf %f, %f : f64
  cf.br ^head(%n, %s : i64, f64)
} attributes {name = "g", qualname = "g", first_line = 1 : i32, flags = 4 : i32, positional_only_count = 0 : i32, positional_count = 0 : i32, keyword_only_count = 0 : i32, variable_names = [], cell_names = [], free_names = []}
