# refused: type
x = 1
type Pair = tuple[int, int]  # <- here
