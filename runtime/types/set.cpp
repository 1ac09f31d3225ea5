// The table of set and frozenset, and what is computed with it. The types are in set_type.cpp.
#include "runtime/types/set_table.h"

#include "runtime/core/iterate.h"

namespace molt {

namespace {

constexpr uint64_t kLinearProbes = 9;
constexpr uint64_t kBigSet = 50000;

// The runs of entries that are tried for a hash.
struct SetProbe {
  uint64_t start, perturb, mask;
  SetProbe(uint64_t hash, uint64_t mask) : start(hash & mask), perturb(hash), mask(mask) {}
  uint64_t last() const { return start + kLinearProbes <= mask ? start + kLinearProbes : start; }
  void next() {
    perturb >>= 5;
    start = (start * 5 + 1 + perturb) & mask;
  }
};

// Puts a key that is absent into a table without dummies and with room.
void insertClean(SetEntry *table, uint64_t mask, SetEntry entry) {
  for (SetProbe probe(entry.hash, mask);; probe.next())
    for (uint64_t i = probe.start; i <= probe.last(); ++i)
      if (table[i].key.isNull()) {
        table[i] = entry;
        return;
      }
}

void clearEntries(SetEntry *entries, uint64_t count) {
  std::memset(static_cast<void *>(entries), 0, count * sizeof(SetEntry));
}

// ---- Homes (set.h) ----
constexpr uint8_t kManyHomes = 255;

void dropHomes(Set *set) {
  if (uint8_t *homes = std::exchange(set->homes, Ptr<uint8_t>()))
    releaseArray(homes, set->mask + 1);
}
void addHome(Set *set, uint64_t hash) {
  uint8_t &count = set->homes[hash & set->mask];
  if (count != kManyHomes)
    ++count;
}
void makeHomes(Set *set) {
  set->homes = allocateArray<uint8_t>(set->mask + 1);
  std::memset(set->homes.get(), 0, set->mask + 1);
  const SetEntry *entries = set->entries();
  for (uint64_t i = 0; i <= set->mask; ++i)
    if (!entries[i].key.isNull())
      addHome(set, entries[i].hash);
}
bool isNobodysHome(const Set *set, uint64_t hash) { return set->homes && !set->homes[hash & set->mask]; }

void resize(Set *set, uint64_t wanted) {
  dropHomes(set);
  uint64_t size = kSetSmall;
  while (size <= wanted)
    size <<= 1;
  SetEntry oldSmall[kSetSmall];
  SetEntry *oldTable = set->table, *old = oldTable;
  uint64_t oldMask = set->mask;
  if (!oldTable) {
    std::memcpy(static_cast<void *>(oldSmall), set->small, sizeof oldSmall);
    old = oldSmall;
  }
  set->table = size == kSetSmall ? nullptr : allocateArray<SetEntry>(size);
  SetEntry *table = set->entries();
  clearEntries(table, size);
  set->mask = size - 1;
  set->fill = set->used;
  for (uint64_t i = 0; i <= oldMask; ++i)
    if (!old[i].key.isNull())
      insertClean(table, set->mask, old[i]);
  if (oldTable)
    releaseArray(oldTable, oldMask + 1);
}

void resizeWithRoom(Set *set) {
  resize(set, set->used > kBigSet ? set->used * 2 : set->used * 4);
}

// Before adding `count` items at once.
void reserve(Set *set, uint64_t count) {
  if ((set->fill + count) * 5 >= set->mask * 3)
    resize(set, (set->used + count) * 2);
}

enum class Purpose { kFind, kAdd };

// Finds a key. When it is absent, *found is false and the result is, for adding, the entry where it
// belongs: the last dummy on its way, else the free one at its end.
template <Purpose purpose>
Result<SetEntry *> locate_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash, bool *found) {
restart:
  SetEntry *table = set->entries(), *dummy = nullptr;
  for (SetProbe probe(hash, set->mask);; probe.next()) {
    SetEntry *last = table + probe.last();
    for (SetEntry *entry = table + probe.start; entry <= last; ++entry) {
      uint64_t entryHash = entry->hash;
      if (entryHash == 0 && entry->key.isNull()) {
        *found = false;
        return purpose == Purpose::kAdd && dummy ? dummy : entry;
      }
      if (purpose == Purpose::kAdd && entryHash == kSetDummy)
        dummy = entry;
      if (entryHash != hash)
        continue;
      bool equal = entry->key == key.value();
      if (!equal && !equalInsteadOfCalling(entry->key, key.value(), &equal)) {
        Owned<> held = Owned<>::retain(Borrowed<>(entry->key));
        equal = TRY(compareTruth_py(held, key, Comparison::kEqual));
        if (set->entries() != table || set->mask != probe.mask || entry->key != held.value())
          goto restart;
      }
      if (equal) {
        *found = true;
        return entry;
      }
    }
  }
}

// The set's own items, all at once.
void merge(Set *set, Set *other) {
  if (set == other || other->used == 0)
    return;
  reserve(set, other->used);
  dropHomes(set);
  SetEntry *table = set->entries(), *from = other->entries();
  bool same = set->mask == other->mask && other->fill == other->used;
  for (uint64_t i = 0; i <= other->mask; ++i) {
    if (from[i].key.isNull())
      continue;
    retain(from[i].key);
    if (same)
      table[i] = from[i];
    else
      insertClean(table, set->mask, from[i]);
  }
  set->fill = set->used = other->used;
}

} // namespace

