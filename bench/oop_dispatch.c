// The twin of oop_dispatch.py: each shape points to the functions of its kind. usage: oop_dispatch
// [N]
#include <stdio.h>
#include <stdlib.h>

typedef struct Shape Shape;

typedef struct {
  long (*area)(const Shape *);
  Shape *(*scaled)(const Shape *, long k);
  long (*weight)(const Shape *);
  long (*bonus)(const Shape *);
} Kind;

struct Shape {
  const Kind *kind;
  const char *name;
  long a, b; // the side or the radius is a
};

static long shape_count = 0;

static Shape *new_shape(const Kind *kind, const char *name, long a, long b) {
  Shape *shape = malloc(sizeof *shape);
  *shape = (Shape){kind, name, a, b};
  shape_count++;
  return shape;
}

static long shape_weight(const Shape *shape) {
  return 2;
}
static long shape_bonus(const Shape *shape) {
  return 1;
}
static long score(const Shape *shape) {
  return shape->kind->area(shape) * shape->kind->weight(shape) + shape->kind->bonus(shape);
}

static Shape *new_square(long side);
static long square_area(const Shape *shape) {
  return shape->a * shape->a;
}
static Shape *square_scaled(const Shape *shape, long k) {
  return new_square(shape->a * k % 101);
}
static const Kind square = {square_area, square_scaled, shape_weight, shape_bonus};
static Shape *new_square(long side) {
  return new_shape(&square, "square", side, 0);
}

static Shape *new_rectangle(long a, long b);
static long rectangle_area(const Shape *shape) {
  return shape->a * shape->b;
}
static Shape *rectangle_scaled(const Shape *shape, long k) {
  return new_rectangle(shape->a * k % 103, shape->b * k % 107);
}
static long rectangle_weight(const Shape *shape) {
  return 3;
}
static const Kind rectangle = {rectangle_area, rectangle_scaled, rectangle_weight, shape_bonus};
static Shape *new_rectangle(long a, long b) {
  return new_shape(&rectangle, "rectangle", a, b);
}

static Shape *new_heavy(long a, long b);
static Shape *heavy_scaled(const Shape *shape, long k) {
  Shape *plain = rectangle_scaled(shape, k);
  Shape *result = new_heavy(plain->a, plain->b);
  free(plain);
  return result;
}
static long heavy_bonus(const Shape *shape) {
  return shape_bonus(shape) + 10;
}
static const Kind heavy = {rectangle_area, heavy_scaled, rectangle_weight, heavy_bonus};
static Shape *new_heavy(long a, long b) {
  return new_shape(&heavy, "rectangle", a, b);
}

static Shape *new_circle(long r);
static long circle_area(const Shape *shape) {
  return 3 * shape->a * shape->a;
}
static Shape *circle_scaled(const Shape *shape, long k) {
  return new_circle(shape->a * k % 109);
}
static long circle_bonus(const Shape *shape) {
  return shape->a;
}
static const Kind circle = {circle_area, circle_scaled, shape_weight, circle_bonus};
static Shape *new_circle(long r) {
  return new_shape(&circle, "circle", r, 0);
}

int main(int argc, char **argv) {
  long n = argc > 1 ? atol(argv[1]) : 400000;
  Shape *shapes[] = {new_square(3), new_rectangle(2, 5), new_circle(4), new_heavy(7, 3),
                     new_square(9)};
  long total = 0;
  for (long i = 0; i < n; i++) {
    for (int k = 0; k < 5; k++)
      total = (total + score(shapes[k])) % 1000003;
    Shape *old = shapes[i % 5];
    shapes[i % 5] = old->kind->scaled(old, i % 13 + 1);
    free(old);
  }
  printf("%ld %ld [", total, shape_count);
  for (int k = 0; k < 5; k++) {
    printf("%s'%s'", k ? ", " : "", shapes[k]->name);
    free(shapes[k]);
  }
  printf("]\n");
  return 0;
}
