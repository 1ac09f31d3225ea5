"""A small text adventure. Commands are read from standard input; the end of input ends the game."""
import sys


class Thing:
    def __init__(self, name, description, portable=True):
        self.name = name
        self.description = description
        self.portable = portable

    def use(self, game):
        return f"You cannot use the {self.name} here."


class Lamp(Thing):
    def __init__(self):
        super().__init__("lamp", "An old brass lamp.")
        self.lit = False

    def use(self, game):
        self.lit = not self.lit
        self.description = f"An old brass lamp. It is {'lit' if self.lit else 'dark'}."
        return "The lamp is now " + ("on." if self.lit else "off.")


class Key(Thing):
    def __init__(self, door):
        super().__init__("key", "A rusty key.")
        self.door = door

    def use(self, game):
        room, direction = self.door
        if game.room is not game.rooms[room]:
            return "There is nothing to unlock."
        if direction not in game.room.locked:
            return "It is open already."
        game.room.locked.discard(direction)
        return f"Click. The way {direction} is open."


class Room:
    def __init__(self, title, description, dark=False):
        self.title = title
        self.description = description
        self.dark = dark
        self.exits = {}
        self.locked = set()
        self.things = {}
        self.visited = False

    def put(self, thing):
        self.things[thing.name] = thing
        return self


class GameOver(Exception):
    pass


OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east", "up": "down", "down": "up"}
SHORT = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down",
         "l": "look", "i": "inventory", "x": "examine", "q": "quit"}


class Game:
    def __init__(self):
        self.rooms = {}
        self.carried = {}
        self.score = 0
        self.moves = 0
        self.build()
        self.room = self.rooms["garden"]

    def build(self):
        def room(key, *args, **options):
            self.rooms[key] = Room(*args, **options)
            return self.rooms[key]
        room("garden", "Garden", "Roses everywhere. A house stands to the north.").put(
            Thing("fountain", "Water runs over mossy stone.", portable=False))
        room("hall", "Hall", "A dusty hall. Stairs lead down.").put(Lamp())
        room("cellar", "Cellar", "Barrels and cobwebs.", dark=True).put(
            Thing("coin", "A gold coin from a forgotten kingdom."))
        room("study", "Study", "Books up to the ceiling.").put(Key(("hall", "west")))
        room("vault", "Vault", "A small stone room.").put(Thing("crown", "The lost crown!"))
        for a, direction, b in (("garden", "north", "hall"), ("hall", "down", "cellar"),
                                ("hall", "east", "study"), ("hall", "west", "vault")):
            self.rooms[a].exits[direction] = self.rooms[b]
            self.rooms[b].exits[OPPOSITE[direction]] = self.rooms[a]
        self.rooms["hall"].locked.add("west")

    def can_see(self):
        lamp = self.carried.get("lamp")
        return not self.room.dark or (lamp is not None and lamp.lit)

    def look(self, *_):
        if not self.can_see():
            return "It is pitch dark."
        lines = [self.room.title, self.room.description]
        if self.room.things:
            lines.append("You see: " + ", ".join(sorted(self.room.things)))
        lines.append("Exits: " + ", ".join(sorted(self.room.exits)))
        return "\n".join(lines)

    def go(self, direction=None, *_):
        direction = SHORT.get(direction, direction)
        if direction not in self.room.exits:
            return "You cannot go there."
        if direction in self.room.locked:
            return "The door is locked."
        self.room = self.room.exits[direction]
        if not self.room.visited:
            self.room.visited = True
            self.score += 5
        return self.look()

    def take(self, name=None, *_):
        if not self.can_see() or name not in self.room.things:
            return "You see no such thing."
        thing = self.room.things[name]
        if not thing.portable:
            return f"The {name} is too heavy."
        self.carried[name] = self.room.things.pop(name)
        self.score += 10
        if name == "crown":
            raise GameOver("You have found the lost crown!")
        return "Taken."

    def drop(self, name=None, *_):
        try:
            self.room.put(self.carried.pop(name))
        except KeyError:
            return "You do not have that."
        return "Dropped."

    def examine(self, name=None, *_):
        for place in (self.carried, self.room.things if self.can_see() else {}):
            if name in place:
                return place[name].description
        return "You see no such thing."

    def use(self, name=None, *_):
        return self.carried[name].use(self) if name in self.carried else "You do not have that."

    def inventory(self, *_):
        return "You carry " + (", ".join(sorted(self.carried)) or "nothing") + "."

    def quit(self, *_):
        raise GameOver("Goodbye.")

    def obey(self, line):
        verb, *rest = line.lower().split() or [""]
        verb = SHORT.get(verb, verb)
        if verb in OPPOSITE:
            verb, rest = "go", [verb]
        if verb not in ("look", "go", "take", "drop", "examine", "use", "inventory", "quit"):
            return f"I do not know how to {verb!r}."
        self.moves += 1
        return getattr(self, verb)(*rest)


def main():
    game = Game()
    print(game.look())
    try:
        while True:
            print("> ", end="")
            line = sys.stdin.readline()
            if not line:
                raise GameOver("The light fades.")
            print(line.strip())
            print(game.obey(line))
    except GameOver as end:
        print(end)
    print(f"{game.score} points in {game.moves} moves.")


if __name__ == "__main__":
    main()
