try:
    import first
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
import third
print(third.ok())
