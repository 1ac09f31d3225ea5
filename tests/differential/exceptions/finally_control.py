def f1():
    try:
        return "try"
    finally:
        print("fin1")
def f3():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("fin", i)
    else:
        print("no break")
    return i
def f4():
    while True:
        try:
            try:
                break
            finally:
                print("inner")
        finally:
            print("outer")
    return "left"
def f6():
    x = 1
    try:
        return x
    finally:
        x = 2
def f7():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
def f8():
    for i in range(3):
        for j in range(3):
            try:
                if j == 1: break
            finally:
                print(i, j)
        else:
            print("never")
    return "done"
def f9():
    try:
        try:
            raise ValueError("a")
        finally:
            raise KeyError("b")
    except KeyError as e:
        return type(e.__context__).__name__
def f10(n):
    try:
        if n == 0: return "zero"
        try:
            if n == 1: return "one"
            raise ValueError(n)
        except ValueError:
            if n == 2: return "two"
        finally:
            print("inner fin", n)
    finally:
        print("outer fin", n)
    return "rest"
for f in (f1, f3, f4, f6, f7, f8, f9):
    print(f.__name__, f())
for n in range(4):
    print(f10(n))
def gen():
    for i in range(3):
        try:
            yield i
        finally:
            print("gen fin", i)
for v in gen():
    if v == 1: break
