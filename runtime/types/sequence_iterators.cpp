// The iterators over tuple, list and any sequence, and iter(callable, sentinel).
#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/dict.h"
#include "runtime/types/iterators.gen.h"
#include "runtime/types/iterators.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_tuple_iterator, molt_type_list_iterator, molt_type_list_reverseiterator,
    molt_type_iterator, molt_type_callable_iterator;
}

struct CallableIterator : Object {
  Value callable; // null: at its end
  Value sentinel;
};

namespace {

SequenceIterator *asIterator(Borrowed<> self) { return self.as<SequenceIterator>().get(); }

Owned<> makeIterator(Type &type, Borrowed<> sequence, int64_t index) {
  Owned<SequenceIterator> iterator = allocate<SequenceIterator>(type);
  retain(sequence.value());
  iterator->sequence = sequence.value();
  iterator->index = index;
  return iterator;
}

void destroyIterator(Object *object) {
  Value sequence = std::exchange(static_cast<SequenceIterator *>(object)->sequence, Value());
  if (!sequence.isNull())
    release(sequence);
}
void traverseIterator(Object *object, Visitor &visitor) {
  visitor.visit(static_cast<SequenceIterator *>(object)->sequence);
}
Result<Owned<>> selfAsIterator(Borrowed<> self) { return Owned<>::retain(self); }

Owned<> finish(SequenceIterator *self) {
  destroyIterator(self);
  return ownedExhausted();
}

Result<Owned<>> nextOfTuple(Borrowed<> iterator) {
  SequenceIterator *self = asIterator(iterator);
  if (self->sequence.isNull())
    return ownedExhausted();
  Tuple *tuple = static_cast<Tuple *>(self->sequence.asObject());
  if (static_cast<uint64_t>(self->index) < tuple->length)
    return Owned<>::retain(Borrowed<>(tuple->items()[self->index++]));
  return finish(self);
}

Result<Owned<>> nextOfList(Borrowed<> iterator) {
  SequenceIterator *self = asIterator(iterator);
  if (self->sequence.isNull())
    return ownedExhausted();
  AnyList list = asAnyList(Borrowed<>(self->sequence));
  if (static_cast<uint64_t>(self->index) < list.list->length)
    return Owned<>::retain(Borrowed<>(list.list->items[self->index++]));
  if (static_cast<uint64_t>(self->index) < list.length()) // it is compact
    return Owned<>::retain(list.item(static_cast<uint64_t>(self->index++)));
  return finish(self);
}

Result<Owned<>> previousOfList(Borrowed<> iterator) {
  SequenceIterator *self = asIterator(iterator);
  if (self->sequence.isNull())
    return ownedExhausted();
  List *list = Borrowed<>(self->sequence).as<List>().get();
  if (self->index >= 0 && static_cast<uint64_t>(self->index) < list->length)
    return Owned<>::retain(Borrowed<>(list->items[self->index--]));
  self->index = -1;
  return finish(self);
}

Result<Owned<>> nextOfSequence(Borrowed<> iterator) {
  SequenceIterator *self = asIterator(iterator);
  if (self->sequence.isNull())
    return ownedExhausted();
  Owned<> index = makeInt(self->index);
  Result<Owned<>> item = getItem_py(Borrowed<>(self->sequence), index);
  if (item.raised()) {
    if (!clearIfMatches(IndexError) && !clearIfMatches(StopIteration))
      return Raised{};
    return finish(self);
  }
  ++self->index;
  return item;
}

// ---- iter(callable, sentinel) -----------------------------------------------------------------------

void destroyCallable(Object *object) {
  CallableIterator *self = static_cast<CallableIterator *>(object);
  Value callable = std::exchange(self->callable, Value());
  Value sentinel = std::exchange(self->sentinel, Value());
  if (!callable.isNull())
    release(callable);
  if (!sentinel.isNull())
    release(sentinel);
}
void traverseCallable(Object *object, Visitor &visitor) {
  CallableIterator *self = static_cast<CallableIterator *>(object);
  visitor.visit(self->callable);
  visitor.visit(self->sentinel);
}

Result<Owned<>> nextOfCallable(Borrowed<> iterator) {
  CallableIterator *self = iterator.as<CallableIterator>().get();
  if (self->callable.isNull())
    return ownedExhausted();
  Owned<> callable = Owned<>::retain(Borrowed<>(self->callable));
  Result<Owned<>> called = call_py(callable, {});
  if (called.raised()) {
    if (!clearIfMatches(StopIteration))
      return Raised{};
    destroyCallable(self);
    return ownedExhausted();
  }
  Owned<> item = called.take();
  if (self->sentinel.isNull())
    return ownedExhausted();
  Owned<> sentinel = Owned<>::retain(Borrowed<>(self->sentinel));
  bool last = TRY(equals_py(item, sentinel));
  if (!last)
    return item;
  destroyCallable(self);
  return ownedExhausted();
}

Borrowed<> builtin(const char *name) {
  Borrowed<> found = dictFindText(Borrowed<Dict>(runtime().builtins.get()), name);
  return found ? found : none();
}

Result<int64_t> remaining_py(SequenceIterator *self) {
  if (self->sequence.isNull())
    return int64_t{0};
  if (self->type == &molt_type_list_reverseiterator)
    return self->index + 1;
  int64_t length; // of a list or tuple, what it is; a subclass's own __len__ is not asked
  if (self->type == &molt_type_list_iterator)
    length = static_cast<int64_t>(asAnyList(Borrowed<>(self->sequence)).length());
  else if (self->type == &molt_type_tuple_iterator)
    length = static_cast<int64_t>(Borrowed<>(self->sequence).as<Tuple>()->length);
  else
    length = TRY(length_py(Borrowed<>(self->sequence)));
  return length > self->index ? length - self->index : 0;
}

} // namespace

