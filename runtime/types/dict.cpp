// The dict's table: finding, adding, removing, growing. The type with its methods is in dict_type.cpp.
#include "runtime/types/dict.h"

#include "runtime/core/known_globals.h"
#include "runtime/types/dict_table.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_dict;
}

namespace {

constexpr uint32_t kNothingFound = ~uint32_t{0}; // Dict::lastFound

size_t blockSize(uint32_t log2Size) {
  return dictIndexSize(log2Size) * dictIndexWidth(log2Size) +
         dictCapacity(log2Size) * sizeof(DictEntry);
}

// Gives the dict a new, empty block. The old one is the caller's.
void setBlock(Dict *dict, uint32_t log2Size) {
  size_t indexBytes = dictIndexSize(log2Size) * dictIndexWidth(log2Size);
  char *block = static_cast<char *>(allocateBuffer(blockSize(log2Size)));
  std::memset(block, 0xFF, indexBytes); // kIndexEmpty
  dict->index = static_cast<void *>(block);
  dict->entries = reinterpret_cast<DictEntry *>(block + indexBytes);
  dict->log2Size = log2Size;
  dict->usable = static_cast<uint32_t>(dictCapacity(log2Size));
  dict->entryCount = 0;
  dict->lastFound = kNothingFound;
  dict->keysVersion = kNoKeysVersion; // caches know places in the entries
}

// CPython's rule for the size of a table that should hold `wanted` indices.
uint32_t log2SizeFor(uint64_t wanted) {
  uint64_t size = ((wanted | 8) - 1) | 7;
  return static_cast<uint32_t>(64 - std::countl_zero(size));
}

uint32_t grownLog2Size(const Dict *dict) { return log2SizeFor(dict->used * 3); }

// MemoryError when one more item would not fit.
Result<void> checkRoom(const Dict *dict) {
  if (__builtin_expect(dict->usable == 0, 0) && !memoryFor(blockSize(grownLog2Size(dict))))
    return raiseMemoryError();
  return {};
}

uint64_t emptySlot(const Dict *dict, uint64_t hash) {
  Probe probe(hash, dictIndexSize(dict->log2Size) - 1);
  while (dictReadIndex(dict, probe.slot) >= 0)
    probe.next();
  return probe.slot;
}

uint64_t slotOfEntry(const Dict *dict, uint64_t hash, int64_t entry) {
  Probe probe(hash, dictIndexSize(dict->log2Size) - 1);
  while (dictReadIndex(dict, probe.slot) != entry)
    probe.next();
  return probe.slot;
}

// Makes the block anew with room to grow, without the holes of deleted entries.
void resize(Dict *dict, uint32_t log2Size) {
  Ptr<void> oldIndex = dict->index;
  DictEntry *oldEntries = dict->entries;
  uint32_t oldCount = dict->entryCount, oldLog2Size = dict->log2Size;
  setBlock(dict, log2Size);
  DictEntry *entries = dict->entries;
  uint32_t count = 0;
  for (uint32_t i = 0; i < oldCount; ++i) {
    if (oldEntries[i].key.isNull())
      continue;
    entries[count] = oldEntries[i];
    dictWriteIndex(dict, emptySlot(dict, entries[count].hash), count);
    ++count;
  }
  dict->entryCount = count;
  dict->usable -= count;
  if (oldIndex)
    releaseBuffer(oldIndex.get(), blockSize(oldLog2Size));
}

// Where a key is; or kNoEntry, and the slot of the index table where it belongs. kAsk: somebody must be called.
constexpr int64_t kAsk = -2;
struct Found {
  int64_t entry;
  uint64_t slot;
};

// Asks matches(entry) of each entry that may be it: 1: it is; 0: not; -1: ask.
template <class Index, class Matches>
[[gnu::always_inline]] inline Found findIn(const Dict *dict, const Index *index, uint64_t hash, Matches matches) {
  const DictEntry *entries = dict->entries;
  constexpr uint64_t none = ~uint64_t{0};
  uint64_t dummy = none;
  for (Probe probe(hash, dictIndexSize(dict->log2Size) - 1);; probe.next()) {
    int64_t at = index[probe.slot];
    if (__builtin_expect(at >= 0, 1)) {
      if (int answer = matches(entries[at]))
        return {answer > 0 ? at : kAsk, 0};
    } else if (at == kIndexEmpty) {
      return {kNoEntry, dummy == none ? probe.slot : dummy};
    } else if (dummy == none) {
      dummy = probe.slot;
    }
  }
}
template <class Matches> [[gnu::always_inline]] inline Found findBy(const Dict *dict, uint64_t hash, Matches matches) {
  const void *index = dict->index.get();
  if (dict->log2Size < 8)
    return findIn(dict, static_cast<const int8_t *>(index), hash, matches);
  if (dict->log2Size < 16)
    return findIn(dict, static_cast<const int16_t *>(index), hash, matches);
  if (dict->log2Size < 32)
    return findIn(dict, static_cast<const int32_t *>(index), hash, matches);
  return findIn(dict, static_cast<const int64_t *>(index), hash, matches);
}

// A function for each sort of key, since what one of them calls would cost the others their registers.
// Precondition: the dict has an index table.
[[gnu::noinline]] Found findName(const Dict *dict, Value name, uint64_t hash) {
  const Str *wanted = static_cast<const Str *>(name.asObject());
  return findBy(dict, hash, [=](const DictEntry &entry) __attribute__((always_inline)) -> int {
    return entry.key == name || (entry.hash == hash && isStr(Borrowed<>(entry.key)) &&
                                 sameText(static_cast<const Str *>(entry.key.asObject()), wanted));
  });
}

[[gnu::noinline]] Found findInt(const Dict *dict, Value key, uint64_t hash) {
  return findBy(dict, hash, [=](const DictEntry &entry) __attribute__((always_inline)) -> int {
    if (entry.key == key)
      return 1;
    return entry.hash == hash && !entry.key.isInlineInt() ? -1 : 0; // 1.0, True or an instance: ask
  });
}

// What an exact tuple has, or one that nobody has made yet.
struct Items {
  const Value *items;
  uint64_t count;
};
Items itemsOfTuple(Value tuple) {
  const auto *object = static_cast<const Tuple *>(tuple.asObject());
  return {object->items(), object->length};
}

// Whether a key is equal to a tuple of these, which it mostly is where the hashes are: as Matches above.
[[gnu::noinline]] int matchesItemsSlowly(Value key, Items wanted) {
  bool equal;
  if (!tuplesEqualInsteadOfCalling(static_cast<const Tuple *>(key.asObject()), wanted.items, wanted.count, &equal))
    return -1;
  return equal;
}
[[gnu::always_inline]] inline int matchesItems(Value key, Items wanted) {
  if (!isExactTuple(key))
    return -1;
  const Tuple *tuple = static_cast<const Tuple *>(key.asObject());
  if (tuple->length != wanted.count)
    return 0;
  for (uint64_t i = 0; i < wanted.count; ++i)
    if (tuple->items()[i] != wanted.items[i])
      return matchesItemsSlowly(key, wanted);
  return 1;
}

// `key`: the tuple, or null.
[[gnu::noinline]] Found findItems(const Dict *dict, Value key, Items wanted, uint64_t hash) {
  return findBy(dict, hash, [=](const DictEntry &entry) __attribute__((always_inline)) -> int {
    if (entry.hash != hash)
      return 0;
    return entry.key == key ? 1 : matchesItems(entry.key, wanted);
  });
}

// Any key, as far as nobody has to be asked.
[[gnu::noinline]] Found findQuickly(const Dict *dict, Value key, uint64_t hash) {
  return findBy(dict, hash, [=](const DictEntry &entry) -> int {
    if (entry.key == key)
      return 1;
    if (entry.hash != hash)
      return 0;
    bool equal;
    return equalInsteadOfCalling(entry.key, key, &equal) ? equal : -1;
  });
}

// Precondition: the dict has an index table.
inline Found findWithoutAsking(const Dict *dict, Value key, uint64_t hash) {
  if (key.isInlineInt())
    return findInt(dict, key, hash);
  if (isExactTuple(key))
    return findItems(dict, key, itemsOfTuple(key), hash);
  return isExactStr(key) && !(dict->flags & kDictOtherKeys) ? findName(dict, key, hash) : findQuickly(dict, key, hash);
}

// Any keys: may call __eq__, and starts again when that changes the dict.
Result<int64_t> findAny_py(Dict *dict, Borrowed<> key, uint64_t hash) {
restart:
  if (dict->used == 0)
    return int64_t{kNoEntry};
  for (Probe probe(hash, dictIndexSize(dict->log2Size) - 1);; probe.next()) {
    int64_t at = dictReadIndex(dict, probe.slot);
    if (at == kIndexEmpty)
      return int64_t{kNoEntry};
    if (at < 0)
      continue;
    const DictEntry &entry = dict->entries[at];
    if (entry.key == key.value())
      return at;
    if (entry.hash != hash)
      continue;
    bool equal;
    if (!equalInsteadOfCalling(entry.key, key.value(), &equal)) {
      const void *index = dict->index.get();
      Owned<> held = Owned<>::retain(Borrowed<>(entry.key));
      equal = TRY(compareTruth_py(held, key, Comparison::kEqual));
      if (dict->index.get() != index || static_cast<uint32_t>(at) >= dict->entryCount ||
          dict->entries[at].key != held.value())
        goto restart;
    }
    if (equal)
      return at;
  }
}

} // namespace

