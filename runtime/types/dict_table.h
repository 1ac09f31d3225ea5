// The inside of dict: for dict.cpp and what walks its table itself.
#pragma once

#include "runtime/core/cell_poison.h"
#include "runtime/core/operators.h"
#include "runtime/types/dict.h"
#include "runtime/types/tuple.h"

#include <cstring>

namespace molt {

// Values in the index table.
inline constexpr int64_t kIndexEmpty = -1;
inline constexpr int64_t kIndexDummy = -2;

inline uint64_t dictIndexSize(uint32_t log2Size) { return uint64_t{1} << log2Size; }
inline uint32_t dictIndexWidth(uint32_t log2Size) {
  return log2Size < 8 ? 1 : log2Size < 16 ? 2 : log2Size < 32 ? 4 : 8;
}
// Two thirds of the index table may be filled.
inline uint64_t dictCapacity(uint32_t log2Size) { return (dictIndexSize(log2Size) << 1) / 3; }

inline int64_t dictReadIndex(const Dict *dict, uint64_t slot) {
  const void *index = dict->index.get();
  if (dict->log2Size < 8)
    return static_cast<const int8_t *>(index)[slot];
  if (dict->log2Size < 16)
    return static_cast<const int16_t *>(index)[slot];
  if (dict->log2Size < 32)
    return static_cast<const int32_t *>(index)[slot];
  return static_cast<const int64_t *>(index)[slot];
}
inline void dictWriteIndex(Dict *dict, uint64_t slot, int64_t value) {
  void *index = dict->index.get();
  if (dict->log2Size < 8)
    static_cast<int8_t *>(index)[slot] = static_cast<int8_t>(value);
  else if (dict->log2Size < 16)
    static_cast<int16_t *>(index)[slot] = static_cast<int16_t>(value);
  else if (dict->log2Size < 32)
    static_cast<int32_t *>(index)[slot] = static_cast<int32_t>(value);
  else
    static_cast<int64_t *>(index)[slot] = value;
}

// The order in which slots are tried for a hash.
struct Probe {
  uint64_t slot, perturb, mask;
  Probe(uint64_t hash, uint64_t mask) : slot(hash & mask), perturb(hash), mask(mask) {}
  void next() {
    perturb >>= 5;
    slot = (slot * 5 + perturb + 1) & mask;
  }
};

inline bool isExactStr(Value value) {
  return value.isObject() && value.asObject()->type == &molt_type_str;
}
inline bool isExactTuple(Value value) { return value.isObject() && value.asObject()->type == &molt_type_tuple; }
inline uint64_t hashOfStr(Str *string) {
  return string->hash ? string->hash : static_cast<uint64_t>(strHash(Borrowed<Str>(string)));
}
// The first eight bytes as a number that is ordered as they are, with zeros behind the end. The text begins at a multiple
// of 8, and every str's memory ends at one.
inline uint64_t firstBytes(const Str *text) {
  uint64_t bytes = 0;
#ifdef MOLT_POISONS_CELLS
  std::memcpy(&bytes, text->data(), text->size < sizeof bytes ? text->size : sizeof bytes);
#else
  std::memcpy(&bytes, text->data(), sizeof bytes);
#endif
  bytes = __builtin_bswap64(bytes);
  return text->size >= 8 ? bytes : text->size ? bytes & ~uint64_t{0} << (64 - 8 * text->size) : 0;
}
inline bool sameText(const Str *left, const Str *right) {
  uint64_t size = left->size;
  if (size != right->size)
    return false;
#ifdef MOLT_POISONS_CELLS
  return std::memcmp(left->data(), right->data(), size) == 0;
#else
  uint64_t first, other;
  std::memcpy(&first, left->data(), sizeof first);
  std::memcpy(&other, right->data(), sizeof other);
  uint64_t difference = first ^ other;
  if (size < 8) // the bytes of the text are the lower ones
    return size == 0 || difference << (64 - 8 * size) == 0;
  return difference == 0 && (size == 8 || std::memcmp(left->data() + 8, right->data() + 8, size - 8) == 0);
#endif
}

inline int64_t hashOfInlineInt(Value number) { return number.asInlineInt() == -1 ? -2 : number.asInlineInt(); }
// hash() for a container's key, with the fast cases inline.
template <Result<int64_t> (*slow)(Borrowed<>)> inline Result<int64_t> hashWith_py(Borrowed<> key) {
  Value value = key.value();
  if (value.isInlineInt())
    return hashOfInlineInt(value);
  if (isExactStr(value))
    return static_cast<int64_t>(hashOfStr(static_cast<Str *>(value.asObject())));
  if (isExactTuple(value)) {
    Tuple *tuple = static_cast<Tuple *>(value.asObject());
    int64_t hash;
    if (tuple->flags & kTupleHashed)
      return keptHash(tuple);
    if (hashOfInts(tuple, &hash))
      return hash;
  }
  return slow(key);
}
Result<int64_t> hashDictKeySlow_py(Borrowed<> key); // words errors for dict keys
inline Result<int64_t> hashDictKey_py(Borrowed<> key) { return hashWith_py<hashDictKeySlow_py>(key); }

// The next entry from `at` on that is there, or entryCount. An entry that was taken out holds in `hash` how far one can skip,
// and what is skipped once is skipped at once the next time: else a queue would be passed from its start for each item.
inline uint64_t skipRemoved(Dict *dict, uint64_t at) {
  DictEntry *entries = dict->entries;
  uint64_t next = at, count = dict->entryCount;
  while (next < count && entries[next].key.isNull())
    next = entries[next].hash;
  if (next != at)
    entries[at].hash = next;
  return next;
}

// The index in entries of a key, or kNoEntry.
Result<int64_t> dictFind_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash);
// Adds a key that is absent.
void dictInsertNew(Borrowed<Dict> dict, Owned<> key, uint64_t hash, Owned<> value);
// Takes an entry out.
struct RemovedItem {
  Owned<> key, value;
};
RemovedItem dictRemoveEntry(Borrowed<Dict> dict, uint64_t at);

// Of a tuple and the items of another one, as far as both have ints and strs.
inline bool tuplesEqualInsteadOfCalling(const Tuple *left, const Value *items, uint64_t count, bool *equal) {
  *equal = left->length == count;
  for (uint64_t i = 0; *equal && i < count; ++i) {
    Value mine = left->items()[i], theirs = items[i];
    if (mine == theirs)
      continue;
    if (isExactStr(mine) && isExactStr(theirs))
      *equal = sameText(static_cast<const Str *>(mine.asObject()), static_cast<const Str *>(theirs.asObject()));
    else if (mine.isInlineInt() && theirs.isInlineInt())
      *equal = false;
    else
      return false;
  }
  return true;
}

inline bool tuplesEqualInsteadOfCalling(const Tuple *left, const Tuple *right, bool *equal) {
  return tuplesEqualInsteadOfCalling(left, right->items(), right->length, equal);
}

inline bool equalInsteadOfCalling(Value left, Value right, bool *equal) {
  if (isExactStr(left) && isExactStr(right)) {
    *equal = sameText(static_cast<const Str *>(left.asObject()),
                      static_cast<const Str *>(right.asObject()));
    return true;
  }
  if (left.isInlineInt() && right.isInlineInt()) {
    *equal = false; // equal ones have equal words
    return true;
  }
  return isExactTuple(left) && isExactTuple(right) &&
         tuplesEqualInsteadOfCalling(static_cast<const Tuple *>(left.asObject()),
                                     static_cast<const Tuple *>(right.asObject()), equal);
}

} // namespace molt
