// dict_keys, dict_values, dict_items and their iterators.
#include "runtime/types/dict_views.h"

#include "runtime/core/call.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/iterate.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/dict.gen.h"
#include "runtime/types/dict_table.h"
#include "runtime/types/list.h"
#include "runtime/types/set.h"
#include "runtime/types/text_parts.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_dict_keys, molt_type_dict_values, molt_type_dict_items;
extern Type molt_type_dict_keyiterator, molt_type_dict_valueiterator, molt_type_dict_itemiterator;
extern Type molt_type_dict_reversekeyiterator, molt_type_dict_reversevalueiterator,
    molt_type_dict_reverseitemiterator;
extern Type molt_type_set, molt_type_frozenset;
}

namespace {

Type *const viewTypes[] = {&molt_type_dict_keys, &molt_type_dict_values, &molt_type_dict_items};
Type *const iteratorTypes[] = {&molt_type_dict_keyiterator, &molt_type_dict_valueiterator,
                               &molt_type_dict_itemiterator};
Type *const reverseTypes[] = {&molt_type_dict_reversekeyiterator,
                              &molt_type_dict_reversevalueiterator,
                              &molt_type_dict_reverseitemiterator};

DictView *asView(Borrowed<> self) { return self.as<DictView>().get(); }
Borrowed<Dict> dictOf(Borrowed<> view) { return Borrowed<Dict>(asView(view)->dict.get()); }

// ---- Iterators ---------------------------------------------------------------------------------------

Raised raiseChanged(DictIterator *self) {
  self->used = ~uint64_t{0};
  return raise(RuntimeError, "dictionary changed size during iteration");
}

Owned<> finish(DictIterator *self) {
  Owned<Dict> dict = Owned<Dict>::steal(std::exchange(self->dict, Ptr<Dict>()).get());
  return ownedExhausted();
}

Owned<> pairOf(DictIterator *self, const DictEntry &entry) {
  retain(entry.key);
  retain(entry.value);
  if (!self->pair.isNull()) {
    auto *pair = static_cast<Tuple *>(self->pair.asObject());
    if (pair->refcount == 1) {
      pair->flags &= ~uint32_t{kTupleHashed};
      Value key = std::exchange(pair->items()[0], entry.key);
      Value value = std::exchange(pair->items()[1], entry.value);
      retain(self->pair);
      Owned<> result = Owned<>::steal(self->pair);
      release(key);
      release(value);
      return result;
    }
  }
  Owned<Tuple> pair = makeUnfilledTuple(2);
  pair->items()[0] = entry.key;
  pair->items()[1] = entry.value;
  Value old = std::exchange(self->pair, Owned<Tuple>::retain(pair).intoValue());
  if (!old.isNull())
    release(old);
  return pair;
}

template <DictPart part> Owned<> partOf(DictIterator *self, const DictEntry &entry) {
  if constexpr (part == DictPart::kItems)
    return pairOf(self, entry);
  else
    return Owned<>::retain(Borrowed<>(part == DictPart::kKeys ? entry.key : entry.value));
}

template <DictPart part> Result<Owned<>> nextEntry(Borrowed<> iterator) {
  DictIterator *self = iterator.as<DictIterator>().get();
  Dict *dict = self->dict;
  if (!dict)
    return ownedExhausted();
  if (self->used != dict->used)
    return raiseChanged(self);
  const DictEntry *entries = dict->entries;
  uint64_t at = skipRemoved(dict, self->position);
  if (at >= dict->entryCount)
    return finish(self);
  if (self->remaining == 0) {
    Owned<> end = finish(self);
    return raise(RuntimeError, "dictionary keys changed during iteration");
  }
  self->position = at + 1;
  --self->remaining;
  return partOf<part>(self, entries[at]);
}

template <DictPart part> Result<Owned<>> previousEntry(Borrowed<> iterator) {
  DictIterator *self = iterator.as<DictIterator>().get();
  Dict *dict = self->dict;
  if (!dict)
    return ownedExhausted();
  if (self->used != dict->used)
    return raiseChanged(self);
  const DictEntry *entries = dict->entries;
  uint64_t at = self->position;
  while (at > 0 && (at > dict->entryCount || entries[at - 1].key.isNull()))
    --at;
  if (at == 0)
    return finish(self);
  self->position = at - 1;
  --self->remaining;
  return partOf<part>(self, entries[at - 1]);
}

void destroyIterator(Object *object) {
  DictIterator *self = static_cast<DictIterator *>(object);
  Dict *dict = std::exchange(self->dict, Ptr<Dict>());
  Value pair = std::exchange(self->pair, Value());
  if (dict)
    release(Value::fromObject(dict));
  if (!pair.isNull())
    release(pair);
}

void traverseIterator(Object *object, Visitor &visitor) {
  DictIterator *self = static_cast<DictIterator *>(object);
  visitor.visit(self->dict);
  visitor.visit(self->pair);
}

Result<Owned<>> selfAsIterator(Borrowed<> self) { return Owned<>::retain(self); }

// ---- Views ---------------------------------------------------------------------------------------------

void destroyView(Object *object) {
  Dict *dict = std::exchange(static_cast<DictView *>(object)->dict, Ptr<Dict>());
  if (dict)
    release(Value::fromObject(dict));
}

void traverseView(Object *object, Visitor &visitor) {
  visitor.visit(static_cast<DictView *>(object)->dict);
}

Result<int64_t> lengthOfView(Borrowed<> self) { return static_cast<int64_t>(dictOf(self)->used); }

template <DictPart part> Result<Owned<>> iterView(Borrowed<> self) {
  return makeDictIterator(dictOf(self), part, false);
}

Result<Owned<Str>> reprView(Borrowed<> self) {
  ReprGuard guard(self);
  if (guard.nested())
    return makeStr("...");
  Owned<List> items = TRY(listFromIterable_py(self));
  return formatStr("%s(%R)", typeName(self), items);
}

Result<bool> keysContain(Borrowed<> self, Borrowed<> key) {
  return dictContains_py(dictOf(self), key);
}

Result<bool> itemsContain(Borrowed<> self, Borrowed<> item) {
  if (!isTuple(item) || item.as<Tuple>()->length != 2)
    return false;
  Borrowed<> found = TRY(dictGet_py(dictOf(self), tupleItem(item.as<Tuple>(), 0)));
  if (!found)
    return false;
  Owned<> held = Owned<>::retain(found);
  return equals_py(held, tupleItem(item.as<Tuple>(), 1));
}

bool isSetLike(Borrowed<> value) {
  return hasTypeFlag(value, kTypeSet | kTypeFrozenSet) ||
         isInstance(value, molt_type_dict_keys) || isInstance(value, molt_type_dict_items);
}

Result<bool> allContained_py(Borrowed<> items, Borrowed<> container) {
  bool all = true;
  TRY(forEach_py(items, [&](Borrowed<> item) -> Result<bool> {
    all = TRY(contains_py(container, item));
    return all;
  }));
  return all;
}

Result<Owned<>> compareView(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isSetLike(right))
    return ownedNotImplemented();
  int64_t mine = TRY(length_py(left)), theirs = TRY(length_py(right));
  bool result = false;
  switch (operation) {
  case Comparison::kEqual:
  case Comparison::kNotEqual:
    if (mine == theirs)
      result = TRY(allContained_py(left, right));
    result = result == (operation == Comparison::kEqual);
    break;
  case Comparison::kLess:
    if (mine < theirs)
      result = TRY(allContained_py(left, right));
    break;
  case Comparison::kLessEqual:
    if (mine <= theirs)
      result = TRY(allContained_py(left, right));
    break;
  case Comparison::kGreater:
    if (mine > theirs)
      result = TRY(allContained_py(right, left));
    break;
  case Comparison::kGreaterEqual:
    if (mine >= theirs)
      result = TRY(allContained_py(right, left));
    break;
  }
  return ownedBool(result);
}

