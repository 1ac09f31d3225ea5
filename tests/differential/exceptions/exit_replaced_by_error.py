import sys
try:
    sys.exit(5)
except SystemExit as e:
    print("intercepted", e.code)
    raise ValueError("instead")
