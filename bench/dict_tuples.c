// The twin of dict_tuples.py, with one hash table of open addressing for sets and dicts. usage:
// dict_tuples [STEPS]
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  int x, y, z;
} Key;

typedef struct {
  Key key;
  bool used;
  long value;
} Entry;

typedef struct {
  Entry *entries;
  size_t capacity, used; // capacity: a power of two, at least a third of it free
} Table;

static size_t hash_of(Key key) {
  uint64_t hash = (uint64_t)(uint32_t)key.x << 32 ^ (uint32_t)key.y;
  hash = (hash ^ (uint64_t)key.z << 16) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

static Entry *find(const Table *table, Key key) {
  size_t mask = table->capacity - 1;
  for (size_t i = hash_of(key) & mask;; i = (i + 1) & mask) {
    Entry *entry = &table->entries[i];
    if (!entry->used || (entry->key.x == key.x && entry->key.y == key.y && entry->key.z == key.z))
      return entry;
  }
}

static void grow(Table *table) {
  Table larger = {.capacity = table->capacity ? table->capacity * 2 : 16, .used = table->used};
  larger.entries = calloc(larger.capacity, sizeof *larger.entries);
  for (size_t i = 0; i < table->capacity; i++)
    if (table->entries[i].used)
      *find(&larger, table->entries[i].key) = table->entries[i];
  free(table->entries);
  *table = larger;
}

static bool contains(const Table *table, Key key) {
  return table->capacity && find(table, key)->used;
}

// The place of the key's value, which is 0 when the key is new.
static long *value_of(Table *table, Key key) {
  if (table->used * 3 >= table->capacity * 2)
    grow(table);
  Entry *entry = find(table, key);
  if (!entry->used) {
    *entry = (Entry){key, true, 0};
    table->used++;
  }
  return &entry->value;
}

static Table step(const Table *cells) {
  Table counts = {0}, next = {0};
  for (size_t i = 0; i < cells->capacity; i++) {
    if (!cells->entries[i].used)
      continue;
    Key cell = cells->entries[i].key;
    for (int dx = -1; dx <= 1; dx++)
      for (int dy = -1; dy <= 1; dy++)
        if (dx || dy)
          ++*value_of(&counts, (Key){cell.x + dx, cell.y + dy, 0});
  }
  for (size_t i = 0; i < counts.capacity; i++) {
    const Entry *entry = &counts.entries[i];
    if (entry->used && (entry->value == 3 || (entry->value == 2 && contains(cells, entry->key))))
      value_of(&next, entry->key);
  }
  free(counts.entries);
  return next;
}

typedef struct {
  Key *items;
  size_t length, capacity;
} Stack;

static void push(Stack *stack, int x, int y) {
  if (stack->length == stack->capacity) {
    stack->capacity = stack->capacity ? stack->capacity * 2 : 16;
    stack->items = realloc(stack->items, stack->capacity * sizeof *stack->items);
  }
  stack->items[stack->length++] = (Key){x, y, 0};
}

static long sum(const Table *table) {
  long total = 0;
  for (size_t i = 0; i < table->capacity; i++)
    if (table->entries[i].used)
      total += table->entries[i].value;
  return total;
}

static void flood(const Table *cells, int size, size_t *places, long *total) {
  Table seen = {0};
  Stack todo = {0};
  const Key starts[] = {{0, 0, 0}, {size / 2, size / 3, 0}};
  for (int i = 0; i < 2; i++) {
    push(&todo, starts[i].x, starts[i].y);
    while (todo.length > 0) {
      Key place = todo.items[--todo.length];
      if (contains(&seen, place) || contains(cells, place))
        continue;
      int x = place.x, y = place.y;
      if (x < 0 || x >= size || y < 0 || y >= size)
        continue;
      *value_of(&seen, place) = x * size + y;
      push(&todo, x + 1, y);
      push(&todo, x - 1, y);
      push(&todo, x, y + 1);
      push(&todo, x, y - 1);
    }
  }
  *places = seen.used;
  *total = sum(&seen);
  free(seen.entries);
  free(todo.items);
}

int main(int argc, char **argv) {
  int steps = argc > 1 ? atoi(argv[1]) : 4500;
  Table cells = {0};
  const Key start[] = {{1, 0, 0}, {2, 0, 0}, {0, 1, 0}, {1, 1, 0}, {1, 2, 0}};
  for (int i = 0; i < 5; i++)
    value_of(&cells, start[i]);
  size_t most = 0;
  for (int i = 0; i < steps; i++) {
    Table next = step(&cells);
    free(cells.entries);
    cells = next;
    if (cells.used > most)
      most = cells.used;
  }
  Table memo = {0};
  for (int i = 0; i < steps * 100; i++)
    *value_of(&memo, (Key){i % 97, i % 89, i % 3}) += i;
  size_t places;
  long total;
  flood(&cells, 100, &places, &total);
  printf("%zu %zu (%zu, %ld) %zu %ld\n", cells.used, most, places, total, memo.used, sum(&memo));
  free(cells.entries);
  free(memo.entries);
  return 0;
}
