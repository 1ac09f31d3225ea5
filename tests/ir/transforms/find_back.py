# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks{exits=false})' | FileCheck %s

# A sum that overflows leaves the likely version of the loop with `total` in its slot; at the next round's start it is asked
# whether the slot holds an int again, and then the number goes back into a register and the slot is emptied.


def run(numbers):
    total = 0
    for number in numbers:
        total = total * number
    return total


run([1, 2, 3])

# CHECK-LABEL: py.func @__main__.run.fast
# CHECK: %[[TOTAL:.*]] = py.slot "total"
# CHECK: py.load_local %[[TOTAL]] "total"
# CHECK: %[[WORD:.*]] = py.load_local %[[TOTAL]] ""
# CHECK: %[[IS_INT:.*]] = py.is_int %[[WORD]]
# CHECK: cf.cond_br %[[IS_INT]]
# CHECK: %[[NUMBER:.*]] = py.unbox_int %[[WORD]]
# CHECK: py.delete_local %[[TOTAL]] ""
# CHECK: cf.br ^{{.*}}%[[NUMBER]]
