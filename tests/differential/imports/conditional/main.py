import sys
if sys.version_info >= (3, 0):
    import new_style as impl
else:
    import old_style as impl
print(impl.kind)
def lazy(flag):
    if flag:
        import heavy
        return heavy.compute(5)
    return "not loaded"
print(lazy(False))
print("heavy" in sys.modules)
print(lazy(True), "heavy" in sys.modules)
for _ in range(2):
    import heavy
print(heavy.loads)
class Uses:
    import new_style
    def f(self):
        from new_style import kind as k
        return k + self.new_style.kind
print(Uses().f())
