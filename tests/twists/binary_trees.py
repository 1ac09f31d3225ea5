# args: 6
# size: 16
"""A subclass that overrides in another module: the last trees are of another class. usage: binary_trees.py [DEPTH]"""
import sys

from straight import binary_trees


class Counted(binary_trees.Tree):
    def check(self):
        return 100 if self.left is None else super().check()


def main():
    deepest = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    print(binary_trees.build(deepest + 1).check())
    long_lived = binary_trees.build(deepest)
    plain = binary_trees.Tree
    for depth in range(4, deepest + 1, 4):
        times = 1 << (deepest - depth + 4)
        total = 0
        for i in range(times):
            binary_trees.Tree = Counted if i >= times * 9 // 10 else plain
            total += binary_trees.build(depth).check()
        print(times, depth, total)
    long_lived.left.right = Counted(None, None)
    print(long_lived.check())


if __name__ == "__main__":
    main()
