"""The planets of the solar system, moved by their gravity with a leapfrog integrator.

usage: nbody.py [STEPS]
"""
import math
import sys

DAYS_PER_YEAR = 365.24
SOLAR_MASS = 4 * math.pi ** 2


class Vector:
    """A vector in space, with the few operations that mechanics needs."""

    __slots__ = ("x", "y", "z")

    def __init__(self, x=0.0, y=0.0, z=0.0):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return math.sqrt(self.dot(self))

    def __repr__(self):
        return f"({self.x:+.6f}, {self.y:+.6f}, {self.z:+.6f})"


class Body:
    """A mass with a place and a speed."""

    def __init__(self, name, mass, position, velocity):
        self.name = name
        self.mass = mass
        self.position = position
        self.velocity = velocity

    def kinetic_energy(self):
        return 0.5 * self.mass * self.velocity.dot(self.velocity)

    def __str__(self):
        return f"{self.name:8} at {self.position} speed {self.velocity.length():.6f}"


class System:
    """Bodies that attract each other."""

    def __init__(self, bodies):
        self.bodies = list(bodies)
        self.time = 0.0
        self.remove_drift()

    def remove_drift(self):
        """Gives the first body the speed that makes the total momentum zero."""
        momentum = Vector()
        for body in self.bodies:
            momentum = momentum + body.mass * body.velocity
        first = self.bodies[0]
        first.velocity = first.velocity - momentum * (1.0 / first.mass)

    def pairs(self):
        for i, a in enumerate(self.bodies):
            for b in self.bodies[i + 1:]:
                yield a, b

    def energy(self):
        total = sum(body.kinetic_energy() for body in self.bodies)
        for a, b in self.pairs():
            total -= a.mass * b.mass / (a.position - b.position).length()
        return total

    def advance(self, dt):
        for a, b in self.pairs():
            gap = a.position - b.position
            pull = dt / gap.length() ** 3
            a.velocity = a.velocity - gap * (b.mass * pull)
            b.velocity = b.velocity + gap * (a.mass * pull)
        for body in self.bodies:
            body.position = body.position + body.velocity * dt
        self.time += dt


def planet(name, mass, position, velocity):
    """A planet from masses in suns, places in astronomical units and speeds in units a day."""
    return Body(name, mass * SOLAR_MASS, Vector(*position), Vector(*velocity) * DAYS_PER_YEAR)


def solar_system():
    return System([
        Body("Sun", SOLAR_MASS, Vector(), Vector()),
        planet("Jupiter", 9.547919384243266e-04,
               (4.841431442464721, -1.1603200440274284, -0.10362204447112311),
               (0.001660076642744037, 0.007699011184197404, -6.90460016972063e-05)),
        planet("Saturn", 2.858859806661308e-04,
               (8.34336671824458, 4.124798564124305, -0.4035234171143214),
               (-0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-05)),
        planet("Uranus", 4.366244043351563e-05,
               (12.894369562139131, -15.111151401698631, -0.22330757889265573),
               (0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-05)),
        planet("Neptune", 5.1513890204661145e-05,
               (15.379697114850917, -25.919314609987964, 0.17925877295037118),
               (0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-05)),
    ])


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    system = solar_system()
    start = system.energy()
    print(f"energy at the start {start:.9f}")
    for step in range(1, steps + 1):
        system.advance(0.01)
        if step % (steps // 4 or 1) == 0:
            print(f"after {system.time:7.2f} years {system.energy():.9f}")
    for body in system.bodies:
        print(body)
    drift = abs(system.energy() / start - 1)
    print("energy is kept" if drift < 1e-5 else f"energy drifts by {drift:.2e}")


if __name__ == "__main__":
    main()
