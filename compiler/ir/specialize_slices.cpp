// The special forms of slices of lists by ints and literals: no bounds as objects, and no list in between where one slice
// is assigned to another, `a[:k] = b[k::-1]`.
//
// There the part of the right side is a virtual value until it is stored. It is taken out only then, so nothing may
// change the list in between: on the way stand only reads of variables, and arithmetic on ints.
#include "compiler/ir/ahead.h"
#include "compiler/ir/special_forms.h"

#include <array>

namespace molt::py {
namespace {

using mlir::Operation;
using mlir::Value;

constexpr int64_t kFirst = std::numeric_limits<int64_t>::min(), kLast = std::numeric_limits<int64_t>::max();

bool isNone(Value bound) {
  auto constant = bound.getDefiningOp<ConstantOp>();
  return constant && mlir::isa<NoneAttr>(constant.getValue());
}

/// The step, where it is a literal other than 0.
std::optional<int64_t> stepOf(mlir::OperandRange bounds) {
  if (isNone(bounds[2]))
    return 1;
  std::optional<int64_t> step = literalInt(bounds[2]);
  return step && *step && std::abs(*step) <= INT32_MAX ? step : std::nullopt;
}

bool areInts(mlir::OperandRange bounds, llvm::function_ref<bool(Value)> isInt) {
  return stepOf(bounds) &&
         llvm::all_of(bounds.take_front(2), [&](Value bound) { return isNone(bound) || isInt(bound); });
}
bool areInts(Specializer &s, mlir::OperandRange bounds) {
  return areInts(bounds, [&](Value bound) { return s.kindsOf(bound).is(Kind::Int); });
}

/// Start, stop and step; what is left out lies beyond all places.
std::array<Value, 3> boundsOf(Specializer &s, mlir::OperandRange bounds) {
  int64_t step = *stepOf(bounds);
  auto take = [&](Value bound, int64_t absent) { return isNone(bound) ? makeInteger(s, absent) : s.integer(bound); };
  Value start = take(bounds[0], step > 0 ? kFirst : kLast), stop = take(bounds[1], step > 0 ? kLast : kFirst);
  return {start, stop, makeInteger(s, step)};
}

// What the ops between may be: none of them runs code of the program, in no form.
bool isArithmetic(Operation *op) {
  return mlir::isa<AddOp, SubtractOp, MultiplyOp, FloorDivideOp, ModuloOp, ShiftLeftOp, ShiftRightOp, BitAndOp, BitOrOp,
                   BitXorOp, NegativeOp>(op);
}

/// Whether the slice is stored into a slice of another list, or of the same, before anything can change the list.
bool isStoredAtOnce(Specializer &s, GetSliceOp op) {
  Value value = op.getValue();
  auto store = value.hasOneUse() ? mlir::dyn_cast<SetSliceOp>(*value.getUsers().begin()) : SetSliceOp();
  if (!s.isLeft() || !store || store.getValue() != value || stepOf(store.getBounds()) != 1 ||
      !likelyKinds(store.getObject()).is(Kind::List))
    return false;
  Ahead ahead(s, op);
  auto isInt = [&](Value operand) { return ahead.isInt(operand); };
  while (Operation *next = ahead.next()) {
    if (next == store)
      return areInts(store.getBounds(), isInt);
    if (ahead.readsVariable(next))
      continue;
    if (!isArithmetic(next) || !llvm::all_of(next->getOperands(), isInt))
      return false;
    ahead.noteInt(next->getResult(0));
  }
  return false;
}

Value makePart(Specializer &s, llvm::ArrayRef<Value> parts) {
  return ListSliceOp::create(s.builder(), s.location(), parts[0].getType(), parts[0], parts[1], parts[2], parts[3]);
}

} // namespace

// A part of an exact sequence is one, too.
Specialization GetSliceOp::specialize(Specializer &s) {
  if (areInts(s, getBounds()))
    if (auto answer = needKind(s, getObject(), {Kind::List}); answer && answer->step() == Specialization::Test)
      return *answer;
  Kinds kinds = s.kindsOf(getObject());
  if (kinds.is(Kind::Str) && areInts(s, getBounds()) && stepOf(getBounds()) == 1) {
    auto [start, stop, step] = boundsOf(s, getBounds());
    Value text = s.word(getObject());
    s.setWord(0, Kind::Str, StrSliceOp::create(s.builder(), s.location(), text.getType(), text, start, stop));
    return Specialization::done();
  }
  for (Kind sequence : {Kind::Tuple, Kind::Str})
    if (kinds.is(sequence))
      return Specialization::general(sequence);
  if (!kinds.is(Kind::List))
    return Specialization::general();
  if (!areInts(s, getBounds()))
    return Specialization::general(Kind::List);
  auto [start, stop, step] = boundsOf(s, getBounds());
  Value list = s.word(getObject());
  if (isStoredAtOnce(s, *this)) {
    s.setResult(0, Kind::ListSlice, {list, start, stop, step});
  } else {
    s.settle();
    s.setWord(0, Kind::List, makePart(s, {list, start, stop, step}));
  }
  return Specialization::done();
}

Specialization SetSliceOp::specialize(Specializer &s) {
  if (!s.kindsOf(getValue()).is(Kind::ListSlice))
    return Specialization::general();
  if (s.isLeft() && areInts(s, getBounds()))
    if (auto answer = needKind(s, getObject(), {Kind::List}); answer && answer->step() == Specialization::Test)
      return *answer;
  llvm::SmallVector<Value, 4> parts(s.parts(getValue()));
  s.settle();
  if (s.kindsOf(getObject()).is(Kind::List) && areInts(s, getBounds())) {
    auto [start, stop, step] = boundsOf(s, getBounds());
    CopySliceOp::create(s.builder(), getLoc(), s.word(getObject()), start, stop, parts[0], parts[1], parts[2],
                        parts[3]);
    return Specialization::done();
  }
  llvm::SmallVector<Value, 3> bounds;
  for (Value bound : getBounds())
    bounds.push_back(s.word(bound));
  Value object = s.word(getObject()), part = makePart(s, parts);
  SetSliceOp::create(s.builder(), getLoc(), object, bounds, part);
  return Specialization::done();
}

} // namespace molt::py
