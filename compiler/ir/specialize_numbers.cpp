// The special forms of arithmetic, comparisons and truth for ints of 64 bits, floats and bools. Comparisons of strs are in
// specialize_strings.cpp.
//
// What a form cannot do (overflow, a divisor of zero, a count of a shift that is out of range, ints that a double does
// not hold) falls back to the general op, so results and exceptions are the runtime's.
#include "compiler/ir/demanded_bits.h"
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_specials.h"
#include "compiler/ir/specialize_strings.h"

#include <cfloat>

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

enum class Operator {
#define OPERATOR(Name, method, symbol) Name,
#include "compiler/ir/operators.def"
};

bool isOfQuotient(Operator kind) { return kind == Operator::Modulo || kind == Operator::FloorDivide; }

/// Whether it is worth asking if the operands are floats. Those of % and // seldom are.
bool takesFloats(Specializer &s, Operator kind, Value left, Value right) {
  if (isOfQuotient(kind))
    return llvm::any_of(llvm::ArrayRef{left, right}, [&](Value operand) {
      Kinds kinds = s.kindsOf(operand);
      return kinds.is(Kind::Float) || (kinds.has(Kind::Float) && likelyKinds(operand).is(Kind::Float));
    });
  return kind == Operator::Add || kind == Operator::Subtract || kind == Operator::Multiply ||
         kind == Operator::TrueDivide || kind == Operator::Power;
}

/// A number of either kind is asked first whether it is a float, which most of them are, and then whether it is an int.
std::optional<Specialization> testMixed(Value operand, Kinds kinds, bool floats, bool orText) {
  if (!isMixed(operand, orText))
    return std::nullopt;
  bool asksFloat = floats && kinds.has(Kind::Float);
  return Specialization::test(operand, asksFloat ? Kind::Float : Kind::Int, !asksFloat);
}

/// What the two operands must tell before a form can be chosen: nothing, or the answer to give.
/// `isNumeric`: the operator is seldom applied to anything but numbers; `orText`: nor is it where operands may be strs.
std::optional<Specialization> needsTest(Specializer &s, Value left, Value right, bool floats, bool isNumeric,
                                        bool orText) {
  Kinds kinds[] = {s.kindsOf(left), s.kindsOf(right)};
  for (Kinds one : kinds)
    if (!one.has(Kind::Int) && !(floats && one.has(Kind::Float)))
      return Specialization::general();
  // What an operand is expected to be, as far as it is a number that may still be.
  auto expected = [&](unsigned i) {
    Kinds likely = likelyKinds(i == 0 ? left : right);
    bool isPossible = (likely.is(Kind::Int) && kinds[i].has(Kind::Int)) ||
                      (likely.is(Kind::Float) && floats && kinds[i].has(Kind::Float));
    return isPossible ? likely : Kinds();
  };
  // Where nothing is known of either, asking costs more code than the general op, which tests inline.
  bool isKnown = kinds[0].isNumber() || kinds[1].isNumber();
  auto isExpected = [&](unsigned i) { return expected(i).isNumber() || isMixed(i == 0 ? left : right, orText); };
  if (!isKnown && !(isExpected(0) && isExpected(1)))
    return Specialization::general();
  // Operands are mostly of one kind, so what the other one is known to be is asked first.
  for (unsigned i : {0, 1}) {
    if (kinds[i].isNumber())
      continue;
    if (auto answer = testMixed(i == 0 ? left : right, kinds[i], floats, orText))
      return answer;
    Kinds likely = likelyKinds(i == 0 ? left : right);
    if (likely.isNumber() && expected(i) != likely) // it has been tested
      return Specialization::general();
    if (likely.isNumber())
      return Specialization::test(i == 0 ? left : right, likely.is(Kind::Int) ? Kind::Int : Kind::Float, true);
    bool floatFirst = floats && kinds[i].has(Kind::Float) && (kinds[1 - i].is(Kind::Float) || !kinds[i].has(Kind::Int));
    Kind kind = floatFirst ? Kind::Float : Kind::Int;
    bool isLast = !floats || !kinds[i].has(floatFirst ? Kind::Int : Kind::Float);
    bool isLikely = isNumeric ? isLast || kinds[1 - i].is(Kind::Float) : floatFirst && kinds[i].has(Kind::Int);
    return Specialization::test(i == 0 ? left : right, kind, isLikely);
  }
  return std::nullopt;
}

