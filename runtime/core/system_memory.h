// Large memory from the system: raw buffers that a program makes long, and the chunks that the allocator's pages are of.
//
// malloc keeps what was freed in one heap, where a list that grows leaves holes, and it has small pages only. Blocks from
// kLargeMemory bytes on are the system's own mappings: they grow where they are, go back when they are freed, and their
// pages are huge where the system has such. Smaller ones are malloc's.
#pragma once

#include <cstddef>

namespace molt {

inline constexpr size_t kLargeMemory = size_t{4} << 20;
inline constexpr size_t kHugePage = size_t{2} << 20;

// 16-byte aligned, not initialised; null: there is none.
void *takeMemory(size_t size);
void *resizeMemory(void *memory, size_t oldSize, size_t newSize);
void returnMemory(void *memory, size_t size);

// kHugePage bytes, aligned to kHugePage; null: there are none.
void *takeHugePage();
void returnHugePage(void *page);

} // namespace molt
