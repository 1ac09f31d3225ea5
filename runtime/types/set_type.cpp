// The types set and frozenset, and the iterator over them.
#include "runtime/core/call.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/list.h"
#include "runtime/types/set.gen.h"
#include "runtime/types/set_table.h"
#include "runtime/types/text_parts.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_set_iterator;
}

struct SetIterator : Object {
  Ptr<Set> set;       // null: at its end
  uint64_t used;      // the set's size when the iterator was made; all ones after an error
  uint64_t position;
  uint64_t remaining;
};

namespace {

Borrowed<Set> asSet(Borrowed<> value) { return value.as<Set>(); }

// ---- Lifetime --------------------------------------------------------------------------------------------

Result<Owned<>> newSet(Borrowed<Type> type, const Value *, uint64_t, Borrowed<Tuple>) {
  return makeSetOf(type.get());
}

void destroySet(Object *object) { setClear(Borrowed<Set>(static_cast<Set *>(object))); }

void traverseSet(Object *object, Visitor &visitor) {
  Set *self = static_cast<Set *>(object);
  SetEntry *entries = self->table.get();
  for (uint64_t i = 0; self->used && i <= self->mask; ++i)
    visitor.visit(entries[i].key);
}

// ---- Slots -------------------------------------------------------------------------------------------------

Result<Owned<Str>> reprSet(Borrowed<> self) {
  const char *name = typeName(self);
  bool plain = isExactly(self, molt_type_set);
  if (asSet(self)->used == 0)
    return formatStr("%s()", name);
  ReprGuard guard(self);
  if (guard.nested())
    return formatStr("%s(...)", name);
  TRY(checkStack(" while getting the repr of an object"));
  Owned<List> items = makeList();
  uint64_t position = 0;
  for (Borrowed<> key; setNext(asSet(self), &position, &key);)
    listAppend(items, key);
  TextBuffer out;
  if (!plain) {
    out.append(name);
    out.append('(');
  }
  out.append('{');
  for (uint64_t i = 0; i < items->length; ++i) {
    if (i)
      out.append(", ", 2);
    TRY(appendRepr_py(out, listItem(items, i)));
  }
  out.append(plain ? "}" : "})");
  return finishText(out);
}

uint64_t shuffle(uint64_t hash) { return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u; }

Result<int64_t> hashFrozenSet(Borrowed<> self) {
  Set *set = asSet(self).get();
  if (set->hash != 0)
    return static_cast<int64_t>(set->hash);
  uint64_t hash = 0;
  SetEntry *entries = set->table.get();
  for (uint64_t i = 0; i <= set->mask; ++i)
    if (!entries[i].key.isNull())
      hash ^= shuffle(entries[i].hash);
  hash ^= (set->used + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  if (hash == ~uint64_t{0})
    hash = 590923713u;
  set->hash = hash;
  return static_cast<int64_t>(hash);
}

Result<bool> equalSets_py(Borrowed<Set> left, Borrowed<Set> right) {
  if (left->used != right->used)
    return false;
  if (left->hash != 0 && right->hash != 0 && left->hash != right->hash)
    return false;
  return setIsSubset_py(left, right);
}

Result<Owned<>> compareSet(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isAnySet(left) || !isAnySet(right))
    return ownedNotImplemented();
  Borrowed<Set> a = asSet(left), b = asSet(right);
  bool result = false;
  switch (operation) {
  case Comparison::kEqual:
    result = TRY(equalSets_py(a, b));
    break;
  case Comparison::kNotEqual:
    result = TRY(equalSets_py(a, b));
    result = !result;
    break;
  case Comparison::kLessEqual:
    result = TRY(setIsSubset_py(a, b));
    break;
  case Comparison::kGreaterEqual:
    result = TRY(setIsSubset_py(b, a));
    break;
  case Comparison::kLess:
    if (a->used < b->used)
      result = TRY(setIsSubset_py(a, b));
    break;
  case Comparison::kGreater:
    if (a->used > b->used)
      result = TRY(setIsSubset_py(b, a));
    break;
  }
  return ownedBool(result);
}

Result<int64_t> lengthOfSet(Borrowed<> self) { return static_cast<int64_t>(asSet(self)->used); }
Result<bool> containsInSet(Borrowed<> self, Borrowed<> key) { return setContains_py(asSet(self), key); }

bool bothSets(Borrowed<> left, Borrowed<> right) { return isAnySet(left) && isAnySet(right); }

Result<Owned<>> orSet(Borrowed<> left, Borrowed<> right) {
  if (!bothSets(left, right))
    return ownedNotImplemented();
  Owned<Set> result = setCopy(asSet(left), baseSetType(typeOf(left)));
  if (left.value() != right.value())
    TRY(setUpdate_py(result, right));
  return result;
}
Result<Owned<>> andSet(Borrowed<> left, Borrowed<> right) {
  if (!bothSets(left, right))
    return ownedNotImplemented();
  return setIntersection_py(asSet(left), right);
}
Result<Owned<>> subtractSet(Borrowed<> left, Borrowed<> right) {
  if (!bothSets(left, right))
    return ownedNotImplemented();
  return setDifference_py(asSet(left), right);
}
Result<Owned<>> xorSet(Borrowed<> left, Borrowed<> right) {
  if (!bothSets(left, right))
    return ownedNotImplemented();
  return setSymmetricDifference_py(asSet(left), right);
}
Result<Owned<>> inplaceOrSet(Borrowed<> left, Borrowed<> right) {
  if (!isAnySet(right))
    return ownedNotImplemented();
  TRY(setUpdate_py(asSet(left), right));
  return Owned<>::retain(left);
}
Result<Owned<>> inplaceAndSet(Borrowed<> left, Borrowed<> right) {
  if (!isAnySet(right))
    return ownedNotImplemented();
  Owned<Set> result = TRY(setIntersection_py(asSet(left), right));
  setSwap(asSet(left), result);
  return Owned<>::retain(left);
}
Result<Owned<>> inplaceSubtractSet(Borrowed<> left, Borrowed<> right) {
  if (!isAnySet(right))
    return ownedNotImplemented();
  TRY(setDifferenceUpdate_py(asSet(left), right));
  return Owned<>::retain(left);
}
Result<Owned<>> inplaceXorSet(Borrowed<> left, Borrowed<> right) {
  if (!isAnySet(right))
    return ownedNotImplemented();
  TRY(setSymmetricUpdate_py(asSet(left), right));
  return Owned<>::retain(left);
}

// ---- Iterator ------------------------------------------------------------------------------------------------

Result<Owned<>> iterSet(Borrowed<> self) {
  Owned<SetIterator> iterator = allocate<SetIterator>(molt_type_set_iterator);
  retain(self.value());
  iterator->set = asSet(self).get();
  iterator->used = iterator->remaining = asSet(self)->used;
  return iterator;
}

void destroyIterator(Object *object) {
  Set *set = std::exchange(static_cast<SetIterator *>(object)->set, Ptr<Set>());
  if (set)
    release(Value::fromObject(set));
}
void traverseIterator(Object *object, Visitor &visitor) {
  visitor.visit(static_cast<SetIterator *>(object)->set);
}

Result<Owned<>> nextOfSet(Borrowed<> iterator) {
  SetIterator *self = iterator.as<SetIterator>().get();
  Set *set = self->set;
  if (!set)
    return ownedExhausted();
  if (self->used != set->used) {
    self->used = ~uint64_t{0};
    return raise(RuntimeError, "Set changed size during iteration");
  }
  const SetEntry *entries = set->table.get();
  uint64_t at = self->position;
  while (at <= set->mask && entries[at].key.isNull())
    ++at;
  self->position = at + 1;
  if (at > set->mask) {
    destroyIterator(self);
    return ownedExhausted();
  }
  --self->remaining;
  return Owned<>::retain(Borrowed<>(entries[at].key));
}

Result<Owned<>> selfAsIterator(Borrowed<> self) { return Owned<>::retain(self); }

Result<Owned<>> unionOf_py(Borrowed<Set> self, Borrowed<Tuple> others) {
  Owned<Set> result = setCopy(self, baseSetType(self->type));
  for (uint64_t i = 0; i < others->length; ++i)
    if (tupleItem(others, i).value() != self.value())
      TRY(setUpdate_py(result, tupleItem(others, i)));
  return result;
}

Result<Owned<Set>> intersectionOf_py(Borrowed<Set> self, Borrowed<Tuple> others) {
  if (others->length == 0)
    return setCopy(self, baseSetType(self->type));
  Owned<Set> result = Owned<Set>::retain(self);
  for (uint64_t i = 0; i < others->length; ++i)
    result = TRY(setIntersection_py(result, tupleItem(others, i)));
  return result;
}

Result<Owned<>> differenceOf_py(Borrowed<Set> self, Borrowed<Tuple> others) {
  if (others->length == 0)
    return setCopy(self, baseSetType(self->type));
  Owned<Set> result = TRY(setDifference_py(self, tupleItem(others, 0)));
  for (uint64_t i = 1; i < others->length; ++i)
    TRY(setDifferenceUpdate_py(result, tupleItem(others, i)));
  return result;
}

// (type, ([items],), the instance's dict or None)
Result<Owned<>> reduceSet_py(Borrowed<Set> self) {
  Owned<List> items = TRY(listFromIterable_py(self));
  Value item = items.value();
  Owned<Tuple> arguments = makeTuple(&item, 1);
  const Value parts[] = {Value::fromObject(self->type.get()), arguments.value(), none().value()};
  return makeTuple(parts, 3);
}

int64_t sizeOfSet(Borrowed<Set> self) {
  return static_cast<int64_t>(sizeof(Set) + (self->isSmall() ? 0 : (self->mask + 1) * sizeof(SetEntry)));
}

} // namespace

