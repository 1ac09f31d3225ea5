// The special forms of loops over ranges, lists and tuples, without iterator objects.
//
// Of `for ... in range(...)` start, stop and step are numbers.
// py.call makes such a range where its callee is a global of that name which turns out to hold the builtin, all arguments
// are ints of 64 bits, the step is a literal, and the range is only iterated over, once.
//
// The iterator of a list or tuple that only a loop uses is the sequence and an index. A list's length is read in each
// round, as CPython does, since it may change.
#include "compiler/ir/specialize_sequences.h"

#include "compiler/ir/py_ops.h"

#include <mlir/Dialect/Arith/IR/Arith.h>

#include <optional>

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

bool isIterator(Value iterator) {
  return llvm::all_of(iterator.getUsers(), [](mlir::Operation *user) {
    return mlir::isa<IteratorNextOp, ReleaseOp>(user);
  });
}

// Whether the one thing that happens to `iterable` is that its items are taken.
bool isOnlyIterated(Value iterable) {
  if (!iterable.hasOneUse())
    return false;
  auto made = mlir::dyn_cast<GetIteratorOp>(*iterable.getUsers().begin());
  return made && isIterator(made.getIterator());
}

std::optional<int64_t> literalStep(CallOp call) {
  if (call.getArguments().size() < 3)
    return 1;
  auto constant = call.getArguments()[2].getDefiningOp<ConstantOp>();
  auto step = constant ? mlir::dyn_cast<mlir::IntegerAttr>(constant.getValue()) : mlir::IntegerAttr();
  if (!step || mlir::isa<mlir::BoolAttr>(step) || !step.getValue().isSignedIntN(32) || step.getValue().isZero())
    return std::nullopt;
  return step.getValue().getSExtValue();
}

Specialization callRange(Specializer &s, CallOp call) {
  unsigned count = call.getArguments().size();
  std::optional<int64_t> step = count ? literalStep(call) : std::nullopt;
  if (!step || count > 3 || !isOnlyIterated(call.getResult()))
    return Specialization::general();
  for (Value argument : call.getArguments()) {
    Kinds kinds = s.kindsOf(argument);
    if (!kinds.has(Kind::Int))
      return Specialization::general();
    if (!kinds.is(Kind::Int))
      return Specialization::test(argument, Kind::Int, /*isLikely=*/true);
  }
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  auto constant = [&](int64_t value) -> Value { return arith::ConstantIntOp::create(b, location, value, 64); };
  Value isBuiltin = IsSymbolOp::create(b, location, b.getI1Type(), s.word(call.getCallee()), "type_range");
  s.fallBackIf(arith::XOrIOp::create(b, location, isBuiltin, arith::ConstantIntOp::create(b, location, 1, 1)));
  Value start = count > 1 ? s.integer(call.getArguments()[0]) : constant(0);
  Value stop = s.integer(call.getArguments()[count > 1 ? 1 : 0]);
  if (*step != 1 && *step != -1) // the item behind the last one is a number of 64 bits
    s.fallBackIf(AddOverflowOp::create(b, location, stop, constant(*step)).getOverflow());
  s.setResult(0, *step > 0 ? Kind::RangeUp : Kind::RangeDown, {start, stop, constant(*step)});
  return Specialization::done();
}

// What a loop goes on with: its last item lies before the stop, or the length.
Value addExactly(mlir::OpBuilder &b, mlir::Location location, Value left, Value right) {
  return arith::AddIOp::create(b, location, left, right, arith::IntegerOverflowFlags::nsw);
}

bool isRange(Kinds kinds) { return kinds.is(Kind::RangeUp) || kinds.is(Kind::RangeDown); }
bool isSequenceIterator(Kinds kinds) { return kinds.is(Kind::ListIterator) || kinds.is(Kind::TupleIterator); }

Specialization iterateSequence(Specializer &s, GetIteratorOp op) {
  Value iterable = op.getIterable();
  Kinds kinds = s.kindsOf(iterable), likely = likelyKinds(iterable);
  if (!isIterator(op.getIterator()))
    return Specialization::general();
  if (!kinds.is(Kind::List) && !kinds.is(Kind::Tuple)) {
    for (Kind kind : {Kind::List, Kind::Tuple})
      if (kinds.has(kind) && likely.is(kind))
        return Specialization::test(iterable, kind, /*isLikely=*/true);
    return Specialization::general();
  }
  Value word = s.word(iterable);
  Value sequence = RetainOp::create(s.builder(), s.location(), word.getType(), word).getOwned();
  s.setResult(0, kinds.is(Kind::List) ? Kind::ListIterator : Kind::TupleIterator,
              {sequence, arith::ConstantIntOp::create(s.builder(), s.location(), 0, 64)});
  return Specialization::done();
}

