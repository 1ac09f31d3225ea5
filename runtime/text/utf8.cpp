// Scanning UTF-8 eight bytes at a time where it is ASCII.
#include "runtime/text/utf8.h"

#include <cstring>

namespace molt::utf8 {

static constexpr uint64_t kHighBits = 0x8080808080808080;

bool isAscii(const char *text, uint64_t size) {
  uint64_t i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t word;
    std::memcpy(&word, text + i, 8);
    if (word & kHighBits)
      return false;
  }
  for (; i < size; ++i)
    if (text[i] & 0x80)
      return false;
  return true;
}

uint64_t countCodePoints(const char *text, uint64_t size) {
  uint64_t continuations = 0, i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t word;
    std::memcpy(&word, text + i, 8);
    word = (word & kHighBits) & ~(word << 1); // 10xxxxxx
    if (word) // counting bits is a call where the processor may not have an instruction for it
      continuations += static_cast<unsigned>(__builtin_popcountll(word));
  }
  for (; i < size; ++i)
    continuations += isContinuation(text[i]);
  return size - continuations;
}

Validity validate(const char *text, uint64_t size) {
  auto *bytes = reinterpret_cast<const unsigned char *>(text);
  uint64_t i = 0;
  while (i < size) {
    if (i + 8 <= size) {
      uint64_t word;
      std::memcpy(&word, bytes + i, 8);
      if (!(word & kHighBits)) {
        i += 8;
        continue;
      }
    }
    unsigned lead = bytes[i];
    if (lead < 0x80) {
      ++i;
      continue;
    }
    if (lead < 0xC2 || lead > 0xF4)
      return {i, 1, "invalid start byte"};
    unsigned length = sequenceLength(static_cast<unsigned char>(lead));
    for (unsigned k = 1; k < length; ++k) {
      if (i + k >= size)
        return {i, k, "unexpected end of data"};
      unsigned next = bytes[i + k], low = 0x80, high = 0xBF;
      if (k == 1) {
        if (lead == 0xE0)
          low = 0xA0;
        else if (lead == 0xED)
          high = 0x9F;
        else if (lead == 0xF0)
          low = 0x90;
        else if (lead == 0xF4)
          high = 0x8F;
      }
      if (next < low || next > high)
        return {i, k, "invalid continuation byte"};
    }
    i += length;
  }
  return {size, 0, nullptr};
}

} // namespace molt::utf8
