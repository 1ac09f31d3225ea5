// SyntaxError, and the three Unicode errors: exceptions that point into a text.
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/exception_slots.h"

namespace molt {

#define FIELD(name, layoutName, field)                                                             \
  { name, offsetof(layout::layoutName, field), MemberKind::kObjectOrNone, nullptr, true }

const MemberDef kSyntaxErrorMembers[] = {
    FIELD("msg", SyntaxError, message),       FIELD("filename", SyntaxError, filename),
    FIELD("lineno", SyntaxError, line),       FIELD("offset", SyntaxError, offset),
    FIELD("text", SyntaxError, text),         FIELD("end_lineno", SyntaxError, endLine),
    FIELD("end_offset", SyntaxError, endOffset), FIELD("print_file_and_line", SyntaxError, printFileAndLine),
    FIELD("_metadata", SyntaxError, metadata), {nullptr, 0, {}}};
const MemberDef kUnicodeErrorMembers[] = {
    FIELD("encoding", UnicodeError, encoding), FIELD("object", UnicodeError, object),
    FIELD("start", UnicodeError, start),       FIELD("end", UnicodeError, end),
    FIELD("reason", UnicodeError, reason),     {nullptr, 0, {}}};

// ---- SyntaxError --------------------------------------------------------------------------------

Result<void> syntaxErrorInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(exceptionInit(self, arguments, count, names));
  auto *exception = static_cast<layout::SyntaxError *>(asException(self));
  if (count >= 1)
    setField(exception->message, Borrowed<>(arguments[0]));
  if (count != 2)
    return {};
  Owned<Tuple> info = TRY(sequenceToTuple_py(Borrowed<>(arguments[1])));
  uint64_t given = info->length;
  if (given < 4)
    return raise(TypeError, "function takes at least 4 arguments (%zu given)", given);
  if (given > 7)
    return raise(TypeError, "function takes at most 7 arguments (%zu given)", given);
  Value *fields[] = {&exception->filename, &exception->line,      &exception->offset,  &exception->text,
                     &exception->endLine,  &exception->endOffset, &exception->metadata};
  for (uint64_t i = 0; i < 7; ++i)
    setField(*fields[i], i < given ? Borrowed<>(info->items()[i]) : Borrowed<>());
  if (given == 5)
    return raise(TypeError, "end_offset must be provided when end_lineno is provided");
  return {};
}

Result<Owned<Str>> syntaxErrorStr(Borrowed<> self) {
  auto *exception = static_cast<layout::SyntaxError *>(asException(self));
  Borrowed<> message(exception->message), filename(exception->filename), line(exception->line);
  if (!message)
    message = none();
  Owned<Str> base;
  if (filename && isStr(filename)) {
    Borrowed<Str> path = filename.as<Str>();
    size_t start = path->size;
    while (start && path->data()[start - 1] != '/')
      --start;
    base = makeStr(path->data() + start, path->size - start);
  }
  bool hasLine = line && isExactly(line, molt_type_int);
  if (base && hasLine)
    return formatStr("%S (%S, line %S)", message, base, line);
  if (base)
    return formatStr("%S (%S)", message, base);
  if (hasLine)
    return formatStr("%S (line %S)", message, line);
  return str_py(message);
}

// ---- Unicode errors -----------------------------------------------------------------------------

namespace {

bool isTranslate(Borrowed<> self) { return isInstance(self, UnicodeTranslateError); }
bool isDecode(Borrowed<> self) { return isInstance(self, UnicodeDecodeError); }

extern "C" Type molt_type_bytearray;

Result<void> wantStr(Borrowed<> value, int position) {
  if (!isStr(value))
    return raise(TypeError, "argument %d must be str, not %T", position, value);
  return {};
}

} // namespace

