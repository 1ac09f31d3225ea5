// Integer arithmetic on views of sign and magnitude. Sums, shifts, bits, small products and divisions by one digit
// are done here; long products, divisions, powers and roots are libtommath's, on the same 60-bit digits.
#include "runtime/types/int.h"

#include "runtime/core/cells.h"

#include <cmath>
#include <cstring>
#include <tommath.h>

namespace molt {
namespace {

static_assert(MP_DIGIT_BIT == kDigitBits && sizeof(mp_digit) == 8);

constexpr uint64_t kSchoolbookLimit = 30; // digits

// ---- Magnitudes -------------------------------------------------------------------------------------

int compareMagnitudes(const IntView &a, const IntView &b) {
  if (a.count != b.count)
    return a.count < b.count ? -1 : 1;
  for (uint64_t i = a.count; i-- > 0;)
    if (a.digits[i] != b.digits[i])
      return a.digits[i] < b.digits[i] ? -1 : 1;
  return 0;
}

// out has a.count + 1 digits; a is the longer one.
uint64_t addMagnitudes(const IntView &a, const IntView &b, uint64_t *out) {
  uint64_t carry = 0;
  for (uint64_t i = 0; i < a.count; ++i) {
    uint64_t sum = a.digits[i] + (i < b.count ? b.digits[i] : 0) + carry;
    out[i] = sum & kDigitMask;
    carry = sum >> kDigitBits;
  }
  out[a.count] = carry;
  return a.count + 1;
}

// |a| >= |b|
uint64_t subtractMagnitudes(const IntView &a, const IntView &b, uint64_t *out) {
  uint64_t borrow = 0;
  for (uint64_t i = 0; i < a.count; ++i) {
    uint64_t difference = a.digits[i] - (i < b.count ? b.digits[i] : 0) - borrow;
    out[i] = difference & kDigitMask;
    borrow = difference >> 63;
  }
  return a.count;
}

void multiplyMagnitudes(const IntView &a, const IntView &b, uint64_t *out) {
  std::memset(out, 0, (a.count + b.count) * sizeof(uint64_t));
  for (uint64_t i = 0; i < a.count; ++i) {
    unsigned __int128 carry = 0;
    for (uint64_t j = 0; j < b.count; ++j) {
      carry += static_cast<unsigned __int128>(a.digits[i]) * b.digits[j] + out[i + j];
      out[i + j] = static_cast<uint64_t>(carry) & kDigitMask;
      carry >>= kDigitBits;
    }
    out[i + b.count] = static_cast<uint64_t>(carry);
  }
}

uint64_t divideByDigit(const IntView &a, uint64_t divisor, uint64_t *quotient) {
  uint64_t rest = 0;
  for (uint64_t i = a.count; i-- > 0;)
    quotient[i] = divideWide(static_cast<unsigned __int128>(rest) << kDigitBits | a.digits[i], divisor, &rest);
  return rest;
}

// Schoolbook division (Knuth, volume 2, algorithm D). |a| >= |b|, b has two digits or more; quotient has room for
// a.count - b.count + 1 digits and rest for a.count + 1, of which b.count are the result.
void divideMagnitudes(const IntView &a, const IntView &b, uint64_t *quotient, uint64_t *rest, uint64_t *divisor) {
  uint64_t n = b.count, m = a.count - n;
  unsigned shift = static_cast<unsigned>(__builtin_clzll(b.digits[n - 1])) - (64 - kDigitBits);
  auto shifted = [&](const IntView &view, uint64_t *out) { // left, so that the divisor's top bit is set
    uint64_t carry = 0;
    for (uint64_t i = 0; i < view.count; ++i) {
      out[i] = (view.digits[i] << shift | carry) & kDigitMask;
      carry = view.digits[i] >> (kDigitBits - shift);
    }
    return carry;
  };
  shifted(b, divisor);
  rest[a.count] = shifted(a, rest);
  uint64_t top = divisor[n - 1], second = divisor[n - 2];
  for (uint64_t j = m + 1; j-- > 0;) {
    uint64_t left = 0, digit;
    if (rest[j + n] >= top) {
      digit = kDigitMask;
      left = rest[j + n] - top; // (rest[j + n], rest[j + n - 1]) - digit * top, one digit up
      left = (left << kDigitBits) + rest[j + n - 1] + top;
    } else {
      digit = divideWide(static_cast<unsigned __int128>(rest[j + n]) << kDigitBits | rest[j + n - 1], top, &left);
    }
    while (left <= kDigitMask && static_cast<unsigned __int128>(digit) * second >
                                     (static_cast<unsigned __int128>(left) << kDigitBits | rest[j + n - 2])) {
      --digit;
      left += top;
    }
    uint64_t borrow = 0, carry = 0;
    for (uint64_t i = 0; i < n; ++i) {
      unsigned __int128 product = static_cast<unsigned __int128>(digit) * divisor[i] + carry;
      carry = static_cast<uint64_t>(product >> kDigitBits);
      uint64_t difference = rest[i + j] - (static_cast<uint64_t>(product) & kDigitMask) - borrow;
      rest[i + j] = difference & kDigitMask;
      borrow = difference >> 63;
    }
    uint64_t difference = rest[j + n] - carry - borrow;
    rest[j + n] = difference & kDigitMask;
    if (difference >> 63) { // one too many: add the divisor back
      --digit;
      uint64_t sum = 0;
      for (uint64_t i = 0; i < n; ++i) {
        sum += rest[i + j] + divisor[i];
        rest[i + j] = sum & kDigitMask;
        sum >>= kDigitBits;
      }
      rest[j + n] = (rest[j + n] + sum) & kDigitMask;
    }
    quotient[j] = digit;
  }
  for (uint64_t i = 0; i < n; ++i) // shift back
    rest[i] = (rest[i] >> shift | (i + 1 < n ? rest[i + 1] << (kDigitBits - shift) : 0)) & kDigitMask;
}

// ---- libtommath -------------------------------------------------------------------------------------

void check(mp_err error) {
  if (error == MP_MEM)
    outOfMemory();
}

// A read-only number of the library over the digits of a view.
mp_int asMp(const IntView &view) {
  mp_int number;
  number.used = number.alloc = static_cast<int>(view.count);
  number.sign = view.negative ? MP_NEG : MP_ZPOS;
  number.dp = const_cast<mp_digit *>(reinterpret_cast<const mp_digit *>(view.digits));
  return number;
}

struct MpNumber {
  mp_int number;
  MpNumber() { check(mp_init(&number)); }
  ~MpNumber() { mp_clear(&number); }
  MpNumber(const MpNumber &) = delete;
};

Owned<> fromMp(const mp_int &number) {
  auto count = static_cast<uint64_t>(number.used);
  Owned<BigInt> big = makeBigInt(count);
  std::memcpy(big->digits(), number.dp, count * sizeof(uint64_t));
  return finishBigInt(std::move(big), count, number.sign == MP_NEG);
}

Owned<> addSigned(const IntView &a, const IntView &b, bool negateB) {
  bool negativeB = b.negative != negateB;
  if (a.negative == negativeB) {
    const IntView &longer = a.count >= b.count ? a : b, &shorter = a.count >= b.count ? b : a;
    Owned<BigInt> sum = makeBigInt(longer.count + 1);
    uint64_t count = addMagnitudes(longer, shorter, sum->digits());
    return finishBigInt(std::move(sum), count, a.negative);
  }
  bool aIsLarger = compareMagnitudes(a, b) >= 0;
  const IntView &larger = aIsLarger ? a : b, &smaller = aIsLarger ? b : a;
  Owned<BigInt> difference = makeBigInt(larger.count);
  uint64_t count = subtractMagnitudes(larger, smaller, difference->digits());
  return finishBigInt(std::move(difference), count, aIsLarger ? a.negative : negativeB);
}

} // namespace

// ---- Making -----------------------------------------------------------------------------------------

Owned<BigInt> makeBigInt(uint64_t capacity) {
  return allocateQuickly<BigInt, false>(molt_type_int, capacity * sizeof(uint64_t));
}

Owned<> finishBigInt(Owned<BigInt> big, uint64_t count, bool negative) {
  const uint64_t *digits = big->digits();
  while (count && digits[count - 1] == 0)
    --count;
  if (count <= 1) {
    uint64_t magnitude = count ? digits[0] : 0;
    int64_t number = negative ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude);
    if (Value::fitsInline(number))
      return Owned<>::steal(Value::fromInt(number));
  }
  big->signedCount = negative ? -static_cast<int64_t>(count) : static_cast<int64_t>(count);
  return big;
}

