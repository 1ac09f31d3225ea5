// The replacement fields of format strings: {name!conversion:spec}. str.format() and _string read them with this.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

struct FormatField {
  const char *name, *nameEnd;
  const char *spec = nullptr, *specEnd = nullptr; // null: there is no ':'
  uint32_t conversion = 0;                        // 0: none
  bool nestedSpec = false;
};

// Reads a field behind its '{', to behind its '}'. The field's name begins at `at`.
Result<void> parseFormatField(const char *&at, const char *end, FormatField &field);

// Digits as a number; -1 when it is none, -2 when it is too large.
int64_t readFieldNumber(const char *at, const char *end);

} // namespace molt
