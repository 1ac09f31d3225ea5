"""How format strings are read, for string.Formatter."""
def formatter_parser(text, /): """An iterator over literal text and replacement fields of a format string."""
def formatter_field_name_split(text, /): """The first part of a field's name, and an iterator over the others."""
