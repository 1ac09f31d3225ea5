// enumerate, reversed, zip, map and filter: iterators over what other iterators give.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/callback.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/iterators.gen.h"
#include "runtime/types/iterators.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_enumerate, molt_type_reversed, molt_type_zip, molt_type_map, molt_type_filter, molt_type_list_iterator;
}

struct Enumerate : Object {
  Value iterator;
  Value index; // an int of any size
  Value pair;  // the tuple given last, reused when nobody else has it
};
struct Reversed : Object {
  Value sequence; // null: at its end
  int64_t index;
};
struct Zip : Object {
  Ptr<Tuple> iterators;
  Value result; // the tuple given last, reused when nobody else has it
  uint64_t strict;
};
struct Map : Object {
  Value function;
  Ptr<Tuple> iterators;
  uint64_t strict;
};
struct Filter : Object {
  Value function; // None: the items' truth
  Value iterator;
};

namespace {

template <class T> T *as(Borrowed<> self) { return self.as<T>().get(); }
Result<Owned<>> selfAsIterator(Borrowed<> self) { return Owned<>::retain(self); }

template <class T> Owned<T> newInstance(Borrowed<Type> cls) {
  return Owned<T>::steal(static_cast<T *>(allocateObject(cls.get(), sizeof(T), 0)));
}

void dropField(Value &field) {
  Value old = std::exchange(field, Value());
  if (!old.isNull())
    release(old);
}
template <class T> void dropField(Ptr<T> &field) {
  T *old = std::exchange(field, Ptr<T>());
  if (old)
    release(Value::fromObject(old));
}

Result<Owned<Tuple>> iteratorsOf_py(const Value *iterables, uint64_t count) {
  Owned<Tuple> iterators = makeUnfilledTuple(count);
  for (uint64_t i = 0; i < count; ++i) {
    Owned<> iterator = TRY(getIterator_py(Borrowed<>(iterables[i])));
    iterators->items()[i] = iterator.intoValue();
  }
  return iterators;
}

// ---- enumerate ---------------------------------------------------------------------------------------

void destroyEnumerate(Object *object) {
  Enumerate *self = static_cast<Enumerate *>(object);
  dropField(self->iterator);
  dropField(self->index);
  dropField(self->pair);
}
void traverseEnumerate(Object *object, Visitor &visitor) {
  visitor.visit(&static_cast<Enumerate *>(object)->iterator, 3);
}

// The tuple that was given last, if nobody has it now; the caller stores new items.
Tuple *reusable(Value last) {
  if (last.isNull() || last.asObject()->refcount != 1)
    return nullptr;
  last.asObject()->flags &= ~uint32_t{kTupleHashed};
  return static_cast<Tuple *>(last.asObject());
}

Result<Owned<>> nextOfEnumerate(Borrowed<> iterator) {
  Enumerate *self = as<Enumerate>(iterator);
  Owned<> item = TRY(iteratorNext_py(Borrowed<>(self->iterator)));
  if (isExhausted(item))
    return item;
  Owned<> index = Owned<>::steal(std::exchange(self->index, Value()));
  if (index.value().isInlineInt())
    self->index = makeInt(index.value().asInlineInt() + 1).intoValue();
  else
    self->index = TRY(binary_py(BinaryOperator::kAdd, index, Borrowed<>(Value::fromInt(1)))).intoValue();
  if (Tuple *pair = reusable(self->pair)) {
    retain(self->pair);
    Owned<> result = Owned<>::steal(self->pair);
    Owned<> oldIndex = Owned<>::steal(std::exchange(pair->items()[0], index.intoValue()));
    Owned<> oldItem = Owned<>::steal(std::exchange(pair->items()[1], item.intoValue()));
    return result;
  }
  Owned<Tuple> pair = makeUnfilledTuple(2);
  pair->items()[0] = index.intoValue();
  pair->items()[1] = item.intoValue();
  Owned<> old = Owned<>::steal(std::exchange(self->pair, Owned<Tuple>::retain(pair).intoValue()));
  return pair;
}

// ---- reversed ------------------------------------------------------------------------------------------

void destroyReversed(Object *object) { dropField(static_cast<Reversed *>(object)->sequence); }
void traverseReversed(Object *object, Visitor &visitor) {
  visitor.visit(static_cast<Reversed *>(object)->sequence);
}

Result<Owned<>> nextOfReversed(Borrowed<> iterator) {
  Reversed *self = as<Reversed>(iterator);
  if (self->sequence.isNull() || self->index < 0) {
    dropField(self->sequence);
    return ownedExhausted();
  }
  Owned<> index = makeInt(self->index);
  Result<Owned<>> item = getItem_py(Borrowed<>(self->sequence), index);
  if (!item.raised()) {
    --self->index;
    return item;
  }
  if (!clearIfMatches(IndexError) && !clearIfMatches(StopIteration))
    return Raised{};
  self->index = -1;
  dropField(self->sequence);
  return ownedExhausted();
}

// ---- zip -------------------------------------------------------------------------------------------------

void destroyZip(Object *object) {
  Zip *self = static_cast<Zip *>(object);
  dropField(self->iterators);
  dropField(self->result);
}
void traverseZip(Object *object, Visitor &visitor) {
  Zip *self = static_cast<Zip *>(object);
  visitor.visit(self->iterators);
  visitor.visit(self->result);
}

// Iterator `at` ended while those before it had an item: strict says whose fault that is.
Result<Owned<>> endStrict_py(const char *name, Tuple *iterators, uint64_t at) {
  if (at > 0)
    return raise(ValueError, at == 1 ? "%s() argument %zu is shorter than argument 1"
                                     : "%s() argument %zu is shorter than arguments 1-%zu",
                 name, at + 1, at);
  for (uint64_t i = 1; i < iterators->length; ++i) {
    Owned<> item = TRY(iteratorNext_py(Borrowed<>(iterators->items()[i])));
    if (!isExhausted(item))
      return raise(ValueError, i == 1 ? "%s() argument %zu is longer than argument 1"
                                      : "%s() argument %zu is longer than arguments 1-%zu",
                   name, i + 1, i);
  }
  return ownedExhausted();
}

// Most iterators go over lists.
inline Result<Owned<>> nextOfAny_py(Borrowed<> iterator) {
  if (isExactly(iterator, molt_type_list_iterator)) {
    auto *self = static_cast<SequenceIterator *>(iterator.value().asObject());
    if (!self->sequence.isNull()) {
      const List *list = asAnyList(Borrowed<>(self->sequence)).list; // of length 0 while it is compact
      if (static_cast<uint64_t>(self->index) < list->length)
        return Owned<>::retain(Borrowed<>(list->items[self->index++]));
    }
  }
  return iteratorNext_py(iterator);
}

Result<Owned<>> nextOfZip(Borrowed<> iterator) {
  Zip *self = as<Zip>(iterator);
  Tuple *iterators = self->iterators;
  uint64_t count = iterators->length;
  if (count == 0)
    return ownedExhausted();
  Owned<Tuple> result;
  if (Tuple *last = reusable(self->result)) {
    retain(self->result);
    result = Owned<Tuple>::steal(last);
  } else {
    result = makeUnfilledTuple(count);
  }
  for (uint64_t i = 0; i < count; ++i) {
    Owned<> item = TRY(nextOfAny_py(Borrowed<>(iterators->items()[i])));
    if (isExhausted(item))
      return self->strict ? endStrict_py("zip", iterators, i) : Result<Owned<>>(std::move(item));
    Owned<> old = Owned<>::steal(std::exchange(result->items()[i], item.intoValue()));
  }
  if (self->result.isNull() || self->result != result.value())
    Owned<> old = Owned<>::steal(std::exchange(self->result, Owned<Tuple>::retain(result).intoValue()));
  return result;
}

// ---- map -------------------------------------------------------------------------------------------------

void destroyMap(Object *object) {
  Map *self = static_cast<Map *>(object);
  dropField(self->function);
  dropField(self->iterators);
}
void traverseMap(Object *object, Visitor &visitor) {
  Map *self = static_cast<Map *>(object);
  visitor.visit(self->function);
  visitor.visit(self->iterators);
}

Result<Owned<>> nextOfMap(Borrowed<> iterator) {
  Map *self = as<Map>(iterator);
  Tuple *iterators = self->iterators;
  uint64_t count = iterators->length;
  if (count == 1) {
    Owned<> item = TRY(iteratorNext_py(Borrowed<>(iterators->items()[0])));
    if (isExhausted(item))
      return item;
    Value argument = item.value();
    return callBack_py(Borrowed<>(self->function), &argument, 1);
  }
  Owned<Tuple> items = makeUnfilledTuple(count);
  for (uint64_t i = 0; i < count; ++i) {
    Owned<> item = TRY(iteratorNext_py(Borrowed<>(iterators->items()[i])));
    if (isExhausted(item))
      return self->strict ? endStrict_py("map", iterators, i) : Result<Owned<>>(std::move(item));
    items->items()[i] = item.intoValue();
  }
  return callBack_py(Borrowed<>(self->function), items->items(), count);
}

// ---- filter ------------------------------------------------------------------------------------------------

void destroyFilter(Object *object) {
  Filter *self = static_cast<Filter *>(object);
  dropField(self->function);
  dropField(self->iterator);
}
void traverseFilter(Object *object, Visitor &visitor) {
  visitor.visit(&static_cast<Filter *>(object)->function, 2);
}

Result<Owned<>> nextOfFilter(Borrowed<> iterator) {
  Filter *self = as<Filter>(iterator);
  for (;;) {
    Owned<> item = TRY(iteratorNext_py(Borrowed<>(self->iterator)));
    if (isExhausted(item))
      return item;
    bool good;
    if (isNone(Borrowed<>(self->function))) {
      good = TRY(truth_py(item));
    } else {
      Value argument = item.value();
      Owned<> answer = TRY(callBack_py(Borrowed<>(self->function), &argument, 1));
      good = TRY(truth_py(answer));
    }
    if (good)
      return item;
  }
}

} // namespace

