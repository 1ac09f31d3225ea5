def g():
    yield 1
    raise LookupError("from the generator")
for x in g():
    print(x)
