// The special forms of what match statements ask: where the kind of a value is known, most of it is decided.
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_calls.h"

namespace molt::py {
namespace {

using mlir::Value;

/// Of a value of one kind, whether it is such a collection; nothing where only its type knows.
std::optional<bool> isCollection(Kinds kinds, llvm::ArrayRef<Kind> collections) {
  if (!kinds.isOne() || kinds.is(Kind::Instance) || kinds.is(Kind::Other))
    return std::nullopt;
  return llvm::is_contained(collections, kinds.one());
}

Specialization testCollection(Specializer &s, Value value, llvm::ArrayRef<Kind> collections) {
  Kinds kinds = s.kindsOf(value), likely = likelyKinds(value);
  if (std::optional<bool> known = isCollection(kinds, collections)) {
    s.setCondition(0, makeTruth(s, *known));
    return Specialization::done();
  }
  if (isCollection(likely, collections) && kinds.has(likely.one()) && !kinds.isOne())
    return Specialization::test(value, likely.one(), /*isLikely=*/true);
  return Specialization::general();
}

} // namespace

Specialization IsSequenceOp::specialize(Specializer &s) { return testCollection(s, getValue(), {Kind::List, Kind::Tuple}); }
Specialization IsMappingOp::specialize(Specializer &s) { return testCollection(s, getValue(), {Kind::Dict}); }

// ---- Attributes of class patterns ------------------------------------------------------------------------------------

namespace {

/// `case int(x)`: the value itself.
std::optional<Specialization> matchItself(Specializer &s, MatchAttributesOp op) {
  auto types = op->getAttrOfType<mlir::ArrayAttr>(kTestedTypesAttr);
  auto symbol = types && types.size() == 1 ? mlir::dyn_cast<mlir::StringAttr>(types[0]) : mlir::StringAttr();
  if (!symbol || op.getPositional() != 1 || !op.getNames().empty())
    return std::nullopt;
  requireSymbol(s, op.getCls(), symbol.getValue());
  Kinds kinds = s.kindsOf(op.getValue());
  s.setCondition(0, makeTruth(s, true));
  if (kinds.is(Kind::Int)) {
    s.setResult(1, Kind::Int, s.integer(op.getValue()));
  } else if (kinds.is(Kind::Float)) {
    s.setResult(1, Kind::Float, s.floating(op.getValue()));
  } else if (kinds.is(Kind::Bool)) {
    s.setResult(1, Kind::Bool, s.boolean(op.getValue()));
  } else {
    Value word = s.word(op.getValue());
    s.setWord(1, kinds, RetainOp::create(s.builder(), s.location(), word.getType(), word).getOwned());
  }
  return Specialization::done();
}

} // namespace

Specialization MatchAttributesOp::specialize(Specializer &s) {
  if (auto answer = matchItself(s, *this))
    return *answer;
  auto known = (*this)->getAttrOfType<ClassAttr>("receiver");
  auto fields = (*this)->getAttrOfType<mlir::DenseI32ArrayAttr>("fields");
  if (!known || !fields)
    return Specialization::general().because("not all attributes of the pattern are fields of a known class");
  if (auto answer = needInstance(s, getValue(), known))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  Value isIt = IsKnownClassOp::create(b, getLoc(), b.getI1Type(), s.word(getCls()), known);
  fallBackUnless(s, isIt, "is that class", getCls());
  requireIntactClasses(s);
  Value object = s.word(getValue());
  bool isHeld = s.isHeld(getValue());
  llvm::SmallVector<Value, 4> words;
  for (auto [slot, attribute] : llvm::zip(fields.asArrayRef(), getFound())) {
    Value word = LoadFieldOp::create(b, getLoc(), object.getType(), object, slot, /*owned=*/false,
                                     (*this)->hasAttr("declared"), (*this)->hasAttr("exception"));
    Kinds likely = likelyKinds(attribute);
    if (likely.isNumber())
      fallBackUnless(s, makeTest(b, getLoc(), word, likely.one()), "the field is of the kind that it mostly is");
    else
      s.fallBackIf(IsNullOp::create(b, getLoc(), b.getI1Type(), word), "the field is bound");
    words.push_back(word);
  }
  s.explain("fields of its class");
  s.setCondition(0, makeTruth(s, true));
  for (auto [index, word] : llvm::enumerate(words)) {
    Kinds likely = likelyKinds(getFound()[index]);
    if (likely.isNumber())
      s.setResult(index + 1, likely.one(), makeUnboxed(b, getLoc(), word, likely.one()));
    else if (isHeld)
      s.setBorrowed(index + 1, Kinds::any(), word);
    else
      s.setWord(index + 1, Kinds::any(), RetainOp::create(b, getLoc(), word.getType(), word).getOwned());
  }
  return Specialization::done();
}

} // namespace molt::py
