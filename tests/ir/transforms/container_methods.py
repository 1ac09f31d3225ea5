# RUN: molt-irgen %s | molt-opt --pass-pipeline='builtin.module(py-infer-likely,py-fast-versions,py.func(py-fuse-keys,py-fuse-tests,py-exception-edges,py-definite-assignment,py-forward-to-fast),py-version-blocks)' | FileCheck %s

# Methods and deletions of lists, dicts and bytearrays, and slices of strs, where the whole program says what they are of.


# CHECK-LABEL: py.func @{{.*}}lists.fast
# CHECK:         py.list_delete
# CHECK:         py.list_insert
# CHECK-LABEL: py.func @{{.*}}lists.rest
def lists(items, n):
    for i in range(10):
        del items[i]
        items.insert(0, n)
    return items


# CHECK-LABEL: py.func @{{.*}}dicts.fast
# CHECK:         py.dict_get_by_tuple
# CHECK:         py.dict_get
# CHECK-LABEL: py.func @{{.*}}dicts.rest
# CHECK:         py.call_get_by_tuple
def dicts(table):
    total = 0
    for i in range(10):
        total += table.get((i, total), 1)
        total += table.get(i + 1, 1)
    return total


# CHECK-LABEL: py.func @{{.*}}fill.fast
# CHECK:         py.is_exactly %{{.*}} "type_bytearray"
# CHECK:         py.append_byte
# CHECK-LABEL: py.func @{{.*}}fill.rest
def fill(n):
    out = bytearray()
    for _ in range(10):
        out.append(n)
    return out


# CHECK-LABEL: py.func @{{.*}}parts.fast
# CHECK:         py.str_slice
# CHECK-LABEL: py.func @{{.*}}parts.rest
def parts(text):
    found = []
    for i in range(10):
        found.append(text[i:i + 2])
    return found


lists([1, 2, 3], 4)
dicts({(1, 2): 3, 4: 5})
fill(3)
parts("abc")
