// The special forms of attributes of known classes: a test of the class, once on a path, and then a load or store at a
// place that is known. That nothing has changed the class meanwhile is one test of a word that the runtime keeps.
#include "compiler/ir/remark.h"
#include "compiler/ir/known_global.h"
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_calls.h"
#include "compiler/ir/specialize_math.h"

namespace molt::py {
namespace {

using mlir::Value;

/// What must be known of the object before its field can be used, or the answer to give.
std::optional<Specialization> needsTest(Specializer &s, mlir::Operation *op, Value object) {
  auto known = op->getAttrOfType<ClassAttr>("receiver");
  if (!known)
    return Specialization::general().because("it is not always an instance of one known class");
  if (!op->hasAttr("field"))
    return Specialization::general().because("the class has no field of that name");
  return needInstance(s, object, known);
}

mlir::IntegerAttr fieldOf(mlir::Operation *op) { return op->getAttrOfType<mlir::IntegerAttr>("field"); }

void explainField(Specializer &s, mlir::Operation *op) {
  auto known = op->getAttrOfType<ClassAttr>("receiver");
  s.explain("slot " + llvm::Twine(fieldOf(op).getInt()) + " of " + describe(Kinds::instance(known.getNumber()), known));
}

} // namespace

Specialization GetAttributeOp::specialize(Specializer &s) {
  if (auto answer = loadKnown(s, *this))
    return *answer;
  if (auto answer = callFast(s, *this))
    return *answer;
  if (auto answer = loadMath(s, *this))
    return *answer;
  if (auto answer = needsTest(s, *this, getObject()))
    return *answer;
  explainField(s, *this);
  mlir::OpBuilder &b = s.builder();
  Value object = s.word(getObject());
  requireIntactClasses(s);
  auto [likely, orNone] = likelyOf(getValue());
  bool isHeld = s.isHeld(getObject());
  Value word = LoadFieldOp::create(b, getLoc(), object.getType(), object, fieldOf(*this).getInt(),
                                   !likely.isNumber() && !isHeld, (*this)->hasAttr("declared"),
                                   (*this)->hasAttr("exception"));
  if (likely.isNumber()) {
    Value suits = makeTest(b, getLoc(), word, likely.one());
    llvm::StringRef guard = likely.is(Kind::Int) ? "the field holds an int" : "the field holds a float";
    if (orNone) {
      s.fallBackIf(IsNullOp::create(b, getLoc(), b.getI1Type(), word), "the field is bound");
      s.divertIf(makeNot(s, suits), /*isRare=*/false, guard, [&](Specializer &other) {
        other.setWord(0, Kinds::any(), RetainOp::create(other.builder(), getLoc(), word.getType(), word).getOwned());
      });
    } else {
      fallBackUnless(s, suits, guard);
    }
    s.setResult(0, likely.one(), makeUnboxed(b, getLoc(), word, likely.one()));
  } else {
    s.fallBackIf(IsNullOp::create(b, getLoc(), b.getI1Type(), word), "the field is bound");
    if (isHeld)
      s.setBorrowed(0, Kinds::any(), word);
    else
      s.setWord(0, Kinds::any(), word);
  }
  return Specialization::done();
}

Specialization SetAttributeOp::specialize(Specializer &s) {
  if (auto answer = needsTest(s, *this, getObject()))
    return *answer;
  explainField(s, *this);
  mlir::OpBuilder &b = s.builder();
  requireIntactClasses(s);
  Value object = s.word(getObject());
  bool isDeclared = (*this)->hasAttr("declared"), isException = (*this)->hasAttr("exception");
  int32_t slot = fieldOf(*this).getInt();
  bool isFilling = s.isLeft() && !isDeclared;
  if (isFilling)
    fallBackUnless(s, CanFillFieldOp::create(b, getLoc(), b.getI1Type(), object, slot, isException), /*guard=*/"");
  bool isQuiet = requireQuiet(s, getValue(), [&] {
    return LoadFieldOp::create(b, getLoc(), object.getType(), object, slot, /*owned=*/false, isDeclared, isException);
  });
  if (!isQuiet)
    s.settle(); // what the field held is released
  Kinds kinds = s.kindsOf(getValue());
  object = s.word(getObject());
  Value value = kinds.is(Kind::Int)     ? s.integer(getValue())
                : kinds.is(Kind::Float) ? s.floating(getValue())
                                        : s.word(getValue());
  StoreFieldOp::create(b, getLoc(), object, slot, value, isQuiet, isDeclared, isFilling, isException);
  return Specialization::done();
}

} // namespace molt::py
