# refused: type param
class Box[T]:  # <- here
    def __init__(self, item: T):
        self.item = item
