// Built-in functions about numbers: abs, bin, chr, divmod, hex, max, min, oct, ord, pow, round, sum.
#include "runtime/builtins/builtins.gen.h"
#include "runtime/core/call.h"
#include "runtime/core/callback.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/text/utf8.h"
#include "runtime/types/int.h"
#include "runtime/types/each_item.h"
#include "runtime/types/list.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cmath>

namespace molt {

extern "C" {
extern Type molt_type_bytearray;
}

namespace {

// "0b101", "-0x1f"
Result<Owned<>> withPrefix_py(Borrowed<> number, const char *prefix, int base) {
  Owned<> index = TRY(index_py(number));
  bool negative = intSign(index) < 0;
  Owned<> magnitude = negative ? intNegative(index) : std::move(index);
  TextBuffer out;
  if (negative)
    out.append('-');
  out.append(prefix);
  TRY(appendInt(out, magnitude, base));
  return makeAsciiStr(out.data(), out.size());
}

} // namespace

Result<Owned<>> builtins_abs(Borrowed<> x) {
  const NumberSlots *number = typeOf(x)->number;
  if (!number || !number->absolute)
    return raise(TypeError, "bad operand type for abs(): '%T'", x);
  return number->absolute(x);
}

Result<Owned<>> builtins_bin(Borrowed<> number) { return withPrefix_py(number, "0b", 2); }
Result<Owned<>> builtins_oct(Borrowed<> number) { return withPrefix_py(number, "0o", 8); }
Result<Owned<>> builtins_hex(Borrowed<> number) { return withPrefix_py(number, "0x", 16); }

Result<Owned<>> builtins_divmod(Borrowed<> x, Borrowed<> y) {
  return binary_py(BinaryOperator::kDivmod, x, y);
}

Result<Owned<>> builtins_pow(Borrowed<> base, Borrowed<> exp, Borrowed<> mod) {
  return power_py(base, exp, mod);
}

Result<Owned<>> builtins_round(Borrowed<> number, Borrowed<> ndigits) {
  bool found = false;
  Owned<> result = isNone(ndigits) ? TRY(callSpecial_py(number, "__round__"_str, {}, &found))
                                   : TRY(callSpecial_py(number, "__round__"_str, {ndigits}, &found));
  if (!found)
    return raise(TypeError, "type %T doesn't define __round__ method", number);
  return result;
}

Result<Owned<>> builtins_chr(Borrowed<> i) {
  Owned<> index = TRY(index_py(i));
  int64_t code;
  if (!intToInt64(index, &code) || code < 0 || code > 0x10FFFF)
    return raise(ValueError, "chr() arg not in range(0x110000)");
  char bytes[4];
  char *end = utf8::encode(static_cast<uint32_t>(code), bytes);
  return makeStr(bytes, static_cast<size_t>(end - bytes));
}

Result<int64_t> builtins_ord(Borrowed<> character) {
  uint64_t length;
  if (isStr(character)) {
    Borrowed<Str> text = character.as<Str>();
    length = text->length;
    if (length == 1) {
      const char *at = text->data();
      return static_cast<int64_t>(utf8::decode(at));
    }
  } else if (isBytes(character)) {
    length = character.as<Bytes>()->size;
    if (length == 1)
      return int64_t{static_cast<unsigned char>(character.as<Bytes>()->data()[0])};
  } else if (isInstance(character, molt_type_bytearray)) {
    int64_t size = TRY(length_py(character));
    length = static_cast<uint64_t>(size);
    if (length == 1) {
      Owned<> byte = TRY(getItem_py(character, Borrowed<>(Value::fromInt(0))));
      return byte.value().asInlineInt();
    }
  } else {
    return raise(TypeError, "ord() expected string of length 1, but %T found", character);
  }
  return raise(TypeError, "ord() expected a character, but string of length %zu found", length);
}

// ---- max and min -------------------------------------------------------------------------------------------

namespace {

Result<bool> better_py(Borrowed<> item, Borrowed<> best, Comparison operation) {
  if (bothInline(item, best))
    return compareInline(item, best, operation);
  return compareTruth_py(item, best, operation);
}

// max(a, b, ...) without keywords
Result<Owned<>> extremeOf_py(const Value *items, uint64_t count, Comparison operation) {
  Value best = items[0];
  for (uint64_t i = 1; i < count; ++i) {
    bool better = TRY(better_py(Borrowed<>(items[i]), Borrowed<>(best), operation));
    if (better)
      best = items[i];
  }
  return Owned<>::retain(Borrowed<>(best));
}

template <bool isMin> bool isBetter(double item, double best) { return isMin ? item < best : item > best; }
template <bool isMin> bool isBetter(int64_t item, int64_t best) { return isMin ? item < best : item > best; }

/// The best of the items at the start of a list that are all floats, or all inline ints; `next`: the first other one. The
/// first of equal ones stays, and nothing is better than a NaN.
template <bool isMin> Value bestAtStart(const Value *items, uint64_t count, uint64_t *next) {
  uint64_t i = 1;
  if (items[0].isDouble()) {
    double best = items[0].asDouble();
    uint64_t place = 0;
    for (; i < count && items[i].isDouble(); ++i) {
      double item = items[i].asDouble();
      bool better = isBetter<isMin>(item, best);
      best = better ? item : best;
      place = better ? i : place;
    }
    *next = i;
    return items[place];
  }
  int64_t best = items[0].asInlineInt();
  for (; i < count && items[i].isInlineInt(); ++i) {
    int64_t item = items[i].asInlineInt();
    best = isBetter<isMin>(item, best) ? item : best;
  }
  *next = i;
  return Value::fromInt(best);
}

// min(list) of numbers. Null, and nothing is pending: it has others.
Owned<> extremeOfNumbers(Borrowed<> iterable, Comparison operation) {
  const Value *items;
  uint64_t count;
  if (isExactly(iterable, molt_type_list)) {
    items = iterable.as<List>()->items;
    count = iterable.as<List>()->length;
  } else if (isExactly(iterable, molt_type_tuple)) {
    items = iterable.as<Tuple>()->items();
    count = iterable.as<Tuple>()->length;
  } else {
    return {};
  }
  if (!count || !(items[0].isDouble() || items[0].isInlineInt()))
    return {};
  uint64_t next;
  Value best = operation == Comparison::kLess ? bestAtStart<true>(items, count, &next)
                                              : bestAtStart<false>(items, count, &next);
  return next == count ? Owned<>::steal(best) : Owned<>();
}

Result<Owned<>> extreme_py(const char *name, Borrowed<Tuple> args, Borrowed<> key,
                           Borrowed<> default_, Comparison operation);
Result<Owned<>> extremeFast_py(const char *name, const Value *arguments, uint64_t count,
                               Comparison operation) {
  if (count > 1)
    return extremeOf_py(arguments, count, operation);
  if (count == 1)
    if (Owned<> best = extremeOfNumbers(Borrowed<>(arguments[0]), operation))
      return best;
  Owned<Tuple> args = makeTuple(arguments, count);
  return extreme_py(name, args, none(), {}, operation);
}

Result<Owned<>> extreme_py(const char *name, Borrowed<Tuple> args, Borrowed<> key,
                           Borrowed<> default_, Comparison operation) {
  TRY(checkPositionalCount(name, args->length, 1, UINT64_MAX));
  if (args->length > 1 && default_)
    return raise(TypeError, "Cannot specify a default for %s() with multiple positional arguments",
                 name);
  bool keyed = !isNone(key);
  Owned<> best, bestKey;
  TRY(forEachItem_py(args->length > 1 ? Borrowed<>(args) : tupleItem(args, 0),
                 [&](Borrowed<> item) -> Result<bool> {
    Owned<> itemKey;
    if (keyed) {
      Value argument = item.value();
      itemKey = TRY(callBack_py(key, &argument, 1));
    }
    if (best) {
      bool better = TRY(better_py(keyed ? itemKey.borrow() : item,
                                  keyed ? bestKey.borrow() : best.borrow(), operation));
      if (!better)
        return true;
    }
    best = Owned<>::retain(item);
    bestKey = std::move(itemKey);
    return true;
  }));
  if (best)
    return best;
  if (default_)
    return Owned<>::retain(default_);
  return raise(ValueError, "%s() iterable argument is empty", name);
}

} // namespace

Result<Owned<>> builtins_max(Borrowed<Tuple> args, Borrowed<> key, Borrowed<> default_) {
  return extreme_py("max", args, key, default_, Comparison::kGreater);
}
Result<Owned<>> builtins_min(Borrowed<Tuple> args, Borrowed<> key, Borrowed<> default_) {
  return extreme_py("min", args, key, default_, Comparison::kLess);
}

Result<Owned<>> builtins_max_fast(const Value *arguments, uint64_t count) {
  return extremeFast_py("max", arguments, count, Comparison::kGreater);
}
Result<Owned<>> builtins_min_fast(const Value *arguments, uint64_t count) {
  return extremeFast_py("min", arguments, count, Comparison::kLess);
}

// ---- sum ---------------------------------------------------------------------------------------------------

namespace {

// A float sum with Neumaier's compensation.
struct FloatSum {
  double high, low = 0;
  void add(double value) {
    double total = high + value;
    bool isLarger = std::fabs(high) >= std::fabs(value);
    double larger = isLarger ? high : value, smaller = isLarger ? value : high;
    low += (larger - total) + smaller;
    high = total;
  }
  double result() const { return low != 0 && std::isfinite(low) ? high + low : high; }
};

bool smallIntOf(Borrowed<> item, int64_t *number) {
  if (item.value().isInlineInt()) {
    *number = item.value().asInlineInt();
    return true;
  }
  if (isExactly(item, molt_type_bool)) {
    *number = item.value() == boolean(true).value();
    return true;
  }
  return isExactly(item, molt_type_int) && intToInt64(item, number);
}

// Adds ints, then floats, then anything: each stage hands its sum to the next one.
class Summing {
public:
  explicit Summing(Borrowed<> start) : total_(Owned<>::retain(start)) {
    if (start.value().isInlineInt()) {
      stage_ = Stage::kInt;
      int_ = start.value().asInlineInt();
    } else if (start.value().isDouble()) {
      stage_ = Stage::kFloat;
      float_.high = start.value().asDouble();
    }
  }

