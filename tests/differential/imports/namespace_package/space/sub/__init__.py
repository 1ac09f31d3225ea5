VALUE = "a package with code"
