# args: 50
# size: 55000
"""Values that turn from ints into floats and strings, and a constraint of another module. usage: deltablue.py [N]"""
import sys

from straight import deltablue
from straight.deltablue import Edit, Equality, Planner, Stay, Variable


class Doubled(Equality):
    def execute(self):
        self.output().value = self.input().value * 2


def twisted_chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for i, (a, b) in enumerate(zip(variables, variables[1:])):
        (Doubled if i == n - 3 else Equality)(planner, a, b, deltablue.REQUIRED)
    Stay(planner, variables[-1], deltablue.STRONG)
    steps = deltablue.change(planner, variables[0], [*range(92), 10**20, 2.5, "x", True, 5, (1,), 0.1, 7])
    return steps, variables[-1].value, variables[-5].value


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 55000
    print(twisted_chain(n), deltablue.projection(n))
    Edit.is_input = lambda self: 1
    print(deltablue.chain(n // 50))


if __name__ == "__main__":
    main()
