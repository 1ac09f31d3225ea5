// What list, tuple, range and their iterators share.
#pragma once

#include "runtime/core/containers.h"
#include "runtime/core/holds_for.h"
#include "runtime/core/operators.h"
#include "runtime/types/dict_table.h"
#include "runtime/types/slice.h"

namespace molt {

extern "C" {
extern Type molt_type_slice;
}

inline bool isSlice(Borrowed<> value) {
  return value.value().isObject() && value.value().asObject()->type == &molt_type_slice;
}

// The index that a subscript means: -1 is the last item. Not fitted to the length otherwise.
// TypeError "list indices must be integers or slices, not str".
Result<int64_t> subscriptIndexSlow_py(Borrowed<> key, uint64_t length, const char *typeName);
inline Result<int64_t> subscriptIndex_py(Borrowed<> key, uint64_t length, const char *typeName) {
  if (!key.value().isInlineInt())
    return subscriptIndexSlow_py(key, length, typeName);
  int64_t index = key.value().asInlineInt();
  return index < 0 ? index + static_cast<int64_t>(length) : index;
}

// Fits start and stop, as index() takes them, to a length.
inline void clampRange(int64_t *start, int64_t *stop, uint64_t length) {
  int64_t size = static_cast<int64_t>(length);
  if (*start < 0)
    *start = *start + size < 0 ? 0 : *start + size;
  if (*stop < 0)
    *stop = *stop + size < 0 ? 0 : *stop + size;
}

// == of what can be compared without a call: small ints, floats, exact strs, and instances of classes without an __eq__.
// False: call.
inline bool equalsQuickly(Value left, Value right, bool *equal) {
  if (left.isInlineInt() && right.isInlineInt()) {
    *equal = left == right;
    return true;
  }
  if (left.isDouble() && right.isDouble()) {
    *equal = left.asDouble() == right.asDouble();
    return true;
  }
  if (!left.isObject() || !right.isObject())
    return false;
  const Type *leftType = left.asObject()->type, *rightType = right.asObject()->type;
  if (leftType == &molt_type_str && rightType == &molt_type_str) {
    *equal = sameText(static_cast<const Str *>(left.asObject()), static_cast<const Str *>(right.asObject()));
    return true;
  }
  if (leftType->compare == objectCompare && rightType->compare == objectCompare) {
    *equal = left == right;
    return true;
  }
  return false;
}

// Equal by identity or ==. `left` may be an item that only its sequence holds: it is held while Python code runs.
inline Result<bool> itemEquals_py(Borrowed<> left, Borrowed<> right) {
  if (left.value() == right.value())
    return true;
  bool equal;
  if (equalsQuickly(left.value(), right.value(), &equal))
    return equal;
  Owned<> held = Owned<>::retain(left);
  return equals_py(held, right);
}

// Looks in a list or tuple for items equal to `value`, which the caller holds, from index `start` up to `stop`, until
// `found(index)` says so. items(sequence): the array, which is asked for anew after each call of an __eq__.
template <class Sequence, class Items, class Found>
[[gnu::always_inline]] inline Result<void> searchItems_py(Sequence *self, Items items, Borrowed<> value, int64_t start,
                                                          int64_t stop, Found found) {
  const Value wanted = value.value();
  const bool isInt = wanted.isInlineInt();
  const bool hasIdentity = wanted.isObject() && wanted.asObject()->type->compare == objectCompare;
  for (int64_t i = start; i < stop && static_cast<uint64_t>(i) < self->length; ++i) {
    if (isInt) { // other ints are passed over
      const Value *array = items(self);
      int64_t end = stop < static_cast<int64_t>(self->length) ? stop : static_cast<int64_t>(self->length);
      while (i < end && array[i] != wanted && array[i].isInlineInt())
        ++i;
      if (i == end)
        break;
    }
    Value item = items(self)[i];
    if (item != wanted) {
      if (hasIdentity && item.isObject() && item.asObject()->type->compare == objectCompare)
        continue;
      bool equal = TRY(itemEquals_py(Borrowed<>(item), value));
      if (!equal)
        continue;
    }
    if (found(i))
      break;
  }
  return {};
}

// The order of two strs: negative, 0 or positive. UTF-8's order of bytes is that of code points.
inline int compareText(const Str *left, const Str *right) {
  uint64_t first = firstBytes(left), second = firstBytes(right);
  if (first != second)
    return first < second ? -1 : 1;
  uint64_t size = left->size < right->size ? left->size : right->size;
  int order = size <= 8 ? 0 : std::memcmp(left->data() + 8, right->data() + 8, size - 8);
  if (order != 0)
    return order;
  return left->size < right->size ? -1 : left->size > right->size;
}

// < of what can be compared without a call. False: call.
inline bool lessQuickly(Value left, Value right, bool *less) {
  if (left.isInlineInt() && right.isInlineInt()) {
    *less = left.asInlineInt() < right.asInlineInt();
    return true;
  }
  if (left.isDouble() && right.isDouble()) {
    *less = left.asDouble() < right.asDouble();
    return true;
  }
  if (isExactStr(left) && isExactStr(right)) {
    *less = compareText(static_cast<const Str *>(left.asObject()),
                        static_cast<const Str *>(right.asObject())) < 0;
    return true;
  }
  return false;
}

// Compares two lists or tuples. Their items are read anew at each step because comparing can change
// them. items(sequence) gives the array.
template <class Sequence, class Items>
Result<Owned<>> compareSequences_py(Sequence *left, Sequence *right, Items items,
                                    Comparison operation) {
  TRY(checkStack(" in comparison"));
  for (uint64_t i = 0; i < left->length && i < right->length; ++i) {
    Value mine = items(left)[i], theirs = items(right)[i];
    if (mine == theirs)
      continue;
    bool equal;
    if (!equalsQuickly(mine, theirs, &equal)) {
      Owned<> a = Owned<>::retain(Borrowed<>(mine)), b = Owned<>::retain(Borrowed<>(theirs));
      equal = TRY(equals_py(a, b));
      if (!equal && operation != Comparison::kEqual && operation != Comparison::kNotEqual)
        return compare_py(a, b, operation);
    }
    if (equal)
      continue;
    if (operation == Comparison::kEqual || operation == Comparison::kNotEqual)
      return ownedBool(operation == Comparison::kNotEqual);
    if (mine.isInlineInt() && theirs.isInlineInt())
      return ownedBool(holdsFor(mine.asInlineInt(), theirs.asInlineInt(), operation));
    return compare_py(Borrowed<>(mine), Borrowed<>(theirs), operation);
  }
  return ownedBool(holdsFor(left->length, right->length, operation));
}

// The repeat count of `sequence * n`. TypeError and OverflowError as CPython. Never negative.
Result<int64_t> repeatCount_py(Borrowed<> count);
// length * count, or MemoryError.
Result<uint64_t> repeatedLength(uint64_t length, int64_t count);
// `unit` items so many times.
void repeatItems(Value *to, const Value *items, uint64_t unit, uint64_t times);

} // namespace molt
