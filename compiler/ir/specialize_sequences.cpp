// The special forms of subscripts: items of exact lists and tuples by an int of 64 bits.
//
// The object's type is tested once on a path; after that a subscript is a comparison with the length and a load or store.
// What an item is likely of (likelyKinds), or what is known already, decides how it is taken: a number without a count,
// anything else borrowed where the object is held, so that it costs a count only where it is kept.
#include "compiler/ir/specialize_sequences.h"

#include "compiler/ir/py_ops.h"

#include <mlir/Dialect/Arith/IR/Arith.h>

#include <optional>

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

/// What must be known before an item can be taken, or the answer to give. `kinds`: types that have a form, the most
/// common one first.
std::optional<Specialization> needsTest(Specializer &s, Value object, Value key, llvm::ArrayRef<Kind> kinds) {
  Kinds known = s.kindsOf(object), index = s.kindsOf(key), likely = likelyKinds(object);
  bool isKnown = llvm::any_of(kinds, [&](Kind kind) { return known.is(kind); });
  if (!index.has(Kind::Int))
    return Specialization::common();
  if (!isKnown && !index.is(Kind::Int) && !llvm::any_of(kinds, [&](Kind kind) { return likely.is(kind); }))
    return Specialization::common(); // nothing is known of either
  if (!isKnown) {
    for (Kind kind : kinds)
      if (known.has(kind) && likely.is(kind))
        return Specialization::test(object, kind, /*isLikely=*/true);
    return Specialization::common();
  }
  if (!index.is(Kind::Int))
    return Specialization::test(key, Kind::Int, /*isLikely=*/true);
  return std::nullopt;
}

/// The place that `key` means in a sequence of `length`; elsewhere falls back.
Value placeOf(Specializer &s, Value key, Value length) {
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  Value index = s.integer(key);
  Value fromEnd = arith::AddIOp::create(b, location, index, length);
  Value zero = arith::ConstantIntOp::create(b, location, 0, 64);
  Value isNegative = arith::CmpIOp::create(b, location, arith::CmpIPredicate::slt, index, zero);
  Value place = arith::SelectOp::create(b, location, isNegative, fromEnd, index);
  s.fallBackIf(arith::CmpIOp::create(b, location, arith::CmpIPredicate::uge, place, length));
  return place;
}

} // namespace

Value makeItem(Specializer &s, Kind sequence, Value word, Value place, bool isOwned) {
  if (sequence == Kind::List)
    return ListItemOp::create(s.builder(), s.location(), word, place, isOwned);
  return TupleItemOp::create(s.builder(), s.location(), word, place, isOwned);
}

void setItem(Specializer &s, Kind sequence, Value word, Value place, Kinds likely, bool isHeld) {
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  if (likely.is(Kind::Int) || likely.is(Kind::Float)) {
    bool isInt = likely.is(Kind::Int);
    Value item = makeItem(s, sequence, word, place, /*isOwned=*/false);
    Value matches = isInt ? Value(IsIntOp::create(b, location, b.getI1Type(), item))
                          : Value(IsFloatOp::create(b, location, b.getI1Type(), item));
    Value differs = arith::XOrIOp::create(b, location, matches, arith::ConstantIntOp::create(b, location, 1, 1));
    s.divertIf(differs, /*isRare=*/true, [&](Specializer &other) {
      other.setWord(0, Kinds::any(), makeItem(other, sequence, word, place, /*isOwned=*/true));
    });
    if (isInt)
      s.setResult(0, Kind::Int, Value(UnboxIntOp::create(b, location, b.getI64Type(), item)));
    else
      s.setResult(0, Kind::Float, Value(UnboxFloatOp::create(b, location, b.getF64Type(), item)));
    return;
  }
  Value item = makeItem(s, sequence, word, place, /*isOwned=*/!isHeld);
  if (isHeld)
    s.setBorrowed(0, Kinds::any(), item);
  else
    s.setWord(0, Kinds::any(), item);
}

Specialization GetItemOp::specialize(Specializer &s) {
  if (auto answer = needsTest(s, getObject(), getKey(), {Kind::List, Kind::Tuple}))
    return *answer;
  Kind sequence = s.kindsOf(getObject()).is(Kind::List) ? Kind::List : Kind::Tuple;
  Value word = s.word(getObject());
  Value place = placeOf(s, getKey(), LengthOp::create(s.builder(), getLoc(), word));
  setItem(s, sequence, word, place, likelyKinds(getValue()), s.isHeld(getObject()));
  return Specialization::done();
}

Specialization SetItemOp::specialize(Specializer &s) {
  if (auto answer = needsTest(s, getObject(), getKey(), {Kind::List}))
    return *answer;
  Value list = s.word(getObject());
  Value place = placeOf(s, getKey(), LengthOp::create(s.builder(), getLoc(), list));
  s.settle();
  SetListItemOp::create(s.builder(), getLoc(), s.word(getObject()), place, s.word(getValue()));
  return Specialization::done();
}

} // namespace molt::py
