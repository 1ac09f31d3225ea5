import sys
def see():
    return sys.modules["__main__"].x + " seen"
