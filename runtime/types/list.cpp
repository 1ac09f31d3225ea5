// The list's array: making, growing, adding and removing. The type is in list_type.cpp, sorting in
// list_sort.cpp.
#include "runtime/types/list.h"

#include "runtime/core/cells.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/types/sequence.h"
#include "runtime/types/tuple.h"

#include <cstring>

namespace molt {

namespace {

// Room for `length` items and some more, as CPython reserves it.
uint64_t capacityFor(const List *list, uint64_t length) {
  uint64_t capacity = (length + (length >> 3) + 6) & ~uint64_t{3};
  return length - list->length > capacity - length ? (length + 3) & ~uint64_t{3} : capacity;
}

// The items to the beginning of the array.
[[gnu::noinline]] void closeGap(List *list) {
  uint64_t gap = std::exchange(list->gap, 0);
  Value *items = list->items.get();
  std::memmove(static_cast<void *>(items - gap), items, list->length * sizeof(Value));
  list->items = items - gap;
  list->capacity += gap;
}

[[gnu::always_inline]] inline void resize(List *list, uint64_t capacity) {
  if (__builtin_expect(list->gap != 0, 0))
    closeGap(list);
  list->items = resizeArray(list->items.get(), list->capacity, capacity);
  list->capacity = capacity;
}

// Where many items were taken from the front, their room serves: so a list that is a queue is moved once in a while.
void grow(List *list, uint64_t length) {
  if (__builtin_expect(list->gap != 0, 0) && list->gap > list->length / 4 && length <= list->gap + list->capacity)
    return closeGap(list);
  resize(list, capacityFor(list, length));
}

void shrink(List *list) {
  uint64_t allocated = list->gap + list->capacity;
  if (list->length >= allocated / 2 || allocated <= kSmallListCapacity)
    return;
  uint64_t capacity = list->length == 0 ? 0 : (list->length + (list->length >> 3) + 6) & ~uint64_t{3};
  if (capacity < allocated)
    resize(list, capacity);
}

// The first items move up by `count`, or down into the gap.
[[gnu::noinline]] void moveUp(List *list, uint64_t length, uint64_t count) {
  Value *items = list->items.get();
  std::memmove(static_cast<void *>(items + count), items, length * sizeof(Value));
  list->items = items + count;
  list->gap += count;
  list->capacity -= count;
}
[[gnu::noinline]] void moveDown(List *list, uint64_t length) {
  Value *items = list->items.get();
  std::memmove(static_cast<void *>(items - 1), items, length * sizeof(Value));
  list->items = items - 1;
  --list->gap;
  ++list->capacity;
}

// Closes a hole of `count` items at `start`, which `length` does not count any more, from the side where less is moved.
inline void closeHole(List *list, uint64_t start, uint64_t count) {
  uint64_t behind = list->length - start;
  if (behind == 0)
    return;
  if (start < behind && list->length >= kSmallListCapacity)
    return moveUp(list, start, count);
  Value *at = list->items + start;
  std::memmove(static_cast<void *>(at), at + count, behind * sizeof(Value));
}

[[gnu::noinline]] Result<void> makeRoom(List *list, uint64_t length) {
  uint64_t capacity = capacityFor(list, length);
  if (!memoryFor(capacity * sizeof(Value)))
    return raiseMemoryError();
  if (__builtin_expect(list->gap != 0, 0))
    grow(list, length);
  else
    resize(list, capacity);
  return {};
}
[[gnu::always_inline]] inline Result<void> reserve(List *list, uint64_t length) {
  return length <= list->capacity ? Result<void>() : makeRoom(list, length);
}

bool isUncounted(Value item) { return item.isObject() && item.asObject()->refcount >= kImmortal; }

// Where the items left end with one that has no count, as True and None, the others are often such, too: skips them.
uint64_t skipUncounted(const Value *items, uint64_t length) {
  Value known[2] = {items[length - 1], items[length - 1]};
  for (; length; --length) {
    Value item = items[length - 1];
    if (!item.isObject() || item == known[0] || item == known[1])
      continue;
    if (!isUncounted(item))
      break;
    known[1] = std::exchange(known[0], item);
  }
  return length;
}

// The last item first.
void releaseAll(const Value *items, uint64_t length) {
  constexpr uint64_t kAhead = 8; // the items of a long list are seldom in a cache
  if (length > kAhead && isUncounted(items[length - 1]))
    length = skipUncounted(items, length);
  for (; length > kAhead; --length) {
    if (items[length - 1 - kAhead].isObject())
      __builtin_prefetch(items[length - 1 - kAhead].asObject(), 1);
    release(items[length - 1]);
  }
  while (length)
    release(items[--length]);
}

void appendAll(List *list, const Value *items, uint64_t count) {
  for (uint64_t i = 0; i < count; ++i)
    retain(items[i]);
  std::memcpy(static_cast<void *>(list->items + list->length), items, count * sizeof(Value));
  list->length += count;
}

} // namespace

// ---- Compact lists -------------------------------------------------------------------------------------

static Value boolOf(uint8_t byte) { return boolean(byte).value(); }

static Owned<List> makeCompactList(uint64_t length, bool item) {
  Owned<List> list = makeList();
  auto *bytes = allocateArray<uint8_t>(length);
  std::memset(bytes, item, length);
  list->items = reinterpret_cast<Value *>(bytes);
  list->capacity = -length;
  return list;
}

extern "C" void molt_make_ordinary(Borrowed<List> given) {
  List *list = given.get();
  if (!list->isCompact())
    return;
  uint64_t length = list->compactLength();
  const uint8_t *bytes = list->bytes();
  Value *items = allocateArray<Value>(length);
  for (uint64_t i = 0; i < length; ++i)
    items[i] = boolOf(bytes[i]); // these have no counts
  releaseArray(list->bytes(), length);
  list->items = items;
  list->length = list->capacity = length;
}

Borrowed<> AnyList::item(uint64_t index) const {
  return Borrowed<>(list->isCompact() ? boolOf(list->bytes()[index]) : list->items[index]);
}

bool setCompactItem(List *list, uint64_t index, Borrowed<> item) {
  if (!isBool(item))
    return false;
  list->bytes()[index] = item.value() == boolean(true).value();
  return true;
}

uint64_t countTrue(const List *list) {
  uint64_t count = 0;
  for (const uint8_t *byte = list->bytes(), *end = byte + list->compactLength(); byte != end; ++byte)
    count += *byte;
  return count;
}

// list * count, where nothing but bools is likely to get into the result. MemoryError comes here, as if the list were an
// ordinary one, so that it may become one later.
extern "C" Result<Owned<>> molt_repeat_compact_py(Borrowed<> left, Borrowed<> right) {
  Borrowed<> list = left, count = right;
  if (!isExactly(list, molt_type_list))
    std::swap(list, count);
  bool isOfOneBool = isExactly(list, molt_type_list) && asAnyList(list).length() == 1 &&
                     isBool(asAnyList(list).item(0));
  if (!isOfOneBool || !count.value().isInlineInt() || count.value().asInlineInt() <= 0)
    return binary_py(BinaryOperator::kMultiply, left, right);
  uint64_t length = TRY(repeatedLength(1, count.value().asInlineInt()));
  return makeCompactList(length, asAnyList(list).item(0).value() == boolean(true).value());
}

Result<void> listReserve(Borrowed<List> list, uint64_t length) { return reserve(list.get(), length); }
void listShrink(Borrowed<List> list) { shrink(list.get()); }
void listFit(Borrowed<List> list) {
  constexpr uint64_t kMuch = 8192;
  List *self = list.get();
  if (self->capacity - self->length < kMuch)
    return;
  resize(self, self->length);
}

Owned<List> makeList() { return allocateQuickly<List, true>(molt_type_list); }

Owned<List> makeListSized(uint64_t capacity) {
  Owned<List> list = makeList();
  if (capacity) {
    list->items = allocateArray<Value>(capacity);
    list->capacity = capacity;
  }
  return list;
}

Owned<List> makeListFrom(const Value *items, uint64_t count) {
  Owned<List> list = makeListSized(count);
  if (count)
    appendAll(list.get(), items, count);
  return list;
}

Result<Owned<List>> listFromIterable_py(Borrowed<> iterable) {
  Owned<List> list = makeList();
  TRY(listExtend_py(list, iterable));
  listFit(list);
  return list;
}

void listAppend(Borrowed<List> list, Borrowed<> item) {
  retain(item.value());
  List *self = list.get();
  if (self->length == self->capacity)
    grow(self, self->length + 1);
  self->items[self->length++] = item.value();
}

void listAppend(Borrowed<List> list, Owned<> item) {
  List *self = list.get();
  if (self->length == self->capacity)
    grow(self, self->length + 1);
  self->items[self->length++] = item.intoValue();
}

void listInsert(Borrowed<List> list, uint64_t index, Borrowed<> item) {
  List *self = list.get();
  uint64_t behind = self->length - index;
  if (__builtin_expect(self->gap != 0, 0) && index < behind) {
    moveDown(self, index);
  } else {
    if (self->length == self->capacity)
      grow(self, self->length + 1);
    Value *at = self->items + index;
    std::memmove(static_cast<void *>(at + 1), at, behind * sizeof(Value));
  }
  retain(item.value());
  self->items[index] = item.value();
  ++self->length;
}

Result<void> listExtend_py(Borrowed<List> list, Borrowed<> iterable) {
  List *self = list.get();
  if (isExactly(iterable, molt_type_list)) {
    uint64_t count = iterable.as<List>()->length;
    if (count) {
      TRY(reserve(self, self->length + count)); // `iterable` may be the list itself
      appendAll(self, iterable.as<List>()->items, count);
    }
    return {};
  }
  if (isExactly(iterable, molt_type_tuple)) {
    Borrowed<Tuple> tuple = iterable.as<Tuple>();
    if (tuple->length) {
      TRY(reserve(self, self->length + tuple->length));
      appendAll(self, tuple->items(), tuple->length);
    }
    return {};
  }
  Iteration items;
  TRY(items.start_py(iterable));
  int64_t hint = TRY(lengthHint_py(iterable, 8));
  if (hint > 0 && static_cast<uint64_t>(hint) < kLargestAllocation / sizeof(Value))
    TRY(reserve(self, self->length + static_cast<uint64_t>(hint)));
  for (;;) {
    Owned<> item = TRY(items.next_py());
    if (Iteration::isEnd(item))
      break;
    TRY(reserve(self, self->length + 1));
    listAppend(list, std::move(item));
  }
  shrink(self);
  return {};
}

void listSetItem(Borrowed<List> list, uint64_t index, Borrowed<> item) {
  retain(item.value());
  release(std::exchange(list->items[index], item.value()));
}

Owned<> listTake(Borrowed<List> list, uint64_t index) {
  List *self = list.get();
  Owned<> item = Owned<>::steal(self->items[index]);
  --self->length;
  closeHole(self, index, 1);
  shrink(self);
  return item;
}

void listDeleteRange(Borrowed<List> list, uint64_t start, uint64_t stop) {
  List *self = list.get();
  if (start >= stop)
    return;
  if (start == 0 && stop == self->length && self->capacity > kSmallListCapacity)
    return listClear(list);
  uint64_t count = stop - start;
  Value few[8];
  Value *removed = count <= 8 ? few : allocateArray<Value>(count);
  std::memcpy(static_cast<void *>(removed), self->items + start, count * sizeof(Value));
  self->length -= count;
  closeHole(self, start, count);
  shrink(self);
  for (uint64_t i = count; i-- > 0;)
    release(removed[i]);
  if (removed != few)
    releaseArray(removed, count);
}

// Of a list that is compact, or has no room.
static void clearCompact(List *list) {
  if (uint64_t length = list->compactLength()) {
    list->capacity = 0;
    releaseArray(reinterpret_cast<uint8_t *>(std::exchange(list->items, Ptr<Value>()).get()), length);
  }
}

// Also of a compact list, which is no reason to make it ordinary.
void listClear(Borrowed<List> list) {
  List *self = list.get();
  if (static_cast<int64_t>(self->capacity) <= 0)
    return clearCompact(self);
  Value *items = std::exchange(self->items, Ptr<Value>());
  uint64_t length = std::exchange(self->length, 0), capacity = std::exchange(self->capacity, 0);
  uint64_t gap = std::exchange(self->gap, 0);
  releaseAll(items, length);
  releaseArray(items - gap, gap + capacity);
}

void listReverse(Borrowed<List> list) {
  if (list->length < 2)
    return;
  for (Value *low = list->items, *high = low + list->length - 1; low < high; ++low, --high)
    std::swap(*low, *high);
}

Owned<Tuple> listToTuple(Borrowed<List> list) { return makeTuple(list->items, list->length); }

// ---- Entry points --------------------------------------------------------------------------------------

extern "C" Owned<List> molt_make_list(const Value *items, uint64_t count) {
  return makeListFrom(items, count);
}
extern "C" void molt_list_append(Borrowed<List> list, Borrowed<> item) { listAppend(ordinary(list), item); }
extern "C" void molt_list_delete_py(Borrowed<List> list, int64_t index) {
  listTake(ordinary(list), static_cast<uint64_t>(index));
}
extern "C" void molt_list_shrink(Borrowed<List> list) { listShrink(ordinary(list)); }
extern "C" Result<void> molt_list_extend_py(Borrowed<List> list, Borrowed<> iterable) {
  Type *type = typeOf(iterable);
  Result<void> result = listExtend_py(ordinary(list), iterable);
  if (result.raised() && !type->iter && !(type->container && type->container->getItem) &&
      clearIfMatches(TypeError))
    return raise(TypeError, "Value after * must be an iterable, not %T", iterable);
  return result;
}
extern "C" Owned<Tuple> molt_list_to_tuple(Borrowed<List> list) { return listToTuple(ordinary(list)); }

} // namespace molt
