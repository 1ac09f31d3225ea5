// list: a growing array of values. Invariant: items[0 .. length) are owned and never null; capacity
// grows as CPython's does (by about an eighth), so appending is amortised constant.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

struct List : Object {
  uint64_t length;
  Ptr<Value> items; // null while capacity is 0
  uint64_t capacity;
};
static_assert(offsetof(List, length) == 16 && offsetof(List, items) == 24);

// makeList and listAppend of a borrowed item are declared in runtime/core/containers.h.
Owned<List> makeListSized(uint64_t capacity); // empty, with room
Owned<List> makeListFrom(const Value *items, uint64_t count);
Result<Owned<List>> listFromIterable_py(Borrowed<> iterable);

void listAppend(Borrowed<List> list, Owned<> item);
Result<void> listReserveOne(Borrowed<List> list); // MemoryError when there is no room for one more
void listInsert(Borrowed<List> list, uint64_t index, Borrowed<> item); // index <= length
Result<void> listExtend_py(Borrowed<List> list, Borrowed<> iterable);
inline Borrowed<> listItem(Borrowed<List> list, uint64_t index) {
  return Borrowed<>(list->items[index]);
}
void listSetItem(Borrowed<List> list, uint64_t index, Borrowed<> item); // index < length
void listDeleteRange(Borrowed<List> list, uint64_t start, uint64_t stop);
void listClear(Borrowed<List> list);
void listReverse(Borrowed<List> list);
// Stable; key may be null or None.
Result<void> listSort_py(Borrowed<List> list, Borrowed<> key, bool reverse);
Owned<Tuple> listToTuple(Borrowed<List> list);

} // namespace molt
