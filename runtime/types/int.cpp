// The types int and bool: slots and methods.
#include "runtime/types/int.h"

#include "runtime/core/call.h"
#include "runtime/core/operators.h"
#include "runtime/types/bytes.h"
#include "runtime/types/complex.h"
#include "runtime/types/float.h"
#include "runtime/types/format_spec.h"
#include "runtime/types/int.gen.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cmath>
#include <cstring>

namespace molt {
namespace {

bool bothInts(Borrowed<> left, Borrowed<> right) { return isInt(left) && isInt(right); }
Owned<> smallInt(int64_t number) { return Owned<>::steal(Value::fromInt(number)); }

template <Owned<> (*operation)(Borrowed<>, Borrowed<>)> Result<Owned<>> binary(Borrowed<> left, Borrowed<> right) {
  if (!bothInts(left, right))
    return ownedNotImplemented();
  return operation(left, right);
}
template <Result<Owned<>> (*operation)(Borrowed<>, Borrowed<>)>
Result<Owned<>> binaryChecked(Borrowed<> left, Borrowed<> right) {
  if (!bothInts(left, right))
    return ownedNotImplemented();
  return operation(left, right);
}

Result<Owned<>> trueDivideSlot(Borrowed<> left, Borrowed<> right) {
  if (!bothInts(left, right))
    return ownedNotImplemented();
  double quotient = TRY(intTrueDivide(left, right));
  return Owned<>::steal(Value::fromDouble(quotient));
}
Result<Owned<>> divmodSlot(Borrowed<> left, Borrowed<> right) {
  if (!bothInts(left, right))
    return ownedNotImplemented();
  Owned<> quotient, rest;
  TRY(intDivmod(left, right, &quotient, &rest));
  return makePair(quotient, rest);
}
Result<Owned<>> powerSlot(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  if (!bothInts(base, exponent) || (!isNone(modulus) && !isInt(modulus)))
    return ownedNotImplemented();
  return intPower(base, exponent, isNone(modulus) ? Borrowed<>() : modulus);
}
Result<Owned<>> shiftLeftAny(Borrowed<> left, Borrowed<> right) { return intShiftLeft(left, right); }
Result<Owned<>> shiftRightAny(Borrowed<> left, Borrowed<> right) { return intShiftRight(left, right); }

// ---- Bits: as if in two's complement of endless length -----------------------------------------------

// Digit i of the two's complement; call in order with the same carry.
uint64_t complementDigit(const IntView &view, uint64_t i, uint64_t &carry) {
  uint64_t digit = i < view.count ? view.digits[i] : 0;
  if (!view.negative)
    return digit;
  digit = (digit ^ kDigitMask) + carry;
  carry = digit >> kDigitBits;
  return digit & kDigitMask;
}

enum class BitOperation { kAnd, kOr, kXor };
uint64_t applyBits(BitOperation operation, uint64_t a, uint64_t b) {
  return operation == BitOperation::kAnd ? a & b : operation == BitOperation::kOr ? a | b : a ^ b;
}

Owned<> bitsOf(BitOperation operation, Borrowed<> left, Borrowed<> right) {
  if (bothInline(left, right))
    return smallInt(static_cast<int64_t>(applyBits(operation, static_cast<uint64_t>(left.value().asInlineInt()),
                                                   static_cast<uint64_t>(right.value().asInlineInt()))));
  __int128 x, y;
  if (readInt128(left, &x) && readInt128(right, &y))
    return intFrom128(operation == BitOperation::kAnd ? x & y : operation == BitOperation::kOr ? x | y : x ^ y);
  IntView a(left), b(right);
  uint64_t count = (a.count > b.count ? a.count : b.count) + 1, carryA = 1, carryB = 1;
  bool negative = applyBits(operation, a.negative, b.negative) != 0;
  Owned<BigInt> result = makeBigInt(count);
  uint64_t *out = result->digits(), carry = 1;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t digit = applyBits(operation, complementDigit(a, i, carryA), complementDigit(b, i, carryB)) & kDigitMask;
    if (negative) { // back to sign and magnitude
      digit = (digit ^ kDigitMask) + carry;
      carry = digit >> kDigitBits;
      digit &= kDigitMask;
    }
    out[i] = digit;
  }
  return finishBigInt(std::move(result), count, negative);
}
Owned<> bitAndAny(Borrowed<> left, Borrowed<> right) { return bitsOf(BitOperation::kAnd, left, right); }
Owned<> bitOrAny(Borrowed<> left, Borrowed<> right) { return bitsOf(BitOperation::kOr, left, right); }
Owned<> bitXorAny(Borrowed<> left, Borrowed<> right) { return bitsOf(BitOperation::kXor, left, right); }

// ---- Unary and others ---------------------------------------------------------------------------------

Result<Owned<>> negativeSlot(Borrowed<> self) { return intNegative(self); }
Result<Owned<>> positiveSlot(Borrowed<> self) { return intExact(self); }
Result<Owned<>> absoluteSlot(Borrowed<> self) { return intAbsolute(self); }
Result<Owned<>> invertSlot(Borrowed<> self) { return intSubtract(smallInt(-1), self); }
Result<Owned<>> toFloatSlot(Borrowed<> self) {
  double number = TRY(intToDouble(self));
  return Owned<>::steal(Value::fromDouble(number));
}
Result<bool> truthSlot(Borrowed<> self) { return !intIsZero(self); }
Result<Owned<Str>> reprSlot(Borrowed<> self) { return intToStr(self); }
Result<int64_t> hashSlot(Borrowed<> self) { return intHash(self); }

bool ordered(int order, Comparison operation) {
  switch (operation) {
  case Comparison::kLess:
    return order < 0;
  case Comparison::kLessEqual:
    return order <= 0;
  case Comparison::kEqual:
    return order == 0;
  case Comparison::kNotEqual:
    return order != 0;
  case Comparison::kGreater:
    return order > 0;
  case Comparison::kGreaterEqual:
    return order >= 0;
  }
  return false;
}
Result<Owned<>> compareSlot(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!bothInts(left, right))
    return ownedNotImplemented();
  return ownedBool(ordered(intCompare(left, right), operation));
}

