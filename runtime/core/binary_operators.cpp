// The protocol of binary operators: whose slot is asked, in which order, and the TypeErrors.
// https://docs.python.org/3/reference/datamodel.html#emulating-numeric-types

#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/operators.h"
#include "runtime/types/float.h"
#include "runtime/types/int.h"
#include "runtime/types/str.h"

#include <cstring>

namespace molt {

namespace {

constexpr size_t kInplaceOffset = offsetof(NumberSlots, inplaceAdd);
const char *const symbols[] = {"+", "-", "*", "@", "/", "//", "%", "divmod()",
                               "<<", ">>", "&", "|", "^", "** or pow()"};
const char *const inplaceSymbols[] = {"+=", "-=", "*=", "@=", "/=", "//=", "%=", "divmod()",
                                      "<<=", ">>=", "&=", "|=", "^=", "**="};

BinarySlot slotAt(const Type *type, size_t offset) {
  if (!type->number)
    return nullptr;
  markSlotKind<SlotKind::binary>();
  BinarySlot slot;
  std::memcpy(&slot, reinterpret_cast<const unsigned char *>(type->number) + offset, sizeof slot);
  return slot;
}
size_t offsetOf(BinaryOperator operation) { return static_cast<size_t>(operation) * sizeof(BinarySlot); }

Result<Owned<>> askBoth_py(BinarySlot leftSlot, BinarySlot rightSlot, Borrowed<> left,
                           Borrowed<> right) {
  if (leftSlot == rightSlot)
    rightSlot = nullptr;
  if (rightSlot && leftSlot && isSubtype(typeOf(right), typeOf(left))) {
    Owned<> result = TRY(rightSlot(left, right));
    if (!isNotImplemented(result))
      return result;
    rightSlot = nullptr;
  }
  if (leftSlot) {
    Owned<> result = TRY(leftSlot(left, right));
    if (!isNotImplemented(result))
      return result;
  }
  if (rightSlot)
    return rightSlot(left, right);
  return ownedNotImplemented();
}

Result<Owned<>> askNumbers_py(BinaryOperator operation, Borrowed<> left, Borrowed<> right) {
  size_t offset = offsetOf(operation);
  return askBoth_py(slotAt(typeOf(left), offset), slotAt(typeOf(right), offset), left, right);
}

Raised raiseUnsupported(const char *symbol, Borrowed<> left, Borrowed<> right) {
  return raise(TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, left, right);
}

bool isPrint(Borrowed<> value) {
  return typeOf(value) == &molt_type_builtin_function_or_method &&
         !std::strcmp(value.as<BuiltinFunction>()->definition->name, "print");
}

Result<Owned<>> repeat_py(BinarySlot repeat, Borrowed<> sequence, Borrowed<> count) {
  const NumberSlots *number = typeOf(count)->number;
  if (!number || !number->index)
    return raise(TypeError, "can't multiply sequence by non-int of type '%T'", count);
  Owned<> times = TRY(index_py(count));
  int64_t small;
  if (!intToInt64(times, &small))
    return raise(OverflowError, "cannot fit '%T' into an index-sized integer", count);
  return repeat(sequence, times);
}

// What sequences do for + and * when the numbers gave up.
Result<Owned<>> askSequences_py(BinaryOperator operation, bool inplace, Borrowed<> left,
                                Borrowed<> right) {
  const ContainerSlots *leftSlots = typeOf(left)->container, *rightSlots = typeOf(right)->container;
  if (operation == BinaryOperator::kAdd && leftSlots) {
    if (inplace && leftSlots->inplaceConcat)
      return leftSlots->inplaceConcat(left, right);
    if (leftSlots->concat)
      return leftSlots->concat(left, right);
  }
  if (operation == BinaryOperator::kMultiply) {
    if (inplace && leftSlots && leftSlots->inplaceRepeat)
      return repeat_py(leftSlots->inplaceRepeat, left, right);
    if (leftSlots && leftSlots->repeat)
      return repeat_py(leftSlots->repeat, left, right);
    if (rightSlots && rightSlots->repeat)
      return repeat_py(rightSlots->repeat, right, left);
  }
  return ownedNotImplemented();
}

// base ** exponent with a slot that takes three operands.
Result<Owned<>> askPower_py(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  const NumberSlots *baseNumber = typeOf(base)->number, *exponentNumber = typeOf(exponent)->number;
  TernarySlot baseSlot = baseNumber ? baseNumber->power : nullptr;
  TernarySlot exponentSlot = exponentNumber ? exponentNumber->power : nullptr;
  if (baseSlot == exponentSlot)
    exponentSlot = nullptr;
  if (baseSlot && exponentSlot && isSubtype(typeOf(exponent), typeOf(base))) {
    Owned<> result = TRY(exponentSlot(base, exponent, modulus));
    if (!isNotImplemented(result))
      return result;
    exponentSlot = nullptr;
  }
  if (baseSlot) {
    Owned<> result = TRY(baseSlot(base, exponent, modulus));
    if (!isNotImplemented(result))
      return result;
  }
  if (exponentSlot) {
    Owned<> result = TRY(exponentSlot(base, exponent, modulus));
    if (!isNotImplemented(result))
      return result;
  }
  const NumberSlots *modulusNumber = typeOf(modulus)->number;
  TernarySlot modulusSlot = modulusNumber ? modulusNumber->power : nullptr;
  if (modulusSlot && modulusSlot != baseSlot && modulusSlot != exponentSlot)
    return modulusSlot(base, exponent, modulus);
  return ownedNotImplemented();
}

} // namespace

Result<Owned<>> power_py(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  Owned<> result = TRY(askPower_py(base, exponent, modulus));
  if (!isNotImplemented(result))
    return result;
  if (isNone(modulus))
    return raiseUnsupported("** or pow()", base, exponent);
  return raise(TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base,
               exponent, modulus);
}

Result<Owned<>> binary_py(BinaryOperator operation, Borrowed<> left, Borrowed<> right) {
  if (operation == BinaryOperator::kPower)
    return power_py(left, right, none());
  Owned<> result = TRY(askNumbers_py(operation, left, right));
  if (!isNotImplemented(result))
    return result;
  result = TRY(askSequences_py(operation, false, left, right));
  if (!isNotImplemented(result))
    return result;
  if (operation == BinaryOperator::kShiftRight && isPrint(left))
    return raise(TypeError,
                 "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean "
                 "\"print(<message>, file=<output_stream>)\"?",
                 left, right);
  return raiseUnsupported(symbols[static_cast<size_t>(operation)], left, right);
}

Result<Owned<>> inplace_py(BinaryOperator operation, Borrowed<> left, Borrowed<> right) {
  const char *symbol = inplaceSymbols[static_cast<size_t>(operation)];
  bool power = operation == BinaryOperator::kPower;
  const NumberSlots *number = typeOf(left)->number;
  BinarySlot slot = nullptr;
  if (!power)
    slot = slotAt(typeOf(left), kInplaceOffset + offsetOf(operation));
  else if (number)
    slot = number->inplacePower;
  if (slot) {
    Owned<> result = TRY(slot(left, right));
    if (!isNotImplemented(result))
      return result;
  }
  Owned<> result =
      TRY(power ? askPower_py(left, right, none()) : askNumbers_py(operation, left, right));
  if (!isNotImplemented(result))
    return result;
  result = TRY(askSequences_py(operation, true, left, right));
  if (!isNotImplemented(result))
    return result;
  return raiseUnsupported(symbol, left, right);
}

extern "C" void molt_raise_unsupported_operands(Borrowed<Str> symbol, Borrowed<> left, Borrowed<> right) {
  (void)raiseUnsupported(symbol->data(), left, right);
}

// ---- Entry points -----------------------------------------------------------------------------------

#define BINARY(name, operation)                                                                    \
  extern "C" Result<Owned<>> molt_##name##_py(Borrowed<> left, Borrowed<> right) {                 \
    return binary_py(BinaryOperator::operation, left, right);                                      \
  }                                                                                                \
  extern "C" Result<Owned<>> molt_inplace_##name##_py(Borrowed<> left, Borrowed<> right) {         \
    return inplace_py(BinaryOperator::operation, left, right);                                     \
  }
