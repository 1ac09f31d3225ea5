def greet(name, *, loud):
    print(name)
greet("ann", loud=True)
greet("bob")