Result<int64_t> hashDictKeySlow_py(Borrowed<> key) {
  Result<int64_t> hash = isExactTuple(key.value()) ? hashTuple_py(key) : hash_py(key);
  if (!hash.raised() || runtime().pythonMinor < 14)
    return hash;
  if (!pendingException() || typeOf(pendingException()) != &TypeError)
    return hash;
  Owned<> cause = takePending();
  return raise(TypeError, "cannot use '%T' as a dict key (%S)", key, cause);
}

Result<int64_t> dictFind_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash) {
  if (dict->used == 0)
    return int64_t{kNoEntry};
  int64_t at = findWithoutAsking(dict.get(), key.value(), hash).entry;
  return at == kAsk ? findAny_py(dict.get(), key, hash) : at;
}

// Precondition: there is room, and the slot of the index table is where the hash belongs.
static inline void addEntry(Dict *self, uint64_t slot, Owned<> key, uint64_t hash, Owned<> value) {
  uint32_t at = self->entryCount;
  if (!isExactStr(key.value()))
    self->flags |= kDictOtherKeys;
  self->lastFound = self->flags & kDictOtherKeys ? kNothingFound : at;
  self->entries[at] = {hash, key.intoValue(), value.intoValue()};
  dictWriteIndex(self, slot, at);
  self->entryCount = at + 1;
  --self->usable;
  ++self->used;
  self->keysVersion = kNoKeysVersion;
  if (__builtin_expect(self->flags & kDictWatched, 0))
    forgetBuiltin(self, self->entries[at].key);
}

