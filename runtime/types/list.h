// list: a growing array of values. Invariant: items[0 .. length) are owned and never null; capacity
// grows as CPython's does (by about an eighth), so appending is amortised constant.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

// makeList and listAppend of a borrowed item are declared in runtime/core/containers.h.
Owned<List> makeListSized(uint64_t capacity); // empty, with room
// Gives back what a long list that is done has too much.
void listFit(Borrowed<List> list);
Owned<List> makeListFrom(const Value *items, uint64_t count);
Result<Owned<List>> listFromIterable_py(Borrowed<> iterable);

void listAppend(Borrowed<List> list, Owned<> item);
Result<void> listReserve(Borrowed<List> list, uint64_t length); // room for so many, and some more; MemoryError
void listShrink(Borrowed<List> list); // gives room back when there is much
void listInsert(Borrowed<List> list, uint64_t index, Borrowed<> item); // index <= length
Result<void> listExtend_py(Borrowed<List> list, Borrowed<> iterable);
inline Borrowed<> listItem(Borrowed<List> list, uint64_t index) {
  return Borrowed<>(list->items[index]);
}
void listSetItem(Borrowed<List> list, uint64_t index, Borrowed<> item); // index < length
Owned<> listTake(Borrowed<List> list, uint64_t index); // out of the list; index < length
void listDeleteRange(Borrowed<List> list, uint64_t start, uint64_t stop);
void listClear(Borrowed<List> list);
void listReverse(Borrowed<List> list);
// Stable; key may be null or None.
Result<void> listSort_py(Borrowed<List> list, Borrowed<> key, bool reverse);
Owned<Tuple> listToTuple(Borrowed<List> list);

} // namespace molt
