// The type list: its slots and methods.
#include "runtime/core/call.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/iterators.h"
#include "runtime/types/list.gen.h"
#include "runtime/types/list.h"
#include "runtime/types/sequence.h"
#include "runtime/types/text_parts.h"
#include "runtime/types/tuple.h"

#include <algorithm>
#include <cstring>

namespace molt {

namespace {

List *asList(Borrowed<> value) { return value.as<List>().get(); }
const Value *itemsOf(List *list) { return list->items; }

Result<Owned<>> newList(Borrowed<Type> type, const Value *, uint64_t, Borrowed<Tuple>) {
  return Owned<List>::steal(static_cast<List *>(allocateObject(type.get(), sizeof(List), 0)));
}

void destroyList(Object *object) { listClear(Borrowed<List>(static_cast<List *>(object))); }

void traverseList(Object *object, Visitor &visitor) {
  List *self = static_cast<List *>(object);
  visitor.visit(self->items, self->length);
}

// ---- Slots ---------------------------------------------------------------------------------------------

Result<Owned<Str>> reprList(Borrowed<> self) {
  AnyList list = asAnyList(self);
  if (list.length() == 0)
    return makeStr("[]");
  ReprGuard guard(self);
  if (guard.nested())
    return makeStr("[...]");
  TRY(checkStack(" while getting the repr of an object"));
  TextBuffer out;
  out.append('[');
  for (uint64_t i = 0; i < list.length(); ++i) {
    if (i)
      out.append(", ", 2);
    Owned<> item = Owned<>::retain(list.item(i));
    TRY(appendRepr_py(out, item));
  }
  out.append(']');
  return finishText(out);
}

Result<Owned<>> compareList(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isList(left) || !isList(right))
    return ownedNotImplemented();
  if (asList(left)->length != asList(right)->length &&
      (operation == Comparison::kEqual || operation == Comparison::kNotEqual))
    return ownedBool(operation == Comparison::kNotEqual);
  return compareSequences_py(asList(left), asList(right), itemsOf, operation);
}

Result<int64_t> lengthOfList(Borrowed<> self) { return static_cast<int64_t>(asAnyList(self).length()); }

Owned<List> copyPart(const List *list, SliceIndices slice) {
  if (slice.step == 1)
    return makeListFrom(list->items + slice.start, slice.count);
  Owned<List> result = makeListSized(slice.count);
  const Value *from = list->items + slice.start;
  Value *to = result->items;
  for (uint64_t i = 0; i < slice.count; ++i, from += slice.step) {
    retain(*from);
    to[i] = *from;
  }
  result->length = slice.count;
  return result;
}

Result<Owned<>> sliceOfList(Borrowed<> self, const Value *bounds) {
  List *list = asList(self);
  SliceIndices slice;
  if (!sliceQuickly(bounds, list->length, &slice)) {
    slice = TRY(sliceUnpack_py(bounds)); // may run code that changes the list
    slice = sliceAdjust(slice, list->length);
  }
  return copyPart(list, slice);
}

// The place that a subscript means; perhaps out of bounds. The key's __index__ may change the list.
Result<int64_t> placeOf_py(Borrowed<> key, AnyList list) {
  int64_t index = TRY(subscriptIndex_py(key, 0, "list"));
  return index < 0 ? index + static_cast<int64_t>(list.length()) : index;
}

Result<Owned<>> getItemOfList(Borrowed<> self, Borrowed<> key) {
  if (isSlice(key))
    return sliceOfList(self, &key.as<Slice>()->start);
  AnyList list = asAnyList(self);
  int64_t index = TRY(placeOf_py(key, list));
  if (static_cast<uint64_t>(index) >= list.length())
    return raise(IndexError, "list index out of range");
  return Owned<>::retain(list.item(static_cast<uint64_t>(index)));
}

// Values that were taken out, released all at once: destroying can run code that looks at the list.
class Removed {
  static constexpr uint64_t kFew = 16;
  alignas(Value) char few_[kFew * sizeof(Value)];
  Value *values_;
  uint64_t count_;

public:
  explicit Removed(uint64_t count)
      : values_(count <= kFew ? reinterpret_cast<Value *>(few_) : allocateArray<Value>(count)), count_(count) {}
  Removed(const Removed &) = delete;
  ~Removed() {
    for (uint64_t i = count_; i-- > 0;)
      release(values_[i]);
    if (values_ != reinterpret_cast<Value *>(few_))
      releaseArray(values_, count_);
  }
  Value &operator[](uint64_t index) { return values_[index]; }
  Value *data() { return values_; }
};

// As many items in the place of others, while those are numbers, which need no releasing; how many it did.
uint64_t replaceNumbers(Value *at, const Value *items, uint64_t count) {
  uint64_t i = 0;
  for (; i < count && !at[i].isObject(); ++i) {
    retain(items[i]);
    at[i] = items[i];
  }
  return i;
}

// list[start:start+count] = items
Result<void> replaceRange(Borrowed<List> list, uint64_t start, uint64_t count, Borrowed<List> items) {
  List *self = list.get();
  const Value *from = items->items;
  uint64_t added = items->length, after = self->length - start - count;
  if (added == count) {
    uint64_t done = replaceNumbers(self->items + start, from, count);
    if (done == count)
      return {};
    start += done, from += done, added = count -= done;
  }
  if (added > count)
    TRY(listReserve(list, self->length + added - count));
  Value *at = self->items + start;
  Removed removed(count);
  std::memcpy(static_cast<void *>(removed.data()), at, count * sizeof(Value));
  if (added != count)
    std::memmove(static_cast<void *>(at + added), at + count, after * sizeof(Value));
  for (uint64_t i = 0; i < added; ++i) {
    retain(from[i]);
    at[i] = from[i];
  }
  self->length = start + added + after;
  if (added < count)
    listShrink(list);
  return {};
}

void deleteStepped(Borrowed<List> list, SliceIndices slice) {
  if (slice.step < 0) { // the same items in ascending order
    slice.start += slice.step * (static_cast<int64_t>(slice.count) - 1);
    slice.step = -slice.step;
  }
  Owned<List> removed = makeListSized(slice.count);
  List *self = list.get();
  uint64_t to = static_cast<uint64_t>(slice.start), next = to, left = slice.count;
  for (uint64_t from = to; from < self->length; ++from) {
    if (left && from == next) {
      listAppend(removed, Owned<>::steal(self->items[from]));
      next += static_cast<uint64_t>(slice.step);
      --left;
    } else {
      self->items[to++] = self->items[from];
    }
  }
  self->length = to;
}

Result<void> deleteSlice(Borrowed<List> list, SliceIndices slice) {
  if (slice.count == 0)
    return {};
  if (slice.step == 1)
    listDeleteRange(list, static_cast<uint64_t>(slice.start),
                    static_cast<uint64_t>(slice.start) + slice.count);
  else
    deleteStepped(list, slice);
  return {};
}

Result<Owned<List>> itemsForSlice_py(Borrowed<> self, Borrowed<> value) {
  if (isExactly(value, molt_type_list) && value.value() != self.value())
    return Owned<List>::retain(value.as<List>());
  Result<Owned<List>> items = listFromIterable_py(value);
  Type *type = typeOf(value);
  if (items.raised() && !type->iter && !(type->container && type->container->getItem) &&
      clearIfMatches(TypeError))
    return raise(TypeError, runtime().pythonMinor < 13 ? "can only assign an iterable"
                                                       : "must assign iterable to extended slice");
  return items;
}

// list[bounds] = value of compact lists, where no item moves; false: not done. An empty list is never compact.
Result<bool> setCompactSlice(Borrowed<> self, const Value *bounds, Borrowed<> value) {
  const List *to = asCompactList(self);
  auto isPlain = [](Value bound) { return bound.isInlineInt() || isNone(Borrowed<>(bound)); };
  if (!to || !isExactly(value, molt_type_list) || !std::all_of(bounds, bounds + 3, isPlain))
    return false;
  const List *from = asAnyList(value).list;
  SliceIndices slice = TRY(sliceUnpack_py(bounds)); // runs no code
  slice = sliceAdjust(slice, to->compactLength());
  if (from == to || from->length || slice.count != from->compactLength())
    return false;
  uint8_t *at = to->bytes() + slice.start;
  for (const uint8_t *byte = from->bytes(), *end = byte + slice.count; byte != end; ++byte, at += slice.step)
    *at = *byte;
  return true;
}

Result<void> setSliceOfList(Borrowed<> self, const Value *bounds, Borrowed<> value) {
  if (value && TRY(setCompactSlice(self, bounds, value)))
    return {};
  Borrowed<List> list = self.as<List>();
  SliceIndices slice;
  if (value && isExactly(value, molt_type_list) && value.value() != self.value() &&
      sliceQuickly(bounds, list->length, &slice) && slice.step == 1)
    return replaceRange(list, static_cast<uint64_t>(slice.start), slice.count, Owned<List>::retain(value.as<List>()));
  slice = TRY(sliceUnpack_py(bounds));
  if (!value)
    return deleteSlice(list, sliceAdjust(slice, list->length));
  Owned<List> items = TRY(itemsForSlice_py(self, value));
  slice = sliceAdjust(slice, list->length);
  if (slice.step == 1)
    return replaceRange(list, static_cast<uint64_t>(slice.start), slice.count, items);
  if (items->length != slice.count)
    return raise(ValueError, "attempt to assign sequence of size %zu to extended slice of size %zu",
                 items->length, slice.count);
  Removed old(slice.count);
  int64_t at = slice.start;
  for (uint64_t i = 0; i < slice.count; ++i, at += slice.step) {
    retain(items->items[i]);
    old[i] = std::exchange(list->items[at], items->items[i]);
  }
  return {};
}

Result<void> setItemOfList(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  if (isSlice(key))
    return setSliceOfList(self, &key.as<Slice>()->start, value);
  AnyList list = asAnyList(self);
  int64_t index = TRY(placeOf_py(key, list));
  if (static_cast<uint64_t>(index) >= list.length())
    return raise(IndexError, "list assignment index out of range");
  if (value && list.list->isCompact() && setCompactItem(list.list, static_cast<uint64_t>(index), value))
    return {};
  if (value)
    listSetItem(self.as<List>(), static_cast<uint64_t>(index), value);
  else
    listTake(self.as<List>(), static_cast<uint64_t>(index));
  return {};
}

Result<bool> containsInList(Borrowed<> self, Borrowed<> item) {
  bool isThere = false;
  TRY(searchItems_py(asList(self), itemsOf, item, 0, INT64_MAX, [&](int64_t) { return isThere = true; }));
  return isThere;
}

Result<Owned<>> concatList(Borrowed<> left, Borrowed<> right) {
  if (!isList(right))
    return raise(TypeError, "can only concatenate list (not \"%T\") to list", right);
  List *first = asList(left), *second = asList(right);
  Owned<List> result = makeListSized(first->length + second->length);
  for (uint64_t i = 0; i < first->length; ++i)
    listAppend(result, Borrowed<>(first->items[i]));
  for (uint64_t i = 0; i < second->length; ++i)
    listAppend(result, Borrowed<>(second->items[i]));
  return result;
}

Result<Owned<>> inplaceConcatList(Borrowed<> left, Borrowed<> right) {
  TRY(listExtend_py(left.as<List>(), right));
  return Owned<>::retain(left);
}

Result<Owned<>> repeatList(Borrowed<> self, Borrowed<> count) {
  int64_t times = TRY(repeatCount_py(count));
  List *list = asList(self);
  uint64_t unit = list->length;
  uint64_t length = TRY(repeatedLength(unit, times));
  Owned<List> result = makeListSized(length);
  if (length)
    repeatItems(result->items, list->items, unit, length / unit);
  result->length = length;
  return result;
}

Result<Owned<>> inplaceRepeatList(Borrowed<> self, Borrowed<> count) {
  int64_t times = TRY(repeatCount_py(count));
  Borrowed<List> list = self.as<List>();
  uint64_t length = list->length;
  TRY(repeatedLength(length, times));
  if (times == 0)
    listClear(list);
  for (int64_t done = 1; done < times; ++done)
    for (uint64_t i = 0; i < length; ++i)
      listAppend(list, listItem(list, i));
  return Owned<>::retain(self);
}

Result<Owned<>> iterList(Borrowed<> self) { return makeListIterator(self); }

} // namespace

