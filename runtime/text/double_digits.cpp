// From a double to decimal digits: the shortest that read back as the same double (Schubfach: Raffaello
// Giulietti, "The Schubfach way to render doubles", 2020), or a given number of digits, exactly rounded half to
// even. No libc and no large tables: the 128-bit powers of ten are rebuilt from every 27th.
#include "runtime/text/double_digits.h"

#include <bit>
#include <cstring>

namespace molt {
namespace {

struct Wide {
  uint64_t high, low;
};

constexpr int kMinPower = -292, kFirstBase = -297;

// 10^k scaled to 128 bits, rounded down, for k = -297, -270, ...
constexpr Wide kBases[] = {
    {0xa76c582338ed2621, 0xaf2af2b80af6f24e},
    {0x873e4f75e2224e68, 0x5a7744a6e804a291},
    {0xda7f5bf590966848, 0xaf39a475506a899e},
    {0xb080392cc4349dec, 0xbd8d794d96aacfb3},
    {0x8e938662882af53e, 0x547eb47b7282ee9c},
    {0xe65829b3046b0afa, 0x0cb4a5a3112a5112},
    {0xba121a4650e4ddeb, 0x92f34d62616ce413},
    {0x964e858c91ba2655, 0x3a6a07f8d510f86f},
    {0xf2d56790ab41c2a2, 0xfae27299423fb9c3},
    {0xc428d05aa4751e4c, 0xaa97e14c3c26b886},
    {0x9e74d1b791e07e48, 0x775ea264cf55347d},
    {0x8000000000000000, 0x0000000000000000},
    {0xcecb8f27f4200f3a, 0x0000000000000000},
    {0xa70c3c40a64e6c51, 0x999090b65f67d924},
    {0x86f0ac99b4e8dafd, 0x69a028bb3ded71a3},
    {0xda01ee641a708de9, 0xe80e6f4820cc9495},
    {0xb01ae745b101e9e4, 0x5ec05dcff72e7f8f},
    {0x8e41ade9fbebc27d, 0x14588f13be847307},
    {0xe5d3ef282a242e81, 0x8f1668c8a86da5fa},
    {0xb9a74a0637ce2ee1, 0x6d953e2bd7173692},
    {0x95f83d0a1fb69cd9, 0x4abdaf101564f98e},
    {0xf24a01a73cf2dccf, 0xbc633b39673c8cec},
    {0xc3b8358109e84f07, 0x0a862f80ec4700c8},
    {0x9e19db92b4e31ba9, 0x6c07a2c26a8346d1},
};

// What to add to (base * 5^j) >> s to have the power rounded up: two bits for each k from -292 on.
constexpr uint32_t kCorrections[] = {
    0xa5556955, 0xe99a9655, 0xbeabaaaa, 0xa99a9966, 0xa965aa95, 0xaeba7aaa, 0xa6596aa6, 0x9965a955,
    0xa9565959, 0x56559556, 0x55555555, 0xeaa95555, 0xaeaa6aab, 0x5a59566b, 0x95565555, 0x66a5a6aa,
    0xa9a6aa99, 0x9a65aa6e, 0x0000009a, 0x00000000, 0x00000000, 0x55000000, 0x55555555, 0xaaaae555,
    0xaebeebaf, 0xaaa9aaa5, 0x6a5a56aa, 0xa69a9aa6, 0x55565aaa, 0x55566565, 0xaaa6aa96, 0x99aa9a9a,
    0x9996a5a5, 0x55556a96, 0x55565555, 0x95595555, 0x55555555, 0x55555555, 0x00015555,
};

int floorLog2Power10(int k) { return (k * 1741647) >> 19; }

Wide powerOf10(int k) {
  int base = (k - kFirstBase) / 27;
  int j = k - (kFirstBase + 27 * base);
  Wide wide = kBases[base];
  uint64_t factor = 1;
  for (int i = 0; i < j; ++i)
    factor *= 5;
  int shift = floorLog2Power10(k) - floorLog2Power10(k - j) - j; // how far the product is too long
  unsigned __int128 low = static_cast<unsigned __int128>(wide.low) * factor;
  unsigned __int128 high = static_cast<unsigned __int128>(wide.high) * factor + static_cast<uint64_t>(low >> 64);
  unsigned __int128 result = high;
  if (int bits = shift) {
    // The product is (high, low64): take 128 bits from bit `bits` on.
    result = (high << (64 - bits)) | (static_cast<uint64_t>(low) >> bits);
  } else {
    result = (high << 64) | static_cast<uint64_t>(low);
  }
  int index = k - kMinPower;
  result += kCorrections[index / 16] >> (2 * (index % 16)) & 3;
  return {static_cast<uint64_t>(result >> 64), static_cast<uint64_t>(result)};
}

uint64_t multiplyRoundToOdd(Wide power, uint64_t factor) {
  unsigned __int128 low = static_cast<unsigned __int128>(power.low) * factor;
  unsigned __int128 high = static_cast<unsigned __int128>(power.high) * factor + static_cast<uint64_t>(low >> 64);
  return static_cast<uint64_t>(high >> 64) | (static_cast<uint64_t>(high) > 1);
}

struct Decimal {
  uint64_t digits;
  int exponent;
};

Decimal schubfach(uint64_t fraction, int biased) {
  uint64_t c = biased ? fraction | uint64_t{1} << 52 : fraction;
  int q = biased ? biased - 1075 : -1074;
  if (-q >= 0 && -q < 53 && (c & ((uint64_t{1} << -q) - 1)) == 0)
    return {c >> -q, 0}; // a small integer
  bool isEven = c % 2 == 0, lowerIsCloser = fraction == 0 && biased > 1;
  int k = (q * 1262611 - (lowerIsCloser ? 524031 : 0)) >> 22;
  int h = q + floorLog2Power10(-k) + 1;
  Wide power = powerOf10(-k);
  uint64_t lower = multiplyRoundToOdd(power, (4 * c - 2 + lowerIsCloser) << h) + !isEven;
  uint64_t value = multiplyRoundToOdd(power, 4 * c << h);
  uint64_t upper = multiplyRoundToOdd(power, (4 * c + 2) << h) - !isEven;
  uint64_t s = value / 4;
  if (s >= 10) {
    uint64_t tens = s / 10;
    bool downInside = lower <= 40 * tens, upInside = 40 * tens + 40 <= upper;
    if (downInside != upInside)
      return {tens + upInside, k + 1};
  }
  bool downInside = lower <= 4 * s, upInside = 4 * s + 4 <= upper;
  if (downInside != upInside)
    return {s + upInside, k};
  uint64_t middle = 4 * s + 2;
  bool roundUp = value > middle || (value == middle && (s & 1));
  return {s + roundUp, k};
}

// The exact value of a double in base 10^9, most significant limb first: an integer part and a fraction.
struct ExactDecimal {
  static constexpr int kCapacity = 36 + 121; // 309 integer digits, 1074 fraction digits
  uint32_t limbs[kCapacity];
  int integerLimbs = 0, count = 0;

