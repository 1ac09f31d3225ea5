from .cat import sound as other
def sound(): return "woof not " + other()
