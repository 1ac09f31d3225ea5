from third import NAME
def back():
    return "back to " + NAME
