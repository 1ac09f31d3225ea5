// Classes of ASCII characters for the lexer; bytes from 128 on may be part of identifiers.
#pragma once

#include <array>
#include <cstdint>

namespace molt {

enum CharacterClass : uint8_t {
  identifierStart = 1,
  identifierPart = 2,
  decimalDigit = 4,
  hexDigit = 8,
};

inline constexpr std::array<uint8_t, 256> characterClasses = [] {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    const bool digit = c >= '0' && c <= '9';
    const bool hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    classes[c] = (letter ? identifierStart | identifierPart : 0) |
                 (digit ? identifierPart | decimalDigit : 0) | (hex ? hexDigit : 0);
  }
  return classes;
}();

inline bool isClass(char c, CharacterClass cls) {
  return characterClasses[static_cast<unsigned char>(c)] & cls;
}
inline bool isIdentifierStart(char c) { return isClass(c, identifierStart); }
inline bool isIdentifierPart(char c) { return isClass(c, identifierPart); }
inline bool isDecimalDigit(char c) { return isClass(c, decimalDigit); }
inline bool isHexDigit(char c) { return isClass(c, hexDigit); }
inline bool isOctalDigit(char c) { return c >= '0' && c <= '7'; }
inline bool isBinaryDigit(char c) { return c == '0' || c == '1'; }
inline char toLowerAscii(char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
inline int hexValue(char c) {
  return isDecimalDigit(c) ? c - '0' : toLowerAscii(c) - 'a' + 10;
}

} // namespace molt
