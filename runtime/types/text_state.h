// What the number and string types keep in the runtime.
#pragma once

#include "runtime/core/runtime.h"

namespace molt {

inline constexpr int64_t kDefaultMaxIntDigits = 4300;

struct TextState {
  int64_t maxIntDigits = kDefaultMaxIntDigits;
};

// Made at the first use.
TextState &textState();
void destroyTextState(Runtime &runtime);

} // namespace molt
