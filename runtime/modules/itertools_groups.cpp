// groupby() and tee() of itertools: several iterators over the items of one.
#include "runtime/modules/itertools.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/callback.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/tuple.h"

namespace molt {

struct ItertoolsGroupby : Object {
  static constexpr unsigned kHeld = 5;
  Value iterator, key; // key: None where items are their own keys
  Value currentItem;   // null: taken
  Value currentKey;    // of the item seen last
  Value groupKey;      // of the group given last
  const Object *currentGroup; // not owned, compared only
};
struct ItertoolsGrouper : Object {
  static constexpr unsigned kHeld = 2;
  Value parent, key;
};

// The items that iterators of one tee() have in common: a list of blocks, each kept by those that are still in it and by
// the block before.
struct TeeBlock : Object {
  static constexpr uint32_t kItems = 57;
  static constexpr unsigned kHeld = 2 + kItems;
  Value iterator, next; // next: null until it is needed
  Value items[kItems];
  uint32_t count;
  bool isReading;
};
struct ItertoolsTee : Object {
  static constexpr unsigned kHeld = 1;
  Value block;
  uint32_t index;
};

extern "C" {
extern Type molt_type_itertools_grouper, molt_type_itertools_tee, molt_type_tee_block;
}

namespace {

template <class T> T *as(Borrowed<> self) { return self.as<T>().get(); }

// ---- groupby -----------------------------------------------------------------------------------------------

// Takes the next item and its key; false: there is none.
Result<bool> step_py(ItertoolsGroupby *self) {
  if (self->iterator.isNull())
    return false;
  Owned<> item = TRY(nextOfField_py(self->iterator));
  if (isExhausted(item))
    return false;
  Owned<> key = Owned<>::retain(item);
  if (!self->key.isNull() && !isNone(Borrowed<>(self->key))) {
    Owned<> function = Owned<>::retain(Borrowed<>(self->key));
    Value argument = item.value();
    key = TRY(callBack_py(function, &argument, 1));
  }
  storeField(self->currentItem, item);
  storeField(self->currentKey, key);
  return true;
}

Result<bool> sameKey_py(Value one, Value other) {
  Owned<> left = Owned<>::retain(Borrowed<>(one)), right = Owned<>::retain(Borrowed<>(other));
  return equals_py(left, right);
}

Result<Owned<>> nextOfGroupby(Borrowed<> iterator) {
  auto *self = as<ItertoolsGroupby>(iterator);
  self->currentGroup = nullptr;
  for (;;) {
    if (!self->currentKey.isNull()) {
      if (self->groupKey.isNull())
        break;
      bool sameGroup = TRY(sameKey_py(self->groupKey, self->currentKey));
      if (!sameGroup)
        break;
    }
    bool stepped = TRY(step_py(self));
    if (!stepped)
      return ownedExhausted();
  }
  Owned<> key = Owned<>::retain(Borrowed<>(self->currentKey));
  storeField(self->groupKey, key);
  Owned<ItertoolsGrouper> group = allocate<ItertoolsGrouper>(molt_type_itertools_grouper);
  group->parent = Owned<>::retain(iterator).intoValue();
  group->key = Owned<>::retain(key).intoValue();
  self->currentGroup = group.get();
  return makePair(key, group);
}

Result<Owned<>> nextOfGrouper(Borrowed<> iterator) {
  auto *group = as<ItertoolsGrouper>(iterator);
  if (group->parent.isNull())
    return ownedExhausted();
  Owned<ItertoolsGroupby> self = Owned<ItertoolsGroupby>::retain(Borrowed<>(group->parent).as<ItertoolsGroupby>());
  if (self->currentGroup != group)
    return ownedExhausted();
  if (self->currentItem.isNull()) {
    bool stepped = TRY(step_py(self.get()));
    if (!stepped)
      return ownedExhausted();
  }
  if (self->currentKey.isNull() || group->key.isNull())
    return ownedExhausted();
  bool sameGroup = TRY(sameKey_py(group->key, self->currentKey));
  if (!sameGroup || self->currentItem.isNull())
    return ownedExhausted();
  Owned<> item = Owned<>::steal(std::exchange(self->currentItem, Value()));
  releaseField(self->currentKey);
  return item;
}

// ---- tee -----------------------------------------------------------------------------------------------------

// The item of a block, read from the iterator when it is the first one that is not there yet.
Result<Owned<>> itemOfBlock_py(TeeBlock *block, uint32_t index) {
  if (index < block->count)
    return Owned<>::retain(Borrowed<>(block->items[index]));
  if (block->isReading)
    return raise(RuntimeError, "cannot re-enter the tee iterator");
  if (block->iterator.isNull())
    return ownedExhausted();
  block->isReading = true;
  Result<Owned<>> item = nextOfField_py(block->iterator);
  block->isReading = false;
  Owned<> read = TRY(std::move(item));
  if (!isExhausted(read) && !block->iterator.isNull()) {
    block->items[block->count] = Owned<>::retain(read).intoValue();
    ++block->count;
  }
  return read;
}

Owned<> makeBlock(Borrowed<> iterator) {
  Owned<TeeBlock> block = allocate<TeeBlock>(molt_type_tee_block);
  block->iterator = Owned<>::retain(iterator).intoValue();
  return block;
}

Borrowed<> blockAfter(TeeBlock *block) {
  if (block->next.isNull())
    block->next = makeBlock(Borrowed<>(block->iterator)).intoValue();
  return Borrowed<>(block->next);
}

Result<Owned<>> nextOfTee(Borrowed<> iterator) {
  auto *self = as<ItertoolsTee>(iterator);
  if (self->block.isNull())
    return ownedExhausted();
  if (self->index == TeeBlock::kItems) {
    auto *full = static_cast<TeeBlock *>(self->block.asObject());
    if (full->iterator.isNull())
      return ownedExhausted();
    storeField(self->block, blockAfter(full));
    self->index = 0;
  }
  Owned<TeeBlock> block = Owned<TeeBlock>::retain(Borrowed<>(self->block).as<TeeBlock>());
  Owned<> item = TRY(itemOfBlock_py(block.get(), self->index));
  if (!isExhausted(item))
    ++self->index;
  return item;
}

void traverseBlock(Object *object, Visitor &visitor) { traverseItertool<TeeBlock>(object, visitor); }
void clearBlock(Object *object) {
  static_cast<TeeBlock *>(object)->count = 0;
  destroyItertool<TeeBlock>(object);
}

Owned<ItertoolsTee> copyTee(Borrowed<Type> cls, const ItertoolsTee *from) {
  Owned<ItertoolsTee> copy = newItertool<ItertoolsTee>(cls);
  copy->block = Owned<>::retain(Borrowed<>(from->block)).intoValue();
  copy->index = from->index;
  return copy;
}

// An iterator over what another one gives; of a tee's, over the same blocks.
Result<Owned<ItertoolsTee>> makeTee_py(Borrowed<> iterable) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Borrowed<Type> type(&molt_type_itertools_tee);
  if (isInstance(iterator, molt_type_itertools_tee))
    return copyTee(type, as<ItertoolsTee>(iterator));
  Owned<ItertoolsTee> made = newItertool<ItertoolsTee>(type);
  made->block = makeBlock(iterator).intoValue();
  return made;
}

} // namespace

