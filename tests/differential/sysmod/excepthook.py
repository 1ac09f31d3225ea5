import sys
def hook(t, v, tb):
    print("hook:", t.__name__, v, tb is not None)
    print("custom last line", file=sys.stderr)
sys.excepthook = hook
print("about to fail")
raise ValueError("to the hook")
