# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-fuse-tests,py-exception-edges,py-definite-assignment,py-forward-to-fast),py-version-blocks)' | FileCheck %s

# A method that the base has not, but two classes that derive from it: the base has a place for it, where nothing is.


class Base:
    def total(self):
        return 1


class Left(Base):
    def own(self):
        return 2

    def alone(self):
        return 3


class Right(Base):
    def own(self):
        return 4


def use(items):
    for item in items:
        item.own()
        item.alone()


use([Left(), Right()])

# CHECK: py.register_class {{.*}} <@__main__.Base, 0, subclasses 2>
# CHECK-SAME: methods ["total", "own"]
# CHECK-SAME: [@__main__.Base.total, unit]
# CHECK: py.register_class {{.*}} <@__main__.Left, 1>
# CHECK-SAME: methods ["total", "own", "alone"]
# CHECK-SAME: [@__main__.Base.total, @__main__.Left.own, @__main__.Left.alone]
# CHECK: py.func @__main__.use
# CHECK: py.method_at {{.*}} 1
# CHECK: py.is_null
# CHECK: py.call_fast_likely {{.*}} at 1
