# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions)' | FileCheck %s

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

# CHECK: py.func @__main__.Base.own {
# CHECK: } attributes {{.*}}class_changes = 1 : i32{{.*}}through_table
# CHECK: py.func @__main__.Base.half {
# CHECK: } attributes {{.*}}class_changes = 1 : i32{{.*}}through_table
# CHECK: py.func @__main__.through_tables {
# CHECK: } attributes {{.*}}class_changes = 1 : i32{{.*}}fast = @__main__.through_tables.fast
# CHECK: py.func @__main__.directly {
# CHECK-NOT: class_changes = 1 :
# CHECK: } attributes {{.*}}class_changes = {{-?[0-9]+}} : i32{{.*}}fast = @__main__.directly.fast
# CHECK: py.func @__main__.fields {
# CHECK: } attributes {{.*}}class_changes = 1 : i32{{.*}}fast = @__main__.fields.fast
