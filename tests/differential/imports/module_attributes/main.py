"""Docstring of main."""
import mod, pkg
print(__doc__, mod.__doc__, mod.__name__, pkg.__name__, mod.__file__.endswith("mod.py"), pkg.__file__.endswith("__init__.py"), mod.__package__ == "", pkg.__package__, hasattr(pkg, "__path__"), hasattr(mod, "__path__"))
mod.new = 5
print(mod.new, mod.get_new(), "new" in dir(mod), vars(mod)["new"], sorted(k for k in mod.__dict__ if k[0] != "_"))
del mod.new
try:
    mod.new
except AttributeError as e:
    print(e)
try:
    mod.get_new()
except NameError as e:
    print(e)
print(type(mod).__name__, repr(mod).startswith("<module 'mod' from"), mod.dynamic_thing)
try:
    mod.other
except AttributeError as e:
    print(e)
setattr(mod, "set_by_name", 1)
print(getattr(mod, "set_by_name"), hasattr(mod, "nope"))