Owned<> makeInt(int64_t number) { return intFrom(number); }
Owned<> makeIntSlow(int64_t number) { return intFrom128(number); }
Owned<> makeUnsigned(uint64_t number) { return intFrom128(static_cast<__int128>(number)); }

Owned<> intFrom128(__int128 number) {
  if (number >= kIntMin && number <= kIntMax)
    return Owned<>::steal(Value::fromInt(static_cast<int64_t>(number)));
  bool negative = number < 0;
  auto magnitude = negative ? -static_cast<unsigned __int128>(number) : static_cast<unsigned __int128>(number);
  int64_t count = magnitude >> kDigitBits == 0 ? 1 : magnitude >> 2 * kDigitBits == 0 ? 2 : 3;
  Owned<BigInt> big = makeBigInt(static_cast<uint64_t>(count));
  for (int64_t i = 0; i < count; ++i, magnitude >>= kDigitBits)
    big->digits()[i] = static_cast<uint64_t>(magnitude) & kDigitMask;
  big->signedCount = negative ? -count : count;
  return big;
}

Owned<> intExact(Borrowed<> value) {
  if (value.value().isInlineInt() || isExactly(value, molt_type_int))
    return Owned<>::retain(value);
  IntView view(value);
  Owned<BigInt> copy = makeBigInt(view.count);
  std::memcpy(copy->digits(), view.digits, view.count * sizeof(uint64_t));
  return finishBigInt(std::move(copy), view.count, view.negative);
}

