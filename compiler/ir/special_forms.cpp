#include "compiler/ir/special_forms.h"

#include "compiler/ir/known_builtins.h"
#include "compiler/ir/known_global.h"

namespace molt::py {

namespace arith = mlir::arith;
using mlir::Value;

// ---- Machine numbers ------------------------------------------------------------------------------------------------

Value makeInteger(Specializer &s, int64_t number) {
  return arith::ConstantIntOp::create(s.builder(), s.location(), number, 64);
}
Value makeFloat(Specializer &s, double number) {
  return arith::ConstantFloatOp::create(s.builder(), s.location(), s.builder().getF64Type(), llvm::APFloat(number));
}
Value makeTruth(Specializer &s, bool value) {
  return arith::ConstantIntOp::create(s.builder(), s.location(), value, 1);
}
Value makeNot(Specializer &s, Value condition) {
  return arith::XOrIOp::create(s.builder(), s.location(), condition, makeTruth(s, true));
}
Value makeComparison(Specializer &s, arith::CmpIPredicate predicate, Value left, Value right) {
  return arith::CmpIOp::create(s.builder(), s.location(), predicate, left, right);
}
Value makeComparison(Specializer &s, arith::CmpFPredicate predicate, Value left, Value right) {
  return arith::CmpFOp::create(s.builder(), s.location(), predicate, left, right);
}
Value makeSelection(Specializer &s, Value condition, Value yes, Value no) {
  return arith::SelectOp::create(s.builder(), s.location(), condition, yes, no);
}

// ---- Guards ---------------------------------------------------------------------------------------------------------

void fallBackUnless(Specializer &s, Value condition, llvm::StringRef guard, Value about) {
  s.fallBackIf(makeNot(s, condition), guard, about);
}

/// Where the operand is a name that is known to stand for that: falls back unless it still does. Whether that was all to be asked.
static bool requireKnown(Specializer &s, Value operand, llvm::StringRef symbol) {
  KnownRead read = KnownRead::of(operand);
  auto known = read ? mlir::dyn_cast<mlir::StringAttr>(read.known()) : mlir::StringAttr();
  if (!known || known.getValue() != symbol)
    return false;
  read.requireModule(s);
  bool isBuiltin = knownBuiltin(read.name()) == symbol;
  read.require(s, s.word(operand), isBuiltin ? "is the builtin" : "is still what its module has imported");
  return true;
}

void requireSymbol(Specializer &s, Value operand, llvm::StringRef symbol) {
  if (requireKnown(s, operand, symbol))
    return;
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, IsSymbolOp::create(b, s.location(), b.getI1Type(), s.word(operand), symbol), "is the builtin",
                 operand);
}

void requireFunction(Specializer &s, Value operand, llvm::StringRef function) {
  if (requireKnown(s, operand, function))
    return;
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, IsFunctionOp::create(b, s.location(), b.getI1Type(), s.word(operand), function), "is the builtin",
                 operand);
}

void requireIntactClasses(Specializer &s) {
  if (s.areClassesIntact())
    return;
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, ClassesIntactOp::create(b, s.location(), b.getI1Type()), "the classes are as they were");
  s.setClassesIntact();
}

// ---- Stores ----------------------------------------------------------------------------------------------------------

bool requireQuiet(Specializer &s, Value value, llvm::function_ref<Value()> loadOld) {
  Kinds kinds = s.kindsOf(value);
  if (!s.isLeft() || !(kinds.isNumber() || kinds.is(Kind::Bool)))
    return false;
  mlir::OpBuilder &b = s.builder();
  s.fallBackIf(IsLastReferenceOp::create(b, s.location(), b.getI1Type(), loadOld()), /*guard=*/"");
  return true;
}

// ---- What must be known first ---------------------------------------------------------------------------------------

std::optional<Specialization> needKind(Specializer &s, Value operand, llvm::ArrayRef<Kind> kinds) {
  Kinds known = s.kindsOf(operand), likely = likelyKinds(operand);
  for (Kind kind : kinds)
    if (known.is(kind))
      return std::nullopt;
  for (Kind kind : kinds)
    if (known.has(kind) && likely.is(kind))
      return Specialization::test(operand, kind, /*isLikely=*/true);
  return Specialization::general();
}

std::optional<Specialization> needInstance(Specializer &s, Value operand, ClassAttr known) {
  Kinds kinds = s.kindsOf(operand);
  if (kinds.isInstanceOf(known))
    return std::nullopt;
  if (!kinds.has(Kind::Instance) || kinds.isOne()) // an instance of another class, perhaps
    return Specialization::general();
  return Specialization::testInstance(operand, known);
}

} // namespace molt::py
