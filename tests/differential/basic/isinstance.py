print(isinstance(1, int), isinstance("a", int), isinstance(True, int), type(1.5).__name__)
