// The module `itertools`: iterators over the items of one iterable or of several side by side. Those that choose and
// arrange items are in itertools_choices.cpp, groupby() and tee() in itertools_groups.cpp.
//
// What runs Python code can come back to the same iterator and end it, so fields are looked at again afterwards.
#include "runtime/modules/itertools.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/callback.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/int.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {

struct ItertoolsAccumulate : Object {
  static constexpr unsigned kHeld = 4;
  Value iterator, function, total, initial; // function, initial: None where there is none
};
struct ItertoolsBatched : Object {
  static constexpr unsigned kHeld = 1;
  Value iterator;
  int64_t size;
  bool strict;
};
struct ItertoolsChain : Object {
  static constexpr unsigned kHeld = 2;
  Value iterables, current;
};
struct ItertoolsCompress : Object {
  static constexpr unsigned kHeld = 2;
  Value data, selectors;
};
struct ItertoolsCount : Object {
  static constexpr unsigned kHeld = 2;
  Value next, step;
};
struct ItertoolsCycle : Object {
  static constexpr unsigned kHeld = 2;
  Value iterator; // null: at its end once
  Value saved;    // a list
  uint64_t index;
};
// dropwhile and takewhile.
struct PredicateIterator : Object {
  static constexpr unsigned kHeld = 2;
  Value predicate, iterator;
  bool passed; // an item for which the predicate was false
};
struct ItertoolsDropwhile : PredicateIterator {};
struct ItertoolsTakewhile : PredicateIterator {};
struct ItertoolsFilterfalse : Object {
  static constexpr unsigned kHeld = 2;
  Value function, iterator;
};
struct ItertoolsIslice : Object {
  static constexpr unsigned kHeld = 1;
  Value iterator;
  uint64_t taken, wanted, step; // items taken from the iterator; the one that is given next
  uint64_t stop;                // kNoStop: at the iterator's end
};
struct ItertoolsPairwise : Object {
  static constexpr unsigned kHeld = 2;
  Value iterator, previous;
};
struct ItertoolsRepeat : Object {
  static constexpr unsigned kHeld = 1;
  Value object;
  int64_t left; // kForever
};
struct ItertoolsStarmap : Object {
  static constexpr unsigned kHeld = 2;
  Value function, iterator;
};
struct ItertoolsZipLongest : Object {
  static constexpr unsigned kHeld = 2;
  Value iterators; // a tuple; what has ended is None in it
  Value fill;
  uint64_t running;
};