// ---- Asking -----------------------------------------------------------------------------------------

bool intToInt64(Borrowed<> value, int64_t *number) {
  if (value.value().isInlineInt()) {
    *number = value.value().asInlineInt();
    return true;
  }
  IntView view(value);
  if (view.count > 2)
    return false;
  unsigned __int128 magnitude = 0;
  for (uint64_t i = view.count; i-- > 0;)
    magnitude = magnitude << kDigitBits | view.digits[i];
  if (magnitude > (static_cast<unsigned __int128>(1) << 63) - !view.negative)
    return false;
  *number = static_cast<int64_t>(view.negative ? 0 - static_cast<uint64_t>(magnitude) : static_cast<uint64_t>(magnitude));
  return true;
}

uint64_t intLow64(Borrowed<> value) {
  IntView view(value);
  uint64_t low = view.count ? view.digits[0] : 0;
  if (view.count > 1)
    low |= view.digits[1] << kDigitBits;
  return view.negative ? 0 - low : low;
}

int intSign(Borrowed<> value) {
  IntView view(value);
  return view.isZero() ? 0 : view.negative ? -1 : 1;
}

int intCompare(Borrowed<> left, Borrowed<> right) {
  IntView a(left), b(right);
  if (a.negative != b.negative)
    return a.isZero() && b.isZero() ? 0 : a.negative ? -1 : 1;
  int order = compareMagnitudes(a, b);
  return a.negative ? -order : order;
}

bool intEqual(Borrowed<> left, Borrowed<> right) {
  return left.value() == right.value() || intCompare(left, right) == 0;
}

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;

int64_t hashOfInt64(int64_t number) {
  uint64_t magnitude = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  auto hash = static_cast<int64_t>(magnitude % kHashModulus);
  hash = number < 0 ? -hash : hash;
  return hash == -1 ? -2 : hash;
}

int64_t intHash(Borrowed<> value) {
  if (value.value().isInlineInt()) {
    int64_t number = value.value().asInlineInt();
    return number == -1 ? -2 : number;
  }
  IntView view(value);
  uint64_t hash = 0;
  for (uint64_t i = view.count; i-- > 0;) {
    // hash * 2^60 + digit, modulo 2^61 - 1
    hash = (hash << 60 & kHashModulus) | hash >> 1;
    hash += view.digits[i];
    if (hash >= kHashModulus)
      hash -= kHashModulus;
  }
  auto signedHash = static_cast<int64_t>(hash);
  signedHash = view.negative ? -signedHash : signedHash;
  return signedHash == -1 ? -2 : signedHash;
}

// ---- Sums and products ------------------------------------------------------------------------------

Owned<> intAdd(Borrowed<> left, Borrowed<> right) {
  if (bothInline(left, right))
    return addInline(left, right);
  __int128 x, y;
  if (readInt128(left, &x) && readInt128(right, &y))
    return intFrom128(x + y);
  return addSigned(IntView(left), IntView(right), false);
}

