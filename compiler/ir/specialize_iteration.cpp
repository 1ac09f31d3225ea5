// The special forms of loops over ranges, lists and tuples, without iterator objects.
//
// Of `for ... in range(...)` start, stop and step are numbers.
// py.call makes such a range where its callee is a global of that name which turns out to hold the builtin, all
// arguments are ints of 64 bits, the step is a literal or above zero, and the range is only iterated over, once.
//
// An iterator of a list or tuple that only a loop uses is the sequence and an index. A list's length is read in each
// round, as CPython does, since it may change. Likewise enumerate(list), reversed(list) and zip(list, list) behind
// guards that the names hold the builtins; the pairs that the first and the last one give must be unpacked at once.
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_sequences.h"

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

bool isIterator(Value iterator) {
  return llvm::all_of(iterator.getUsers(),
                      [](mlir::Operation *user) { return mlir::isa<IteratorNextOp, ReleaseOp>(user); });
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
  bool isVariable = count == 3 && !call.getArguments()[2].getDefiningOp<ConstantOp>();
  if ((!step && !isVariable) || count > 3 || !isOnlyIterated(call.getResult()))
    return Specialization::general().because("the range is not just looped over, or its step is no int other than 0");
  for (Value argument : call.getArguments()) {
    Kinds kinds = s.kindsOf(argument);
    if (!kinds.has(Kind::Int))
      return Specialization::general();
    if (!kinds.is(Kind::Int))
      return Specialization::test(argument, Kind::Int, /*isLikely=*/true);
  }
  requireSymbol(s, call.getCallee(), "type_range");
  Value start = count > 1 ? s.integer(call.getArguments()[0]) : makeInteger(s, 0);
  Value stop = s.integer(call.getArguments()[count > 1 ? 1 : 0]);
  Value stepNumber = step ? makeInteger(s, *step) : s.integer(call.getArguments()[2]);
  if (isVariable)
    s.fallBackIf(makeComparison(s, arith::CmpIPredicate::sle, stepNumber, makeInteger(s, 0)), "is positive",
                 call.getArguments()[2]);
  if (step != 1 && step != -1) // the item behind the last one is a number of 64 bits
    s.fallBackIf(AddOverflowOp::create(s.builder(), s.location(), stop, stepNumber).getOverflow(), /*guard=*/"");
  s.setResult(0, !step || *step > 0 ? Kind::RangeUp : Kind::RangeDown, {start, stop, stepNumber});
  return Specialization::done();
}

// What a loop goes on with: its last item lies before the stop, or the length.
Value addExactly(Specializer &s, Value left, Value right) {
  return arith::AddIOp::create(s.builder(), s.location(), left, right, arith::IntegerOverflowFlags::nsw);
}

bool isRange(Kinds kinds) { return kinds.is(Kind::RangeUp) || kinds.is(Kind::RangeDown); }
/// Of one sequence or two, which are its first parts.
bool isSequenceIterator(Kinds kinds) {
  return kinds.is(Kind::ListIterator) || kinds.is(Kind::TupleIterator) || kinds.is(Kind::ReverseIterator) ||
         kinds.is(Kind::EnumerateIterator) || kinds.is(Kind::ZipIterator);
}

/// A sequence that a loop holds; a list that is not likely to be compact is made ordinary, and stays so.
Value keep(Specializer &s, Value list, bool isLikelyCompact = false) {
  Value word = s.word(list);
  if (s.kindsOf(list).is(Kind::List) && !isLikelyCompact)
    MakeOrdinaryOp::create(s.builder(), s.location(), word);
  return RetainOp::create(s.builder(), s.location(), word.getType(), word).getOwned();
}

Specialization iterateSequence(Specializer &s, GetIteratorOp op) {
  Value iterable = op.getIterable();
  if (!isIterator(op.getIterator()))
    return Specialization::general();
  if (auto answer = needKind(s, iterable, {Kind::List, Kind::Tuple}))
    return *answer;
  bool isList = s.kindsOf(iterable).is(Kind::List);
  s.setResult(0, isList ? Kind::ListIterator : Kind::TupleIterator, {keep(s, iterable, op->hasAttr(kCompactAttr)), makeInteger(s, 0)});
  return Specialization::done();
}

// ---- enumerate(), reversed(), zip() ---------------------------------------------------------------------------------

/// Whether all that is done with the pairs of a loop over `iterable` is to unpack them.
bool givesUnpackedPairs(Value iterable) {
  auto iterator = mlir::cast<GetIteratorOp>(*iterable.getUsers().begin()).getIterator();
  return llvm::all_of(iterator.getUsers(), [](mlir::Operation *user) {
    auto next = mlir::dyn_cast<IteratorNextOp>(user);
    return !next || llvm::all_of(next.getItem().getUsers(), [](mlir::Operation *item) {
      auto unpack = mlir::dyn_cast<UnpackOp>(item);
      return mlir::isa<IsExhaustedOp>(item) || (unpack && unpack.getItems().size() == 2);
    });
  });
}

