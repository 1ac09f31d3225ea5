# RUN: molt-irgen %s | FileCheck %s

# Literals are compared, alternatives meet in one block, and names are bound when the whole pattern has matched.
# CHECK: py.func @__main__.literals
# CHECK-NOT: py.len
# CHECK: py.equal
# CHECK: py.is %
# CHECK: py.equal
def literals(x):
    match x:
        case 1 | 2:
            return "few"
        case None:
            return "none"


# No list for what is not bound: only the items that are looked at are taken.
# CHECK: py.func @__main__.sequences
# CHECK-NOT: py.unpack_star
# CHECK: py.func @__main__.mappings
def sequences(x):
    match x:
        case [a, 1]:
            return a
        case [b, *_, 2]:
            return b
        case [_, _, _]:
            return x


# CHECK: py.is_mapping
# CHECK: py.match_keys
# CHECK: py.dict_update
# CHECK: py.delete_item
def mappings(x):
    match x:
        case {"a": a, **rest}:
            return a, rest


# The attributes in one; what the pattern ignores is taken all the same.
# CHECK: py.func @__main__.classes
# CHECK: py.match_instance
# CHECK: py.match_attributes %{{.*}}, %{{.*}} 2 ["z"]
def classes(x):
    match x:
        case C(a, _, z=3):
            return a