Owned<> intSubtract(Borrowed<> left, Borrowed<> right) {
  if (bothInline(left, right))
    return subtractInline(left, right);
  __int128 x, y;
  if (readInt128(left, &x) && readInt128(right, &y))
    return intFrom128(x - y);
  return addSigned(IntView(left), IntView(right), true);
}

Owned<> intMultiply(Borrowed<> left, Borrowed<> right) {
  if (bothInline(left, right))
    return multiplyInline(left, right);
  IntView a(left), b(right);
  __int128 wideLeft, wideRight;
  if (a.bitLength() + b.bitLength() < 127 && readInt128(left, &wideLeft) && readInt128(right, &wideRight))
    return intFrom128(wideLeft * wideRight);
  uint64_t least = a.count < b.count ? a.count : b.count;
  if (least == 0)
    return intFrom(0);
  bool negative = a.negative != b.negative;
  if (least <= kSchoolbookLimit) {
    Owned<BigInt> product = makeBigInt(a.count + b.count);
    multiplyMagnitudes(a, b, product->digits());
    return finishBigInt(std::move(product), a.count + b.count, negative);
  }
  MpNumber product;
  mp_int x = asMp(a), y = asMp(b);
  check(left.value() == right.value() ? mp_sqr(&x, &product.number) : mp_mul(&x, &y, &product.number));
  return fromMp(product.number);
}

Owned<> intNegative(Borrowed<> value) {
  if (value.value().isInlineInt())
    return intFrom(-value.value().asInlineInt());
  IntView view(value);
  Owned<BigInt> copy = makeBigInt(view.count);
  std::memcpy(copy->digits(), view.digits, view.count * sizeof(uint64_t));
  return finishBigInt(std::move(copy), view.count, !view.negative);
}

Owned<> intAbsolute(Borrowed<> value) { return intSign(value) < 0 ? intNegative(value) : intExact(value); }

// ---- Division ---------------------------------------------------------------------------------------

static Raised divisionByZero(const char *modulo) {
  bool old = runtime().pythonMinor < 14;
  return raise(ZeroDivisionError, old ? modulo : "division by zero");
}

// Truncated division of magnitudes; then floored for operands of different signs.
static void divmodBig(const IntView &a, const IntView &b, Owned<> *quotient, Owned<> *rest) {
  bool differ = a.negative != b.negative;
  Owned<> q, r;
  if (b.count == 1) {
    Owned<BigInt> big = makeBigInt(a.count);
    uint64_t remainder = divideByDigit(a, b.digits[0], big->digits());
    q = finishBigInt(std::move(big), a.count, differ);
    int64_t signedRest = a.negative ? -static_cast<int64_t>(remainder) : static_cast<int64_t>(remainder);
    r = intFrom(signedRest);
  } else {
    if (a.count < b.count) {
      q = intFrom(0);
      r = addSigned(a, IntView(intFrom(0)), false);
    } else {
      uint64_t places = a.count - b.count + 1;
      Owned<BigInt> bigQuotient = makeBigInt(places), bigRest = makeBigInt(a.count + 1), divisor = makeBigInt(b.count);
      divideMagnitudes(a, b, bigQuotient->digits(), bigRest->digits(), divisor->digits());
      q = finishBigInt(std::move(bigQuotient), places, differ);
      r = finishBigInt(std::move(bigRest), b.count, a.negative);
    }
  }
  if (differ && !intIsZero(r)) {
    if (quotient)
      q = intSubtract(q, Borrowed<>(Value::fromInt(1)));
    if (rest)
      r = addSigned(IntView(r), b, false);
  }
  if (quotient)
    *quotient = std::move(q);
  if (rest)
    *rest = std::move(r);
}

static Result<void> divmodChecked(Borrowed<> left, Borrowed<> right, Owned<> *quotient, Owned<> *rest,
                                  const char *zeroText) {
  if (bothInline(left, right)) {
    int64_t a = left.value().asInlineInt(), b = right.value().asInlineInt();
    if (b == 0)
      return divisionByZero(zeroText);
    if (quotient)
      *quotient = intFrom(floorDivide(a, b));
    if (rest)
      *rest = intFrom(floorModulo(a, b));
    return {};
  }
  IntView a(left), b(right);
  if (b.isZero())
    return divisionByZero(zeroText);
  divmodBig(a, b, quotient, rest);
  return {};
}

