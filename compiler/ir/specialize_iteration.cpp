// The special form of `for ... in range(...)`: start, stop and step are numbers, and no object is made.
//
// py.call makes such a range where its callee is a global of that name which turns out to hold the builtin, all arguments
// are ints of 64 bits, the step is a literal, and the range is only iterated over, once.
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

bool isRange(Kinds kinds) { return kinds.is(Kind::RangeUp) || kinds.is(Kind::RangeDown); }

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
    return Specialization::general();
  llvm::SmallVector<Value, 3> parts(s.range(getIterable()));
  s.setResult(0, kinds.is(Kind::RangeUp) ? Kind::RangeUp : Kind::RangeDown, parts);
  return Specialization::done();
}

// The item is a number whether there is one or not; py.is_exhausted, which comes next, tells.
Specialization IteratorNextOp::specialize(Specializer &s) {
  if (!isRange(s.kindsOf(getIterator())))
    return Specialization::general();
  llvm::SmallVector<Value, 3> parts(s.range(getIterator()));
  s.setResult(0, Kind::Int, parts[0]);
  return Specialization::done();
}

Specialization IsExhaustedOp::specialize(Specializer &s) {
  auto next = getItem().getDefiningOp<IteratorNextOp>();
  if (!next || !s.kindsOf(getItem()).is(Kind::Int)) // only a range's item is a number before it is tested
    return Specialization::general();
  Kinds kinds = s.kindsOf(next.getIterator());
  mlir::OpBuilder &b = s.builder();
  llvm::SmallVector<Value, 3> parts(s.range(next.getIterator()));
  auto predicate = kinds.is(Kind::RangeUp) ? arith::CmpIPredicate::sge : arith::CmpIPredicate::sle;
  s.setCondition(0, arith::CmpIOp::create(b, getLoc(), predicate, parts[0], parts[1]));
  s.setRange(next.getIterator(), {arith::AddIOp::create(b, getLoc(), parts[0], parts[2]), parts[1], parts[2]});
  return Specialization::done();
}

// What has no object has no count.
Specialization ReleaseOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getValue());
  bool isUnboxed = isRange(kinds) || kinds.is(Kind::Int) || kinds.is(Kind::Float) || kinds.is(Kind::Bool);
  return isUnboxed ? Specialization::done() : Specialization::general();
}

} // namespace molt::py
