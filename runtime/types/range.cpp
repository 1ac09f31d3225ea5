#include "runtime/types/range.h"

#include "runtime/core/cells.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/types/dict.h"
#include "runtime/types/range.gen.h"
#include "runtime/types/sequence.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_range_iterator, molt_type_longrange_iterator;
}

namespace {

Range *asRange(Borrowed<> self) { return self.as<Range>().get(); }
Borrowed<> borrow(Value value) { return Borrowed<>(value); }
Value smallInt(int64_t number) { return Value::fromInt(number); }

bool allInline(Value a, Value b, Value c) {
  return a.isInlineInt() && b.isInlineInt() && c.isInlineInt();
}

Result<bool> isNegative_py(Value number) {
  if (number.isInlineInt())
    return number.asInlineInt() < 0;
  return less_py(borrow(number), borrow(smallInt(0)));
}

Result<Owned<>> plus(Value a, Value b) { return binary_py(BinaryOperator::kAdd, borrow(a), borrow(b)); }
Result<Owned<>> minus(Value a, Value b) {
  return binary_py(BinaryOperator::kSubtract, borrow(a), borrow(b));
}
Result<Owned<>> times(Value a, Value b) {
  return binary_py(BinaryOperator::kMultiply, borrow(a), borrow(b));
}
// start + index * step
Result<Owned<>> itemAt(Range *range, Value index) {
  if (allInline(range->start, range->step, index)) {
    int64_t offset, item;
    if (!__builtin_mul_overflow(range->step.asInlineInt(), index.asInlineInt(), &offset) &&
        !__builtin_add_overflow(range->start.asInlineInt(), offset, &item))
      return makeInt(item);
  }
  Owned<> offset = TRY(times(range->step, index));
  return plus(range->start, offset.value());
}

// How many items start, stop and step make.
Result<Owned<>> lengthFor(Value start, Value stop, Value step) {
  if (allInline(start, stop, step)) {
    int64_t low = start.asInlineInt(), high = stop.asInlineInt(), by = step.asInlineInt();
    if (by < 0) {
      std::swap(low, high);
      by = -by;
    }
    return makeInt(low < high ? (high - low - 1) / by + 1 : 0);
  }
  bool down = TRY(isNegative_py(step));
  Owned<> low = Owned<>::retain(borrow(down ? stop : start));
  Owned<> high = Owned<>::retain(borrow(down ? start : stop));
  Owned<> by = down ? TRY(minus(smallInt(0), step)) : Owned<>::retain(borrow(step));
  bool some = TRY(less_py(low, high));
  if (!some)
    return makeInt(0);
  Owned<> span = TRY(minus(high.value(), low.value()));
  span = TRY(minus(span.value(), smallInt(1)));
  span = TRY(binary_py(BinaryOperator::kFloorDivide, span, by));
  return plus(span.value(), smallInt(1));
}

Result<Owned<Range>> makeRange(Owned<> start, Owned<> stop, Owned<> step) {
  Owned<> length = TRY(lengthFor(start.value(), stop.value(), step.value()));
  Owned<Range> range = allocate<Range>(molt_type_range);
  range->start = start.intoValue();
  range->stop = stop.intoValue();
  range->step = step.intoValue();
  range->length = length.intoValue();
  return range;
}

void destroyRange(Object *object) {
  Range *self = static_cast<Range *>(object);
  for (Value *field : {&self->start, &self->stop, &self->step, &self->length})
    if (!field->isNull())
      release(std::exchange(*field, Value()));
}

// ---- Slots -----------------------------------------------------------------------------------------------

Result<Owned<Str>> reprRange(Borrowed<> self) {
  Range *range = asRange(self);
  if (range->step == smallInt(1))
    return formatStr("range(%R, %R)", range->start, range->stop);
  return formatStr("range(%R, %R, %R)", range->start, range->stop, range->step);
}

Result<int64_t> lengthOfRange(Borrowed<> self) {
  int64_t length;
  if (!intToInt64(borrow(asRange(self)->length), &length))
    return raise(OverflowError, "Python int too large to convert to C ssize_t");
  return length;
}

Result<bool> truthOfRange(Borrowed<> self) { return asRange(self)->length != smallInt(0); }

Result<Owned<>> subRange_py(Borrowed<> self, Borrowed<Slice> key) {
  Range *range = asRange(self);
  Owned<Tuple> indices = TRY(sliceIndicesAny_py(key, borrow(range->length)));
  Owned<> step = TRY(times(indices->items()[2], range->step));
  Owned<> start = TRY(itemAt(range, indices->items()[0]));
  Owned<> stop = TRY(itemAt(range, indices->items()[1]));
  return makeRange(std::move(start), std::move(stop), std::move(step));
}

Result<Owned<>> getItemOfRange(Borrowed<> self, Borrowed<> key) {
  if (isSlice(key))
    return subRange_py(self, key.as<Slice>());
  const NumberSlots *number = typeOf(key)->number;
  if (!key.value().isInlineInt() && (!number || !number->index))
    return raise(TypeError, "range indices must be integers or slices, not %T", key);
  Range *range = asRange(self);
  Owned<> index = TRY(index_py(key));
  bool negative = TRY(isNegative_py(index.value()));
  if (negative)
    index = TRY(plus(index.value(), range->length));
  negative = TRY(isNegative_py(index.value()));
  bool inside = TRY(less_py(index, borrow(range->length)));
  if (negative || !inside)
    return raise(IndexError, "range object index out of range");
  return itemAt(range, index.value());
}

// The position of an exact int, or null when it is absent.
Result<Value> positionOf_py(Range *range, Value item, Owned<> *held) {
  if (allInline(range->start, range->stop, range->step) && item.isInlineInt()) {
    int64_t offset = item.asInlineInt() - range->start.asInlineInt(), step = range->step.asInlineInt();
    if (offset % step != 0 || offset / step < 0 || offset / step >= range->length.asInlineInt())
      return Value();
    return smallInt(offset / step);
  }
  Owned<> offset = TRY(minus(item, range->start));
  Owned<> rest = TRY(binary_py(BinaryOperator::kModulo, offset, borrow(range->step)));
  if (rest.value() != smallInt(0))
    return Value();
  *held = TRY(binary_py(BinaryOperator::kFloorDivide, offset, borrow(range->step)));
  bool before = TRY(isNegative_py(held->value()));
  bool inside = TRY(less_py(*held, borrow(range->length)));
  return before || !inside ? Value() : held->value();
}

bool isPlainInt(Borrowed<> value) {
  return value.value().isInlineInt() || isExactly(value, molt_type_int) ||
         isExactly(value, molt_type_bool);
}

// bool as the int that it is.
Result<Value> plainInt(Borrowed<> value) {
  if (isExactly(value, molt_type_bool))
    return smallInt(value.value() == boolean(true).value());
  return value.value();
}

Result<bool> containsInRange(Borrowed<> self, Borrowed<> item) {
  if (isPlainInt(item)) {
    Owned<> held;
    Value plain = TRY(plainInt(item));
    Value at = TRY(positionOf_py(asRange(self), plain, &held));
    return !at.isNull();
  }
  bool found = false;
  TRY(forEach_py(self, [&](Borrowed<> each) -> Result<bool> {
    found = TRY(equals_py(each, item));
    return !found;
  }));
  return found;
}

Result<Owned<>> compareRange(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isExactly(right, molt_type_range) ||
      (operation != Comparison::kEqual && operation != Comparison::kNotEqual))
    return ownedNotImplemented();
  Range *a = asRange(left), *b = asRange(right);
  bool equal = TRY(equals_py(borrow(a->length), borrow(b->length)));
  if (equal && a->length != smallInt(0)) {
    equal = TRY(equals_py(borrow(a->start), borrow(b->start)));
    if (equal && a->length != smallInt(1))
      equal = TRY(equals_py(borrow(a->step), borrow(b->step)));
  }
  return ownedBool(equal == (operation == Comparison::kEqual));
}

