// Subscripts of the exact builtin containers without a call through the type.
#pragma once

#include "runtime/types/dict.h"
#include "runtime/types/list.h"

namespace molt {

// The place that an inline int means in a compact list; perhaps out of bounds.
inline uint64_t compactPlace(const List *list, Borrowed<> key) {
  int64_t index = key.value().asInlineInt();
  return static_cast<uint64_t>(index) + (index < 0 ? list->compactLength() : 0);
}

// list[int] and tuple[int] within bounds; else null, and nothing is pending.
inline Owned<> quickGetItem(Borrowed<> object, Borrowed<> key) {
  if (!object.value().isObject() || !key.value().isInlineInt())
    return {};
  const Type *type = object.value().asObject()->type;
  int64_t index = key.value().asInlineInt();
  if (type == &molt_type_list) {
    AnyList any = asAnyList(object);
    const List *list = any.list; // no index is within the bounds of a compact one
    if (index < 0)
      index += static_cast<int64_t>(list->length);
    if (static_cast<uint64_t>(index) < list->length)
      return Owned<>::retain(Borrowed<>(list->items[index]));
    if (uint64_t place = compactPlace(list, key); place < any.length())
      return Owned<>::retain(any.item(place));
  } else if (type == &molt_type_tuple) {
    const Tuple *tuple = object.as<Tuple>().get();
    if (index < 0)
      index += static_cast<int64_t>(tuple->length);
    if (static_cast<uint64_t>(index) < tuple->length)
      return Owned<>::retain(Borrowed<>(tuple->items()[index]));
  }
  return {};
}

// list[int] = value within bounds; false: not done.
inline bool quickSetItem(Borrowed<> object, Borrowed<> key, Borrowed<> value) {
  if (!object.value().isObject() || !key.value().isInlineInt() ||
      object.value().asObject()->type != &molt_type_list)
    return false;
  List *list = asAnyList(object).list;
  int64_t index = key.value().asInlineInt();
  if (index < 0)
    index += static_cast<int64_t>(list->length);
  if (static_cast<uint64_t>(index) >= list->length) {
    uint64_t place = compactPlace(list, key);
    return place < list->compactLength() && setCompactItem(list, place, value);
  }
  retain(value.value());
  release(std::exchange(list->items[index], value.value()));
  return true;
}

} // namespace molt
