#include "runtime/types/tuple.h"

#include "runtime/core/cells.h"
#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/iterators.h"
#include "runtime/types/list.h"
#include "runtime/types/sequence.h"
#include "runtime/types/text_parts.h"
#include "runtime/types/tuple.gen.h"

#include <cstring>

namespace molt {

namespace {

constexpr Tuple makeEmptyTuple() {
  Tuple tuple{};
  tuple.type = &molt_type_tuple;
  tuple.refcount = kImmortal;
  return tuple;
}
constinit Tuple theEmptyTuple = makeEmptyTuple();

Tuple *asTuple(Borrowed<> value) { return value.as<Tuple>().get(); }

const Value *itemsOf(Tuple *tuple) { return tuple->items(); }

// ---- Lifetime ----------------------------------------------------------------------------------------

void destroyTuple(Object *object) {
  Tuple *self = static_cast<Tuple *>(object);
  uint64_t length = std::exchange(self->length, 0);
  for (uint64_t i = length; i-- > 0;) {
    Value item = std::exchange(self->items()[i], Value());
    if (!item.isNull())
      release(item);
  }
  self->length = length; // core asks for the size
}

void traverseTuple(Object *object, Visitor &visitor) {
  Tuple *self = static_cast<Tuple *>(object);
  visitor.visit(self->items(), self->length);
}

size_t sizeOfTuple(const Object *object) {
  return sizeof(Tuple) + static_cast<const Tuple *>(object)->length * sizeof(Value);
}

// ---- Slots ---------------------------------------------------------------------------------------------

// xxHash's rounds over the items' hashes, as CPython does.
class TupleHash {
  static constexpr uint64_t kPrime1 = 11400714785074694791u, kPrime2 = 14029467366897019727u,
                            kPrime5 = 2870177450012600261u;
  uint64_t sum_ = kPrime5;

public:
  void add(int64_t hash) {
    sum_ += static_cast<uint64_t>(hash) * kPrime2;
    sum_ = std::rotl(sum_, 31);
    sum_ *= kPrime1;
  }
  int64_t finish(uint64_t length) const {
    uint64_t sum = sum_ + (length ^ (kPrime5 ^ 3527539u));
    return sum == ~uint64_t{0} ? int64_t{1546275796} : static_cast<int64_t>(sum);
  }
};

[[gnu::noinline]] Result<int64_t> hashAnyTuple_py(Tuple *self) {
  TRY(checkStack(" while hashing"));
  NativeStep step(250);
  TupleHash hash;
  for (uint64_t i = 0; i < self->length; ++i) {
    int64_t lane = TRY(hashWith_py<hash_py>(Borrowed<>(self->items()[i])));
    hash.add(lane);
  }
  return hash.finish(self->length);
}

bool isExact(const Tuple *tuple) { return tuple->Object::type == &molt_type_tuple; }
bool hasPlaceForHash(const Tuple *tuple) {
  return !(tuple->length & 1) && !(tuple->flags & kLargeObject) && tuple->refcount < kImmortal && isExact(tuple);
}

} // namespace

static int64_t keepHash(Tuple *tuple, int64_t hash) {
  if (hasPlaceForHash(tuple)) {
    tuple->items()[tuple->length] = Value::fromBits(static_cast<uint64_t>(hash));
    tuple->flags |= kTupleHashed;
  }
  return hash;
}

[[gnu::noinline]] static bool hashOfOtherItems(const Value *items, uint64_t count, int64_t *hash, TupleHash sum, uint64_t i) {
  for (; i < count; ++i) {
    if (items[i].isInlineInt())
      sum.add(hashOfInlineInt(items[i]));
    else if (isExactStr(items[i]))
      sum.add(static_cast<int64_t>(hashOfStr(static_cast<Str *>(items[i].asObject()))));
    else
      return false;
  }
  *hash = sum.finish(count);
  return true;
}

bool hashOfItems(const Value *items, uint64_t count, int64_t *hash) {
  TupleHash sum;
  for (uint64_t i = 0; i < count; ++i) {
    if (__builtin_expect(!items[i].isInlineInt(), 0))
      return hashOfOtherItems(items, count, hash, sum, i);
    sum.add(hashOfInlineInt(items[i]));
  }
  *hash = sum.finish(count);
  return true;
}

bool hashOfInts(Tuple *tuple, int64_t *hash) {
  TupleHash sum;
  for (const Value *item = tuple->items(), *end = item + tuple->length; item != end; ++item) {
    if (!item->isInlineInt())
      return false;
    sum.add(hashOfInlineInt(*item));
  }
  *hash = keepHash(tuple, sum.finish(tuple->length));
  return true;
}

Result<int64_t> hashTuple_py(Borrowed<> self) {
  Tuple *tuple = asTuple(self);
  if (tuple->flags & kTupleHashed && isExact(tuple))
    return keptHash(tuple);
  int64_t hash;
  if (hashOfInts(tuple, &hash))
    return hash;
  if (hashOfItems(tuple->items(), tuple->length, &hash))
    return keepHash(tuple, hash);
  return hashAnyTuple_py(tuple);
}

namespace {

Result<Owned<Str>> reprTuple(Borrowed<> self) {
  Tuple *tuple = asTuple(self);
  if (tuple->length == 0)
    return makeStr("()");
  ReprGuard guard(self);
  if (guard.nested())
    return makeStr("(...)");
  TRY(checkStack(" while getting the repr of an object"));
  TextBuffer out;
  out.append('(');
  for (uint64_t i = 0; i < tuple->length; ++i) {
    if (i)
      out.append(", ", 2);
    TRY(appendRepr_py(out, tupleItem(self.as<Tuple>(), i)));
  }
  out.append(tuple->length == 1 ? ",)" : ")");
  return finishText(out);
}

Result<Owned<>> compareTuple(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isTuple(left) || !isTuple(right))
    return ownedNotImplemented();
  return compareSequences_py(asTuple(left), asTuple(right), itemsOf, operation);
}

Result<int64_t> lengthOfTuple(Borrowed<> self) {
  return static_cast<int64_t>(asTuple(self)->length);
}

Result<Owned<>> getItemOfTuple(Borrowed<> self, Borrowed<> key) {
  Tuple *tuple = asTuple(self);
  if (isSlice(key)) {
    SliceIndices slice = TRY(sliceIndices_py(key.as<Slice>(), tuple->length));
    if (slice.step == 1)
      return tupleSlice(self.as<Tuple>(), static_cast<uint64_t>(slice.start),
                        static_cast<uint64_t>(slice.start) + slice.count);
    if (slice.count == 0)
      return Owned<Tuple>::retain(emptyTuple());
    Owned<Tuple> result = makeUnfilledTuple(slice.count);
    int64_t from = slice.start;
    for (uint64_t i = 0; i < slice.count; ++i, from += slice.step) {
      Value item = tuple->items()[from];
      retain(item);
      result->items()[i] = item;
    }
    return result;
  }
  int64_t index = TRY(subscriptIndex_py(key, tuple->length, "tuple"));
  if (static_cast<uint64_t>(index) >= tuple->length)
    return raise(IndexError, "tuple index out of range");
  return Owned<>::retain(tupleItem(self.as<Tuple>(), static_cast<uint64_t>(index)));
}

Result<bool> containsInTuple(Borrowed<> self, Borrowed<> item) {
  bool isThere = false;
  TRY(searchItems_py(asTuple(self), itemsOf, item, 0, INT64_MAX, [&](int64_t) { return isThere = true; }));
  return isThere;
}

Result<Owned<>> concatTuple(Borrowed<> left, Borrowed<> right) {
  if (!isTuple(right))
    return raise(TypeError, "can only concatenate tuple (not \"%T\") to tuple", right);
  Tuple *first = asTuple(left), *second = asTuple(right);
  if (second->length == 0 && isExactly(left, molt_type_tuple))
    return Owned<>::retain(left);
  if (first->length == 0 && isExactly(right, molt_type_tuple))
    return Owned<>::retain(right);
  Owned<Tuple> result = makeUnfilledTuple(first->length + second->length);
  for (uint64_t i = 0; i < first->length; ++i)
    retain(result->items()[i] = first->items()[i]);
  for (uint64_t i = 0; i < second->length; ++i)
    retain(result->items()[first->length + i] = second->items()[i]);
  return result;
}

Result<Owned<>> repeatTuple(Borrowed<> self, Borrowed<> count) {
  int64_t times = TRY(repeatCount_py(count));
  Tuple *tuple = asTuple(self);
  if ((tuple->length == 0 || times == 1) && isExactly(self, molt_type_tuple))
    return Owned<>::retain(self);
  uint64_t length = TRY(repeatedLength(tuple->length, times));
  if (length == 0)
    return Owned<Tuple>::retain(emptyTuple());
  Owned<Tuple> result = makeUnfilledTuple(length);
  repeatItems(result->items(), tuple->items(), tuple->length, length / tuple->length);
  return result;
}

Result<Owned<>> iterTuple(Borrowed<> self) { return makeTupleIterator(self.as<Tuple>()); }

} // namespace

