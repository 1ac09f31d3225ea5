// Large memory from the system: raw buffers that a program makes long, and the chunks that the allocator's pages are of.
//
// malloc keeps what was freed in one heap, where a list that grows leaves holes. Blocks from kLargeMemory bytes on are the
// system's own mappings, and so are chunks: they grow where they are, and go back when they are freed. Long blocks are
// walked with strides, so their pages are huge where the system has such; pages of small cells gain nothing by that.
#pragma once

#include <cstddef>

namespace molt {

inline constexpr size_t kLargeMemory = size_t{4} << 20;

// 16-byte aligned, not initialised; null: there is none.
void *takeMemory(size_t size);
void *resizeMemory(void *memory, size_t oldSize, size_t newSize);
void returnMemory(void *memory, size_t size);

// `size` is a multiple of `alignment`, a power of two; null: there is none.
void *takeChunk(size_t size, size_t alignment);
void returnChunk(void *chunk, size_t size);

} // namespace molt
