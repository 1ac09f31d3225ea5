// RUN: molt-opt --emit-llvm %s | FileCheck %s
// RUN: sed -e 's/{compact}//' %s | molt-opt --emit-llvm | FileCheck %s --check-prefix=NONE

// The length of a compact list is what its capacity is below zero. Where no op makes such a list, nobody asks.
// CHECK-LABEL: define internal {{.*}}@f.fast(
// CHECK:         call i64 @molt_repeat_compact_py(
// CHECK:         %[[LENGTH:.*]] = load i64, {{.*}}!tbaa ![[SIZE:[0-9]+]]
// CHECK:         %[[MINUS:.*]] = sub nsw i64 0, %
// CHECK:         %[[COMPACT:.*]] = call i64 @llvm.smax.i64(i64 %[[MINUS]], i64 0)
// CHECK:         add nuw nsw i64 %[[LENGTH]], %[[COMPACT]]
// CHECK:         %[[BYTE:.*]] = load i8, {{.*}}!tbaa ![[BYTES:[0-9]+]], !range
// CHECK:         trunc i8 %[[BYTE]] to i1
// CHECK:         store i8 {{.*}}!tbaa ![[BYTES]]
// CHECK:         call void @molt_make_ordinary(
// NONE-LABEL: define internal {{.*}}@f.fast(
// NONE-NOT:     @molt_make_ordinary(
// NONE-NOT:     @molt_repeat_compact_py(
py.func @f {
^bb0(%one: !py.value, %n: !py.value):
  %list = py.multiply %one, %n {compact}
  %length = py.any_length %list
  %item = py.compact_item %list[%length]
  py.set_compact_item %list[%length], %item
  py.make_ordinary %list
  py.return %list
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 2 : i32, keyword_only_count = 0 : i32, variable_names = ["one", "n"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
