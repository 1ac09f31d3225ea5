// tuple: its items follow the header. Small tuples are kept for reuse by the allocator's free lists.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

// emptyTuple, makeTuple and makeUnfilledTuple are declared in runtime/core/containers.h.
Owned<Tuple> makePair(Borrowed<> first, Borrowed<> second);
Result<Owned<Tuple>> tupleFromIterable_py(Borrowed<> iterable);
inline Borrowed<> tupleItem(Borrowed<Tuple> tuple, uint64_t index) {
  return Borrowed<>(tuple->items()[index]);
}
Owned<Tuple> tupleSlice(Borrowed<Tuple> tuple, uint64_t start, uint64_t stop);

} // namespace molt