constexpr llvm::StringLiteral kFits = "the result fits 64 bits";

class Builder {
public:
  explicit Builder(Specializer &s) : s_(s), b_(s.builder()), location_(s.location()) {}

  template <class Op> Value make(Value left, Value right) { return Op::create(b_, location_, left, right); }
  /// `Wrapping`: the same where overflow does no harm.
  template <class Op, class Wrapping> Value overflowing(Value left, Value right, bool isWrapped) {
    return isWrapped ? make<Wrapping>(left, right) : overflowing<Op>(left, right);
  }
  template <class Op> Value overflowing(Value left, Value right) {
    auto op = Op::create(b_, location_, left, right);
    s_.fallBackIf(op.getOverflow(), kFits);
    return op.getResult();
  }
  /// Falls back unless value lies from `low` to `width` above it.
  void require(Value value, int64_t low, uint64_t width, llvm::StringRef guard, Value about) {
    Value shifted = low ? make<arith::SubIOp>(value, makeInteger(s_, low)) : value;
    s_.fallBackIf(makeComparison(s_, arith::CmpIPredicate::ugt, shifted, makeInteger(s_, width)), guard, about);
  }

private:
  Specializer &s_;
  mlir::OpBuilder &b_;
  mlir::Location location_;
};

constexpr int64_t kExactInt = int64_t(1) << 53; // doubles hold all ints up to here

void requireExact(Builder &b, Value operand, Value number) {
  if (std::optional<int64_t> known = literalInt(operand); known && std::abs(*known) <= kExactInt)
    return;
  b.require(number, -kExactInt, 2 * kExactInt, "is an int that a float holds exactly", operand);
}

// x ** n for small literal n: what repeated multiplication gives is exact.
std::optional<Value> power(Specializer &s, Builder &b, Value left, Value right) {
  std::optional<int64_t> exponent = literalInt(right);
  if (!exponent || *exponent < 1 || *exponent > 4)
    return std::nullopt;
  Value base = s.integer(left), result = base;
  for (int64_t i = 1; i < *exponent; ++i)
    result = b.overflowing<MultiplyOverflowOp>(result, base);
  return result;
}

