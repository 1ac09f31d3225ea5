// The module `_collections`: deque. Its items lie in a ring whose size is a power of two.
//
// Whatever changes which items there are counts up `changes`: who runs Python code between two items looks at it.
#include "runtime/modules/_collections.gen.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/dict.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

#include <algorithm>

namespace molt {

struct CollectionsDeque : Object {
  Value *ring; // null: capacity 0
  uint64_t capacity, first, length;
  int64_t maxlen; // kUnbounded
  uint64_t changes;
};
struct DequeIterator : Object {
  Value deque;
  uint64_t index, left, changes; // index: of the next item, from the end where it began
};

extern "C" {
extern Type molt_type_collections_deque, molt_type_deque_iterator, molt_type_deque_reverse_iterator;
}
TYPE_IDENTITY(collections_deque)

namespace {

using Deque = CollectionsDeque;
constexpr int64_t kUnbounded = -1;
constexpr uint64_t kSmallestRing = 8;

Deque *asDeque(Borrowed<> self) { return self.as<Deque>().get(); }
bool isDeque(Borrowed<> value) { return isInstance(value, molt_is_collections_deque); }

Value &placeAt(Deque *self, uint64_t index) { return self->ring[(self->first + index) & (self->capacity - 1)]; }
Owned<> itemAt(Deque *self, uint64_t index) { return Owned<>::retain(Borrowed<>(placeAt(self, index))); }

Result<void> growRing(Deque *self) {
  uint64_t capacity = self->capacity ? self->capacity * 2 : kSmallestRing;
  if (capacity > kLargestAllocation / sizeof(Value))
    return raiseMemoryError();
  Value *ring = allocateArray<Value>(capacity);
  for (uint64_t i = 0; i < self->length; ++i)
    ring[i] = placeAt(self, i);
  releaseArray(self->ring, self->capacity);
  self->ring = ring;
  self->capacity = capacity;
  self->first = 0;
  return {};
}

Owned<> takeLast(Deque *self) {
  ++self->changes;
  return Owned<>::steal(placeAt(self, --self->length));
}
Owned<> takeFirst(Deque *self) {
  ++self->changes;
  Owned<> item = Owned<>::steal(placeAt(self, 0));
  self->first = (self->first + 1) & (self->capacity - 1);
  --self->length;
  return item;
}

bool isFull(const Deque *self) { return self->maxlen >= 0 && self->length >= static_cast<uint64_t>(self->maxlen); }

// Room for one more; what has to go for it is handed out, to be released once the new item is in.
Result<void> makeRoom(Deque *self, bool atFront, Owned<> *dropped) {
  if (isFull(self) && self->length)
    *dropped = atFront ? takeLast(self) : takeFirst(self);
  if (self->length == self->capacity)
    TRY(growRing(self));
  ++self->changes;
  return {};
}
Result<void> addLast(Deque *self, Borrowed<> item) {
  if (self->maxlen == 0)
    return {};
  Owned<> dropped;
  TRY(makeRoom(self, false, &dropped));
  placeAt(self, self->length++) = Owned<>::retain(item).intoValue();
  return {};
}
Result<void> addFirst(Deque *self, Borrowed<> item) {
  if (self->maxlen == 0)
    return {};
  Owned<> dropped;
  TRY(makeRoom(self, true, &dropped));
  self->first = (self->first - 1) & (self->capacity - 1);
  ++self->length;
  placeAt(self, 0) = Owned<>::retain(item).intoValue();
  return {};
}

// Moves `count` items from the right end to the left one.
void rotate(Deque *self, int64_t count) {
  auto length = static_cast<int64_t>(self->length);
  if (length < 2)
    return;
  count %= length;
  if (count > length / 2)
    count -= length;
  else if (count < -(length / 2))
    count += length;
  uint64_t mask = self->capacity - 1;
  for (; count > 0; --count) {
    Value last = placeAt(self, self->length - 1);
    self->first = (self->first - 1) & mask;
    self->ring[self->first] = last;
  }
  for (; count < 0; ++count) {
    Value first = placeAt(self, 0);
    self->first = (self->first + 1) & mask;
    placeAt(self, self->length - 1) = first;
  }
  ++self->changes;
}

void clearItems(Deque *self) {
  Value *ring = std::exchange(self->ring, nullptr);
  uint64_t capacity = std::exchange(self->capacity, 0), first = std::exchange(self->first, 0);
  uint64_t length = std::exchange(self->length, 0);
  ++self->changes;
  for (uint64_t i = 0; i < length; ++i)
    release(ring[(first + i) & (capacity - 1)]);
  releaseArray(ring, capacity);
}

void destroyDeque(Object *object) { clearItems(static_cast<Deque *>(object)); }
void traverseDeque(Object *object, Visitor &visitor) {
  auto *self = static_cast<Deque *>(object);
  for (uint64_t i = 0; i < self->length; ++i)
    visitor.visit(placeAt(self, i));
}

Owned<Deque> makeDeque(Type *type, int64_t maxlen) {
  auto made = Owned<Deque>::steal(static_cast<Deque *>(allocateObject(type, sizeof(Deque), 0)));
  made->maxlen = maxlen;
  return made;
}
Result<Owned<>> newDeque(Borrowed<Type> cls, const Value *, uint64_t, Borrowed<Tuple>) {
  return makeDeque(cls.get(), kUnbounded);
}

// The items are taken from the deque before the first is added to it, where it is the same.
Result<void> addAll_py(Deque *self, Borrowed<> iterable, Result<void> (*add)(Deque *, Borrowed<>)) {
  Owned<> source = Owned<>::retain(iterable);
  if (iterable.value().isObject() && iterable.value().asObject() == self)
    source = TRY(listFromIterable_py(iterable));
  return forEach_py(source, [&](Borrowed<> item) -> Result<bool> {
    TRY(add(self, item));
    return true;
  });
}

Result<int64_t> maxlenOf_py(Borrowed<> given) {
  if (isNone(given))
    return kUnbounded;
  if (!isInt(given))
    return raise(TypeError, "an integer is required");
  int64_t maxlen = TRY(indexToInt64_py(given));
  if (maxlen < 0)
    return raise(ValueError, "maxlen must be non-negative");
  return maxlen;
}

// ---- Looking for items -----------------------------------------------------------------------------------

// The index of the first item equal to `value` from `start` up to `stop`; -1: there is none. One that is to be removed must
// still be there.
Result<int64_t> find_py(Deque *self, Borrowed<> value, uint64_t start, uint64_t stop, bool toRemove = false) {
  uint64_t changes = self->changes;
  for (uint64_t i = start; i < stop; ++i) {
    Owned<> item = itemAt(self, i);
    bool same = TRY(equals_py(item, value));
    bool isChanged = self->changes != changes;
    if (same && !(isChanged && toRemove))
      return static_cast<int64_t>(i);
    if (isChanged)
      return raise(toRemove ? IndexError : RuntimeError, "deque mutated during iteration");
  }
  return int64_t{-1};
}

Result<bool> containsInDeque(Borrowed<> self, Borrowed<> item) {
  Deque *deque = asDeque(self);
  return TRY(find_py(deque, item, 0, deque->length)) >= 0;
}

Result<Owned<>> compareDeques(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isDeque(left) || !isDeque(right))
    return ownedNotImplemented();
  Deque *one = asDeque(left), *other = asDeque(right);
  if (one == other || (one->length != other->length &&
                       (operation == Comparison::kEqual || operation == Comparison::kNotEqual))) {
    bool equal = one == other;
    bool holds = operation == Comparison::kNotEqual ? !equal
                 : operation == Comparison::kEqual  ? equal
                 : operation == Comparison::kLessEqual || operation == Comparison::kGreaterEqual;
    return ownedBool(holds);
  }
  // As CPython does it: with two iterators, which see changes.
  Owned<> first = TRY(getIterator_py(left)), second = TRY(getIterator_py(right));
  for (;;) {
    Owned<> x = TRY(iteratorNext_py(first)), y;
    if (!isExhausted(x))
      y = TRY(iteratorNext_py(second));
    if (isExhausted(x) || isExhausted(y)) {
      if (isExhausted(x))
        y = TRY(iteratorNext_py(second));
      int order = isExhausted(x) ? (isExhausted(y) ? 0 : -1) : 1;
      return ownedBool(operation == Comparison::kLess           ? order < 0
                       : operation == Comparison::kLessEqual    ? order <= 0
                       : operation == Comparison::kEqual        ? order == 0
                       : operation == Comparison::kNotEqual     ? order != 0
                       : operation == Comparison::kGreaterEqual ? order >= 0
                                                                : order > 0);
    }
    bool same = TRY(equals_py(x, y));
    if (!same)
      return operation == Comparison::kEqual      ? ownedBool(false)
             : operation == Comparison::kNotEqual ? ownedBool(true)
                                                  : compare_py(x, y, operation);
  }
}

Result<Owned<Str>> reprDeque(Borrowed<> self) {
  ReprGuard guard(self);
  if (guard.nested())
    return makeStr("[...]");
  Owned<List> items = TRY(listFromIterable_py(self));
  int64_t maxlen = asDeque(self)->maxlen;
  const char *name = typeName(self);
  return maxlen == kUnbounded ? formatStr("%s(%R)", name, items) : formatStr("%s(%R, maxlen=%d)", name, items, maxlen);
}

// ---- As a sequence -----------------------------------------------------------------------------------------

Result<int64_t> lengthOfDeque(Borrowed<> self) { return static_cast<int64_t>(asDeque(self)->length); }
Result<bool> truthOfDeque(Borrowed<> self) { return asDeque(self)->length != 0; }

Result<uint64_t> subscript_py(Deque *self, Borrowed<> key) {
  if (const NumberSlots *number = typeOf(key)->number; !isInt(key) && (!number || !number->index))
    return raise(TypeError, "sequence index must be integer, not '%T'", key);
  int64_t index = TRY(indexForSubscript_py(key));
  if (index < 0)
    index += static_cast<int64_t>(self->length);
  if (static_cast<uint64_t>(index) >= self->length)
    return raise(IndexError, "deque index out of range");
  return static_cast<uint64_t>(index);
}

Result<Owned<>> getItemOfDeque(Borrowed<> self, Borrowed<> key) {
  uint64_t index = TRY(subscript_py(asDeque(self), key));
  return itemAt(asDeque(self), index);
}

void removeAt(Deque *self, uint64_t index) {
  rotate(self, -static_cast<int64_t>(index));
  Owned<> removed = takeFirst(self);
  rotate(self, static_cast<int64_t>(index));
}

Result<void> setItemOfDeque(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  uint64_t index = TRY(subscript_py(asDeque(self), key));
  if (value)
    storeField(placeAt(asDeque(self), index), value);
  else
    removeAt(asDeque(self), index);
  return {};
}

// A copy that is a plain deque.
Result<Owned<Deque>> plainCopy_py(Borrowed<> self) {
  Owned<Deque> copy = makeDeque(&molt_type_collections_deque, asDeque(self)->maxlen);
  TRY(addAll_py(copy.get(), self, addLast));
  return copy;
}
// A copy of the same class, by calling it.
Result<Owned<>> copyOfClass_py(Borrowed<> self) {
  int64_t maxlen = asDeque(self)->maxlen;
  if (isExactly(self, molt_is_collections_deque))
    return plainCopy_py(self);
  Borrowed<> cls(Value::fromObject(typeOf(self)));
  Owned<> copy = TRY(maxlen == kUnbounded ? call_py(cls, {self}) : call_py(cls, {self, makeInt(maxlen)}));
  if (!isDeque(copy))
    return raise(TypeError, "%N() must return a deque, not %T", cls, copy);
  return copy;
}

Result<Owned<>> inplaceConcatDeque(Borrowed<> self, Borrowed<> other) {
  TRY(addAll_py(asDeque(self), other, addLast));
  return Owned<>::retain(self);
}
Result<Owned<>> concatDeques(Borrowed<> left, Borrowed<> right) {
  if (!isDeque(left))
    return ownedNotImplemented();
  if (!isDeque(right))
    return raise(TypeError, "can only concatenate deque (not \"%.200T\") to deque", right);
  Owned<> result = TRY(copyOfClass_py(left));
  return inplaceConcatDeque(result, right);
}

Result<Owned<>> inplaceRepeatDeque(Borrowed<> object, Borrowed<> count) {
  int64_t times = TRY(indexToInt64_py(count));
  Deque *self = asDeque(object);
  if (times <= 0)
    clearItems(self);
  uint64_t length = self->length;
  if (length == 0 || times <= 1)
    return Owned<>::retain(object);
  if (self->maxlen < 0 && static_cast<uint64_t>(times) > kLargestAllocation / sizeof(Value) / length)
    return raiseMemoryError();
  Owned<List> items = TRY(listFromIterable_py(object));
  uint64_t rounds = static_cast<uint64_t>(times) - 1;
  if (self->maxlen >= 0) // what would only push items out again
    rounds = std::min(rounds, static_cast<uint64_t>(self->maxlen) / length + 1);
  for (; rounds > 0; --rounds)
    for (uint64_t i = 0; i < length; ++i)
      TRY(addLast(self, listItem(items, i)));
  return Owned<>::retain(object);
}
Result<Owned<>> repeatDeque(Borrowed<> self, Borrowed<> count) {
  if (!isDeque(self))
    std::swap(self, count);
  Owned<> result = TRY(copyOfClass_py(self));
  return inplaceRepeatDeque(result, count);
}

// ---- Iterators ---------------------------------------------------------------------------------------------

Result<Owned<>> makeIterator(Type &type, Borrowed<> deque) {
  Owned<DequeIterator> made = allocate<DequeIterator>(type);
  made->deque = Owned<>::retain(deque).intoValue();
  made->left = asDeque(deque)->length;
  made->changes = asDeque(deque)->changes;
  return made;
}
Result<Owned<>> iterDeque(Borrowed<> self) { return makeIterator(molt_type_deque_iterator, self); }
Result<Owned<>> iteratorItself(Borrowed<> self) { return Owned<>::retain(self); }

Result<Owned<>> nextOfDeque(Borrowed<> iterator) {
  DequeIterator *self = iterator.as<DequeIterator>().get();
  if (self->deque.isNull())
    return ownedExhausted();
  Deque *deque = asDeque(Borrowed<>(self->deque));
  bool isReverse = self->type == &molt_type_deque_reverse_iterator;
  if (isReverse && self->left == 0)
    return ownedExhausted();
  if (deque->changes != self->changes) {
    self->left = 0;
    return raise(RuntimeError, "deque mutated during iteration");
  }
  if (self->left == 0)
    return ownedExhausted();
  --self->left;
  uint64_t index = self->index++;
  return itemAt(deque, isReverse ? deque->length - 1 - index : index);
}

void destroyIterator(Object *object) { releaseField(static_cast<DequeIterator *>(object)->deque); }
void traverseIterator(Object *object, Visitor &visitor) { visitor.visit(static_cast<DequeIterator *>(object)->deque); }

Result<Owned<>> reduceIterator(DequeIterator *self) {
  Owned<> index = makeUnsigned(self->index);
  return makePair(Borrowed<>(Value::fromObject(self->type.get())), makePair(Borrowed<>(self->deque), index));
}

constexpr ContainerSlots kDequeContainer = {.length = lengthOfDeque,
                                            .getItem = getItemOfDeque,
                                            .setItem = setItemOfDeque,
                                            .contains = containsInDeque,
                                            .concat = concatDeques,
                                            .inplaceConcat = inplaceConcatDeque,
                                            .repeat = repeatDeque,
                                            .inplaceRepeat = inplaceRepeatDeque};

constexpr TypeSpec iteratorSpec(const char *name, MethodTable methods, NewSlot newInstance) {
  return TypeSpec{.name = name,
                  .module = "collections",
                  .size = sizeof(DequeIterator),
                  .flags = kTypeGC | (newInstance ? 0u : uint32_t{kTypeNoNew}),
                  .methods = methods,
                  .destroy = destroyIterator,
                  .traverse = traverseIterator,
                  .clear = destroyIterator,
                  .iter = iteratorItself,
                  .next = nextOfDeque,
                  .newInstance = newInstance};
}

} // namespace

