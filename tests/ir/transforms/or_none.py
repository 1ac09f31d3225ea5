# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks{exits=false})' | FileCheck %s

# A parameter that is None as often as an instance comes as a word; it is asked for None first, and neither way is rare.


class Node:
    def __init__(self, left):
        self.left = left


def depth(node):
    if node is None:
        return 0
    return 1 + depth(node.left)


depth(Node(Node(None)))

# CHECK-LABEL: py.func @__main__.depth.fast
# CHECK: ^bb0(%[[NODE:.*]]: !py.value):
# CHECK: %[[IS_NONE:.*]] = py.is_symbol %[[NODE]] "none"
# CHECK-NEXT: cf.cond_br %[[IS_NONE]], ^{{.*}}, ^{{[a-z0-9]*$}}
# CHECK: %[[IS_NODE:.*]] = py.is_instance %[[NODE]] <@__main__.Node, 0>
# CHECK-NEXT: cf.cond_br %[[IS_NODE]]
# CHECK: or_none_parameters = array<i1: true>