Result<void> intDivmod(Borrowed<> left, Borrowed<> right, Owned<> *quotient, Owned<> *rest) {
  return divmodChecked(left, right, quotient, rest, "integer division or modulo by zero");
}
Result<Owned<>> intFloorDivide(Borrowed<> left, Borrowed<> right) {
  Owned<> quotient;
  TRY(divmodChecked(left, right, &quotient, nullptr, "integer division or modulo by zero"));
  return quotient;
}
Result<Owned<>> intModulo(Borrowed<> left, Borrowed<> right) {
  Owned<> rest;
  TRY(divmodChecked(left, right, nullptr, &rest, "integer modulo by zero"));
  return rest;
}

Result<double> intTrueDivide(Borrowed<> left, Borrowed<> right) {
  IntView a(left), b(right);
  if (b.isZero())
    return raise(ZeroDivisionError, "division by zero");
  if (a.isZero())
    return b.negative ? -0.0 : 0.0;
  uint64_t aBits = a.bitLength(), bBits = b.bitLength();
  if (aBits <= 53 && bBits <= 53) {
    double quotient = static_cast<double>(a.digits[0]) / static_cast<double>(b.digits[0]);
    return a.negative != b.negative ? -quotient : quotient;
  }
  // A quotient of at least 55 bits, or as many as a subnormal has, whose last bit stands for all that is lost.
  int64_t difference = static_cast<int64_t>(aBits) - static_cast<int64_t>(bBits);
  if (difference > 1024)
    return raise(OverflowError, "integer division result too large for a float");
  if (difference < -1076)
    return a.negative != b.negative ? -0.0 : 0.0;
  int64_t shift = difference - 55 > -1077 ? difference - 55 : -1077; // the unit is 2^shift, two bits below any result
  Owned<> dividend = intAbsolute(left), divisor = intAbsolute(right);
  if (shift <= 0)
    dividend = TRY(intShiftLeft(dividend, static_cast<uint64_t>(-shift)));
  else
    divisor = TRY(intShiftLeft(divisor, static_cast<uint64_t>(shift)));
  Owned<> quotient, rest;
  TRY(intDivmod(dividend, divisor, &quotient, &rest));
  uint64_t bits = intLow64(quotient) | (intIsZero(rest) ? 0 : 1);
  // Round to what ldexp() keeps: 53 bits, or fewer when the result is subnormal.
  int extra = 64 - 53 - (bits ? __builtin_clzll(bits) : 0);
  int64_t subnormal = -1074 - shift;
  if (extra < subnormal)
    extra = static_cast<int>(subnormal);
  if (extra > 0) {
    uint64_t half = uint64_t{1} << (extra - 1), mask = (half << 1) - 1, low = bits & mask;
    bits &= ~mask;
    if (low > half || (low == half && (bits >> extra & 1)))
      bits += mask + 1;
  }
  double result = std::ldexp(static_cast<double>(bits), static_cast<int>(shift));
  if (std::isinf(result))
    return raise(OverflowError, "integer division result too large for a float");
  return a.negative != b.negative ? -result : result;
}

// ---- Powers -----------------------------------------------------------------------------------------

static Owned<> powerPositive(Borrowed<> base, const IntView &exponent) {
  Owned<> result = intFrom(1);
  Owned<> square = intExact(base);
  uint64_t bits = exponent.bitLength();
  for (uint64_t i = bits; i-- > 0;) {
    result = intMultiply(result, result);
    if (exponent.digits[i / kDigitBits] >> (i % kDigitBits) & 1)
      result = intMultiply(result, square);
  }
  return result;
}

static uint64_t multiplyModulo(uint64_t a, uint64_t b, uint64_t modulus) { // both below the modulus
  uint64_t rest;
  divideWide(static_cast<unsigned __int128>(a) * b, modulus, &rest);
  return rest;
}

static uint64_t powerSmallModulus(uint64_t base, const IntView &exponent, uint64_t modulus) {
  uint64_t result = 1 % modulus;
  for (uint64_t i = exponent.bitLength(); i-- > 0;) {
    result = multiplyModulo(result, result, modulus);
    if (exponent.digits[i / kDigitBits] >> (i % kDigitBits) & 1)
      result = multiplyModulo(result, base, modulus);
  }
  return result;
}