bool isKeysOrItems(Borrowed<> value) {
  return isInstance(value, molt_type_dict_keys) || isInstance(value, molt_type_dict_items);
}

Result<Owned<>> subtractView(Borrowed<> left, Borrowed<> right) {
  Owned<Set> result = TRY(setFromIterable_py(left));
  TRY(setDifferenceUpdate_py(result, right));
  return result;
}

Result<Owned<>> andView(Borrowed<> left, Borrowed<> right) {
  Borrowed<> container = left, items = right;
  if (!isKeysOrItems(container))
    std::swap(container, items);
  if (isKeysOrItems(items) || hasTypeFlag(items, kTypeSet | kTypeFrozenSet)) {
    // As CPython: walks the smaller one when the other is a view too.
    int64_t size = TRY(length_py(items));
    if (isKeysOrItems(items) && size > static_cast<int64_t>(dictOf(container)->used))
      std::swap(container, items);
  }
  Owned<Set> result = makeSet();
  TRY(forEach_py(items, [&](Borrowed<> item) -> Result<bool> {
    bool common = TRY(contains_py(container, item));
    if (common)
      TRY(setAdd_py(result, item));
    return true;
  }));
  return result;
}

Result<Owned<>> orView(Borrowed<> left, Borrowed<> right) {
  Owned<Set> result = TRY(setFromIterable_py(left));
  TRY(setUpdate_py(result, right));
  return result;
}