void dictInsertNew(Borrowed<Dict> dict, Owned<> key, uint64_t hash, Owned<> value) {
  Dict *self = dict.get();
  if (self->usable == 0)
    resize(self, grownLog2Size(self));
  addEntry(self, emptySlot(self, hash), std::move(key), hash, std::move(value));
}

RemovedItem dictRemoveEntry(Borrowed<Dict> dict, uint64_t at) {
  Dict *self = dict.get();
  DictEntry &entry = self->entries[at];
  noteEntryChange(self, entry.value);
  dictWriteIndex(self, slotOfEntry(self, entry.hash, static_cast<int64_t>(at)), kIndexDummy);
  RemovedItem removed{Owned<>::steal(std::exchange(entry.key, Value())),
                      Owned<>::steal(std::exchange(entry.value, Value()))};
  entry.hash = at + 1; // skipRemoved()
  --self->used;
  self->keysVersion = kNoKeysVersion;
  return removed;
}

// `value`: owned.
static void replaceValue(Dict *dict, int64_t at, Value value) {
  Value old = std::exchange(dict->entries[at].value, value);
  noteEntryChange(dict, old);
  release(old);
}

Owned<Dict> makeDict() {
  Owned<Dict> dict = allocate<Dict>(molt_type_dict);
  dict->keysVersion = kNoKeysVersion;
  return dict;
}