static Result<Owned<>> powerModulo(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  if (intIsZero(modulus))
    return raise(ValueError, "pow() 3rd argument cannot be 0");
  bool negativeModulus = intSign(modulus) < 0;
  Owned<> m = intAbsolute(modulus);
  if (m.value() == Value::fromInt(1))
    return intFrom(0);
  Owned<> e = intExact(exponent), b = TRY(intModulo(base, m));
  if (intSign(e) < 0) {
    e = intNegative(e);
    IntView baseView(b), modulusView(m);
    mp_int x = asMp(baseView), y = asMp(modulusView);
    MpNumber inverse;
    if (baseView.isZero() || mp_invmod(&x, &y, &inverse.number) != MP_OKAY)
      return raise(ValueError, "base is not invertible for the given modulus");
    b = fromMp(inverse.number);
  }
  Owned<> result;
  IntView exponentView(e), modulusView(m), baseView(b);
  if (modulusView.count == 1) {
    result = intFrom(static_cast<int64_t>(
        powerSmallModulus(baseView.count ? baseView.digits[0] : 0, exponentView, modulusView.digits[0])));
  } else {
    MpNumber power;
    mp_int x = asMp(baseView), y = asMp(exponentView), z = asMp(modulusView);
    check(mp_exptmod(&x, &y, &z, &power.number));
    result = fromMp(power.number);
  }
  if (negativeModulus && !intIsZero(result))
    return intAdd(result, modulus);
  return result;
}

Result<Owned<>> intPower(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  if (modulus)
    return powerModulo(base, exponent, modulus);
  IntView e(exponent);
  if (e.negative) { // a float
    double x = TRY(intToDouble(base)), y = TRY(intToDouble(exponent));
    if (x == 0)
      return raise(ZeroDivisionError, runtime().pythonMinor < 14 ? "0.0 cannot be raised to a negative power"
                                                                 : "zero to a negative power");
    return Owned<>::steal(Value::fromDouble(std::pow(x, y)));
  }
  IntView b(base);
  if (e.isZero())
    return intFrom(1);
  if (b.isZero() || (b.count == 1 && b.digits[0] == 1))
    return b.negative && !(e.digits[0] & 1) ? intNegative(base) : intExact(base);
  if (e.count > 1 || b.bitLength() > (uint64_t{1} << 40) / e.digits[0])
    return raiseMemoryError();
  if (b.count == 1 && (b.digits[0] & (b.digits[0] - 1)) == 0) { // a power of two
    uint64_t bits = static_cast<unsigned>(__builtin_ctzll(b.digits[0])) * e.digits[0];
    return intShiftLeft(Borrowed<>(Value::fromInt(b.negative && (e.digits[0] & 1) ? -1 : 1)), bits);
  }
  return powerPositive(base, e);
}

Owned<> intGcd(Borrowed<> left, Borrowed<> right) {
  IntView a(left), b(right);
  if (a.count <= 1 && b.count <= 1) {
    uint64_t x = a.count ? a.digits[0] : 0, y = b.count ? b.digits[0] : 0;
    while (y) {
      uint64_t rest = x % y;
      x = y;
      y = rest;
    }
    return intFrom(static_cast<int64_t>(x));
  }
  MpNumber gcd;
  mp_int x = asMp(a), y = asMp(b);
  check(mp_gcd(&x, &y, &gcd.number));
  return fromMp(gcd.number);
}

Owned<> intSquareRoot(Borrowed<> value) {
  IntView view(value);
  if (view.count <= 1) {
    uint64_t number = view.count ? view.digits[0] : 0;
    auto root = static_cast<uint64_t>(std::sqrt(static_cast<double>(number)));
    while (root * root > number)
      --root;
    while ((root + 1) * (root + 1) <= number)
      ++root;
    return intFrom(static_cast<int64_t>(root));
  }
  MpNumber root;
  mp_int x = asMp(view);
  check(mp_sqrt(&x, &root.number));
  return fromMp(root.number);
}

// ---- Shifts -----------------------------------------------------------------------------------------

