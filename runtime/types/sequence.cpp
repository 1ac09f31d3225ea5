#include "runtime/types/sequence.h"

#include <algorithm>
#include <cstring>

namespace molt {

Result<int64_t> subscriptIndexSlow_py(Borrowed<> key, uint64_t length, const char *typeName) {
  const NumberSlots *number = typeOf(key)->number;
  if (!number || !number->index)
    return raise(TypeError, "%s indices must be integers or slices, not %T", typeName, key);
  int64_t index = TRY(indexForSubscript_py(key));
  return index < 0 ? index + static_cast<int64_t>(length) : index;
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
      total > kLargestAllocation / sizeof(Value) || !memoryFor(total * sizeof(Value)))
    return raiseMemoryError();
  return total;
}

static void retainTimes(Value value, uint64_t times) {
  if (!value.isObject() || value.asObject()->refcount >= kImmortal)
    return;
  uint32_t &count = value.asObject()->refcount;
  count = times < kImmortal - count ? count + static_cast<uint32_t>(times) : kImmortal;
}

void repeatItems(Value *to, const Value *items, uint64_t unit, uint64_t times) {
  for (uint64_t i = 0; i < unit; ++i)
    retainTimes(items[i], times);
  if (unit == 1) {
    std::fill_n(to, times, items[0]);
    return;
  }
  for (uint64_t i = 0; i < times; ++i)
    std::memcpy(static_cast<void *>(to + i * unit), items, unit * sizeof(Value));
}

} // namespace molt
