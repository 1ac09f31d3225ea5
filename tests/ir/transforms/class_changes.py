# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-fuse-tests,py-exception-edges,py-definite-assignment,py-forward-to-fast),py-version-blocks)' | FileCheck %s

# A function tests the bits of the methods that it calls directly. A method that is called through the classes' tables has none:
# in a function that calls nothing else, only the first bit counts.


class Base:
    def __init__(self, n):
        self.n = n

    def shared(self):
        return self.n

    def own(self, k):
        return self.n + k

    @property
    def half(self):
        return self.n * 0.5


class Left(Base):
    def own(self, k):
        return k

    @property
    def half(self):
        return 1.5


def through_tables(item):
    return item.own(1) * item.half


def directly(item):
    return item.shared()


def fields(item):
    return item.n


for item in Base(1), Left(2):
    through_tables(item)
    directly(item)
    fields(item)

# CHECK: py.func @__main__.Base.half attributes {{.*}}through_table
# CHECK: py.func @__main__.Base.own attributes {{.*}}through_table
# CHECK: py.func @__main__.through_tables attributes {{.*}}class_changes = 1 : i32
# CHECK: py.func @__main__.directly attributes {
# CHECK-NOT: class_changes = 1 :
# CHECK: py.func @__main__.fields attributes {{.*}}class_changes = 1 : i32
