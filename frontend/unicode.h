// What the frontend needs of Unicode: UTF-8, identifiers (UAX #31, NFKC) and character names.
// The tables are generated at build time from the Unicode Character Database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace molt::unicode {

/// Decodes the code point at `text[at]` and moves `at` past it. `text` is valid (W)UTF-8.
char32_t decode(std::string_view text, size_t &at);
/// Appends the UTF-8 form of `c`; a surrogate gets its three-byte WTF-8 form.
void encode(char32_t c, std::string &out);
/// Code points in `text`, which is valid (W)UTF-8.
size_t countCharacters(std::string_view text);
/// The offset of the first byte that is not valid UTF-8, and why, or no value.
struct Utf8Error {
  size_t offset;
  const char *reason; ///< in the words of Python's codec, e.g. "invalid start byte"
  size_t length;      ///< bytes that the codec calls undecodable
};
std::optional<Utf8Error> findUtf8Error(std::string_view text, bool allowSurrogates = false);

bool isIdentifierStart(char32_t c);
bool isIdentifierPart(char32_t c);
/// str.isprintable of one character.
bool isPrintable(char32_t c);
/// str.isspace of one character.
bool isSpace(char32_t c);
/// Whether NFKC may change text with characters like these; false is certain.
bool mayNeedNfkc(std::string_view text);
/// Normalization form KC.
std::string nfkc(std::string_view text);

/// The character (or named sequence's absence) of a \N{...} escape: names, aliases, and the
/// algorithmic names of Hangul syllables and CJK ideographs, in any case.
std::optional<char32_t> characterByName(std::string_view name);

} // namespace molt::unicode
