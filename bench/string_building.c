// The twin of string_building.py, with one growing buffer type. usage: string_building [N]
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *text; // ends with a 0
  size_t length, capacity;
} Buffer;

static void reserve(Buffer *buffer, size_t more) {
  if (buffer->length + more + 1 <= buffer->capacity)
    return;
  buffer->capacity = (buffer->length + more + 1) * 2;
  buffer->text = realloc(buffer->text, buffer->capacity);
}

static void add_text(Buffer *buffer, const char *text, size_t length) {
  reserve(buffer, length);
  memcpy(buffer->text + buffer->length, text, length);
  buffer->length += length;
  buffer->text[buffer->length] = 0;
}

static void add_char(Buffer *buffer, char c) {
  add_text(buffer, &c, 1);
}

static Buffer by_plus(int n) {
  Buffer s = {0};
  for (int i = 0; i < n; i++) {
    add_char(&s, 'a' + i % 26);
    if (i % 60 == 59)
      add_char(&s, '\n');
  }
  return s;
}

static Buffer by_join(int n) {
  Buffer s = {0};
  for (int i = 0; i < n; i++) {
    if (i > 0)
      add_char(&s, ',');
    reserve(&s, 16);
    s.length += sprintf(s.text + s.length, "%d", i * 7);
  }
  return s;
}

static Buffer by_format(int n) {
  Buffer s = {0};
  for (int i = 0; i < n; i++) {
    if (i > 0)
      add_char(&s, '|');
    reserve(&s, 48);
    s.length += sprintf(s.text + s.length, "%05d:%.2f:%x", i, i / 3.0, i);
  }
  return s;
}

// Appends word without the sevens around it, at least four wide, with XY for 12.
static void add_changed(Buffer *out, const char *word, size_t length) {
  while (length > 0 && *word == '7')
    word++, length--;
  while (length > 0 && word[length - 1] == '7')
    length--;
  char padded[24];
  size_t zeros = length < 4 ? 4 - length : 0;
  memset(padded, '0', zeros);
  memcpy(padded + zeros, word, length);
  length += zeros;
  for (size_t i = 0; i < length; i++) {
    if (i + 1 < length && padded[i] == '1' && padded[i + 1] == '2') {
      add_text(out, "XY", 2);
      i++;
    } else {
      add_char(out, padded[i]);
    }
  }
}

static Buffer by_methods(const Buffer *text) {
  Buffer out = {0};
  const char *end = text->text + text->length;
  bool first = true;
  for (const char *word = text->text; word < end;) {
    const char *comma = memchr(word, ',', end - word);
    if (comma == NULL)
      comma = end;
    if (comma == word || comma[-1] != '3') {
      if (!first)
        add_char(&out, ' ');
      first = false;
      add_changed(&out, word, comma - word);
    }
    word = comma + 1;
  }
  return out;
}

static Buffer reverse_words(const Buffer *text) {
  Buffer out = {0};
  reserve(&out, text->length);
  for (size_t start = 0; start <= text->length;) {
    const char *newline = memchr(text->text + start, '\n', text->length - start);
    size_t end = newline ? newline - text->text : text->length;
    bool inside = false;
    for (size_t i = end; i-- > start;) {
      unsigned char c = text->text[i];
      add_char(&out, inside ? tolower(c) : toupper(c));
      inside = isalpha(c);
    }
    if (newline)
      add_char(&out, '\n');
    start = end + 1;
  }
  return out;
}

static int count(const Buffer *text, const char *part) {
  int found = 0;
  for (const char *at = text->text; (at = strstr(at, part)) != NULL; at += strlen(part))
    found++;
  return found;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 1700000;
  Buffer a = by_plus(n);
  Buffer b = by_join(n);
  Buffer c = by_format(n / 2);
  Buffer d = by_methods(&b);
  Buffer e = reverse_words(&a);
  const char *xy = strstr(d.text, "XY");
  size_t tail = c.length < 20 ? c.length : 20;
  printf("%zu %zu %zu %zu %zu %d %ld %s %.20s\n", a.length, b.length, c.length, d.length, e.length,
         count(&a, "abc"), xy ? xy - d.text : -1L, c.text + c.length - tail, e.text);
  free(a.text);
  free(b.text);
  free(c.text);
  free(d.text);
  free(e.text);
  return 0;
}
