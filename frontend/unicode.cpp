#include "frontend/unicode.h"

#include "frontend/character_class.h"
#include "frontend/unicode_data/name_hash.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace molt::unicode {

namespace {

struct CodePointRange {
  uint32_t first, last;
};
struct CombiningClass {
  uint32_t character;
  uint8_t value;
};
struct Decomposition {
  uint32_t character;
  uint16_t at;
  uint16_t size;
};
struct Composition {
  uint32_t first, second, composed;
};

#include "unicode_tables.inc"

template <size_t N> bool contains(const CodePointRange (&ranges)[N], char32_t c) {
  const auto *found = std::upper_bound(
      std::begin(ranges), std::end(ranges), c,
      [](char32_t value, const CodePointRange &range) { return value < range.first; });
  return found != std::begin(ranges) && c <= std::prev(found)->last;
}

template <typename Entry, size_t N>
const Entry *findCharacter(const Entry (&entries)[N], char32_t c) {
  const auto *found =
      std::lower_bound(std::begin(entries), std::end(entries), c,
                       [](const Entry &entry, char32_t value) { return entry.character < value; });
  return found != std::end(entries) && found->character == c ? found : nullptr;
}

} // namespace

// ---- UTF-8 -------------------------------------------------------------------------------------

char32_t decode(std::string_view text, size_t &at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  const size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t c = size == 1 ? first : first & (0x7F >> size);
  for (size_t i = 1; i < size && at + i < text.size(); ++i)
    c = c << 6 | (byte(i) & 0x3F);
  at = std::min(at + size, text.size());
  return c;
}

void encode(char32_t c, std::string &out) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    tail(12), tail(6), tail(0);
  }
}

size_t countCharacters(std::string_view text) {
  size_t count = 0;
  for (char c : text)
    count += (c & 0xC0) != 0x80;
  return count;
}

std::optional<Utf8Error> findUtf8Error(std::string_view text, bool allowSurrogates) {
  const size_t size = text.size();
  for (size_t at = 0; at < size;) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
      ++at;
      continue;
    }
    if (first < 0xC2 || first > 0xF4)
      return Utf8Error{at, "invalid start byte", 1};
    const size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < length; ++i) {
      if (at + i >= size)
        return Utf8Error{at, "unexpected end of data", i};
      unsigned char lowest = 0x80, highest = 0xBF;
      if (i == 1) {
        lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        highest = first == 0xED && !allowSurrogates ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
      }
      if (byte(i) < lowest || byte(i) > highest)
        return Utf8Error{at, "invalid continuation byte", i};
    }
    at += length;
  }
  return std::nullopt;
}

// ---- properties --------------------------------------------------------------------------------

bool isIdentifierStart(char32_t c) { return contains(identifierStartRanges, c); }
bool isIdentifierPart(char32_t c) { return contains(identifierPartRanges, c); }
bool isPrintable(char32_t c) { return contains(printableRanges, c); }
bool isSpace(char32_t c) { return contains(spaceRanges, c); }

// ---- normalization form KC (UAX #15) -----------------------------------------------------------

