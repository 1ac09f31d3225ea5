// --type-hints=check: parameters and results of functions against their annotations.
#include "runtime/core/errors.h"
#include "runtime/core/runtime.h"

namespace molt {

static bool suits(Borrowed<> value, Borrowed<> type) {
  if (isNone(type))
    return isNone(value);
  if (!isType(type))
    return true;
  const auto *wanted = static_cast<const Type *>(type.value().asObject());
  return isSubtype(typeOf(value), wanted) || !is(typeOf(type), molt_is_type);
}

extern "C" Result<void> molt_check_type(Borrowed<> value, Borrowed<Str> what, const Value *types, uint64_t count) {
  for (uint64_t i = 0; i < count; ++i)
    if (suits(value, Borrowed<>(types[i])))
      return {};
  return raise(TypeError, "%S, not %T", what, value);
}

} // namespace molt