// ---- Slices by machine ints --------------------------------------------------------------------------------

namespace {

SliceIndices fitted(int64_t start, int64_t stop, int64_t step, uint64_t length) {
  if (step != 1 && step != -1)
    return sliceAdjust({start, stop, step, 0}, length);
  int64_t size = static_cast<int64_t>(length), least = step < 0 ? -1 : 0, most = size + least;
  auto fit = [&](int64_t bound) {
    bound += bound < 0 ? size : 0;
    return bound < least ? least : bound > most ? most : bound;
  };
  start = fit(start), stop = fit(stop);
  int64_t distance = step < 0 ? start - stop : stop - start;
  bool isEmpty = distance <= 0;
  return {start, isEmpty && step > 0 ? start : stop, step, isEmpty ? 0 : static_cast<uint64_t>(distance)};
}

void reverseItems(Value *items, uint64_t count) {
  for (Value *low = items, *high = items + count - 1; low < high; ++low, --high)
    std::swap(*low, *high);
}

/// Whether no place is in both parts.
bool areApart(SliceIndices part, SliceIndices other) {
  int64_t end = other.start + static_cast<int64_t>(other.count - 1) * other.step;
  int64_t low = std::min(other.start, end), high = std::max(other.start, end);
  return high < part.start || low >= part.start + static_cast<int64_t>(part.count);
}

} // namespace

