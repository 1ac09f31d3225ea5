def ok():
    import fourth
    return fourth.back()
NAME = "third"
