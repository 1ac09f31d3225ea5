// tuple: its items follow the header. Where their number is even, a cell has a word more than they need: it keeps the hash
// of a tuple that was asked for it, if that took no call (kTupleHashed).
#pragma once

#include "runtime/core/containers.h"

namespace molt {

enum TupleFlags : uint32_t {
  kTupleHashed = 1u << 8, // only exact tuples in cells; who puts another item into one takes it away
};

// Precondition: kTupleHashed.
inline int64_t keptHash(const Tuple *tuple) { return static_cast<int64_t>(tuple->items()[tuple->length].bits()); }
// Of one without kTupleHashed, if all its items are inline ints; else false.
bool hashOfInts(Tuple *tuple, int64_t *hash);
// Of a tuple of these items, if all are inline ints and exact strs; else false.
bool hashOfItems(const Value *items, uint64_t count, int64_t *hash);
// hash(tuple), of an exact one too.
Result<int64_t> hashTuple_py(Borrowed<> tuple);

// emptyTuple, makeTuple and makeUnfilledTuple are declared in runtime/core/containers.h.
Owned<Tuple> makePair(Borrowed<> first, Borrowed<> second);
Result<Owned<Tuple>> tupleFromIterable_py(Borrowed<> iterable);
inline Borrowed<> tupleItem(Borrowed<Tuple> tuple, uint64_t index) {
  return Borrowed<>(tuple->items()[index]);
}
Owned<Tuple> tupleSlice(Borrowed<Tuple> tuple, uint64_t start, uint64_t stop);

} // namespace molt
