// forEach_py() with lists and tuples walked directly. A list that changes meanwhile is seen as its
// iterator would see it.
#pragma once

#include "runtime/core/iterate.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {

// Calls body(Borrowed<> item) -> Result<bool> for each; false stops early.
template <class Body> Result<void> forEachItem_py(Borrowed<> iterable, Body body) {
  if (isExactly(iterable, molt_type_list)) {
    uint64_t i = 0;
    for (AnyList list = asAnyList(iterable); list.list->isCompact(); ++i) {
      if (i >= list.length())
        return {};
      bool goOn = TRY(body(list.item(i)));
      if (!goOn)
        return {};
    }
    Borrowed<List> list = iterable.as<List>();
    for (; i < list->length; ++i) {
      Owned<> item = Owned<>::retain(listItem(list, i));
      bool goOn = TRY(body(item.borrow()));
      if (!goOn)
        return {};
    }
    return {};
  }
  if (isExactly(iterable, molt_type_tuple)) {
    Borrowed<Tuple> tuple = iterable.as<Tuple>();
    for (uint64_t i = 0; i < tuple->length; ++i) {
      bool goOn = TRY(body(tupleItem(tuple, i)));
      if (!goOn)
        return {};
    }
    return {};
  }
  return forEach_py(iterable, body);
}

} // namespace molt
