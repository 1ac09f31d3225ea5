"""Docstring of mod."""
def get_new():
    return new
def __getattr__(name):
    if name.startswith("dynamic_"):
        return f"made {name}"
    raise AttributeError(f"module has no {name}")
