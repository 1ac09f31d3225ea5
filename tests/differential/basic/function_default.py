def greet(name, greeting="hello"):
    return greeting + ", " + name
print(greet("ann"))
print(greet("bob", "hi"))
print(greet("cid", greeting="hey"))
