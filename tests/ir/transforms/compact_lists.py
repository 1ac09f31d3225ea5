# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' | FileCheck %s

# A list of bools, with which nothing is done that would make it ordinary, is compact; its test of bounds is the test of that.


def cross_out(n, step):
    flags = [True] * n
    for i in range(0, n, step):
        flags[i] = not flags[i - 1]
    return flags


def count(flags):
    total = len(flags)
    for flag in flags:
        if flag:
            total += 1
    for i, flag in enumerate(flags):
        if flag:
            total += i
    return total


# A slice that takes as many bools, and a count of bools, leave the list as it is.
def slices(n):
    flags = [True] * n
    flags[::2] = [False] * ((n + 1) // 2)
    return flags[1], flags.count(True)


# Nobody knows what else a list holds that is sorted, or that unknown code gets; one of ints is none of bools.
def sort(n):
    ordered = [True] * n
    ordered[0] = False
    ordered.sort()
    return ordered[0]


def ints(n):
    numbers = [True] * n
    numbers[0] = 5
    return numbers[0]


# Where both kinds of lists come by, neither is compact.
def first(items):
    return items[0]


count(cross_out(10, 3))
slices(10)
sort(3)
ints(3)
first([False] * 2)
first([1, 2])

# CHECK-LABEL: py.func @__main__.cross_out.fast
# CHECK:         py.multiply {{.*}} {compact
# CHECK:         %[[LENGTH:.*]] = py.compact_length
# CHECK:         py.place %{{.*}} of %[[LENGTH]]
# CHECK:         py.compact_item
# CHECK:         py.compact_length
# CHECK:         py.set_compact_item
# CHECK-NOT:     py.set_list_item
# CHECK-LABEL: py.func @__main__.count.fast
# CHECK:         py.any_length
# CHECK-NOT:     py.make_ordinary
# CHECK:         %[[ALL:.*]] = py.any_length
# CHECK:         arith.cmpi uge, %{{.*}}, %[[ALL]]
# CHECK:         py.compact_length
# CHECK:         py.compact_item
# CHECK:         py.any_length
# CHECK:         py.compact_item
# CHECK-LABEL: py.func @__main__.slices.fast
# CHECK-COUNT-2: py.multiply {{.*}} {compact
# CHECK:         py.compact_item
# CHECK-LABEL: py.func @__main__.sort.fast
# CHECK-NOT:     compact
# CHECK-LABEL: py.func @__main__.first.fast
# CHECK-NOT:     compact
