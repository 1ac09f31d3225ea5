// Static, immortal str objects: "append"_str is a Borrowed<Str> at a link-time address. ASCII only.
#pragma once

#include "abi/entry_points.h"
#include "abi/reference.h"

#include <cstddef>

namespace molt {

void literalIsNotAscii();

template <size_t size> struct LiteralText {
  char text[size];
  consteval LiteralText(const char (&literal)[size]) {
    for (size_t i = 0; i < size; ++i) {
      if (static_cast<unsigned char>(literal[i]) >= 128)
        literalIsNotAscii(); // not constexpr: does not compile
      text[i] = literal[i];
    }
  }
};

// A Str with its bytes behind it, for static data.
template <size_t size> struct StaticStr {
  Str header;
  char text[(size + 7) / 8 * 8];
  constexpr StaticStr(const char (&literal)[size]) : header(), text() {
    header.Object::type = &molt_type_str;
    header.refcount = kImmortal;
    header.flags = kStrAscii | kStrInterned;
    header.length = header.size = size - 1;
    header.hash = 0;
    for (size_t i = 0; i < size; ++i)
      text[i] = literal[i];
  }
};

template <LiteralText literal>
inline constinit StaticStr<sizeof(literal.text)> strLiteral{literal.text};

template <LiteralText literal> Borrowed<Str> operator""_str() {
  return Borrowed<Str>(&strLiteral<literal>.header);
}

} // namespace molt
