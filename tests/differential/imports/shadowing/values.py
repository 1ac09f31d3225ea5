value = 1
def change():
    global value
    value = 50
def get():
    return value
def listing():
    return "custom list"
