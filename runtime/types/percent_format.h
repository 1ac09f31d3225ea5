// The % operator of str and bytes.
#pragma once

#include "runtime/core/errors.h"
#include "runtime/text/text_buffer.h"

namespace molt {

Result<void> appendPercent_py(TextBuffer &out, const char *format, uint64_t size, Borrowed<> arguments, bool bytes);

} // namespace molt
