# RUN: molt-irgen %s | FileCheck %s

# What is run once.
# CHECK: py.func @"__main__.<module>"
# CHECK: py.get_iterator
for x in (1, 2):
    pass


# The body once for each item; both live until the loop is left, and the last one ends first.
# CHECK: py.func @__main__.copied
# CHECK-NOT: py.get_iterator
# CHECK: %[[A:.*]] = py.subtract
# CHECK: %[[B:.*]] = py.add
# CHECK: py.store_local %{{.*}}, %[[A]]
# CHECK: py.store_local %{{.*}}, %[[B]]
# CHECK: py.release %[[B]]
# CHECK-NEXT: py.release %[[A]]
# CHECK-NEXT: py.return
# CHECK: py.release %[[B]]
# CHECK-NEXT: py.release %[[A]]
# CHECK-NEXT: cf.br
# CHECK: py.release %[[B]]
# CHECK-NEXT: py.release %[[A]]
# CHECK-NEXT: py.return
def copied(a, b):
    for t in (a - b, a + b):
        if t > 1:
            return t


# Code objects and loops are there once.
# CHECK: py.func @__main__.nested
# CHECK: py.get_iterator
def nested(a, b):
    for t in (a, b):
        yield lambda: t


# So is what is long.
# CHECK: py.func @__main__.long
# CHECK: py.get_iterator
def long(a):
    for t in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16):
        a[t] = a[t - 1] + a[t + 1]


