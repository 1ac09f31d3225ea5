values = [1, 2, 0]
for v in values:
    print(v)
    assert v