size_t variableSize(const Object *self) {
  auto *big = static_cast<const BigInt *>(self);
  return sizeof(BigInt) + big->count() * sizeof(uint64_t);
}

// An instance of a subclass with that value.
Owned<> makeInstance(Borrowed<Type> type, Borrowed<> value) {
  IntView view(value);
  Owned<BigInt> copy = allocate<BigInt>(*type, view.count * sizeof(uint64_t));
  std::memcpy(copy->digits(), view.digits, view.count * sizeof(uint64_t));
  copy->signedCount = view.negative ? -static_cast<int64_t>(view.count) : static_cast<int64_t>(view.count);
  return copy;
}

// ---- bool ---------------------------------------------------------------------------------------------

bool bothBools(Borrowed<> left, Borrowed<> right) {
  return isExactly(left, molt_type_bool) && isExactly(right, molt_type_bool);
}
bool isTrue(Borrowed<> value) { return value.value() == boolean(true).value(); }
template <BitOperation operation> Result<Owned<>> boolBits(Borrowed<> left, Borrowed<> right) {
  if (bothBools(left, right))
    return ownedBool(applyBits(operation, isTrue(left), isTrue(right)) != 0);
  if (!bothInts(left, right))
    return ownedNotImplemented();
  return bitsOf(operation, left, right);
}
Result<Owned<Str>> boolRepr(Borrowed<> self) {
  return Owned<Str>::retain(isTrue(self) ? "True"_str : "False"_str);
}

constexpr NumberSlots intNumber{
    .add = binary<intAdd>,
    .subtract = binary<intSubtract>,
    .multiply = binary<intMultiply>,
    .trueDivide = trueDivideSlot,
    .floorDivide = binaryChecked<intFloorDivide>,
    .modulo = binaryChecked<intModulo>,
    .divmod = divmodSlot,
    .shiftLeft = binaryChecked<shiftLeftAny>,
    .shiftRight = binaryChecked<shiftRightAny>,
    .bitAnd = binary<bitAndAny>,
    .bitOr = binary<bitOrAny>,
    .bitXor = binary<bitXorAny>,
    .power = powerSlot,
    .negative = negativeSlot,
    .positive = positiveSlot,
    .absolute = absoluteSlot,
    .invert = invertSlot,
    .toInt = positiveSlot,
    .toFloat = toFloatSlot,
    .index = positiveSlot,
};

