// The twin of parser.py: values are tagged unions; an object is a list of its members. usage:
// parser [N]
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { NOTHING, BOOL, INT, FLOAT, STRING, LIST, OBJECT } Kind;

typedef struct Member Member;

typedef struct Value {
  Kind kind;
  size_t length, capacity; // of a list or an object; a string's length
  union {
    bool truth;
    long integer;
    double real;
    char *text;
    struct Value *items;
    Member *members;
  };
} Value;

struct Member {
  char *name;
  Value value;
};

// A token is one of the characters of "{}[]:,", 'v' for a value, 's' for a string, 0 for the end.
typedef struct {
  const char *text;
  size_t pos;
  char kind;
  Value value;
} Tokenizer;

static void fail(const char *expected, size_t pos) {
  fprintf(stderr, "expected %s at %zu\n", expected, pos);
  exit(1);
}

static void read_string(Tokenizer *tokens) {
  const char *at = tokens->text + tokens->pos + 1;
  size_t capacity = 16, length = 0;
  char *text = malloc(capacity);
  for (; *at != '"'; at++) {
    if (*at == '\\')
      at++;
    if (length + 1 == capacity)
      text = realloc(text, capacity *= 2);
    text[length++] = *at;
  }
  text[length] = 0;
  tokens->kind = 's';
  tokens->value = (Value){.kind = STRING, .length = length, .text = text};
  tokens->pos = at + 1 - tokens->text;
}

static void read_number(Tokenizer *tokens) {
  const char *start = tokens->text + tokens->pos, *at = start + 1;
  bool real = false;
  for (; isdigit((unsigned char)*at) || *at == '.'; at++)
    real |= *at == '.';
  tokens->kind = 'v';
  tokens->value = real ? (Value){.kind = FLOAT, .real = strtod(start, NULL)}
                       : (Value){.kind = INT, .integer = strtol(start, NULL, 10)};
  tokens->pos = at - tokens->text;
}

static void read_word(Tokenizer *tokens) {
  const char *start = tokens->text + tokens->pos, *at = start;
  while (isalpha((unsigned char)*at))
    at++;
  size_t length = at - start;
  tokens->kind = 'v';
  if (length == 4 && memcmp(start, "null", 4) == 0)
    tokens->value = (Value){.kind = NOTHING};
  else if (length == 4 && memcmp(start, "true", 4) == 0)
    tokens->value = (Value){.kind = BOOL, .truth = true};
  else if (length == 5 && memcmp(start, "false", 5) == 0)
    tokens->value = (Value){.kind = BOOL, .truth = false};
  else
    fail("a value", tokens->pos);
  tokens->pos = at - tokens->text;
}

static void next(Tokenizer *tokens) {
  const char *at = tokens->text + tokens->pos;
  while (*at == ' ' || *at == '\n' || *at == '\t')
    at++;
  tokens->pos = at - tokens->text;
  if (*at == 0) {
    tokens->kind = 0;
  } else if (strchr("{}[]:,", *at)) {
    tokens->kind = *at;
    tokens->pos++;
  } else if (*at == '"') {
    read_string(tokens);
  } else if (isdigit((unsigned char)*at) || *at == '-') {
    read_number(tokens);
  } else {
    read_word(tokens);
  }
}

static Value parse(Tokenizer *tokens);

static void append(Value *list, Value item) {
  if (list->length == list->capacity) {
    list->capacity = list->capacity ? list->capacity * 2 : 4;
    list->items = realloc(list->items, list->capacity * sizeof *list->items);
  }
  list->items[list->length++] = item;
}

static void free_value(Value *value);

static void set(Value *object, char *name, Value value) {
  for (size_t i = 0; i < object->length; i++) {
    if (strcmp(object->members[i].name, name) == 0) {
      free(name);
      free_value(&object->members[i].value);
      object->members[i].value = value;
      return;
    }
  }
  if (object->length == object->capacity) {
    object->capacity = object->capacity ? object->capacity * 2 : 4;
    object->members = realloc(object->members, object->capacity * sizeof *object->members);
  }
  object->members[object->length++] = (Member){name, value};
}

