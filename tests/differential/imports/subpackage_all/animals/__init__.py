__all__ = ["cat", "dog", "NAME"]
NAME = "zoo"
