# args: one two --three=3
import sys
print(sys.argv[1:], len(sys.argv), sys.version_info[:2] >= (3, 12), sys.version_info.major, type(sys.version_info).__name__, sys.version_info >= (3,), sys.maxsize, sys.byteorder, sys.maxunicode)
print(sys.version_info.minor == int(sys.version.split()[0].split(".")[1]), sys.hexversion >> 24, sys.version_info.releaselevel, sys.implementation.name in ("cpython", "molt"))
print(type(sys.modules).__name__, "sys" in sys.modules, "__main__" in sys.modules, sys.modules["sys"] is sys, sys.__name__, type(sys).__name__, type(sys.path).__name__)
print(sys.getrecursionlimit(), sys.getdefaultencoding(), sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit in (15, 30), sys.hash_info.modulus, sys.hash_info.inf)
x = []
print(sys.getrefcount(x) >= 2, sys.getsizeof(x) > 0, sys.intern("abc") is sys.intern("abc"), sys.getrefcount(None) > 100)
print(sys.stdout.name if False else "out", hasattr(sys, "stdin"), hasattr(sys, "exit"), callable(sys.exit), sys.exc_info(), sys.flags.optimize, sys.dont_write_bytecode in (True, False))
def attempt(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, e.args)
attempt(lambda: sys.exit(4))
attempt(lambda: sys.exit("text"))
attempt(lambda: sys.exit())
attempt(lambda: sys.exit(1, 2))
attempt(lambda: sys.setrecursionlimit("a"))
attempt(lambda: sys.setrecursionlimit(0))
attempt(lambda: sys.intern(5))
attempt(lambda: sys.nope)
sys.custom = 5
print(sys.custom)