Result<void> unicodeErrorInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(exceptionInit(self, arguments, count, names));
  auto *exception = static_cast<layout::UnicodeError *>(asException(self));
  int first = isTranslate(self) ? 0 : 1; // the encoding comes first
  uint64_t wanted = 4 + first;
  if (count != wanted)
    return raise(TypeError, "function takes exactly %zu arguments (%zu given)", wanted, count);
  if (first)
    TRY(wantStr(Borrowed<>(arguments[0]), 1));
  Borrowed<> object(arguments[first]);
  if (!isDecode(self))
    TRY(wantStr(object, first + 1));
  else if (!isBytes(object) && !isInstance(object, molt_type_bytearray))
    return raise(TypeError, "a bytes-like object is required, not '%T'", object);
  Owned<> start = TRY(index_py(Borrowed<>(arguments[first + 1])));
  Owned<> end = TRY(index_py(Borrowed<>(arguments[first + 2])));
  TRY(wantStr(Borrowed<>(arguments[first + 3]), first + 4));
  setField(exception->encoding, first ? Borrowed<>(arguments[0]) : Borrowed<>());
  setField(exception->object, object);
  setField(exception->start, start);
  setField(exception->end, end);
  setField(exception->reason, Borrowed<>(arguments[first + 3]));
  return {};
}

namespace {

// The code point at `index`, or UINT32_MAX.
uint32_t codePointAt(Borrowed<Str> text, int64_t index) {
  const unsigned char *at = reinterpret_cast<const unsigned char *>(text->data());
  const unsigned char *end = at + text->size;
  auto sizeOf = [](unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; };
  while (index-- > 0 && at < end)
    at += sizeOf(*at);
  if (at >= end)
    return UINT32_MAX;
  int size = sizeOf(*at);
  uint32_t point = size == 1 ? *at : *at & (0x7F >> size);
  for (int i = 1; i < size; ++i)
    point = point << 6 | (at[i] & 0x3F);
  return point;
}

void hexText(char *out, uint32_t number, int digits) {
  for (int i = digits - 1; i >= 0; --i, number >>= 4)
    out[i] = "0123456789abcdef"[number & 15];
  out[digits] = 0;
}

// \x41, \u1234 or \U00012345
void escapeText(char *out, uint32_t point) {
  *out++ = '\\';
  *out++ = point <= 0xFF ? 'x' : point <= 0xFFFF ? 'u' : 'U';
  hexText(out, point, point <= 0xFF ? 2 : point <= 0xFFFF ? 4 : 8);
}

int64_t lengthOf(Borrowed<> object) {
  if (isStr(object))
    return object.as<Str>()->length;
  return isBytes(object) ? object.as<Bytes>()->size : 0;
}

} // namespace

Result<Owned<Str>> unicodeErrorStr(Borrowed<> self) {
  auto *exception = static_cast<layout::UnicodeError *>(asException(self));
  if (exception->object.isNull())
    return Owned<Str>::retain(""_str);
  Owned<> object = Owned<>::retain(Borrowed<>(exception->object));
  Owned<> reason = Owned<>::retain(Borrowed<>(exception->reason));
  Owned<> encoding = Owned<>::retain(exception->encoding.isNull() ? none() : Borrowed<>(exception->encoding));
  int64_t start = 0, end = 0, length = lengthOf(object);
  intToInt64(Borrowed<>(exception->start), &start);
  intToInt64(Borrowed<>(exception->end), &end);
  if (start < 0)
    start = 0;
  if (end < 0)
    end = 0;
  if (end > length)
    end = length;
  bool single = start < length && end == start + 1;
  char text[16];
  if (isDecode(self)) {
    if (!single)
      return formatStr("'%S' codec can't decode bytes in position %d-%d: %S", encoding, start, end - 1, reason);
    hexText(text, static_cast<unsigned char>(object.borrow().as<Bytes>()->data()[start]), 2);
    return formatStr("'%S' codec can't decode byte 0x%s in position %d: %S", encoding, text, start, reason);
  }
  if (single)
    escapeText(text, codePointAt(object.borrow().as<Str>(), start));
  if (isTranslate(self))
    return single ? formatStr("can't translate character '%s' in position %d: %S", text, start, reason)
                  : formatStr("can't translate characters in position %d-%d: %S", start, end - 1, reason);
  return single ? formatStr("'%S' codec can't encode character '%s' in position %d: %S", encoding, text, start, reason)
                : formatStr("'%S' codec can't encode characters in position %d-%d: %S", encoding, start, end - 1, reason);
}

} // namespace molt
