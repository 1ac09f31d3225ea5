// SipHash-1-3: Jean-Philippe Aumasson and Daniel J. Bernstein, "SipHash: a fast short-input PRF", 2012.
#include "runtime/text/siphash.h"

#include <bit>
#include <cstring>

namespace molt {
namespace {

struct State {
  uint64_t v0 = 0x736f6d6570736575, v1 = 0x646f72616e646f6d, v2 = 0x6c7967656e657261, v3 = 0x7465646279746573;

  void round() {
    v0 += v1;
    v2 += v3;
    v1 = std::rotl(v1, 13) ^ v0;
    v3 = std::rotl(v3, 16) ^ v2;
    v0 = std::rotl(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = std::rotl(v1, 17) ^ v2;
    v3 = std::rotl(v3, 21) ^ v0;
    v2 = std::rotl(v2, 32);
  }
  void absorb(uint64_t word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }
};

// Fewer than eight bytes as a number, the first one's lowest. Loads may overlap: the bits are the same.
uint64_t lastBytes(const unsigned char *bytes, size_t count) {
  if (count >= 4) {
    uint32_t low, high;
    std::memcpy(&low, bytes, 4);
    std::memcpy(&high, bytes + count - 4, 4);
    return low | uint64_t{high} << (8 * (count - 4));
  }
  if (count == 0)
    return 0;
  size_t middle = count / 2, end = count - 1;
  return uint64_t{bytes[0]} | uint64_t{bytes[middle]} << (8 * middle) | uint64_t{bytes[end]} << (8 * end);
}

} // namespace

uint64_t siphash13(const void *data, size_t size) {
  State state;
  auto *bytes = static_cast<const unsigned char *>(data);
  size_t rest = size;
  for (; rest >= 8; rest -= 8, bytes += 8) {
    uint64_t word;
    std::memcpy(&word, bytes, 8);
    state.absorb(word);
  }
  state.absorb(static_cast<uint64_t>(size) << 56 | lastBytes(bytes, rest));
  state.v2 ^= 0xff;
  state.round();
  state.round();
  state.round();
  return (state.v0 ^ state.v1) ^ (state.v2 ^ state.v3);
}

} // namespace molt
