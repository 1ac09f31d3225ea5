# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely)' | FileCheck %s

# Where nothing is seen to reach a place, an annotation says what is likely; what is seen counts more.


class Point:
    x: float

    def __init__(self):
        self.x = unknown()


# What is in the list is unknown: the annotations hold, and go on into what is made of it.
# CHECK-LABEL: py.func @__main__.hidden {
# CHECK:         py.get_attribute %arg0 "x" {field = 0 : i32, likely = 2 : i32, receiver = #py.class<@__main__.Point, 0>}
# CHECK:         py.multiply {{.*}} {likely = 2 : i32
# CHECK:         likely_parameters = [#py.class<@__main__.Point, 0>, 2 : i32], likely_result = 2 : i32
def hidden(point: Point, factor: float) -> float:
    return point.x * factor


# CHECK-LABEL: py.func @__main__.seen {
# CHECK:         likely_parameters = [1 : i32]
def seen(number: float):
    return number


# CHECK-LABEL: py.func @__main__.items_of {
# CHECK:         py.iterator_next {{.*}} {likely = 1 : i32
# CHECK:         likely_parameters = [16 : i32], likely_result = 1 : i32
def items_of(numbers: list[int] | None):
    result = 0
    for number in numbers:
        result = result + number
    return result


# A variable keeps what its annotation says until something else is seen to be stored.
# CHECK-LABEL: py.func @__main__.variables {
# CHECK:         py.load_local {{.*}} "a" {{.*}}likely = 2 : i32
# CHECK-NOT:     py.load_local {{.*}} "b" {{.*}}likely
# CHECK:         py.return
def variables():
    a: float = unknown()
    b: float = unknown()
    b = "text"
    if b:
        a = unknown()
    return a, b


seen(1)
for function, arguments in unknown():
    function(*arguments)
