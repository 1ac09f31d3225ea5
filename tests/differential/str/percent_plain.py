# %d and %s alone, which take a short way, among others that do not.
class Text(str):
    def __str__(self):
        return "str of " + str.__str__(self)


class Number(int):
    def __str__(self):
        return "number"

    __repr__ = __str__


for values in ((1, "a"), (-5, "\u00e4\U0001f600"), (2**48, ""), (2**70, "x"), (True, Text("t")), (Number(4), None), (1.9, b"b")):
    print("%d|%s" % values, "<%s %%>" % values[1], "%i%5d%-4dx" % (values[0], values[0], values[0]))
for template, values in (("%d", ("a",)), ("%d %d", (1,)), ("%d", (1, 2)), ("%", (1,)), ("%d%", (1,)), ("%s%d", ("a", None))):
    try:
        print(template % values)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(b"%d %s %%" % (5, b"x"), b"%d" % (True,))
print("%d" % 5, "%s" % "x", "%(a)d %(b)s" % {"a": 1, "b": 2}, "%s" % ((1, 2),))
