// RUN: molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' %s | FileCheck %s

// import shapes; def total(n): return shapes.area(n) + shapes.area(n + 1, h=3) + shapes.LIMIT
// The module is known, so what it has under a name is asked for in its own caches: a function is called directly, and the number
// is one to LLVM.

py.func @"__main__.<module>" {
  %0 = py.import "shapes" level 0
  py.store_global "shapes", %0
  %1 = py.make_function @__main__.total
  py.store_global "total", %1
  %2 = py.load_global "total"
  %3 = py.constant 3 : si64
  %4 = py.call %2(%3)
  %5 = py.constant #py.none
  py.return %5
} attributes {cell_names = [], first_line = 1 : i32, flags = 64 : i32, free_names = [], keyword_only_count = 0 : i32, name = "<module>", positional_count = 0 : i32, positional_only_count = 0 : i32, qualname = "<module>", variable_names = []}
py.func @__main__.total {
^bb0(%arg0: !py.value):
  %0 = py.load_global "shapes"
  %1 = py.call_method "area"(%0, %arg0)
  %2 = py.load_global "shapes"
  %function, %self = py.load_method %2 "area"
  %3 = py.constant 1 : si64
  %4 = py.add %arg0, %3
  %5 = py.constant 3 : si64
  %6 = py.call_loaded %function(%self, %4, %5) ["h"]
  %7 = py.add %1, %6
  %8 = py.load_global "shapes"
  %9 = py.get_attribute %8 "LIMIT"
  %10 = py.add %7, %9
  py.return %10
} attributes {cell_names = [], first_line = 4 : i32, flags = 0 : i32, free_names = [], keyword_only_count = 0 : i32, name = "total", positional_count = 1 : i32, positional_only_count = 0 : i32, qualname = "total", variable_names = ["n"]}
py.module_code @__main__.module "__main__" "main.py" @"__main__.<module>"

py.func @"shapes.<module>" {
  %0 = py.constant 10 : si64
  py.store_global "LIMIT", %0
  %1 = py.constant [2 : si64]
  %2 = py.make_function @shapes.area defaults %1
  py.store_global "area", %2
  %3 = py.constant #py.none
  py.return %3
} attributes {cell_names = [], first_line = 1 : i32, flags = 64 : i32, free_names = [], keyword_only_count = 0 : i32, name = "<module>", positional_count = 0 : i32, positional_only_count = 0 : i32, qualname = "<module>", variable_names = []}
py.func @shapes.area {
^bb0(%arg0: !py.value, %arg1: !py.value):
  %0 = py.multiply %arg0, %arg1
  py.return %0
} attributes {cell_names = [], first_line = 4 : i32, flags = 0 : i32, free_names = [], keyword_only_count = 0 : i32, name = "area", positional_count = 2 : i32, positional_only_count = 0 : i32, qualname = "area", variable_names = ["w", "h"]}
py.module_code @shapes.module "shapes" "shapes.py" @"shapes.<module>"

// CHECK-LABEL: py.func @"__main__.<module>"
// CHECK: py.store_global "shapes", %[[MODULE:.*]]
// CHECK: py.note_known_global "shapes" %[[MODULE]] @"shapes.<module>"
// CHECK-LABEL: py.func @__main__.total.fast
// CHECK: %[[SHAPES:.*]] = py.known_global "shapes"
// CHECK: py.is_null %[[SHAPES]]
// CHECK: py.is_known_global %[[SHAPES]] "shapes"
// CHECK: %[[AREA:.*]] = py.known_global "area" of %[[SHAPES]] @"shapes.<module>"
// CHECK: py.is_null %[[AREA]]
// CHECK: %[[AGAIN:.*]] = py.known_global "shapes"
// CHECK: py.is_known_global %[[AREA]] "area" of %[[AGAIN]] @"shapes.<module>"
// CHECK: py.call_fast_likely{{.*}} @shapes.area.fast
// CHECK: py.call_fast_likely{{.*}} @shapes.area.fast
// CHECK: py.known_global "LIMIT" of %{{.*}} @"shapes.<module>"
// CHECK: arith.constant 10 : i64
