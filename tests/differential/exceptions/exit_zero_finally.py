import sys
def f():
    try:
        sys.exit(0)
    finally:
        print("finally before exit")
try:
    f()
except Exception:
    print("not an Exception")