Result<Owned<>> enumerate_new(Borrowed<Type> cls, Borrowed<> iterable, Borrowed<> start) {
  Owned<> index = TRY(index_py(start));
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<Enumerate> result = newInstance<Enumerate>(cls);
  result->iterator = iterator.intoValue();
  result->index = index.intoValue();
  return result;
}
// CPython words these errors apart from all others.
Result<Owned<>> enumerate_new_fast(Borrowed<Type> cls, const Value *arguments, uint64_t count) {
  if (count == 0)
    return raise(TypeError, "enumerate() missing required argument 'iterable'");
  if (count > 2)
    return raise(TypeError, "enumerate() takes at most 2 arguments (%zu given)", count);
  return enumerate_new(cls, Borrowed<>(arguments[0]),
                       Borrowed<>(count == 2 ? arguments[1] : Value::fromInt(0)));
}
Result<Owned<>> enumerate_reduce(Borrowed<Enumerate> self) {
  return makePair(Borrowed<>(Value::fromObject(self->type.get())),
                  makePair(Borrowed<>(self->iterator), Borrowed<>(self->index)));
}
Result<Owned<>> enumerate_class_getitem(Borrowed<Type> cls, Borrowed<> item) {
  return makeGenericAlias(cls, item);
}

Result<Owned<>> reversed_new(Borrowed<Type> cls, Borrowed<> object) {
  bool found = false;
  Borrowed<> method = lookupInType(typeOf(object), "__reversed__"_str);
  if (method && isNone(method))
    return raise(TypeError, "'%T' object is not reversible", object);
  Owned<> made = TRY(callSpecial_py(object, "__reversed__"_str, {}, &found));
  if (found)
    return made;
  const ContainerSlots *container = typeOf(object)->container;
  if (!container || !container->getItem || isDict(object))
    return raise(TypeError, "'%T' object is not reversible", object);
  int64_t length = TRY(length_py(object));
  Owned<Reversed> result = newInstance<Reversed>(cls);
  retain(result->sequence = object.value());
  result->index = length - 1;
  return result;
}
Result<int64_t> reversed_length_hint(Borrowed<Reversed> self) {
  if (self->sequence.isNull())
    return int64_t{0};
  int64_t length = TRY(length_py(Borrowed<>(self->sequence)));
  return self->index + 1 > length ? int64_t{0} : self->index + 1;
}

