# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-infer-borrows,py-exception-edges,py-definite-assignment),py-version-blocks)' | FileCheck %s

# Bytes of a bytearray, whose type is tested at each subscript; the pair of divmod() that is unpacked; a range with a variable
# step.


def mark(n, step):
    flags = bytearray([1]) * n
    for i in range(0, n, step):
        flags[i] = flags[i - 1] + 1
    return len(flags)


def digits(n, base):
    total = 0
    while n:
        n, digit = divmod(n, base)
        total += digit
    return total


mark(10, 3)
digits(1234, 10)

# CHECK-LABEL: py.func @__main__.mark.fast
# CHECK:       ^bb0(%{{.*}}: i64, %{{.*}}: i64):
# CHECK:         arith.cmpi sle
# CHECK:         py.is_exactly %{{.*}} "type_bytearray"
# CHECK:         py.byte %{{.*}}[%{{.*}}] in_array
# CHECK:         arith.cmpi ugt
# CHECK:         py.set_byte
# CHECK-LABEL: py.func @__main__.mark.rest
# CHECK-NOT:     py.set_byte
# CHECK-LABEL: py.func @__main__.digits.fast
# CHECK:         py.is_known_global %{{.*}} "divmod"
# CHECK:         arith.cmpi sle
# CHECK:         %[[QUOTIENT:.*]] = py.floor_divide_int
# CHECK-NEXT:    py.modulo_int
# CHECK-NOT:     py.unpack
# CHECK-LABEL: py.func @__main__.digits.rest
