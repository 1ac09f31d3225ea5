class Odd(Exception):
    def __str__(self):
        raise ValueError("no str")
raise Odd("x")
