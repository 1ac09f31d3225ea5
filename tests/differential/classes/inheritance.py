class Animal:
    sound = "..."
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f"{self.name} says {self.sound}"
    def kind(self):
        return "animal"
class Dog(Animal):
    sound = "woof"
    def kind(self):
        return "dog, " + super().kind()
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak().upper() + "!" * self.age
    def kind(self):
        return "puppy, " + super(Puppy, self).kind()
class Cat(Animal):
    def speak(self):
        return Animal.speak(self).replace("...", "meow")
for a in (Animal("it"), Dog("rex"), Puppy("bit", 2), Cat("tom")):
    print(a.speak(), a.kind(), type(a).__name__, isinstance(a, Dog), isinstance(a, (Cat, Dog)), [c.__name__ for c in type(a).__mro__])
print(issubclass(Puppy, Animal), issubclass(Dog, Puppy), issubclass(Dog, (Cat, Animal)), issubclass(int, object), Puppy.__base__.__name__, Puppy.__bases__, Animal.__subclasses__() == [Dog, Cat])
class Base:
    def __init__(self):
        self.log = ["Base"]
        self.setup()
    def setup(self):
        self.log.append("Base.setup")
class Derived(Base):
    def setup(self):
        super().setup()
        self.log.append("Derived.setup")
print(Derived().log)
class NoInit(Dog): pass
print(NoInit("x").speak(), NoInit.__init__ is Animal.__init__, NoInit.kind is Dog.kind)
try:
    NoInit()
except TypeError as e:
    print(e)
Animal.sound = "changed"
print(Cat("c").speak(), Dog("d").speak(), Cat.sound, "sound" in Cat.__dict__)