BINARY(matrix_multiply, kMatrixMultiply)
BINARY(power, kPower)
#undef BINARY

// The commonest answer inline ints and floats on the spot; null: the protocol is needed. Sums of two 49-bit numbers
// and the products that __builtin_mul_overflow lets pass fit 64 bits.
namespace {

bool asDoubles(Value left, Value right, double *a, double *b) {
  if (left.isDouble() ? !(right.isDouble() || right.isInlineInt()) : !(left.isInlineInt() && right.isDouble()))
    return false;
  *a = left.isDouble() ? left.asDouble() : static_cast<double>(left.asInlineInt());
  *b = right.isDouble() ? right.asDouble() : static_cast<double>(right.asInlineInt());
  return true;
}
bool bothInts(Value left, Value right) { return left.isInlineInt() && right.isInlineInt(); }

#define FAST_ARITHMETIC(name, checked, symbol)                                                                         \
  inline Value fast_##name(Value left, Value right) {                                                                  \
    double x, y;                                                                                                       \
    if (bothInts(left, right)) {                                                                                       \
      int64_t wide;                                                                                                    \
      if (!checked(left.asInlineInt(), right.asInlineInt(), &wide) && Value::fitsInline(wide))                         \
        return Value::fromInt(wide);                                                                                   \
    } else if (asDoubles(left, right, &x, &y)) {                                                                       \
      return Value::fromDouble(x symbol y);                                                                            \
    }                                                                                                                  \
    return Value();                                                                                                    \
  }
