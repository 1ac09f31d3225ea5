from animals import *
print(sorted(n for n in globals() if n in ("cat", "dog", "bird", "NAME")))
print(cat.sound(), dog.sound())
import animals
print(hasattr(animals, "bird"))
from animals import bird
print(bird.sound(), hasattr(animals, "bird"), animals.bird is bird)
