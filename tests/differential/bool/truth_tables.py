for a in (False, True):
    for b in (False, True):
        print(a, b, a and b, a or b, a != b, not a, a <= b, a == b, a ^ b, a & b, a | b, not (a and b), int(a) + b)
print(sum([True, False, True]), [x for x in (0, 1, "", "a", None, [], [0]) if x], all([1, "a", [0]]), any([0, "", None]), bool(0.0), bool("False"), True > False, {True: 1}[1], "yes" if [] else "no")
