# What is None about as often as it is something else.


class Node:
    def __init__(self, left, right, weight=None):
        self.left = left
        self.right = right
        self.weight = weight


def build(depth):
    if depth == 0:
        return Node(None, None, 1)
    return Node(build(depth - 1), None if depth % 3 == 0 else build(depth - 1))


def count(node):
    if node is None:
        return 0
    total = 1
    if node.left is not None:
        total += count(node.left)
    return total + count(node.right)


def weigh(node):
    weight = node.weight
    if weight is None:
        weight = 0
        if node.left is not None:
            weight += weigh(node.left)
        if node.right:
            weight += weigh(node.right)
        node.weight = weight
    return weight


def fill(cells, value):
    filled = opened = 0
    for cell in cells:
        if cell is None:
            opened += 1
        elif cell >= value:
            filled += 1
    return filled, opened


def last_of(pairs):
    result = []
    for key, value in pairs:
        if value is None:
            value = key
        result.append(value + 1)
    return result


def chain(n):
    head = None
    for i in range(n):
        head = Node(head, None, i if i % 2 else None)
    total = 0
    while head is not None:
        if head.weight is not None:
            total += head.weight
        head = head.left
    return total


print(count(build(6)), weigh(build(6)))
print(fill([1, None, 2, None, 3], 2), fill([1.5, None, True, 10**20], 1), fill([None], 0))
print(last_of([(1, None), (2, 3), (4, 2.5), (10**30, None)]))
print(chain(20))
tree = build(2)
tree.left = 5
try:
    print(count(tree))
except AttributeError as error:
    print(error)
try:
    print(fill([None, "a"], 0))
except TypeError as error:
    print(error)
tree = build(2)
del tree.right
try:
    print(weigh(tree))
except AttributeError as error:
    print(error)
