from .. import VERSION
from ..tools import double
from . import NAME
print("deep init", NAME)
def value():
    return double(21)
def parent_version():
    return VERSION
