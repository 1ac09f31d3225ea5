// The names of characters (Unicode 16), for the error handler "namereplace". Their table of some 400 KB is generated at
// build time and linked only into programs that mention that handler (see docs/pruning.md).
#pragma once

#include <cstdint>

namespace molt {

// Characters in order, 64 in a block. A record is the distance from the character before it (7 bits a byte, the highest
// bit: more follows), the number of words, and the words' numbers: one byte below 192, else two. Word 0 stands for the
// code point itself, after a hyphen. Words are ASCII; the last letter has its highest bit set.
struct CharacterNames {
  struct Block {
    uint32_t code; // of the first
    uint32_t offset;
  };
  struct Range {
    uint32_t first, last;
  };
  const Block *blocks;
  uint32_t blockCount;
  const unsigned char *records;
  const unsigned char *words;
  const uint32_t *wordOffsets; // of each 16th word
  const Range *ideographs;     // named after their code points
  uint32_t ideographCount;
};

// The table and null, or null alone when the program does without.
extern const CharacterNames *const characterNames[] __asm__("molt_character_names");
extern "C" const CharacterNames molt_character_name_data;

inline constexpr unsigned kLongestCharacterName = 128;
// Writes the name of `code`; gives its length, 0 when it has none.
unsigned characterName(const CharacterNames &names, uint32_t code, char *out);

} // namespace molt
