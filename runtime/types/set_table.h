// The inside of set and frozenset: for set.cpp and set_type.cpp.
#pragma once

#include "runtime/types/dict_table.h"
#include "runtime/types/set.h"

namespace molt {

extern "C" {
extern Type molt_type_set, molt_type_frozenset;
}

inline constexpr uint64_t kSetDummy = ~uint64_t{0}; // no hash is -1

Result<int64_t> hashSetKeySlow_py(Borrowed<> key); // words errors for set elements
inline Result<int64_t> hashSetKey_py(Borrowed<> key) { return hashWith_py<hashSetKeySlow_py>(key); }
// For membership tests and removal: a set is looked up as a frozenset. `frozen` keeps that alive.
Result<int64_t> hashForLookup_py(Borrowed<> *key, Owned<> *frozen);

inline bool isAnySet(Borrowed<> value) { return hasTypeFlag(value, kTypeSet | kTypeFrozenSet); }

// An empty set of a type (a subclass too).
Owned<Set> makeSetOf(Type *type);
// set or frozenset, of which `type` is or derives.
inline Type *baseSetType(const Type *type) {
  return type->has(kTypeFrozenSet) ? &molt_type_frozenset : &molt_type_set;
}

Result<SetEntry *> setFind_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash); // null: absent
Result<void> setAddHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash);
Result<bool> setDiscardHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash);
inline Result<bool> setContainsHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  SetEntry *entry = TRY(setFind_py(set, key, hash));
  return entry != nullptr;
}
// Takes the key out of an entry.
Owned<> setTakeKey(Set *set, SetEntry *entry);
void setClear(Borrowed<Set> set);
Owned<Set> setCopy(Borrowed<Set> set, Type *type);
Result<Owned<Set>> setIntersection_py(Borrowed<Set> set, Borrowed<> other);
Result<Owned<Set>> setDifference_py(Borrowed<Set> set, Borrowed<> other);
Result<Owned<Set>> setSymmetricDifference_py(Borrowed<Set> set, Borrowed<> other);
Result<bool> setIsSubset_py(Borrowed<Set> set, Borrowed<> other);
Result<bool> setIsSuperset_py(Borrowed<Set> set, Borrowed<> other);
Result<bool> setIsDisjoint_py(Borrowed<Set> set, Borrowed<> other);
// Exchanges the contents; the types stay.
void setSwap(Borrowed<Set> left, Borrowed<Set> right);

// Calls body(key, hash) -> Result<bool> for the items, which may change meanwhile; false stops.
template <class Body> Result<void> forEachEntry_py(Borrowed<Set> set, Body body) {
  for (uint64_t i = 0; i <= set->mask; ++i) {
    SetEntry entry = set->table[i];
    if (entry.key.isNull())
      continue;
    Owned<> key = Owned<>::retain(Borrowed<>(entry.key));
    bool goOn = TRY(body(key.borrow(), entry.hash));
    if (!goOn)
      return {};
  }
  return {};
}

} // namespace molt
