// iter(str).
#pragma once

#include "runtime/core/containers.h"

namespace molt {

struct StrIterator : Object {
  Ptr<Str> string; // null at the end
  uint64_t offset; // bytes
  uint64_t index;  // code points
};

Owned<> makeStrIterator(Borrowed<Str> string);

} // namespace molt
