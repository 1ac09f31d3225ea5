// Finding bytes in bytes: 16 places at once where the processor can.
#include "runtime/text/byte_search.h"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace molt {

namespace {

// In a short text this is done before memmem has begun. Two bytes at least are wanted, and there are as many.
int64_t findInShort(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize) {
  uint16_t first;
  std::memcpy(&first, wanted, sizeof first);
  for (uint64_t at = 0; at + wantedSize <= size; ++at) {
    uint16_t here;
    std::memcpy(&here, text + at, sizeof here);
    if (here == first && std::memcmp(text + at + 2, wanted + 2, wantedSize - 2) == 0)
      return static_cast<int64_t>(at);
  }
  return -1;
}

// In time that grows with the size alone, whatever the bytes are.
int64_t findInAny(const char *text, uint64_t from, uint64_t size, const char *wanted, uint64_t wantedSize) {
  auto *found = static_cast<const char *>(memmem(text + from, size - from, wanted, wantedSize));
  return found ? found - text : -1;
}

#ifdef __SSE2__
// Where the first and the last byte fit (W. Mula, "SIMD-friendly algorithms for substring searching"). When too many of
// these places are wrong, the rest is searched otherwise.
int64_t findByEnds(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize) {
  constexpr uint64_t kBlock = 16;
  const __m128i first = _mm_set1_epi8(wanted[0]), last = _mm_set1_epi8(wanted[wantedSize - 1]);
  uint64_t wrong = 0, at = 0;
  for (; at + wantedSize - 1 + kBlock <= size; at += kBlock) {
    __m128i heads = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text + at));
    __m128i tails = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text + at + wantedSize - 1));
    auto fits = static_cast<unsigned>(
        _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(heads, first), _mm_cmpeq_epi8(tails, last))));
    for (; fits; fits &= fits - 1) {
      uint64_t place = at + static_cast<unsigned>(__builtin_ctz(fits));
      if (wantedSize <= 2 || std::memcmp(text + place + 1, wanted + 1, wantedSize - 2) == 0)
        return static_cast<int64_t>(place);
      if (++wrong > 32 + at / 8)
        return findInAny(text, place + 1, size, wanted, wantedSize);
    }
  }
  int64_t found = size - at < wantedSize ? -1 : findInShort(text + at, size - at, wanted, wantedSize);
  return found < 0 ? -1 : static_cast<int64_t>(at) + found;
}
#else
int64_t findByEnds(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize) {
  return findInAny(text, 0, size, wanted, wantedSize);
}
#endif

} // namespace

int64_t findBytes(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize) {
  if (wantedSize == 0)
    return 0;
  if (wantedSize > size)
    return -1;
  if (wantedSize == 1) {
    auto *found = static_cast<const char *>(std::memchr(text, *wanted, size));
    return found ? found - text : -1;
  }
  constexpr uint64_t kShort = 32;
  return size <= kShort ? findInShort(text, size, wanted, wantedSize) : findByEnds(text, size, wanted, wantedSize);
}

int64_t findLastBytes(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize) {
  if (wantedSize > size)
    return -1;
  if (wantedSize == 0)
    return static_cast<int64_t>(size);
  for (uint64_t start = size - wantedSize + 1; start-- > 0;)
    if (text[start] == *wanted && std::memcmp(text + start, wanted, wantedSize) == 0)
      return static_cast<int64_t>(start);
  return -1;
}

static uint64_t countByte(const char *text, uint64_t size, char wanted) {
  uint64_t count = 0;
  for (uint64_t i = 0; i < size; ++i)
    count += text[i] == wanted;
  return count;
}

uint64_t countBytes(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize, uint64_t limit) {
  if (wantedSize == 1 && size <= limit)
    return countByte(text, size, *wanted);
  uint64_t count = 0;
  while (count < limit) {
    int64_t found = findBytes(text, size, wanted, wantedSize);
    if (found < 0)
      break;
    ++count;
    uint64_t step = static_cast<uint64_t>(found) + wantedSize;
    text += step;
    size -= step;
  }
  return count;
}

uint64_t skipPlainAscii(const char *text, uint64_t size) {
  constexpr uint64_t kHighBits = 0x8080808080808080, kSpaces = 0x2020202020202020;
  uint64_t at = 0;
  for (; at + 8 <= size; at += 8) {
    uint64_t word;
    std::memcpy(&word, text + at, 8);
    if ((word | (word - kSpaces)) & kHighBits) // a borrow can only come from a byte that is below 32 itself
      break;
  }
  while (at < size && static_cast<unsigned char>(text[at] - 32) < 96)
    ++at;
  return at;
}

} // namespace molt
