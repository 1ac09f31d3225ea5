// slice: start, stop and step as they were given.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

struct Slice : Object {
  Value start, stop, step;
};

Owned<Slice> makeSlice(Borrowed<> start, Borrowed<> stop, Borrowed<> step); // None where absent

struct SliceIndices {
  int64_t start, stop, step;
  uint64_t count; // items selected
};
// The slice's values as int64 (clamped), not yet fitted to a length. TypeError as CPython.
Result<SliceIndices> sliceUnpack_py(const Value *bounds); // start, stop and step, None where absent
inline Result<SliceIndices> sliceUnpack_py(Borrowed<Slice> slice) { return sliceUnpack_py(&slice->start); }
// Fits them to a sequence of `length` items and counts.
SliceIndices sliceAdjust(SliceIndices slice, uint64_t length);
inline Result<SliceIndices> sliceIndices_py(Borrowed<Slice> slice, uint64_t length) {
  SliceIndices indices = TRY(sliceUnpack_py(slice));
  return sliceAdjust(indices, length);
}


// start, stop and step fitted to a length of any size, as a tuple of ints.
Result<Owned<Tuple>> sliceIndicesAny_py(Borrowed<Slice> slice, Borrowed<> length);

} // namespace molt
