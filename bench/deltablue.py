# args: 50
# count: 600
"""A solver of one-way constraints with strengths, planned incrementally.

After the idea of Freeman-Benson and Maloney's DeltaBlue; written anew. usage: deltablue.py [N]
"""
import sys

REQUIRED, PREFERRED, STRONG, NORMAL, WEAK, WEAKEST = range(6)


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.walk_strength = WEAKEST
        self.stay = True
        self.mark = 0


class Constraint:
    def __init__(self, planner, strength):
        self.planner = planner
        self.strength = strength

    def add(self):
        for v in self.variables():
            v.constraints.append(self)
        self.planner.incremental_add(self)
        return self

    def destroy(self):
        for v in self.variables():
            v.constraints.remove(self)
        if self.satisfied():
            self.planner.incremental_remove(self)

    def is_input(self):
        return False

    def satisfy(self, mark):
        """Takes its output from a weaker constraint, which is returned to be satisfied again."""
        self.choose(mark)
        if not self.satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("a required constraint cannot be satisfied")
            return None
        for v in self.inputs():
            v.mark = mark
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.unsatisfied()
        out.determined_by = self
        if not self.planner.propagate(self, mark):
            raise RuntimeError("cycle")
        out.mark = mark
        return overridden

    def inputs_known(self, mark):
        return all(v.mark == mark or v.stay or v.determined_by is None for v in self.inputs())


class Unary(Constraint):
    def __init__(self, planner, variable, strength):
        super().__init__(planner, strength)
        self.variable = variable
        self.on = False
        self.add()

    def variables(self):
        return (self.variable,)

    def satisfied(self):
        return self.on

    def unsatisfied(self):
        self.on = False

    def choose(self, mark):
        self.on = self.variable.mark != mark and self.strength < self.variable.walk_strength

    def output(self):
        return self.variable

    def inputs(self):
        return ()

    def recalculate(self):
        self.variable.walk_strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, planner, a, b, strength):
        super().__init__(planner, strength)
        self.a = a
        self.b = b
        self.direction = 0
        self.add()

    def variables(self):
        return (self.a, self.b)

    def satisfied(self):
        return self.direction != 0

    def unsatisfied(self):
        self.direction = 0

    def output(self):
        return self.b if self.direction > 0 else self.a

    def input(self):
        return self.a if self.direction > 0 else self.b

    def inputs(self):
        return (self.input(),)

    def choose(self, mark):
        a, b = self.a, self.b
        if a.mark == mark:
            self.direction = 1 if b.mark != mark and self.strength < b.walk_strength else 0
        elif b.mark == mark:
            self.direction = -1 if self.strength < a.walk_strength else 0
        elif a.walk_strength > b.walk_strength:
            self.direction = -1 if self.strength < a.walk_strength else 0
        else:
            self.direction = 1 if self.strength < b.walk_strength else 0

    def recalculate(self):
        source, out = self.input(), self.output()
        out.walk_strength = max(self.strength, source.walk_strength)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equality(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    """b = a * factor + offset"""

    def __init__(self, planner, a, factor, offset, b, strength):
        self.factor = factor
        self.offset = offset
        super().__init__(planner, a, b, strength)

    def variables(self):
        return (self.a, self.b, self.factor, self.offset)

    def inputs(self):
        return (self.input(), self.factor, self.offset)

    def execute(self):
        if self.direction > 0:
            self.b.value = self.a.value * self.factor.value + self.offset.value
        else:
            self.a.value = (self.b.value - self.offset.value) // self.factor.value

    def recalculate(self):
        source, out = self.input(), self.output()
        out.walk_strength = max(self.strength, source.walk_strength)
        out.stay = source.stay and self.factor.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.current = 0

    def new_mark(self):
        self.current += 1
        return self.current

    def incremental_add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark)
        while overridden is not None:
            overridden = overridden.satisfy(mark)

    def incremental_remove(self, constraint):
        out = constraint.output()
        constraint.unsatisfied()
        for left in sorted(self.remove_propagate(out), key=lambda c: c.strength):
            self.incremental_add(left)

    def remove_propagate(self, out):
        out.determined_by = None
        out.walk_strength = WEAKEST
        out.stay = True
        left = []
        todo = [out]
        while todo:
            v = todo.pop()
            for c in v.constraints:
                if not c.satisfied():
                    left.append(c)
            for c in v.constraints:
                if c is not v.determined_by and c.satisfied():
                    c.recalculate()
                    todo.append(c.output())
        return left

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark == mark:
                return False
            c.recalculate()
            for other in out.constraints:
                if other is not out.determined_by and other.satisfied():
                    todo.append(other)
        return True

    def plan_from(self, edits):
        mark = self.new_mark()
        plan = []
        todo = list(edits)
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark != mark and c.inputs_known(mark):
                plan.append(c)
                out.mark = mark
                for other in out.constraints:
                    if other is not out.determined_by and other.satisfied():
                        todo.append(other)
        return plan


def change(planner, variable, values):
    edit = Edit(planner, variable, PREFERRED)
    plan = planner.plan_from([edit])
    for value in values:
        variable.value = value
        for c in plan:
            c.execute()
    edit.destroy()
    return len(plan)


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equality(planner, a, b, REQUIRED)
    Stay(planner, variables[-1], STRONG)
    steps = change(planner, variables[0], range(100))
    assert variables[-1].value == 99, variables[-1].value
    return steps


def projection(n):
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    pairs = []
    for i in range(n):
        a, b = Variable(f"a{i}", i), Variable(f"b{i}", i)
        Stay(planner, a, NORMAL)
        Scale(planner, a, scale, offset, b, REQUIRED)
        pairs.append((a, b))
    a, b = pairs[n // 2]
    change(planner, a, [17])
    assert b.value == 1170, b.value
    change(planner, b, [1050])
    assert a.value == 5, a.value
    change(planner, scale, [5])
    change(planner, offset, [2000])
    assert all(b.value == a.value * 5 + 2000 for a, b in pairs[:-1])
    return sum(b.value for _, b in pairs)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 55000
    print(chain(n), projection(n))


if __name__ == "__main__":
    main()