Owned<Dict> makeDictSized(uint64_t itemCount) {
  Owned<Dict> dict = makeDict();
  if (itemCount > 5)
    setBlock(dict.get(), log2SizeFor((itemCount * 3 + 1) / 2));
  return dict;
}

void dictReserve(Borrowed<Dict> dict, uint64_t count) {
  uint32_t wanted = log2SizeFor(((dict->used + count) * 3 + 1) / 2);
  if (dictCapacity(dict->log2Size) < count && memoryFor(blockSize(wanted)))
    resize(dict.get(), wanted);
}

void dictFill(Borrowed<Dict> dict, Borrowed<Dict> other) {
  if (other->used == 0)
    return;
  Dict *self = dict.get();
  setBlock(self, other->entryCount == other->used ? other->log2Size : log2SizeFor(other->used * 3));
  self->flags |= other->flags & kDictOtherKeys;
  const DictEntry *from = other->entries;
  DictEntry *to = self->entries;
  uint32_t count = 0;
  for (uint32_t i = 0; i < other->entryCount; ++i) {
    if (from[i].key.isNull())
      continue;
    retain(from[i].key);
    retain(from[i].value);
    to[count] = from[i];
    dictWriteIndex(self, emptySlot(self, to[count].hash), count);
    ++count;
  }
  self->entryCount = count;
  self->usable -= count;
  self->used = count;
}

void dictTakeItems(Borrowed<Dict> dict, Borrowed<Dict> other) {
  Dict *self = dict.get(), *from = other.get();
  self->index = std::exchange(from->index, Ptr<void>());
  self->entries = std::exchange(from->entries, Ptr<DictEntry>());
  self->used = std::exchange(from->used, 0);
  self->entryCount = std::exchange(from->entryCount, 0);
  self->usable = std::exchange(from->usable, 0);
  self->log2Size = std::exchange(from->log2Size, 0);
  self->lastFound = kNothingFound;
  self->flags |= from->flags & kDictOtherKeys;
  self->keysVersion = from->keysVersion = kNoKeysVersion;
}

Owned<Dict> dictCopy(Borrowed<Dict> dict) {
  Owned<Dict> copy = makeDict();
  dictFill(copy, dict);
  return copy;
}

// ---- Any key -------------------------------------------------------------------------------------

// Whether the entry that was found last is that key's, since d[k] = d.get(k, 0) + 1 asks for it twice. Nobody had to be asked
// on the way to it, so nobody need be asked now.
static inline bool isLastFound(const Dict *dict, Value key, uint64_t hash) {
  if (dict->lastFound >= dict->entryCount || dict->entries[dict->lastFound].hash != hash)
    return false;
  Value known = dict->entries[dict->lastFound].key;
  if (known == key)
    return true;
  if (isExactStr(key))
    return isExactStr(known) && sameText(static_cast<const Str *>(known.asObject()), static_cast<const Str *>(key.asObject()));
  return isExactTuple(key) && !known.isNull() && matchesItems(known, itemsOfTuple(key)) > 0;
}

// The entry of a key, or kNoEntry.
[[gnu::always_inline]] static inline Result<int64_t> lookUp_py(Dict *dict, Borrowed<> key, uint64_t hash) {
  if (dict->used == 0)
    return int64_t{kNoEntry};
  if (isLastFound(dict, key.value(), hash))
    return int64_t{dict->lastFound};
  int64_t at = findWithoutAsking(dict, key.value(), hash).entry;
  if (__builtin_expect(at == kAsk, 0))
    return findAny_py(dict, key, hash);
  if (at >= 0)
    dict->lastFound = static_cast<uint32_t>(at);
  return at;
}

Result<Borrowed<>> dictGetHashed_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash) {
  int64_t at = TRY(lookUp_py(dict.get(), key, hash));
  return at == kNoEntry ? Borrowed<>() : Borrowed<>(dict->entries[at].value);
}

// The entry of a small int, its own hash, that is where it is looked for first; kNoEntry: look on.
static inline int64_t findIntAtOnce(const Dict *dict, Value key) {
  if (!key.isInlineInt() || !dict->index)
    return kNoEntry;
  uint64_t slot = static_cast<uint64_t>(key.asInlineInt()) & (dictIndexSize(dict->log2Size) - 1);
  int64_t at = dictReadIndex(dict, slot);
  return at >= 0 && dict->entries[at].key == key ? at : kNoEntry;
}