Specialization ofInts(Specializer &s, mlir::Operation *op, Operator kind, Value leftOperand, Value rightOperand) {
  Builder b(s);
  if (kind == Operator::Power) {
    std::optional<Value> result = power(s, b, leftOperand, rightOperand);
    if (!result)
      return Specialization::general();
    s.setResult(0, Kind::Int, *result);
    return Specialization::done();
  }
  Value left = s.integer(leftOperand), right = s.integer(rightOperand), result;
  switch (kind) {
  case Operator::Add:
    result = b.overflowing<AddOverflowOp, arith::AddIOp>(left, right, isOnlyMasked(s, op));
    break;
  case Operator::Subtract:
    result = b.overflowing<SubtractOverflowOp, arith::SubIOp>(left, right, isOnlyMasked(s, op));
    break;
  case Operator::Multiply:
    result = b.overflowing<MultiplyOverflowOp, arith::MulIOp>(left, right, isOnlyMasked(s, op));
    break;
  case Operator::TrueDivide: // exact operands: one division rounds correctly
    requireExact(b, leftOperand, left);
    requireExact(b, rightOperand, right);
    s.fallBackIf(makeComparison(s, arith::CmpIPredicate::eq, right, makeInteger(s, 0)), "is not 0", rightOperand);
    s.setResult(0, Kind::Float, b.make<arith::DivFOp>(s.floating(leftOperand), s.floating(rightOperand)));
    return Specialization::done();
  case Operator::FloorDivide:
  case Operator::Modulo:
    if (std::optional<unsigned> bits = literalPowerOfTwo(rightOperand)) {
      result = kind == Operator::Modulo ? b.make<arith::AndIOp>(left, makeInteger(s, (int64_t(1) << *bits) - 1))
                                        : b.make<arith::ShRSIOp>(left, makeInteger(s, *bits));
      break;
    }
    s.fallBackIf(makeComparison(s, arith::CmpIPredicate::sle, right, makeInteger(s, 0)), "is positive", rightOperand);
    result = kind == Operator::Modulo ? b.make<ModuloIntOp>(left, right) : b.make<FloorDivideIntOp>(left, right);
    break;
  case Operator::ShiftLeft: {
    if (int64_t count = literalInt(rightOperand).value_or(-1); count >= 0 && count < 64 && isOnlyMasked(s, op)) {
      result = b.make<arith::ShLIOp>(left, right);
      break;
    }
    b.require(right, 0, 62, "is from 0 to 62", rightOperand);
    result = b.make<arith::ShLIOp>(left, right);
    s.fallBackIf(makeComparison(s, arith::CmpIPredicate::ne, b.make<arith::ShRSIOp>(result, right), left), kFits);
    break;
  }
  case Operator::ShiftRight:
    b.require(right, 0, 63, "is from 0 to 63", rightOperand);
    result = b.make<arith::ShRSIOp>(left, right);
    break;
  case Operator::BitAnd:
    result = b.make<arith::AndIOp>(left, right);
    break;
  case Operator::BitOr:
    result = b.make<arith::OrIOp>(left, right);
    break;
  case Operator::BitXor:
    result = b.make<arith::XOrIOp>(left, right);
    break;
  case Operator::Power:
    llvm_unreachable("done above");
  }
  s.setResult(0, Kind::Int, result);
  return Specialization::done();
}

/// left % right and left // right, where right is not 0. The rest has the divisor's sign, also where it is 0.
std::pair<Value, Value> divideFloats(Specializer &s, Builder &b, Value left, Value right) {
  using P = arith::CmpFPredicate;
  mlir::Type type = s.builder().getF64Type();
  Value zero = makeFloat(s, 0);
  Value rest = FloatCallOp::create(s.builder(), s.location(), type, "fmod", mlir::ValueRange{left, right});
  Value isNegative = makeComparison(s, P::OLT, right, zero), isExact = makeComparison(s, P::OEQ, rest, zero);
  Value differs = b.make<arith::XOrIOp>(makeComparison(s, P::OLT, rest, zero), isNegative);
  Value quotient = b.make<arith::DivFOp>(b.make<arith::SubFOp>(left, rest), right);
  Value isTooLarge = b.make<arith::AndIOp>(differs, makeNot(s, isExact));
  quotient = makeSelection(s, isTooLarge, b.make<arith::SubFOp>(quotient, makeFloat(s, 1)), quotient);
  Value whole = FloatFunctionOp::create(s.builder(), s.location(), type, quotient, "floor");
  Value isAbove = makeComparison(s, P::OGT, b.make<arith::SubFOp>(quotient, whole), makeFloat(s, 0.5));
  whole = makeSelection(s, isAbove, b.make<arith::AddFOp>(whole, makeFloat(s, 1)), whole);
  Value signedZero = b.make<arith::MulFOp>(b.make<arith::DivFOp>(left, right), zero);
  whole = makeSelection(s, makeComparison(s, P::OEQ, quotient, zero), signedZero, whole);
  rest = makeSelection(s, differs, b.make<arith::AddFOp>(rest, right), rest);
  rest = makeSelection(s, isExact, makeSelection(s, isNegative, makeFloat(s, -0.0), zero), rest);
  return {rest, whole};
}

