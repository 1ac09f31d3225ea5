# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' | FileCheck %s

# A global function that one def binds: the runtime is told, and a call asks whether it is still that one, no more. What the
# call does not pass is the constant that is the parameter's default.


def power(base, exponent=2):
    return base**exponent


def area(side):
    return power(side) + power(exponent=3, base=side)


area(3)
area(4)

# CHECK-LABEL: py.func @"__main__.<module>"
# CHECK: py.store_global "power", %[[POWER:.*]]
# CHECK: py.note_known_global "power" %[[POWER]] @__main__.power
# CHECK-LABEL: py.func @__main__.area.fast
# CHECK: %[[KNOWN:.*]] = py.known_global "power"
# CHECK-NEXT: %[[LOST:.*]] = py.is_null %[[KNOWN]]
# CHECK-NEXT: cf.cond_br %[[LOST]]
# CHECK: py.is_known_global %[[KNOWN]] "power"
# CHECK: py.can_call
# CHECK: %[[TWO:.*]] = arith.constant 2 : i64
# CHECK-NEXT: py.call_fast_likely{{.*}} @__main__.power.fast plain(%{{.*}}, %[[TWO]])
# CHECK: %[[THREE:.*]] = arith.constant 3 : i64
# CHECK-NEXT: py.call_fast_likely{{.*}} @__main__.power.fast plain(%{{.*}}, %[[THREE]])