constexpr NumberSlots makeBoolNumber() {
  NumberSlots slots = intNumber;
  slots.bitAnd = boolBits<BitOperation::kAnd>;
  slots.bitOr = boolBits<BitOperation::kOr>;
  slots.bitXor = boolBits<BitOperation::kXor>;
  return slots;
}
constexpr NumberSlots boolNumber = makeBoolNumber();

} // namespace

// ---- Construction -------------------------------------------------------------------------------------

Result<Owned<>> intFromTextValue(Borrowed<> value, int base, bool *isText);

static Result<Owned<>> intValueFor(Borrowed<> x, Borrowed<> base) {
  if (!x) {
    if (base)
      return raise(TypeError, "int() missing string argument");
    return smallInt(0);
  }
  if (!base)
    return intFromValue_py(x);
  Owned<> index = TRY(index_py(base));
  int64_t number;
  if (!intToInt64(index, &number) || (number != 0 && (number < 2 || number > 36)))
    return raise(ValueError, "int() base must be >= 2 and <= 36, or 0");
  bool isText;
  Owned<> value = TRY(intFromTextValue(x, static_cast<int>(number), &isText));
  if (!isText)
    return raise(TypeError, "int() can't convert non-string with explicit base");
  return value;
}

Result<Owned<>> int_new(Borrowed<Type> cls, Borrowed<> x, Borrowed<> base) {
  Owned<> value = TRY(intValueFor(x, base));
  if (cls.get() == &molt_type_int)
    return value;
  return makeInstance(cls, value);
}

Result<Owned<>> bool_new(Borrowed<Type> cls, Borrowed<> object) {
  bool truth = TRY(truth_py(object));
  return ownedBool(truth);
}

// ---- Methods ------------------------------------------------------------------------------------------

Result<Owned<>> int_conjugate(Borrowed<> self) { return intExact(self); }
Result<Owned<>> int_real(Borrowed<> self) { return intExact(self); }
Result<Owned<>> int_imag(Borrowed<> self) { return smallInt(0); }
Result<Owned<>> int_numerator(Borrowed<> self) { return intExact(self); }
Result<Owned<>> int_denominator(Borrowed<> self) { return smallInt(1); }
Result<Owned<>> int_trunc(Borrowed<> self) { return intExact(self); }
Result<Owned<>> int_floor(Borrowed<> self) { return intExact(self); }
Result<Owned<>> int_ceil(Borrowed<> self) { return intExact(self); }
Result<bool> int_is_integer(Borrowed<> self) { return true; }

Result<Owned<>> int_bit_length(Borrowed<> self) {
  return intFrom(static_cast<int64_t>(IntView(self).bitLength()));
}
Result<Owned<>> int_bit_count(Borrowed<> self) {
  IntView view(self);
  int64_t count = 0;
  for (uint64_t i = 0; i < view.count; ++i)
    count += __builtin_popcountll(view.digits[i]);
  return intFrom(count);
}
Result<Owned<>> int_as_integer_ratio(Borrowed<> self) { return makePair(intExact(self), smallInt(1)); }
Result<Owned<>> int_getnewargs(Borrowed<> self) {
  Owned<> value = intExact(self);
  Value items[] = {value.value()};
  return makeTuple(items, 1);
}
// CPython's size of the value: 30-bit digits of 4 bytes behind 24 bytes.
Result<Owned<>> int_sizeof(Borrowed<> self) {
  uint64_t digits = (IntView(self).bitLength() + 29) / 30;
  return smallInt(static_cast<int64_t>(24 + 4 * (digits ? digits : 1)));
}

static Result<bool> isLittle(Borrowed<Str> byteorder) {
  if (strEqual(byteorder, "little"))
    return true;
  if (strEqual(byteorder, "big"))
    return false;
  return raise(ValueError, "byteorder must be either 'little' or 'big'");
}