// ---- Methods of set ----------------------------------------------------------------------------------------

Result<void> set_init(Borrowed<Set> self, Borrowed<> iterable) {
  setClear(self);
  return iterable ? setUpdate_py(self, iterable) : Result<void>();
}
Result<void> set_add(Borrowed<Set> self, Borrowed<> object) { return setAdd_py(self, object); }
Result<void> set_clear(Borrowed<Set> self) {
  setClear(self);
  return {};
}
Result<Owned<>> set_copy(Borrowed<Set> self) { return setCopy(self, baseSetType(self->type)); }
Result<Owned<>> set_difference(Borrowed<Set> self, Borrowed<Tuple> others) {
  return differenceOf_py(self, others);
}
Result<void> set_difference_update(Borrowed<Set> self, Borrowed<Tuple> others) {
  for (uint64_t i = 0; i < others->length; ++i)
    TRY(setDifferenceUpdate_py(self, tupleItem(others, i)));
  return {};
}
Result<void> set_discard(Borrowed<Set> self, Borrowed<> object) {
  TRY(setDiscard_py(self, object));
  return {};
}
Result<Owned<>> set_intersection(Borrowed<Set> self, Borrowed<Tuple> others) {
  return intersectionOf_py(self, others);
}
Result<void> set_intersection_update(Borrowed<Set> self, Borrowed<Tuple> others) {
  Owned<Set> result = TRY(intersectionOf_py(self, others));
  setSwap(self, result);
  return {};
}
Result<bool> set_isdisjoint(Borrowed<Set> self, Borrowed<> other) {
  return setIsDisjoint_py(self, other);
}
Result<bool> set_issubset(Borrowed<Set> self, Borrowed<> other) { return setIsSubset_py(self, other); }
Result<bool> set_issuperset(Borrowed<Set> self, Borrowed<> other) {
  return setIsSuperset_py(self, other);
}
Result<Owned<>> set_pop(Borrowed<Set> self) {
  if (self->used == 0)
    return raiseWith(KeyError, "pop from an empty set"_str);
  SetEntry *entries = self->table.get();
  uint64_t at = self->finger & self->mask;
  while (entries[at].key.isNull())
    at = at == self->mask ? 0 : at + 1;
  Owned<> key = setTakeKey(self.get(), &entries[at]);
  self->finger = at + 1;
  return key;
}
Result<void> set_remove(Borrowed<Set> self, Borrowed<> object) {
  return molt_set_remove_py(self, object);
}
Result<Owned<>> set_symmetric_difference(Borrowed<Set> self, Borrowed<> other) {
  return setSymmetricDifference_py(self, other);
}
Result<void> set_symmetric_difference_update(Borrowed<Set> self, Borrowed<> other) {
  return setSymmetricUpdate_py(self, other);
}
Result<Owned<>> set_union(Borrowed<Set> self, Borrowed<Tuple> others) {
  return unionOf_py(self, others);
}
Result<void> set_update(Borrowed<Set> self, Borrowed<Tuple> others) {
  for (uint64_t i = 0; i < others->length; ++i)
    TRY(setUpdate_py(self, tupleItem(others, i)));
  return {};
}
Result<Owned<>> set_reduce(Borrowed<Set> self) { return reduceSet_py(self); }
Result<int64_t> set_sizeof(Borrowed<Set> self) { return sizeOfSet(self); }
Result<Owned<>> set_class_getitem(Borrowed<Type> cls, Borrowed<> item) {
  return makeGenericAlias(cls, item);
}

