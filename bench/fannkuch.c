// The twin of fannkuch.py. usage: fannkuch [N]
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reverse(int *items, int n) {
  for (int i = 0, j = n - 1; i < j; i++, j--) {
    int item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}

static int fannkuch(int n, int *most) {
  int permutation[n], work[n], count[n];
  for (int i = 0; i < n; i++)
    permutation[i] = i;
  int checksum = 0, r = n;
  bool even = true;
  *most = 0;
  for (;;) {
    for (; r != 1; r--)
      count[r - 1] = r;
    if (permutation[0]) {
      memcpy(work, permutation, sizeof work);
      int flips = 0;
      for (int first = work[0]; first; first = work[0]) {
        reverse(work, first + 1);
        flips++;
      }
      if (flips > *most)
        *most = flips;
      checksum += even ? flips : -flips;
    }
    for (;;) {
      if (r == n)
        return checksum;
      int first = permutation[0];
      memmove(permutation, permutation + 1, r * sizeof *permutation);
      permutation[r] = first;
      if (--count[r] > 0)
        break;
      r++;
    }
    if (r % 2)
      even = !even;
  }
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 10;
  int most;
  int checksum = fannkuch(n, &most);
  printf("%d\nPfannkuchen(%d) = %d\n", checksum, n, most);
  return 0;
}
