// The layout of a bytearray, which compiled code looks into.
#pragma once

#include "abi/object.h"

namespace molt {

// Invariant: buffer has capacity bytes; the content starts at `start` and a NUL follows it (when capacity is not 0).
struct ByteArray : Object {
  uint64_t size;
  uint64_t capacity;
  Ptr<char> buffer;
  uint64_t start;   // content cut off at the front leaves room here
  uint64_t exports; // views that forbid a change of size
  char *data() { return buffer ? buffer + start : nullptr; }
};
static_assert(offsetof(ByteArray, size) == offsetof(Bytes, size) && sizeof(ByteArray) == 56);

} // namespace molt
