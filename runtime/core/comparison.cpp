// Comparing: the protocol with reflected methods, and its entry points.
// https://docs.python.org/3/reference/datamodel.html#object.__lt__

#include "runtime/core/holds_for.h"
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"

namespace molt {

Comparison swapped(Comparison operation) {
  switch (operation) {
  case Comparison::kLess:
    return Comparison::kGreater;
  case Comparison::kLessEqual:
    return Comparison::kGreaterEqual;
  case Comparison::kGreater:
    return Comparison::kLess;
  case Comparison::kGreaterEqual:
    return Comparison::kLessEqual;
  default:
    return operation;
  }
}

static Result<Owned<>> compareWithoutMethods(Borrowed<> left, Borrowed<> right, Comparison operation) {
  static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
  if (operation == Comparison::kEqual)
    return ownedBool(left.value() == right.value());
  if (operation == Comparison::kNotEqual)
    return ownedBool(left.value() != right.value());
  return raise(TypeError, "'%s' not supported between instances of '%T' and '%T'",
               symbols[static_cast<size_t>(operation)], left, right);
}

Result<Owned<>> compareReflected_py(Borrowed<> left, Borrowed<> right, Comparison operation) {
  NativeStep step(550);
  TRY(checkStack(" in comparison"));
  Owned<> result = TRY(typeOf(right)->compare(right, left, swapped(operation)));
  return isNotImplemented(result) ? compareWithoutMethods(left, right, operation) : std::move(result);
}

Result<Owned<>> compare_py(Borrowed<> left, Borrowed<> right, Comparison operation) {
  NativeStep step(550);
  TRY(checkStack(" in comparison"));
  Type *leftType = typeOf(left), *rightType = typeOf(right);
  bool askRight = true;
  if (leftType != rightType && isSubtype(rightType, leftType)) {
    askRight = false;
    Owned<> result = TRY(rightType->compare(right, left, swapped(operation)));
    if (!isNotImplemented(result))
      return result;
  }
  Owned<> result = TRY(leftType->compare(left, right, operation));
  if (!isNotImplemented(result))
    return result;
  if (askRight) {
    result = TRY(typeOf(right)->compare(right, left, swapped(operation)));
    if (!isNotImplemented(result))
      return result;
  }
  return compareWithoutMethods(left, right, operation);
}

namespace {

// 0 or 1 for two inline numbers of one kind; else -1.
inline int compareInline(Value left, Value right, Comparison operation) {
  if (left.isInlineInt() && right.isInlineInt())
    return holdsFor(left.asInlineInt(), right.asInlineInt(), operation);
  if (left.isDouble() && right.isDouble())
    return holdsFor(left.asDouble(), right.asDouble(), operation);
  if (left.isInlineInt() && right.isDouble()) // an inline int is exact as a double
    return holdsFor(static_cast<double>(left.asInlineInt()), right.asDouble(), operation);
  if (left.isDouble() && right.isInlineInt())
    return holdsFor(left.asDouble(), static_cast<double>(right.asInlineInt()), operation);
  return -1;
}

// The same for == and !=, also of two strs, and of objects that are compared by identity.
inline int equalInline(Value left, Value right, bool wanted) {
  int known = compareInline(left, right, Comparison::kEqual);
  if (known < 0 && left.isObject() && right.isObject()) {
    const Type *leftType = left.asObject()->type, *rightType = right.asObject()->type;
    if (leftType == &molt_type_str && rightType == &molt_type_str)
      known = left == right || strEqual(Borrowed<Str>(left), Borrowed<Str>(right));
    else if (leftType->compare == objectCompare && rightType->compare == objectCompare)
      known = left == right;
  }
  return known < 0 ? known : known == wanted;
}

} // namespace

Result<bool> compareTruth_py(Borrowed<> left, Borrowed<> right, Comparison operation) {
  bool isEquality = operation == Comparison::kEqual || operation == Comparison::kNotEqual;
  int known = isEquality ? equalInline(left.value(), right.value(), operation == Comparison::kEqual)
                         : compareInline(left.value(), right.value(), operation);
  if (known >= 0)
    return known != 0;
  Owned<> result = TRY(compare_py(left, right, operation));
  return truth_py(result);
}

Result<bool> equals_py(Borrowed<> left, Borrowed<> right) {
  if (left.value() == right.value())
    return true;
  return compareTruth_py(left, right, Comparison::kEqual);
}

#define COMPARISON(name, operation, quick)                                                         \
  extern "C" Result<Owned<>> molt_##name##_py(Borrowed<> left, Borrowed<> right) {                 \
    int known = quick;                                                                             \
    if (known >= 0)                                                                                \
      return ownedBool(known != 0);                                                                \
    return compare_py(left, right, Comparison::operation);                                         \
  }
COMPARISON(less, kLess, compareInline(left.value(), right.value(), Comparison::kLess))
COMPARISON(less_equal, kLessEqual, compareInline(left.value(), right.value(), Comparison::kLessEqual))
COMPARISON(equal, kEqual, equalInline(left.value(), right.value(), true))
COMPARISON(not_equal, kNotEqual, equalInline(left.value(), right.value(), false))
COMPARISON(greater, kGreater, compareInline(left.value(), right.value(), Comparison::kGreater))
COMPARISON(greater_equal, kGreaterEqual, compareInline(left.value(), right.value(), Comparison::kGreaterEqual))
#undef COMPARISON

} // namespace molt