FAST_ARITHMETIC(add, __builtin_add_overflow, +)
FAST_ARITHMETIC(subtract, __builtin_sub_overflow, -)
FAST_ARITHMETIC(multiply, __builtin_mul_overflow, *)
#undef FAST_ARITHMETIC

inline Value fast_true_divide(Value left, Value right) {
  double x, y;
  if (bothInts(left, right)) { // both are exact as doubles
    x = static_cast<double>(left.asInlineInt());
    y = static_cast<double>(right.asInlineInt());
  } else if (!asDoubles(left, right, &x, &y)) {
    return Value();
  }
  return y == 0 ? Value() : Value::fromDouble(x / y);
}
inline Value fast_floor_divide(Value left, Value right) {
  double x, y;
  if (bothInts(left, right)) {
    int64_t b = right.asInlineInt();
    if (b == 0 || b == -1) // -2^48 // -1 does not fit
      return Value();
    return Value::fromInt(floorDivide(left.asInlineInt(), b));
  }
  return asDoubles(left, right, &x, &y) && y != 0 ? Value::fromDouble(doubleFloorDivide(x, y)) : Value();
}
inline Value fast_modulo(Value left, Value right) {
  double x, y;
  if (bothInts(left, right)) {
    int64_t b = right.asInlineInt();
    return b == 0 ? Value() : Value::fromInt(floorModulo(left.asInlineInt(), b));
  }
  return asDoubles(left, right, &x, &y) && y != 0 ? Value::fromDouble(doubleModulo(x, y)) : Value();
}
#define FAST_BITS(name, symbol)                                                                                        \
  inline Value fast_##name(Value left, Value right) {                                                                  \
    return bothInts(left, right) ? Value::fromInt(left.asInlineInt() symbol right.asInlineInt()) : Value();            \
  }
FAST_BITS(bit_and, &)
FAST_BITS(bit_or, |)
FAST_BITS(bit_xor, ^)
#undef FAST_BITS
inline Value fast_shift_left(Value left, Value right) {
  if (!bothInts(left, right) || static_cast<uint64_t>(right.asInlineInt()) > 14)
    return Value();
  int64_t shifted = left.asInlineInt() * (int64_t{1} << right.asInlineInt());
  return Value::fitsInline(shifted) ? Value::fromInt(shifted) : Value();
}
inline Value fast_shift_right(Value left, Value right) {
  if (!bothInts(left, right) || static_cast<uint64_t>(right.asInlineInt()) > 63)
    return Value();
  return Value::fromInt(left.asInlineInt() >> right.asInlineInt());
}

