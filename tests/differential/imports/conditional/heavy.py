print("loading heavy")
loads = 1
def compute(n):
    return sum(range(n))