Owned<> setTakeKey(Set *set, SetEntry *entry) {
  if (!set->homes)
    makeHomes(set);
  if (uint8_t &count = set->homes[entry->hash & set->mask]; count != kManyHomes)
    --count;
  entry->hash = kSetDummy;
  --set->used;
  return Owned<>::steal(std::exchange(entry->key, Value()));
}

Result<int64_t> hashSetKeySlow_py(Borrowed<> key) {
  Result<int64_t> hash = hash_py(key);
  if (!hash.raised() || runtime().pythonMinor < 14 || typeOf(pendingException()) != &TypeError)
    return hash;
  Owned<> cause = takePending();
  return raise(TypeError, "cannot use '%T' as a set element (%S)", key, cause);
}

Result<int64_t> hashForLookup_py(Borrowed<> *key, Owned<> *frozen) {
  if (!key->value().isObject() || !hasTypeFlag(*key, kTypeSet))
    return hashSetKey_py(*key);
  Result<int64_t> hash = hashSetKey_py(*key);
  if (!hash.raised() || !clearIfMatches(TypeError))
    return hash;
  *frozen = setCopy(key->as<Set>(), &molt_type_frozenset);
  *key = frozen->borrow();
  return hash_py(*key);
}

Owned<Set> makeSetOf(Type *type) {
  Owned<Set> set =
      Owned<Set>::steal(static_cast<Set *>(allocateObject(type, sizeof(Set), 0)));
  set->mask = kSetSmall - 1;
  return set;
}
Owned<Set> makeSet() { return makeSetOf(&molt_type_set); }
Owned<Set> makeFrozenSet() { return makeSetOf(&molt_type_frozenset); }

Result<Owned<Set>> setFromIterable_py(Borrowed<> iterable) {
  Owned<Set> set = makeSet();
  TRY(setUpdate_py(set, iterable));
  return set;
}

Owned<Set> setCopy(Borrowed<Set> set, Type *type) {
  Owned<Set> copy = makeSetOf(type);
  merge(copy.get(), set.get());
  return copy;
}

void setClear(Borrowed<Set> set) {
  Set *self = set.get();
  dropHomes(self);
  SetEntry copied[kSetSmall];
  SetEntry *table = std::exchange(self->table, Ptr<SetEntry>()), *entries = table;
  uint64_t mask = std::exchange(self->mask, kSetSmall - 1);
  if (!table) {
    if (self->fill == 0)
      return;
    std::memcpy(static_cast<void *>(copied), self->small, sizeof copied);
    entries = copied;
  }
  self->fill = self->used = 0;
  self->hash = 0;
  clearEntries(self->small, kSetSmall);
  for (uint64_t i = 0; i <= mask; ++i)
    if (!entries[i].key.isNull())
      release(entries[i].key);
  if (table)
    releaseArray(table, mask + 1);
}