Result<Owned<>> zip_new(Borrowed<Type> cls, Borrowed<Tuple> iterables, bool strict) {
  Owned<Tuple> iterators = TRY(iteratorsOf_py(iterables->items(), iterables->length));
  Owned<Zip> result = newInstance<Zip>(cls);
  result->iterators = static_cast<Tuple *>(iterators.intoValue().asObject());
  result->strict = strict;
  return result;
}
Result<Owned<>> zip_reduce(Borrowed<Zip> self) {
  return makePair(Borrowed<>(Value::fromObject(self->type.get())),
                  Borrowed<Tuple>(self->iterators.get()));
}

Result<Owned<>> map_new(Borrowed<Type> cls, Borrowed<Tuple> arguments, bool strict) {
  if (arguments->length < 2)
    return raise(TypeError, "map() must have at least two arguments.");
  Owned<Tuple> iterators = TRY(iteratorsOf_py(arguments->items() + 1, arguments->length - 1));
  Owned<Map> result = newInstance<Map>(cls);
  retain(result->function = arguments->items()[0]);
  result->iterators = static_cast<Tuple *>(iterators.intoValue().asObject());
  result->strict = strict;
  return result;
}
Result<Owned<>> map_reduce(Borrowed<Map> self) {
  Owned<Tuple> parts = makeUnfilledTuple(self->iterators->length + 1);
  retain(parts->items()[0] = self->function);
  for (uint64_t i = 0; i < self->iterators->length; ++i)
    retain(parts->items()[i + 1] = self->iterators->items()[i]);
  return makePair(Borrowed<>(Value::fromObject(self->type.get())), parts);
}

