#include "runtime/core/system_memory.h"

#include "runtime/core/cell_poison.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

// A sanitizer looks after what malloc gave.
#if defined(__linux__) && !defined(MOLT_POISONS_CELLS)
#define MOLT_MAPS_MEMORY
#include <sys/mman.h>
#endif

namespace molt {

#ifdef MOLT_MAPS_MEMORY

namespace {

void *map(size_t size) {
  void *memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? nullptr : memory;
}

void *withHugePages(void *memory, size_t size) {
  if (memory)
    madvise(memory, size, MADV_HUGEPAGE); // where there are none, nothing is lost
  return memory;
}

bool isMapped(size_t size) { return size >= kLargeMemory; }

// From malloc's memory to a mapping or back.
void *moveMemory(void *memory, size_t oldSize, size_t newSize) {
  void *moved = takeMemory(newSize);
  if (!moved)
    return nullptr;
  std::memcpy(moved, memory, oldSize < newSize ? oldSize : newSize);
  returnMemory(memory, oldSize);
  return moved;
}

} // namespace

void *takeMemory(size_t size) { return isMapped(size) ? withHugePages(map(size), size) : std::malloc(size); }

void *resizeMemory(void *memory, size_t oldSize, size_t newSize) {
  if (isMapped(oldSize) != isMapped(newSize))
    return moveMemory(memory, oldSize, newSize);
  if (!isMapped(newSize))
    return std::realloc(memory, newSize);
  void *moved = mremap(memory, oldSize, newSize, MREMAP_MAYMOVE);
  return moved == MAP_FAILED ? nullptr : withHugePages(moved, newSize);
}

void returnMemory(void *memory, size_t size) {
  if (isMapped(size))
    munmap(memory, size);
  else
    std::free(memory);
}

void *takeChunk(size_t size, size_t alignment) {
  auto *memory = static_cast<unsigned char *>(map(size + alignment));
  if (!memory)
    return nullptr;
  size_t before = -reinterpret_cast<uintptr_t>(memory) & (alignment - 1);
  if (before)
    munmap(memory, before);
  munmap(memory + before + size, alignment - before);
  return memory + before;
}

void returnChunk(void *chunk, size_t size) { munmap(chunk, size); }

#else

void *takeMemory(size_t size) { return std::malloc(size); }
void *resizeMemory(void *memory, size_t, size_t newSize) { return std::realloc(memory, newSize); }
void returnMemory(void *memory, size_t) { std::free(memory); }
void *takeChunk(size_t size, size_t alignment) { return std::aligned_alloc(alignment, size); }
void returnChunk(void *chunk, size_t) { std::free(chunk); }

#endif

} // namespace molt