// That of the tuple (length, start, step), with None for what does not matter.
Result<int64_t> hashRange(Borrowed<> self) {
  Range *range = asRange(self);
  bool empty = range->length == smallInt(0), one = range->length == smallInt(1);
  const Value parts[] = {range->length, empty ? none().value() : range->start,
                         empty || one ? none().value() : range->step};
  return hash_py(makeTuple(parts, 3));
}

// ---- Iterators ---------------------------------------------------------------------------------------------

Result<Owned<>> makeRangeIterator(Value start, Value step, Value length) {
  if (allInline(start, step, length)) {
    int64_t span, end;
    if (!__builtin_mul_overflow(step.asInlineInt(), length.asInlineInt(), &span) &&
        !__builtin_add_overflow(start.asInlineInt(), span, &end) && Value::fitsInline(end)) {
      Owned<RangeIterator> iterator = allocateQuickly<RangeIterator, false>(molt_type_range_iterator);
      iterator->current = start.asInlineInt();
      iterator->step = step.asInlineInt();
      iterator->remaining = static_cast<uint64_t>(length.asInlineInt());
      return iterator;
    }
  }
  Owned<LongRangeIterator> iterator = allocate<LongRangeIterator>(molt_type_longrange_iterator);
  retain(iterator->current = start);
  retain(iterator->step = step);
  retain(iterator->remaining = length);
  return iterator;
}