Result<Borrowed<>> dictGet_py(Borrowed<Dict> dict, Borrowed<> key) {
  if (int64_t at = findIntAtOnce(dict.get(), key.value()); at >= 0) {
    dict->lastFound = static_cast<uint32_t>(at);
    return Borrowed<>(dict->entries[at].value);
  }
  int64_t hash = TRY(hashDictKey_py(key));
  int64_t at = TRY(lookUp_py(dict.get(), key, static_cast<uint64_t>(hash)));
  return at == kNoEntry ? Borrowed<>() : Borrowed<>(dict->entries[at].value);
}

Result<Owned<>> dictSubscript_py(Borrowed<Dict> dict, Borrowed<> key) {
  Borrowed<> found = TRY(dictGet_py(dict, key));
  if (__builtin_expect(!found, 0))
    return raiseWith(KeyError, key);
  return Owned<>::retain(found);
}

// Comparing keys can run anything.
[[gnu::noinline]] static Result<void> setAsking_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash, Borrowed<> value) {
  Owned<> held = Owned<>::retain(value);
  int64_t at = TRY(findAny_py(dict.get(), key, hash));
  if (at == kNoEntry) {
    TRY(checkRoom(dict.get()));
    dictInsertNew(dict, Owned<>::retain(key), hash, std::move(held));
    return {};
  }
  replaceValue(dict.get(), at, held.intoValue());
  return {};
}

Result<void> dictSetHashed_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash,
                              Borrowed<> value) {
  Dict *self = dict.get();
  if (isLastFound(self, key.value(), hash)) {
    retain(value.value());
    replaceValue(self, self->lastFound, value.value());
    return {};
  }
  Found found{kNoEntry, 0};
  if (self->index) {
    found = findWithoutAsking(self, key.value(), hash);
    if (__builtin_expect(found.entry == kAsk, 0))
      return setAsking_py(dict, key, hash, value);
  }
  retain(value.value());
  if (found.entry >= 0) {
    replaceValue(self, found.entry, value.value());
    return {};
  }
  Owned<> held = Owned<>::steal(value.value());
  if (__builtin_expect(self->usable == 0, 0)) {
    TRY(checkRoom(self));
    dictInsertNew(dict, Owned<>::retain(key), hash, std::move(held));
  } else {
    addEntry(self, found.slot, Owned<>::retain(key), hash, std::move(held));
  }
  return {};
}

Result<void> dictSet_py(Borrowed<Dict> dict, Borrowed<> key, Borrowed<> value) {
  int64_t hash = TRY(hashDictKey_py(key));
  return dictSetHashed_py(dict, key, static_cast<uint64_t>(hash), value);
}

Result<bool> dictDelete_py(Borrowed<Dict> dict, Borrowed<> key) {
  int64_t hash = TRY(hashDictKey_py(key));
  int64_t at = TRY(dictFind_py(dict, key, static_cast<uint64_t>(hash)));
  if (at == kNoEntry)
    return false;
  RemovedItem removed = dictRemoveEntry(dict, static_cast<uint64_t>(at));
  return true;
}

Result<bool> dictContains_py(Borrowed<Dict> dict, Borrowed<> key) {
  Borrowed<> value = TRY(dictGet_py(dict, key));
  return static_cast<bool>(value);
}

Result<Borrowed<>> dictSetDefault_py(Borrowed<Dict> dict, Borrowed<> key, Borrowed<> value) {
  int64_t hash = TRY(hashDictKey_py(key));
  int64_t at = TRY(dictFind_py(dict, key, static_cast<uint64_t>(hash)));
  if (at != kNoEntry)
    return Borrowed<>(dict->entries[at].value);
  dictInsertNew(dict, Owned<>::retain(key), static_cast<uint64_t>(hash), Owned<>::retain(value));
  return value;
}

