# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-constant-cells)' | FileCheck %s

# Which shared variables are bound once: parameters that stay as they are, and names with one binding that is not in a loop.


def outer(given, rebound, unbound, counted):
    rebound = 1
    del unbound

    def helper(x):
        return x

    for i in range(3):

        def each(x):
            return helper(x) + i

    def user(x):
        nonlocal counted
        counted += x

        def inner():
            return given(helper(x))

        return rebound, unbound, counted, each, inner, user, late

    late = 2
    try:
        twice = 1
    finally:
        twice = 2
    return user, lambda: twice


# CHECK-LABEL: py.func @"__main__.outer.<locals>.each"
# CHECK-DAG: py.load_cell %{{.*}} "helper" free {constant}
# CHECK-DAG: py.load_cell %{{.*}} "i" free{{$}}
# CHECK-LABEL: py.func @"__main__.outer.<locals>.user" {
# CHECK-DAG: py.load_cell %{{.*}} "rebound" free{{$}}
# CHECK-DAG: py.load_cell %{{.*}} "unbound" free{{$}}
# CHECK-DAG: py.load_cell %{{.*}} "counted" free{{$}}
# CHECK-DAG: py.load_cell %{{.*}} "each" free{{$}}
# CHECK-DAG: py.load_cell %{{.*}} "user" free {constant}
# CHECK-DAG: py.load_cell %{{.*}} "late" free {constant}
# CHECK-LABEL: py.func @"__main__.outer.<locals>.user.<locals>.inner"
# CHECK-DAG: py.load_cell %{{.*}} "given" free {constant}
# CHECK-DAG: py.load_cell %{{.*}} "helper" free {constant}
# CHECK-DAG: py.load_cell %{{.*}} "x" free {constant}
# CHECK-LABEL: py.func @"__main__.outer.<locals>.<lambda>"
# CHECK: py.load_cell %{{.*}} "twice" free{{$}}
