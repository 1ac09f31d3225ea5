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
// Both at once where it takes no more than a few compares: bounds that are ints or absent, and no step or one of 1 or -1.
inline bool sliceQuickly(const Value *bounds, uint64_t length, SliceIndices *slice) {
  Borrowed<> step(bounds[2]);
  bool isDown = step.value() == Value::fromInt(-1);
  if (!isDown && !isNone(step) && step.value() != Value::fromInt(1))
    return false;
  int64_t size = static_cast<int64_t>(length), least = isDown ? -1 : 0, most = isDown ? size - 1 : size;
  auto fit = [&](Value bound, int64_t absent, int64_t *fitted) {
    int64_t number = bound.isInlineInt() ? bound.asInlineInt() : absent;
    number += number < 0 && bound.isInlineInt() ? size : 0;
    *fitted = number < least ? least : number > most ? most : number;
    return bound.isInlineInt() || isNone(Borrowed<>(bound));
  };
  slice->step = isDown ? -1 : 1;
  if (!fit(bounds[0], isDown ? most : least, &slice->start) || !fit(bounds[1], isDown ? least : most, &slice->stop))
    return false;
  int64_t distance = isDown ? slice->start - slice->stop : slice->stop - slice->start;
  slice->count = distance > 0 ? static_cast<uint64_t>(distance) : 0;
  if (!isDown && distance < 0)
    slice->stop = slice->start;
  return true;
}
inline Result<SliceIndices> sliceIndices_py(Borrowed<Slice> slice, uint64_t length) {
  SliceIndices indices = TRY(sliceUnpack_py(slice));
  return sliceAdjust(indices, length);
}


// start, stop and step fitted to a length of any size, as a tuple of ints.
Result<Owned<Tuple>> sliceIndicesAny_py(Borrowed<Slice> slice, Borrowed<> length);

} // namespace molt
