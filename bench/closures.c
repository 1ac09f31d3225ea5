// The twin of closures.py: a closure is a function and what it has caught. usage: closures [N]
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Function {
  long (*call)(const struct Function *, long);
} Function;

static long call(const Function *f, long x) {
  return f->call(f, x);
}

typedef struct {
  long (*call)(void *, long);
  long n;
} Counter;

static long add(void *closure, long k) {
  Counter *counter = closure;
  return counter->n += k;
}

static Counter *new_counter(void) {
  Counter *counter = malloc(sizeof *counter);
  *counter = (Counter){add, 0};
  return counter;
}

typedef struct {
  Function function;
  const Function *outer, *inner;
} Composed;

static long call_composed(const Function *self, long x) {
  const Composed *composed = (const Composed *)self;
  return call(composed->outer, call(composed->inner, x));
}

static Function *compose(const Function *outer, const Function *inner) {
  Composed *composed = malloc(sizeof *composed);
  *composed = (Composed){{call_composed}, outer, inner};
  return &composed->function;
}

static long plus_one(const Function *self, long x) {
  return x + 1;
}
static long times_three(const Function *self, long x) {
  return x * 3;
}
static long minus_two(const Function *self, long x) {
  return x - 2;
}

// curry(a)(b)(c): what is caught is passed by value.
typedef struct {
  long a, b;
} Curried;

static Curried curry(long a) {
  return (Curried){a, 0};
}
static Curried apply_first(Curried curried, long b) {
  return (Curried){curried.a, b};
}
static long apply_second(Curried curried, long c) {
  return (curried.a * curried.b + c) % 1000003;
}

static long apply_twice(const Function *f, long x) {
  return call(f, call(f, x));
}

static long fold_range(long (*f)(long, long), long n, long start) {
  for (long i = 0; i < n; i++)
    start = f(start, i);
  return start;
}

static long mix(long a, long b) {
  return (a * 31 + b) % 65537;
}
static long square(long x) {
  return x * x;
}
static bool is_even(long x) {
  return x % 2 == 0;
}

static long *filter_map_range(bool (*keep)(long), long (*f)(long), long n, long *length) {
  long *items = NULL, capacity = 0;
  *length = 0;
  for (long i = 0; i < n; i++) {
    long item = f(i);
    if (!keep(item))
      continue;
    if (*length == capacity) {
      capacity = capacity ? capacity * 2 : 16;
      items = realloc(items, capacity * sizeof *items);
    }
    items[(*length)++] = item;
  }
  return items;
}

int main(int argc, char **argv) {
  long n = argc > 1 ? atol(argv[1]) : 1300000;
  Counter *counter = new_counter();
  for (long i = 0; i < n; i++)
    counter->call(counter, i & 7);
  Function one = {plus_one}, three = {times_three}, two = {minus_two};
  Function *inner = compose(&three, &two);
  Function *pipeline = compose(&one, inner);
  long total = 0;
  for (long i = 0; i < n; i++)
    total = (total + call(pipeline, i) + apply_twice(pipeline, i & 15)) % 1000003;
  for (long i = 0; i < n / 2; i++)
    total = (total + apply_second(apply_first(curry(i), total), 7)) % 1000003;
  total += fold_range(mix, n, 1);
  long length, sum = 0;
  long *evens = filter_map_range(is_even, square, n, &length);
  for (long i = 0; i < length; i++)
    sum += evens[i];
  printf("%ld %ld %ld %ld\n", counter->call(counter, 0), total, length, sum % 1000003);
  free(evens);
  free(inner);
  free(pipeline);
  free(counter);
  return 0;
}
