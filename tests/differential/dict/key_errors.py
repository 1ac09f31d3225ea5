d = {"a": 1, 2: "b", (3, 4): None}
for k in ("a", "z", 2, "2", (3, 4), (3,), None, 2.0, "it's"):
    try:
        print(k, d[k])
    except KeyError as e:
        print("KeyError", e, e.args)
for k in ([], {}, set(), [1]):
    try:
        d[k]
    except TypeError as e:
        print(e)
try:
    del d["zz"]
except KeyError as e:
    print(repr(e))
