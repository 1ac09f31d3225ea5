# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-fuse-tests,py-exception-edges,py-definite-assignment,py-forward-to-fast),py-version-blocks)' | FileCheck %s

# A class pattern of a known class is a test of the class and loads of its fields: the names at its positions are known, too.
# CHECK: py.register_class {{.*}} match_args ["x", "y"]


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


# CHECK: py.func @__main__.total.fast
# CHECK: py.is_instance
# CHECK: py.load_field %{{.*}} 0
# CHECK: py.load_field %{{.*}} 1
# CHECK-NOT: py.match_attributes
# CHECK: py.func @{{.*}}.rest
def total(points):
    result = 0
    for p in points:
        match p:
            case Point(x, y):
                result += x + y
            case int(n):
                result += n
    return result


print(total([Point(1, 2), Point(3, 4), 5]))