// An int operand becomes a float as CPython makes it: rounded to even.
Specialization ofFloats(Specializer &s, Operator kind, Value leftOperand, Value rightOperand) {
  Builder b(s);
  Value left = s.floating(leftOperand), right = s.floating(rightOperand), result;
  switch (kind) {
  case Operator::Add:
    result = b.make<arith::AddFOp>(left, right);
    break;
  case Operator::Subtract:
    result = b.make<arith::SubFOp>(left, right);
    break;
  case Operator::Multiply:
    result = b.make<arith::MulFOp>(left, right);
    break;
  case Operator::TrueDivide:
    s.fallBackIf(makeComparison(s, arith::CmpFPredicate::OEQ, right, makeFloat(s, 0)), "is not 0", rightOperand);
    result = b.make<arith::DivFOp>(left, right);
    break;
  case Operator::Modulo:
  case Operator::FloorDivide: {
    s.fallBackIf(makeComparison(s, arith::CmpFPredicate::OEQ, right, makeFloat(s, 0)), "is not 0", rightOperand);
    auto [rest, whole] = divideFloats(s, b, left, right);
    result = kind == Operator::Modulo ? rest : whole;
    break;
  }
  case Operator::Power: // a result that is too large, too small or no number is not all that there is to say
    s.fallBackIf(makeNot(s, makeComparison(s, arith::CmpFPredicate::OGT, left, makeFloat(s, 0))), "is positive",
                 leftOperand);
    result = FloatPowerOp::create(s.builder(), s.location(), s.builder().getF64Type(), left, right);
    for (auto [predicate, limit] : {std::pair{arith::CmpFPredicate::OGE, DBL_MIN}, {arith::CmpFPredicate::OLE, DBL_MAX}})
      s.fallBackIf(makeNot(s, makeComparison(s, predicate, result, makeFloat(s, limit))), "the result is a normal number");
    break;
  default:
    return Specialization::general();
  }
  s.setResult(0, Kind::Float, result);
  return Specialization::done();
}

/// What the general op gives where both operands are of known types: concatenations and repetitions of sequences.
Kinds resultOf(Operator kind, Kinds left, Kinds right) {
  for (Kind sequence : {Kind::List, Kind::Tuple, Kind::Str}) {
    if (kind == Operator::Add && left.is(sequence) && right.is(sequence))
      return sequence;
    if (kind == Operator::Multiply &&
        ((left.is(sequence) && right.is(Kind::Int)) || (left.is(Kind::Int) && right.is(sequence))))
      return sequence;
  }
  return Kinds::any();
}

Specialization specializeNumbers(Specializer &s, mlir::Operation *op, Operator kind, Value left, Value right) {
  if (Kinds result = resultOf(kind, s.kindsOf(left), s.kindsOf(right)); result.isOne())
    return Specialization::general(result);
  if (op->hasAttr("native"))
    return Specialization::general();
  if (auto answer = needsTest(s, left, right, takesFloats(s, kind, left, right), kind != Operator::Add,
                              kind != Operator::Add && kind != Operator::Modulo))
    return answer->refusingNone();
  if (s.kindsOf(left).is(Kind::Int) && s.kindsOf(right).is(Kind::Int))
    return ofInts(s, op, kind, left, right);
  return ofFloats(s, kind, left, right);
}

template <class Op> Specialization specializeOperator(Specializer &s, Op op, Operator kind) {
  if (auto answer = operateFast(s, op))
    return *answer;
  if constexpr (std::is_same_v<Op, AddOp> || std::is_same_v<Op, InplaceAddOp>)
    if (auto answer = concatStrs(s, op.getLeft(), op.getRight()))
      return *answer;
  return specializeNumbers(s, op, kind, op.getLeft(), op.getRight());
}

// ---- Comparisons ----------------------------------------------------------------------------------------------------

struct Predicates {
  arith::CmpIPredicate ofInts;
  arith::CmpFPredicate ofFloats;
};

Predicates predicatesOf(llvm::StringRef comparison) {
  using I = arith::CmpIPredicate;
  using F = arith::CmpFPredicate;
  if (comparison == "less")
    return {I::slt, F::OLT};
  if (comparison == "less_equal")
    return {I::sle, F::OLE};
  if (comparison == "greater")
    return {I::sgt, F::OGT};
  if (comparison == "greater_equal")
    return {I::sge, F::OGE};
  if (comparison == "equal")
    return {I::eq, F::OEQ};
  assert(comparison == "not_equal" && "no comparison");
  return {I::ne, F::UNE};
}

