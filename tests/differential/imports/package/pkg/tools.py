print("tools init", __name__, __package__)
def double(x):
    return x * 2
