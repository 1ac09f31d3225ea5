# A folder without __init__.py is a package, too (PEP 420).
import space.one
from space import one
from space import two as second
import space
import space.inner.deep as deep
from space.sub import VALUE
import space.sub.leaf

HERE = __file__[: -len("main.py")]


def plain(value):
    return repr(value).replace(HERE, "")


print(space.one is one, second.double(21), deep.NAME, VALUE)
print(plain(space), plain(space.inner), type(space).__name__)
print(plain(space.__path__), len(space.__path__), type(space.__path__).__name__)
print([folder.replace(HERE, "") for folder in space.__path__])
print(space.__file__, space.__doc__, space.__name__, space.__package__, space.inner.__package__)
print(sorted(space.__dict__))
spec = space.__spec__
print(spec.name, spec.origin, spec.has_location, spec.parent, spec.submodule_search_locations is space.__path__)
print(HERE + "space" in space.__path__, "space" in space.__path__, space.__path__[0] == HERE + "space")
space.__path__.append("elsewhere")
space.__path__[0] = "here"
print(space.__path__, space, space.__path__ == ["here", "elsewhere"])

try:
    space.missing
except AttributeError as error:
    print(error)
try:
    from space import missing
except ImportError as error:
    print(type(error).__name__, error, error.name, error.path)
try:
    import space.nothing
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    space.__path__.extend([])
except AttributeError as error:
    print(error)