extern "C" Owned<List> molt_list_slice(Borrowed<List> list, int64_t start, int64_t stop, int64_t step) {
  list = ordinary(list);
  return copyPart(list.get(), fitted(start, stop, step, list->length));
}

extern "C" Result<void> molt_copy_slice_py(Borrowed<List> list, int64_t start, int64_t stop, Borrowed<List> source,
                                           int64_t from, int64_t to, int64_t step) {
  list = ordinary(list), source = ordinary(source);
  SliceIndices part = fitted(start, stop, 1, list->length), other = fitted(from, to, step, source->length);
  if (part.count == other.count && part.count) {
    bool isSame = list.value() == source.value();
    if (isSame && step == -1 && other.start == part.start + static_cast<int64_t>(part.count) - 1) {
      reverseItems(list->items + part.start, part.count);
      return {};
    }
    if (!isSame || areApart(part, other)) {
      Value *at = list->items + part.start;
      const Value *item = source->items + other.start;
      uint64_t left = part.count;
      for (; left && !at->isObject(); --left, ++at, item += step) { // a number needs no releasing
        retain(*item);
        *at = *item;
      }
      if (!left)
        return {};
    }
  }
  return replaceRange(list, static_cast<uint64_t>(part.start), part.count, copyPart(source.get(), other));
}

