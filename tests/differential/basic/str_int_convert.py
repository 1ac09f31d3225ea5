print(int("42") + 1, str(42) + "1", float("1.5") * 2, int(3.9))
