#include "runtime/types/sequence.h"

namespace molt {

Result<int64_t> subscriptIndex_py(Borrowed<> key, uint64_t length, const char *typeName) {
  int64_t index;
  if (key.value().isInlineInt()) {
    index = key.value().asInlineInt();
  } else {
    const NumberSlots *number = typeOf(key)->number;
    if (!number || !number->index)
      return raise(TypeError, "%s indices must be integers or slices, not %T", typeName, key);
    index = TRY(indexForSubscript_py(key));
  }
  return index < 0 ? index + static_cast<int64_t>(length) : index;
}

namespace {

Result<Owned<>> compareLengths(uint64_t left, uint64_t right, Comparison operation) {
  switch (operation) {
  case Comparison::kLess:
    return ownedBool(left < right);
  case Comparison::kLessEqual:
    return ownedBool(left <= right);
  case Comparison::kEqual:
    return ownedBool(left == right);
  case Comparison::kNotEqual:
    return ownedBool(left != right);
  case Comparison::kGreater:
    return ownedBool(left > right);
  case Comparison::kGreaterEqual:
    return ownedBool(left >= right);
  }
  return ownedNotImplemented();
}

} // namespace

Result<Owned<>> compareSequences_py(ItemSource left, ItemSource right, Comparison operation) {
  TRY(checkStack(" in comparison"));
  for (uint64_t i = 0; i < left.length(left.object) && i < right.length(right.object); ++i) {
    Value mine = left.items(left.object)[i], theirs = right.items(right.object)[i];
    if (mine == theirs)
      continue;
    Owned<> a = Owned<>::retain(Borrowed<>(mine)), b = Owned<>::retain(Borrowed<>(theirs));
    bool equal = TRY(itemEquals_py(a, b));
    if (equal)
      continue;
    if (operation == Comparison::kEqual)
      return ownedBool(false);
    if (operation == Comparison::kNotEqual)
      return ownedBool(true);
    return compare_py(a, b, operation);
  }
  return compareLengths(left.length(left.object), right.length(right.object), operation);
}

Result<int64_t> repeatCount_py(Borrowed<> count) {
  if (count.value().isInlineInt()) {
    int64_t number = count.value().asInlineInt();
    return number < 0 ? 0 : number;
  }
  const NumberSlots *number = typeOf(count)->number;
  if (!number || !number->index)
    return raise(TypeError, "can't multiply sequence by non-int of type '%T'", count);
  Owned<> index = TRY(index_py(count));
  int64_t result;
  if (!intToInt64(index, &result))
    return raise(OverflowError, "cannot fit '%T' into an index-sized integer", count);
  return result < 0 ? 0 : result;
}

Result<uint64_t> repeatedLength(uint64_t length, int64_t count) {
  uint64_t total;
  if (__builtin_mul_overflow(length, static_cast<uint64_t>(count), &total) ||
      total > kLargestAllocation / sizeof(Value))
    return raiseMemoryError();
  return total;
}

} // namespace molt
