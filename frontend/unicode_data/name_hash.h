// The hash under which a character's name is stored: names themselves are not kept. 43 bits; the
// table's generator proves that no two names of the database share a hash.
#pragma once

#include <cstdint>
#include <string_view>

namespace molt::unicode {

inline uint64_t nameHash(std::string_view name) {
  uint64_t hash = 14695981039346656037ull; // FNV-1a, mixed at the end
  for (unsigned char c : name)
    hash = (hash ^ (c >= 'a' && c <= 'z' ? c - 32 : c)) * 1099511628211ull;
  hash ^= hash >> 29;
  hash *= 0xBF58476D1CE4E5B9ull;
  hash ^= hash >> 32;
  return hash & ((1ull << 43) - 1);
}

} // namespace molt::unicode
