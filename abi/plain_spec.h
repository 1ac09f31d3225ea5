// The format specs that most programs use, as one number: [0][width][.precision][type]. The compiler reads those that it
// knows, the runtime the others.
#pragma once

#include <cstdint>

namespace molt {

struct PlainSpec {
  bool zeros = false;
  uint8_t width = 0;
  int8_t precision = -1; // none
  char type = 0;         // none

  static constexpr uint32_t kMostWidth = 60;
  static constexpr int32_t kMostPlaces = 6;

  bool suitsInt() const { return precision < 0 && (!type || type == 'd' || type == 'x'); }
  bool suitsFloat() const { return type == 'f' && precision <= kMostPlaces; }

  // zeros, width, precision, type, a byte each.
  uint32_t packed() const {
    return uint32_t{zeros} | uint32_t{width} << 8 | uint32_t{static_cast<uint8_t>(precision)} << 16 |
           uint32_t{static_cast<uint8_t>(type)} << 24;
  }
  static PlainSpec unpack(uint32_t packed) {
    return {(packed & 1) != 0, static_cast<uint8_t>(packed >> 8), static_cast<int8_t>(packed >> 16),
            static_cast<char>(packed >> 24)};
  }
  // False: another spec.
  static bool parse(const char *text, uint64_t size, PlainSpec *spec);
};

namespace plain_spec_detail {
// Up to two digits; false: more.
inline bool readDigits(const char *&at, const char *end, uint32_t *number) {
  const char *start = at;
  while (at < end && *at >= '0' && *at <= '9')
    *number = *number * 10 + static_cast<uint32_t>(*at++ - '0');
  return at - start <= 2;
}
} // namespace plain_spec_detail

inline bool PlainSpec::parse(const char *text, uint64_t size, PlainSpec *spec) {
  const char *at = text, *end = at + size;
  if (size > 8)
    return false;
  if (at < end && *at == '0') {
    spec->zeros = true;
    ++at;
  }
  uint32_t width = 0;
  if (!plain_spec_detail::readDigits(at, end, &width) || width > kMostWidth)
    return false;
  spec->width = static_cast<uint8_t>(width);
  if (at < end && *at == '.') {
    uint32_t places = 0;
    const char *start = ++at;
    if (!plain_spec_detail::readDigits(at, end, &places) || at == start)
      return false;
    spec->precision = static_cast<int8_t>(places);
  }
  if (at < end)
    spec->type = *at++;
  return at == end;
}

} // namespace molt
