// UTF-8 as str holds it: every code point up to 10FFFF, lone surrogates included, in shortest form.
#pragma once

#include <cstdint>

namespace molt::utf8 {

// The bytes of the sequence that starts with `lead` (in valid text).
inline unsigned sequenceLength(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}
inline bool isContinuation(char byte) { return (byte & 0xC0) == 0x80; }

// Reads one code point of valid text and moves on.
inline uint32_t decode(const char *&text) {
  auto *bytes = reinterpret_cast<const unsigned char *>(text);
  unsigned lead = bytes[0];
  if (lead < 0x80) {
    text += 1;
    return lead;
  }
  if (lead < 0xE0) {
    text += 2;
    return (lead & 0x1F) << 6 | (bytes[1] & 0x3F);
  }
  if (lead < 0xF0) {
    text += 3;
    return (lead & 0x0F) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3F);
  }
  text += 4;
  return (lead & 0x07) << 18 | (bytes[1] & 0x3Fu) << 12 | (bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3F);
}
// Reads the code point that ends at `text` and moves to its start.
inline uint32_t decodeBack(const char *&text) {
  do
    --text;
  while (isContinuation(*text));
  const char *start = text;
  return decode(start);
}
inline unsigned encodedLength(uint32_t code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }
// Writes one code point; returns the end.
inline char *encode(uint32_t code, char *out) {
  if (code < 0x80) {
    *out++ = static_cast<char>(code);
  } else if (code < 0x800) {
    *out++ = static_cast<char>(0xC0 | code >> 6);
    *out++ = static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    *out++ = static_cast<char>(0xE0 | code >> 12);
    *out++ = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    *out++ = static_cast<char>(0x80 | (code & 0x3F));
  } else {
    *out++ = static_cast<char>(0xF0 | code >> 18);
    *out++ = static_cast<char>(0x80 | (code >> 12 & 0x3F));
    *out++ = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    *out++ = static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}
inline bool isSurrogate(uint32_t code) { return code - 0xD800 < 0x800; }

// Code points in valid text.
uint64_t countCodePoints(const char *text, uint64_t size);
bool isAscii(const char *text, uint64_t size);

// How much of `text` is valid UTF-8 in CPython's sense (shortest form; surrogates are not).
struct Validity {
  uint64_t validBytes;
  uint64_t errorLength;     // bytes of the bad sequence; 0: all is valid
  const char *reason;       // CPython's words for it
};
Validity validate(const char *text, uint64_t size);

} // namespace molt::utf8
