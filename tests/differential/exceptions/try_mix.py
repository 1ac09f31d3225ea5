def run(n):
    print("run", n)
    try:
        print("body")
        if n == 1: raise ValueError("one")
        if n == 2: raise KeyError("two")
        if n == 3: return "returned"
        if n == 4: raise IndexError("four")
    except ValueError as e:
        print("value", e)
    except (KeyError, TypeError) as e:
        print("key or type", e)
        return "from except"
    else:
        print("else")
    finally:
        print("finally")
    return "end"
for n in range(5):
    try:
        print(run(n))
    except IndexError as e:
        print("escaped", e)
def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("f1")
    except ValueError as e:
        print("caught", e)
        try:
            raise KeyError("second")
        except KeyError:
            print("second caught")
        print("still", e)
    else:
        print("no")
    finally:
        print("f2")
nested()
def bare():
    try:
        1 / 0
    except:
        print("bare")
    try:
        pass
    finally:
        print("only finally")
    try:
        pass
    except Exception:
        print("never")
    else:
        print("else only")
bare()
def else_raises():
    try:
        pass
    except ValueError:
        print("wrong")
    else:
        raise ValueError("from else")
    finally:
        print("fin")
try:
    else_raises()
except ValueError as e:
    print(e)