static Value parse_list(Tokenizer *tokens) {
  Value list = {.kind = LIST};
  next(tokens);
  while (tokens->kind != ']') {
    append(&list, parse(tokens));
    if (tokens->kind == ',')
      next(tokens);
  }
  next(tokens);
  return list;
}

static Value parse_object(Tokenizer *tokens) {
  Value object = {.kind = OBJECT};
  next(tokens);
  while (tokens->kind != '}') {
    if (tokens->kind != 's')
      fail("a name", tokens->pos);
    char *name = tokens->value.text;
    next(tokens);
    if (tokens->kind != ':')
      fail("':'", tokens->pos);
    next(tokens);
    set(&object, name, parse(tokens));
    if (tokens->kind == ',')
      next(tokens);
  }
  next(tokens);
  return object;
}

static Value parse(Tokenizer *tokens) {
  if (tokens->kind == 'v' || tokens->kind == 's') {
    Value value = tokens->value;
    next(tokens);
    return value;
  }
  if (tokens->kind == '[')
    return parse_list(tokens);
  if (tokens->kind != '{')
    fail("a value", tokens->pos);
  return parse_object(tokens);
}

static const Value *get(const Value *object, const char *name) {
  for (size_t i = 0; i < object->length; i++)
    if (strcmp(object->members[i].name, name) == 0)
      return &object->members[i].value;
  fail(name, 0);
  return NULL;
}

static void free_value(Value *value) {
  if (value->kind == STRING)
    free(value->text);
  if (value->kind == LIST) {
    for (size_t i = 0; i < value->length; i++)
      free_value(&value->items[i]);
    free(value->items);
  }
  if (value->kind == OBJECT) {
    for (size_t i = 0; i < value->length; i++) {
      free(value->members[i].name);
      free_value(&value->members[i].value);
    }
    free(value->members);
  }
}

// As Python prints such values; the strings of this program need no escapes.
static void print_value(const Value *value) {
  switch (value->kind) {
  case NOTHING:
    printf("None");
    break;
  case BOOL:
    printf(value->truth ? "True" : "False");
    break;
  case INT:
    printf("%ld", value->integer);
    break;
  case FLOAT:
    printf("%.1f", value->real);
    break;
  case STRING:
    printf("'%s'", value->text);
    break;
  case LIST:
    printf("[");
    for (size_t i = 0; i < value->length; i++) {
      if (i > 0)
        printf(", ");
      print_value(&value->items[i]);
    }
    printf("]");
    break;
  case OBJECT:
    printf("{");
    for (size_t i = 0; i < value->length; i++) {
      printf("%s'%s': ", i > 0 ? ", " : "", value->members[i].name);
      print_value(&value->members[i].value);
    }
    printf("}");
    break;
  }
}

static char *make_text(int n, size_t *length) {
  size_t capacity = 1024;
  char *text = malloc(capacity);
  *length = 0;
  text[(*length)++] = '[';
  for (int i = 0; i < n; i++) {
    if (*length + 256 > capacity)
      text = realloc(text, capacity *= 2);
    *length += sprintf(text + *length,
                       "%s{\"id\": %d, \"name\": \"item %d \\\"q\\\"\", \"tags\": [\"a%d\", \"b\", "
                       "null, true, false],"
                       " \"pos\": {\"x\": %d.5, \"y\": -%d}}",
                       i > 0 ? ",\n " : "", i, i, i % 7, i % 100, i);
  }
  text[(*length)++] = ']';
  text[*length] = 0;
  return text;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 75000;
  size_t length;
  char *text = make_text(n, &length);
  Tokenizer tokens = {.text = text};
  next(&tokens);
  Value data = parse(&tokens);
  size_t letters = 0;
  double sum = 0;
  for (size_t i = 0; i < data.length; i++) {
    letters += get(&data.items[i], "name")->length;
    sum += get(get(&data.items[i], "pos"), "x")->real;
  }
  printf("%zu %zu ", length, data.length);
  print_value(&data.items[data.length - 1]);
  printf(" %zu %.1f\n", letters, sum);
  free_value(&data);
  free(text);
  return 0;
}
