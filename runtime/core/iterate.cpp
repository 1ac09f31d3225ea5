// Iteration: iter(), the next item, and the value that a StopIteration carries.

#include "runtime/core/iterate.h"

#include "runtime/core/exception.h"
#include "runtime/core/generic_slots.h"

namespace molt {

Result<Owned<>> getIterator_py(Borrowed<> iterable) {
  Type *type = typeOf(iterable);
  if (type->iter) {
    Owned<> iterator = TRY(type->iter(iterable));
    if (!typeOf(iterator)->next)
      return raise(TypeError, "iter() returned non-iterator of type '%T'", iterator);
    return iterator;
  }
  if (type->container && type->container->getItem && !type->has(kTypeDict))
    return makeSequenceIterator(iterable);
  return raise(TypeError, "'%T' object is not iterable", iterable);
}

namespace {
[[gnu::noinline]] void dropStopValue() { releaseField(runtime().stopValue); }
[[gnu::noinline]] Raised raiseNotIterator(Borrowed<> value) {
  return raise(TypeError, "'%T' object is not an iterator", value);
}
} // namespace

Result<Owned<>> iteratorNext_py(Borrowed<> iterator) {
  NextSlot next = typeOf(iterator)->next;
  if (__builtin_expect(!next, 0))
    return raiseNotIterator(iterator);
  Result<Owned<>> item = next(iterator);
  if (__builtin_expect(!runtime().stopValue.isNull(), 0))
    dropStopValue();
  return item;
}

Result<Owned<>> iteratorNextOrValue_py(Borrowed<> iterator, Owned<> *stopValue) {
  NextSlot next = typeOf(iterator)->next;
  if (!next)
    return raiseNotIterator(iterator);
  Owned<> item = TRY(next(iterator));
  Owned<> value = Owned<>::steal(std::exchange(runtime().stopValue, Value()));
  if (isExhausted(item))
    *stopValue = value ? std::move(value) : ownedNone();
  return item;
}

void takeStopValue(Borrowed<> stopIteration) {
  Value value = static_cast<layout::StopIteration *>(asException(stopIteration))->value;
  if (value.isNull() || isNone(Borrowed<>(value)))
    releaseField(runtime().stopValue);
  else
    storeField(runtime().stopValue, Borrowed<>(value));
}

extern "C" Result<Owned<>> molt_get_iterator_py(Borrowed<> iterable) {
  return getIterator_py(iterable);
}
extern "C" Result<Owned<>> molt_iterator_next_py(Borrowed<> iterator) {
  safePoint_py();
  return iteratorNext_py(iterator);
}

} // namespace molt
