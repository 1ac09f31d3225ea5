// product, combinations, combinations_with_replacement and permutations of itertools: tuples of items, chosen by indices
// that go from the first choice to the last one like the digits of a counter.
#include "runtime/modules/itertools.h"

#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/tuple.h"

namespace molt {

// All of them. The indices are `length` places, and behind them may be more that only one kind knows of.
struct Chooser : Object {
  static constexpr unsigned kHeld = 1;
  Value pool; // a tuple: of items; of product, of tuples. Null: at its end
  uint64_t *indices;
  uint64_t length, indexCount;
  bool isStarted;
};
struct ItertoolsProduct : Chooser {};
struct ItertoolsCombinations : Chooser {};
struct ItertoolsCombinationsWithReplacement : Chooser {};
struct ItertoolsPermutations : Chooser {}; // indices: all of the pool, arranged; behind them a cycle for each place

namespace {

Chooser *asChooser(Borrowed<> self) { return self.as<Chooser>().get(); }

void destroyChooser(Object *object) {
  auto *self = static_cast<Chooser *>(object);
  destroyItertool<Chooser>(object);
  releaseArray(std::exchange(self->indices, nullptr), std::exchange(self->indexCount, 0));
}
// Of the collector's: the indices go with the object.
void clearChooser(Object *object) { destroyItertool<Chooser>(object); }

// Sets the place for the indices: count of them, all 0.
Result<void> makeIndices(Chooser *self, uint64_t count) {
  if (count > kLargestAllocation / sizeof(uint64_t) || !memoryFor(count * sizeof(uint64_t)))
    return raiseMemoryError();
  self->indices = allocateArray<uint64_t>(count);
  for (uint64_t i = 0; i < count; ++i)
    self->indices[i] = 0;
  self->indexCount = count;
  return {};
}

// A tuple of itemAt(0), itemAt(1), ...
template <class ItemAt> Owned<Tuple> makeTupleOf(uint64_t count, ItemAt itemAt) {
  constexpr uint64_t kFew = 16;
  if (count <= kFew) {
    Value few[kFew];
    for (uint64_t i = 0; i < count; ++i)
      few[i] = itemAt(i);
    return makeTuple(few, count);
  }
  Owned<Tuple> result = makeUnfilledTuple(count);
  for (uint64_t i = 0; i < count; ++i)
    retain(result->items()[i] = itemAt(i));
  return result;
}

Tuple *poolOf(const Chooser *self) { return static_cast<Tuple *>(self->pool.asObject()); }

Owned<Tuple> chosen(const Chooser *self) {
  const Tuple *pool = poolOf(self);
  return makeTupleOf(self->length, [&](uint64_t i) { return pool->items()[self->indices[i]]; });
}

// `advance` goes to the next choice; false: there is none.
template <class Advance> Result<Owned<>> nextChoice(Chooser *self, Advance advance) {
  if (self->pool.isNull())
    return ownedExhausted();
  if (self->isStarted && !advance(self, poolOf(self)->length)) {
    releaseField(self->pool);
    return ownedExhausted();
  }
  self->isStarted = true;
  return chosen(self);
}

// ---- product -------------------------------------------------------------------------------------------

Tuple *choicesAt(const Chooser *self, uint64_t place) {
  const Tuple *pools = poolOf(self);
  return static_cast<Tuple *>(pools->items()[place % pools->length].asObject());
}

bool advanceProduct(Chooser *self) {
  for (uint64_t place = self->length; place-- > 0;) {
    if (++self->indices[place] < choicesAt(self, place)->length)
      return true;
    self->indices[place] = 0;
  }
  return false;
}
bool anyPoolIsEmpty(const Chooser *self) {
  for (uint64_t place = 0; place < self->length; ++place)
    if (choicesAt(self, place)->length == 0)
      return true;
  return false;
}

Result<Owned<>> nextOfProduct(Borrowed<> iterator) {
  Chooser *self = asChooser(iterator);
  if (self->pool.isNull())
    return ownedExhausted();
  if (self->isStarted ? !advanceProduct(self) : anyPoolIsEmpty(self)) {
    releaseField(self->pool);
    return ownedExhausted();
  }
  self->isStarted = true;
  return makeTupleOf(self->length, [&](uint64_t i) { return choicesAt(self, i)->items()[self->indices[i]]; });
}

// ---- combinations, with and without replacement ------------------------------------------------------------

bool advanceCombination(Chooser *self, uint64_t poolLength) {
  uint64_t place = self->length, *indices = self->indices;
  while (place > 0 && indices[place - 1] == place - 1 + poolLength - self->length)
    --place;
  if (place == 0)
    return false;
  uint64_t next = indices[--place];
  for (; place < self->length; ++place)
    indices[place] = ++next;
  return true;
}

bool advanceWithReplacement(Chooser *self, uint64_t poolLength) {
  uint64_t place = self->length;
  while (place > 0 && self->indices[place - 1] == poolLength - 1)
    --place;
  if (place == 0)
    return false;
  uint64_t next = self->indices[--place] + 1;
  for (; place < self->length; ++place)
    self->indices[place] = next;
  return true;
}

Result<Owned<>> nextOfCombinations(Borrowed<> iterator) { return nextChoice(asChooser(iterator), advanceCombination); }
Result<Owned<>> nextOfCombinationsWithReplacement(Borrowed<> iterator) {
  return nextChoice(asChooser(iterator), advanceWithReplacement);
}

// ---- permutations --------------------------------------------------------------------------------------------

// A place's cycle says how many items it can still be exchanged with.
bool advancePermutation(Chooser *self, uint64_t poolLength) {
  uint64_t *indices = self->indices, *cycles = indices + poolLength;
  for (uint64_t place = self->length; place-- > 0;) {
    if (--cycles[place] > 0) {
      std::swap(indices[place], indices[poolLength - cycles[place]]);
      return true;
    }
    uint64_t first = indices[place];
    for (uint64_t i = place; i + 1 < poolLength; ++i)
      indices[i] = indices[i + 1];
    indices[poolLength - 1] = first;
    cycles[place] = poolLength - place;
  }
  return false;
}

Result<Owned<>> nextOfPermutations(Borrowed<> iterator) { return nextChoice(asChooser(iterator), advancePermutation); }

// ---- Making them ---------------------------------------------------------------------------------------------

template <class T> Owned<T> makeChooser(Borrowed<Type> cls, Owned<Tuple> pool, uint64_t length) {
  Owned<T> made = newItertool<T>(cls);
  made->pool = Owned<>(std::move(pool)).intoValue();
  made->length = length;
  return made;
}

Result<Owned<Tuple>> poolsOf_py(Borrowed<Tuple> iterables) {
  Owned<Tuple> pools = makeUnfilledTuple(iterables->length);
  for (uint64_t i = 0; i < iterables->length; ++i)
    pools->items()[i] = TRY(tupleFromIterable_py(tupleItem(iterables, i))).intoValue();
  return pools;
}

// More items than there are can be chosen only with replacement, and then from at least one.
template <class T> Result<Owned<>> makeCombinations_py(Borrowed<Type> cls, Borrowed<> iterable, int64_t r, bool withReplacement) {
  Owned<Tuple> pool = TRY(tupleFromIterable_py(iterable));
  if (r < 0)
    return raise(ValueError, "r must be non-negative");
  auto length = static_cast<uint64_t>(r);
  uint64_t available = pool->length;
  Owned<T> made = makeChooser<T>(cls, std::move(pool), length);
  bool possible = withReplacement ? available > 0 || length == 0 : length <= available;
  TRY(makeIndices(made.get(), length));
  if (!possible)
    releaseField(made->pool);
  else if (!withReplacement)
    for (uint64_t i = 0; i < length; ++i)
      made->indices[i] = i;
  return made;
}

} // namespace

Result<Owned<>> itertools_product_new(Borrowed<Type> cls, Borrowed<Tuple> iterables, int64_t repeat) {
  if (repeat < 0)
    return raise(ValueError, "repeat argument cannot be negative");
  uint64_t length;
  if (__builtin_mul_overflow(iterables->length, static_cast<uint64_t>(repeat), &length) ||
      length > kLargestAllocation / sizeof(Value))
    return raise(OverflowError, "repeat argument too large");
  Owned<Tuple> pools = TRY(poolsOf_py(repeat == 0 ? emptyTuple() : iterables));
  Owned<ItertoolsProduct> made = makeChooser<ItertoolsProduct>(cls, std::move(pools), length);
  TRY(makeIndices(made.get(), length));
  return made;
}

Result<Owned<>> itertools_combinations_new(Borrowed<Type> cls, Borrowed<> iterable, int64_t r) {
  return makeCombinations_py<ItertoolsCombinations>(cls, iterable, r, /*withReplacement=*/false);
}
Result<Owned<>> itertools_combinations_with_replacement_new(Borrowed<Type> cls, Borrowed<> iterable, int64_t r) {
  return makeCombinations_py<ItertoolsCombinationsWithReplacement>(cls, iterable, r, /*withReplacement=*/true);
}

Result<Owned<>> itertools_permutations_new(Borrowed<Type> cls, Borrowed<> iterable, Borrowed<> r) {
  Owned<Tuple> pool = TRY(tupleFromIterable_py(iterable));
  uint64_t available = pool->length;
  auto length = static_cast<int64_t>(available);
  if (!isNone(r)) {
    if (!isInt(r))
      return raise(TypeError, "Expected int as r");
    length = TRY(indexToInt64_py(r));
    if (length < 0)
      return raise(ValueError, "r must be non-negative");
  }
  Owned<ItertoolsPermutations> made =
      makeChooser<ItertoolsPermutations>(cls, std::move(pool), static_cast<uint64_t>(length));
  if (made->length > available) {
    releaseField(made->pool);
    return made;
  }
  TRY(makeIndices(made.get(), available + made->length));
  for (uint64_t i = 0; i < available; ++i)
    made->indices[i] = i;
  for (uint64_t i = 0; i < made->length; ++i)
    made->indices[available + i] = available - i;
  return made;
}

namespace {
constexpr TypeSpec chooserSpec(const char *name, const char *doc, NewSlot newInstance, NextSlot next, MethodTable methods) {
  TypeSpec spec = itertoolSpec<Chooser>(name, doc, newInstance, next, methods);
  spec.destroy = destroyChooser;
  spec.clear = clearChooser;
  return spec;
}
} // namespace

extern "C" {
#define CHOOSER(name, Struct)                                                                                          \
  constinit Type molt_type_itertools_##name{chooserSpec(#name, itertools_##name##_doc, itertools_##name##_new_slot,    \
                                                        nextOf##Struct, itertools_##name##_methods)};
CHOOSER(product, Product)
CHOOSER(combinations, Combinations)
CHOOSER(combinations_with_replacement, CombinationsWithReplacement)
CHOOSER(permutations, Permutations)
#undef CHOOSER
}

} // namespace molt