namespace {

constexpr uint64_t kNoStop = UINT64_MAX;
constexpr int64_t kForever = -1;

template <class T> T *as(Borrowed<> self) { return self.as<T>().get(); }

Result<Owned<>> callWith_py(Value function, const Owned<> &item) {
  Value argument = item.value();
  Owned<> held = Owned<>::retain(Borrowed<>(function));
  return callBack_py(held, &argument, 1);
}
Result<bool> holds_py(Value function, const Owned<> &item) {
  Owned<> answer = TRY(callWith_py(function, item));
  return truth_py(answer);
}

// ---- accumulate --------------------------------------------------------------------------------------

Result<Owned<>> nextTotal_py(ItertoolsAccumulate *self, Borrowed<> total, const Owned<> &item) {
  if (self->function.isNull() || isNone(Borrowed<>(self->function)))
    return binary_py(BinaryOperator::kAdd, total, item);
  Owned<> function = Owned<>::retain(Borrowed<>(self->function));
  const Value arguments[] = {total.value(), item.value()};
  return callBack_py(function, arguments, 2);
}

Result<Owned<>> nextOfAccumulate(Borrowed<> iterator) {
  auto *self = as<ItertoolsAccumulate>(iterator);
  if (self->iterator.isNull())
    return ownedExhausted();
  if (!isNone(Borrowed<>(self->initial))) {
    Owned<> initial = Owned<>::steal(std::exchange(self->initial, none().value()));
    storeField(self->total, initial);
    return initial;
  }
  Owned<> item = TRY(nextOfField_py(self->iterator));
  if (isExhausted(item))
    return item;
  if (self->total.isNull()) {
    storeField(self->total, item);
    return item;
  }
  Owned<> total = Owned<>::retain(Borrowed<>(self->total));
  Owned<> result = TRY(nextTotal_py(self, total, item));
  storeField(self->total, result);
  return result;
}

// ---- batched -------------------------------------------------------------------------------------------

Result<Owned<>> nextOfBatched(Borrowed<> iterator) {
  auto *self = as<ItertoolsBatched>(iterator);
  if (self->iterator.isNull())
    return ownedExhausted();
  Owned<> source = Owned<>::retain(Borrowed<>(self->iterator));
  Owned<List> items = makeList();
  while (items->length < static_cast<uint64_t>(self->size)) {
    Result<Owned<>> next = iteratorNext_py(source);
    if (next.raised()) {
      releaseField(self->iterator);
      return Raised{};
    }
    Owned<> item = next.take();
    if (isExhausted(item))
      break;
    listAppend(items, std::move(item));
  }
  if (items->length == static_cast<uint64_t>(self->size))
    return listToTuple(items);
  releaseField(self->iterator);
  if (items->length == 0)
    return ownedExhausted();
  if (self->strict)
    return raise(ValueError, "batched(): incomplete batch");
  return listToTuple(items);
}

// ---- chain -----------------------------------------------------------------------------------------------

Result<Owned<>> nextOfChain(Borrowed<> iterator) {
  auto *self = as<ItertoolsChain>(iterator);
  while (!self->iterables.isNull()) {
    if (self->current.isNull()) {
      Result<Owned<>> iterable = nextOfField_py(self->iterables);
      Result<Owned<>> inner = Raised{};
      if (!iterable.raised()) {
        Owned<> found = iterable.take();
        if (isExhausted(found)) {
          releaseField(self->iterables);
          break;
        }
        inner = getIterator_py(found);
      }
      if (inner.raised()) {
        releaseField(self->iterables);
        return Raised{};
      }
      Owned<> made = inner.take();
      storeField(self->current, made);
    }
    Owned<> item = TRY(nextOfField_py(self->current));
    if (!isExhausted(item))
      return item;
    releaseField(self->current);
  }
  return ownedExhausted();
}

Result<Owned<>> makeChain_py(Borrowed<Type> cls, Borrowed<> iterables) {
  Owned<> iterator = TRY(getIterator_py(iterables));
  Owned<ItertoolsChain> chain = newItertool<ItertoolsChain>(cls);
  chain->iterables = iterator.intoValue();
  return chain;
}

// ---- compress ----------------------------------------------------------------------------------------------

Result<Owned<>> nextOfCompress(Borrowed<> iterator) {
  auto *self = as<ItertoolsCompress>(iterator);
  while (!self->data.isNull() && !self->selectors.isNull()) {
    Owned<> item = TRY(nextOfField_py(self->data));
    if (isExhausted(item))
      return item;
    Owned<> selector = TRY(nextOfField_py(self->selectors));
    if (isExhausted(selector))
      return selector;
    bool selected = TRY(truth_py(selector));
    if (selected)
      return item;
  }
  return ownedExhausted();
}

// ---- count -------------------------------------------------------------------------------------------------

Result<Owned<>> nextOfCount(Borrowed<> iterator) {
  auto *self = as<ItertoolsCount>(iterator);
  if (self->next.isNull())
    return ownedExhausted();
  if (self->next.isInlineInt() && self->step.isInlineInt()) {
    Value given = self->next;
    int64_t following = given.asInlineInt() + self->step.asInlineInt();
    self->next = makeInt(following).intoValue();
    return Owned<>::steal(given);
  }
  Owned<> given = Owned<>::retain(Borrowed<>(self->next)), step = Owned<>::retain(Borrowed<>(self->step));
  Owned<> following = TRY(binary_py(BinaryOperator::kAdd, given, step));
  storeField(self->next, following);
  return given;
}

bool isOne(Borrowed<> value) {
  int64_t number;
  return isInt(value) && intToInt64(value, &number) && number == 1;
}

Result<Owned<Str>> reprCount(Borrowed<> object) {
  auto *self = as<ItertoolsCount>(object);
  Borrowed<> next(self->next), step(self->step);
  const char *name = typeName(object);
  return isOne(step) ? formatStr("%s(%R)", name, next) : formatStr("%s(%R, %R)", name, next, step);
}

bool isNumber(Borrowed<> value) {
  if (!value.value().isObject())
    return true;
  const NumberSlots *number = typeOf(value)->number;
  return (number && (number->index || number->toInt || number->toFloat)) || hasTypeFlag(value, kTypeComplex);
}

// ---- cycle -------------------------------------------------------------------------------------------------

Result<Owned<>> nextOfCycle(Borrowed<> iterator) {
  auto *self = as<ItertoolsCycle>(iterator);
  if (self->saved.isNull())
    return ownedExhausted();
  if (!self->iterator.isNull()) {
    Owned<> item = TRY(nextOfField_py(self->iterator));
    if (!isExhausted(item)) {
      if (!self->saved.isNull())
        listAppend(Borrowed<>(self->saved).as<List>(), item.borrow());
      return item;
    }
    releaseField(self->iterator);
  }
  Borrowed<List> saved = Borrowed<>(self->saved).as<List>();
  if (self->saved.isNull() || saved->length == 0)
    return ownedExhausted();
  Owned<> item = Owned<>::retain(listItem(saved, self->index));
  if (++self->index >= saved->length)
    self->index = 0;
  return item;
}

// ---- dropwhile, takewhile, filterfalse ---------------------------------------------------------------------

Result<Owned<>> nextOfDropwhile(Borrowed<> iterator) {
  auto *self = as<PredicateIterator>(iterator);
  while (!self->iterator.isNull()) {
    Owned<> item = TRY(nextOfField_py(self->iterator));
    if (isExhausted(item) || self->passed || self->predicate.isNull())
      return item;
    bool dropped = TRY(holds_py(self->predicate, item));
    if (!dropped) {
      self->passed = true;
      return item;
    }
  }
  return ownedExhausted();
}

Result<Owned<>> nextOfTakewhile(Borrowed<> iterator) {
  auto *self = as<PredicateIterator>(iterator);
  if (self->passed || self->iterator.isNull())
    return ownedExhausted();
  Owned<> item = TRY(nextOfField_py(self->iterator));
  if (isExhausted(item) || self->predicate.isNull())
    return item;
  bool taken = TRY(holds_py(self->predicate, item));
  if (taken)
    return item;
  self->passed = true;
  return ownedExhausted();
}

template <class T> Result<Owned<>> makePredicateIterator_py(Borrowed<Type> cls, Borrowed<> predicate, Borrowed<> iterable) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<T> made = newItertool<T>(cls);
  made->predicate = Owned<>::retain(predicate).intoValue();
  made->iterator = iterator.intoValue();
  return made;
}

