# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' | FileCheck %s

# A value that is one of a few functions is tested for being one of them, and the call goes to the fast version of the one that it
# is. What a cell holds is looked at where it is: a number takes a number's place.


def compose(f, g):
    return lambda x: f(g(x))


def counter():
    n = 0

    def add(k):
        nonlocal n
        n += k
        return n

    return add


def main():
    pipeline = compose(lambda x: x + 1, compose(lambda x: x * 3, lambda x: x - 2))
    add = counter()
    for i in range(100):
        add(pipeline(i))


main()

# CHECK-LABEL: py.func @"__main__.compose.<locals>.<lambda>.fast"
# CHECK: %[[G:.*]] = py.cell_content
# CHECK-NEXT: %[[UNBOUND:.*]] = py.is_null %[[G]]
# CHECK-NEXT: cf.cond_br %[[UNBOUND]]
# CHECK: py.is_function_of {{.*}} [@"__main__.main.<locals>.<lambda>{{.*}}", @"__main__.compose.<locals>.<lambda>"]
# CHECK: py.call_fast_likely {{.*}} or [@"__main__.compose.<locals>.<lambda>.fast"](
# CHECK: py.is_function_of {{.*}} [@"__main__.main.<locals>.<lambda>.1", @"__main__.main.<locals>.<lambda>"]
# CHECK: py.call_fast_likely {{.*}} @"__main__.main.<locals>.<lambda>.1.fast" or [@"__main__.main.<locals>.<lambda>.fast"](

# CHECK-LABEL: py.func @"__main__.counter.<locals>.add.fast"
# CHECK: %[[N:.*]] = py.cell_content
# CHECK: py.is_int %[[N]]
# CHECK: py.add_overflow
# CHECK: %[[OLD:.*]] = py.cell_content
# CHECK-NEXT: %[[LAST:.*]] = py.is_last_reference %[[OLD]]
# CHECK-NEXT: cf.cond_br %[[LAST]]
# CHECK: py.store_cell {{.*}} quiet
