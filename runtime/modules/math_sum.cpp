// math's sums, products and distances: exact or nearly so.
#include "abi/entry_points.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/modules/math.gen.h"
#include "runtime/types/float.h"
#include "runtime/types/int.h"
#include "runtime/types/tuple.h"

#include <cfloat>
#include <cmath>

namespace molt {
namespace {

// A number as the sum of two doubles.
struct DoubleLength {
  double high, low;
};
DoubleLength addFast(double a, double b) { // |a| >= |b|
  double sum = a + b;
  return {sum, (a - sum) + b};
}
DoubleLength add(double a, double b) {
  double sum = a + b, part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}
DoubleLength multiply(double a, double b) {
  double product = a * b;
  return {product, std::fma(a, b, -product)};
}

// ---- fsum: partial sums that do not overlap (Shewchuk, 1997) -----------------------------------------

struct Partials {
  double *items = nullptr;
  uint64_t count = 0, capacity = 0;
  ~Partials() { releaseArray(items, capacity); }
  void push(double item) {
    if (count == capacity) {
      uint64_t larger = capacity ? capacity * 2 : 32;
      items = resizeArray(items, capacity, larger);
      capacity = larger;
    }
    items[count++] = item;
  }
};

struct ExactSum {
  Partials partials;
  double specials = 0, infinities = 0;

  Result<void> addOne(double x) {
    double original = x;
    uint64_t kept = 0;
    for (uint64_t i = 0; i < partials.count; ++i) {
      double y = partials.items[i];
      if (std::fabs(x) < std::fabs(y))
        std::swap(x, y);
      DoubleLength sum = addFast(x, y);
      if (sum.low != 0)
        partials.items[kept++] = sum.low;
      x = sum.high;
    }
    partials.count = kept;
    if (x == 0)
      return {};
    if (!std::isfinite(x)) {
      if (std::isfinite(original))
        return raise(OverflowError, "intermediate overflow in fsum");
      if (std::isinf(original))
        infinities += original;
      specials += original;
      partials.count = 0;
    } else {
      partials.push(x);
    }
    return {};
  }

  Result<double> total() {
    if (specials != 0) {
      if (std::isnan(infinities))
        return raise(ValueError, "-inf + inf in fsum");
      return specials;
    }
    double high = 0, low = 0;
    uint64_t n = partials.count;
    if (n > 0) {
      high = partials.items[--n];
      while (n > 0) {
        DoubleLength sum = addFast(high, partials.items[--n]);
        high = sum.high;
        low = sum.low;
        if (low != 0)
          break;
      }
      // Half to even across what is left.
      if (n > 0 && ((low < 0 && partials.items[n - 1] < 0) || (low > 0 && partials.items[n - 1] > 0))) {
        double twice = low * 2, sum = high + twice;
        if (twice == sum - high)
          high = sum;
      }
    }
    return high;
  }
};

} // namespace

Result<double> math_fsum(Borrowed<> seq) {
  ExactSum sum;
  TRY(forEach_py(seq, [&](Borrowed<> item) -> Result<bool> {
    double number = TRY(toDouble_py(item));
    TRY(sum.addOne(number));
    return true;
  }));
  return sum.total();
}

Result<Owned<>> math_prod(Borrowed<> iterable, Borrowed<> start) {
  Owned<> product = Owned<>::retain(start);
  TRY(forEach_py(iterable, [&](Borrowed<> item) -> Result<bool> {
    product = TRY(binary_py(BinaryOperator::kMultiply, product, item));
    return true;
  }));
  return product;
}

// ---- sumprod --------------------------------------------------------------------------------------------

namespace {

bool isExactInt(Borrowed<> value) { return value.value().isInlineInt() || isExactly(value, molt_type_int); }

// The sum so far: an exact int part, a triple-length float part, and what was added by Python's own operators.
struct ProductSum {
  Owned<> total = intFrom(0);
  Owned<> integers = intFrom(0);
  double high = 0, low = 0, tiny = 0;
  bool intPath = true, floatPath = true, anyInt = false, anyFloat = false;

  Result<void> flushInts_py() {
    intPath = false;
    if (!std::exchange(anyInt, false))
      return {};
    total = TRY(binary_py(BinaryOperator::kAdd, total, integers));
    return {};
  }
  Result<void> flushFloats_py() {
    if (!std::exchange(anyFloat, false))
      return {};
    DoubleLength last = add(low, high);
    total = TRY(binary_py(BinaryOperator::kAdd, total, makeFloat(tiny + last.low + last.high)));
    high = low = tiny = 0;
    return {};
  }
  void addFloats(double p, double q) {
    DoubleLength product = multiply(p, q), sum = add(high, product.high), rest = add(low, product.low),
                 lower = add(rest.high, sum.low);
    high = sum.high;
    low = lower.high;
    tiny += rest.low + lower.low;
    anyFloat = true;
  }