Result<Owned<>> nextOfFilterfalse(Borrowed<> iterator) {
  auto *self = as<ItertoolsFilterfalse>(iterator);
  while (!self->iterator.isNull()) {
    Owned<> item = TRY(nextOfField_py(self->iterator));
    if (isExhausted(item))
      return item;
    bool byTruth = self->function.isNull() || isNone(Borrowed<>(self->function)) ||
                   self->function == Value::unmarked(&molt_type_bool);
    bool good = TRY(byTruth ? truth_py(item) : holds_py(self->function, item));
    if (!good)
      return item;
  }
  return ownedExhausted();
}

// ---- islice --------------------------------------------------------------------------------------------------

Result<Owned<>> endOfIslice(ItertoolsIslice *self) {
  releaseField(self->iterator);
  return ownedExhausted();
}

Result<Owned<>> takeForIslice_py(ItertoolsIslice *self) {
  Result<Owned<>> item = nextOfField_py(self->iterator);
  if (item.raised())
    releaseField(self->iterator);
  return item;
}

Result<Owned<>> nextOfIslice(Borrowed<> iterator) {
  auto *self = as<ItertoolsIslice>(iterator);
  if (self->iterator.isNull())
    return ownedExhausted();
  while (self->taken < self->wanted) {
    Owned<> skipped = TRY(takeForIslice_py(self));
    if (isExhausted(skipped) || self->iterator.isNull())
      return endOfIslice(self);
    ++self->taken;
  }
  if (self->taken >= self->stop)
    return endOfIslice(self);
  Owned<> item = TRY(takeForIslice_py(self));
  if (isExhausted(item))
    return endOfIslice(self);
  ++self->taken;
  self->wanted += self->step; // both are below 2**63
  if (self->wanted > self->stop)
    self->wanted = self->stop;
  return item;
}

// A bound that is no int, or too large, or raises, is -1.
int64_t isliceBound_py(Value value) {
  Result<int64_t> bound = indexToInt64_py(Borrowed<>(value));
  if (!bound.raised())
    return bound.take();
  clearPending();
  return -1;
}

