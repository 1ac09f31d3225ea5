print(1 in [1, 2], "b" in "abc", "k" in {"k": 1}, 5 not in (1, 2))