// Python compares an int and a float exactly: the int must be one that a double holds.
std::optional<Specialization> compareNumbers(Specializer &s, llvm::StringRef comparison, Value left, Value right,
                                             Value &result) {
  if (auto answer = needsTest(s, left, right, /*floats=*/true, /*isNumeric=*/false, /*orText=*/false))
    return answer;
  Builder b(s);
  Predicates predicates = predicatesOf(comparison);
  if (s.kindsOf(left).is(Kind::Int) && s.kindsOf(right).is(Kind::Int)) {
    result = makeComparison(s, predicates.ofInts, s.integer(left), s.integer(right));
    return std::nullopt;
  }
  for (Value operand : {left, right})
    if (s.kindsOf(operand).is(Kind::Int))
      requireExact(b, operand, s.integer(operand));
  result = makeComparison(s, predicates.ofFloats, s.floating(left), s.floating(right));
  return std::nullopt;
}

/// Sets `result`, an i1, and gives nothing; or the answer to give.
std::optional<Specialization> compare(Specializer &s, llvm::StringRef comparison, Value left, Value right,
                                      Value &result) {
  if (auto answer = compareStrs(s, comparison, left, right, result); answer || result)
    return answer;
  return compareNumbers(s, comparison, left, right, result);
}

template <class Op> Specialization specializeComparison(Specializer &s, Op op) {
  if (auto answer = compareFast(s, op, op->getName().stripDialect()))
    return *answer;
  Value result;
  if (auto answer = compare(s, op->getName().stripDialect(), op.getLeft(), op.getRight(), result))
    return *answer;
  s.setResult(0, Kind::Bool, result);
  return Specialization::done();
}

} // namespace

// ---- The ops --------------------------------------------------------------------------------------------------------

#define ARITHMETIC(Op, kind)                                                                                           \
  Specialization Op::specialize(Specializer &s) { return specializeOperator(s, *this, Operator::kind); }
#define OPERATOR(Name, method, symbol) ARITHMETIC(Name##Op, Name) ARITHMETIC(Inplace##Name##Op, Name)
#define COMPARISON(Name, method)                                                                                       \
  Specialization Name##Op::specialize(Specializer &s) { return specializeComparison(s, *this); }
#include "compiler/ir/operators.def"
ARITHMETIC(InplaceAddLocalOp, Add)
#undef ARITHMETIC

Specialization TestOp::specialize(Specializer &s) {
  if (auto answer = compareFast(s, *this, getComparison()))
    return *answer;
  Value result;
  if (auto answer = compare(s, getComparison(), getLeft(), getRight(), result))
    return *answer;
  s.setCondition(0, result);
  return Specialization::done();
}

Specialization NegativeOp::specialize(Specializer &s) {
  if (auto answer = callSpecial(s, getOperation()))
    return *answer;
  Kinds kinds = s.kindsOf(getOperand());
  if (!kinds.isNumber())
    return Specialization::general();
  Builder b(s);
  if (kinds.is(Kind::Int))
    s.setResult(0, Kind::Int, b.overflowing<SubtractOverflowOp>(makeInteger(s, 0), s.integer(getOperand())));
  else
    s.setResult(0, Kind::Float, Value(arith::NegFOp::create(s.builder(), getLoc(), s.floating(getOperand()))));
  return Specialization::done();
}

Specialization PositiveOp::specialize(Specializer &s) {
  if (auto answer = callSpecial(s, getOperation()))
    return *answer;
  Kinds kinds = s.kindsOf(getOperand());
  if (kinds.is(Kind::Int))
    s.setResult(0, Kind::Int, s.integer(getOperand()));
  else if (kinds.is(Kind::Float))
    s.setResult(0, Kind::Float, s.floating(getOperand()));
  else
    return Specialization::general();
  return Specialization::done();
}

