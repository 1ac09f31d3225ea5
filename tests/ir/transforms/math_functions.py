# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' | FileCheck %s

# Module math and what is imported from it: functions of unboxed numbers behind one compare each.

import math
from math import sin


def norm(x, y):
    return math.sqrt(x * x + y * y) + sin(x) + math.pi


norm(1.5, 2.5)

# CHECK-LABEL: py.func @"__main__.<module>"
# CHECK: py.note_known_global "math" %{{.*}} "math"
# CHECK: py.note_known_global "sin" %{{.*}} "math_sin"
# CHECK-LABEL: py.func @__main__.norm.fast
# CHECK: %[[MATH:.*]] = py.known_global "math"
# CHECK: py.is_intact_math %[[MATH]]
# CHECK: %[[BELOW:.*]] = arith.cmpf olt
# CHECK-NEXT: cf.cond_br %[[BELOW]], {{.*}} {unlikely = true}
# CHECK: py.float_function %{{.*}} "sqrt"
# CHECK: %[[SIN:.*]] = py.known_global "sin"
# CHECK: py.is_known_global %[[SIN]] "sin"
# CHECK: py.float_call "sin"(
# CHECK: py.is_intact_math
# CHECK: arith.constant 3.1415926535897931 : f64
# CHECK: py.return_number
