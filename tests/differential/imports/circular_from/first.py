print("first")
from second import thing
other = 1
