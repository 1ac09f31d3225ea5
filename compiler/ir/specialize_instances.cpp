// The special forms of attributes of known classes: a test of the class, once on a path, and then a load or store at a
// place that is known. That nothing has changed the class meanwhile is one test of a word that the runtime keeps.
#include "compiler/ir/py_ops.h"
#include "compiler/ir/specialize_calls.h"
#include "compiler/ir/specialize_sequences.h"

#include <mlir/Dialect/Arith/IR/Arith.h>

#include <optional>

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

Value negated(Specializer &s, Value condition) {
  mlir::OpBuilder &b = s.builder();
  return arith::XOrIOp::create(b, s.location(), condition, arith::ConstantIntOp::create(b, s.location(), 1, 1));
}

/// What must be known of the object before its field can be used, or the answer to give.
std::optional<Specialization> needsTest(Specializer &s, mlir::Operation *op, Value object) {
  auto known = op->getAttrOfType<ClassAttr>("receiver");
  if (!known || !op->hasAttr("field"))
    return Specialization::general();
  Kinds kinds = s.kindsOf(object);
  if (kinds.isInstanceOf(known))
    return std::nullopt;
  // An instance of another class has been tested.
  if (!kinds.has(Kind::Instance) || kinds.isOne())
    return Specialization::general();
  return Specialization::testInstance(object, known);
}

mlir::IntegerAttr fieldOf(mlir::Operation *op) { return op->getAttrOfType<mlir::IntegerAttr>("field"); }

} // namespace

Specialization GetAttributeOp::specialize(Specializer &s) {
  if (auto answer = callFast(s, *this))
    return *answer;
  if (auto answer = needsTest(s, *this, getObject()))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  Value object = s.word(getObject());
  s.fallBackIf(negated(s, ClassesIntactOp::create(b, getLoc(), b.getI1Type())));
  Kinds likely = likelyKinds(getValue());
  bool isNumber = likely.is(Kind::Int) || likely.is(Kind::Float), isHeld = s.isHeld(getObject());
  Value word = LoadFieldOp::create(b, getLoc(), object.getType(), object, fieldOf(*this).getInt(), !isNumber && !isHeld);
  if (likely.is(Kind::Int)) {
    s.fallBackIf(negated(s, IsIntOp::create(b, getLoc(), b.getI1Type(), word)));
    s.setResult(0, Kind::Int, Value(UnboxIntOp::create(b, getLoc(), b.getI64Type(), word)));
  } else if (likely.is(Kind::Float)) {
    s.fallBackIf(negated(s, IsFloatOp::create(b, getLoc(), b.getI1Type(), word)));
    s.setResult(0, Kind::Float, Value(UnboxFloatOp::create(b, getLoc(), b.getF64Type(), word)));
  } else {
    s.fallBackIf(IsNullOp::create(b, getLoc(), b.getI1Type(), word));
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
  mlir::OpBuilder &b = s.builder();
  s.fallBackIf(negated(s, ClassesIntactOp::create(b, getLoc(), b.getI1Type())));
  s.settle(); // what the field held is released
  Kinds kinds = s.kindsOf(getValue());
  Value object = s.word(getObject());
  Value value = kinds.is(Kind::Int) ? s.integer(getValue()) : kinds.is(Kind::Float) ? s.floating(getValue()) : s.word(getValue());
  StoreFieldOp::create(b, getLoc(), object, fieldOf(*this), value);
  return Specialization::done();
}

} // namespace molt::py
