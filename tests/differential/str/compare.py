def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
ss = ["", "a", "A", "b", "ab", "abc", "é", "日", "10", "9"]
for a in ss:
    print(repr(a), [a < b for b in ss], [a == b for b in ss].index(True), [a >= b for b in ss].count(True))
print("abc" == "abc", "abc" != "abd", "abc" == b"abc", "1" == 1, "a" == ["a"], "ab".__eq__(5), "ab".__lt__("b"), "ab".__contains__("b"))
attempt(lambda: "a" < 1)
attempt(lambda: "a" >= None)
attempt(lambda: "a" <= b"a")
attempt(lambda: "a" > ["a"])
attempt(lambda: sorted(["a", 1]))
attempt(lambda: max("a", 1))
attempt(lambda: min(["b", "a"], ["a", 5]))
attempt(lambda: "a".nothing)
attempt(lambda: ss[1]())
attempt(lambda: -"a")
attempt(lambda: "a" - "b")
attempt(lambda: "a" / 2)
attempt(lambda: "a" % 2)
attempt(lambda: "a" & "b")
attempt(lambda: "a" ** 2)
attempt(lambda: str.upper(5))
attempt(lambda: str.upper())
attempt(lambda: str.join(",", ["a", "b"]))
attempt(lambda: str.__len__("abc"))
