class slice:
    """slice(stop) or slice(start, stop[, step]): what a[start:stop:step] gives to __getitem__."""
    @style("positional")
    @fast
    def __new__(cls, *args): ...
    def indices(self, object, /):
        """(start, stop, stride) for a sequence of that length."""
    def __reduce__(self): """For copying and pickling."""