Result<void> readIsliceBounds_py(ItertoolsIslice *self, const Value *arguments, uint64_t count) {
  auto isGiven = [&](uint64_t i) { return i < count && !isNone(Borrowed<>(arguments[i])); };
  uint64_t stopAt = count == 2 ? 1 : 2;
  int64_t start = count > 2 && isGiven(1) ? isliceBound_py(arguments[1]) : 0;
  int64_t stop = isGiven(stopAt) ? isliceBound_py(arguments[stopAt]) : INT64_MAX;
  if (stop == -1)
    return raise(ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (start < 0 || stop < 0)
    return raise(ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  int64_t step = isGiven(3) ? isliceBound_py(arguments[3]) : 1;
  if (step < 1)
    return raise(ValueError, "Step for islice() must be a positive integer or None.");
  self->wanted = static_cast<uint64_t>(start);
  self->stop = isGiven(stopAt) ? static_cast<uint64_t>(stop) : kNoStop;
  self->step = static_cast<uint64_t>(step);
  return {};
}

// ---- pairwise ------------------------------------------------------------------------------------------------

Result<Owned<>> endOfPairwise(ItertoolsPairwise *self) {
  releaseField(self->iterator);
  releaseField(self->previous);
  return ownedExhausted();
}

// Next item; after the last one, or an error, the pairs are at their end.
Result<Owned<>> takeForPairwise_py(ItertoolsPairwise *self) {
  Result<Owned<>> item = nextOfField_py(self->iterator);
  if (item.raised())
    (void)endOfPairwise(self);
  return item;
}

Result<Owned<>> nextOfPairwise(Borrowed<> iterator) {
  auto *self = as<ItertoolsPairwise>(iterator);
  if (self->iterator.isNull())
    return ownedExhausted();
  if (self->previous.isNull()) {
    Owned<> first = TRY(takeForPairwise_py(self));
    if (isExhausted(first) || self->iterator.isNull())
      return endOfPairwise(self);
    storeField(self->previous, first);
  }
  Owned<> previous = Owned<>::retain(Borrowed<>(self->previous));
  Owned<> item = TRY(takeForPairwise_py(self));
  if (isExhausted(item))
    return endOfPairwise(self);
  storeField(self->previous, item);
  return makePair(previous, item);
}

// ---- repeat ----------------------------------------------------------------------------------------------------

Result<Owned<>> nextOfRepeat(Borrowed<> iterator) {
  auto *self = as<ItertoolsRepeat>(iterator);
  if (self->left == 0 || self->object.isNull())
    return ownedExhausted();
  if (self->left > 0)
    --self->left;
  return Owned<>::retain(Borrowed<>(self->object));
}

Result<Owned<Str>> reprRepeat(Borrowed<> object) {
  auto *self = as<ItertoolsRepeat>(object);
  Borrowed<> given(self->object);
  const char *name = typeName(object);
  return self->left == kForever ? formatStr("%s(%R)", name, given) : formatStr("%s(%R, %d)", name, given, self->left);
}

// ---- starmap ---------------------------------------------------------------------------------------------------

Result<Owned<>> nextOfStarmap(Borrowed<> iterator) {
  auto *self = as<ItertoolsStarmap>(iterator);
  if (self->iterator.isNull())
    return ownedExhausted();
  Owned<> item = TRY(nextOfField_py(self->iterator));
  if (isExhausted(item))
    return item;
  if (!isExactly(item, molt_type_tuple))
    item = TRY(tupleFromIterable_py(item));
  Owned<> function = Owned<>::retain(Borrowed<>(self->function));
  Borrowed<Tuple> arguments = item.borrow().as<Tuple>();
  return callBack_py(function, arguments->items(), arguments->length);
}

// ---- zip_longest -----------------------------------------------------------------------------------------------

// Item of the iterator at `index`, or what fills its place; null: that was the last one to end.
Result<Owned<>> itemForZip_py(ItertoolsZipLongest *self, Tuple *iterators, uint64_t index, bool *isEnd) {
  if (!isNone(tupleItem(iterators, index))) {
    Result<Owned<>> next = nextOfField_py(iterators->items()[index]);
    if (next.raised()) {
      self->running = 0;
      return Raised{};
    }
    Owned<> item = next.take();
    if (!isExhausted(item))
      return item;
    if (self->running == 0 || --self->running == 0) {
      *isEnd = true;
      return item;
    }
    storeField(iterators->items()[index], none());
  }
  return Owned<>::retain(Borrowed<>(self->fill));
}

Result<Owned<>> nextOfZipLongest(Borrowed<> iterator) {
  auto *self = as<ItertoolsZipLongest>(iterator);
  if (self->running == 0 || self->iterators.isNull())
    return ownedExhausted();
  Owned<Tuple> iterators = Owned<Tuple>::retain(Borrowed<>(self->iterators).as<Tuple>());
  Owned<Tuple> result = makeUnfilledTuple(iterators->length);
  for (uint64_t i = 0; i < iterators->length; ++i) {
    bool isEnd = false;
    Owned<> item = TRY(itemForZip_py(self, iterators.get(), i, &isEnd));
    if (isEnd)
      return item;
    result->items()[i] = item.intoValue();
  }
  return result;
}

} // namespace

// ---- Making them -----------------------------------------------------------------------------------------------

Result<Owned<>> itertools_accumulate_new(Borrowed<Type> cls, Borrowed<> iterable, Borrowed<> function, Borrowed<> initial) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<ItertoolsAccumulate> made = newItertool<ItertoolsAccumulate>(cls);
  made->iterator = iterator.intoValue();
  made->function = Owned<>::retain(function).intoValue();
  made->initial = Owned<>::retain(initial).intoValue();
  return made;
}

