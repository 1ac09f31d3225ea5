print("pkg init")
VERSION = "1.0"
from . import tools
from .tools import double as twice
assert twice(2) == 4
