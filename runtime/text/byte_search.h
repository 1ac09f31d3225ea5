// Finding bytes in bytes. Offsets; -1 when absent.
#pragma once

#include <cstdint>

namespace molt {

int64_t findBytes(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize);
int64_t findLastBytes(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize);
// How often it occurs without overlapping, `limit` at most; wantedSize > 0.
uint64_t countBytes(const char *text, uint64_t size, const char *wanted, uint64_t wantedSize, uint64_t limit);
// The first place of a byte below 32 or above 127, or `size`.
uint64_t skipPlainAscii(const char *text, uint64_t size);

} // namespace molt