Owned<> makeTupleIterator(Borrowed<Tuple> tuple) {
  return makeIterator(molt_type_tuple_iterator, tuple, 0);
}
Owned<> makeListIterator(Borrowed<> list) {
  return makeIterator(molt_type_list_iterator, list, 0);
}
Owned<> makeListReverseIterator(Borrowed<List> list) {
  return makeIterator(molt_type_list_reverseiterator, list, static_cast<int64_t>(list->length) - 1);
}
Owned<> makeSequenceIterator(Borrowed<> sequence) {
  return makeIterator(molt_type_iterator, sequence, 0);
}
Owned<> makeCallableIterator(Borrowed<> callable, Borrowed<> sentinel) {
  Owned<CallableIterator> iterator = allocate<CallableIterator>(molt_type_callable_iterator);
  retain(iterator->callable = callable.value());
  retain(iterator->sentinel = sentinel.value());
  return iterator;
}

Result<Owned<>> sequence_iterator_length_hint(Borrowed<SequenceIterator> self) {
  if (self->type == &molt_type_iterator && !self->sequence.isNull() &&
      !(typeOf(self->sequence)->container && typeOf(self->sequence)->container->length))
    return ownedNotImplemented();
  int64_t count = TRY(remaining_py(self.get()));
  return makeInt(count);
}

// (iter, (sequence,), index), or (iter, ((),)) at the end
Result<Owned<>> sequence_iterator_reduce(Borrowed<SequenceIterator> self) {
  bool reversed = self->type == &molt_type_list_reverseiterator;
  Owned<> index = makeInt(self->index);
  Value sequence = self->sequence;
  Owned<> empty;
  if (sequence.isNull()) {
    empty = self->type == &molt_type_tuple_iterator
                ? Owned<>(Owned<Tuple>::retain(emptyTuple()))
                : Owned<>(makeList());
    sequence = empty.value();
    reversed = false;
  }
  Owned<Tuple> arguments = makeTuple(&sequence, 1);
  const Value parts[] = {builtin(reversed ? "reversed" : "iter").value(), arguments.value(),
                         index.value()};
  return makeTuple(parts, self->sequence.isNull() ? 2 : 3);
}

Result<void> sequence_iterator_setstate(Borrowed<SequenceIterator> self, Borrowed<> state) {
  int64_t index = TRY(indexToInt64_py(state));
  if (self->sequence.isNull())
    return {};
  bool reversed = self->type == &molt_type_list_reverseiterator;
  self->index = index < (reversed ? -1 : 0) ? (reversed ? -1 : 0) : index;
  return {};
}

Result<Owned<>> callable_iterator_reduce(Borrowed<CallableIterator> self) {
  if (self->callable.isNull())
    return makePair(builtin("iter"), makePair(emptyTuple(), emptyTuple()));
  return makePair(builtin("iter"), makePair(Borrowed<>(self->callable), Borrowed<>(self->sentinel)));
}

namespace {
constexpr TypeSpec sequenceSpec(const char *name, NextSlot next) {
  return TypeSpec{.name = name,
                  .size = sizeof(SequenceIterator),
                  .flags = kTypeGC | kTypeNoNew,
                  .methods = sequence_iterator_methods,
                  .destroy = destroyIterator,
                  .traverse = traverseIterator,
                  .clear = destroyIterator,
                  .iter = selfAsIterator,
                  .next = next};
}
} // namespace

extern "C" {
constinit Type molt_type_tuple_iterator{sequenceSpec("tuple_iterator", nextOfTuple)};
constinit Type molt_type_list_iterator{sequenceSpec("list_iterator", nextOfList)};
constinit Type molt_type_list_reverseiterator{sequenceSpec("list_reverseiterator", previousOfList)};
constinit Type molt_type_iterator{sequenceSpec("iterator", nextOfSequence)};
constinit Type molt_type_callable_iterator{TypeSpec{
    .name = "callable_iterator",
    .size = sizeof(CallableIterator),
    .flags = kTypeGC | kTypeNoNew,
    .methods = callable_iterator_methods,
    .destroy = destroyCallable,
    .traverse = traverseCallable,
    .clear = destroyCallable,
    .iter = selfAsIterator,
    .next = nextOfCallable,
}};
}

} // namespace molt