  explicit ExactDecimal(double value) {
    uint64_t bits = std::bit_cast<uint64_t>(value);
    int biased = bits >> 52 & 0x7FF;
    uint64_t mantissa = (bits & ((uint64_t{1} << 52) - 1)) | (biased ? uint64_t{1} << 52 : 0);
    int exponent = (biased ? biased : 1) - 1075;
    uint64_t whole = exponent >= 0 ? mantissa : exponent > -64 ? mantissa >> -exponent : 0;
    uint64_t part = exponent >= 0 ? 0 : exponent > -64 ? mantissa & ((uint64_t{1} << -exponent) - 1) : mantissa;
    appendInteger(whole, exponent > 0 ? exponent : 0);
    integerLimbs = count;
    if (part)
      appendFraction(part, -exponent);
  }

  void appendInteger(uint64_t whole, int shift) {
    uint32_t reversed[36];
    int used = 0;
    for (; whole; whole /= 1000000000)
      reversed[used++] = whole % 1000000000;
    for (; shift > 0; shift -= 29) {
      int step = shift < 29 ? shift : 29;
      uint64_t carry = 0;
      for (int i = 0; i < used; ++i) {
        uint64_t limb = (static_cast<uint64_t>(reversed[i]) << step) + carry;
        reversed[i] = limb % 1000000000;
        carry = limb / 1000000000;
      }
      if (carry)
        reversed[used++] = carry;
    }
    while (used)
      limbs[count++] = reversed[--used];
  }

