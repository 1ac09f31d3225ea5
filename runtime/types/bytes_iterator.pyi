class bytes_iterator:
    def __length_hint__(self) -> int64:
        """How many bytes are left."""
    def __setstate__(self, state: int64, /) -> None:
        """Sets the position."""