Result<Owned<>> dictPop_py(Borrowed<Dict> dict, Borrowed<> key, bool *absent) {
  *absent = false;
  int64_t hash = TRY(hashDictKey_py(key));
  int64_t at = TRY(dictFind_py(dict, key, static_cast<uint64_t>(hash)));
  if (at == kNoEntry) {
    *absent = true;
    return ownedNone();
  }
  RemovedItem removed = dictRemoveEntry(dict, static_cast<uint64_t>(at));
  return std::move(removed.value);
}

extern "C" Result<Owned<>> molt_dict_get_py(Borrowed<Dict> dict, Borrowed<> key, Borrowed<> absent) {
  Borrowed<> value = TRY(dictGet_py(dict, key));
  return Owned<>::retain(value ? value : absent);
}

// ---- By a tuple that nobody has made ------------------------------------------------------------------

// Nobody can tell that there is no tuple where it would only be hashed and compared with other exact tuples, and all items are
// inline ints and exact strs. Else it is made. A key that comes into a dict is made, too; one that is found is not.

// Where it is; kAsk: the tuple is needed.
static inline Found findByItems(Dict *dict, Items wanted, int64_t *hash) {
  if (!hashOfItems(wanted.items, wanted.count, hash))
    return {kAsk, 0};
  if (dict->used == 0)
    return {kNoEntry, 0};
  uint32_t last = dict->lastFound;
  if (last < dict->entryCount && dict->entries[last].hash == static_cast<uint64_t>(*hash) &&
      matchesItems(dict->entries[last].key, wanted) > 0)
    return {last, 0};
  Found found = findItems(dict, Value(), wanted, static_cast<uint64_t>(*hash));
  if (found.entry >= 0)
    dict->lastFound = static_cast<uint32_t>(found.entry);
  return found;
}

static Result<Owned<>> getByItems_py(Borrowed<Dict> dict, Items wanted, Borrowed<> absent) {
  int64_t hash;
  Found found = findByItems(dict.get(), wanted, &hash);
  if (__builtin_expect(found.entry == kAsk, 0))
    return molt_dict_get_py(dict, makeTuple(wanted.items, wanted.count), absent);
  return Owned<>::retain(found.entry == kNoEntry ? absent : Borrowed<>(dict->entries[found.entry].value));
}

extern "C" Result<Owned<>> molt_dict_get_by_tuple_py(Borrowed<Dict> dict, const Value *items, uint64_t count,
                                                     Borrowed<> absent) {
  return getByItems_py(dict, {items, count}, absent);
}

// The Exhausted word stands for the method of an exact dict.
extern "C" Result<Owned<>> molt_call_get_by_tuple_py(Borrowed<> callee, Borrowed<> self, const Value *items, uint64_t count,
                                                     Borrowed<> absent) {
  if (callee.value().isExhausted())
    return getByItems_py(self.as<Dict>(), {items, count}, absent ? absent : none());
  Owned<Tuple> key = makeTuple(items, count);
  const Value arguments[] = {self.value(), Borrowed<>(key).value(), absent.value()};
  return molt_call_loaded_py(callee, arguments, absent ? 3 : 2, Borrowed<Tuple>());
}

extern "C" Result<Owned<>> molt_get_by_tuple_py(Borrowed<> object, const Value *items, uint64_t count) {
  if (isExactly(object, molt_type_dict)) {
    int64_t hash;
    Dict *dict = object.as<Dict>().get();
    if (Found found = findByItems(dict, {items, count}, &hash); __builtin_expect(found.entry >= 0, 1))
      return Owned<>::retain(Borrowed<>(dict->entries[found.entry].value));
  }
  return molt_get_item_py(object, makeTuple(items, count));
}

extern "C" Result<void> molt_set_by_tuple_py(Borrowed<> object, const Value *items, uint64_t count, Borrowed<> value) {
  if (isExactly(object, molt_type_dict)) {
    safePoint_py();
    int64_t hash;
    Dict *dict = object.as<Dict>().get();
    if (Found found = findByItems(dict, {items, count}, &hash); found.entry >= 0) {
      retain(value.value());
      replaceValue(dict, found.entry, value.value());
      return {};
    }
  }
  return molt_set_item_py(object, makeTuple(items, count), value);
}

