def gen(n):
    for i in range(n):
        yield i
print(list(gen(3)))
for x in gen(2):
    print(x)
