// The twin of sieve.py. usage: sieve [LIMIT]
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool *sieve(long limit) {
  bool *flags = malloc(limit + 1);
  memset(flags, true, limit + 1);
  flags[0] = flags[1] = false;
  for (long i = 2; i * i <= limit; i++)
    if (flags[i])
      for (long j = i * i; j <= limit; j += i)
        flags[j] = false;
  return flags;
}

int main(int argc, char **argv) {
  long limit = argc > 1 ? atol(argv[1]) : 8000000;
  bool *flags = sieve(limit);
  long count = 0, last = 0, total = 0;
  for (long i = 0; i <= limit; i++) {
    if (flags[i]) {
      count++;
      last = i;
      total = (total + i * count) % 1000003;
    }
  }
  printf("%ld %ld %ld\n", count, last, total);
  free(flags);
  return 0;
}
