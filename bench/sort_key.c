// The twin of sort_key.py. usage: sort_key [N]
// qsort is not stable: where Python keeps the order of equal records, the number, which is that
// order, decides.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  int number;
  const char *name;
  int score;
} Record;

static int by_name(const void *left, const void *right) {
  const Record *a = *(Record *const *)left, *b = *(Record *const *)right;
  int order = strcmp(a->name, b->name);
  return order ? order : a->number - b->number;
}

static int by_both(const void *left, const void *right) {
  const Record *a = *(Record *const *)left, *b = *(Record *const *)right;
  return a->score != b->score ? b->score - a->score : by_name(left, right);
}

static int by_length(const void *left, const void *right) {
  const Record *a = *(Record *const *)left, *b = *(Record *const *)right;
  int order = (int)strlen(b->name) - (int)strlen(a->name);
  return order ? order : a->number - b->number;
}

static int natural_order(const void *left, const void *right) {
  const Record *a = *(Record *const *)left, *b = *(Record *const *)right;
  return a->score != b->score ? a->score - b->score : a->number - b->number;
}

static int by_value(const void *left, const void *right) {
  int a = *(const int *)left, b = *(const int *)right;
  return (a > b) - (a < b);
}

static int by_text(const void *left, const void *right) {
  return strcmp(*(char *const *)left, *(char *const *)right);
}

static Record **make_records(int n) {
  Record **records = malloc(n * sizeof *records);
  uint32_t seed = 7;
  for (int i = 0; i < n; i++) {
    seed = seed * 69069 + 1;
    char name[16];
    snprintf(name, sizeof name, "name%u", seed % 5000);
    records[i] = malloc(sizeof **records);
    *records[i] = (Record){i, strdup(name), seed % 977};
  }
  return records;
}

static Record **sorted(Record **records, int n, int (*compare)(const void *, const void *)) {
  Record **copy = malloc(n * sizeof *copy);
  memcpy(copy, records, n * sizeof *copy);
  qsort(copy, n, sizeof *copy, compare);
  return copy;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 160000;
  Record **records = make_records(n);
  long checksum = 0;
  for (int round = 0; round < 3; round++) {
    Record **name = sorted(records, n, by_name);
    Record **both = sorted(records, n, by_both);
    Record **length = sorted(records, n, by_length);
    checksum += name[n / 2]->number + both[n / 3]->number + length[n / 4]->number;
    free(name);
    free(both);
    free(length);
  }
  Record **natural = sorted(records, n / 2, natural_order);
  int *numbers = malloc(n * sizeof *numbers);
  const char **words = malloc(n * sizeof *words);
  for (int i = 0; i < n; i++) {
    numbers[i] = (long)records[i]->number * 7919 % 104729;
    words[i] = records[i]->name;
  }
  qsort(numbers, n, sizeof *numbers, by_value);
  qsort(words, n, sizeof *words, by_text);
  printf("%ld %d %d %d %s %s\n", checksum, natural[0]->number, natural[n / 2 - 1]->number,
         numbers[n / 2], words[0], words[n - 1]);
  for (int i = 0; i < n; i++) {
    free((char *)records[i]->name);
    free(records[i]);
  }
  free(records);
  free(natural);
  free(numbers);
  free(words);
  return 0;
}
