// Subscripts of the exact builtin containers without a call through the type.
#pragma once

#include "runtime/types/dict.h"
#include "runtime/types/list.h"

namespace molt {

// list[int] and tuple[int] within bounds; else null, and nothing is pending.
inline Owned<> quickGetItem(Borrowed<> object, Borrowed<> key) {
  if (!object.value().isObject() || !key.value().isInlineInt())
    return {};
  const Type *type = object.value().asObject()->type;
  int64_t index = key.value().asInlineInt();
  if (type == &molt_type_list) {
    const List *list = object.as<List>().get();
    if (index < 0)
      index += static_cast<int64_t>(list->length);
    if (static_cast<uint64_t>(index) < list->length)
      return Owned<>::retain(Borrowed<>(list->items[index]));
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
  List *list = object.as<List>().get();
  int64_t index = key.value().asInlineInt();
  if (index < 0)
    index += static_cast<int64_t>(list->length);
  if (static_cast<uint64_t>(index) >= list->length)
    return false;
  retain(value.value());
  release(std::exchange(list->items[index], value.value()));
  return true;
}

} // namespace molt