// Ints below 2^127: sums and products of inline ones, and those that are masked to 64 bits. They need neither the protocol nor
// loops over digits. Null: the protocol is needed.
bool readPlainInt(Value value, __int128 *number) {
  if (value.isInlineInt()) {
    *number = value.asInlineInt();
    return true;
  }
  if (typeOf(value) != &molt_type_int)
    return false;
  auto *big = static_cast<BigInt *>(value.asObject());
  const uint64_t *digits = big->digits(), count = big->count();
  if (count > 3 || (count == 3 && digits[2] >> (127 - 2 * kDigitBits)))
    return false;
  *number = digits[0];
  if (count > 1)
    *number |= static_cast<__int128>(digits[1]) << kDigitBits;
  if (count > 2)
    *number |= static_cast<__int128>(digits[2]) << 2 * kDigitBits;
  if (big->signedCount < 0)
    *number = -*number;
  return true;
}
bool fitsWord(__int128 number) { return number == static_cast<int64_t>(number); }
// -2**bits <= number < 2**bits
int bitsOf(__int128 number) {
  if (number < 0)
    number = ~number;
  auto high = static_cast<uint64_t>(number >> 64), low = static_cast<uint64_t>(number);
  return high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 0;
}

template <BinaryOperator operation> [[gnu::noinline]] Value computeWideInts(Value left, Value right) {
  __int128 a, b;
  if (!readPlainInt(left, &a) || !readPlainInt(right, &b))
    return Value();
  auto small = static_cast<int64_t>(b);
  switch (operation) {
  case BinaryOperator::kAdd:
  case BinaryOperator::kSubtract: {
    __int128 sum;
    bool tooLarge = operation == BinaryOperator::kAdd ? __builtin_add_overflow(a, b, &sum) : __builtin_sub_overflow(a, b, &sum);
    return tooLarge ? Value() : intFrom128(sum).intoValue();
  }
  case BinaryOperator::kMultiply:
    return bitsOf(a) + bitsOf(b) + (a < 0 && b < 0) <= 127 ? intFrom128(a * b).intoValue() : Value();
  case BinaryOperator::kFloorDivide:
    return fitsWord(a) && fitsWord(b) && b != 0 && b != -1 ? intFrom(floorDivide(static_cast<int64_t>(a), small)).intoValue()
                                                           : Value();
  case BinaryOperator::kModulo:
    return fitsWord(a) && fitsWord(b) && b != 0 && b != -1 ? intFrom(floorModulo(static_cast<int64_t>(a), small)).intoValue()
                                                           : Value();
  case BinaryOperator::kBitAnd:
    return intFrom128(a & b).intoValue();
  case BinaryOperator::kBitOr:
    return intFrom128(a | b).intoValue();
  case BinaryOperator::kBitXor:
    return intFrom128(a ^ b).intoValue();
  case BinaryOperator::kShiftLeft:
    return b >= 0 && b < 127 && bitsOf(a) + small <= 126 ? intFrom128(a * (__int128{1} << small)).intoValue() : Value();
  case BinaryOperator::kShiftRight:
    return b >= 0 ? intFrom128(a >> (b < 127 ? small : 127)).intoValue() : Value();
  default:
    return Value();
  }
}
template <BinaryOperator operation> inline Value wideInts(Value left, Value right) {
  if (operation == BinaryOperator::kTrueDivide || typeOf(left) != &molt_type_int)
    return Value();
  return computeWideInts<operation>(left, right);
}

} // namespace

