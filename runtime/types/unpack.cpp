// a, b = value and a, *b = value.
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {
namespace {

void releaseItems(Value *items, uint64_t count) {
  PendingSaver saver;
  for (uint64_t i = count; i-- > 0;)
    release(std::exchange(items[i], Value()));
}

Result<Owned<>> iteratorToUnpack_py(Borrowed<> value) {
  Result<Owned<>> iterator = getIterator_py(value);
  Type *type = typeOf(value);
  if (iterator.raised() && !type->iter && !(type->container && type->container->getItem) &&
      clearIfMatches(TypeError))
    return raise(TypeError, "cannot unpack non-iterable %T object", value);
  return iterator;
}

// Takes `count` items; fewer are an error that names what was expected.
Result<void> takeItems_py(Borrowed<> iterator, uint64_t count, bool star, uint64_t expected,
                          Value *items, uint64_t *taken) {
  for (; *taken < count; ++*taken) {
    Owned<> item = TRY(iteratorNext_py(iterator));
    if (isExhausted(item))
      return raise(ValueError, "not enough values to unpack (expected %s%zu, got %zu)",
                   star ? "at least " : "", expected, *taken);
    items[*taken] = item.intoValue();
  }
  return {};
}

Raised raiseTooMany(Borrowed<> value, uint64_t expected) {
  bool sized = isExactly(value, molt_type_list) || isExactly(value, molt_type_tuple) ||
               isExactly(value, molt_type_dict);
  if (sized && runtime().pythonMinor >= 14) {
    Result<int64_t> length = length_py(value);
    if (length.raised())
      return Raised{};
    if (static_cast<uint64_t>(length.take()) > expected)
      return raise(ValueError, "too many values to unpack (expected %zu, got %d)", expected,
                   length.take());
  }
  return raise(ValueError, "too many values to unpack (expected %zu)", expected);
}

Result<void> unpackAny_py(Borrowed<> value, uint64_t count, Value *items, uint64_t *taken) {
  Owned<> iterator = TRY(iteratorToUnpack_py(value));
  TRY(takeItems_py(iterator, count, false, count, items, taken));
  Owned<> more = TRY(iteratorNext_py(iterator));
  if (!isExhausted(more))
    return raiseTooMany(value, count);
  return {};
}

void copyItems(const Value *from, uint64_t count, Value *items) {
  for (uint64_t i = 0; i < count; ++i)
    retain(items[i] = from[i]);
}

} // namespace

extern "C" Result<void> molt_unpack_py(Borrowed<> value, uint64_t count, Value *items) {
  if (isExactly(value, molt_type_tuple) && value.as<Tuple>()->length == count) {
    copyItems(value.as<Tuple>()->items(), count, items);
    return {};
  }
  if (isExactly(value, molt_type_list) && value.as<List>()->length == count) {
    copyItems(value.as<List>()->items, count, items);
    return {};
  }
  uint64_t taken = 0;
  Result<void> result = unpackAny_py(value, count, items, &taken);
  if (result.raised())
    releaseItems(items, taken);
  return result;
}

static Result<void> unpackStar_py(Borrowed<> value, uint64_t before, uint64_t after, Value *items,
                                  uint64_t *taken) {
  Owned<> iterator = TRY(iteratorToUnpack_py(value));
  TRY(takeItems_py(iterator, before, true, before + after, items, taken));
  Owned<List> rest = makeList();
  TRY(listExtend_py(rest, iterator));
  if (rest->length < after)
    return raise(ValueError, "not enough values to unpack (expected at least %zu, got %zu)",
                 before + after, before + rest->length);
  uint64_t middle = rest->length - after;
  for (uint64_t i = 0; i < after; ++i)
    items[before + 1 + i] = rest->items[middle + i];
  rest->length = middle; // those have moved
  items[before] = rest.intoValue();
  return {};
}

extern "C" Result<void> molt_unpack_star_py(Borrowed<> value, uint64_t before, uint64_t after,
                                            Value *items) {
  uint64_t taken = 0;
  Result<void> result = unpackStar_py(value, before, after, items, &taken);
  if (result.raised())
    releaseItems(items, taken);
  return result;
}

} // namespace molt
