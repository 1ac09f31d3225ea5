def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: len(str(10**4299)))
attempt(lambda: str(10**4300))
attempt(lambda: int("1" * 4301))
attempt(lambda: len(hex(10**5000)))
attempt(lambda: f"{10**5000:d}")
attempt(lambda: f"{10**5000:x}"[:10])
attempt(lambda: int("f" * 5000, 16).bit_length())
attempt(lambda: int("1" * 4300) % 1000007)
import sys
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
attempt(lambda: len(str(10**5000)))
