// What core needs of the builtin containers and of str; their own files define these (dict.cpp,
// tuple.cpp, list.cpp, str.cpp, int.cpp). None of them runs Python code.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

// ---- str (runtime/types/str.cpp) -----------------------------------------------------------------
Owned<Str> makeStr(const char *utf8, size_t size); // valid UTF-8 (surrogates allowed)
Owned<Str> makeStr(const char *utf8);
void fillAsciiCharacters(); // before there are objects
int64_t strHash(Borrowed<Str> string); // caches it
bool strEqual(Borrowed<Str> left, Borrowed<Str> right);
bool strEqual(Borrowed<Str> left, const char *right);

// ---- int (runtime/types/int.cpp) ------------------------------------------------------------------
Owned<> makeInt(int64_t number); // inline when it fits
Owned<> makeUnsigned(uint64_t number);
// The value when it fits int64; false when it does not. Precondition: isInt(value); bools count.
bool intToInt64(Borrowed<> value, int64_t *number);

// ---- tuple (runtime/types/tuple.cpp) --------------------------------------------------------------
// A tuple whose items the caller fills at once (all null, length set; nothing may allocate between).
Owned<Tuple> makeUnfilledTuple(uint64_t length);
Owned<Tuple> makeTuple(const Value *items, uint64_t count); // retains the items
Borrowed<Tuple> emptyTuple();                                // immortal

// ---- dict (runtime/types/dict.cpp) ----------------------------------------------------------------
// Keys that are str: found by identity, or by hash and content. Keys of other types are passed over.
Owned<Dict> makeDict();
Borrowed<> dictFindName(Borrowed<Dict> dict, Borrowed<Str> name); // null: absent
void dictSetName(Borrowed<Dict> dict, Borrowed<Str> name, Borrowed<> value);
bool dictRemoveName(Borrowed<Dict> dict, Borrowed<Str> name); // was it there?
// The value that was there, given away; null when absent.
Owned<> dictTakeName(Borrowed<Dict> dict, Borrowed<Str> name);
uint64_t dictLength(Borrowed<Dict> dict);
// In order: position starts at 0; false at the end. The dict must not change meanwhile.
bool dictNext(Borrowed<Dict> dict, uint64_t *position, Borrowed<> *key, Borrowed<> *value);
Owned<Dict> dictCopy(Borrowed<Dict> dict);

// ---- list (runtime/types/list.cpp) ----------------------------------------------------------------
Owned<List> makeList();
void listAppend(Borrowed<List> list, Borrowed<> item);

} // namespace molt
