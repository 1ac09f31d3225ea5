print("sub init")
NAME = __name__
