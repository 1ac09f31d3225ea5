// What follows the special methods of known classes that compiled code calls itself: what they give is taken as the runtime
// takes it when it calls them.
#include "abi/object.h"
#include "runtime/core/containers.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/operators.h"

namespace molt {

namespace {

// Of `!=` by way of `__eq__`, the opposite of it.
Result<Owned<>> comparisonResult_py(Owned<> given, Borrowed<> left, Borrowed<> right, uint32_t operation) {
  auto comparison = static_cast<Comparison>(operation & ~kNegatedEqual);
  if (!given)
    return Raised{};
  if (isNotImplemented(given))
    return compareReflected_py(left, right, comparison);
  if (operation & kNegatedEqual)
    return ownedBool(!TRY(truth_py(given)));
  return given;
}

} // namespace

extern "C" Result<Owned<>> molt_comparison_result_py(Owned<> given, Borrowed<> left, Borrowed<> right, uint32_t operation) {
  return comparisonResult_py(std::move(given), left, right, operation);
}

extern "C" Result<bool> molt_comparison_truth_py(Owned<> given, Borrowed<> left, Borrowed<> right, uint32_t operation) {
  Owned<> result = TRY(comparisonResult_py(std::move(given), left, right, operation));
  return truth_py(result);
}

extern "C" Result<bool> molt_truth_result_py(Owned<> given) {
  if (!given)
    return Raised{};
  return truth_py(given);
}

extern "C" Result<bool> molt_bool_result(Owned<> given) {
  if (!given)
    return Raised{};
  return boolResult(given);
}

extern "C" Result<Owned<>> molt_length_result_py(Owned<> given) {
  if (!given)
    return Raised{};
  return makeInt(TRY(lengthResult_py(given)));
}

extern "C" Result<bool> molt_length_truth_py(Owned<> given) {
  if (!given)
    return Raised{};
  return TRY(lengthResult_py(given)) != 0;
}

} // namespace molt