  Result<void> add_py(Borrowed<> item) {
    if (stage_ == Stage::kInt) {
      int64_t number, sum;
      if (smallIntOf(item, &number) && !__builtin_add_overflow(int_, number, &sum)) {
        int_ = sum;
        return {};
      }
      leaveInt(item);
    }
    if (stage_ == Stage::kFloat) {
      int64_t number;
      if (item.value().isDouble()) {
        float_.add(item.value().asDouble());
        return {};
      }
      if (smallIntOf(item, &number)) {
        if (runtime().pythonMinor >= 14)
          float_.add(static_cast<double>(number));
        else
          float_.high += static_cast<double>(number);
        return {};
      }
      total_ = Owned<>::steal(Value::fromDouble(float_.result()));
      stage_ = Stage::kAny;
    }
    total_ = TRY(binary_py(BinaryOperator::kAdd, total_, item));
    if (total_.value().isDouble()) { // CPython looks for floats once more, from ints only
      if (fromInt_) {
        stage_ = Stage::kFloat;
        float_ = {total_.value().asDouble()};
      }
    }
    fromInt_ = false;
    return {};
  }

  // Adds the items at the start that are of the kind that the sum is of; gives how many.
  uint64_t addNumbers(const Value *items, uint64_t count) {
    uint64_t i = 0;
    if (stage_ == Stage::kInt) {
      for (int64_t sum; i < count && items[i].isInlineInt(); ++i, int_ = sum)
        if (__builtin_add_overflow(int_, items[i].asInlineInt(), &sum))
          break;
    } else if (stage_ == Stage::kFloat) {
      FloatSum sum = float_;
      for (; i < count && items[i].isDouble(); ++i)
        sum.add(items[i].asDouble());
      float_ = sum;
    }
    return i;
  }

