# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' | FileCheck %s

# What overflows and is masked wraps around; it has one use, and nothing can leave before the mask.


def generator(seed, step):
    return (seed * 1103515245 + step) & 0x7FFFFFFF


def unmasked(seed, step):
    product = seed * 1103515245
    return product + (product & 0xFFFF) % 1000


generator(1, 2)
unmasked(1, 2)

# CHECK-LABEL: py.func @__main__.generator.fast
# CHECK:       ^bb0(%[[SEED:.*]]: i64, %[[STEP:.*]]: i64):
# CHECK-NOT:     overflow
# CHECK:         %[[PRODUCT:.*]] = arith.muli %[[SEED]],
# CHECK-NEXT:    %[[SUM:.*]] = arith.addi %[[PRODUCT]], %[[STEP]]
# CHECK:         arith.andi %[[SUM]],
# CHECK-NEXT:    py.return_number
# CHECK-LABEL: py.func @__main__.unmasked.fast
# CHECK:         py.multiply_overflow
# CHECK:         py.add_overflow
