#include "runtime/types/sequence.h"

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

} // namespace molt