extern "C" {
constinit Type molt_type_collections_deque{TypeSpec{.name = "deque",
                                                    .module = "collections",
                                                    .doc = collections_deque_doc,
                                                    .size = sizeof(Deque),
                                                    .flags = kTypeGC | kTypeBaseAllowed | kTypeSequence | kTypeHasWeakrefs,
                                                    .methods = collections_deque_methods,
                                                    .getsets = collections_deque_getset,
                                                    .destroy = destroyDeque,
                                                    .traverse = traverseDeque,
                                                    .clear = destroyDeque,
                                                    .repr = reprDeque,
                                                    .compare = compareDeques,
                                                    .iter = iterDeque,
                                                    .newInstance = newDeque,
                                                    .init = collections_deque_init_slot,
                                                    .truth = truthOfDeque,
                                                    .container = &kDequeContainer}};
constinit Type molt_type_deque_iterator{iteratorSpec("_deque_iterator", deque_iterator_methods, deque_iterator_new_slot)};
constinit Type molt_type_deque_reverse_iterator{iteratorSpec("_deque_reverse_iterator", deque_reverse_iterator_methods, nullptr)};
}

const NativeModule nativeModule__collections{
    .name = "_collections", .functions = _collections_functions, .doc = _collections_doc, .types = _collections_types};