Result<Owned<>> itertools_batched_new(Borrowed<Type> cls, Borrowed<> iterable, int64_t size, bool strict) {
  if (size < 1)
    return raise(ValueError, "n must be at least one");
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<ItertoolsBatched> made = newItertool<ItertoolsBatched>(cls);
  made->iterator = iterator.intoValue();
  made->size = size;
  made->strict = strict;
  return made;
}

Result<Owned<>> itertools_chain_new(Borrowed<Type> cls, Borrowed<Tuple> iterables) { return makeChain_py(cls, iterables); }
Result<Owned<>> itertools_chain_from_iterable(Borrowed<Type> cls, Borrowed<> iterable) { return makeChain_py(cls, iterable); }
Result<Owned<>> itertools_chain_class_getitem(Borrowed<Type> cls, Borrowed<> item) { return makeGenericAlias(cls, item); }

Result<Owned<>> itertools_compress_new(Borrowed<Type> cls, Borrowed<> data, Borrowed<> selectors) {
  Owned<> items = TRY(getIterator_py(data));
  Owned<> choices = TRY(getIterator_py(selectors));
  Owned<ItertoolsCompress> made = newItertool<ItertoolsCompress>(cls);
  made->data = items.intoValue();
  made->selectors = choices.intoValue();
  return made;
}

// From an int by one it counts with plain ints, whatever kind of int it was given.
Result<Owned<>> itertools_count_new(Borrowed<Type> cls, Borrowed<> start, Borrowed<> step) {
  if (!isNumber(start) || !isNumber(step))
    return raise(TypeError, "a number is required");
  int64_t first;
  bool plain = isInt(start) && isOne(step) && intToInt64(start, &first);
  Owned<ItertoolsCount> made = newItertool<ItertoolsCount>(cls);
  made->next = (plain ? makeInt(first) : Owned<>::retain(start)).intoValue();
  made->step = (plain ? makeInt(1) : Owned<>::retain(step)).intoValue();
  return made;
}

Result<Owned<>> itertools_cycle_new(Borrowed<Type> cls, Borrowed<> iterable) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<ItertoolsCycle> made = newItertool<ItertoolsCycle>(cls);
  made->iterator = iterator.intoValue();
  made->saved = Owned<>(makeList()).intoValue();
  return made;
}

Result<Owned<>> itertools_dropwhile_new(Borrowed<Type> cls, Borrowed<> predicate, Borrowed<> iterable) {
  return makePredicateIterator_py<ItertoolsDropwhile>(cls, predicate, iterable);
}
Result<Owned<>> itertools_takewhile_new(Borrowed<Type> cls, Borrowed<> predicate, Borrowed<> iterable) {
  return makePredicateIterator_py<ItertoolsTakewhile>(cls, predicate, iterable);
}
Result<Owned<>> itertools_filterfalse_new(Borrowed<Type> cls, Borrowed<> function, Borrowed<> iterable) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<ItertoolsFilterfalse> made = newItertool<ItertoolsFilterfalse>(cls);
  made->function = Owned<>::retain(function).intoValue();
  made->iterator = iterator.intoValue();
  return made;
}

