def f():
    try:
        pass
    finally
        pass
