import _thread, reprlib
lock = _thread.allocate_lock()
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(type(lock), lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(True, 0.01), lock.acquire(timeout=0), lock.release(), lock.locked())
print(repr(lock).split(" at")[0], lock.acquire(), repr(lock).split(" at")[0], lock.release())
with lock as entered:
    print(entered, lock.locked())
for f in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2), lambda: lock.acquire(timeout="a"), lambda: _thread.lock(1)):
    attempt(f)
r = _thread.RLock()
print(type(r), r.acquire(), r.acquire(blocking=False), r._is_owned(), repr(r).split(" owner")[0], r.release(), r._is_owned(), r.release(), r._is_owned())
attempt(r.release)
with r:
    with r:
        print(r._recursion_count())
        state = r._release_save()
        print(state[0], r._is_owned())
        r._acquire_restore(state)
print(r._is_owned(), _thread.get_ident() == _thread.get_ident(), _thread.error is RuntimeError, _thread.LockType is type(lock), _thread._count(), _thread.TIMEOUT_MAX > 1e9)
try: _thread.exit()
except SystemExit as e: print("exit", e.args)

class R:
    def __init__(self): self.items = [self, 1]
    @reprlib.recursive_repr()
    def __repr__(self): return f"R({self.items})"
print(R(), reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}))
short = reprlib.Repr(maxlist=2, maxother=5)
print(short.repr([1, 2, 3]), short.repr({1, 2}), short.repr((1,)), short.repr(10**100), short.repr([[[[[[[]]]]]]]))
