// The twin of mandelbrot.py. usage: mandelbrot [SIZE]
#include <stdio.h>
#include <stdlib.h>

static int escape(double cr, double ci, int limit) {
  double zr = 0.0, zi = 0.0;
  for (int n = 0; n < limit; n++) {
    double zr2 = zr * zr;
    double zi2 = zi * zi;
    if (zr2 + zi2 > 4.0)
      return n;
    zi = 2.0 * zr * zi + ci;
    zr = zr2 - zi2 + cr;
  }
  return limit;
}

int main(int argc, char **argv) {
  int size = argc > 1 ? atoi(argv[1]) : 640;
  int limit = 100, inside = 0;
  long checksum = 0;
  for (int y = 0; y < size; y++) {
    double ci = 2.0 * y / size - 1.0;
    for (int x = 0; x < size; x++) {
      int n = escape(2.5 * x / size - 1.9, ci, limit);
      if (n == limit)
        inside++;
      checksum = (checksum * 31 + n) % 1000000007;
    }
  }
  printf("%d %ld\n", inside, checksum);
  return 0;
}
