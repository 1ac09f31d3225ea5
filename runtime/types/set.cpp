// The table of set and frozenset, and what is computed with it. The types are in set_type.cpp.
#include "runtime/types/set_table.h"

#include "runtime/core/iterate.h"

#include <iterator>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace molt {

namespace {

constexpr uint64_t kLinearProbes = 9;
constexpr uint64_t kBigSet = 50000;

// The runs of entries that are tried for a hash.
struct SetProbe {
  uint64_t start, perturb, mask;
  SetProbe(uint64_t hash, uint64_t mask) : start(hash & mask), perturb(hash), mask(mask) {}
  uint64_t last() const { return start + kLinearProbes <= mask ? start + kLinearProbes : start; }
  // The run as bits, the first entry's lowest.
  uint32_t bits() const { return start + kLinearProbes <= mask ? (2u << kLinearProbes) - 1 : 1; }
  void next() {
    perturb >>= 5;
    start = (start * 5 + 1 + perturb) & mask;
  }
};

// ---- Tags (set.h) ----
constexpr uint8_t kFreeTag = 0, kDummyTag = 1; // those of keys are larger
constexpr uint64_t kTagGroup = 16;

uint8_t tagOf(uint64_t hash) {
  return static_cast<uint8_t>(hash * 0x9E3779B97F4A7C15 >> 56) | 2;
}
// Entries and tags of a table of that size; tags are read by groups, also at the end.
size_t tableBytes(uint64_t size) { return size * (sizeof(SetEntry) + 1) + kTagGroup; }

// Some tags in a row, for comparison with one all at once.
class TagGroup {
#ifdef __SSE2__
  __m128i tags_;

public:
  explicit TagGroup(const uint8_t *tags) : tags_(_mm_loadu_si128(reinterpret_cast<const __m128i *>(tags))) {}
  // Those that are equal as bits, the first one's lowest.
  uint32_t equal(uint8_t tag) const {
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(tags_, _mm_set1_epi8(static_cast<char>(tag)))));
  }
#else
  uint64_t words_[2];
  static uint32_t equal(uint64_t word, uint8_t tag) {
    constexpr uint64_t low = 0x7F7F7F7F7F7F7F7F;
    uint64_t other = word ^ tag * uint64_t{0x0101010101010101};
    uint64_t same = ~(((other & low) + low) | other | low); // the top bits of bytes that are 0
    return static_cast<uint32_t>((same >> 7) * 0x0102040810204080 >> 56);
  }

public:
  explicit TagGroup(const uint8_t *tags) { std::memcpy(words_, tags, sizeof words_); }
  uint32_t equal(uint8_t tag) const { return equal(words_[0], tag) | equal(words_[1], tag) << 8; }
#endif
};
// The part of a run that comes before its first free entry.
template <class Bits> Bits bitsBefore(Bits free, Bits run) { return ((free ^ (free - 1)) >> 1) & run; }

// Of a table with so many entries all tags are looked at first.
constexpr uint64_t kFewEntries = 64;
bool hasFewEntries(const Set *set) { return set->mask < kFewEntries; }
inline uint64_t tagsEqual(const Set *set, uint8_t tag) {
  static_assert(sizeof Set::smallTags == kTagGroup && kFewEntries == 4 * kTagGroup);
  const uint8_t *tags = set->tags;
  uint64_t bits = TagGroup(tags).equal(tag);
  if (set->mask < kTagGroup)
    return bits;
  bits |= uint64_t{TagGroup(tags + kTagGroup).equal(tag)} << kTagGroup;
  if (set->mask < 2 * kTagGroup)
    return bits;
  return bits | uint64_t{TagGroup(tags + 2 * kTagGroup).equal(tag)} << 2 * kTagGroup |
         uint64_t{TagGroup(tags + 3 * kTagGroup).equal(tag)} << 3 * kTagGroup;
}

void setTag(Set *set, const SetEntry *entry, uint8_t tag) { set->tags[entry - set->table.get()] = tag; }