Result<void> collections_deque_init(Borrowed<Deque> self, Borrowed<> iterable, Borrowed<> maxlen) {
  self->maxlen = TRY(maxlenOf_py(maxlen));
  if (self->length)
    clearItems(self.get());
  return iterable ? addAll_py(self.get(), iterable, addLast) : Result<void>();
}

Result<void> collections_deque_append(Borrowed<Deque> self, Borrowed<> item) { return addLast(self.get(), item); }
Result<void> collections_deque_appendleft(Borrowed<Deque> self, Borrowed<> item) { return addFirst(self.get(), item); }
Result<void> collections_deque_clear(Borrowed<Deque> self) {
  clearItems(self.get());
  return {};
}
Result<Owned<>> collections_deque_copy(Borrowed<Deque> self) { return copyOfClass_py(self); }
Result<Owned<>> collections_deque_copy_dunder(Borrowed<Deque> self) { return copyOfClass_py(self); }

Result<int64_t> collections_deque_count(Borrowed<Deque> self, Borrowed<> value) {
  int64_t count = 0;
  uint64_t changes = self->changes;
  for (uint64_t i = 0, length = self->length; i < length; ++i) {
    Owned<> item = itemAt(self.get(), i);
    bool same = TRY(equals_py(item, value));
    count += same;
    if (self->changes != changes)
      return raise(RuntimeError, "deque mutated during iteration");
  }
  return count;
}