Result<Owned<>> itertools_groupby_new(Borrowed<Type> cls, Borrowed<> iterable, Borrowed<> key) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<ItertoolsGroupby> made = newItertool<ItertoolsGroupby>(cls);
  made->iterator = iterator.intoValue();
  made->key = Owned<>::retain(key).intoValue();
  return made;
}
Result<Owned<>> itertools_grouper_new(Borrowed<Type>, Borrowed<ItertoolsGroupby> parent, Borrowed<> key) {
  Owned<ItertoolsGrouper> group = allocate<ItertoolsGrouper>(molt_type_itertools_grouper);
  group->parent = Owned<>::retain(parent).intoValue();
  group->key = Owned<>::retain(key).intoValue();
  parent->currentGroup = group.get();
  return group;
}

Result<Owned<>> itertools_tee_new(Borrowed<Type>, Borrowed<> iterable) { return makeTee_py(iterable); }
Result<Owned<>> itertools_tee_copy(Borrowed<ItertoolsTee> self) {
  return copyTee(Borrowed<Type>(&molt_type_itertools_tee), self.get());
}

// Before 3.13 an iterator that can be copied was itself the first one.
static Result<Owned<>> teeByCopying_py(Borrowed<> iterable, Owned<Tuple> result) {
  Owned<> first = TRY(getIterator_py(iterable));
  Owned<> copy = TRY(getOptionalAttribute_py(first, "__copy__"_str));
  if (copy.value().isExhausted()) {
    first = TRY(makeTee_py(first));
    copy = TRY(getAttribute_py(first, "__copy__"_str));
  }
  result->items()[0] = first.intoValue();
  for (uint64_t i = 1; i < result->length; ++i)
    result->items()[i] = TRY(call_py(copy, nullptr, 0)).intoValue();
  return result;
}