// ---- Methods ---------------------------------------------------------------------------------------------

Result<void> list_init(Borrowed<List> self, Borrowed<> iterable) {
  listClear(self);
  return iterable ? listExtend_py(self, iterable) : Result<void>();
}

Result<void> list_append(Borrowed<List> self, Borrowed<> object) {
  if (self->length == self->capacity)
    TRY(listReserve(self, self->length + 1));
  listAppend(self, object);
  return {};
}

Result<void> list_clear(Borrowed<List> self) {
  listClear(self);
  return {};
}

Result<Owned<>> list_copy(Borrowed<List> self) { return makeListFrom(self->items, self->length); }

Result<int64_t> list_count(Borrowed<> self, Borrowed<> value) {
  if (const List *list = asCompactList(self); list && isBool(value)) {
    int64_t count = static_cast<int64_t>(countTrue(list));
    return value.value() == boolean(true).value() ? count : static_cast<int64_t>(list->compactLength()) - count;
  }
  int64_t count = 0;
  TRY(searchItems_py(asList(self), itemsOf, value, 0, INT64_MAX, [&](int64_t) {
    ++count;
    return false;
  }));
  return count;
}

Result<void> list_extend(Borrowed<List> self, Borrowed<> iterable) {
  return listExtend_py(self, iterable);
}