void setSwap(Borrowed<Set> left, Borrowed<Set> right) {
  Set *a = left.get(), *b = right.get();
  std::swap(a->fill, b->fill);
  std::swap(a->used, b->used);
  std::swap(a->mask, b->mask);
  std::swap(a->table, b->table);
  std::swap(a->homes, b->homes);
  std::swap(a->small, b->small);
  a->hash = b->hash = 0;
}

// ---- One item ------------------------------------------------------------------------------------------

Result<SetEntry *> setFind_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  if (set->used == 0 || isNobodysHome(set.get(), hash))
    return static_cast<SetEntry *>(nullptr);
  bool found = false;
  SetEntry *entry = TRY(locate_py<Purpose::kFind>(set, key, hash, &found));
  return found ? entry : nullptr;
}

Result<void> setAddHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  Owned<> held = Owned<>::retain(key);
  bool found = false;
  SetEntry *entry = TRY(locate_py<Purpose::kAdd>(set, key, hash, &found));
  if (found)
    return {};
  bool reused = entry->hash == kSetDummy;
  *entry = {held.intoValue(), hash};
  ++set->used;
  if (set->homes)
    addHome(set.get(), hash);
  if (!reused && ++set->fill * 5 >= set->mask * 3)
    resizeWithRoom(set.get());
  return {};
}

Result<void> setAdd_py(Borrowed<Set> set, Borrowed<> key) {
  int64_t hash = TRY(hashSetKey_py(key));
  return setAddHashed_py(set, key, static_cast<uint64_t>(hash));
}

namespace {
enum class Membership { kAbsent, kPresent, kUnknown };

// Of an inline int. Another key with its hash could be equal to it: then somebody has to ask.
Membership findInt(Set *set, Value key) {
  int64_t number = key.asInlineInt();
  uint64_t hash = static_cast<uint64_t>(number == -1 ? -2 : number);
  if (isNobodysHome(set, hash))
    return Membership::kAbsent;
  const SetEntry *table = set->entries();
  for (SetProbe probe(hash, set->mask);; probe.next()) {
    const SetEntry *last = table + probe.last();
    for (const SetEntry *entry = table + probe.start; entry <= last; ++entry) {
      uint64_t entryHash = entry->hash;
      if (entryHash == hash) {
        if (entry->key == key)
          return Membership::kPresent;
        if (!entry->key.isNull() && !entry->key.isInlineInt())
          return Membership::kUnknown;
      }
      if (entryHash == 0 && entry->key.isNull())
        return Membership::kAbsent;
    }
  }
}
} // namespace

Result<bool> setContains_py(Borrowed<Set> set, Borrowed<> key) {
  if (key.value().isInlineInt()) {
    Membership membership = findInt(set.get(), key.value());
    if (membership != Membership::kUnknown)
      return membership == Membership::kPresent;
  }
  Owned<> frozen;
  int64_t hash = TRY(hashForLookup_py(&key, &frozen));
  return setContainsHashed_py(set, key, static_cast<uint64_t>(hash));
}

Result<bool> setDiscardHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  SetEntry *entry = TRY(setFind_py(set, key, hash));
  if (!entry)
    return false;
  Owned<> removed = setTakeKey(set.get(), entry);
  return true;
}

Result<bool> setDiscard_py(Borrowed<Set> set, Borrowed<> key) {
  Owned<> frozen;
  int64_t hash = TRY(hashForLookup_py(&key, &frozen));
  return setDiscardHashed_py(set, key, static_cast<uint64_t>(hash));
}

// ---- Many ------------------------------------------------------------------------------------------------