// ---- Methods of frozenset -------------------------------------------------------------------------------------

Result<Owned<>> frozenset_new(Borrowed<Type> cls, Borrowed<> iterable) {
  bool exact = cls.get() == &molt_type_frozenset;
  if (iterable && exact && isExactly(iterable, molt_type_frozenset))
    return Owned<>::retain(iterable);
  Owned<Set> set = makeSetOf(cls.get());
  if (iterable)
    TRY(setUpdate_py(set, iterable));
  return set;
}
Result<Owned<>> frozenset_copy(Borrowed<Set> self) {
  if (isExactly(self, molt_type_frozenset))
    return Owned<Set>::retain(self);
  return setCopy(self, &molt_type_frozenset);
}
Result<Owned<>> frozenset_difference(Borrowed<Set> self, Borrowed<Tuple> others) {
  return differenceOf_py(self, others);
}
Result<Owned<>> frozenset_intersection(Borrowed<Set> self, Borrowed<Tuple> others) {
  return intersectionOf_py(self, others);
}
Result<bool> frozenset_isdisjoint(Borrowed<Set> self, Borrowed<> other) {
  return setIsDisjoint_py(self, other);
}
Result<bool> frozenset_issubset(Borrowed<Set> self, Borrowed<> other) {
  return setIsSubset_py(self, other);
}
Result<bool> frozenset_issuperset(Borrowed<Set> self, Borrowed<> other) {
  return setIsSuperset_py(self, other);
}
Result<Owned<>> frozenset_symmetric_difference(Borrowed<Set> self, Borrowed<> other) {
  return setSymmetricDifference_py(self, other);
}
Result<Owned<>> frozenset_union(Borrowed<Set> self, Borrowed<Tuple> others) {
  return unionOf_py(self, others);
}
Result<Owned<>> frozenset_reduce(Borrowed<Set> self) { return reduceSet_py(self); }
Result<int64_t> frozenset_sizeof(Borrowed<Set> self) { return sizeOfSet(self); }
Result<Owned<>> frozenset_class_getitem(Borrowed<Type> cls, Borrowed<> item) {
  return makeGenericAlias(cls, item);
}

