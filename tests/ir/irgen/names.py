# RUN: molt-irgen %s | FileCheck %s

# Module level names are globals; a parameter that is never rebound is the argument itself.
# CHECK: py.func @"__main__.<module>"
# CHECK: py.make_function @__main__.direct
# CHECK: py.store_global "direct"
# CHECK: py.func @__main__.direct
# CHECK-NEXT: ^bb0(%[[A:.*]]: !py.value):
# CHECK-NEXT: py.return %[[A]]
def direct(a):
    return a


# A rebound one has a slot that takes over a count; it cannot be unbound.
# CHECK: py.func @__main__.rebound
# CHECK: %[[SLOT:.*]] = py.slot "a"
# CHECK: py.store_local %[[SLOT]], %
# CHECK: py.load_local %[[SLOT]] "a" owned
def rebound(a):
    a = a + 1
    return a


# A local may be unbound where it is read.
# CHECK: py.func @__main__.local
# CHECK: py.load_local %{{.*}} "x" checked owned
def local(c):
    if c:
        x = 1
    return x


# Captured variables live in cells that live in slots.
# CHECK: py.func @__main__.outer {
# CHECK: %[[CELL:.*]] = py.make_cell %arg0
# CHECK: py.store_local %{{.*}}, %[[CELL]]
# CHECK: py.make_function @"__main__.outer.<locals>.inner" closure
# CHECK: py.func @"__main__.outer.<locals>.inner"
# CHECK: %[[FREE:.*]] = py.closure_cell 0
# CHECK: py.load_cell %[[FREE]] "a" free
def outer(a):
    def inner():
        return a
    return inner


# A comprehension is emitted in place and captures nothing.
# CHECK: py.func @__main__.in_place
# CHECK-NOT: py.make_cell
# CHECK: py.iterator_next
# CHECK: py.multiply %{{.*}}, %arg1
# CHECK: py.list_append
def in_place(xs, n):
    return [x * n for x in xs]