extern "C" Result<bool> molt_contains_tuple_py(Borrowed<> container, const Value *items, uint64_t count) {
  if (isExactly(container, molt_type_dict)) {
    int64_t hash;
    if (Found found = findByItems(container.as<Dict>().get(), {items, count}, &hash); found.entry != kAsk)
      return found.entry != kNoEntry;
  }
  return molt_contains_py(container, makeTuple(items, count));
}

// ---- str keys -------------------------------------------------------------------------------------

int64_t dictFindEntry(Borrowed<Dict> dict, Borrowed<Str> key) {
  if (dict->used == 0)
    return kNoEntry;
  return findName(dict.get(), key.value(), hashOfStr(key.get())).entry;
}

Borrowed<> dictFindName(Borrowed<Dict> dict, Borrowed<Str> name) {
  int64_t at = dictFindEntry(dict, name);
  return at == kNoEntry ? Borrowed<>() : Borrowed<>(dict->entries[at].value);
}

void dictSetName(Borrowed<Dict> dict, Borrowed<Str> name, Borrowed<> value) {
  int64_t at = dictFindEntry(dict, name);
  if (at == kNoEntry) {
    dictInsertNew(dict, Owned<>::retain(name), hashOfStr(name.get()), Owned<>::retain(value));
    return;
  }
  retain(value.value());
  replaceValue(dict.get(), at, value.value());
}

bool dictRemoveName(Borrowed<Dict> dict, Borrowed<Str> name) {
  return static_cast<bool>(dictTakeName(dict, name));
}

Owned<> dictTakeName(Borrowed<Dict> dict, Borrowed<Str> name) {
  int64_t at = dictFindEntry(dict, name);
  if (at == kNoEntry)
    return {};
  RemovedItem removed = dictRemoveEntry(dict, static_cast<uint64_t>(at));
  return std::move(removed.value);
}

Borrowed<> dictFindText(Borrowed<Dict> dict, const char *key) {
  return dictFindName(dict, internText(key));
}

void dictSetText(Borrowed<Dict> dict, const char *key, Borrowed<> value) {
  dictSetName(dict, internText(key), value);
}

// ---- Caches and the whole --------------------------------------------------------------------------

uint64_t dictKeysVersion(Borrowed<Dict> dict) {
  if (dict->keysVersion == kNoKeysVersion)
    dict->keysVersion = ++runtime().nextKeysVersion;
  return dict->keysVersion;
}

uint64_t dictLength(Borrowed<Dict> dict) { return dict->used; }

bool dictNext(Borrowed<Dict> dict, uint64_t *position, Borrowed<> *key, Borrowed<> *value) {
  return dictStep(dict, position, key, value);
}

void dictClear(Borrowed<Dict> dict) {
  Dict *self = dict.get();
  if (!self->index)
    return;
  void *block = self->index.get();
  DictEntry *entries = self->entries;
  uint32_t count = self->entryCount, log2Size = self->log2Size;
  self->index = nullptr;
  self->entries = nullptr;
  self->used = 0;
  self->entryCount = self->usable = self->log2Size = 0;
  self->flags &= ~uint32_t{kDictOtherKeys};
  self->keysVersion = kNoKeysVersion;
  if (self->flags & kDictWatched)
    forgetKnownGlobals(self);
  for (uint32_t i = 0; i < count; ++i) {
    if (entries[i].key.isNull())
      continue;
    release(entries[i].key);
    release(entries[i].value);
  }
  releaseBuffer(block, blockSize(log2Size));
}

Result<bool> dictEqual_py(Borrowed<Dict> left, Borrowed<Dict> right) {
  if (left->used != right->used)
    return false;
  for (uint32_t i = 0; i < left->entryCount; ++i) {
    const DictEntry &entry = left->entries[i];
    if (entry.key.isNull())
      continue;
    Owned<> key = Owned<>::retain(Borrowed<>(entry.key));
    Owned<> mine = Owned<>::retain(Borrowed<>(entry.value));
    Borrowed<> found = TRY(dictGetHashed_py(right, key, entry.hash));
    if (!found)
      return false;
    Owned<> theirs = Owned<>::retain(found);
    bool equal = TRY(equals_py(mine, theirs));
    if (!equal)
      return false;
  }
  return true;
}

} // namespace molt
