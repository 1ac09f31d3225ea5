# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-fuse-tests,py-exception-edges,py-definite-assignment,py-forward-to-fast),py-version-blocks)' | FileCheck %s

# Methods that are not called by name on an instance: special ones, those behind super(), static and class methods.


class Base:
    __slots__ = ("n",)

    def __init__(self, n):
        self.n = n

    def grow(self, k, *rest):
        return self.n + k

    @staticmethod
    def twice(x):
        return x + x

    @classmethod
    def made(cls, n):
        return cls(n)


class Derived(Base):
    __slots__ = ()

    def grow(self, k, *rest):
        return super().grow(k, *rest) if rest else super().grow(k)

    def __eq__(self, other):
        return self.n == other.n

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i + 1


def use(d, e):
    total = 0
    for i in range(10):
        if d == e:
            total += len(d)
        if d != e:
            total += d[i]
        total += Base.twice(i) + d.twice(i)
        Derived.made(i)
        if isinstance(d, Base):
            total += 1
    return total


print(use(Derived(1), Derived(2)), Derived(3).grow(1))

# What is known of a class: the forms of its methods, and what it lacks or declares (abi MethodForm, ClassTraits).
# CHECK: py.register_class {{.*}} <@__main__.Base, 0, subclasses 1> ["n"] methods ["__init__", "grow", "made", "twice"]
# CHECK-SAME: forms [0, 0, 3, 2] 0 traits 31
# CHECK: py.register_class {{.*}} forms [0, 0, 3, 2, 0, 0, 0] 4 traits 25

# CHECK-LABEL: py.func @__main__.Base.__init__.fast
# CHECK: py.store_field {{.*}} 0, {{.*}} declared

# No super object; *args is made at the call.
# CHECK-LABEL: py.func @__main__.Derived.grow.fast
# CHECK: py.is_symbol {{.*}} "type_super"
# CHECK: py.is_known_class {{.*}} <@__main__.Derived, 1>
# CHECK: %[[REST:.*]] = py.make_tuple()
# CHECK: py.call_fast_likely {{.*}} @__main__.Base.grow.fast{{.*}}, %[[REST]])

# CHECK-LABEL: py.func @__main__.use.fast
# CHECK-DAG: py.test_fast {{.*}} "equal" {{.*}} @__main__.Derived.__eq__.fast
# CHECK-DAG: py.test_fast negated {{.*}} "not_equal" {{.*}} @__main__.Derived.__eq__.fast
# CHECK-DAG: py.call_fast_likely {{.*}} @__main__.Derived.__len__.fast
# CHECK-DAG: py.call_fast_likely {{.*}} @__main__.Derived.__getitem__.fast
# CHECK-DAG: py.call_fast_likely {{.*}} @__main__.Base.twice.fast
# CHECK-DAG: py.call_fast_likely {{.*}} @__main__.Base.made.fast
# CHECK-NOT: py.call {{.*}} "isinstance"