  Owned<> finish() {
    if (stage_ == Stage::kInt)
      return makeInt(int_);
    if (stage_ == Stage::kFloat)
      return Owned<>::steal(Value::fromDouble(float_.result()));
    return std::move(total_);
  }

private:
  enum class Stage { kInt, kFloat, kAny };

  // The item is no small int, or the sum would overflow.
  void leaveInt(Borrowed<> item) {
    total_ = makeInt(int_);
    stage_ = Stage::kAny;
    fromInt_ = true;
  }

  Stage stage_ = Stage::kAny;
  bool fromInt_ = false;
  int64_t int_ = 0;
  FloatSum float_{0};
  Owned<> total_;
};

} // namespace

Result<Owned<>> builtins_sum(Borrowed<> iterable, Borrowed<> start) {
  if (isStr(start))
    return raise(TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (isBytes(start))
    return raise(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (isInstance(start, molt_type_bytearray))
    return raise(TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  if (const List *list = asCompactList(iterable); list && start.value().isInlineInt())
    return makeInt(start.value().asInlineInt() + static_cast<int64_t>(countTrue(list)));
  Summing summing(start);
  if (isExactly(iterable, molt_type_list)) {
    Borrowed<List> list = iterable.as<List>();
    for (uint64_t i = 0;; ++i) { // to add may change the list
      if (i < list->length)
        i += summing.addNumbers(list->items + i, list->length - i);
      if (i >= list->length)
        return summing.finish();
      Owned<> item = Owned<>::retain(listItem(list, i));
      TRY(summing.add_py(item));
    }
  }
  TRY(forEachItem_py(iterable, [&](Borrowed<> item) -> Result<bool> {
    TRY(summing.add_py(item));
    return true;
  }));
  return summing.finish();
}

} // namespace molt
