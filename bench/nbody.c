// The twin of nbody.py. usage: nbody [STEPS]
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define DAYS 365.24
#define SUN (4 * 3.141592653589793 * 3.141592653589793)
#define BODIES 5

typedef struct {
  double mass, x, y, z, vx, vy, vz;
} Body;

static const Body start[BODIES] = {
    {1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0},
    {9.547919384243266e-04, 4.841431442464721, -1.1603200440274284, -0.10362204447112311,
     0.001660076642744037, 0.007699011184197404, -6.90460016972063e-05},
    {2.858859806661308e-04, 8.34336671824458, 4.124798564124305, -0.4035234171143214,
     -0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-05},
    {4.366244043351563e-05, 12.894369562139131, -15.111151401698631, -0.22330757889265573,
     0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-05},
    {5.1513890204661145e-05, 15.379697114850917, -25.919314609987964, 0.17925877295037118,
     0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-05},
};

static void settle(Body *system, int n) {
  Body *sun = &system[0];
  for (int i = 1; i < n; i++) {
    const Body *b = &system[i];
    sun->vx -= b->vx * b->mass / sun->mass;
    sun->vy -= b->vy * b->mass / sun->mass;
    sun->vz -= b->vz * b->mass / sun->mass;
  }
}

static double energy(const Body *system, int n) {
  double e = 0.0;
  for (int i = 0; i < n; i++) {
    const Body *a = &system[i];
    e += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < n; j++) {
      const Body *b = &system[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      e -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}

static void advance(Body *system, int n, double dt) {
  for (int i = 0; i < n; i++) {
    Body *a = &system[i];
    for (int j = i + 1; j < n; j++) {
      Body *b = &system[j];
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      double squared = dx * dx + dy * dy + dz * dz;
      double pull = dt / (squared * sqrt(squared));
      a->vx -= dx * b->mass * pull;
      a->vy -= dy * b->mass * pull;
      a->vz -= dz * b->mass * pull;
      b->vx += dx * a->mass * pull;
      b->vy += dy * a->mass * pull;
      b->vz += dz * a->mass * pull;
    }
  }
  for (int i = 0; i < n; i++) {
    Body *b = &system[i];
    b->x += dt * b->vx;
    b->y += dt * b->vy;
    b->z += dt * b->vz;
  }
}

int main(int argc, char **argv) {
  int steps = argc > 1 ? atoi(argv[1]) : 400000;
  Body system[BODIES];
  for (int i = 0; i < BODIES; i++) {
    system[i] = start[i];
    system[i].mass *= SUN;
    system[i].vx *= DAYS;
    system[i].vy *= DAYS;
    system[i].vz *= DAYS;
  }
  settle(system, BODIES);
  printf("%.9f\n", energy(system, BODIES));
  for (int i = 0; i < steps; i++)
    advance(system, BODIES, 0.01);
  printf("%.9f\n", energy(system, BODIES));
  return 0;
}
