"""The library's package."""
__version__ = "1.2"
__all__ = ["models", "rules", "report", "store"]
