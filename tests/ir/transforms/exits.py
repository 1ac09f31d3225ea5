# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment,py-forward-to-fast),py-version-blocks,py.func(py-insert-refcounts))' | FileCheck %s

# What is rare leaves for the general body with what there is, numbers as they are, and the loop's header comes back where
# it finds numbers again.


def total(items, n):
    x = 0
    for item in items:
        x = x * n + item
    return x


total([1, 2, 3], 3)

# CHECK-LABEL: py.func @__main__.total.fast {
# CHECK:       ^bb0(%[[ITEMS:.*]]: !py.value, %[[N:.*]]: i64):
# CHECK:         py.enter ^{{.*}}, ^[[AGAIN:.*]]
# CHECK:         %[[PRODUCT:.*]], %[[OVERFLOW:.*]] = py.multiply_overflow %[[X:.*]], %{{.*}}
# CHECK:         cf.cond_br %[[OVERFLOW]], ^[[LEAVE:.*]], ^{{.*}} {unlikely = true}
# CHECK:       ^[[LEAVE]]:
# CHECK-NOT:     py.box_int
# CHECK:         py.exit @__main__.total.rest {{.*}}(%[[X]], 
# CHECK:       ^[[AGAIN]]:
# CHECK:         py.handed_over 0
# CHECK-LABEL: py.func @__main__.total.rest {
# CHECK:       ^bb0(%[[ITEMS:.*]]: !py.value, %[[N:.*]]: !py.value):
# CHECK:         %[[WAS:.*]] = py.handed_over {{.*}} : i64
# CHECK:         py.box_int
# CHECK:         py.multiply %{{.*}}, %[[N]] {cold
# CHECK:         py.may_reenter
# CHECK:         py.is_int
# CHECK:         py.reenter 1(
