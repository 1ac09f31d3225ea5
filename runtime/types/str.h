// str for C++: making, reading and comparing. The layout (abi/object.h) is UTF-8 with a length in code points.
//
// Invariants
//   1. kStrAscii is set exactly when all bytes are ASCII; then code point i is byte i.
//   2. Lone surrogates stand as three bytes (which strict UTF-8 forbids).
//   3. The bytes end in a NUL that does not count.
#pragma once

#include "runtime/core/containers.h"
#include "runtime/core/str_literal.h"
#include "runtime/text/text_buffer.h"

namespace molt {

inline bool isAscii(Borrowed<Str> string) { return string->flags & kStrAscii; }

// ---- Making -----------------------------------------------------------------------------------------
Owned<Str> emptyStr();
// Not filled: the caller writes `size` bytes at once.
Owned<Str> makeUnfilledStr(uint64_t size, uint64_t length);
Owned<Str> makeStrCounted(const char *utf8, uint64_t size, uint64_t length);
Owned<Str> makeAsciiStr(const char *text, uint64_t size);
Owned<Str> codePointStr(uint32_t code); // one character; those below 128 are static
inline Owned<Str> makeStr(const TextBuffer &text) { return makeStr(text.data(), text.size()); }
// The str itself, or an exact copy of a subclass's instance.
Owned<Str> exactStr(Borrowed<Str> string);

// ---- Positions --------------------------------------------------------------------------------------
// What a text of that size takes behind the struct.
inline uint64_t textBytes(uint64_t size, bool ascii) { return ascii ? size + 1 : (size + 8) / 8 * 8 + sizeof(Ptr<uint32_t>); }
// The index of a str that is not ASCII.
inline Ptr<uint32_t> &indexOf(Str *string) {
  return *reinterpret_cast<Ptr<uint32_t> *>(string->data() + (string->size + 8) / 8 * 8);
}
// The byte offset of a code point; index <= length.
uint64_t byteOffset(Borrowed<Str> string, uint64_t index);
// The code point index of a byte offset (at a character's start).
uint64_t codePointIndex(Borrowed<Str> string, uint64_t offset);
uint32_t codePointAt(Borrowed<Str> string, uint64_t index); // index < length
Owned<Str> substring(Borrowed<Str> string, uint64_t start, uint64_t stop); // code points, start <= stop <= length

// ---- Comparing --------------------------------------------------------------------------------------
int compareStr(Borrowed<Str> left, Borrowed<Str> right); // by code points: -1, 0, 1

// ---- Building ---------------------------------------------------------------------------------------
Owned<Str> concatStr(Borrowed<Str> left, Borrowed<Str> right);
// In place when nobody else has `left`: s += t.
Owned<Str> appendStr(Owned<Str> left, Borrowed<Str> right);
Result<Owned<>> joinStr_py(Borrowed<Str> separator, Borrowed<> iterable);
// repr() and ascii() of a text.
void appendStrRepr(TextBuffer &out, Borrowed<Str> string, bool asciiOnly);
Owned<Str> reprStr(Borrowed<Str> string);
// Non-ASCII characters as escapes: ascii() of what repr() gave.
Owned<Str> escapeNonAscii(Borrowed<Str> string);
// The value of a str of one character.
inline uint32_t onlyCodePoint(Borrowed<Str> string) {
  const char *at = string->data();
  return utf8::decode(at);
}

// ---- Formatting -------------------------------------------------------------------------------------
Result<Owned<>> formatPercent_py(Borrowed<Str> format, Borrowed<> arguments); // format % arguments
Result<Owned<Str>> formatValue_py(Borrowed<> value, Borrowed<Str> spec);         // format(value, spec)

} // namespace molt
