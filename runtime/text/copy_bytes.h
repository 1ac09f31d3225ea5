// Copies of mostly few bytes, for which a call of memcpy would cost more than the copy.
#pragma once

#include <cstdint>
#include <cstring>

namespace molt {

// The two must not overlap.
inline void copyBytes(char *to, const char *from, uint64_t count) {
  if (count > 16) {
    std::memcpy(to, from, count);
  } else if (count >= 8) { // the two halves may overlap
    uint64_t first, last;
    std::memcpy(&first, from, 8);
    std::memcpy(&last, from + count - 8, 8);
    std::memcpy(to, &first, 8);
    std::memcpy(to + count - 8, &last, 8);
  } else if (count >= 4) {
    uint32_t first, last;
    std::memcpy(&first, from, 4);
    std::memcpy(&last, from + count - 4, 4);
    std::memcpy(to, &first, 4);
    std::memcpy(to + count - 4, &last, 4);
  } else if (count > 0) {
    char first = from[0], middle = from[count / 2], last = from[count - 1];
    to[0] = first;
    to[count / 2] = middle;
    to[count - 1] = last;
  }
}

} // namespace molt
