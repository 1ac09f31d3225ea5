#include "runtime/types/slice.h"

#include "runtime/core/call.h"
#include "runtime/core/operators.h"
#include "runtime/types/sequence.h"
#include "runtime/types/slice.gen.h"
#include "runtime/types/tuple.h"

#include <algorithm>

namespace molt {

namespace {

Slice *asSlice(Borrowed<> value) { return value.as<Slice>().get(); }

void destroySlice(Object *object) {
  Slice *self = static_cast<Slice *>(object);
  for (Value *field : {&self->start, &self->stop, &self->step})
    if (!field->isNull())
      release(std::exchange(*field, Value()));
}

void traverseSlice(Object *object, Visitor &visitor) {
  Slice *self = static_cast<Slice *>(object);
  visitor.visit(&self->start, 3);
}

Result<Owned<Str>> reprSlice(Borrowed<> self) {
  return formatStr("slice(%R, %R, %R)", asSlice(self)->start, asSlice(self)->stop,
                   asSlice(self)->step);
}

Owned<Tuple> tupleOf(Borrowed<> self) { return makeTuple(&asSlice(self)->start, 3); }

Result<Owned<>> compareSlice(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isSlice(left) || !isSlice(right))
    return ownedNotImplemented();
  if (left.value() == right.value()) {
    bool equal = operation == Comparison::kEqual || operation == Comparison::kLessEqual ||
                 operation == Comparison::kGreaterEqual;
    return ownedBool(equal);
  }
  return compare_py(tupleOf(left), tupleOf(right), operation);
}

// As the hash of a tuple of the three, without its last step.
Result<int64_t> hashSlice(Borrowed<> self) {
  if (runtime().pythonMinor < 12)
    return unhashable(self);
  constexpr uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                     prime5 = 2870177450012600261u;
  uint64_t sum = prime5;
  for (const Value *field = &asSlice(self)->start; field <= &asSlice(self)->step; ++field) {
    int64_t lane = TRY(hash_py(Borrowed<>(*field)));
    sum += static_cast<uint64_t>(lane) * prime2;
    sum = std::rotl(sum, 31);
    sum *= prime1;
  }
  return sum == ~uint64_t{0} ? int64_t{1546275796} : static_cast<int64_t>(sum);
}

Result<int64_t> evaluateOther_py(Value value) {
  const NumberSlots *number = typeOf(value)->number;
  if (!number || !number->index)
    return raise(TypeError, "slice indices must be integers or None or have an __index__ method");
  return indexClamped_py(Borrowed<>(value));
}

inline Result<int64_t> evaluate_py(Value value) {
  return value.isInlineInt() ? Result<int64_t>(value.asInlineInt()) : evaluateOther_py(value);
}

} // namespace

Owned<Slice> makeSlice(Borrowed<> start, Borrowed<> stop, Borrowed<> step) {
  Owned<Slice> slice = allocate<Slice>(molt_type_slice);
  slice->start = Owned<>::retain(start).intoValue();
  slice->stop = Owned<>::retain(stop).intoValue();
  slice->step = Owned<>::retain(step).intoValue();
  return slice;
}

Result<SliceIndices> sliceUnpack_py(const Value *bounds) {
  SliceIndices result{0, 0, 1, 0};
  if (!isNone(Borrowed<>(bounds[2]))) {
    result.step = TRY(evaluate_py(bounds[2]));
    if (result.step == 0)
      return raise(ValueError, "slice step cannot be zero");
    if (result.step < -INT64_MAX) // so that -step is a number too
      result.step = -INT64_MAX;
  }
  result.start = result.step < 0 ? INT64_MAX : 0;
  if (!isNone(Borrowed<>(bounds[0])))
    result.start = TRY(evaluate_py(bounds[0]));
  result.stop = result.step < 0 ? INT64_MIN : INT64_MAX;
  if (!isNone(Borrowed<>(bounds[1])))
    result.stop = TRY(evaluate_py(bounds[1]));
  return result;
}

namespace {

// A bound in a sequence of `size` items, or just outside: from `least` to `most`.
int64_t fitBound(int64_t bound, int64_t size, int64_t least, int64_t most) {
  bound += bound < 0 ? size : 0;
  return std::clamp(bound, least, most);
}

// Steps of that size, positive, that start less than `distance` from the first.
uint64_t countSteps(int64_t distance, int64_t step) {
  if (distance <= 0)
    return 0;
  return static_cast<uint64_t>(step == 1 ? distance : (distance - 1) / step + 1); // divisions are slow
}

} // namespace

