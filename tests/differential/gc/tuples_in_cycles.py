"""Tuples of atoms and tuples of containers: which are collected as parts of cycles."""
import gc


class Node:
    made = freed = 0

    def __init__(self):
        Node.made += 1

    def __del__(self):
        Node.freed += 1


def cycle_through_tuple():
    node = Node()
    node.link = ("plain", 1, 2.5, (3, "x"), (node, "inner"))


def cycle_through_list():
    items = []
    items.append((1, (2, items), Node()))


def later():
    """A tuple of tuples of atoms, and one whose item is made part of a cycle afterwards."""
    holder = [Node()]
    pair = (holder, (1, 2))
    holder.append(pair)


for make in (cycle_through_tuple, cycle_through_list, later):
    for _ in range(50):
        make()
gc.collect()
print(Node.made, Node.freed)

table = {}
for i in range(3000):
    table[(i, str(i))] = (i, (i, i + 1))
gc.collect()
print(len(table), table[(7, "7")], sum(a + b[1] for a, b in table.values()))
weird = tuple([Node(), ()] + [0])
alone = (weird,)
del weird
alone = None
print(Node.made, Node.freed)
