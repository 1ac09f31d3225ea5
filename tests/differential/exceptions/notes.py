e = ValueError("base")
e.add_note("first note")
e.add_note("second\nnote")
print(e.__notes__, str(e), repr(e))
try:
    e.add_note(5)
except TypeError as t:
    print(t)
try:
    try:
        int("zz")
    except ValueError as v:
        v.add_note("while parsing zz")
        raise
except ValueError as v:
    print(v, v.__notes__)
print(hasattr(KeyError(), "__notes__"))
raise e
