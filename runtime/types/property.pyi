class property:
    """Property attribute.

Reading, storing and deleting the attribute calls the getter, setter and deleter."""
    def __init__(self, fget=None, fset=None, fdel=None, doc=None): ...
    def getter(self, object, /):
        """Descriptor to obtain a copy of the property with a different getter."""
    def setter(self, object, /):
        """Descriptor to obtain a copy of the property with a different setter."""
    def deleter(self, object, /):
        """Descriptor to obtain a copy of the property with a different deleter."""
    def __set_name__(self, owner, name, /) -> None:
        """Method to set name of a property."""