Specialization InvertOp::specialize(Specializer &s) {
  if (auto answer = callSpecial(s, getOperation()))
    return *answer;
  Kinds kinds = s.kindsOf(getOperand());
  if (!kinds.is(Kind::Int))
    return Specialization::general();
  Builder b(s);
  s.setResult(0, Kind::Int, b.make<arith::XOrIOp>(s.integer(getOperand()), makeInteger(s, -1)));
  return Specialization::done();
}

Specialization TruthOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getValue());
  Builder b(s);
  if (kinds.is(Kind::Bool))
    s.setCondition(0, s.boolean(getValue()));
  else if (kinds.is(Kind::Int))
    s.setCondition(0, makeComparison(s, arith::CmpIPredicate::ne, s.integer(getValue()), makeInteger(s, 0)));
  else if (kinds.is(Kind::Float))
    s.setCondition(0, makeComparison(s, arith::CmpFPredicate::UNE, s.floating(getValue()), makeFloat(s, 0)));
  else if (kinds.is(Kind::None))
    s.setCondition(0, makeTruth(s, false));
  else if (kinds.is(Kind::List))
    s.setCondition(0,
                   makeComparison(s, arith::CmpIPredicate::ne,
                                  AnyLengthOp::create(s.builder(), getLoc(), s.word(getValue())), makeInteger(s, 0)));
  else if (kinds.is(Kind::Tuple) || kinds.is(Kind::Str))
    s.setCondition(0, makeComparison(s, arith::CmpIPredicate::ne,
                                     LengthOp::create(s.builder(), getLoc(), s.word(getValue())), makeInteger(s, 0)));
  else if (kinds.is(Kind::Dict))
    s.setCondition(0,
                   makeComparison(s, arith::CmpIPredicate::ne,
                                  DictLengthOp::create(s.builder(), getLoc(), s.word(getValue())), makeInteger(s, 0)));
  else if (auto answer = testFast(s, *this, getValue()))
    return *answer;
  else if (Kinds likely = likelyKinds(getValue());
           likely.isOne() && kinds.has(likely.one()) && likely.one() < Kind::Instance)
    return Specialization::test(getValue(), likely.one(), /*isLikely=*/true);
  else
    return Specialization::general();
  return Specialization::done();
}

Specialization BoxBoolOp::specialize(Specializer &s) {
  Value truth = s.condition(getCondition());
  s.setResult(0, Kind::Bool, getNegated() ? makeNot(s, truth) : truth);
  return Specialization::done();
}

// Two ints of 64 bits are the same object where they are inline; elsewhere each boxing makes a new object, so a number
// must not be boxed to be compared with itself.
Specialization IsOp::specialize(Specializer &s) {
  Kinds left = s.kindsOf(getLeft()), right = s.kindsOf(getRight());
  if (left.is(Kind::None) || right.is(Kind::None)) {
    Value other = left.is(Kind::None) ? getRight() : getLeft();
    Kinds kinds = s.kindsOf(other);
    if (kinds.is(Kind::None) || !kinds.has(Kind::None)) {
      s.setCondition(0, makeTruth(s, kinds.is(Kind::None)));
      return Specialization::done();
    }
    return likelyOf(other).orNone ? Specialization::test(other, Kind::None) : Specialization::general();
  }
  if (left.is(Kind::Int) && right.is(Kind::Int))
    s.setCondition(0, makeComparison(s, arith::CmpIPredicate::eq, s.integer(getLeft()), s.integer(getRight())));
  else if (left.is(Kind::Bool) && right.is(Kind::Bool))
    s.setCondition(0, makeComparison(s, arith::CmpIPredicate::eq, s.boolean(getLeft()), s.boolean(getRight())));
  else
    return Specialization::general();
  return Specialization::done();
}

Specialization IsNullOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getValue());
  if (!kinds.isNumber() && !kinds.is(Kind::Bool))
    return Specialization::general();
  s.setCondition(0, makeTruth(s, false));
  return Specialization::done();
}

} // namespace molt::py
