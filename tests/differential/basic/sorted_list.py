print(sorted([3, 1, 2]), sorted("bca"), sorted([1, 2, 3], reverse=True))
