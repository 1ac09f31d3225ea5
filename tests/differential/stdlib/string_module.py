import _string, string
def e(f):
    try: print(f())
    except BaseException as x: print(type(x).__name__, x)
for t in ["", "abc", "a{{b{x!r:>5}c", "{}", "{0[a].b}", "{a:{b}}", "}}", "{{", "a}}b{c}", "{x:}", "{x!s}", "é{ü!r}", "}", "{", "{a", "{a!", "{a!r", "{a!rx}", "{a:{}", "{a!}", "{{}}x", "{a{b}", "{!r}", "{:}", "x{{{y}}}z", "{x[}]}"]:
    e(lambda: list(_string.formatter_parser(t)))
for t in ["a", "0", "0.a[1][b].c", "", "a[", "a[]", "a.", "a..b", "a[1]x", "12345678901234567890123", "a[99999999999999999999999]", "00", "-1", "é.ü", "a[-1]", ".a", "[0]", "a[x.y]"]:
    def run():
        first, rest = _string.formatter_field_name_split(t)
        return first, list(rest)
    e(run)
for f in [lambda: _string.formatter_parser(1), lambda: _string.formatter_parser(), lambda: _string.formatter_field_name_split(None), lambda: type(_string.formatter_parser("")), lambda: type(_string.formatter_field_name_split("a")[1])]:
    e(f)
F = string.Formatter()
for call in [lambda: F.format("{0} {a!r:>5} {1[0]} {0.real}", 5, [7], a="x"), lambda: F.format("{} {}", 1, 2), lambda: F.format("{0} {}", 1, 2), lambda: F.format("{} {0}", 1), lambda: F.format("{a:{b}}", a=5, b=4), lambda: F.vformat("{x}", (), {"x": 1}), lambda: F.format("{x}"), lambda: F.format("{5}"), lambda: F.format("{a!x}", a=1), lambda: F.format(), lambda: F.format("{:{}}", 3, 6), lambda: F.format("{:{:{}}}", 3, 6, 1)]:
    e(call)
class G(string.Formatter):
    def get_value(self, key, args, kwargs): return f"<{key}>"
    def convert_field(self, value, conversion): return value + "!" + str(conversion)
    def check_unused_args(self, used, args, kwargs): print("used", sorted(map(str, used)))
print(G().format("{a} {0!s} {b.upper}".replace(".upper", "")))
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
