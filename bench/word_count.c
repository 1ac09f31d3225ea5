// The twin of word_count.py, with a hash table of open addressing. usage: word_count [LINES]
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const syllables[] = {"ba", "be", "bi", "bo", "bu", "da", "de", "di", "do", "du",
                                        "ka", "ke", "ki", "ko", "ku", "la", "le", "li", "lo", "lu",
                                        "ma", "me", "mi", "mo", "mu", "na", "ne", "ni", "no", "nu"};

typedef struct {
  char *word; // NULL: a free place
  size_t length;
  uint64_t hash;
  long count;
} Entry;

typedef struct {
  Entry *entries;
  size_t capacity, used; // capacity: a power of two, at least a quarter of it free
} Table;

static uint64_t hash_of(const char *word, size_t length) { // FNV-1a
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)word[i]) * 1099511628211u;
  return hash;
}

static Entry *find(const Table *table, const char *word, size_t length, uint64_t hash) {
  size_t i = hash & (table->capacity - 1);
  for (;; i = (i + 1) & (table->capacity - 1)) {
    Entry *entry = &table->entries[i];
    if (entry->word == NULL)
      return entry;
    if (entry->hash == hash && entry->length == length && memcmp(entry->word, word, length) == 0)
      return entry;
  }
}

static void grow(Table *table) {
  Table larger = {.capacity = table->capacity ? table->capacity * 2 : 64, .used = table->used};
  larger.entries = calloc(larger.capacity, sizeof *larger.entries);
  for (size_t i = 0; i < table->capacity; i++) {
    const Entry *entry = &table->entries[i];
    if (entry->word != NULL)
      *find(&larger, entry->word, entry->length, entry->hash) = *entry;
  }
  free(table->entries);
  *table = larger;
}

static void count_word(Table *table, const char *word, size_t length) {
  if (table->used * 4 >= table->capacity * 3)
    grow(table);
  uint64_t hash = hash_of(word, length);
  Entry *entry = find(table, word, length, hash);
  if (entry->word == NULL) {
    *entry = (Entry){strndup(word, length), length, hash, 0};
    table->used++;
  }
  entry->count++;
}

// One line of twelve words; the result is its length.
static size_t make_line(char *line, uint32_t *seed) {
  char *end = line;
  for (int i = 0; i < 12; i++) {
    *seed = (*seed * 1103515245u + 12345u) & 0x7FFFFFFF;
    if (i > 0)
      *end++ = ' ';
    char *word = end;
    end = stpcpy(end, syllables[*seed >> 8 & 15]);
    end = stpcpy(end, syllables[(*seed >> 16) % 30]);
    if (*seed & 64)
      *word = toupper(*word);
    if (*seed & 128)
      end = stpcpy(end, syllables[*seed >> 20 & 7]);
  }
  *end++ = '.';
  return end - line;
}

static long count_line(Table *table, char *line, size_t length) {
  for (size_t i = 0; i < length; i++)
    line[i] = line[i] == '.' ? ' ' : tolower(line[i]);
  long letters = 0;
  for (size_t i = 0; i < length;) {
    while (i < length && line[i] == ' ')
      i++;
    size_t start = i;
    while (i < length && line[i] != ' ')
      i++;
    if (i > start) {
      count_word(table, line + start, i - start);
      letters += i - start;
    }
  }
  return letters;
}

static int by_count(const void *left, const void *right) {
  const Entry *a = left, *b = right;
  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;
  return strcmp(a->word, b->word);
}

int main(int argc, char **argv) {
  int lines = argc > 1 ? atoi(argv[1]) : 180000;
  Table table = {0};
  uint32_t seed = 42;
  long letters = 0, words = 0;
  for (int i = 0; i < lines; i++) {
    char line[128];
    letters += count_line(&table, line, make_line(line, &seed));
  }
  size_t different = 0;
  for (size_t i = 0; i < table.capacity; i++) {
    if (table.entries[i].word == NULL)
      continue;
    words += table.entries[i].count;
    table.entries[different++] = table.entries[i];
  }
  qsort(table.entries, different, sizeof *table.entries, by_count);
  for (size_t i = 0; i < different && i < 10; i++)
    printf("%-10s%8ld\n", table.entries[i].word, table.entries[i].count);
  printf("%zu %ld %ld\n", different, words, letters);
  for (size_t i = 0; i < different; i++)
    free(table.entries[i].word);
  free(table.entries);
  return 0;
}