Result<void> collections_deque_extend(Borrowed<Deque> self, Borrowed<> iterable) {
  return addAll_py(self.get(), iterable, addLast);
}
Result<void> collections_deque_extendleft(Borrowed<Deque> self, Borrowed<> iterable) {
  return addAll_py(self.get(), iterable, addFirst);
}

Result<int64_t> collections_deque_index(Borrowed<Deque> self, Borrowed<> value, int64_t start, int64_t stop) {
  auto length = static_cast<int64_t>(self->length);
  start = start < 0 ? std::max(start + length, int64_t{0}) : start;
  stop = std::min(stop < 0 ? std::max(stop + length, int64_t{0}) : stop, length);
  int64_t index = -1;
  if (start < stop)
    index = TRY(find_py(self.get(), value, static_cast<uint64_t>(start), static_cast<uint64_t>(stop)));
  if (index >= 0)
    return index;
  if (runtime().pythonMinor < 14)
    return raise(ValueError, "%R is not in deque", value);
  return raise(ValueError, "deque.index(x): x not in deque");
}

Result<void> collections_deque_insert(Borrowed<Deque> self, int64_t index, Borrowed<> value) {
  if (isFull(self.get()))
    return raise(IndexError, "deque already at its maximum size");
  auto length = static_cast<int64_t>(self->length);
  if (index >= length)
    return addLast(self.get(), value);
  if (index <= -length || index == 0)
    return addFirst(self.get(), value);
  rotate(self.get(), -index);
  TRY(index < 0 ? addLast(self.get(), value) : addFirst(self.get(), value));
  rotate(self.get(), index);
  return {};
}

