# refused: t-string
name = "x"
t = t"hello {name}"  # <- here