Result<Owned<>> xorView(Borrowed<> left, Borrowed<> right) {
  Owned<Set> result = TRY(setFromIterable_py(left));
  TRY(setSymmetricUpdate_py(result, right));
  return result;
}

Result<bool> isDisjoint_py(Borrowed<> self, Borrowed<> other) {
  if (self.value() == other.value())
    return dictOf(self)->used == 0;
  Borrowed<> container = self, items = other;
  if (isSetLike(other)) {
    int64_t size = TRY(length_py(other));
    if (size > static_cast<int64_t>(dictOf(self)->used))
      std::swap(container, items);
  }
  bool disjoint = true;
  TRY(forEach_py(items, [&](Borrowed<> item) -> Result<bool> {
    bool common = TRY(contains_py(container, item));
    disjoint = !common;
    return disjoint;
  }));
  return disjoint;
}

} // namespace

Owned<> makeDictView(Borrowed<Dict> dict, DictPart part) {
  Owned<DictView> view = allocate<DictView>(*viewTypes[static_cast<uint32_t>(part)]);
  retain(dict.value());
  view->dict = dict.get();
  return view;
}

Owned<> makeDictIterator(Borrowed<Dict> dict, DictPart part, bool reversed) {
  Type **types = const_cast<Type **>(reversed ? reverseTypes : iteratorTypes);
  Owned<DictIterator> iterator = allocate<DictIterator>(*types[static_cast<uint32_t>(part)]);
  retain(dict.value());
  iterator->dict = dict.get();
  iterator->used = iterator->remaining = dict->used;
  iterator->position = reversed ? dict->entryCount : 0;
  return iterator;
}

Result<bool> dict_keys_isdisjoint(Borrowed<DictView> self, Borrowed<> other) {
  return isDisjoint_py(self, other);
}
Result<bool> dict_items_isdisjoint(Borrowed<DictView> self, Borrowed<> other) {
  return isDisjoint_py(self, other);
}
Result<Owned<>> dict_keys_reversed(Borrowed<DictView> self) {
  return makeDictIterator(dictOf(self), DictPart::kKeys, true);
}
Result<Owned<>> dict_items_reversed(Borrowed<DictView> self) {
  return makeDictIterator(dictOf(self), DictPart::kItems, true);
}
Result<Owned<>> dict_values_reversed(Borrowed<DictView> self) {
  return makeDictIterator(dictOf(self), DictPart::kValues, true);
}
Result<Owned<>> dict_keys_mapping(Borrowed<DictView> self) { return makeMappingProxy(dictOf(self)); }
Result<Owned<>> dict_items_mapping(Borrowed<DictView> self) {
  return makeMappingProxy(dictOf(self));
}
Result<Owned<>> dict_values_mapping(Borrowed<DictView> self) {
  return makeMappingProxy(dictOf(self));
}