Result<Owned<>> collections_deque_pop(Borrowed<Deque> self) {
  if (self->length == 0)
    return raise(IndexError, "pop from an empty deque");
  return takeLast(self.get());
}
Result<Owned<>> collections_deque_popleft(Borrowed<Deque> self) {
  if (self->length == 0)
    return raise(IndexError, "pop from an empty deque");
  return takeFirst(self.get());
}

Result<void> collections_deque_remove(Borrowed<Deque> self, Borrowed<> value) {
  int64_t index = TRY(find_py(self.get(), value, 0, self->length, /*toRemove=*/true));
  if (index < 0)
    return raise(ValueError, "deque.remove(x): x not in deque");
  removeAt(self.get(), static_cast<uint64_t>(index));
  return {};
}

Result<void> collections_deque_reverse(Borrowed<Deque> self) {
  for (uint64_t i = 0, k = self->length; i + 1 < k; ++i)
    std::swap(placeAt(self.get(), i), placeAt(self.get(), --k));
  return {};
}
Result<void> collections_deque_rotate(Borrowed<Deque> self, int64_t count) {
  rotate(self.get(), count);
  return {};
}

Result<Owned<>> collections_deque_reduce(Borrowed<Deque> self) {
  Borrowed<Dict> dict = filledDict(self);
  Owned<> state = dict && dictLength(dict) ? Owned<>::retain(dict) : ownedNone();
  Owned<> arguments = Owned<Tuple>::retain(emptyTuple());
  if (self->maxlen != kUnbounded)
    arguments = makePair(emptyTuple(), makeInt(self->maxlen));
  Owned<> items = TRY(iterDeque(self));
  const Value parts[] = {Value::fromObject(self->type.get()), arguments.value(), state.value(), items.value()};
  return makeTuple(parts, 4);
}
Result<Owned<>> collections_deque_reversed(Borrowed<Deque> self) {
  return makeIterator(molt_type_deque_reverse_iterator, self);
}
Result<Owned<>> collections_deque_maxlen(Borrowed<Deque> self) {
  return self->maxlen == kUnbounded ? ownedNone() : makeInt(self->maxlen);
}
Result<Owned<>> collections_deque_class_getitem(Borrowed<Type> cls, Borrowed<> item) { return makeGenericAlias(cls, item); }