Result<int64_t> set_iterator_length_hint(Borrowed<SetIterator> self) {
  if (self->set && self->used == self->set->used)
    return static_cast<int64_t>(self->remaining);
  return int64_t{0};
}
Result<Owned<>> set_iterator_reduce(Borrowed<SetIterator> self) {
  Owned<SetIterator> copy = allocate<SetIterator>(molt_type_set_iterator);
  if (self->set)
    retain(Value::fromObject(self->set.get()));
  copy->set = self->set;
  copy->used = self->used;
  copy->position = self->position;
  copy->remaining = self->remaining;
  Owned<List> rest = TRY(listFromIterable_py(copy));
  Borrowed<> iter = dictFindText(Borrowed<Dict>(runtime().builtins.get()), "iter");
  Value restValue = rest.value();
  return makePair(iter ? iter : none(), makeTuple(&restValue, 1));
}

namespace {
constinit const NumberSlots setNumbers{.subtract = subtractSet,
                                       .bitAnd = andSet,
                                       .bitOr = orSet,
                                       .bitXor = xorSet,
                                       .inplaceSubtract = inplaceSubtractSet,
                                       .inplaceBitAnd = inplaceAndSet,
                                       .inplaceBitOr = inplaceOrSet,
                                       .inplaceBitXor = inplaceXorSet};
constinit const NumberSlots frozenNumbers{
    .subtract = subtractSet, .bitAnd = andSet, .bitOr = orSet, .bitXor = xorSet};
constinit const ContainerSlots setContainer{.length = lengthOfSet, .contains = containsInSet};
} // namespace

TYPE_IDENTITY(set)
extern "C" {
constinit Type molt_type_set{TypeSpec{
    .name = "set",
    .doc = set_doc,
    .size = sizeof(Set),
    .flags = kTypeGC | kTypeBaseAllowed | kTypeSet | kTypeHasWeakrefs,
    .methods = set_methods,
    .getsets = set_getset,
    .destroy = destroySet,
    .traverse = traverseSet,
    .clear = destroySet,
    .repr = reprSet,
    .compare = compareSet,
    .iter = iterSet,
    .newInstance = newSet,
    .init = set_init_slot,
    .number = &setNumbers,
    .container = &setContainer,
}};
constinit Type molt_type_frozenset{TypeSpec{
    .name = "frozenset",
    .doc = frozenset_doc,
    .size = sizeof(Set),
    .flags = kTypeGC | kTypeBaseAllowed | kTypeFrozenSet | kTypeHasWeakrefs,
    .methods = frozenset_methods,
    .getsets = frozenset_getset,
    .destroy = destroySet,
    .traverse = traverseSet,
    .clear = destroySet,
    .repr = reprSet,
    .hash = hashFrozenSet,
    .compare = compareSet,
    .iter = iterSet,
    .newInstance = frozenset_new_slot,
    .number = &frozenNumbers,
    .container = &setContainer,
}};
constinit Type molt_type_set_iterator{TypeSpec{
    .name = "set_iterator",
    .size = sizeof(SetIterator),
    .flags = kTypeGC | kTypeNoNew,
    .methods = set_iterator_methods,
    .destroy = destroyIterator,
    .traverse = traverseIterator,
    .clear = destroyIterator,
    .iter = selfAsIterator,
    .next = nextOfSet,
}};
}

} // namespace molt
