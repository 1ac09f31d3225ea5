# skip-wasm: under node the engine's stack, not sys.setrecursionlimit, sets the depth
import sys
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(sys.getrecursionlimit())
sys.setrecursionlimit(200)
try:
    depth(500)
except RecursionError:
    print("limited")
sys.setrecursionlimit(5000)
print(depth(3000))
