// The twin of spectral_norm.py. usage: spectral_norm [N]
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double a(int i, int j) {
  return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
}

static void times(const double *v, double *result, int n) {
  for (int i = 0; i < n; i++) {
    double total = 0.0;
    for (int j = 0; j < n; j++)
      total += a(i, j) * v[j];
    result[i] = total;
  }
}

static void times_transposed(const double *v, double *result, int n) {
  for (int i = 0; i < n; i++) {
    double total = 0.0;
    for (int j = 0; j < n; j++)
      total += a(j, i) * v[j];
    result[i] = total;
  }
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 450;
  double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v),
         *between = malloc(n * sizeof *between);
  for (int i = 0; i < n; i++)
    u[i] = 1.0;
  for (int i = 0; i < 10; i++) {
    times(u, between, n);
    times_transposed(between, v, n);
    times(v, between, n);
    times_transposed(between, u, n);
  }
  double vbv = 0.0, vv = 0.0;
  for (int i = 0; i < n; i++) {
    vbv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  printf("%.9f\n", sqrt(vbv / vv));
  free(u);
  free(v);
  free(between);
  return 0;
}
