// list: a growing array of values. Invariant: items[0 .. length) are owned and never null; capacity
// grows as CPython's does (by about an eighth), so appending is amortised constant.
//
// Where less is in front of removed items than behind them, that is what moves: `items` then lies behind a gap, into which
// insertions near the front move back. So pop(0) is constant, too. The array that was allocated begins at items - gap and
// has room for gap + capacity values. A list with a gap has capacity.
//
// A compact list (abi/object.h) is made by compiled code alone, where nothing but bools is seen to get into it. Who has a
// Borrowed<List> has an ordinary list: as<List>() sees to it. These rules make that so:
//   1. An entry point that takes a Borrowed<List> from compiled code may have got a compact one: it begins with ordinary().
//   2. Only functions that take an AnyList know of compact lists. They look at these without making them ordinary, and leave
//      all else to those that know of ordinary ones.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

// makeList and listAppend of a borrowed item are declared in runtime/core/containers.h.
Owned<List> makeListSized(uint64_t capacity); // empty, with room
// Gives back what a long list that is done has too much.
void listFit(Borrowed<List> list);
Owned<List> makeListFrom(const Value *items, uint64_t count);
Result<Owned<List>> listFromIterable_py(Borrowed<> iterable);

// A list in either form.
struct AnyList {
  List *list;
  uint64_t length() const { return list->anyLength(); }
  Borrowed<> item(uint64_t index) const; // index < length()
};
// Unchecked, like as<List>().
inline AnyList asAnyList(Borrowed<> value) { return {static_cast<List *>(value.value().asObject())}; }
// The list where it is exactly one, and compact; else null.
inline const List *asCompactList(Borrowed<> value) {
  if (!isExactly(value, molt_type_list))
    return nullptr;
  const List *list = asAnyList(value).list;
  return list->isCompact() ? list : nullptr;
}
inline Borrowed<List> ordinary(Borrowed<List> list) { return Borrowed<>(list).as<List>(); }
inline bool isBool(Borrowed<> value) {
  return value.value() == boolean(true).value() || value.value() == boolean(false).value();
}
// list[index] = item, of a compact list and a bool; false: it is none, and nothing was done.
bool setCompactItem(List *list, uint64_t index, Borrowed<> item); // index < compactLength()
// How many items of a compact list are True.
uint64_t countTrue(const List *list);

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
