// The twin of raytrace.py: vectors are passed by value. usage: raytrace [SIZE]
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  double x, y, z;
} Vector;

static Vector add(Vector a, Vector b) {
  return (Vector){a.x + b.x, a.y + b.y, a.z + b.z};
}
static Vector subtract(Vector a, Vector b) {
  return (Vector){a.x - b.x, a.y - b.y, a.z - b.z};
}
static Vector scale(Vector a, double k) {
  return (Vector){a.x * k, a.y * k, a.z * k};
}
static double dot(Vector a, Vector b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
static Vector unit(Vector a) {
  return scale(a, 1.0 / sqrt(dot(a, a)));
}
static Vector reflected(Vector a, Vector normal) {
  return subtract(a, scale(normal, 2 * dot(a, normal)));
}

typedef struct {
  Vector origin, direction;
} Ray;

static Ray new_ray(Vector origin, Vector direction) {
  return (Ray){origin, unit(direction)};
}
static Vector at(const Ray *ray, double t) {
  return add(ray->origin, scale(ray->direction, t));
}

typedef struct {
  double r, g, b;
} Colour;

typedef struct Thing Thing;

typedef struct {
  bool (*hit)(const Thing *, const Ray *, double *t);
  Vector (*normal)(const Thing *, Vector point);
  Colour (*colour_at)(const Thing *, Vector point);
} Kind;

struct Thing {
  const Kind *kind;
  double shine;
  Vector centre;
  double radius; // of a ball; the height of a floor
  Colour colour;
};

static bool hit_ball(const Thing *ball, const Ray *ray, double *t) {
  Vector to = subtract(ball->centre, ray->origin);
  double along = dot(to, ray->direction);
  double inside = ball->radius * ball->radius - (dot(to, to) - along * along);
  if (inside < 0)
    return false;
  double root = sqrt(inside);
  *t = along - root;
  if (*t > 1e-4)
    return true;
  *t = along + root;
  return *t > 1e-4;
}

static Vector ball_normal(const Thing *ball, Vector point) {
  return unit(subtract(point, ball->centre));
}
static Colour ball_colour(const Thing *ball, Vector point) {
  return ball->colour;
}
static const Kind ball_kind = {hit_ball, ball_normal, ball_colour};

static bool hit_floor(const Thing *floor, const Ray *ray, double *t) {
  if (fabs(ray->direction.y) < 1e-9)
    return false;
  *t = (floor->radius - ray->origin.y) / ray->direction.y;
  return *t > 1e-4;
}

static Vector floor_normal(const Thing *thing, Vector point) {
  return (Vector){0.0, 1.0, 0.0};
}
static Colour floor_colour(const Thing *thing, Vector point) {
  bool light = ((long)floor(point.x) + (long)floor(point.z)) % 2 != 0;
  return light ? (Colour){0.9, 0.9, 0.9} : (Colour){0.2, 0.2, 0.3};
}
static const Kind floor_kind = {hit_floor, floor_normal, floor_colour};

typedef struct {
  const Thing *things;
  int thing_count;
  const Vector *lights;
  int light_count;
} Scene;

static const Thing *nearest(const Scene *scene, const Ray *ray, double *best) {
  const Thing *found = NULL;
  for (int i = 0; i < scene->thing_count; i++) {
    const Thing *thing = &scene->things[i];
    double t;
    if (thing->kind->hit(thing, ray, &t) && (found == NULL || t < *best)) {
      *best = t;
      found = thing;
    }
  }
  return found;
}

static bool lit(const Scene *scene, Vector point, Vector light) {
  Ray ray = new_ray(point, subtract(light, point));
  double t;
  return nearest(scene, &ray, &t) == NULL || t > 50;
}

static Colour colour(const Scene *scene, const Ray *ray, int depth) {
  double t;
  const Thing *thing = nearest(scene, ray, &t);
  if (thing == NULL) {
    double sky = 0.5 * (ray->direction.y + 1);
    return (Colour){0.6 * sky, 0.8 * sky, sky};
  }
  Vector point = at(ray, t);
  Vector normal = thing->kind->normal(thing, point);
  double light = 0.1;
  for (int i = 0; i < scene->light_count; i++)
    if (lit(scene, point, scene->lights[i]))
      light += fmax(0.0, dot(unit(subtract(scene->lights[i], point)), normal)) * 0.7;
  Colour base = thing->kind->colour_at(thing, point);
  if (depth > 0 && thing->shine > 0) {
    Ray mirror = new_ray(point, reflected(ray->direction, normal));
    Colour mirrored = colour(scene, &mirror, depth - 1);
    double own = 1 - thing->shine;
    return (Colour){base.r * light * own + mirrored.r * thing->shine,
                    base.g * light * own + mirrored.g * thing->shine,
                    base.b * light * own + mirrored.b * thing->shine};
  }
  return (Colour){base.r * light, base.g * light, base.b * light};
}

int main(int argc, char **argv) {
  int size = argc > 1 ? atoi(argv[1]) : 330;
  Thing things[6] = {{&floor_kind, 0.1, {0, 0, 0}, 0.0, {0, 0, 0}}};
  const double angles[] = {0.0, 1.25, 2.5, 3.75, 5.0};
  for (int i = 0; i < 5; i++) {
    Vector centre = {sin(angles[i]) * 3, 1.0 + 0.2 * i, cos(angles[i]) * 3 + 6};
    things[i + 1] = (Thing){&ball_kind, 0.3, centre, 0.8, {0.2 + 0.15 * i, 0.9 - 0.1 * i, 0.5}};
  }
  const Vector lights[] = {{8.0, 12.0, -4.0}, {-6.0, 9.0, 0.0}};
  const Scene scene = {things, 6, lights, 2};
  long checksum = 0;
  double brightest = 0.0, n = size;
  for (int y = 0; y < size; y++) {
    for (int x = 0; x < size; x++) {
      Ray ray = new_ray((Vector){0.0, 2.2, -6.0}, (Vector){(x - n / 2) / n, (n / 2 - y) / n, 1.0});
      Colour c = colour(&scene, &ray, 2);
      checksum = (checksum * 31 + (int)(c.r * 255) + (int)(c.g * 255) * 3 + (int)(c.b * 255) * 7) %
                 1000003;
      brightest = fmax(brightest, fmax(c.r, fmax(c.g, c.b)));
    }
  }
  printf("%ld %.6f\n", checksum, brightest);
  return 0;
}