Result<Owned<>> iterRange(Borrowed<> self) {
  Range *range = asRange(self);
  return makeRangeIterator(range->start, range->step, range->length);
}

Result<Owned<>> selfAsIterator(Borrowed<> self) { return Owned<>::retain(self); }

Result<Owned<>> nextOfRange(Borrowed<> iterator) {
  RangeIterator *self = iterator.as<RangeIterator>().get();
  if (self->remaining == 0)
    return ownedExhausted();
  --self->remaining;
  Value item = smallInt(self->current);
  self->current += self->step;
  return Owned<>::steal(item);
}

void destroyLong(Object *object) {
  LongRangeIterator *self = static_cast<LongRangeIterator *>(object);
  for (Value *field : {&self->current, &self->step, &self->remaining})
    if (!field->isNull())
      release(std::exchange(*field, Value()));
}

Result<Owned<>> nextOfLongRange(Borrowed<> iterator) {
  LongRangeIterator *self = iterator.as<LongRangeIterator>().get();
  if (self->remaining == smallInt(0))
    return ownedExhausted();
  Owned<> next = TRY(plus(self->current, self->step));
  Owned<> remaining = TRY(minus(self->remaining, smallInt(1)));
  release(std::exchange(self->remaining, remaining.intoValue()));
  return Owned<>::steal(std::exchange(self->current, next.intoValue()));
}

Borrowed<> builtinIter() {
  Borrowed<> found = dictFindText(Borrowed<Dict>(runtime().builtins.get()), "iter");
  return found ? found : none();
}

// (iter, (range(...),), None)
Result<Owned<>> reduceIterator_py(Owned<> start, Value step, Value count) {
  Owned<> span = TRY(times(step, count));
  Owned<> stop = TRY(plus(start.value(), span.value()));
  Owned<Range> rest =
      TRY(makeRange(std::move(start), std::move(stop), Owned<>::retain(borrow(step))));
  Value item = rest.value();
  Owned<Tuple> arguments = makeTuple(&item, 1);
  const Value parts[] = {builtinIter().value(), arguments.value(), none().value()};
  return makeTuple(parts, 3);
}

} // namespace

// ---- Methods -------------------------------------------------------------------------------------------------

Result<Owned<>> range_new(Borrowed<Type> cls, Borrowed<Tuple> args) {
  return range_new_fast(cls, args->items(), args->length);
}

Result<Owned<>> range_new_fast(Borrowed<Type>, const Value *arguments, uint64_t count) {
  TRY(checkPositionalCount("range", count, 1, 3));
  Owned<> start = makeInt(0), step = makeInt(1), stop;
  if (count == 1) {
    stop = TRY(index_py(borrow(arguments[0])));
  } else {
    start = TRY(index_py(borrow(arguments[0])));
    stop = TRY(index_py(borrow(arguments[1])));
    if (count == 3)
      step = TRY(index_py(borrow(arguments[2])));
    if (step.value() == smallInt(0))
      return raise(ValueError, "range() arg 3 must not be zero");
  }
  return makeRange(std::move(start), std::move(stop), std::move(step));
}

