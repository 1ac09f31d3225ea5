// Python's operators on any values, for the runtime's own use. Each may run Python code.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

enum class BinaryOperator : uint32_t { // order of NumberSlots
  kAdd, kSubtract, kMultiply, kMatrixMultiply, kTrueDivide, kFloorDivide, kModulo, kDivmod,
  kShiftLeft, kShiftRight, kBitAnd, kBitOr, kBitXor, kPower,
};

Result<Owned<>> binary_py(BinaryOperator operation, Borrowed<> left, Borrowed<> right);
Result<Owned<>> inplace_py(BinaryOperator operation, Borrowed<> left, Borrowed<> right);
Result<Owned<>> power_py(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus);

Result<Owned<>> compare_py(Borrowed<> left, Borrowed<> right, Comparison operation);
// Likewise, where the left operand's own method has had nothing to say, and was to be asked first.
Result<Owned<>> compareReflected_py(Borrowed<> left, Borrowed<> right, Comparison operation);
// The truth of a comparison.
Result<bool> compareTruth_py(Borrowed<> left, Borrowed<> right, Comparison operation);
// ==, with identity first: what `in`, dict and list.index use.
Result<bool> equals_py(Borrowed<> left, Borrowed<> right);
inline Result<bool> less_py(Borrowed<> left, Borrowed<> right) {
  return compareTruth_py(left, right, Comparison::kLess);
}
Comparison swapped(Comparison operation); // a < b as b > a

Result<bool> truth_py(Borrowed<> value);
Result<int64_t> hash_py(Borrowed<> value);
Result<Owned<Str>> repr_py(Borrowed<> value);
Result<Owned<Str>> str_py(Borrowed<> value);
Result<Owned<Str>> ascii_py(Borrowed<> value);
Result<Owned<Str>> format_py(Borrowed<> value, Borrowed<Str> spec);

Result<int64_t> length_py(Borrowed<> value); // len()
// __length_hint__ for preallocation; fallback when there is none.
Result<int64_t> lengthHint_py(Borrowed<> value, int64_t fallback);
Result<Owned<>> getItem_py(Borrowed<> object, Borrowed<> key);
Result<void> setItem_py(Borrowed<> object, Borrowed<> key, Borrowed<> value);
Result<void> deleteItem_py(Borrowed<> object, Borrowed<> key);
Result<bool> contains_py(Borrowed<> container, Borrowed<> item);
Result<bool> containsByIterating_py(Borrowed<> container, Borrowed<> item); // without __contains__

// operator.index(): an int. TypeError "'x' object cannot be interpreted as an integer".
Result<Owned<>> index_py(Borrowed<> value);
// The same as int64_t: OverflowError "Python int too large to convert to C ssize_t" (or `type`,
// with CPython's text for it, "cannot fit 'int' into an index-sized integer"), or clamped.
Result<int64_t> indexToInt64_py(Borrowed<> value);
Result<int64_t> indexForSubscript_py(Borrowed<> value); // IndexError when too large
Result<int64_t> indexClamped_py(Borrowed<> value);      // slices
// __float__, or __index__. TypeError "must be real number, not str".
Result<double> toDouble_py(Borrowed<> value);

} // namespace molt
