// tuple: its items follow the header. Small tuples are kept for reuse by the allocator's free lists.
#pragma once

#include "abi/reference.h"

namespace molt {

Borrowed<Tuple> emptyTuple(); // immortal
Owned<Tuple> makeTuple(const Value *items, uint64_t count); // retains the items
Owned<Tuple> makeTuplePair(Borrowed<> first, Borrowed<> second);
// items null until filled: fill before anything can run.
Owned<Tuple> makeTupleUnfilled(uint64_t count);
Result<Owned<Tuple>> tupleFromIterable_py(Borrowed<> iterable);
inline Borrowed<> tupleItem(Borrowed<Tuple> tuple, uint64_t index) {
  return Borrowed<>(tuple->items()[index]);
}
Owned<Tuple> tupleSlice(Borrowed<Tuple> tuple, uint64_t start, uint64_t stop);

} // namespace molt