Result<Owned<>> range_index(Borrowed<Range> self, Borrowed<> value) {
  if (isPlainInt(value)) {
    Owned<> held;
    Value plain = TRY(plainInt(value));
    Value at = TRY(positionOf_py(self.get(), plain, &held));
    if (!at.isNull())
      return Owned<>::retain(borrow(at));
    if (runtime().pythonMinor < 14)
      return raise(ValueError, "%R is not in range", value);
    return raise(ValueError, "range.index(x): x not in range");
  }
  int64_t at = 0;
  bool found = false;
  TRY(forEach_py(self, [&](Borrowed<> each) -> Result<bool> {
    found = TRY(equals_py(each, value));
    at += !found;
    return !found;
  }));
  if (!found)
    return raise(ValueError, "sequence.index(x): x not in sequence");
  return makeInt(at);
}

Result<Owned<>> range_count(Borrowed<Range> self, Borrowed<> value) {
  if (isPlainInt(value)) {
    bool found = TRY(containsInRange(self, value));
    return makeInt(found);
  }
  int64_t count = 0;
  TRY(forEach_py(self, [&](Borrowed<> each) -> Result<bool> {
    bool equal = TRY(equals_py(each, value));
    count += equal;
    return true;
  }));
  return makeInt(count);
}

Result<Owned<>> range_reversed(Borrowed<Range> self) {
  Owned<> last = TRY(minus(self->length, smallInt(1)));
  Owned<> start = TRY(itemAt(self.get(), last.value()));
  Owned<> step = TRY(minus(smallInt(0), self->step));
  return makeRangeIterator(start.value(), step.value(), self->length);
}

Result<Owned<>> range_reduce(Borrowed<Range> self) {
  return makePair(Borrowed<>(Value::fromObject(&molt_type_range)), makeTuple(&self->start, 3));
}


Result<int64_t> range_iterator_length_hint(Borrowed<RangeIterator> self) {
  return static_cast<int64_t>(self->remaining);
}
Result<Owned<>> range_iterator_reduce(Borrowed<RangeIterator> self) {
  return reduceIterator_py(makeInt(self->current), smallInt(self->step),
                           smallInt(static_cast<int64_t>(self->remaining)));
}
Result<Owned<>> longrange_iterator_length_hint(Borrowed<LongRangeIterator> self) {
  return Owned<>::retain(borrow(self->remaining));
}
Result<Owned<>> longrange_iterator_reduce(Borrowed<LongRangeIterator> self) {
  return reduceIterator_py(Owned<>::retain(borrow(self->current)), self->step, self->remaining);
}

namespace {
constinit const MemberDef members[] = {
    {"start", offsetof(Range, start), MemberKind::kObject},
    {"stop", offsetof(Range, stop), MemberKind::kObject},
    {"step", offsetof(Range, step), MemberKind::kObject},
    {}};
constinit const ContainerSlots containerSlots{
    .length = lengthOfRange, .getItem = getItemOfRange, .contains = containsInRange};
} // namespace

extern "C" {
constinit Type molt_type_range{TypeSpec{
    .name = "range",
    .doc = range_doc,
    .size = sizeof(Range),
    .flags = kTypeSequence,
    .methods = range_methods,
    .members = members,
    .destroy = destroyRange,
    .repr = reprRange,
    .hash = hashRange,
    .compare = compareRange,
    .iter = iterRange,
    .newInstance = range_new_slot,
    .truth = truthOfRange,
    .container = &containerSlots,
}};
constinit Type molt_type_range_iterator{TypeSpec{
    .name = "range_iterator",
    .size = sizeof(RangeIterator),
    .flags = kTypeNoNew,
    .methods = range_iterator_methods,
    .iter = selfAsIterator,
    .next = nextOfRange,
}};
constinit Type molt_type_longrange_iterator{TypeSpec{
    .name = "longrange_iterator",
    .size = sizeof(LongRangeIterator),
    .flags = kTypeNoNew,
    .methods = longrange_iterator_methods,
    .destroy = destroyLong,
    .iter = selfAsIterator,
    .next = nextOfLongRange,
}};
}

} // namespace molt