// ---- Small ints (SetHead) ----
bool isSmallInt(Value key) {
  return key.isInlineInt() && static_cast<uint64_t>(key.asInlineInt() - kSmallIntsFrom) < uint64_t{kSmallIntCount};
}
uint64_t &wordOfSmallInt(Set *set, Value key) { return set->smallInts[(key.asInlineInt() - kSmallIntsFrom) / 64]; }
uint64_t bitOfSmallInt(Value key) { return uint64_t{1} << ((key.asInlineInt() - kSmallIntsFrom) % 64); }
// A key that is added.
void noteKey(Set *set, Value key) {
  if (isSmallInt(key))
    wordOfSmallInt(set, key) |= bitOfSmallInt(key);
  else if (!key.isInlineInt() && !isExactStr(key))
    set->flags |= kSetOtherKeys;
}
void noteKeysOf(Set *set, const Set *other) {
  for (unsigned i = 0; i < std::size(set->smallInts); ++i)
    set->smallInts[i] |= other->smallInts[i];
  set->flags |= other->flags & kSetOtherKeys;
}
void forgetKeys(Set *set) {
  std::memset(set->smallInts, 0, sizeof set->smallInts);
  set->flags &= ~uint32_t{kSetOtherKeys};
}

// Puts a key that is absent into a table without dummies and with room.
void insertClean(Set *set, SetEntry entry) {
  SetEntry *table = set->table;
  for (SetProbe probe(entry.hash, set->mask);; probe.next())
    for (uint64_t i = probe.start; i <= probe.last(); ++i)
      if (table[i].key.isNull()) {
        table[i] = entry;
        setTag(set, &table[i], tagOf(entry.hash));
        return;
      }
}

void useSmallTable(Set *set) {
  set->table = set->small;
  set->tags = set->smallTags;
  set->mask = kSetSmall - 1;
  std::memset(static_cast<void *>(set->small), 0, sizeof set->small);
  std::memset(set->smallTags, kFreeTag, kSetSmall);
  std::memset(set->smallTags + kSetSmall, kDummyTag, kTagGroup - kSetSmall); // equal to no key's
}
void useLargeTable(Set *set, uint64_t size) {
  set->table = static_cast<SetEntry *>(allocateBuffer(tableBytes(size)));
  set->tags = reinterpret_cast<uint8_t *>(set->table + size);
  set->mask = size - 1;
  std::memset(static_cast<void *>(set->table.get()), 0, tableBytes(size));
}

// A table that a set had, moved out of it.
class OldTable {
  SetEntry small_[kSetSmall];
  SetEntry *table_;
  uint64_t mask_;

public:
  explicit OldTable(Set *set) : table_(set->table), mask_(set->mask) {
    if (set->isSmall()) {
      std::memcpy(static_cast<void *>(small_), set->small, sizeof small_);
      table_ = small_;
    }
  }
  OldTable(const OldTable &) = delete;
  ~OldTable() {
    if (table_ != small_)
      releaseBuffer(table_, tableBytes(mask_ + 1));
  }
  SetEntry *begin() { return table_; }
  SetEntry *end() { return table_ + mask_ + 1; }
};

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
  const SetEntry *entries = set->table.get();
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
  OldTable old(set);
  if (size == kSetSmall)
    useSmallTable(set);
  else
    useLargeTable(set, size);
  set->fill = set->used;
  for (const SetEntry &entry : old)
    if (!entry.key.isNull())
      insertClean(set, entry);
}

void resizeWithRoom(Set *set) {
  resize(set, set->used > kBigSet ? set->used * 2 : set->used * 4);
}

// Before adding `count` items at once.
void reserve(Set *set, uint64_t count) {
  if ((set->fill + count) * 5 >= set->mask * 3)
    resize(set, (set->used + count) * 2);
}

// Is an entry with the right hash that key? Where Python had to be asked, the set can have changed meanwhile.
enum class Match { kNo, kYes, kChanged };
inline Result<Match> matches_py(Borrowed<Set> set, const SetEntry *entry, Borrowed<> key) {
  Value known = entry->key;
  bool equal = known == key.value();
  if (equal || equalInsteadOfCalling(known, key.value(), &equal))
    return equal ? Match::kYes : Match::kNo;
  Owned<> held = Owned<>::retain(Borrowed<>(known));
  SetEntry *table = set->table.get();
  uint64_t mask = set->mask;
  equal = TRY(compareTruth_py(held, key, Comparison::kEqual));
  if (set->table.get() != table || set->mask != mask || entry->key != held.value())
    return Match::kChanged;
  return equal ? Match::kYes : Match::kNo;
}

enum class Purpose { kFind, kAdd };
// Where a key is; when it is absent, for adding, the entry where it belongs: the last dummy on its way, else the free
// one at its end. Null entry: search again.
struct Location {
  SetEntry *entry;
  bool found;
};

