// The special form of isinstance(), and of class patterns: where the kind of the object tells, there is nothing to test; else
// the path forks on the types that kinds stand for, and goes on with what has been found.
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_calls.h"

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

struct NamedKind {
  llvm::StringRef symbol;
  Kind kind;
};
constexpr NamedKind kTypes[] = {
    {"type_int", Kind::Int},   {"type_float", Kind::Float}, {"type_bool", Kind::Bool}, {"type_str", Kind::Str},
    {"type_list", Kind::List}, {"type_tuple", Kind::Tuple}, {"type_dict", Kind::Dict},
};

Kind kindOf(mlir::StringAttr symbol) {
  return llvm::find_if(kTypes, [&](const NamedKind &one) { return one.symbol == symbol.getValue(); })->kind;
}

/// Of an object of one known kind; nothing where its class must be looked at.
std::optional<bool> answerFor(Kinds kinds, mlir::Attribute type) {
  if (!kinds.isOne() || kinds.is(Kind::Other))
    return std::nullopt;
  if (auto known = mlir::dyn_cast<ClassAttr>(type)) {
    if (kinds.isInstanceOf(known))
      return true;
    return kinds.is(Kind::Instance) ? std::nullopt : std::optional(false);
  }
  Kind kind = kindOf(mlir::cast<mlir::StringAttr>(type));
  return kinds.is(kind) || (kind == Kind::Int && kinds.is(Kind::Bool));
}

/// A test that tells the kind. One that has been made before would not: what is excluded by it has to be asked otherwise.
std::optional<Specialization> testFor(Specializer &s, Value object, mlir::Attribute type) {
  Kinds kinds = s.kindsOf(object), likely = likelyKinds(object);
  if (kinds.isOne())
    return std::nullopt;
  if (auto known = mlir::dyn_cast<ClassAttr>(type)) {
    if (!kinds.has(Kind::Instance))
      return std::nullopt;
    if (auto common = mlir::dyn_cast_or_null<ClassAttr>(likelyHint(object)))
      return Specialization::testInstance(object, common);
    return Specialization::testInstance(object, known, /*isLikely=*/false);
  }
  Kind kind = kindOf(mlir::cast<mlir::StringAttr>(type));
  if (!kinds.has(kind))
    return std::nullopt;
  return Specialization::test(object, kind, likely.is(kind));
}

/// The types are what their names say.
void requireNames(Specializer &s, Value operand, mlir::ArrayAttr types) {
  mlir::OpBuilder &b = s.builder();
  auto tuple = operand.getDefiningOp<MakeTupleOp>();
  for (auto [index, type] : llvm::enumerate(types)) {
    Value value = tuple ? tuple.getItems()[index] : operand;
    if (auto known = mlir::dyn_cast<ClassAttr>(type))
      fallBackUnless(s, IsKnownClassOp::create(b, s.location(), b.getI1Type(), s.word(value), known), "is that class", value);
    else
      requireSymbol(s, value, mlir::cast<mlir::StringAttr>(type).getValue());
  }
}

/// An i1. An object with a __class__ of its own making falls back.
Value makeAnswer(Specializer &s, Value object, mlir::Attribute type) {
  mlir::OpBuilder &b = s.builder();
  if (std::optional<bool> known = answerFor(s.kindsOf(object), type))
    return makeTruth(s, *known);
  Value word = s.word(object);
  auto known = mlir::dyn_cast<ClassAttr>(type);
  if (known)
    requireIntactClasses(s);
  if (Kinds kinds = s.kindsOf(object); known && kinds.isOne() && kinds.is(Kind::Instance)) // all of its bases are known
    return IsInstanceOp::create(b, s.location(), b.getI1Type(), word, known);
  Value answer = InstanceTestOp::create(b, s.location(), b.getI32Type(), word, type);
  Value zero = arith::ConstantIntOp::create(b, s.location(), 0, 32);
  s.fallBackIf(makeComparison(s, arith::CmpIPredicate::slt, answer, zero), "has the class of its type", object);
  return makeComparison(s, arith::CmpIPredicate::sgt, answer, zero);
}

/// What must be known of the object first.
std::optional<Specialization> needsTest(Specializer &s, Value object, mlir::ArrayAttr types) {
  for (mlir::Attribute type : types) {
    std::optional<bool> known = answerFor(s.kindsOf(object), type);
    if (known && *known)
      break;
    if (!known)
      if (auto test = testFor(s, object, type))
        return test;
  }
  return std::nullopt;
}

/// An i1.
Value makeAnswer(Specializer &s, Value object, mlir::ArrayAttr types) {
  Value truth;
  for (mlir::Attribute type : types) {
    Value one = makeAnswer(s, object, type);
    truth = truth ? Value(arith::OrIOp::create(s.builder(), s.location(), truth, one)) : one;
  }
  return truth;
}

mlir::ArrayAttr typesOf(mlir::Operation *op) { return op->getAttrOfType<mlir::ArrayAttr>(kTestedTypesAttr); }

} // namespace

std::optional<Specialization> callIsInstance(Specializer &s, CallOp call) {
  mlir::ArrayAttr types = typesOf(call);
  if (!types)
    return std::nullopt;
  Value object = call.getArguments()[0];
  if (auto test = needsTest(s, object, types))
    return test;
  requireFunction(s, call.getCallee(), "builtins_isinstance");
  requireNames(s, call.getArguments()[1], types);
  s.setResult(0, Kind::Bool, makeAnswer(s, object, types));
  return Specialization::done();
}

Specialization MatchInstanceOp::specialize(Specializer &s) {
  mlir::ArrayAttr types = typesOf(*this);
  if (!types)
    return Specialization::general().because("the class of the pattern is not known");
  if (auto test = needsTest(s, getValue(), types))
    return *test;
  requireNames(s, getCls(), types);
  s.setCondition(0, makeAnswer(s, getValue(), types));
  return Specialization::done();
}

// An instance of the known class that the handler is for; whether others match it the runtime tells.
Specialization ExceptionMatchesOp::specialize(Specializer &s) {
  auto known = (*this)->getAttrOfType<ClassAttr>("known");
  if (!known)
    return Specialization::general().because("it is not one known class");
  if (auto answer = needInstance(s, getException(), known)) // other handlers may be as likely
    return answer->step() == Specialization::Test ? Specialization::testInstance(getException(), known, /*isLikely=*/false)
                                                  : *answer;
  mlir::OpBuilder &b = s.builder();
  Value isIt = IsKnownClassOp::create(b, getLoc(), b.getI1Type(), s.word(getPattern()), known);
  fallBackUnless(s, isIt, "is that class", getPattern());
  requireIntactClasses(s);
  s.explain("a test of the class");
  s.setCondition(0, makeTruth(s, true));
  return Specialization::done();
}

} // namespace molt::py