Result<void> setUpdate_py(Borrowed<Set> set, Borrowed<> iterable) {
  if (isAnySet(iterable)) {
    Borrowed<Set> other = iterable.as<Set>();
    if (set->fill == 0) {
      merge(set.get(), other.get());
      return {};
    }
    if (set.get() == other.get() || other->used == 0)
      return {};
    reserve(set.get(), other->used);
    return forEachEntry_py(other, [&](Borrowed<> key, uint64_t hash) -> Result<bool> {
      TRY(setAddHashed_py(set, key, hash));
      return true;
    });
  }
  if (isExactly(iterable, molt_type_dict)) {
    Borrowed<Dict> dict = iterable.as<Dict>();
    reserve(set.get(), dict->used);
    for (uint64_t i = 0; i < dict->entryCount; ++i) {
      DictEntry entry = dict->entries[i];
      if (!entry.key.isNull())
        TRY(setAddHashed_py(set, Borrowed<>(entry.key), entry.hash));
    }
    return {};
  }
  return forEach_py(iterable, [&](Borrowed<> key) -> Result<bool> {
    TRY(setAdd_py(set, key));
    return true;
  });
}

Result<void> setDifferenceUpdate_py(Borrowed<Set> set, Borrowed<> iterable) {
  if (iterable.value() == set.value()) {
    setClear(set);
    return {};
  }
  if (isAnySet(iterable)) {
    Owned<Set> other = Owned<Set>::retain(iterable.as<Set>());
    if (other->used >> 3 > set->used) // the other one is much larger
      other = TRY(setIntersection_py(set, iterable));
    TRY(forEachEntry_py(other, [&](Borrowed<> key, uint64_t hash) -> Result<bool> {
      TRY(setDiscardHashed_py(set, key, hash));
      return true;
    }));
  } else {
    TRY(forEach_py(iterable, [&](Borrowed<> key) -> Result<bool> {
      int64_t hash = TRY(hashSetKey_py(key));
      TRY(setDiscardHashed_py(set, key, static_cast<uint64_t>(hash)));
      return true;
    }));
  }
  if (set->fill - set->used > set->mask / 4)
    resizeWithRoom(set.get());
  return {};
}

Result<void> setSymmetricUpdate_py(Borrowed<Set> set, Borrowed<> iterable) {
  if (iterable.value() == set.value()) {
    setClear(set);
    return {};
  }
  Owned<Set> other;
  if (isAnySet(iterable)) {
    other = Owned<Set>::retain(iterable.as<Set>());
  } else if (isExactly(iterable, molt_type_dict)) {
    Borrowed<Dict> dict = iterable.as<Dict>();
    for (uint64_t i = 0; i < dict->entryCount; ++i) {
      DictEntry entry = dict->entries[i];
      if (entry.key.isNull())
        continue;
      Owned<> key = Owned<>::retain(Borrowed<>(entry.key));
      bool removed = TRY(setDiscardHashed_py(set, key, entry.hash));
      if (!removed)
        TRY(setAddHashed_py(set, key, entry.hash));
    }
    return {};
  } else {
    other = makeSetOf(baseSetType(set->type));
    TRY(setUpdate_py(other, iterable));
  }
  return forEachEntry_py(other, [&](Borrowed<> key, uint64_t hash) -> Result<bool> {
    bool removed = TRY(setDiscardHashed_py(set, key, hash));
    if (!removed)
      TRY(setAddHashed_py(set, key, hash));
    return true;
  });
}

Result<Owned<Set>> setIntersection_py(Borrowed<Set> set, Borrowed<> other) {
  Type *type = baseSetType(set->type);
  if (other.value() == set.value())
    return setCopy(set, type);
  Owned<Set> result = makeSetOf(type);
  auto addCommon = [&](Borrowed<Set> where, Borrowed<> key, uint64_t hash) -> Result<bool> {
    bool common = TRY(setContainsHashed_py(where, key, hash));
    if (common)
      TRY(setAddHashed_py(result, key, hash));
    return true;
  };
  if (isAnySet(other)) {
    Borrowed<Set> large = set, small = other.as<Set>();
    if (small->used > large->used)
      std::swap(large, small);
    TRY(forEachEntry_py(small, [&](Borrowed<> key, uint64_t hash) {
      return addCommon(large, key, hash);
    }));
    return result;
  }
  TRY(forEach_py(other, [&](Borrowed<> key) -> Result<bool> {
    int64_t hash = TRY(hashSetKey_py(key));
    return addCommon(set, key, static_cast<uint64_t>(hash));
  }));
  return result;
}

