# args: 6
# count: 11
"""Allocation: many small trees built and walked. usage: binary_trees.py [DEPTH]"""
import sys


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def build(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(build(depth - 1), build(depth - 1))


def main():
    deepest = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    print(f"stretch tree of depth {deepest + 1}\t check: {build(deepest + 1).check()}")
    long_lived = build(deepest)
    for depth in range(4, deepest + 1, 4):
        times = 1 << (deepest - depth + 4)
        total = 0
        for _ in range(times):
            total += build(depth).check()
        print(f"{times}\t trees of depth {depth}\t check: {total}")
    print(f"long lived tree of depth {deepest}\t check: {long_lived.check()}")


if __name__ == "__main__":
    main()
