def is_it(x):
    return f"own {x}"
