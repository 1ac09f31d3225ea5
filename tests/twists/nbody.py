# args: 100
# size: 400000
"""None in a float field: a planet loses its place near the end, and gets it back. usage: nbody.py [STEPS]"""
import sys

from straight import nbody


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    system = nbody.bodies()
    nbody.settle(system)
    print("%.9f" % nbody.energy(system))
    late = steps * 9 // 10
    for _ in range(late):
        nbody.advance(system, 0.01)
    lost = system[3].y
    system[3].y = None
    try:
        nbody.advance(system, 0.01)
    except TypeError as error:
        print(error)
    system[3].y = lost
    for _ in range(steps - late):
        nbody.advance(system, 0.01)
    print("%.9f" % nbody.energy(system))


if __name__ == "__main__":
    main()
