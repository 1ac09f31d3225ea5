# refused: match
def f(x):
    match x:  # <- here
        case 1:
            return "one"
        case [a, b]:
            return a + b
        case _:
            return "other"
print(f(1))