Result<Owned<>> itertools_tee(Borrowed<> iterable, int64_t n) {
  if (n < 0)
    return raise(ValueError, "n must be >= 0");
  if (n == 0)
    return Owned<Tuple>::retain(emptyTuple());
  if (static_cast<uint64_t>(n) > kLargestAllocation / sizeof(Value))
    return raiseMemoryError();
  Owned<Tuple> result = makeUnfilledTuple(static_cast<uint64_t>(n));
  if (runtime().pythonMinor < 13)
    return teeByCopying_py(iterable, std::move(result));
  Owned<ItertoolsTee> first = TRY(makeTee_py(iterable));
  for (int64_t i = 1; i < n; ++i)
    result->items()[i] = Owned<>(copyTee(Borrowed<Type>(&molt_type_itertools_tee), first.get())).intoValue();
  result->items()[0] = Owned<>(std::move(first)).intoValue();
  return result;
}

extern "C" {
constinit Type molt_type_itertools_groupby{itertoolSpec<ItertoolsGroupby>(
    "groupby", itertools_groupby_doc, itertools_groupby_new_slot, nextOfGroupby, itertools_groupby_methods)};
constinit Type molt_type_itertools_grouper{TypeSpec{.name = "_grouper",
                                                    .module = "itertools",
                                                    .doc = itertools_grouper_doc,
                                                    .size = sizeof(ItertoolsGrouper),
                                                    .flags = kTypeGC,
                                                    .methods = itertools_grouper_methods,
                                                    .destroy = destroyItertool<ItertoolsGrouper>,
                                                    .traverse = traverseItertool<ItertoolsGrouper>,
                                                    .clear = destroyItertool<ItertoolsGrouper>,
                                                    .iter = itertoolAsIterator,
                                                    .next = nextOfGrouper,
                                                    .newInstance = itertools_grouper_new_slot}};
constinit Type molt_type_itertools_tee{TypeSpec{.name = "_tee",
                                                .module = "itertools",
                                                .doc = itertools_tee_doc,
                                                .size = sizeof(ItertoolsTee),
                                                .flags = kTypeGC | kTypeHasWeakrefs,
                                                .methods = itertools_tee_methods,
                                                .destroy = destroyItertool<ItertoolsTee>,
                                                .traverse = traverseItertool<ItertoolsTee>,
                                                .clear = destroyItertool<ItertoolsTee>,
                                                .iter = itertoolAsIterator,
                                                .next = nextOfTee,
                                                .newInstance = itertools_tee_new_slot}};
constinit Type molt_type_tee_block{TypeSpec{.name = "_tee_dataobject",
                                            .module = "itertools",
                                            .size = sizeof(TeeBlock),
                                            .flags = kTypeGC | kTypeNoNew,
                                            .destroy = clearBlock,
                                            .traverse = traverseBlock,
                                            .clear = clearBlock}};
}

} // namespace molt
