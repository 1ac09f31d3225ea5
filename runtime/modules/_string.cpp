// The module `_string`: what string.Formatter reads format strings with. Both iterators go on through their str as they are
// asked, and raise where str.format() would.
#include "runtime/modules/_string.gen.h"

#include "runtime/core/containers.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/native_module.h"
#include "runtime/text/utf8.h"
#include "runtime/types/format_fields.h"
#include "runtime/types/tuple.h"

namespace molt {

struct StrPosition : Object {
  Value text;
  uint64_t at; // a byte of it
};

extern "C" {
extern Type molt_type_formatteriterator, molt_type_fieldnameiterator;
}

namespace {

void destroyPosition(Object *object) { releaseField(static_cast<StrPosition *>(object)->text); }
Result<Owned<>> itself(Borrowed<> self) { return Owned<>::retain(self); }

Owned<> makeIterator(Type &type, Borrowed<> text, uint64_t at) {
  Owned<StrPosition> made = allocate<StrPosition>(type);
  made->text = Owned<>::retain(text).intoValue();
  made->at = at;
  return made;
}

Owned<> part(const char *start, const char *end) {
  return start ? makeStr(start, static_cast<size_t>(end - start)) : Owned<Str>::retain(""_str);
}
Owned<> nameOrNumber(const char *start, const char *end) {
  int64_t number = readFieldNumber(start, end);
  return number >= 0 ? makeInt(number) : part(start, end);
}
Raised invalid(const char *text) { return raise(ValueError, text); }

// (literal, name, spec, conversion); without a field the last three are None.
Owned<Tuple> makeParts(const Owned<> &literal, const FormatField *field) {
  if (!field) {
    const Value parts[] = {literal.value(), none().value(), none().value(), none().value()};
    return makeTuple(parts, 4);
  }
  Owned<> name = part(field->name, field->nameEnd), spec = part(field->spec, field->specEnd), conversion = ownedNone();
  if (field->conversion) {
    char bytes[4];
    conversion = part(bytes, utf8::encode(field->conversion, bytes));
  }
  const Value parts[] = {literal.value(), name.value(), spec.value(), conversion.value()};
  return makeTuple(parts, 4);
}

Result<Owned<>> nextOfFormat(Borrowed<> iterator) {
  StrPosition *self = iterator.as<StrPosition>().get();
  Borrowed<Str> text = Borrowed<>(self->text).as<Str>();
  const char *start = text->data() + self->at, *end = text->data() + text->size, *at = start;
  if (at == end)
    return ownedExhausted();
  while (at < end && *at != '{' && *at != '}')
    ++at;
  const char *literalEnd = at;
  FormatField field{};
  bool hasField = false;
  if (at < end) {
    char brace = *at++;
    bool isDoubled = at < end && *at == brace;
    if (!isDoubled && brace == '}')
      return invalid("Single '}' encountered in format string");
    if (!isDoubled && at == end)
      return invalid("Single '{' encountered in format string");
    if (isDoubled) {
      literalEnd = at++;
    } else {
      field.name = field.nameEnd = at;
      TRY(parseFormatField(at, end, field));
      hasField = true;
    }
  }
  self->at = static_cast<uint64_t>(at - text->data());
  return makeParts(part(start, literalEnd), hasField ? &field : nullptr);
}

// (True, attribute) or (False, key).
Result<Owned<>> nextOfFieldName(Borrowed<> iterator) {
  StrPosition *self = iterator.as<StrPosition>().get();
  Borrowed<Str> text = Borrowed<>(self->text).as<Str>();
  const char *at = text->data() + self->at, *end = text->data() + text->size;
  if (at == end)
    return ownedExhausted();
  char kind = *at++;
  if (kind != '.' && kind != '[')
    return invalid("Only '.' or '[' may follow ']' in format field specifier");
  bool isAttribute = kind == '.';
  const char *start = at;
  while (at < end && (isAttribute ? *at != '.' && *at != '[' : *at != ']'))
    ++at;
  if (!isAttribute && at == end)
    return invalid("Missing ']' in format string");
  if (start == at)
    return invalid("Empty attribute in format string");
  if (!isAttribute && readFieldNumber(start, at) == -2)
    return invalid("Too many decimal digits in format string");
  self->at = static_cast<uint64_t>(at + !isAttribute - text->data());
  return makePair(boolean(isAttribute), isAttribute ? part(start, at) : nameOrNumber(start, at));
}

constexpr TypeSpec positionSpec(const char *name, NextSlot next) {
  return TypeSpec{.name = name,
                  .size = sizeof(StrPosition),
                  .flags = kTypeNoNew,
                  .destroy = destroyPosition,
                  .iter = itself,
                  .next = next};
}

Result<void> checkStr(Borrowed<> value) {
  if (!isStr(value))
    return raise(TypeError, "expected str, got %T", value);
  return {};
}

} // namespace

extern "C" {
constinit Type molt_type_formatteriterator{positionSpec("formatteriterator", nextOfFormat)};
constinit Type molt_type_fieldnameiterator{positionSpec("fieldnameiterator", nextOfFieldName)};
}

const NativeModule nativeModule__string{.name = "_string", .functions = _string_functions, .doc = _string_doc};

Result<Owned<>> _string_formatter_parser(Borrowed<> text) {
  TRY(checkStr(text));
  return makeIterator(molt_type_formatteriterator, text, 0);
}

Result<Owned<>> _string_formatter_field_name_split(Borrowed<> text) {
  TRY(checkStr(text));
  Borrowed<Str> name = text.as<Str>();
  const char *start = name->data(), *end = start + name->size, *at = start;
  while (at < end && *at != '.' && *at != '[')
    ++at;
  if (readFieldNumber(start, at) == -2)
    return invalid("Too many decimal digits in format string");
  return makePair(nameOrNumber(start, at), makeIterator(molt_type_fieldnameiterator, text, static_cast<uint64_t>(at - start)));
}

} // namespace molt