SliceIndices sliceAdjust(SliceIndices slice, uint64_t length) {
  int64_t size = static_cast<int64_t>(length);
  bool isDown = slice.step < 0;
  int64_t least = isDown ? -1 : 0, most = isDown ? size - 1 : size;
  slice.start = fitBound(slice.start, size, least, most);
  slice.stop = fitBound(slice.stop, size, least, most);
  slice.count = isDown ? countSteps(slice.start - slice.stop, -slice.step) : countSteps(slice.stop - slice.start, slice.step);
  if (slice.step == 1 && slice.stop < slice.start)
    slice.stop = slice.start;
  return slice;
}

// ---- Methods -----------------------------------------------------------------------------------------

Result<Owned<>> slice_new(Borrowed<Type> cls, Borrowed<Tuple> args) {
  return slice_new_fast(cls, args->items(), args->length);
}

Result<Owned<>> slice_new_fast(Borrowed<Type>, const Value *arguments, uint64_t count) {
  TRY(checkPositionalCount("slice", count, 1, 3));
  if (count == 1)
    return makeSlice(none(), Borrowed<>(arguments[0]), none());
  return makeSlice(Borrowed<>(arguments[0]), Borrowed<>(arguments[1]),
                   count == 3 ? Borrowed<>(arguments[2]) : none());
}


Result<Owned<>> slice_reduce(Borrowed<Slice> self) {
  Owned<Tuple> fields = tupleOf(self);
  return makePair(Borrowed<>(Value::fromObject(&molt_type_slice)), fields);
}

namespace {

Result<bool> isNegative_py(Borrowed<> number) {
  if (number.value().isInlineInt())
    return number.value().asInlineInt() < 0;
  return less_py(number, Borrowed<>(Value::fromInt(0)));
}

Result<Owned<>> indexOfBound_py(Value bound) {
  const NumberSlots *number = typeOf(bound)->number;
  if (!number || !number->index)
    return raise(TypeError, "slice indices must be integers or None or have an __index__ method");
  return index_py(Borrowed<>(bound));
}

// One bound of a slice of any size, fitted to [low, high].
Result<Owned<>> fitBound_py(Value bound, Borrowed<> fallback, Borrowed<> length, Borrowed<> low,
                            Borrowed<> high) {
  if (isNone(Borrowed<>(bound)))
    return Owned<>::retain(fallback);
  Owned<> index = TRY(indexOfBound_py(bound));
  bool negative = TRY(isNegative_py(index));
  if (negative) {
    index = TRY(binary_py(BinaryOperator::kAdd, index, length));
    bool below = TRY(less_py(index, low));
    return below ? Owned<>::retain(low) : std::move(index);
  }
  bool above = TRY(less_py(high, index));
  return above ? Owned<>::retain(high) : std::move(index);
}

} // namespace

Result<Owned<Tuple>> sliceIndicesAny_py(Borrowed<Slice> self, Borrowed<> length) {
  Owned<> step = Owned<>::steal(Value::fromInt(1));
  if (!isNone(Borrowed<>(self->step)))
    step = TRY(indexOfBound_py(self->step));
  if (step.value() == Value::fromInt(0))
    return raise(ValueError, "slice step cannot be zero");
  bool down = TRY(isNegative_py(step));
  Owned<> zero = Owned<>::steal(Value::fromInt(0)), minusOne = Owned<>::steal(Value::fromInt(-1));
  Owned<> last = TRY(binary_py(BinaryOperator::kAdd, length, minusOne));
  Borrowed<> low = down ? minusOne : zero, high = down ? last.borrow() : length;
  Owned<> start = TRY(fitBound_py(self->start, down ? high : low, length, low, high));
  Owned<> stop = TRY(fitBound_py(self->stop, down ? low : high, length, low, high));
  const Value items[] = {start.value(), stop.value(), step.value()};
  return makeTuple(items, 3);
}

Result<Owned<>> slice_indices(Borrowed<Slice> self, Borrowed<> length) {
  Owned<> count = TRY(index_py(length));
  bool negative = TRY(isNegative_py(count));
  if (negative)
    return raise(ValueError, "length should not be negative");
  return sliceIndicesAny_py(self, count);
}

namespace {
constinit const MemberDef members[] = {
    {"start", offsetof(Slice, start), MemberKind::kObject},
    {"stop", offsetof(Slice, stop), MemberKind::kObject},
    {"step", offsetof(Slice, step), MemberKind::kObject},
    {}};
} // namespace

extern "C" constinit Type molt_type_slice{TypeSpec{
    .name = "slice",
    .doc = slice_doc,
    .size = sizeof(Slice),
    .flags = kTypeGC,
    .methods = slice_methods,
    .members = members,
    .destroy = destroySlice,
    .traverse = traverseSlice,
    .clear = destroySlice,
    .repr = reprSlice,
    .hash = hashSlice,
    .compare = compareSlice,
    .newInstance = slice_new_slot,
}};

extern "C" Owned<> molt_make_slice(Borrowed<> start, Borrowed<> stop, Borrowed<> step) {
  return makeSlice(start, stop, step);
}

} // namespace molt