template <Purpose purpose>
Result<Location> locateAmongFew_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  SetEntry *table = set->table, *dummy = nullptr, *home = table + (hash & set->mask);
  if (home->hash == 0 && home->key.isNull())
    return Location{home, false};
  uint64_t same = tagsEqual(set.get(), tagOf(hash)); // and those of another hash are taken out:
  for (uint64_t left = same; left; left &= left - 1)
    if (table[__builtin_ctzll(left)].hash != hash)
      same ^= left & -left;
  if (same && !(same & (same - 1))) { // the way there does not matter
    SetEntry *entry = table + __builtin_ctzll(same);
    Match match = TRY(matches_py(set, entry, key));
    if (match != Match::kNo)
      return Location{match == Match::kYes ? entry : nullptr, true};
    same = 0;
  }
  if (purpose == Purpose::kFind && !same)
    return Location{table, false};
  uint64_t free = tagsEqual(set.get(), kFreeTag);
  uint64_t dummies = purpose == Purpose::kAdd && set->fill != set->used ? tagsEqual(set.get(), kDummyTag) : 0;
  for (SetProbe probe(hash, set->mask);; probe.next()) {
    uint64_t run = uint64_t{probe.bits()} << probe.start, freeHere = free & run, taken = bitsBefore(freeHere, run);
    for (uint64_t left = same & taken; left; left &= left - 1) {
      SetEntry *entry = table + __builtin_ctzll(left);
      Match match = TRY(matches_py(set, entry, key));
      if (match != Match::kNo)
        return Location{match == Match::kYes ? entry : nullptr, true};
    }
    if (dummies & taken)
      dummy = table + (63 - __builtin_clzll(dummies & taken));
    if (freeHere)
      return Location{dummy ? dummy : table + __builtin_ctzll(freeHere), false};
  }
}

template <Purpose purpose>
Result<Location> locateAmongMany_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  SetEntry *table = set->table, *dummy = nullptr;
  const uint8_t *tags = set->tags;
  uint8_t tag = tagOf(hash);
  for (SetProbe probe(hash, set->mask);; probe.next()) {
    TagGroup group(tags + probe.start);
    SetEntry *run = table + probe.start;
    uint32_t free = group.equal(kFreeTag) & probe.bits();
    uint32_t taken = bitsBefore(free, probe.bits());
    for (uint32_t fitting = group.equal(tag) & taken; fitting; fitting &= fitting - 1) {
      SetEntry *entry = run + __builtin_ctz(fitting);
      if (entry->hash != hash)
        continue;
      Match match = TRY(matches_py(set, entry, key));
      if (match != Match::kNo)
        return Location{match == Match::kYes ? entry : nullptr, true};
    }
    if (purpose == Purpose::kAdd)
      if (uint32_t dummies = group.equal(kDummyTag) & taken)
        dummy = run + (31 - __builtin_clz(dummies));
    if (free)
      return Location{purpose == Purpose::kAdd && dummy ? dummy : run + __builtin_ctz(free), false};
  }
}

template <Purpose purpose>
Result<Location> locate_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  for (;;) {
    Location location = hasFewEntries(set.get()) ? TRY(locateAmongFew_py<purpose>(set, key, hash))
                                                 : TRY(locateAmongMany_py<purpose>(set, key, hash));
    if (location.entry)
      return location;
  }
}

// The set's own items, all at once.
void merge(Set *set, Set *other) {
  if (set == other || other->used == 0)
    return;
  reserve(set, other->used);
  dropHomes(set);
  SetEntry *table = set->table.get(), *from = other->table.get();
  bool same = set->mask == other->mask && other->fill == other->used;
  for (uint64_t i = 0; i <= other->mask; ++i) {
    if (from[i].key.isNull())
      continue;
    retain(from[i].key);
    if (same) {
      table[i] = from[i];
      setTag(set, &table[i], tagOf(from[i].hash));
    } else {
      insertClean(set, from[i]);
    }
  }
  set->fill = set->used = other->used;
  noteKeysOf(set, other);
}

} // namespace