Specialization callEnumerate(Specializer &s, CallOp call) {
  if (call.getArguments().size() != 1 || !isOnlyIterated(call.getResult()) || !givesUnpackedPairs(call.getResult()))
    return Specialization::general();
  for (Value list : call.getArguments())
    if (auto answer = needKind(s, list, {Kind::List}))
      return *answer;
  requireSymbol(s, call.getCallee(), "type_enumerate");
  Value list = keep(s, call.getArguments()[0], call->hasAttr(kCompactAttr));
  s.setResult(0, Kind::EnumerateIterator, {list, makeInteger(s, 0), makeInteger(s, 0)});
  return Specialization::done();
}

Specialization callReversed(Specializer &s, CallOp call) {
  if (call.getArguments().size() != 1 || !isOnlyIterated(call.getResult()))
    return Specialization::general();
  for (Value list : call.getArguments())
    if (auto answer = needKind(s, list, {Kind::List}))
      return *answer;
  requireSymbol(s, call.getCallee(), "type_reversed");
  Value list = keep(s, call.getArguments()[0]);
  s.setResult(0, Kind::ReverseIterator, {list, Value(LengthOp::create(s.builder(), s.location(), list))});
  return Specialization::done();
}

Specialization callZip(Specializer &s, CallOp call) {
  if (call.getArguments().size() != 2 || !isOnlyIterated(call.getResult()) || !givesUnpackedPairs(call.getResult()))
    return Specialization::general();
  for (Value list : call.getArguments())
    if (auto answer = needKind(s, list, {Kind::List}))
      return *answer;
  requireSymbol(s, call.getCallee(), "type_zip");
  Value left = keep(s, call.getArguments()[0]), right = keep(s, call.getArguments()[1]);
  s.setResult(0, Kind::ZipIterator, {left, right, makeInteger(s, 0)});
  return Specialization::done();
}

// ---- Steps ----------------------------------------------------------------------------------------------------------

void divertAtEnd(Specializer &s, Value isAtEnd) {
  s.divertIf(isAtEnd, /*isRare=*/false, /*guard=*/"", [](Specializer &end) {
    end.setResult(0, Kind::Exhausted, Value(ExhaustedOp::create(end.builder(), end.location())));
  });
}

Value isBehind(Specializer &s, Value list, Value index) {
  Value length = LengthOp::create(s.builder(), s.location(), list);
  return makeComparison(s, arith::CmpIPredicate::uge, index, length);
}

/// Whether keep() left the list of a loop, or of one over enumerate(), as it was.
bool iteratesCompact(IteratorNextOp op) {
  auto made = op.getIterator().getDefiningOp<GetIteratorOp>();
  mlir::Operation *call = made ? made.getIterable().getDefiningOp<CallOp>() : nullptr;
  return made && (made->hasAttr(kCompactAttr) || (call && call->hasAttr(kCompactAttr)));
}

/// The end of such a list, and an item of one that is not compact after all, which `bind` takes; in a compact list, the item.
Value compactItem(Specializer &s, IteratorNextOp op, llvm::ArrayRef<Value> parts, llvm::ArrayRef<Value> nextParts,
                  llvm::function_ref<void(Specializer &, Value item)> bindOther) {
  mlir::OpBuilder &b = s.builder();
  Value list = parts[0], index = parts[1];
  Value length = AnyLengthOp::create(b, s.location(), list);
  divertAtEnd(s, makeComparison(s, arith::CmpIPredicate::uge, index, length));
  s.setParts(op.getIterator(), nextParts);
  length = CompactLengthOp::create(b, s.location(), list);
  Value isOrdinary = makeComparison(s, arith::CmpIPredicate::uge, index, length);
  s.divertIf(isOrdinary, /*isRare=*/true, "the list is compact", [&](Specializer &other) {
    bindOther(other, makeItem(other, Kind::List, list, index, /*isOwned=*/true));
  });
  return CompactItemOp::create(b, s.location(), list, index);
}

Value next(Specializer &s, Value index) { return addExactly(s, index, makeInteger(s, 1)); }

// A list of which so much has been removed that the index lies behind it ends the loop.
Specialization nextReversed(Specializer &s, IteratorNextOp op) {
  llvm::SmallVector<Value, 3> parts(s.parts(op.getIterator()));
  Value index = addExactly(s, parts[1], makeInteger(s, -1));
  divertAtEnd(s, isBehind(s, parts[0], index)); // -1 is behind all, too
  s.setParts(op.getIterator(), {parts[0], index});
  setItem(s, Kind::List, parts[0], index, likelyOf(op.getItem()), /*isHeld=*/false);
  return Specialization::done();
}

