x = 3
if x is 3 or x is not "a" or x is ():
    pass
text = "\d \q"
data = b"\z"
octal = "\400"
octal_bytes = b"\777"


def asserts():
    assert (x, "message")
    assert ()


def jumps():
    for i in [1]:
        try:
            pass
        finally:
            break
    for i in [1]:
        try:
            pass
        finally:
            for j in [2]:
                continue
            continue
    try:
        return 1
    finally:
        return 2


def missed_commas():
    [(1, 2) (3, 4)]
    1(2)
    "a"["b"]
    [1, 2]["a"]
    None[1]
    (lambda: 1)[0]
    {1}[0]
    f"{x}"(3)
    [1][1.5]
    (1, 2)[1, 2]
    [x for x in x]()
    {}()
    {1: 2}[1]
    "abc"[0], b"abc"["a"], (1, 2)[None]


y = 1if x else 2
y = [0x1for x in ()]
y = 1or 2
y = 1_0if 1 else 2
y = 1.5in ()
y = 1jand 2
"""not a docstring \c"""
f"\{x}"
fr"\{x}"
x is -1
x is (1)
x is 1.0
x is ...
x is None
x is True
x is b"a"
x is f"a{x}"
1 is x
x is x is 1
[x for x in [1] if x is 1]
(1, 2) is x
(1, x) is x