Owned<> setTakeKey(Set *set, SetEntry *entry) {
  if (!hasFewEntries(set)) {
    if (!set->homes)
      makeHomes(set);
    if (uint8_t &count = set->homes[entry->hash & set->mask]; count != kManyHomes)
      --count;
  }
  if (isSmallInt(entry->key))
    wordOfSmallInt(set, entry->key) &= ~bitOfSmallInt(entry->key);
  entry->hash = kSetDummy;
  setTag(set, entry, kDummyTag);
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
  useSmallTable(set.get());
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
  if (self->fill == 0 && self->isSmall())
    return;
  OldTable old(self);
  useSmallTable(self);
  forgetKeys(self);
  self->fill = self->used = 0;
  self->hash = 0;
  for (const SetEntry &entry : old)
    if (!entry.key.isNull())
      release(entry.key);
}

void setSwap(Borrowed<Set> left, Borrowed<Set> right) {
  Set *a = left.get(), *b = right.get();
  std::swap(a->fill, b->fill);
  std::swap(a->used, b->used);
  std::swap(a->mask, b->mask);
  bool smallA = a->isSmall(), smallB = b->isSmall();
  std::swap(a->table, b->table);
  std::swap(a->tags, b->tags);
  std::swap(a->homes, b->homes);
  std::swap(a->small, b->small);
  std::swap(a->smallTags, b->smallTags);
  std::swap(a->smallInts, b->smallInts);
  uint32_t others = (a->flags ^ b->flags) & kSetOtherKeys;
  a->flags ^= others, b->flags ^= others;
  if (smallB)
    a->table = a->small, a->tags = a->smallTags;
  if (smallA)
    b->table = b->small, b->tags = b->smallTags;
  a->hash = b->hash = 0;
}

// ---- One item ------------------------------------------------------------------------------------------

Result<SetEntry *> setFind_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  if (set->used == 0 || isNobodysHome(set.get(), hash))
    return static_cast<SetEntry *>(nullptr);
  Location location = TRY(locate_py<Purpose::kFind>(set, key, hash));
  return location.found ? location.entry : nullptr;
}

namespace {
enum class Membership { kAbsent, kPresent, kUnknown };

// Of an inline int. Another key with its hash could be equal to it: then somebody has to ask.
inline Membership compareInt(const SetEntry *entry, Value key, uint64_t hash) {
  if (entry->key == key)
    return Membership::kPresent;
  return entry->hash == hash && !entry->key.isInlineInt() ? Membership::kUnknown : Membership::kAbsent;
}
inline uint64_t hashOfInt(Value key) {
  int64_t number = key.asInlineInt();
  return static_cast<uint64_t>(number == -1 ? -2 : number);
}
// *entry: where it is, when it is present.
inline Membership findIntAmongFew(Set *set, Value key, uint64_t hash, SetEntry **entry = nullptr) {
  SetEntry *table = set->table.get();
  for (uint64_t fitting = tagsEqual(set, tagOf(hash)); fitting; fitting &= fitting - 1) {
    SetEntry *fits = table + __builtin_ctzll(fitting);
    if (Membership found = compareInt(fits, key, hash); found != Membership::kAbsent) {
      if (entry)
        *entry = fits;
      return found;
    }
  }
  return Membership::kAbsent;
}
// Where a key that is absent belongs, as locateAmongFew_py finds it.
inline SetEntry *placeAmongFew(Set *set, uint64_t hash) {
  SetEntry *table = set->table, *dummy = nullptr;
  uint64_t free = tagsEqual(set, kFreeTag), dummies = set->fill != set->used ? tagsEqual(set, kDummyTag) : 0;
  for (SetProbe probe(hash, set->mask);; probe.next()) {
    uint64_t run = uint64_t{probe.bits()} << probe.start, freeHere = free & run;
    if (uint64_t passed = dummies & bitsBefore(freeHere, run))
      dummy = table + (63 - __builtin_clzll(passed));
    if (freeHere)
      return dummy ? dummy : table + __builtin_ctzll(freeHere);
  }
}
[[gnu::noinline]] Membership findIntAmongMany(Set *set, Value key, uint64_t hash) {
  if (isNobodysHome(set, hash))
    return Membership::kAbsent;
  SetEntry *table = set->table;
  const uint8_t *tags = set->tags;
  uint8_t tag = tagOf(hash);
  for (SetProbe probe(hash, set->mask);; probe.next()) {
    TagGroup group(tags + probe.start);
    uint32_t free = group.equal(kFreeTag) & probe.bits();
    for (uint32_t fitting = group.equal(tag) & bitsBefore(free, probe.bits()); fitting; fitting &= fitting - 1)
      if (Membership found = compareInt(table + probe.start + __builtin_ctz(fitting), key, hash);
          found != Membership::kAbsent)
        return found;
    if (free)
      return Membership::kAbsent;
  }
}
// Most ints are where their search begins, or would be.
inline Membership findAtHome(const SetEntry *home, Value key) {
  if (home->key == key)
    return Membership::kPresent;
  return home->key.isNull() && home->hash != kSetDummy ? Membership::kAbsent : Membership::kUnknown;
}
inline Membership findSmallInt(Set *set, Value key) {
  if (!isSmallInt(key) || set->flags & kSetOtherKeys)
    return Membership::kUnknown;
  return wordOfSmallInt(set, key) & bitOfSmallInt(key) ? Membership::kPresent : Membership::kAbsent;
}
inline Membership findInt(Set *set, Value key) {
  if (Membership found = findSmallInt(set, key); found != Membership::kUnknown)
    return found;
  uint64_t hash = hashOfInt(key);
  Membership atHome = findAtHome(set->table + (hash & set->mask), key);
  if (atHome != Membership::kUnknown)
    return atHome;
  return hasFewEntries(set) ? findIntAmongFew(set, key, hash) : findIntAmongMany(set, key, hash);
}
} // namespace

