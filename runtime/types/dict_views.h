// The views of a dict (keys(), items(), values()) and the iterators over them.
#pragma once

#include "runtime/types/dict.h"

namespace molt {

enum class DictPart : uint32_t { kKeys, kValues, kItems };

struct DictView : Object {
  Ptr<Dict> dict;
};

struct DictIterator : Object {
  Ptr<Dict> dict;     // null: at its end
  uint64_t used;      // the dict's size when the iterator was made; all ones after an error
  uint64_t position;  // of the next entry; reversed: one more than that
  uint64_t remaining;
  Value pair;         // items: the tuple given last, reused when nobody else has it
};

Owned<> makeDictView(Borrowed<Dict> dict, DictPart part);
Owned<> makeDictIterator(Borrowed<Dict> dict, DictPart part, bool reversed);

} // namespace molt