Result<Owned<Set>> setDifference_py(Borrowed<Set> set, Borrowed<> other) {
  Type *type = baseSetType(set->type);
  bool isDictionary = isExactly(other, molt_type_dict);
  uint64_t size = isAnySet(other) ? other.as<Set>()->used : isDictionary ? other.as<Dict>()->used : 0;
  if ((!isAnySet(other) && !isDictionary) || set->used >> 2 > size) {
    Owned<Set> copy = setCopy(set, type);
    TRY(setDifferenceUpdate_py(copy, other));
    return copy;
  }
  Owned<Set> result = makeSetOf(type);
  TRY(forEachEntry_py(set, [&](Borrowed<> key, uint64_t hash) -> Result<bool> {
    bool common;
    if (isDictionary) {
      int64_t at = TRY(dictFind_py(other.as<Dict>(), key, hash));
      common = at != kNoEntry;
    } else {
      common = TRY(setContainsHashed_py(other.as<Set>(), key, hash));
    }
    if (!common)
      TRY(setAddHashed_py(result, key, hash));
    return true;
  }));
  return result;
}

Result<Owned<Set>> setSymmetricDifference_py(Borrowed<Set> set, Borrowed<> other) {
  Owned<Set> result = makeSetOf(baseSetType(set->type));
  TRY(setUpdate_py(result, other));
  TRY(setSymmetricUpdate_py(result, set));
  return result;
}

Result<bool> setIsSubset_py(Borrowed<Set> set, Borrowed<> other) {
  if (!isAnySet(other)) {
    Owned<Set> made = TRY(setFromIterable_py(other));
    return setIsSubset_py(set, made);
  }
  if (set->used > other.as<Set>()->used)
    return false;
  bool all = true;
  TRY(forEachEntry_py(set, [&](Borrowed<> key, uint64_t hash) -> Result<bool> {
    all = TRY(setContainsHashed_py(other.as<Set>(), key, hash));
    return all;
  }));
  return all;
}

Result<bool> setIsSuperset_py(Borrowed<Set> set, Borrowed<> other) {
  if (isAnySet(other))
    return setIsSubset_py(other.as<Set>(), set);
  bool all = true;
  TRY(forEach_py(other, [&](Borrowed<> key) -> Result<bool> {
    int64_t hash = TRY(hashSetKey_py(key));
    all = TRY(setContainsHashed_py(set, key, static_cast<uint64_t>(hash)));
    return all;
  }));
  return all;
}

Result<bool> setIsDisjoint_py(Borrowed<Set> set, Borrowed<> other) {
  if (other.value() == set.value())
    return set->used == 0;
  bool disjoint = true;
  if (isAnySet(other)) {
    Borrowed<Set> large = set, small = other.as<Set>();
    if (small->used > large->used)
      std::swap(large, small);
    TRY(forEachEntry_py(small, [&](Borrowed<> key, uint64_t hash) -> Result<bool> {
      bool common = TRY(setContainsHashed_py(large, key, hash));
      disjoint = !common;
      return disjoint;
    }));
    return disjoint;
  }
  TRY(forEach_py(other, [&](Borrowed<> key) -> Result<bool> {
    int64_t hash = TRY(hashSetKey_py(key));
    bool common = TRY(setContainsHashed_py(set, key, static_cast<uint64_t>(hash)));
    disjoint = !common;
    return disjoint;
  }));
  return disjoint;
}

// ---- Entry points --------------------------------------------------------------------------------------------

extern "C" Result<Owned<>> molt_make_set_py(const Value *items, uint64_t count) {
  Owned<Set> set = makeSet();
  for (uint64_t i = 0; i < count; ++i)
    TRY(setAdd_py(set, Borrowed<>(items[i])));
  return set;
}
extern "C" Result<void> molt_set_add_py(Borrowed<> set, Borrowed<> item) {
  return setAdd_py(set.as<Set>(), item);
}
extern "C" Result<void> molt_set_update_py(Borrowed<> set, Borrowed<> iterable) {
  return setUpdate_py(set.as<Set>(), iterable);
}

} // namespace molt