// ---- Making ----------------------------------------------------------------------------------------------

Borrowed<Tuple> emptyTuple() { return Borrowed<Tuple>(&theEmptyTuple); }

// With the place for a hash, which costs nothing: cells are multiples of 16 bytes.
static size_t bytesForItems(uint64_t length) {
  static_assert(kSizeClassStep == 16 && sizeof(Tuple) % 16 == 8);
  return (length | 1) * sizeof(Value);
}
static Owned<Tuple> allocateTuple(uint64_t length) {
  return allocateQuickly<Tuple, true>(molt_type_tuple, bytesForItems(length));
}

Owned<Tuple> makeUnfilledTuple(uint64_t length) {
  Owned<Tuple> tuple = allocateTuple(length);
  std::memset(static_cast<void *>(tuple->items()), 0, length * sizeof(Value));
  tuple->length = length;
  return tuple;
}

Owned<Tuple> makeTuple(const Value *items, uint64_t count) {
  if (count == 0)
    return Owned<Tuple>::retain(emptyTuple());
  uint32_t flags = 0;
  for (uint64_t i = 0; i < count; ++i)
    if (items[i].isObject()) {
      retain(items[i].asObject());
      flags |= items[i].asObject()->flags;
    }
  // Of what is not tracked a tuple can never be in a cycle.
  Owned<Tuple> tuple =
      flags & kTracked ? allocateTuple(count) : allocateUntracked<Tuple>(molt_type_tuple, bytesForItems(count));
  for (uint64_t i = 0; i < count; ++i)
    tuple->items()[i] = items[i];
  tuple->length = count;
  return tuple;
}

