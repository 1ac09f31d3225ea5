from . import models, views as v
from .models import User
from .core.db import Store
from .core import db
def main():
    s = Store()
    s.add(User("ann"))
    s.add(models.User("bob"))
    print(v.render(s), db.__name__, User.__module__, __name__)
