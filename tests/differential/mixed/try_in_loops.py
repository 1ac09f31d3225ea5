def f(items):
    out = []
    for x in items:
        try:
            if x == "skip":
                continue
            if x == "stop":
                break
            out.append(10 // x)
        except ZeroDivisionError:
            out.append("zero")
            continue
        except TypeError as e:
            out.append(type(e).__name__)
        else:
            out.append("ok")
        finally:
            out.append("|")
    else:
        out.append("end")
    return out
print(f([1, 0, "skip", 5]))
print(f([1, "stop", 5]))
print(f(["a", None]))
print(f([]))
n = 0
while True:
    try:
        n += 1
        if n % 2:
            continue
        if n > 6:
            break
    finally:
        n += 2
print(n)
