name="a"
from .sub import mod
