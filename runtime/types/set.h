// set and frozenset: open addressing as CPython's (nine linear probes, then perturbed jumps; growth
// by 4, or 2 above 50000 items), because the order of iteration can be observed.
//
// Invariant: an entry is free (key null, hash 0), a dummy (key null, hash kSetDummy) or holds an
// owned key; `fill` counts the entries that are not free, `used` those with keys.
//
// Each entry has a tag (behind the table): free, a dummy, or some bits of its key's hash, so that a run is searched by one
// comparison of its tags; and so is all of a table with few entries, since keys of one hash are nowhere else than on the
// way of that hash.
//
// Dummies make the search for what is absent long. So a larger table with dummies has `homes`: for each place how many keys
// begin their search there. Where none does, a key that would is absent.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

struct SetEntry {
  Value key;
  uint64_t hash;
};

inline constexpr uint64_t kSetSmall = 8;

struct Set : SetHead {
  uint64_t fill;
  uint64_t used;
  uint64_t mask; // entries - 1
  Ptr<SetEntry> table; // `small`, or a block with the tags
  Ptr<uint8_t> tags;   // `smallTags`, or in that block
  uint64_t hash; // frozenset: 0 while unknown
  uint64_t finger; // where pop() goes on searching
  Ptr<uint8_t> homes; // mask + 1 of them, or null; kManyHomes stays
  SetEntry small[kSetSmall];
  uint8_t smallTags[2 * kSetSmall]; // behind those in use lie a dummy's
  bool isSmall() const { return table.get() == small; }
};

Owned<Set> makeSet();
Owned<Set> makeFrozenSet();
Result<Owned<Set>> setFromIterable_py(Borrowed<> iterable);
Result<void> setAdd_py(Borrowed<Set> set, Borrowed<> key);
Result<bool> setContains_py(Borrowed<Set> set, Borrowed<> key);
Result<bool> setDiscard_py(Borrowed<Set> set, Borrowed<> key); // false: was absent
Result<void> setUpdate_py(Borrowed<Set> set, Borrowed<> iterable);
Result<void> setDifferenceUpdate_py(Borrowed<Set> set, Borrowed<> iterable);
Result<void> setSymmetricUpdate_py(Borrowed<Set> set, Borrowed<> iterable);
inline bool setNext(Borrowed<Set> set, uint64_t *position, Borrowed<> *key) {
  for (SetEntry *entries = set->table; *position <= set->mask;) {
    Value found = entries[(*position)++].key;
    if (!found.isNull()) {
      *key = Borrowed<>(found);
      return true;
    }
  }
  return false;
}

} // namespace molt
