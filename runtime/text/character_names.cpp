#include "runtime/text/character_names.h"

#include <cassert>

namespace molt {

namespace {

class NameWriter {
  char *out_;
  unsigned size_ = 0;

public:
  explicit NameWriter(char *out) : out_(out) {}

  unsigned size() const { return size_; }
  void add(char c) {
    assert(size_ < kLongestCharacterName);
    out_[size_++] = c;
  }
  void add(const char *text) {
    while (*text)
      add(*text++);
  }
  // Upper case, at least four digits.
  void addHex(uint32_t code) {
    int digits = 4;
    while (digits < 8 && code >> 4 * digits)
      ++digits;
    while (digits-- > 0)
      add("0123456789ABCDEF"[code >> 4 * digits & 15]);
  }
};

// The syllables are put together from the short names of their letters (the Unicode standard, section 3.12).
void addHangul(NameWriter &out, uint32_t index) {
  static constexpr char leads[][3] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                      "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
  static constexpr char vowels[][4] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                       "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
  static constexpr char tails[][3] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L",  "LG", "LM", "LB", "LS", "LT",
                                      "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
  constexpr uint32_t vowelCount = 21, tailCount = 28;
  out.add("HANGUL SYLLABLE ");
  out.add(leads[index / (vowelCount * tailCount)]);
  out.add(vowels[index / tailCount % vowelCount]);
  out.add(tails[index % tailCount]);
}

void addWord(const CharacterNames &names, NameWriter &out, uint32_t number) {
  const unsigned char *at = names.words + names.wordOffsets[number / 16];
  for (uint32_t skipped = number % 16; skipped; --skipped)
    while (!(*at++ & 0x80))
      ;
  for (; !(*at & 0x80); ++at)
    out.add(static_cast<char>(*at));
  out.add(static_cast<char>(*at & 0x7F));
}

uint32_t readNumber(const unsigned char *&at) {
  uint32_t number = 0;
  int shift = 0;
  for (; *at & 0x80; shift += 7)
    number |= static_cast<uint32_t>(*at++ & 0x7F) << shift;
  return number | static_cast<uint32_t>(*at++) << shift;
}

uint32_t readWord(const unsigned char *&at) {
  uint32_t first = *at++;
  return first < 192 ? first : 192 + (first - 192) * 256 + *at++;
}

void addListed(const CharacterNames &names, NameWriter &out, uint32_t code) {
  uint32_t low = 0, high = names.blockCount; // the last block that begins at or before it
  while (high - low > 1) {
    uint32_t middle = (low + high) / 2;
    (names.blocks[middle].code <= code ? low : high) = middle;
  }
  const unsigned char *at = names.records + names.blocks[low].offset;
  uint32_t here = names.blocks[low].code;
  for (int i = 0; i < 64; ++i) {
    here += readNumber(at);
    if (here > code)
      return;
    unsigned count = *at++;
    for (unsigned word = 0; word < count; ++word) {
      uint32_t number = readWord(at);
      if (here != code)
        continue;
      if (number == 0) {
        out.add('-');
        out.addHex(code);
        continue;
      }
      if (word)
        out.add(' ');
      addWord(names, out, number);
    }
  }
}

} // namespace

unsigned characterName(const CharacterNames &names, uint32_t code, char *text) {
  NameWriter out(text);
  constexpr uint32_t firstSyllable = 0xAC00, lastSyllable = 0xD7A3;
  if (code >= firstSyllable && code <= lastSyllable) {
    addHangul(out, code - firstSyllable);
    return out.size();
  }
  for (uint32_t i = 0; i < names.ideographCount; ++i)
    if (code >= names.ideographs[i].first && code <= names.ideographs[i].last) {
      out.add("CJK UNIFIED IDEOGRAPH-");
      out.addHex(code);
      return out.size();
    }
  addListed(names, out, code);
  return out.size();
}

} // namespace molt
