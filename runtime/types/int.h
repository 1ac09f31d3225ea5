// int: a 49-bit word inline, else a BigInt of 60-bit digits. bool is a subclass whose two values are
// molt_true and molt_false.
//
// Invariant: an exact int that fits 49 bits is always inline. Instances of subclasses (other than bool) are BigInts
// of any value, with exactly as many digits as the value has.
#pragma once

#include "runtime/core/containers.h"
#include "runtime/text/text_buffer.h"

namespace molt {

inline constexpr int kDigitBits = 60;
inline constexpr uint64_t kDigitMask = (uint64_t{1} << kDigitBits) - 1;

struct BigInt : Object {
  int64_t signedCount; // digits, negated for a negative value
  uint64_t *digits() { return reinterpret_cast<uint64_t *>(this + 1); }
  uint64_t count() const { return static_cast<uint64_t>(signedCount < 0 ? -signedCount : signedCount); }
};
static_assert(sizeof(BigInt) == 24);

// Any int as sign and magnitude, least significant digit first, no leading zero digits. Borrows the int.
class IntView {
  uint64_t scratch_ = 0;

public:
  const uint64_t *digits;
  uint64_t count;
  bool negative;

  explicit IntView(Borrowed<> value) {
    Value word = value.value();
    if (word.isInlineInt()) {
      int64_t number = word.asInlineInt();
      negative = number < 0;
      set(negative ? static_cast<uint64_t>(-number) : static_cast<uint64_t>(number));
    } else if (word == boolean(true).value() || word == boolean(false).value()) {
      negative = false;
      set(word == boolean(true).value());
    } else {
      auto *big = static_cast<BigInt *>(word.asObject());
      digits = big->digits();
      count = big->count();
      negative = big->signedCount < 0;
    }
  }
  IntView(const IntView &) = delete;
  bool isZero() const { return count == 0; }
  uint64_t bitLength() const {
    return count == 0 ? 0 : count * kDigitBits - static_cast<unsigned>(__builtin_clzll(digits[count - 1]) - 4);
  }

private:
  void set(uint64_t magnitude) {
    scratch_ = magnitude;
    digits = &scratch_;
    count = magnitude != 0;
  }
};

// dividend / divisor; the quotient must fit 64 bits.
inline uint64_t divideWide(unsigned __int128 dividend, uint64_t divisor, uint64_t *rest) {
#ifdef __x86_64__
  uint64_t quotient, remainder;
  asm("divq %4"
      : "=a"(quotient), "=d"(remainder)
      : "a"(static_cast<uint64_t>(dividend)), "d"(static_cast<uint64_t>(dividend >> 64)), "r"(divisor)
      : "cc");
  *rest = remainder;
  return quotient;
#else
  // Two digits of 32 bits (Knuth, volume 2, algorithm D); the library's 128-bit division is avoided on purpose.
  unsigned shift = static_cast<unsigned>(__builtin_clzll(divisor));
  divisor <<= shift;
  dividend <<= shift;
  uint64_t high = divisor >> 32, low = divisor & 0xFFFFFFFF, quotient = 0;
  auto top = static_cast<uint64_t>(dividend >> 64), bottom = static_cast<uint64_t>(dividend);
  for (int half = 1; half >= 0; --half) {
    uint64_t next = half ? bottom >> 32 : bottom & 0xFFFFFFFF;
    uint64_t digit = top / high, left = top % high;
    while (digit >> 32 || digit * low > (left << 32 | next)) {
      --digit;
      left += high;
      if (left >> 32)
        break;
    }
    top = (top << 32 | next) - digit * divisor;
    quotient = quotient << 32 | digit;
  }
  *rest = top >> shift;
  return quotient;
#endif
}

// A BigInt with room for `capacity` digits, not filled; then trimmed, and inline if it fits.
Owned<BigInt> makeBigInt(uint64_t capacity);
Owned<> finishBigInt(Owned<BigInt> big, uint64_t count, bool negative);

// The value of an int of at most two digits; false for a longer one.
inline bool readInt128(Borrowed<> value, __int128 *number) {
  if (value.value().isInlineInt()) {
    *number = value.value().asInlineInt();
    return true;
  }
  IntView view(value);
  if (view.count > 2)
    return false;
  __int128 magnitude = view.count ? view.digits[0] : 0;
  if (view.count == 2)
    magnitude |= static_cast<__int128>(view.digits[1]) << kDigitBits;
  *number = view.negative ? -magnitude : magnitude;
  return true;
}

Owned<> makeIntSlow(int64_t number);
// makeInt() of containers.h, inline.
inline Owned<> intFrom(int64_t number) {
  if (__builtin_expect(Value::fitsInline(number), 1))
    return Owned<>::steal(Value::fromInt(number));
  return makeIntSlow(number);
}
Owned<> intFrom128(__int128 number);
inline bool bothInline(Borrowed<> left, Borrowed<> right) {
  return (left.bits() & right.bits()) >= kIntTag;
}

// ---- The operators on two inline ints ---------------------------------------------------------------
// Precondition of all: bothInline(left, right).
inline Owned<> addInline(Borrowed<> left, Borrowed<> right) {
  return intFrom(left.value().asInlineInt() + right.value().asInlineInt());
}
inline Owned<> subtractInline(Borrowed<> left, Borrowed<> right) {
  return intFrom(left.value().asInlineInt() - right.value().asInlineInt());
}
inline Owned<> multiplyInline(Borrowed<> left, Borrowed<> right) {
  int64_t product;
  if (__builtin_expect(
          !__builtin_mul_overflow(left.value().asInlineInt(), right.value().asInlineInt(), &product), 1))
    return intFrom(product);
  return intFrom128(static_cast<__int128>(left.value().asInlineInt()) * right.value().asInlineInt());
}
inline int64_t floorDivide(int64_t left, int64_t right) { // right is not 0
  int64_t quotient = left / right;
  return quotient - ((left % right != 0) && ((left < 0) != (right < 0)));
}
inline int64_t floorModulo(int64_t left, int64_t right) { // right is not 0
  int64_t rest = left % right;
  return rest != 0 && ((rest < 0) != (right < 0)) ? rest + right : rest;
}
inline bool compareInline(Borrowed<> left, Borrowed<> right, Comparison operation) {
  int64_t a = left.value().asInlineInt(), b = right.value().asInlineInt();
  switch (operation) {
  case Comparison::kLess:
    return a < b;
  case Comparison::kLessEqual:
    return a <= b;
  case Comparison::kEqual:
    return a == b;
  case Comparison::kNotEqual:
    return a != b;
  case Comparison::kGreater:
    return a > b;
  case Comparison::kGreaterEqual:
    return a >= b;
  }
  return false;
}

// ---- Any ints. Preconditions: isInt(value) ----------------------------------------------------------
Owned<> intExact(Borrowed<> value); // an int of type int with that value
inline bool intIsZero(Borrowed<> value) { return IntView(value).isZero(); }
int intSign(Borrowed<> value);
int intCompare(Borrowed<> left, Borrowed<> right); // -1, 0, 1
bool intEqual(Borrowed<> left, Borrowed<> right);
int64_t intHash(Borrowed<> value);
int64_t hashOfInt64(int64_t number);
Owned<> intAdd(Borrowed<> left, Borrowed<> right);
Owned<> intSubtract(Borrowed<> left, Borrowed<> right);
Owned<> intMultiply(Borrowed<> left, Borrowed<> right);
Owned<> intNegative(Borrowed<> value);
Owned<> intAbsolute(Borrowed<> value);
// ZeroDivisionError. Either result may be null.
Result<void> intDivmod(Borrowed<> left, Borrowed<> right, Owned<> *quotient, Owned<> *rest);
Result<Owned<>> intFloorDivide(Borrowed<> left, Borrowed<> right);
Result<Owned<>> intModulo(Borrowed<> left, Borrowed<> right);
Result<double> intTrueDivide(Borrowed<> left, Borrowed<> right);
Result<Owned<>> intPower(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus); // modulus: an int or null
Result<Owned<>> intShiftLeft(Borrowed<> value, Borrowed<> count);
Result<Owned<>> intShiftRight(Borrowed<> value, Borrowed<> count);
Result<Owned<>> intShiftLeft(Borrowed<> value, uint64_t bits);
Owned<> intShiftRight(Borrowed<> value, uint64_t bits);
Owned<> intGcd(Borrowed<> left, Borrowed<> right);
Owned<> intSquareRoot(Borrowed<> value); // floor; value >= 0

// ---- int and double ---------------------------------------------------------------------------------
Result<double> intToDouble(Borrowed<> value); // OverflowError "int too large to convert to float"
Owned<> intFromDouble(double value);          // truncated; finite
// value as mantissa * 2^exponent, 0.5 <= |mantissa| < 1, rounded half to even.
double intToFraction(Borrowed<> value, int64_t *exponent);
int compareIntDouble(Borrowed<> left, double right); // -1, 0, 1; right is no NaN
Result<Owned<>> doubleToInt(double value); // ValueError for NaN, OverflowError for infinity

// ---- int and text -----------------------------------------------------------------------------------
// base 2 to 36, lower case, with '-'. Decimal over the limit: ValueError.
Result<void> appendInt(TextBuffer &out, Borrowed<> value, int base = 10);
Result<Owned<Str>> intToStr(Borrowed<> value);
// digits: ASCII only, no sign or underscores, all valid in the base.
Owned<> intFromDigits(const char *digits, uint64_t count, int base);
// int(text, base): text is what the error shows.
Result<Owned<>> intFromText(const char *text, uint64_t size, int base, Borrowed<> original);
// int(value)
Result<Owned<>> intFromValue_py(Borrowed<> value);
int64_t intMaxStrDigits();
void setIntMaxStrDigits(int64_t limit); // sys.set_int_max_str_digits: 0, or from 640 on

// Little- or big-endian two's complement. False: does not fit.
bool intToBytes(Borrowed<> value, unsigned char *bytes, uint64_t size, bool littleEndian);
Owned<> intFromBytes(const unsigned char *bytes, uint64_t size, bool littleEndian, bool isSigned);
// The low 64 bits in two's complement.
uint64_t intLow64(Borrowed<> value);

} // namespace molt