Specialization nextOfSequence(Specializer &s, IteratorNextOp op) {
  bool isList = s.kindsOf(op.getIterator()).is(Kind::ListIterator);
  llvm::SmallVector<Value, 3> parts(s.parts(op.getIterator()));
  mlir::OpBuilder &b = s.builder();
  Value sequence = parts[0], index = parts[1];
  Value length = LengthOp::create(b, op.getLoc(), sequence);
  Value isAtEnd = arith::CmpIOp::create(b, op.getLoc(), arith::CmpIPredicate::uge, index, length);
  s.divertIf(isAtEnd, /*isRare=*/false, [&](Specializer &end) {
    end.setResult(0, Kind::Exhausted, Value(ExhaustedOp::create(end.builder(), op.getLoc())));
  });
  Value one = arith::ConstantIntOp::create(b, op.getLoc(), 1, 64);
  s.setParts(op.getIterator(), {sequence, addExactly(b, op.getLoc(), index, one)});
  setItem(s, isList ? Kind::List : Kind::Tuple, sequence, index, likelyKinds(op.getItem()), /*isHeld=*/false);
  return Specialization::done();
}

} // namespace

Specialization CallOp::specialize(Specializer &s) {
  auto global = getCallee().getDefiningOp<LoadGlobalOp>();
  if (global && global.getName() == "range")
    return callRange(s, *this);
  return Specialization::general();
}

Specialization GetIteratorOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getIterable());
  if (!isRange(kinds))
    return iterateSequence(s, *this);
  llvm::SmallVector<Value, 3> parts(s.parts(getIterable()));
  s.setResult(0, kinds.is(Kind::RangeUp) ? Kind::RangeUp : Kind::RangeDown, parts);
  return Specialization::done();
}

// A range's item is a number whether there is one or not; py.is_exhausted, which comes next, tells.
Specialization IteratorNextOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getIterator());
  if (isSequenceIterator(kinds))
    return nextOfSequence(s, *this);
  if (!isRange(kinds))
    return Specialization::general();
  llvm::SmallVector<Value, 3> parts(s.parts(getIterator()));
  s.setResult(0, Kind::Int, parts[0]);
  return Specialization::done();
}

Specialization IsExhaustedOp::specialize(Specializer &s) {
  auto next = getItem().getDefiningOp<IteratorNextOp>();
  if (!next)
    return Specialization::general();
  Kinds kinds = s.kindsOf(next.getIterator());
  mlir::OpBuilder &b = s.builder();
  if (isSequenceIterator(kinds)) {
    bool isEnd = s.kindsOf(getItem()).is(Kind::Exhausted);
    s.setCondition(0, arith::ConstantIntOp::create(b, getLoc(), isEnd, 1));
    return Specialization::done();
  }
  if (!isRange(kinds))
    return Specialization::general();
  llvm::SmallVector<Value, 3> parts(s.parts(next.getIterator()));
  auto predicate = kinds.is(Kind::RangeUp) ? arith::CmpIPredicate::sge : arith::CmpIPredicate::sle;
  s.setCondition(0, arith::CmpIOp::create(b, getLoc(), predicate, parts[0], parts[1]));
  s.setParts(next.getIterator(), {addExactly(b, getLoc(), parts[0], parts[2]), parts[1], parts[2]});
  return Specialization::done();
}

// A number has no count; the iterator of a sequence has that of the sequence.
Specialization ReleaseOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getValue());
  if (isSequenceIterator(kinds)) {
    s.settle();
    ReleaseOp::create(s.builder(), getLoc(), s.parts(getValue())[0]);
    return Specialization::done();
  }
  bool isUnboxed = isRange(kinds) || kinds.is(Kind::Int) || kinds.is(Kind::Float) || kinds.is(Kind::Bool);
  return isUnboxed ? Specialization::done() : Specialization::general();
}

} // namespace molt::py
