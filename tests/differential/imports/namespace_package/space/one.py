from . import two
from .inner import deep

print(__name__, __package__, deep.NAME, two.double(1))