#define FAST_BINARY(name, operation)                                                                                   \
  extern "C" Result<Owned<>> molt_##name##_py(Borrowed<> left, Borrowed<> right) {                                     \
    if (Value fast = fast_##name(left.value(), right.value()); !fast.isNull())                                         \
      return Owned<>::steal(fast);                                                                                     \
    if (Value wide = wideInts<BinaryOperator::operation>(left.value(), right.value()); !wide.isNull())                 \
      return Owned<>::steal(wide);                                                                                     \
    return binary_py(BinaryOperator::operation, left, right);                                                          \
  }                                                                                                                    \
  extern "C" Result<Owned<>> molt_inplace_##name##_py(Borrowed<> left, Borrowed<> right) {                             \
    if (Value fast = fast_##name(left.value(), right.value()); !fast.isNull())                                         \
      return Owned<>::steal(fast);                                                                                     \
    if (Value wide = wideInts<BinaryOperator::operation>(left.value(), right.value()); !wide.isNull())                 \
      return Owned<>::steal(wide);                                                                                     \
    return inplace_py(BinaryOperator::operation, left, right);                                                         \
  }
FAST_BINARY(subtract, kSubtract)
FAST_BINARY(multiply, kMultiply)
FAST_BINARY(true_divide, kTrueDivide)
FAST_BINARY(floor_divide, kFloorDivide)
FAST_BINARY(modulo, kModulo)
FAST_BINARY(shift_left, kShiftLeft)
FAST_BINARY(shift_right, kShiftRight)
FAST_BINARY(bit_and, kBitAnd)
FAST_BINARY(bit_or, kBitOr)
FAST_BINARY(bit_xor, kBitXor)
#undef FAST_BINARY

extern "C" Result<Owned<>> molt_add_py(Borrowed<> left, Borrowed<> right) {
  if (Value fast = fast_add(left.value(), right.value()); !fast.isNull())
    return Owned<>::steal(fast);
  if (isExactly(left, molt_type_str) && isExactly(right, molt_type_str))
    return concatStr(left.as<Str>(), right.as<Str>());
  if (Value wide = wideInts<BinaryOperator::kAdd>(left.value(), right.value()); !wide.isNull())
    return Owned<>::steal(wide);
  return binary_py(BinaryOperator::kAdd, left, right);
}
extern "C" Result<Owned<>> molt_inplace_add_py(Borrowed<> left, Borrowed<> right) {
  if (Value fast = fast_add(left.value(), right.value()); !fast.isNull())
    return Owned<>::steal(fast);
  if (isExactly(left, molt_type_str) && isExactly(right, molt_type_str))
    return concatStr(left.as<Str>(), right.as<Str>());
  if (Value wide = wideInts<BinaryOperator::kAdd>(left.value(), right.value()); !wide.isNull())
    return Owned<>::steal(wide);
  return inplace_py(BinaryOperator::kAdd, left, right);
}

extern "C" Result<Owned<>> molt_inplace_add_local_py(Owned<> left, Borrowed<> right, Value *back) {
  if (isExactly(left, molt_type_str) && isExactly(right, molt_type_str))
    return appendStr(std::move(left).as<Str>(), right.as<Str>());
  Result<Owned<>> result = molt_inplace_add_py(left, right);
  *back = left.intoValue();
  return result;
}

namespace {
Raised raiseBadOperand(const char *symbol, Borrowed<> operand) {
  return raise(TypeError, "bad operand type for unary %s: '%T'", symbol, operand);
}
} // namespace

extern "C" Result<Owned<>> molt_negative_py(Borrowed<> operand) {
  if (operand.value().isDouble())
    return makeFloat(-operand.value().asDouble());
  if (operand.value().isInlineInt())
    return intFrom(-operand.value().asInlineInt());
  const NumberSlots *number = typeOf(operand)->number;
  if (number && number->negative)
    return number->negative(operand);
  return raiseBadOperand("-", operand);
}
extern "C" Result<Owned<>> molt_positive_py(Borrowed<> operand) {
  const NumberSlots *number = typeOf(operand)->number;
  if (number && number->positive)
    return number->positive(operand);
  return raiseBadOperand("+", operand);
}
extern "C" Result<Owned<>> molt_invert_py(Borrowed<> operand) {
  const NumberSlots *number = typeOf(operand)->number;
  if (number && number->invert)
    return number->invert(operand);
  return raiseBadOperand("~", operand);
}

} // namespace molt
