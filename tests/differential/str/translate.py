def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
t = str.maketrans("abc", "xyz")
print(sorted(t.items()), "aabbcc-d".translate(t))
print(str.maketrans({"a": "1", "b": None, 99: "see"}), "abcd".translate(str.maketrans({"a": "1", "b": None, 99: "see", "d": 0x1F389})))
print(str.maketrans("ab", "cd", "xy"), "axby".translate(str.maketrans("ab", "cd", "xy")))
print("hello".translate({104: "H", 111: None}), "hello".translate({}), "".translate(t), "日本".translate({ord("日"): "月"}))
class Upper:
    def __getitem__(self, key):
        if chr(key) == "x":
            raise LookupError
        return chr(key).upper()
print("axbx".translate(Upper()))
print("abc".translate(["zero"] * 98 + ["B!"]))
attempt(lambda: str.maketrans("ab", "c"))
attempt(lambda: str.maketrans({"ab": 1}))
attempt(lambda: str.maketrans(1))
attempt(lambda: str.maketrans("a", 1))
attempt(lambda: str.maketrans({1.5: 1}))
attempt(lambda: "abc".translate(5))
attempt(lambda: "abc".translate({97: 1.5}))
attempt(lambda: "abc".translate({97: 0x110000}))
rot = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm")
print("Hello, World!".translate(rot), "Hello, World!".translate(rot).translate(rot))