Result<Owned<Bytes>> int_to_bytes(Borrowed<> self, int64_t length, Borrowed<Str> byteorder, bool isSigned) {
  bool little = TRY(isLittle(byteorder));
  if (length < 0)
    return raise(ValueError, "length argument must be non-negative");
  if (!memoryFor(static_cast<uint64_t>(length)))
    return raiseMemoryError();
  if (intSign(self) < 0 && !isSigned)
    return raise(OverflowError, "can't convert negative int to unsigned");
  auto size = static_cast<uint64_t>(length);
  Owned<Bytes> bytes = makeUnfilledBytes(size);
  auto *data = reinterpret_cast<unsigned char *>(bytes->data());
  bool fits = intToBytes(self, data, size, little);
  if (fits && isSigned) { // the sign bit must be right; only a bare minimum like -128 uses all bits
    bool top = size && (data[little ? size - 1 : 0] & 0x80);
    fits = size ? top == (intSign(self) < 0) : intIsZero(self);
  }
  if (size == 0 && runtime().pythonMinor < 14) // 3.13 and before let -1 pass
    fits |= isSigned && self.value() == Value::fromInt(-1);
  if (!fits)
    return raise(OverflowError, "int too big to convert");
  return bytes;
}

Result<Owned<>> int_from_bytes(Borrowed<Type> cls, Borrowed<> bytes, Borrowed<Str> byteorder, bool isSigned) {
  bool little = TRY(isLittle(byteorder));
  Owned<Bytes> content = TRY(bytesFromValue_py(bytes));
  Owned<> value = intFromBytes(reinterpret_cast<const unsigned char *>(content->data()), content->size, little, isSigned);
  if (cls.get() == &molt_type_int)
    return value;
  return call_py(Borrowed<>(Value::fromObject(cls.get())), {value});
}

Result<Owned<>> int_round(Borrowed<> self, Borrowed<> ndigits) {
  if (!ndigits || isNone(ndigits))
    return intExact(self);
  Owned<> digits = TRY(index_py(ndigits));
  if (intSign(digits) >= 0)
    return intExact(self);
  // Half to even at 10^-ndigits.
  digits = intNegative(digits);
  int64_t places;
  if (!intToInt64(digits, &places) || static_cast<double>(places) > static_cast<double>(IntView(self).bitLength()) + 2)
    return smallInt(0);
  Owned<> unit = TRY(intPower(smallInt(10), digits, {}));
  Owned<> quotient, rest;
  TRY(intDivmod(self, unit, &quotient, &rest));
  Owned<> twice = intAdd(rest, rest);
  int order = intCompare(twice, unit);
  if (order > 0 || (order == 0 && (intLow64(quotient) & 1)))
    rest = intSubtract(rest, unit);
  return intSubtract(self, rest);
}

Result<Owned<Str>> int_format(Borrowed<> self, Borrowed<Str> spec) {
  if (spec->size == 0)
    return str_py(self);
  TextBuffer text;
  TRY(formatInt_spec(text, self, spec, typeName(self)));
  return makeStr(text);
}


} // namespace molt

using namespace molt;

extern "C" constinit Type molt_type_int{TypeSpec{
    .name = "int",
    .doc = int_doc,
    .size = sizeof(BigInt),
    .itemSize = sizeof(uint64_t),
    .flags = kTypeBaseAllowed | kTypeInt,
    .methods = int_methods,
    .getsets = int_getset,
    .repr = reprSlot,
    .hash = hashSlot,
    .compare = compareSlot,
    .newInstance = int_new_slot,
    .truth = truthSlot,
    .number = &intNumber,
    .variableSize = variableSize,
}};

extern "C" constinit Type molt_type_bool{TypeSpec{
    .name = "bool",
    .doc = bool_doc,
    .base = &molt_type_int,
    .size = sizeof(Object),
    .flags = kTypeInt,
    .methods = bool_methods,
    .repr = boolRepr,
    .hash = hashSlot,
    .compare = compareSlot,
    .newInstance = bool_new_slot,
    .truth = truthSlot,
    .number = &boolNumber,
}};

extern "C" {
constinit Object molt_true{&molt_type_bool, kImmortal, 0};
constinit Object molt_false{&molt_type_bool, kImmortal, 0};
}
