# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions)' | FileCheck %s

# Where instances of several classes come by, the hint is their nearest common base. A method that all of them share is one
# target; of one that some override, all functions are, and these take and give the same but for self.


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


class Right(Base):
    pass


def use(items):
    for item in items:
        item.shared()
        item.own(1)
        item.half


use([Left(1), Right(2)])

# CHECK: py.register_class {{.*}} <@__main__.Base, 0, subclasses 2> ["n"]
# CHECK: py.register_class {{.*}} <@__main__.Left, 1> of <@__main__.Base, 0, subclasses 2> ["n"]
# CHECK-SAME: methods ["__init__", "half", "own", "shared"]
# CHECK-SAME: [@__main__.Base.__init__, @__main__.Base.half, @__main__.Left.own, @__main__.Base.shared]
# CHECK-SAME: forms [0, 1, 0, 0]
# CHECK: py.func @__main__.use {
# CHECK: py.call_method "shared"
# CHECK-SAME: method = 3 : i32, plain, receiver = #py.class<@__main__.Base, 0, subclasses 2>
# CHECK-SAME: target = @__main__.Base.shared
# CHECK: py.call_method "own"
# CHECK-SAME: fast = @__main__.Base.own.fast
# CHECK-SAME: place = 2 : i32
# CHECK-SAME: signature = [0 : i32, 1 : i32], targets = [@__main__.Base.own, @__main__.Left.own]
# CHECK: py.get_attribute {{.*}} "half"
# CHECK-SAME: target = @__main__.Base.half
