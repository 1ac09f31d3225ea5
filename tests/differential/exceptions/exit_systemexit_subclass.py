class Bye(SystemExit):
    pass
def nested():
    try:
        raise Bye(9)
    except Exception:
        print("no")
    else:
        print("no")
    finally:
        print("bye")
nested()
