# refused: type param
def first[T](items: list[T]) -> T:  # <- here
    return items[0]
print(first([1]))
