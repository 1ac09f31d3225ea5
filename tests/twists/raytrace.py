# args: 12
# size: 330
"""A shape of another module in the last rows, and a light that is None. usage: raytrace.py [SIZE]"""
import math
import sys

from straight.raytrace import Ball, Floor, Ray, Scene, Vector


class Bubble(Ball):
    def hit(self, ray):
        t = super().hit(ray)
        return None if t is None else t + 0

    def colour_at(self, point):
        return (1, 0, 1)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 330
    scene = Scene([Floor(0.0)] + [
        Ball(Vector(math.sin(a) * 3, 1.0 + 0.2 * i, math.cos(a) * 3 + 6), 0.8, (0.2 + 0.15 * i, 0.9 - 0.1 * i, 0.5), 0.3)
        for i, a in enumerate((0.0, 1.25, 2.5, 3.75, 5.0))], [Vector(8.0, 12.0, -4.0), Vector(-6.0, 9.0, 0.0)])
    eye = Vector(0.0, 2.2, -6.0)
    checksum = 0
    brightest = 0.0
    for y in range(size):
        if y == size * 9 // 10:
            scene.things[2] = Bubble(Vector(0, 1, 3), 1, (0, 0, 0), 0)
        for x in range(size):
            ray = Ray(eye, Vector((x - size / 2) / size, (size / 2 - y) / size, 1.0))
            r, g, b = scene.colour(ray, 2)
            checksum = (checksum * 31 + int(r * 255) + int(g * 255) * 3 + int(b * 255) * 7) % 1000003
            brightest = max(brightest, r, g, b)
    print(checksum, "%.6f" % brightest)
    scene.lights.append(None)
    try:
        scene.colour(Ray(eye, Vector(0, -1, 1)), 0)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    main()
