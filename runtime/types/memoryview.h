// memoryview for C++.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

extern "C" {
extern Type molt_type_memoryview;
}

struct MemoryView : Object {
  Ptr<Object> object; // bytes or bytearray; null: released
  uint64_t offset;    // bytes
  int64_t stride;     // bytes
  uint64_t length;    // items
  uint32_t itemSize;
  char format;
  bool readonly;
};

Owned<MemoryView> makeMemoryView(Borrowed<> object); // a bytes or bytearray

} // namespace molt
