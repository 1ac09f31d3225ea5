// CPython has a type of its own for iterating over ASCII text; so have we, since its name shows.
#include "runtime/types/str_iterator.h"

#include "runtime/types/str.h"
#include "runtime/types/str_iterator.gen.h"

namespace molt {

extern "C" {
extern Type molt_type_str_iterator;
extern Type molt_type_str_ascii_iterator;
}

Owned<> makeStrIterator(Borrowed<Str> string) {
  Owned<StrIterator> iterator =
      allocate<StrIterator>(isAscii(string) ? molt_type_str_ascii_iterator : molt_type_str_iterator);
  retain(string.value());
  iterator->string = string.get();
  return iterator;
}

namespace {

StrIterator *iteratorOf(Borrowed<> self) { return static_cast<StrIterator *>(self.value().asObject()); }

void destroy(Object *self) { releaseField(static_cast<StrIterator *>(self)->string); }

Result<Owned<>> iterSlot(Borrowed<> self) { return Owned<>::retain(self); }

Result<Owned<>> nextSlot(Borrowed<> self) {
  StrIterator *iterator = iteratorOf(self);
  Str *string = iterator->string;
  if (!string)
    return ownedExhausted();
  if (iterator->offset >= string->size) {
    releaseField(iterator->string);
    return ownedExhausted();
  }
  const char *at = string->data() + iterator->offset;
  uint32_t code = utf8::decode(at);
  iterator->offset = static_cast<uint64_t>(at - string->data());
  ++iterator->index;
  return codePointStr(code);
}

} // namespace

Result<int64_t> str_iterator_length_hint(Borrowed<StrIterator> self) {
  return self->string ? static_cast<int64_t>(self->string->length - self->index) : 0;
}
Result<void> str_iterator_setstate(Borrowed<StrIterator> self, int64_t state) {
  if (!self->string)
    return {};
  uint64_t index = state < 0 ? 0 : static_cast<uint64_t>(state);
  self->index = index < self->string->length ? index : self->string->length;
  self->offset = byteOffset(Borrowed<Str>(self->string.get()), self->index);
  return {};
}

} // namespace molt

using namespace molt;

extern "C" {
#define STR_ITERATOR(symbol)                                                                                           \
  constinit Type molt_type_##symbol{TypeSpec{                                                                         \
      .name = #symbol,                                                                                                 \
      .size = sizeof(StrIterator),                                                                                     \
      .flags = kTypeNoNew,                                                                                             \
      .methods = str_iterator_methods,                                                                                 \
      .destroy = destroy,                                                                                              \
      .iter = iterSlot,                                                                                                \
      .next = nextSlot,                                                                                                \
  }};
STR_ITERATOR(str_iterator)
STR_ITERATOR(str_ascii_iterator)
}
