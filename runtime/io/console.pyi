# The builtin functions that do input and output; runtime/modules/builtins.cpp puts them into `builtins`.
def print(*args, sep=None, end=None, file=None, flush: bool = False) -> None:
    """Writes the values to a stream, sys.stdout by default."""
def input(prompt=..., /):
    """Reads a line from standard input, without its newline."""
def open(file, mode: str = "r", buffering: int32 = -1, encoding: str | None = None, errors: str | None = None, newline: str | None = None, closefd: bool = True, opener=None):
    """Opens a file and returns a file object."""
