// The type dict: its slots and methods. The table itself is in dict.cpp.
#include "runtime/core/call.h"
#include "runtime/core/attribute.h"
#include "runtime/core/iterate.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/dict.gen.h"
#include "runtime/types/dict_table.h"
#include "runtime/types/dict_views.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/list.h"
#include "runtime/types/text_parts.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_dict;
}

namespace {

Borrowed<Dict> asDict(Borrowed<> self) { return self.as<Dict>(); }

// ---- Lifetime -------------------------------------------------------------------------------------

Result<Owned<>> newDict(Borrowed<Type> type, const Value *, uint64_t, Borrowed<Tuple>) {
  Owned<Dict> dict = Owned<Dict>::steal(
      static_cast<Dict *>(allocateObject(type.get(), sizeof(Dict), 0)));
  dict->keysVersion = kNoKeysVersion;
  return dict;
}

void destroyDict(Object *self) { dictClear(Borrowed<Dict>(static_cast<Dict *>(self))); }

void traverseDict(Object *self, Visitor &visitor) {
  Dict *dict = static_cast<Dict *>(self);
  const DictEntry *entries = dict->entries;
  for (uint32_t i = 0; i < dict->entryCount; ++i) {
    if (entries[i].key.isNull())
      continue;
    visitor.visit(entries[i].key);
    visitor.visit(entries[i].value);
  }
}

// ---- Slots ----------------------------------------------------------------------------------------

Result<Owned<Str>> reprDict(Borrowed<> self) {
  ReprGuard guard(self);
  if (guard.nested())
    return makeStr("{...}");
  TRY(checkStack(" while getting the repr of an object"));
  TextBuffer out;
  out.append('{');
  bool first = true;
  Borrowed<Dict> dict = asDict(self);
  for (uint64_t i = 0; i < dict->entryCount; ++i) {
    const DictEntry &entry = dict->entries[i];
    if (entry.key.isNull())
      continue;
    Owned<> key = Owned<>::retain(Borrowed<>(entry.key));
    Owned<> value = Owned<>::retain(Borrowed<>(entry.value));
    if (!first)
      out.append(", ", 2);
    first = false;
    TRY(appendRepr_py(out, key));
    out.append(": ", 2);
    TRY(appendRepr_py(out, value));
  }
  out.append('}');
  return finishText(out);
}

Result<Owned<>> compareDict(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isDict(left) || !isDict(right) ||
      (operation != Comparison::kEqual && operation != Comparison::kNotEqual))
    return ownedNotImplemented();
  TRY(checkStack(" in comparison"));
  bool equal = TRY(dictEqual_py(asDict(left), asDict(right)));
  return ownedBool(equal == (operation == Comparison::kEqual));
}

Result<int64_t> lengthOfDict(Borrowed<> self) { return static_cast<int64_t>(asDict(self)->used); }

Result<Owned<>> missing_py(Borrowed<> self, Borrowed<> key) {
  if (!isExactly(self, molt_type_dict)) {
    bool found = false;
    Owned<> value = TRY(callSpecial_py(self, "__missing__"_str, {key}, &found));
    if (found)
      return value;
  }
  return raiseWith(KeyError, key);
}

Result<Owned<>> getItemOfDict(Borrowed<> self, Borrowed<> key) {
  Borrowed<> value = TRY(dictGet_py(asDict(self), key));
  if (value)
    return Owned<>::retain(value);
  return missing_py(self, key);
}

Result<void> setItemOfDict(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  if (value)
    return dictSet_py(asDict(self), key, value);
  bool found = TRY(dictDelete_py(asDict(self), key));
  if (!found)
    return raiseWith(KeyError, key);
  return {};
}

Result<bool> containsInDict(Borrowed<> self, Borrowed<> key) {
  return dictContains_py(asDict(self), key);
}

Result<Owned<>> iterDict(Borrowed<> self) {
  return makeDictIterator(asDict(self), DictPart::kKeys, false);
}

Result<Owned<>> orDict(Borrowed<> left, Borrowed<> right) {
  if (!isDict(left) || !isDict(right))
    return ownedNotImplemented();
  Owned<Dict> result = dictCopy(asDict(left));
  TRY(dictUpdate_py(result, right));
  return result;
}

Result<Owned<>> inplaceOrDict(Borrowed<> left, Borrowed<> right) {
  TRY(dictUpdate_py(asDict(left), right));
  return Owned<>::retain(left);
}

// ---- Updating --------------------------------------------------------------------------------------

Result<void> storeFrom_py(Borrowed<Dict> dict, Borrowed<> key, uint64_t hash, Borrowed<> value,
                          bool replace) {
  if (replace)
    return dictSetHashed_py(dict, key, hash, value);
  int64_t at = TRY(dictFind_py(dict, key, hash));
  if (at == kNoEntry)
    dictInsertNew(dict, Owned<>::retain(key), hash, Owned<>::retain(value));
  return {};
}

