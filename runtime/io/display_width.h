#pragma once

#include <cstdint>

namespace molt {

// 1 or 2 columns.
unsigned displayWidth(uint32_t codePoint);

} // namespace molt
