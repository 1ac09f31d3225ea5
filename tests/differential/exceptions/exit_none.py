import sys
try:
    sys.exit()
except SystemExit as e:
    print("code", e.code, e.args)
sys.exit(None)