Result<int64_t> list_index(Borrowed<List> self, Borrowed<> value, int64_t start, int64_t stop) {
  clampRange(&start, &stop, self->length);
  int64_t at = -1;
  TRY(searchItems_py(self.get(), itemsOf, value, start, stop, [&](int64_t i) {
    at = i;
    return true;
  }));
  if (at >= 0)
    return at;
  if (runtime().pythonMinor < 14)
    return raise(ValueError, "%R is not in list", value);
  return raise(ValueError, "list.index(x): x not in list");
}

Result<void> list_insert(Borrowed<List> self, int64_t index, Borrowed<> object) {
  int64_t length = static_cast<int64_t>(self->length);
  if (index < 0)
    index = index + length < 0 ? 0 : index + length;
  listInsert(self, static_cast<uint64_t>(index > length ? length : index), object);
  return {};
}
extern "C" void molt_list_insert(Borrowed<List> list, int64_t index, Borrowed<> item) {
  (void)list_insert(ordinary(list), index, item);
}

Result<Owned<>> list_pop(Borrowed<List> self, int64_t index) {
  if (self->length == 0)
    return raise(IndexError, "pop from empty list");
  if (index < 0)
    index += static_cast<int64_t>(self->length);
  if (static_cast<uint64_t>(index) >= self->length)
    return raise(IndexError, "pop index out of range");
  return listTake(self, static_cast<uint64_t>(index));
}

Result<void> list_remove(Borrowed<List> self, Borrowed<> value) {
  int64_t at = -1;
  TRY(searchItems_py(self.get(), itemsOf, value, 0, INT64_MAX, [&](int64_t i) {
    at = i;
    return true;
  }));
  if (at < 0)
    return raise(ValueError, "list.remove(x): x not in list");
  if (static_cast<uint64_t>(at) < self->length)
    listTake(self, static_cast<uint64_t>(at));
  return {};
}

Result<void> list_reverse(Borrowed<List> self) {
  listReverse(self);
  return {};
}

Result<void> list_sort(Borrowed<List> self, Borrowed<> key, bool reverse) {
  return listSort_py(self, key, reverse);
}

Result<Owned<>> list_reversed(Borrowed<List> self) { return makeListReverseIterator(self); }

Result<int64_t> list_sizeof(Borrowed<List> self) {
  constexpr uint64_t kWithoutItems = 40; // as CPython's
  return static_cast<int64_t>(kWithoutItems + (self->gap + self->capacity) * sizeof(Value));
}

Result<Owned<>> list_class_getitem(Borrowed<Type> cls, Borrowed<> item) {
  return makeGenericAlias(cls, item);
}

namespace {
constinit const ContainerSlots containerSlots{.length = lengthOfList,
                                              .getItem = getItemOfList,
                                              .setItem = setItemOfList,
                                              .contains = containsInList,
                                              .getSlice = sliceOfList,
                                              .setSlice = setSliceOfList,
                                              .concat = concatList,
                                              .inplaceConcat = inplaceConcatList,
                                              .repeat = repeatList,
                                              .inplaceRepeat = inplaceRepeatList};
} // namespace

extern "C" constinit Type molt_type_list{TypeSpec{
    .name = "list",
    .doc = list_doc,
    .size = sizeof(List),
    .flags = kTypeGC | kTypeBaseAllowed | kTypeList | kTypeSequence,
    .methods = list_methods,
    .getsets = list_getset,
    .destroy = destroyList,
    .traverse = traverseList,
    .clear = destroyList,
    .repr = reprList,
    .compare = compareList,
    .iter = iterList,
    .newInstance = newList,
    .init = list_init_slot,
    .container = &containerSlots,
}};

} // namespace molt