  // part / 2^shift, part < 2^shift
  void appendFraction(uint64_t part, int shift) {
    // Little-endian words of the fraction's bits; multiplying by 10^9 pushes a limb out at the top.
    uint32_t words[36] = {};
    int wordCount = (shift + 31) / 32, align = wordCount * 32 - shift;
    unsigned __int128 aligned = static_cast<unsigned __int128>(part) << align;
    for (int i = 0; i < 3 && i < wordCount; ++i)
      words[i] = static_cast<uint32_t>(aligned >> (32 * i));
    int lowest = 0;
    while (lowest < wordCount) {
      uint64_t carry = 0;
      for (int i = lowest; i < wordCount; ++i) {
        uint64_t word = static_cast<uint64_t>(words[i]) * 1000000000 + carry;
        words[i] = static_cast<uint32_t>(word);
        carry = word >> 32;
      }
      limbs[count++] = carry;
      while (lowest < wordCount && words[lowest] == 0)
        ++lowest;
    }
  }
};

int writeDigits(uint64_t number, char *out) {
  char reversed[20];
  int count = 0;
  do
    reversed[count++] = static_cast<char>('0' + number % 10);
  while (number /= 10);
  for (int i = 0; i < count; ++i)
    out[i] = reversed[count - 1 - i];
  return count;
}

} // namespace

DoubleDigits shortestDigits(double value, char *digits) {
  uint64_t bits = std::bit_cast<uint64_t>(value);
  uint64_t fraction = bits & ((uint64_t{1} << 52) - 1);
  int biased = bits >> 52 & 0x7FF;
  if (!fraction && !biased) {
    digits[0] = '0';
    return {1, 1};
  }
  Decimal decimal = schubfach(fraction, biased);
  int count = writeDigits(decimal.digits, digits);
  int point = count + decimal.exponent;
  while (count > 1 && digits[count - 1] == '0')
    --count;
  return {count, point};
}

DoubleDigits roundedDigits(double value, DigitsMode mode, int wanted, char *digits) {
  ExactDecimal exact(value);
  // All digits, without leading zeros.
  int first = 0;
  while (first < exact.count && exact.limbs[first] == 0)
    ++first;
  if (first == exact.count) {
    digits[0] = '0';
    return {1, 1};
  }
  char head[20];
  int headDigits = writeDigits(exact.limbs[first], head);
  int point = (exact.integerLimbs - first - 1) * 9 + headDigits;
  int64_t keep = mode == DigitsMode::kSignificant ? wanted : static_cast<int64_t>(point) + wanted;
  int64_t available = headDigits + static_cast<int64_t>(exact.count - first - 1) * 9;
  auto digitAt = [&](int64_t position) -> int {
    if (position < headDigits)
      return head[position] - '0';
    position -= headDigits;
    uint32_t limb = exact.limbs[first + 1 + position / 9];
    for (int skip = 8 - static_cast<int>(position % 9); skip > 0; --skip)
      limb /= 10;
    return limb % 10;
  };
  if (keep < 0) {
    digits[0] = '0';
    return {0, point}; // less than half a unit
  }
  int count = static_cast<int>(keep < available ? keep : available);
  for (int i = 0; i < count; ++i)
    digits[i] = static_cast<char>('0' + digitAt(i));
  bool roundUp = false;
  if (keep < available) {
    int next = digitAt(keep);
    bool more = false;
    for (int64_t i = keep + 1; next == 5 && !more && i < available; ++i)
      more = digitAt(i) != 0;
    roundUp = next > 5 || (next == 5 && (more || (count && (digits[count - 1] - '0') % 2)));
  }
  if (roundUp) {
    int i = count;
    while (i > 0 && digits[i - 1] == '9')
      digits[--i] = '0';
    if (i > 0) {
      ++digits[i - 1];
    } else { // 999 -> 1000
      digits[0] = '1';
      for (int j = 1; j < count + 1; ++j)
        digits[j] = '0';
      ++point;
      if (mode == DigitsMode::kFraction || count == 0)
        ++count;
    }
  }
  while (count > 0 && digits[count - 1] == '0')
    --count;
  return {count, point};
}

} // namespace molt
