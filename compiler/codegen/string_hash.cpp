#include "compiler/codegen/string_hash.h"

#include <bit>
#include <string>
#include <vector>

namespace molt::codegen {
namespace {

struct SipState {
  // The zero key leaves the constants of the paper.
  uint64_t v0 = 0x736f6d6570736575, v1 = 0x646f72616e646f6d, v2 = 0x6c7967656e657261, v3 = 0x7465646279746573;

  void round() {
    v0 += v1, v2 += v3;
    v1 = std::rotl(v1, 13) ^ v0, v3 = std::rotl(v3, 16) ^ v2;
    v0 = std::rotl(v0, 32);
    v2 += v1, v0 += v3;
    v1 = std::rotl(v1, 17) ^ v2, v3 = std::rotl(v3, 21) ^ v0;
    v2 = std::rotl(v2, 32);
  }
  void absorb(uint64_t word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }
};

uint64_t sipHash13(std::string_view bytes) {
  SipState state;
  uint64_t word = 0;
  size_t position = 0;
  for (; position < bytes.size(); ++position) {
    word |= uint64_t{static_cast<unsigned char>(bytes[position])} << (position % 8 * 8);
    if (position % 8 == 7) {
      state.absorb(word);
      word = 0;
    }
  }
  state.absorb(word | uint64_t{bytes.size()} << 56);
  state.v2 ^= 0xff;
  for (int i = 0; i < 3; ++i)
    state.round();
  return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

// Precondition: well-formed, but for surrogates.
std::vector<uint32_t> decode(std::string_view text) {
  std::vector<uint32_t> points;
  for (size_t i = 0; i < text.size();) {
    unsigned char lead = text[i++];
    unsigned more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    uint32_t point = more == 0 ? lead : lead & (0x3F >> more);
    for (; more && i < text.size(); --more)
      point = point << 6 | (text[i++] & 0x3F);
    points.push_back(point);
  }
  return points;
}

} // namespace

StringFacts describeString(std::string_view text) {
  std::vector<uint32_t> points = decode(text);
  uint32_t widest = 0;
  for (uint32_t point : points)
    widest = std::max(widest, point);
  unsigned width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  std::string bytes;
  for (uint32_t point : points)
    for (unsigned i = 0; i < width; ++i)
      bytes.push_back(static_cast<char>(point >> (8 * i)));
  uint64_t hash = points.empty() ? 0 : sipHash13(bytes);
  if (hash == ~uint64_t{0})
    hash = ~uint64_t{1}; // -1 is CPython's "error"
  return {points.size(), hash, widest < 0x80};
}

} // namespace molt::codegen
