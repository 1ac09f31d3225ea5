# args: 100
# count: 6000
# long: 3000000
"""Float arithmetic on attributes: planets that attract each other. usage: nbody.py [STEPS]"""
import sys

DAYS = 365.24
SUN = 4 * 3.141592653589793 ** 2


class Body:
    def __init__(self, mass, x, y, z, vx, vy, vz):
        self.mass = mass * SUN
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx * DAYS, vy * DAYS, vz * DAYS


def bodies():
    return [
        Body(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        Body(9.547919384243266e-04, 4.841431442464721, -1.1603200440274284, -0.10362204447112311,
             0.001660076642744037, 0.007699011184197404, -6.90460016972063e-05),
        Body(2.858859806661308e-04, 8.34336671824458, 4.124798564124305, -0.4035234171143214,
             -0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-05),
        Body(4.366244043351563e-05, 12.894369562139131, -15.111151401698631, -0.22330757889265573,
             0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-05),
        Body(5.1513890204661145e-05, 15.379697114850917, -25.919314609987964, 0.17925877295037118,
             0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-05),
    ]


def settle(system):
    sun = system[0]
    for b in system[1:]:
        sun.vx -= b.vx * b.mass / sun.mass
        sun.vy -= b.vy * b.mass / sun.mass
        sun.vz -= b.vz * b.mass / sun.mass


def energy(system):
    e = 0.0
    for i, a in enumerate(system):
        e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, len(system)):
            b = system[j]
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            e -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return e


def advance(system, dt):
    n = len(system)
    for i in range(n):
        a = system[i]
        for j in range(i + 1, n):
            b = system[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            squared = dx * dx + dy * dy + dz * dz
            pull = dt / (squared * squared ** 0.5)
            a.vx -= dx * b.mass * pull
            a.vy -= dy * b.mass * pull
            a.vz -= dz * b.mass * pull
            b.vx += dx * a.mass * pull
            b.vy += dy * a.mass * pull
            b.vz += dz * a.mass * pull
    for b in system:
        b.x += dt * b.vx
        b.y += dt * b.vy
        b.z += dt * b.vz


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    system = bodies()
    settle(system)
    print("%.9f" % energy(system))
    for _ in range(steps):
        advance(system, 0.01)
    print("%.9f" % energy(system))


if __name__ == "__main__":
    main()
