# args: 12
# count: 40
"""Classes of vectors and shapes: a picture of balls on a floor. usage: raytrace.py [SIZE]"""
import math
import sys


class Vector:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vector(self.x - o.x, self.y - o.y, self.z - o.z)

    def scale(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self.scale(1.0 / math.sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal.scale(2 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.unit()

    def at(self, t):
        return self.origin + self.direction.scale(t)


class Ball:
    def __init__(self, centre, radius, colour, shine):
        self.centre, self.radius, self.colour, self.shine = centre, radius, colour, shine

    def hit(self, ray):
        to = self.centre - ray.origin
        along = to.dot(ray.direction)
        inside = self.radius * self.radius - (to.dot(to) - along * along)
        if inside < 0:
            return None
        root = math.sqrt(inside)
        for t in (along - root, along + root):
            if t > 1e-4:
                return t
        return None

    def normal(self, point):
        return (point - self.centre).unit()

    def colour_at(self, point):
        return self.colour


class Floor:
    shine = 0.1

    def __init__(self, height):
        self.height = height

    def hit(self, ray):
        if abs(ray.direction.y) < 1e-9:
            return None
        t = (self.height - ray.origin.y) / ray.direction.y
        return t if t > 1e-4 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def colour_at(self, point):
        light = (math.floor(point.x) + math.floor(point.z)) % 2
        return (0.9, 0.9, 0.9) if light else (0.2, 0.2, 0.3)


class Scene:
    def __init__(self, things, lights):
        self.things = things
        self.lights = lights

    def nearest(self, ray):
        best = None
        for thing in self.things:
            t = thing.hit(ray)
            if t is not None and (best is None or t < best[0]):
                best = (t, thing)
        return best

    def lit(self, point, light):
        found = self.nearest(Ray(point, light - point))
        return found is None or found[0] > 50

    def colour(self, ray, depth):
        found = self.nearest(ray)
        if found is None:
            sky = 0.5 * (ray.direction.y + 1)
            return (0.6 * sky, 0.8 * sky, sky)
        t, thing = found
        point = ray.at(t)
        normal = thing.normal(point)
        light = 0.1
        for place in self.lights:
            if self.lit(point, place):
                light += max(0.0, (place - point).unit().dot(normal)) * 0.7
        base = thing.colour_at(point)
        if depth > 0 and thing.shine > 0:
            mirrored = self.colour(Ray(point, ray.direction.reflected(normal)), depth - 1)
            return tuple(b * light * (1 - thing.shine) + m * thing.shine for b, m in zip(base, mirrored))
        return tuple(b * light for b in base)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 330
    scene = Scene([Floor(0.0)] + [
        Ball(Vector(math.sin(a) * 3, 1.0 + 0.2 * i, math.cos(a) * 3 + 6), 0.8, (0.2 + 0.15 * i, 0.9 - 0.1 * i, 0.5), 0.3)
        for i, a in enumerate((0.0, 1.25, 2.5, 3.75, 5.0))], [Vector(8.0, 12.0, -4.0), Vector(-6.0, 9.0, 0.0)])
    eye = Vector(0.0, 2.2, -6.0)
    checksum = 0
    brightest = 0.0
    for y in range(size):
        for x in range(size):
            ray = Ray(eye, Vector((x - size / 2) / size, (size / 2 - y) / size, 1.0))
            r, g, b = scene.colour(ray, 2)
            checksum = (checksum * 31 + int(r * 255) + int(g * 255) * 3 + int(b * 255) * 7) % 1000003
            brightest = max(brightest, r, g, b)
    print(checksum, "%.6f" % brightest)


if __name__ == "__main__":
    main()