namespace {
inline void fillEntry(Set *set, SetEntry *entry, Value key, uint64_t hash) {
  bool reused = entry->hash == kSetDummy;
  *entry = {key, hash};
  setTag(set, entry, tagOf(hash));
  noteKey(set, key);
  ++set->used;
  if (set->homes)
    addHome(set, hash);
  if (!reused && ++set->fill * 5 >= set->mask * 3)
    resizeWithRoom(set);
}
} // namespace

Result<void> setAddHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  Owned<> held = Owned<>::retain(key);
  Location location = TRY(locate_py<Purpose::kAdd>(set, key, hash));
  if (!location.found)
    fillEntry(set.get(), location.entry, held.intoValue(), hash);
  return {};
}

Result<void> setAdd_py(Borrowed<Set> set, Borrowed<> key) {
  if (key.value().isInlineInt()) {
    uint64_t hash = hashOfInt(key.value());
    SetEntry *home = set->table + (hash & set->mask);
    Membership membership = findAtHome(home, key.value());
    if (membership == Membership::kAbsent) {
      fillEntry(set.get(), home, key.value(), hash);
    } else if (membership == Membership::kUnknown && hasFewEntries(set.get())) {
      membership = findSmallInt(set.get(), key.value());
      if (membership == Membership::kUnknown)
        membership = findIntAmongFew(set.get(), key.value(), hash);
      if (membership == Membership::kAbsent)
        fillEntry(set.get(), placeAmongFew(set.get(), hash), key.value(), hash);
    }
    if (membership != Membership::kUnknown)
      return {};
  }
  int64_t hash = TRY(hashSetKey_py(key));
  return setAddHashed_py(set, key, static_cast<uint64_t>(hash));
}

namespace {
[[gnu::noinline]] Result<bool> containsAny_py(Borrowed<Set> set, Borrowed<> key) {
  Owned<> frozen;
  int64_t hash = TRY(hashForLookup_py(&key, &frozen));
  return setContainsHashed_py(set, key, static_cast<uint64_t>(hash));
}
} // namespace

Result<bool> setContains_py(Borrowed<Set> set, Borrowed<> key) {
  if (key.value().isInlineInt()) {
    Membership membership = findInt(set.get(), key.value());
    if (membership != Membership::kUnknown)
      return membership == Membership::kPresent;
  }
  return containsAny_py(set, key);
}

Result<bool> setDiscardHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  SetEntry *entry = TRY(setFind_py(set, key, hash));
  if (!entry)
    return false;
  Owned<> removed = setTakeKey(set.get(), entry);
  return true;
}

Result<bool> setDiscard_py(Borrowed<Set> set, Borrowed<> key) {
  if (key.value().isInlineInt()) {
    uint64_t hash = hashOfInt(key.value());
    SetEntry *entry = set->table + (hash & set->mask);
    Membership membership = findAtHome(entry, key.value());
    if (membership == Membership::kUnknown && hasFewEntries(set.get()))
      membership = findIntAmongFew(set.get(), key.value(), hash, &entry);
    if (membership == Membership::kPresent)
      Owned<> removed = setTakeKey(set.get(), entry);
    if (membership != Membership::kUnknown)
      return membership == Membership::kPresent;
  }
  Owned<> frozen;
  int64_t hash = TRY(hashForLookup_py(&key, &frozen));
  return setDiscardHashed_py(set, key, static_cast<uint64_t>(hash));
}