Result<Owned<>> intShiftLeft(Borrowed<> value, uint64_t bits) {
  IntView view(value);
  if (view.isZero())
    return intFrom(0);
  if (bits < 62 && value.value().isInlineInt())
    return intFrom128(static_cast<__int128>(value.value().asInlineInt()) * (__int128{1} << bits));
  uint64_t whole = bits / kDigitBits, part = bits % kDigitBits, count = view.count + whole + 1;
  if (count > kLargestAllocation / 16 || !memoryFor(count * sizeof(uint64_t)))
    return raiseMemoryError();
  Owned<BigInt> result = makeBigInt(count);
  uint64_t *out = result->digits(), carry = 0;
  std::memset(out, 0, whole * sizeof(uint64_t));
  for (uint64_t i = 0; i < view.count; ++i) {
    out[whole + i] = (view.digits[i] << part | carry) & kDigitMask;
    carry = part ? view.digits[i] >> (kDigitBits - part) : 0;
  }
  out[whole + view.count] = carry;
  return finishBigInt(std::move(result), count, view.negative);
}

Owned<> intShiftRight(Borrowed<> value, uint64_t bits) {
  if (value.value().isInlineInt())
    return intFrom(value.value().asInlineInt() >> (bits < 63 ? bits : 63));
  IntView view(value);
  uint64_t whole = bits / kDigitBits, part = bits % kDigitBits;
  if (whole >= view.count)
    return intFrom(view.negative && !view.isZero() ? -1 : 0);
  uint64_t count = view.count - whole;
  Owned<BigInt> result = makeBigInt(count + 1);
  uint64_t *out = result->digits();
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t high = i + 1 < count ? view.digits[whole + i + 1] : 0;
    out[i] = (view.digits[whole + i] >> part | (part ? high << (kDigitBits - part) : 0)) & kDigitMask;
  }
  out[count] = 0;
  if (view.negative) { // floor: one further from zero when a bit was lost
    bool lost = (view.digits[whole] & ((uint64_t{1} << part) - 1)) != 0;
    for (uint64_t i = 0; i < whole && !lost; ++i)
      lost = view.digits[i] != 0;
    for (uint64_t i = 0; lost; ++i) {
      out[i] = (out[i] + 1) & kDigitMask;
      lost = out[i] == 0;
    }
  }
  return finishBigInt(std::move(result), count + 1, view.negative);
}

Result<Owned<>> intShiftLeft(Borrowed<> value, Borrowed<> count) {
  if (intSign(count) < 0)
    return raise(ValueError, "negative shift count");
  int64_t bits;
  if (intIsZero(value))
    return intFrom(0);
  if (!intToInt64(count, &bits))
    return raise(OverflowError, runtime().pythonMinor < 13 ? "too many digits in integer" : "too many digits in integer");
  return intShiftLeft(value, static_cast<uint64_t>(bits));
}

Result<Owned<>> intShiftRight(Borrowed<> value, Borrowed<> count) {
  if (intSign(count) < 0)
    return raise(ValueError, "negative shift count");
  int64_t bits;
  if (!intToInt64(count, &bits))
    bits = INT64_MAX;
  return intShiftRight(value, static_cast<uint64_t>(bits));
}

// ---- Bytes ------------------------------------------------------------------------------------------

bool intToBytes(Borrowed<> value, unsigned char *bytes, uint64_t size, bool littleEndian) {
  IntView view(value);
  unsigned __int128 accumulator = 0;
  unsigned bits = 0;
  uint64_t next = 0, carry = 1;
  for (uint64_t i = 0; i < size; ++i) {
    if (bits < 8 && next < view.count) {
      uint64_t digit = view.digits[next++];
      accumulator |= static_cast<unsigned __int128>(digit) << bits;
      bits += kDigitBits;
    }
    uint64_t byte = static_cast<uint64_t>(accumulator) & 0xFF;
    accumulator >>= 8;
    bits = bits > 8 ? bits - 8 : 0;
    if (view.negative) {
      byte = (byte ^ 0xFF) + carry;
      carry = byte >> 8;
    }
    bytes[littleEndian ? i : size - 1 - i] = static_cast<unsigned char>(byte);
  }
  return view.bitLength() <= size * 8;
}