Result<Owned<>> itertools_islice_new(Borrowed<Type> cls, Borrowed<Tuple> arguments) {
  TRY(checkPositionalCount("islice", arguments->length, 2, 4));
  Owned<ItertoolsIslice> made = newItertool<ItertoolsIslice>(cls);
  TRY(readIsliceBounds_py(made.get(), arguments->items(), arguments->length));
  made->iterator = TRY(getIterator_py(tupleItem(arguments, 0))).intoValue();
  return made;
}

Result<Owned<>> itertools_pairwise_new(Borrowed<Type> cls, Borrowed<> iterable) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<ItertoolsPairwise> made = newItertool<ItertoolsPairwise>(cls);
  made->iterator = iterator.intoValue();
  return made;
}

Result<Owned<>> itertools_repeat_new(Borrowed<Type> cls, Borrowed<> object, Borrowed<> times) {
  int64_t left = kForever;
  if (times) {
    left = TRY(indexToInt64_py(times));
    left = left < 0 ? 0 : left;
  }
  Owned<ItertoolsRepeat> made = newItertool<ItertoolsRepeat>(cls);
  made->object = Owned<>::retain(object).intoValue();
  made->left = left;
  return made;
}
Result<int64_t> itertools_repeat_length_hint(Borrowed<ItertoolsRepeat> self) {
  if (self->left == kForever)
    return raise(TypeError, "len() of unsized object");
  return self->left;
}

Result<Owned<>> itertools_starmap_new(Borrowed<Type> cls, Borrowed<> function, Borrowed<> iterable) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<ItertoolsStarmap> made = newItertool<ItertoolsStarmap>(cls);
  made->function = Owned<>::retain(function).intoValue();
  made->iterator = iterator.intoValue();
  return made;
}

Result<Owned<>> itertools_zip_longest_new(Borrowed<Type> cls, Borrowed<Tuple> iterables, Borrowed<Dict> keywords) {
  Borrowed<> fill = none();
  if (keywords && dictLength(keywords)) {
    fill = dictFindName(keywords, "fillvalue"_str);
    if (!fill || dictLength(keywords) != 1)
      return raise(TypeError, "zip_longest() got an unexpected keyword argument");
  }
  Owned<Tuple> iterators = makeUnfilledTuple(iterables->length);
  for (uint64_t i = 0; i < iterables->length; ++i)
    iterators->items()[i] = TRY(getIterator_py(tupleItem(iterables, i))).intoValue();
  Owned<ItertoolsZipLongest> made = newItertool<ItertoolsZipLongest>(cls);
  made->running = iterators->length;
  made->iterators = Owned<>(std::move(iterators)).intoValue();
  made->fill = Owned<>::retain(fill).intoValue();
  return made;
}

namespace {
constexpr TypeSpec withRepr(TypeSpec spec, StrSlot repr) {
  spec.repr = repr;
  return spec;
}
} // namespace

extern "C" {
#define ITERTOOL(name, Struct)                                                                                         \
  constinit Type molt_type_itertools_##name{itertoolSpec<Itertools##Struct>(                                           \
      #name, itertools_##name##_doc, itertools_##name##_new_slot, nextOf##Struct, itertools_##name##_methods)};
ITERTOOL(accumulate, Accumulate)
ITERTOOL(batched, Batched)
ITERTOOL(chain, Chain)
ITERTOOL(compress, Compress)
ITERTOOL(cycle, Cycle)
ITERTOOL(dropwhile, Dropwhile)
ITERTOOL(filterfalse, Filterfalse)
ITERTOOL(islice, Islice)
ITERTOOL(pairwise, Pairwise)
ITERTOOL(starmap, Starmap)
ITERTOOL(takewhile, Takewhile)
ITERTOOL(zip_longest, ZipLongest)
#undef ITERTOOL
constinit Type molt_type_itertools_count{
    withRepr(itertoolSpec<ItertoolsCount>("count", itertools_count_doc, itertools_count_new_slot, nextOfCount,
                                          itertools_count_methods),
             reprCount)};
constinit Type molt_type_itertools_repeat{
    withRepr(itertoolSpec<ItertoolsRepeat>("repeat", itertools_repeat_doc, itertools_repeat_new_slot, nextOfRepeat,
                                           itertools_repeat_methods),
             reprRepeat)};
}

const NativeModule nativeModule_itertools{
    .name = "itertools", .functions = itertools_functions, .doc = itertools_doc, .types = itertools_types};

} // namespace molt