Result<void> updateFromKeys_py(Borrowed<Dict> dict, Borrowed<> mapping, bool replace) {
  Owned<> keys = TRY(callMethod_py(mapping, "keys"_str, {}));
  return forEach_py(keys, [&](Borrowed<> key) -> Result<bool> {
    if (!replace) {
      bool present = TRY(dictContains_py(dict, key));
      if (present)
        return true;
    }
    Owned<> value = TRY(getItem_py(mapping, key));
    TRY(dictSet_py(dict, key, value));
    return true;
  });
}

// Says which element of the sequence could not be a pair.
Raised raiseNotASequence(uint64_t index) {
  if (!pendingMatches(TypeError))
    return Raised{};
  if (runtime().pythonMinor < 14) {
    clearPending();
    return raise(TypeError, "cannot convert dictionary update sequence element #%zu to a sequence",
                 index);
  }
  Owned<> exception = takePending();
  Owned<Str> note = TRY(formatStr(
      "Cannot convert dictionary update sequence element #%zu to a sequence", index));
  TRY(callMethod_py(exception, "add_note"_str, {note}));
  return restorePending(std::move(exception));
}

Result<void> updateFromPairs_py(Borrowed<Dict> dict, Borrowed<> iterable, bool replace) {
  uint64_t index = 0;
  return forEach_py(iterable, [&](Borrowed<> item) -> Result<bool> {
    Owned<Tuple> pair;
    if (isExactly(item, molt_type_tuple)) {
      pair = Owned<Tuple>::retain(item.as<Tuple>());
    } else {
      Result<Owned<>> iterator = getIterator_py(item);
      if (iterator.raised()) {
        if (runtime().pythonMinor >= 14 && clearIfMatches(TypeError)) {
          Raised raised = raise(TypeError, "object is not iterable");
          (void)raised;
        }
        return raiseNotASequence(index);
      }
      pair = TRY(tupleFromIterable_py(iterator.take()));
    }
    if (pair->length != 2)
      return raise(ValueError,
                   "dictionary update sequence element #%zu has length %zu; 2 is required", index,
                   pair->length);
    Borrowed<> key = tupleItem(pair, 0), value = tupleItem(pair, 1);
    int64_t hash = TRY(hashDictKey_py(key));
    TRY(storeFrom_py(dict, key, static_cast<uint64_t>(hash), value, replace));
    ++index;
    return true;
  });
}

bool iteratesAsDict(Borrowed<> value) {
  return isDict(value) && typeOf(value)->iter == molt_type_dict.iter;
}

Result<void> merge_py(Borrowed<Dict> dict, Borrowed<> other, bool replace) {
  if (iteratesAsDict(other))
    return dictUpdateFromDict_py(dict, other.as<Dict>(), replace);
  Owned<> keys = TRY(getOptionalAttribute_py(other, "keys"_str));
  if (!isExhausted(keys))
    return updateFromKeys_py(dict, other, replace);
  return updateFromPairs_py(dict, other, replace);
}

} // namespace

Result<void> dictUpdateFromDict_py(Borrowed<Dict> dict, Borrowed<Dict> other, bool replace) {
  if (dict.get() == other.get() || other->used == 0)
    return {};
  if (isBlank(dict)) {
    dictFill(dict, other);
    return {};
  }
  dictReserve(dict, other->used);
  uint32_t count = other->entryCount;
  for (uint32_t i = 0; i < count; ++i) {
    const DictEntry &entry = other->entries[i];
    if (entry.key.isNull())
      continue;
    uint64_t hash = entry.hash;
    Owned<> key = Owned<>::retain(Borrowed<>(entry.key));
    Owned<> value = Owned<>::retain(Borrowed<>(entry.value));
    TRY(storeFrom_py(dict, key, hash, value, replace));
    if (other->entryCount != count)
      return raise(RuntimeError, "dict mutated during update");
  }
  return {};
}

Result<void> dictUpdate_py(Borrowed<Dict> dict, Borrowed<> other) {
  return merge_py(dict, other, true);
}
Result<void> dictMergeMissing_py(Borrowed<Dict> dict, Borrowed<> other) {
  return merge_py(dict, other, false);
}

// ---- Methods ----------------------------------------------------------------------------------------

Result<void> dict_init(Borrowed<Dict> self, Borrowed<> iterable, Borrowed<Dict> kwargs) {
  return dict_update(self, iterable, kwargs);
}

Result<void> dict_update(Borrowed<Dict> self, Borrowed<> other, Borrowed<Dict> kwargs) {
  if (other)
    TRY(dictUpdate_py(self, other));
  if (kwargs && isBlank(self))
    dictTakeItems(self, kwargs); // the call made it
  else if (kwargs)
    TRY(dictUpdateFromDict_py(self, kwargs, true));
  return {};
}

Result<Owned<>> dict_get(Borrowed<Dict> self, Borrowed<> key, Borrowed<> default_) {
  return molt_dict_get_py(self, key, default_);
}

