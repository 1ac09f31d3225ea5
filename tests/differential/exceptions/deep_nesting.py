def level(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        level(n - 1)
    except ValueError as e:
        e.args = (e.args[0] + f" <{n}",)
        raise
    finally:
        log.append(n)
log = []
try:
    level(6)
except ValueError as e:
    print(e, log)
def retry(f, times):
    errors = []
    for attempt in range(times):
        try:
            return f(attempt), errors
        except (ValueError, KeyError) as e:
            errors.append(repr(e))
    raise RuntimeError(f"gave up after {errors}")
def flaky(n):
    if n == 0: raise ValueError("zero")
    if n == 1: raise KeyError("one")
    return n
print(retry(flaky, 3))
try:
    retry(flaky, 2)
except RuntimeError as e:
    print(e)
count = 0
for i in range(10000):
    try:
        if i % 3 == 0: raise ValueError(i)
        if i % 3 == 1: raise KeyError(i)
    except ValueError as e:
        count += e.args[0] % 7
    except KeyError:
        count += 1
    else:
        count -= 1
print(count)
def cleanup():
    done = []
    try:
        try:
            try:
                done.append(1)
                raise OSError("x")
            finally:
                done.append(2)
        finally:
            done.append(3)
    except OSError:
        done.append(4)
    return done
print(cleanup())
