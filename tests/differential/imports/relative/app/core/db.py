from . import KIND
from ..models import User
class Store:
    def __init__(self):
        self.items = []
    def add(self, x):
        assert isinstance(x, KIND)
        self.items.append(x)
