// What list, tuple, range and their iterators share.
#pragma once

#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/types/slice.h"

namespace molt {

extern "C" {
extern Type molt_type_slice;
}

inline bool isSlice(Borrowed<> value) { return isExactly(value, molt_type_slice); }

// The index that a subscript means: -1 is the last item. Not fitted to the length otherwise.
// TypeError "list indices must be integers or slices, not str".
Result<int64_t> subscriptIndex_py(Borrowed<> key, uint64_t length, const char *typeName);

// Fits start and stop, as index() takes them, to a length.
inline void clampRange(int64_t *start, int64_t *stop, uint64_t length) {
  int64_t size = static_cast<int64_t>(length);
  if (*start < 0)
    *start = *start + size < 0 ? 0 : *start + size;
  if (*stop < 0)
    *stop = *stop + size < 0 ? 0 : *stop + size;
}

// Items compared as list and tuple compare. The arrays are read anew at each step because comparing
// can change them.
struct ItemSource {
  Object *object;
  uint64_t (*length)(Object *object);
  const Value *(*items)(Object *object);
};
Result<Owned<>> compareSequences_py(ItemSource left, ItemSource right, Comparison operation);

// Equal by identity or ==, with the fast cases inline.
inline Result<bool> itemEquals_py(Borrowed<> left, Borrowed<> right) {
  if (left.value() == right.value())
    return true;
  if (left.value().isInlineInt() && right.value().isInlineInt())
    return false;
  return equals_py(left, right);
}

// The repeat count of `sequence * n`. TypeError and OverflowError as CPython. Never negative.
Result<int64_t> repeatCount_py(Borrowed<> count);
// length * count, or MemoryError.
Result<uint64_t> repeatedLength(uint64_t length, int64_t count);

} // namespace molt
