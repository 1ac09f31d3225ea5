# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' | FileCheck %s

# A slice that is stored into a slice is not made, unless something in between could change the list.


def flip(items, k):
    items[: k + 1] = items[k::-1]


def call_between(items, k):
    items[: abs(k)] = items[k::-1]


flip([1, 2, 3], 1)
call_between([1, 2, 3], 1)

# CHECK-LABEL: py.func @__main__.flip.fast
# CHECK:       ^bb0(%[[ITEMS:.*]]: !py.value, %[[K:.*]]: i64):
# CHECK-NOT:     py.list_slice
# CHECK:         %[[STOP:.*]], %{{.*}} = py.add_overflow %[[K]],
# CHECK:         py.copy_slice %[[ITEMS]][%{{.*}}, %[[STOP]]], %[[ITEMS]][%[[K]], %{{.*}}, %{{.*}}]
# CHECK-LABEL: py.func @__main__.flip.rest
# CHECK:         %[[PART:.*]] = py.list_slice
# CHECK:         py.set_slice %{{.*}}[%{{.*}}], %[[PART]]
# CHECK-LABEL: py.func @__main__.call_between.fast
# CHECK:         py.list_slice
# CHECK-NOT:     py.copy_slice
