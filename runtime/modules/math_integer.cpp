// math's functions of integers: factorials, combinations, divisors and roots.
#include "runtime/core/operators.h"
#include "runtime/modules/math.gen.h"
#include "runtime/types/int.h"

namespace molt {
namespace {

Borrowed<> small(int64_t number) { return Borrowed<>(Value::fromInt(number)); }

// first * (first + 1) * ... * last, halved again and again so that the factors stay of one size.
Owned<> productOfRange(int64_t first, int64_t last) {
  if (last - first < 8) {
    Owned<> product = intFrom(first);
    for (int64_t i = first + 1; i <= last; ++i)
      product = intMultiply(product, intFrom(i));
    return product;
  }
  int64_t middle = first + (last - first) / 2;
  return intMultiply(productOfRange(first, middle), productOfRange(middle + 1, last));
}

// n * (n - 1) * ... k factors.
Owned<> fallingProduct(Borrowed<> n, int64_t k) {
  int64_t top;
  if (k == 0)
    return intFrom(1);
  if (intToInt64(n, &top))
    return productOfRange(top - k + 1, top);
  Owned<> product = intExact(n), factor = intExact(n);
  for (int64_t i = 1; i < k; ++i) {
    factor = intSubtract(factor, small(1));
    product = intMultiply(product, factor);
  }
  return product;
}

} // namespace

Result<Owned<>> math_factorial(Borrowed<> n) {
  Owned<> number = TRY(index_py(n));
  if (intSign(number) < 0)
    return raise(ValueError, "factorial() not defined for negative values");
  int64_t count;
  if (!intToInt64(number, &count))
    return raise(OverflowError, "factorial() argument should not exceed %d", INT64_MAX);
  return count < 2 ? intFrom(1) : productOfRange(1, count);
}

Result<Owned<>> math_perm(Borrowed<> n, Borrowed<> k) {
  if (isNone(k))
    return math_factorial(n);
  Owned<> from = TRY(index_py(n)), choose = TRY(index_py(k));
  if (intSign(from) < 0)
    return raise(ValueError, "n must be a non-negative integer");
  if (intSign(choose) < 0)
    return raise(ValueError, "k must be a non-negative integer");
  if (intCompare(from, choose) < 0)
    return intFrom(0);
  int64_t count;
  if (!intToInt64(choose, &count))
    return raise(OverflowError, "k must not exceed %d", INT64_MAX);
  return fallingProduct(from, count);
}

Result<Owned<>> math_comb(Borrowed<> n, Borrowed<> k) {
  Owned<> from = TRY(index_py(n)), choose = TRY(index_py(k));
  if (intSign(from) < 0)
    return raise(ValueError, "n must be a non-negative integer");
  if (intSign(choose) < 0)
    return raise(ValueError, "k must be a non-negative integer");
  Owned<> rest = intSubtract(from, choose);
  if (intSign(rest) < 0)
    return intFrom(0);
  if (intCompare(rest, choose) < 0)
    choose = std::move(rest);
  int64_t count;
  if (!intToInt64(choose, &count))
    return raise(OverflowError, "min(n - k, k) must not exceed %d", INT64_MAX);
  if (count == 0)
    return intFrom(1);
  if (count > 64) {
    Owned<> top = fallingProduct(from, count), bottom = productOfRange(1, count);
    return intFloorDivide(top, bottom);
  }
  Owned<> result = intExact(from), factor = intExact(from);
  for (int64_t i = 2; i <= count; ++i) {
    factor = intSubtract(factor, small(1));
    result = intMultiply(result, factor);
    result = TRY(intFloorDivide(result, small(i)));
  }
  return result;
}

Result<Owned<>> math_isqrt(Borrowed<> n) {
  Owned<> number = TRY(index_py(n));
  if (intSign(number) < 0)
    return raise(ValueError, "isqrt() argument must be nonnegative");
  return intSquareRoot(number);
}

Result<Owned<>> math_gcd(Borrowed<Tuple> integers) {
  Owned<> result = intFrom(0);
  for (uint64_t i = 0; i < integers->length; ++i) {
    Owned<> number = TRY(index_py(Borrowed<>(integers->items()[i])));
    result = intGcd(result, number);
  }
  return result;
}

Result<Owned<>> math_lcm(Borrowed<Tuple> integers) {
  Owned<> result = intFrom(1);
  for (uint64_t i = 0; i < integers->length; ++i) {
    Owned<> number = TRY(index_py(Borrowed<>(integers->items()[i])));
    if (intIsZero(result))
      continue;
    if (intIsZero(number)) {
      result = intFrom(0);
      continue;
    }
    Owned<> divisor = intGcd(result, number);
    Owned<> factor = TRY(intFloorDivide(number, divisor));
    result = intMultiply(result, factor);
    result = intAbsolute(result);
  }
  return result;
}

} // namespace molt