Specialization nextEnumerated(Specializer &s, IteratorNextOp op) {
  llvm::SmallVector<Value, 3> parts(s.parts(op.getIterator()));
  if (iteratesCompact(op)) {
    auto bind = [&](Specializer &path, Value item) { path.setResult(0, Kind::EnumerateItem, {parts[2], item}); };
    Value item = compactItem(s, op, parts, {parts[0], next(s, parts[1]), next(s, parts[2])}, bind);
    bind(s, BoxBoolOp::create(s.builder(), op.getLoc(), parts[0].getType(), item, /*negated=*/false));
    return Specialization::done();
  }
  divertAtEnd(s, isBehind(s, parts[0], parts[1]));
  s.setParts(op.getIterator(), {parts[0], next(s, parts[1]), next(s, parts[2])});
  s.setResult(0, Kind::EnumerateItem, {parts[2], makeItem(s, Kind::List, parts[0], parts[1], /*isOwned=*/true)});
  return Specialization::done();
}

Specialization nextZipped(Specializer &s, IteratorNextOp op) {
  llvm::SmallVector<Value, 3> parts(s.parts(op.getIterator()));
  divertAtEnd(s, isBehind(s, parts[0], parts[2]));
  divertAtEnd(s, isBehind(s, parts[1], parts[2]));
  s.setParts(op.getIterator(), {parts[0], parts[1], next(s, parts[2])});
  s.setResult(0, Kind::ZipItem,
              {makeItem(s, Kind::List, parts[0], parts[2], /*isOwned=*/true),
               makeItem(s, Kind::List, parts[1], parts[2], /*isOwned=*/true)});
  return Specialization::done();
}

Specialization nextOfSequence(Specializer &s, IteratorNextOp op) {
  Kinds kinds = s.kindsOf(op.getIterator());
  if (kinds.is(Kind::ReverseIterator))
    return nextReversed(s, op);
  if (kinds.is(Kind::EnumerateIterator))
    return nextEnumerated(s, op);
  if (kinds.is(Kind::ZipIterator))
    return nextZipped(s, op);
  llvm::SmallVector<Value, 3> parts(s.parts(op.getIterator()));
  if (kinds.is(Kind::ListIterator) && iteratesCompact(op)) {
    auto bind = [](Specializer &path, Value item) { path.setWord(0, Kinds::any(), item); };
    s.setResult(0, Kind::Bool, compactItem(s, op, parts, {parts[0], next(s, parts[1])}, bind));
    return Specialization::done();
  }
  divertAtEnd(s, isBehind(s, parts[0], parts[1]));
  s.setParts(op.getIterator(), {parts[0], next(s, parts[1])});
  Kind sequence = kinds.is(Kind::ListIterator) ? Kind::List : Kind::Tuple;
  setItem(s, sequence, parts[0], parts[1], likelyOf(op.getItem()), /*isHeld=*/false);
  return Specialization::done();
}

} // namespace

Specialization specializeIteratorCall(Specializer &s, CallOp call, llvm::StringRef name) {
  if (name == "range")
    return callRange(s, call);
  if (name == "enumerate")
    return callEnumerate(s, call);
  if (name == "reversed")
    return callReversed(s, call);
  if (name == "zip")
    return callZip(s, call);
  return Specialization::general().because("it is not one known function, nor a builtin that has a special form");
}

// What is virtual is its own iterator.
Specialization GetIteratorOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getIterable());
  if (!kinds.isVirtual())
    return iterateSequence(s, *this);
  llvm::SmallVector<Value, 3> parts(s.parts(getIterable()));
  s.setResult(0, kinds.one(), parts);
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
    s.setCondition(0, makeTruth(s, isEnd));
    return Specialization::done();
  }
  if (!isRange(kinds))
    return Specialization::general();
  llvm::SmallVector<Value, 3> parts(s.parts(next.getIterator()));
  auto predicate = kinds.is(Kind::RangeUp) ? arith::CmpIPredicate::sge : arith::CmpIPredicate::sle;
  s.setCondition(0, makeComparison(s, predicate, parts[0], parts[1]));
  s.setParts(next.getIterator(), {addExactly(s, parts[0], parts[2]), parts[1], parts[2]});
  return Specialization::done();
}

// A number has no count; the iterator of a sequence has that of the sequence.
Specialization ReleaseOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getValue());
  if (isSequenceIterator(kinds)) {
    s.settle();
    for (Value part : llvm::SmallVector<Value, 3>(s.parts(getValue())))
      if (mlir::isa<ValueType>(part.getType()))
        ReleaseOp::create(s.builder(), getLoc(), part);
    return Specialization::done();
  }
  bool isUnboxed = isRange(kinds) || kinds.isNumber() || kinds.is(Kind::Bool);
  return isUnboxed ? Specialization::done() : Specialization::general();
}

} // namespace molt::py
