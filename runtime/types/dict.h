// dict: compact and insertion-ordered. The entries stand in an array in order of insertion; an index
// table (open addressing, indices of 1, 2, 4 or 8 bytes) in the same block finds them by hash.
//
// Invariants:
// 1. entries[0 .. entryCount) hold the items; a deleted one has a null key. `used` counts the others.
// 2. keysVersion is unique in the Runtime for a set of keys at their entry indices, or
//    kNoKeysVersion while nobody has asked for it: adding or removing a key resets it, assigning a
//    new value to a present key does not. So a cache may go straight to entries[i].
// 3. Without kDictOtherKeys every key is an exact str: looking up a str cannot run Python code.
// 4. Growth and compaction happen where CPython does them, because iteration can observe it.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

inline constexpr uint64_t kNoKeysVersion = ~uint64_t{0};

// Before a value leaves the dict, replaced or removed. Whoever writes to an entry's value calls it.
void forgetKnownGlobal(Dict *dict, Value old);
inline void noteEntryChange(Dict *dict, Value old) {
  if (__builtin_expect(dict->flags & kDictWatched, 0))
    forgetKnownGlobal(dict, old);
}

// A key comes into the dict: as a module's name it hides the builtin.
void forgetBuiltin(Dict *dict, Value key);

// ---- Making ------------------------------------------------------------------------------------
Owned<Dict> makeDictSized(uint64_t itemCount); // room for so many without growing

// ---- Any key. The results are borrowed from the dict; null: the key is absent. ------------------
// Raises "unhashable type" (in the words for dict keys) and what __hash__ and __eq__ raise.
Result<Borrowed<>> dictGet_py(Borrowed<Dict> dict, Borrowed<> key);
Result<void> dictSet_py(Borrowed<Dict> dict, Borrowed<> key, Borrowed<> value);
// dict[key] of an exact dict: KeyError when it is absent.
Result<Owned<>> dictSubscript_py(Borrowed<Dict> dict, Borrowed<> key);
Result<bool> dictDelete_py(Borrowed<Dict> dict, Borrowed<> key); // false: was absent
Result<bool> dictContains_py(Borrowed<Dict> dict, Borrowed<> key);
// The present value, or `value` stored and returned.
Result<Borrowed<>> dictSetDefault_py(Borrowed<Dict> dict, Borrowed<> key, Borrowed<> value);
// Removes and returns the value; null without a pending exception is not possible, so the
// absent case is reported in *absent.
Result<Owned<>> dictPop_py(Borrowed<Dict> dict, Borrowed<> key, bool *absent);

// ---- With the hash at hand ----------------------------------------------------------------------
Result<Borrowed<>> dictGetHashed_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash);
Result<void> dictSetHashed_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash, Borrowed<> value);

// ---- str keys: cannot fail; keys of other types are passed over. Interned names are found by ----
// ---- comparing pointers. dictFindName, dictSetName, dictRemoveName, dictTakeName, dictLength,
// ---- dictNext and dictCopy are declared in runtime/core/containers.h.
// C string keys: for setting up modules and types.
Borrowed<> dictFindText(Borrowed<Dict> dict, const char *key);
void dictSetText(Borrowed<Dict> dict, const char *key, Borrowed<> value);

// ---- For caches ---------------------------------------------------------------------------------
inline constexpr int64_t kNoEntry = -1;
// The index in `entries` of a str key, or kNoEntry.
int64_t dictFindEntry(Borrowed<Dict> dict, Borrowed<Str> key);
// The version of the dict's keys; given out now if there is none yet.
uint64_t dictKeysVersion(Borrowed<Dict> dict);

// ---- The whole dict -----------------------------------------------------------------------------
// dictNext, inline.
inline bool dictStep(Borrowed<Dict> dict, uint64_t *position, Borrowed<> *key, Borrowed<> *value) {
  const DictEntry *entries = dict->entries;
  for (uint64_t at = *position; at < dict->entryCount; ++at) {
    if (entries[at].key.isNull())
      continue;
    *key = Borrowed<>(entries[at].key);
    *value = Borrowed<>(entries[at].value);
    *position = at + 1;
    return true;
  }
  return false;
}
void dictClear(Borrowed<Dict> dict);
// d.update(other): a mapping (has keys()), else an iterable of pairs. Items present are replaced.
Result<void> dictUpdate_py(Borrowed<Dict> dict, Borrowed<> other);
// d | other, d.copy() and the like, of a dict.
Result<void> dictUpdateFromDict_py(Borrowed<Dict> dict, Borrowed<Dict> other, bool replace);
// As update, but keeps items that are present.
Result<void> dictMergeMissing_py(Borrowed<Dict> dict, Borrowed<> other);
// Before so many items are added: one table instead of several, as CPython does it.
void dictReserve(Borrowed<Dict> dict, uint64_t count);
// Whether it has no table, and nobody is told what comes into it.
inline bool isBlank(Borrowed<Dict> dict) { return !dict->index && !(dict->flags & kDictWatched); }
// Into a blank dict; dictTakeItems empties the other one.
void dictTakeItems(Borrowed<Dict> dict, Borrowed<Dict> other);
void dictFill(Borrowed<Dict> dict, Borrowed<Dict> other);
Result<bool> dictEqual_py(Borrowed<Dict> left, Borrowed<Dict> right);

} // namespace molt