// ---- Many ------------------------------------------------------------------------------------------------

namespace {
// Of keys whose hashes are known, as those of another set; ints need no search most of the time.
inline Result<void> addHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  return key.value().isInlineInt() ? setAdd_py(set, key) : setAddHashed_py(set, key, hash);
}
inline Result<bool> containsHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  return key.value().isInlineInt() ? setContains_py(set, key) : setContainsHashed_py(set, key, hash);
}
inline Result<bool> discardHashed_py(Borrowed<Set> set, Borrowed<> key, uint64_t hash) {
  return key.value().isInlineInt() ? setDiscard_py(set, key) : setDiscardHashed_py(set, key, hash);
}
} // namespace

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
      TRY(addHashed_py(set, key, hash));
      return true;
    });
  }
  if (isExactly(iterable, molt_type_dict)) {
    Borrowed<Dict> dict = iterable.as<Dict>();
    reserve(set.get(), dict->used);
    for (uint64_t i = 0; i < dict->entryCount; ++i) {
      DictEntry entry = dict->entries[i];
      if (!entry.key.isNull())
        TRY(addHashed_py(set, Borrowed<>(entry.key), entry.hash));
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
      TRY(discardHashed_py(set, key, hash));
      return true;
    }));
  } else {
    TRY(forEach_py(iterable, [&](Borrowed<> key) -> Result<bool> {
      int64_t hash = TRY(hashSetKey_py(key));
      TRY(discardHashed_py(set, key, static_cast<uint64_t>(hash)));
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
      bool removed = TRY(discardHashed_py(set, key, entry.hash));
      if (!removed)
        TRY(addHashed_py(set, key, entry.hash));
    }
    return {};
  } else {
    other = makeSetOf(baseSetType(set->type));
    TRY(setUpdate_py(other, iterable));
  }
  return forEachEntry_py(other, [&](Borrowed<> key, uint64_t hash) -> Result<bool> {
    bool removed = TRY(discardHashed_py(set, key, hash));
    if (!removed)
      TRY(addHashed_py(set, key, hash));
    return true;
  });
}

Result<Owned<Set>> setIntersection_py(Borrowed<Set> set, Borrowed<> other) {
  Type *type = baseSetType(set->type);
  if (other.value() == set.value())
    return setCopy(set, type);
  Owned<Set> result = makeSetOf(type);
  auto addCommon = [&](Borrowed<Set> where, Borrowed<> key, uint64_t hash) -> Result<bool> {
    bool common = TRY(containsHashed_py(where, key, hash));
    if (common)
      TRY(addHashed_py(result, key, hash));
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
      common = TRY(containsHashed_py(other.as<Set>(), key, hash));
    }
    if (!common)
      TRY(addHashed_py(result, key, hash));
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
    all = TRY(containsHashed_py(other.as<Set>(), key, hash));
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
    all = TRY(containsHashed_py(set, key, static_cast<uint64_t>(hash)));
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
      bool common = TRY(containsHashed_py(large, key, hash));
      disjoint = !common;
      return disjoint;
    }));
    return disjoint;
  }
  TRY(forEach_py(other, [&](Borrowed<> key) -> Result<bool> {
    int64_t hash = TRY(hashSetKey_py(key));
    bool common = TRY(containsHashed_py(set, key, static_cast<uint64_t>(hash)));
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
extern "C" Result<void> molt_set_discard_py(Borrowed<> set, Borrowed<> item) {
  TRY(setDiscard_py(set.as<Set>(), item));
  return {};
}
extern "C" Result<void> molt_set_remove_py(Borrowed<> set, Borrowed<> item) {
  bool found = TRY(setDiscard_py(set.as<Set>(), item));
  if (!found)
    return raiseWith(KeyError, item);
  return {};
}
extern "C" Result<void> molt_set_add_py(Borrowed<> set, Borrowed<> item) {
  return setAdd_py(set.as<Set>(), item);
}
extern "C" Result<void> molt_set_update_py(Borrowed<> set, Borrowed<> iterable) {
  return setUpdate_py(set.as<Set>(), iterable);
}

} // namespace molt