Result<int64_t> dict_iterator_length_hint(Borrowed<DictIterator> self) {
  if (self->dict && self->used == self->dict->used)
    return static_cast<int64_t>(self->remaining);
  return int64_t{0};
}

// (iter, (a list of what is left,))
Result<Owned<>> dict_iterator_reduce(Borrowed<DictIterator> self) {
  Owned<DictIterator> copy = allocate<DictIterator>(*self->type);
  if (self->dict)
    retain(Value::fromObject(self->dict.get()));
  copy->dict = self->dict;
  copy->used = self->used;
  copy->position = self->position;
  copy->remaining = self->remaining;
  Owned<List> rest = TRY(listFromIterable_py(copy));
  Borrowed<> iter = dictFindText(Borrowed<Dict>(runtime().builtins.get()), "iter");
  Value restValue = rest.value();
  return makePair(iter ? iter : none(), makeTuple(&restValue, 1));
}

namespace {
constinit const NumberSlots viewNumbers{.subtract = subtractView, .bitAnd = andView,
                                        .bitOr = orView, .bitXor = xorView};
constinit const ContainerSlots keysContainer{.length = lengthOfView, .contains = keysContain};
constinit const ContainerSlots itemsContainer{.length = lengthOfView, .contains = itemsContain};
constinit const ContainerSlots valuesContainer{.length = lengthOfView};

constexpr TypeSpec viewSpec(const char *name, MethodTable methods, const GetSetDef *getsets,
                            UnarySlot iter, const ContainerSlots *container, bool setLike) {
  return TypeSpec{.name = name,
                  .size = sizeof(DictView),
                  .flags = kTypeGC | kTypeNoNew,
                  .methods = methods,
                  .getsets = getsets,
                  .destroy = destroyView,
                  .traverse = traverseView,
                  .clear = destroyView,
                  .repr = reprView,
                  .compare = setLike ? compareView : nullptr,
                  .iter = iter,
                  .number = setLike ? &viewNumbers : nullptr,
                  .container = container};
}

constexpr TypeSpec iteratorSpec(const char *name, NextSlot next) {
  return TypeSpec{.name = name,
                  .size = sizeof(DictIterator),
                  .flags = kTypeGC | kTypeNoNew,
                  .methods = dict_iterator_methods,
                  .destroy = destroyIterator,
                  .traverse = traverseIterator,
                  .clear = destroyIterator,
                  .iter = selfAsIterator,
                  .next = next};
}
} // namespace

extern "C" {
constinit Type molt_type_dict_keys{viewSpec("dict_keys", dict_keys_methods, dict_keys_getset,
                                            iterView<DictPart::kKeys>, &keysContainer, true)};
constinit Type molt_type_dict_items{viewSpec("dict_items", dict_items_methods, dict_items_getset,
                                             iterView<DictPart::kItems>, &itemsContainer, true)};
constinit Type molt_type_dict_values{viewSpec("dict_values", dict_values_methods,
                                              dict_values_getset, iterView<DictPart::kValues>,
                                              &valuesContainer, false)};
constinit Type molt_type_dict_keyiterator{
    iteratorSpec("dict_keyiterator", nextEntry<DictPart::kKeys>)};
constinit Type molt_type_dict_valueiterator{
    iteratorSpec("dict_valueiterator", nextEntry<DictPart::kValues>)};
constinit Type molt_type_dict_itemiterator{
    iteratorSpec("dict_itemiterator", nextEntry<DictPart::kItems>)};
constinit Type molt_type_dict_reversekeyiterator{
    iteratorSpec("dict_reversekeyiterator", previousEntry<DictPart::kKeys>)};
constinit Type molt_type_dict_reversevalueiterator{
    iteratorSpec("dict_reversevalueiterator", previousEntry<DictPart::kValues>)};
constinit Type molt_type_dict_reverseitemiterator{
    iteratorSpec("dict_reverseitemiterator", previousEntry<DictPart::kItems>)};
}

} // namespace molt
