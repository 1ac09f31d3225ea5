// For the address sanitizer: which bytes of the allocator's cells are in use. In other builds this is nothing.
#pragma once

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define MOLT_POISONS_CELLS 1
#endif
#endif

namespace molt {

// Of a cell's `size` bytes the first `used` may be touched.
inline void limitCell([[maybe_unused]] void *cell, [[maybe_unused]] size_t used, [[maybe_unused]] size_t size) {
#ifdef MOLT_POISONS_CELLS
  __asan_unpoison_memory_region(cell, used);
  __asan_poison_memory_region(static_cast<unsigned char *>(cell) + used, size - used);
#endif
}

} // namespace molt