Result<Owned<>> dict_setdefault(Borrowed<Dict> self, Borrowed<> key, Borrowed<> default_) {
  Borrowed<> value = TRY(dictSetDefault_py(self, key, default_));
  return Owned<>::retain(value);
}

Result<Owned<>> dict_pop(Borrowed<Dict> self, Borrowed<> key, Borrowed<> default_) {
  bool absent = false;
  Owned<> value = TRY(dictPop_py(self, key, &absent));
  if (!absent)
    return value;
  if (default_)
    return Owned<>::retain(default_);
  return raiseWith(KeyError, key);
}

Result<Owned<>> dict_popitem(Borrowed<Dict> self) {
  if (self->used == 0)
    return raiseWith(KeyError, "popitem(): dictionary is empty"_str);
  uint32_t at = self->entryCount - 1;
  while (self->entries[at].key.isNull())
    --at;
  RemovedItem removed = dictRemoveEntry(self, at);
  self->entryCount = at; // what is behind it is deleted too; `usable` stays, as in CPython
  return makePair(removed.key, removed.value);
}

Result<Owned<>> dict_keys(Borrowed<Dict> self) { return makeDictView(self, DictPart::kKeys); }
Result<Owned<>> dict_items(Borrowed<Dict> self) { return makeDictView(self, DictPart::kItems); }
Result<Owned<>> dict_values(Borrowed<Dict> self) { return makeDictView(self, DictPart::kValues); }

Result<Owned<>> dict_fromkeys(Borrowed<Type> cls, Borrowed<> iterable, Borrowed<> value) {
  Owned<> dict = TRY(call_py(cls, {}));
  bool exact = isExactly(dict, molt_type_dict);
  TRY(forEach_py(iterable, [&](Borrowed<> key) -> Result<bool> {
    if (exact)
      TRY(dictSet_py(asDict(dict), key, value));
    else
      TRY(setItem_py(dict, key, value));
    return true;
  }));
  return dict;
}

Result<void> dict_clear(Borrowed<Dict> self) {
  dictClear(self);
  return {};
}

Result<Owned<>> dict_copy(Borrowed<Dict> self) { return dictCopy(self); }

Result<Owned<>> dict_reversed(Borrowed<Dict> self) {
  return makeDictIterator(self, DictPart::kKeys, true);
}

Result<int64_t> dict_sizeof(Borrowed<Dict> self) {
  int64_t size = sizeof(Dict);
  if (self->index)
    size += static_cast<int64_t>(dictIndexSize(self->log2Size) * dictIndexWidth(self->log2Size) +
                                 dictCapacity(self->log2Size) * sizeof(DictEntry));
  return size;
}

Result<Owned<>> dict_class_getitem(Borrowed<Type> cls, Borrowed<> item) {
  return makeGenericAlias(cls, item);
}

namespace {
constinit const NumberSlots numberSlots{.bitOr = orDict, .inplaceBitOr = inplaceOrDict};
constinit const ContainerSlots containerSlots{.length = lengthOfDict,
                                              .getItem = getItemOfDict,
                                              .setItem = setItemOfDict,
                                              .contains = containsInDict};
} // namespace

extern "C" constinit Type molt_type_dict{TypeSpec{
    .name = "dict",
    .doc = dict_doc,
    .size = sizeof(Dict),
    .flags = kTypeGC | kTypeBaseAllowed | kTypeDict | kTypeMapping,
    .methods = dict_methods,
    .getsets = dict_getset,
    .destroy = destroyDict,
    .traverse = traverseDict,
    .clear = destroyDict,
    .repr = reprDict,
    .compare = compareDict,
    .iter = iterDict,
    .newInstance = newDict,
    .init = dict_init_slot,
    .number = &numberSlots,
    .container = &containerSlots,
}};

// ---- Entry points -------------------------------------------------------------------------------------

extern "C" Result<Owned<Dict>> molt_make_dict_py(const Value *pairs, uint64_t pairCount) {
  Owned<Dict> dict = makeDictSized(pairCount);
  for (uint64_t i = 0; i < pairCount; ++i)
    TRY(dictSet_py(dict, Borrowed<>(pairs[2 * i]), Borrowed<>(pairs[2 * i + 1])));
  return dict;
}

extern "C" Result<void> molt_dict_set_py(Borrowed<Dict> dict, Borrowed<> key, Borrowed<> value) {
  return dictSet_py(dict, key, value);
}

extern "C" Result<void> molt_dict_update_py(Borrowed<Dict> dict, Borrowed<> mapping) {
  if (iteratesAsDict(mapping))
    return dictUpdateFromDict_py(dict, mapping.as<Dict>(), true);
  Owned<> keys = TRY(getOptionalAttribute_py(mapping, "keys"_str));
  if (isExhausted(keys))
    return raise(TypeError, "'%T' object is not a mapping", mapping);
  return updateFromKeys_py(dict, mapping, true);
}

} // namespace molt
