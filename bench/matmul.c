// The twin of matmul.py. usage: matmul [N]
#include <stdio.h>
#include <stdlib.h>

static double **new_matrix(int n) {
  double **rows = malloc(n * sizeof *rows);
  for (int i = 0; i < n; i++)
    rows[i] = calloc(n, sizeof **rows);
  return rows;
}

static void free_matrix(double **rows, int n) {
  for (int i = 0; i < n; i++)
    free(rows[i]);
  free(rows);
}

static double **build(int n, int seed) {
  double **rows = new_matrix(n);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      rows[i][j] = (i * 31 + j * 17 + seed) % 100 / 10.0 - 5.0;
  return rows;
}

static double **multiply(double **a, double **b, int n) {
  double **result = new_matrix(n);
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < n; j++) {
      double total = 0.0;
      for (int x = 0; x < n; x++)
        total += a[i][x] * b[x][j];
      result[i][j] = total;
    }
  }
  return result;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 330;
  double **a = build(n, 1), **b = build(n, 7);
  double **c = multiply(a, b, n);
  double sum = 0.0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      sum += c[i][j];
  printf("%.6f %.6f %.6f\n", c[0][0], c[n / 2][n / 3], sum);
  free_matrix(a, n);
  free_matrix(b, n);
  free_matrix(c, n);
  return 0;
}