Result<Owned<>> filter_new(Borrowed<Type> cls, Borrowed<> function, Borrowed<> iterable) {
  Owned<> iterator = TRY(getIterator_py(iterable));
  Owned<Filter> result = newInstance<Filter>(cls);
  retain(result->function = function.value());
  result->iterator = iterator.intoValue();
  return result;
}
Result<Owned<>> filter_reduce(Borrowed<Filter> self) {
  return makePair(Borrowed<>(Value::fromObject(self->type.get())),
                  makePair(Borrowed<>(self->function), Borrowed<>(self->iterator)));
}

namespace {
constexpr TypeSpec adaptorSpec(const char *name, uint32_t size, const char *doc,
                               MethodTable methods, NewSlot newInstance, NextSlot next,
                               DestroySlot destroy, TraverseSlot traverse) {
  return TypeSpec{.name = name,
                  .doc = doc,
                  .size = size,
                  .flags = kTypeGC | kTypeBaseAllowed,
                  .methods = methods,
                  .destroy = destroy,
                  .traverse = traverse,
                  .clear = nullptr,
                  .iter = selfAsIterator,
                  .next = next,
                  .newInstance = newInstance};
}
} // namespace

extern "C" {
constinit Type molt_type_enumerate{adaptorSpec("enumerate", sizeof(Enumerate), enumerate_doc,
                                               enumerate_methods, enumerate_new_slot,
                                               nextOfEnumerate, destroyEnumerate,
                                               traverseEnumerate)};
constinit Type molt_type_reversed{adaptorSpec("reversed", sizeof(Reversed), reversed_doc,
                                              reversed_methods, reversed_new_slot, nextOfReversed,
                                              destroyReversed, traverseReversed)};
constinit Type molt_type_zip{adaptorSpec("zip", sizeof(Zip), zip_doc, zip_methods, zip_new_slot,
                                         nextOfZip, destroyZip, traverseZip)};
constinit Type molt_type_map{adaptorSpec("map", sizeof(Map), map_doc, map_methods, map_new_slot,
                                         nextOfMap, destroyMap, traverseMap)};
constinit Type molt_type_filter{adaptorSpec("filter", sizeof(Filter), filter_doc, filter_methods,
                                            filter_new_slot, nextOfFilter, destroyFilter,
                                            traverseFilter)};
}

} // namespace molt