  // As floats, when one of the two is a float and the other a float or int.
  bool asFloats(Borrowed<> p, Borrowed<> q, double *x, double *y) {
    bool pFloat = p.value().isDouble(), qFloat = q.value().isDouble();
    if ((!pFloat && !qFloat) || (!pFloat && !isExactInt(p)) || (!qFloat && !isExactInt(q)))
      return false;
    auto value = [](Borrowed<> number, double *out) {
      Result<double> converted = number.value().isDouble() ? Result<double>(number.value().asDouble()) : intToDouble(number);
      if (converted.raised()) {
        takePending();
        return false;
      }
      *out = converted.take();
      return true;
    };
    return value(p, x) && value(q, y) && std::isfinite(*x * *y);
  }

  Result<void> addPair_py(Borrowed<> p, Borrowed<> q) {
    if (intPath) {
      if (isExactInt(p) && isExactInt(q)) {
        Owned<> product = intMultiply(p, q);
        integers = intAdd(integers, product);
        anyInt = true;
        return {};
      }
      TRY(flushInts_py());
    }
    double x, y;
    if (floatPath && asFloats(p, q, &x, &y)) {
      addFloats(x, y);
      return {};
    }
    if (floatPath) {
      floatPath = false;
      TRY(flushFloats_py());
    }
    Owned<> product = TRY(binary_py(BinaryOperator::kMultiply, p, q));
    total = TRY(binary_py(BinaryOperator::kAdd, total, product));
    return {};
  }
};

} // namespace

Result<Owned<>> math_sumprod(Borrowed<> p, Borrowed<> q) {
  Iteration left, right;
  TRY(left.start_py(p));
  TRY(right.start_py(q));
  ProductSum sum;
  for (;;) {
    Owned<> x = TRY(left.next_py()), y = TRY(right.next_py());
    bool leftEnds = Iteration::isEnd(x), rightEnds = Iteration::isEnd(y);
    if (leftEnds != rightEnds)
      return raise(ValueError, "Inputs are not the same length");
    if (leftEnds)
      break;
    TRY(sum.addPair_py(x, y));
  }
  TRY(sum.flushInts_py());
  TRY(sum.flushFloats_py());
  return std::move(sum.total);
}

// ---- Distances ------------------------------------------------------------------------------------------

namespace {

// The length of a vector, scaled so that nothing overflows, with the error of the root taken back.
double vectorNorm(double *items, uint64_t count, double most, bool foundNan) {
  if (std::isinf(most))
    return most;
  if (foundNan)
    return std::nan("");
  if (most == 0 || count <= 1)
    return most;
  int exponent;
  std::frexp(most, &exponent);
  if (exponent < -1023) { // subnormal
    for (uint64_t i = 0; i < count; ++i)
      items[i] /= DBL_MIN;
    return DBL_MIN * vectorNorm(items, count, most / DBL_MIN, foundNan);
  }
  double scale = std::ldexp(1.0, -exponent), sum = 1.0, fraction1 = 0, fraction2 = 0;
  auto addProduct = [&](double a, double b) {
    DoubleLength product = multiply(a, b), added = addFast(sum, product.high);
    sum = added.high;
    fraction1 += product.low;
    fraction2 += added.low;
  };
  for (uint64_t i = 0; i < count; ++i) {
    double x = items[i] * scale;
    addProduct(x, x);
  }
  double root = std::sqrt(sum - 1.0 + (fraction1 + fraction2));
  addProduct(-root, root);
  root += (sum - 1.0 + (fraction1 + fraction2)) / (2.0 * root);
  return root / scale;
}

struct Vector {
  double *items;
  uint64_t count;
  double most = 0;
  bool foundNan = false;
  explicit Vector(uint64_t size) : items(allocateArray<double>(size)), count(size) {}
  Vector(const Vector &) = delete;
  ~Vector() { releaseArray(items, count); }
  void set(uint64_t index, double number) {
    number = std::fabs(number);
    items[index] = number;
    foundNan |= std::isnan(number);
    if (number > most)
      most = number;
  }
  double norm() { return vectorNorm(items, count, most, foundNan); }
};

Result<Owned<Tuple>> asTuple_py(Borrowed<> point) {
  if (isTuple(point))
    return Owned<Tuple>::retain(point.as<Tuple>());
  return tupleFromIterable_py(point);
}

} // namespace

Result<double> math_hypot(Borrowed<Tuple> coordinates) {
  Vector vector(coordinates->length);
  for (uint64_t i = 0; i < vector.count; ++i) {
    double number = TRY(toDouble_py(tupleItem(coordinates, i)));
    vector.set(i, number);
  }
  return vector.norm();
}

extern "C" double molt_float_hypot(double x, double y) {
  double items[] = {std::fabs(x), std::fabs(y)}, most = 0;
  for (double item : items)
    most = item > most ? item : most;
  return vectorNorm(items, 2, most, std::isnan(x) || std::isnan(y));
}

Result<double> math_dist(Borrowed<> p, Borrowed<> q) {
  Owned<Tuple> from = TRY(asTuple_py(p)), to = TRY(asTuple_py(q));
  if (from->length != to->length)
    return raise(ValueError, "both points must have the same number of dimensions");
  Vector vector(from->length);
  for (uint64_t i = 0; i < vector.count; ++i) {
    double a = TRY(toDouble_py(tupleItem(from, i))), b = TRY(toDouble_py(tupleItem(to, i)));
    vector.set(i, a - b);
  }
  return vector.norm();
}

} // namespace molt