namespace {

// Hangul syllables are composed by arithmetic.
constexpr char32_t syllableBase = 0xAC00, leadBase = 0x1100, vowelBase = 0x1161, tailBase = 0x11A7;
constexpr char32_t leadCount = 19, vowelCount = 21, tailCount = 28;
constexpr char32_t syllableCount = leadCount * vowelCount * tailCount;

uint8_t combiningClass(char32_t c) {
  const CombiningClass *found = c < 0x300 ? nullptr : findCharacter(combiningClasses, c);
  return found ? found->value : 0;
}

void decompose(char32_t c, std::u32string &out) {
  if (c >= syllableBase && c < syllableBase + syllableCount) {
    const char32_t index = c - syllableBase;
    out += leadBase + index / (vowelCount * tailCount);
    out += vowelBase + index % (vowelCount * tailCount) / tailCount;
    if (index % tailCount)
      out += tailBase + index % tailCount;
    return;
  }
  const Decomposition *found = c < 0xA0 ? nullptr : findCharacter(decompositions, c);
  if (!found)
    out += c;
  else
    out.append(decompositionPool + found->at, found->size);
}

char32_t compose(char32_t first, char32_t second) {
  if (first >= leadBase && first < leadBase + leadCount && second >= vowelBase &&
      second < vowelBase + vowelCount)
    return syllableBase + ((first - leadBase) * vowelCount + (second - vowelBase)) * tailCount;
  if (first >= syllableBase && first < syllableBase + syllableCount &&
      (first - syllableBase) % tailCount == 0 && second > tailBase &&
      second < tailBase + tailCount)
    return first + (second - tailBase);
  const auto *found = std::lower_bound(
      std::begin(compositions), std::end(compositions), std::pair(first, second),
      [](const Composition &entry, const std::pair<char32_t, char32_t> &pair) {
        return std::pair<char32_t, char32_t>(entry.first, entry.second) < pair;
      });
  if (found == std::end(compositions) || found->first != first || found->second != second)
    return 0;
  return found->composed;
}

/// Sorts each run of combining marks by class, stably: runs are short.
void orderMarks(std::u32string &text) {
  for (size_t i = 1; i < text.size(); ++i) {
    const char32_t mark = text[i];
    const uint8_t cls = combiningClass(mark);
    size_t to = i;
    for (; cls != 0 && to > 0 && combiningClass(text[to - 1]) > cls; --to)
      text[to] = text[to - 1];
    text[to] = mark;
  }
}

std::u32string composeAll(const std::u32string &text) {
  std::u32string out;
  size_t starter = std::u32string::npos;
  int lastClass = -1;
  for (char32_t c : text) {
    const int cls = combiningClass(c);
    const bool blocked = lastClass != -1 && lastClass >= cls;
    if (starter != std::u32string::npos && !blocked) {
      if (const char32_t composed = compose(out[starter], c)) {
        out[starter] = composed;
        continue;
      }
    }
    if (cls == 0) {
      starter = out.size();
      lastClass = -1;
    } else {
      lastClass = cls;
    }
    out += c;
  }
  return out;
}

} // namespace

bool mayNeedNfkc(std::string_view text) {
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 128)
      return true;
  return false;
}

std::string nfkc(std::string_view text) {
  std::u32string decomposed;
  for (size_t at = 0; at < text.size();)
    decompose(decode(text, at), decomposed);
  orderMarks(decomposed);
  std::string out;
  for (char32_t c : composeAll(decomposed))
    encode(c, out);
  return out;
}

// ---- names -------------------------------------------------------------------------------------

namespace {

std::optional<char32_t> hangulByName(std::string_view name) {
  static constexpr std::string_view leads[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                               "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
  static constexpr std::string_view vowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO",
                                                "YE", "O",  "WA", "WAE", "OE", "YO", "U",
                                                "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
  static constexpr std::string_view tails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH",
                                               "D",  "L",  "LG", "LM", "LB", "LS", "LT",
                                               "LP", "LH", "M",  "B",  "BS", "S",  "SS",
                                               "NG", "J",  "C",  "K",  "T",  "P",  "H"};
  for (char32_t lead = 0; lead < leadCount; ++lead) {
    if (!name.starts_with(leads[lead]))
      continue;
    const std::string_view rest = name.substr(leads[lead].size());
    for (char32_t vowel = 0; vowel < vowelCount; ++vowel) {
      if (!rest.starts_with(vowels[vowel]))
        continue;
      for (char32_t tail = 0; tail < tailCount; ++tail)
        if (rest.substr(vowels[vowel].size()) == tails[tail])
          return syllableBase + (lead * vowelCount + vowel) * tailCount + tail;
    }
  }
  return std::nullopt;
}

std::optional<char32_t> ideographByName(std::string_view digits) {
  if (digits.size() != 4 && digits.size() != 5)
    return std::nullopt;
  char32_t c = 0;
  for (char digit : digits) {
    if (!isHexDigit(digit))
      return std::nullopt;
    c = c * 16 + hexValue(digit);
  }
  return contains(ideographRanges, c) ? std::optional(c) : std::nullopt;
}

} // namespace

std::optional<char32_t> characterByName(std::string_view name) {
  std::string upper(name);
  for (char &c : upper)
    c = c >= 'a' && c <= 'z' ? c - 32 : c;
  constexpr std::string_view hangul = "HANGUL SYLLABLE ", ideograph = "CJK UNIFIED IDEOGRAPH-";
  if (upper.starts_with(hangul))
    return hangulByName(std::string_view(upper).substr(hangul.size()));
  if (upper.starts_with(ideograph))
    return ideographByName(std::string_view(upper).substr(ideograph.size()));
  const uint64_t key = nameHash(upper) << 21;
  const auto *found = std::lower_bound(std::begin(namedCharacters), std::end(namedCharacters), key);
  if (found == std::end(namedCharacters) || *found >> 21 != key >> 21)
    return std::nullopt;
  return static_cast<char32_t>(*found & 0x1FFFFF);
}

} // namespace molt::unicode
