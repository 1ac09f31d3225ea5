# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-exception-edges,py-definite-assignment,py-forward-to-fast),py-version-blocks)' | FileCheck %s

# A class that derives from a plain exception of the runtime is known: it is made, its base's __init__ called, caught and
# looked into without a lookup. The handler is part of the loop's likely code. A function with attributes of its own stays
# known by its name, and is counted while it is called.


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def check(i):
    if i > 3:
        raise Refused(i)
    return i


def loop(n):
    total = 0
    for i in range(n):
        try:
            total += check(i)
        except Refused as e:
            total += e.code
    return total


def counted(i):
    counted.calls += 1
    return i


counted.calls = 0
loop(counted(10))

# CHECK: py.register_class {{.*}} <@__main__.Refused, 0> ["code"]
# CHECK: py.func @__main__.Refused.__init__.fast {
# CHECK: py.init_exception %arg0(
# CHECK: py.store_field %arg0 0, %arg1 quiet filling exception : i64
# CHECK: py.func @__main__.check.fast {
# CHECK: py.construct_fast {{.*}} @__main__.Refused.__init__.fast exception(
# CHECK: py.func @__main__.loop.fast {
# CHECK: py.call_fast_likely {{.*}} @__main__.check.fast
# CHECK: py.unexpected_result
# CHECK: [[EXCEPTION:%[0-9]+]] = py.take_exception
# CHECK-NOT: cold
# CHECK: py.is_instance {{%[0-9]+}} <@__main__.Refused, 0>
# CHECK: py.load_field {{%[0-9]+}} 0 exception
# CHECK: py.func @__main__.counted.fast {
# CHECK: [[SELF:%[0-9]+]] = py.known_global "counted"
# CHECK: py.get_attribute {{%[0-9]+}} "calls" {in_dict
# CHECK: py.set_attribute {{%[0-9]+}} "calls", {{%[0-9]+}} {in_dict}
