// SipHash-1-3 with a zero key: the hash of str and bytes in CPython with PYTHONHASHSEED=0.
#pragma once

#include <cstddef>
#include <cstdint>

namespace molt {

uint64_t siphash13(const void *data, size_t size);

} // namespace molt