Result<Owned<>> deque_iterator_new(Borrowed<Type>, Borrowed<Deque> deque, int64_t index) {
  Owned<> made = TRY(iterDeque(deque));
  DequeIterator *iterator = made.borrow().as<DequeIterator>().get();
  uint64_t skipped = index < 0 ? 0 : std::min(static_cast<uint64_t>(index), iterator->left);
  iterator->index = skipped;
  iterator->left -= skipped;
  return made;
}
Result<int64_t> deque_iterator_length_hint(Borrowed<DequeIterator> self) { return static_cast<int64_t>(self->left); }
Result<int64_t> deque_reverse_iterator_length_hint(Borrowed<DequeIterator> self) { return static_cast<int64_t>(self->left); }
Result<Owned<>> deque_iterator_reduce(Borrowed<DequeIterator> self) { return reduceIterator(self.get()); }
Result<Owned<>> deque_reverse_iterator_reduce(Borrowed<DequeIterator> self) { return reduceIterator(self.get()); }

// mapping[item] += 1 for each; with the mapping's get() where that is its class's own.
Result<void> _collections__count_elements(Borrowed<> mapping, Borrowed<> iterable) {
  Owned<> get = TRY(getAttribute_py(mapping, "get"_str));
  return forEach_py(iterable, [&](Borrowed<> item) -> Result<bool> {
    Owned<> old = TRY(call_py(get, {item, Borrowed<>(Value::fromInt(0))}));
    Owned<> counted = TRY(binary_py(BinaryOperator::kAdd, old, Borrowed<>(Value::fromInt(1))));
    TRY(setItem_py(mapping, item, counted));
    return true;
  });
}

} // namespace molt