Owned<Tuple> makePair(Borrowed<> first, Borrowed<> second) {
  if (!first.value().isObject() && !second.value().isObject()) {
    Owned<Tuple> pair = allocateUntracked<Tuple>(molt_type_tuple, bytesForItems(2));
    pair->items()[0] = first.value();
    pair->items()[1] = second.value();
    pair->length = 2;
    return pair;
  }
  const Value items[] = {first.value(), second.value()};
  return makeTuple(items, 2);
}

Result<Owned<Tuple>> tupleFromIterable_py(Borrowed<> iterable) {
  if (isExactly(iterable, molt_type_tuple))
    return Owned<Tuple>::retain(iterable.as<Tuple>());
  if (isExactly(iterable, molt_type_list))
    return listToTuple(iterable.as<List>());
  Owned<List> list = TRY(listFromIterable_py(iterable));
  return listToTuple(list);
}

Owned<Tuple> tupleSlice(Borrowed<Tuple> tuple, uint64_t start, uint64_t stop) {
  if (start >= stop)
    return Owned<Tuple>::retain(emptyTuple());
  if (start == 0 && stop == tuple->length && isExactly(tuple, molt_type_tuple))
    return Owned<Tuple>::retain(tuple);
  return makeTuple(tuple->items() + start, stop - start);
}

// ---- Methods -----------------------------------------------------------------------------------------------

Result<Owned<>> tuple_new(Borrowed<Type> cls, Borrowed<> iterable) {
  Owned<Tuple> content = Owned<Tuple>::retain(emptyTuple());
  if (iterable)
    content = TRY(tupleFromIterable_py(iterable));
  if (cls.get() == &molt_type_tuple)
    return content;
  Owned<Tuple> result = Owned<Tuple>::steal(static_cast<Tuple *>(
      allocateObject(cls.get(), sizeof(Tuple), content->length * sizeof(Value))));
  for (uint64_t i = 0; i < content->length; ++i)
    retain(result->items()[i] = content->items()[i]);
  result->length = content->length;
  return result;
}

Result<int64_t> tuple_index(Borrowed<Tuple> self, Borrowed<> value, int64_t start, int64_t stop) {
  clampRange(&start, &stop, self->length);
  int64_t at = -1;
  TRY(searchItems_py(self.get(), itemsOf, value, start, stop, [&](int64_t i) {
    at = i;
    return true;
  }));
  if (at < 0)
    return raise(ValueError, "tuple.index(x): x not in tuple");
  return at;
}

Result<int64_t> tuple_count(Borrowed<Tuple> self, Borrowed<> value) {
  int64_t count = 0;
  TRY(searchItems_py(self.get(), itemsOf, value, 0, INT64_MAX, [&](int64_t) {
    ++count;
    return false;
  }));
  return count;
}

Result<Owned<>> tuple_getnewargs(Borrowed<Tuple> self) {
  Value content = makeTuple(self->items(), self->length).intoValue();
  Owned<> held = Owned<>::steal(content);
  return makeTuple(&content, 1);
}

Result<Owned<>> tuple_class_getitem(Borrowed<Type> cls, Borrowed<> item) {
  return makeGenericAlias(cls, item);
}

namespace {
constinit const ContainerSlots containerSlots{.length = lengthOfTuple,
                                              .getItem = getItemOfTuple,
                                              .contains = containsInTuple,
                                              .concat = concatTuple,
                                              .repeat = repeatTuple};
} // namespace

extern "C" constinit Type molt_type_tuple{TypeSpec{
    .name = "tuple",
    .doc = tuple_doc,
    .size = sizeof(Tuple),
    .itemSize = sizeof(Value),
    .flags = kTypeGC | kTypeBaseAllowed | kTypeTuple | kTypeSequence,
    .methods = tuple_methods,
    .getsets = tuple_getset,
    .destroy = destroyTuple,
    .traverse = traverseTuple,
    .repr = reprTuple,
    .hash = hashTuple_py,
    .compare = compareTuple,
    .iter = iterTuple,
    .newInstance = tuple_new_slot,
    .container = &containerSlots,
    .variableSize = sizeOfTuple,
}};

extern "C" Owned<Tuple> molt_make_pair(Borrowed<> first, Borrowed<> second) { return makePair(first, second); }
extern "C" Owned<Tuple> molt_make_tuple(const Value *items, uint64_t count) {
  return makeTuple(items, count);
}

} // namespace molt
