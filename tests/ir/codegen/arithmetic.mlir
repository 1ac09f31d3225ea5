// RUN: molt-opt --emit-llvm --no-versions %s | opt -O2 -S | FileCheck %s

// An int literal needs one tag test; the sum overflows where it leaves 49 bits.
// CHECK-LABEL: define internal {{.*}}@f(
// CHECK-DAG:     %[[A:.*]] = load i64, ptr %arguments
// CHECK-DAG:     icmp ugt i64 %[[A]], -562949953421313
// CHECK-DAG:     call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %{{.*}}, i64 32768)
// CHECK-DAG:     fadd double %{{.*}}, 1.000000e+00
// CHECK-DAG:     call i64 @molt_add_py(i64 {{.*}}, i64 -562949953421311)
py.func @f {
^bb0(%a: !py.value):
  %k = py.constant 1 : i64
  %s = py.add %a, %k
  py.return %s
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