Owned<> intFromBytes(const unsigned char *bytes, uint64_t size, bool littleEndian, bool isSigned) {
  if (size == 0)
    return intFrom(0);
  bool negative = isSigned && (bytes[littleEndian ? size - 1 : 0] & 0x80);
  uint64_t count = size * 8 / kDigitBits + 2;
  Owned<BigInt> big = makeBigInt(count);
  unsigned __int128 accumulator = 0;
  unsigned bits = 0, carry = 1;
  uint64_t used = 0;
  for (uint64_t i = 0; i < size; ++i) {
    unsigned byte = bytes[littleEndian ? i : size - 1 - i];
    if (negative) {
      byte = (byte ^ 0xFF) + carry;
      carry = byte >> 8;
      byte &= 0xFF;
    }
    accumulator |= static_cast<unsigned __int128>(byte) << bits;
    bits += 8;
    if (bits >= kDigitBits) {
      big->digits()[used++] = static_cast<uint64_t>(accumulator) & kDigitMask;
      accumulator >>= kDigitBits;
      bits -= kDigitBits;
    }
  }
  accumulator |= static_cast<unsigned __int128>(negative ? carry : 0) << bits;
  big->digits()[used++] = static_cast<uint64_t>(accumulator) & kDigitMask;
  return finishBigInt(std::move(big), used, negative);
}

// ---- Doubles ----------------------------------------------------------------------------------------

double intToFraction(Borrowed<> value, int64_t *exponent) {
  IntView view(value);
  uint64_t bits = view.bitLength();
  if (bits == 0) {
    *exponent = 0;
    return 0;
  }
  // The top 63 bits, the last one standing for all that is lost below.
  uint64_t top = 0;
  if (bits <= 63) {
    top = view.digits[0];
    if (view.count > 1)
      top |= view.digits[1] << kDigitBits;
    top <<= 63 - bits;
  } else {
    uint64_t shift = bits - 63, whole = shift / kDigitBits, part = shift % kDigitBits;
    unsigned __int128 window = view.digits[whole];
    if (whole + 1 < view.count)
      window |= static_cast<unsigned __int128>(view.digits[whole + 1]) << kDigitBits;
    uint64_t third = whole + 2 < view.count ? view.digits[whole + 2] : 0;
    top = static_cast<uint64_t>(window >> part);
    if (third && part)
      top |= third << (2 * kDigitBits - part);
    bool lost = (view.digits[whole] & ((uint64_t{1} << part) - 1)) != 0;
    for (uint64_t i = 0; i < whole && !lost; ++i)
      lost = view.digits[i] != 0;
    top = (top & (~uint64_t{0} >> 1)) | lost;
  }
  int shift = 0;
  double fraction = std::frexp(static_cast<double>(static_cast<int64_t>(top)), &shift);
  *exponent = static_cast<int64_t>(bits) + shift - 63;
  return view.negative ? -fraction : fraction;
}

Result<double> intToDouble(Borrowed<> value) {
  if (value.value().isInlineInt())
    return static_cast<double>(value.value().asInlineInt());
  int64_t exponent;
  double fraction = intToFraction(value, &exponent);
  if (exponent > 1024)
    return raise(OverflowError, "int too large to convert to float");
  return std::ldexp(fraction, static_cast<int>(exponent));
}

Owned<> intFromDouble(double value) {
  if (std::fabs(value) < 9e18)
    return intFrom(static_cast<int64_t>(value));
  int exponent;
  double fraction = std::frexp(value, &exponent);
  auto mantissa = static_cast<int64_t>(std::ldexp(fraction, 53));
  Owned<> whole = intFrom(mantissa);
  return intShiftLeft(whole, static_cast<uint64_t>(exponent - 53)).take();
}

int compareIntDouble(Borrowed<> left, double right) {
  if (std::isinf(right))
    return right > 0 ? -1 : 1;
  if (left.value().isInlineInt()) {
    auto number = static_cast<double>(left.value().asInlineInt()); // exact
    return number < right ? -1 : number > right;
  }
  Owned<> whole = intFromDouble(right);
  int order = intCompare(left, whole);
  if (order == 0) {
    double fraction = right - std::trunc(right);
    order = fraction > 0 ? -1 : fraction < 0;
  }
  return order;
}

Result<Owned<>> doubleToInt(double value) {
  if (std::isnan(value))
    return raise(ValueError, "cannot convert float NaN to integer");
  if (std::isinf(value))
    return raise(OverflowError, "cannot convert float infinity to integer");
  return intFromDouble(value);
}

} // namespace molt
