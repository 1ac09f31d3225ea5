// The allocator: size-class pages for small cells, the system for large ones (see allocate.h).

#include "runtime/core/cells.h"
#include "runtime/core/runtime.h"
#include "runtime/core/system_memory.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace molt {

namespace {

// Pages come from the system in chunks: small ones for small programs.
constexpr size_t kPagesInChunk = 8, kPagesInLongChunk = 32;
constexpr size_t kFewPages = 256;

struct Chunk {
  Chunk *next;
  void *memory;
  size_t size;
};

// Takes several pages from the system at once.
void growPages(Allocator &allocator) {
  auto *chunk = static_cast<Chunk *>(std::malloc(sizeof(Chunk)));
  if (!chunk)
    outOfMemory();
  size_t count = allocator.pageCount < kFewPages ? kPagesInChunk : kPagesInLongChunk;
  void *memory = takeChunk(count * kPageSize, kPageSize);
  if (!memory)
    outOfMemory();
  *chunk = {static_cast<Chunk *>(allocator.chunks), memory, count * kPageSize};
  allocator.chunks = chunk;
  for (size_t i = count; i-- > 0;) {
    Page *page = reinterpret_cast<Page *>(static_cast<unsigned char *>(memory) + i * kPageSize);
    page->next = allocator.freePages;
    allocator.freePages = page;
  }
  allocator.pageCount += count;
}

// Takes the pages without live cells out of their lists, so that every class can have them.
void reclaimEmptyPages(Allocator &allocator) {
  for (PagesWithSpace *pages : {&allocator.objectPages, &allocator.bufferPages})
    for (Ptr<Page> &first : pages->of)
      for (Ptr<Page> *link = &first; *link != &noPage;)
        if (Page *page = *link; page->liveCells)
          link = &page->nextWithSpace;
        else
          *link = page->nextWithSpace;
  for (Page **link = &allocator.usedPages; Page *page = *link;) {
    if (page->liveCells) {
      link = &page->next;
      continue;
    }
    *link = page->next;
    std::free(page->stamps);
    page->next = allocator.freePages;
    allocator.freePages = page;
  }
}

// A page that no class has. Looking for one costs a walk over all: it happens each time a part of them has been given out,
// and not when there are so few that classes would only take them from each other.
Page *takePage(Allocator &allocator) {
  constexpr size_t few = 32;
  if (++allocator.addedPages >= std::max(few, allocator.pageCount / 16) && !allocator.freePages) {
    allocator.addedPages = 0;
    reclaimEmptyPages(allocator);
  }
  if (!allocator.freePages)
    growPages(allocator);
  Page *page = allocator.freePages;
  allocator.freePages = page->next;
  return page;
}

// A page with space for cells of that class, put first in the class's list, which is empty.
Page *addPage(Allocator &allocator, PagesWithSpace &pages, size_t sizeClass) {
  Page *page = takePage(allocator);
  page->next = allocator.usedPages;
  allocator.usedPages = page;
  page->freeCells = nullptr;
  page->fresh = page->cells();
  page->counts = nullptr;
  page->stamps = nullptr;
  page->cellSize = static_cast<uint32_t>(sizeClass * kSizeClassStep);
  page->cellCount = static_cast<uint32_t>((kPageSize - Page::kPageHeaderSize) / page->cellSize);
  page->liveCells = 0;
  page->sizeClass = static_cast<uint8_t>(sizeClass);
  page->holdsObjects = &pages == &allocator.objectPages;
  limitCell(page->fresh, 0, static_cast<size_t>(page->end() - page->fresh));
  page->nextWithSpace = pages.of[sizeClass];
  page->hasSpace = true;
  pages.of[sizeClass] = page;
  return page;
}

// Makes some of the page's fresh cells free ones, the first in front.
void addFreshCells(Page *page) {
  constexpr size_t most = 4096;
  unsigned char *end = page->fresh + most / page->cellSize * page->cellSize;
  if (end > page->end())
    end = page->end();
  for (unsigned char *at = end; at != page->fresh;) {
    at -= page->cellSize;
    limitCell(at, sizeof(FreeCell), page->cellSize);
    auto *cell = reinterpret_cast<FreeCell *>(at);
    cell->type = nullptr;
    cell->next = page->freeCells;
    page->freeCells = cell;
  }
  page->fresh = end;
}

size_t stampIndex(Page *page, Object *object) {
  return static_cast<size_t>(reinterpret_cast<unsigned char *>(object) -
                             reinterpret_cast<unsigned char *>(page)) /
         kSizeClassStep;
}

[[gnu::noinline]] void stampObject(Allocator &allocator, Object *object) {
  if (object->flags & kLargeObject)
    return;
  Page *page = Page::of(object);
  if (!page->stamps) {
    page->stamps = static_cast<uint32_t *>(std::calloc(kPageSize / kSizeClassStep, sizeof(uint32_t)));
    if (!page->stamps)
      outOfMemory();
  }
  page->stamps[stampIndex(page, object)] = allocator.nextStamp++;
}

// Zeroes what follows the header in the fixed part; may go on to the end of the last unit.
inline void zeroFixed(Object *object, size_t fixedSize) {
#ifdef MOLT_POISONS_CELLS
  std::memset(static_cast<void *>(object + 1), 0, fixedSize - sizeof(Object));
#else
  zeroUnits(object + 1, fixedSize - sizeof(Object));
#endif
}

void *allocateLarge(Allocator &allocator, size_t size) {
  auto *block = static_cast<LargeBlock *>(std::malloc(sizeof(LargeBlock) + (size + 15) / 16 * 16));
  if (!block)
    outOfMemory();
  block->size = size;
  block->count = 0;
  block->previous = nullptr;
  block->next = allocator.largeBlocks;
  if (block->next)
    block->next->previous = block;
  allocator.largeBlocks = block;
  return block->object();
}

void freeLarge(Allocator &allocator, Object *object) {
  LargeBlock *block = LargeBlock::of(object);
  if (block->previous)
    block->previous->next = block->next;
  else
    allocator.largeBlocks = block->next;
  if (block->next)
    block->next->previous = block->previous;
#ifdef MOLT_STRESS
  std::memset(object, kPoison, block->size);
#endif
  std::free(block);
}

} // namespace

Page noPage;

[[gnu::noinline]] void *takeCellSlowly(Allocator &allocator, PagesWithSpace &pages, size_t sizeClass) {
  for (;;) {
    Page *page = pages.of[sizeClass];
    if (page == &noPage)
      page = addPage(allocator, pages, sizeClass);
    if (!page->freeCells && page->fresh < page->end())
      addFreshCells(page);
    if (FreeCell *cell = page->freeCells) {
      page->freeCells = cell->next;
      ++page->liveCells;
      return cell;
    }
    page->hasSpace = false; // full: leaves the list until a cell is freed
    pages.of[sizeClass] = page->nextWithSpace;
  }
}

namespace {

// A small object of a type without a finalizer: its first `zeroed` bytes are set, the rest is its maker's.
[[maybe_unused]] inline Object *allocateSmall(Runtime &current, Type *type, size_t zeroed, size_t total) {
  Allocator &allocator = current.allocator;
  size_t sizeClass = (total + kSizeClassStep - 1) / kSizeClassStep;
  auto *object = static_cast<Object *>(takeCell(allocator, allocator.objectPages, sizeClass));
  limitCell(object, total, sizeClass * kSizeClassStep);
  object->type = type;
  object->refcount = 1;
  object->flags = 0;
  zeroFixed(object, zeroed);
  if (type->has(kTypeGC)) {
    object->flags = kTracked;
    if (++current.trackedGrowth > current.collectionThreshold)
      current.wantCollection();
  }
  return object;
}

// The stress build collects at every allocation while the heap is small; then in proportion, so that programs still end.
inline void noteAllocation([[maybe_unused]] Runtime &current) {
#ifdef MOLT_STRESS
  Allocator &allocator = current.allocator;
  if (++allocator.sinceCollection * 1024 >= countObjects(allocator)) {
    allocator.sinceCollection = 0;
    current.wantCollection();
  }
#endif
}

[[gnu::noinline]] Object *allocateAny(Type *type, size_t fixedSize, size_t bytesAfter) {
  Runtime &current = runtime();
  Allocator &allocator = current.allocator;
  size_t total = fixedSize + bytesAfter;
  size_t fields = 0; // where the dict and slots of a subclass begin
  if (type->fieldsSize) {
    fields = type->has(kTypeVariableFields) ? (total + 7) & ~size_t{7} : type->fieldsOffset;
    total = fields + type->fieldsSize;
  }
  Object *object;
  uint32_t flags = type->has(kTypeGC) ? kTracked : 0;
  if (__builtin_expect(total <= kLargestSmall, 1)) {
    size_t sizeClass = (total + kSizeClassStep - 1) / kSizeClassStep;
    object = static_cast<Object *>(takeCell(allocator, allocator.objectPages, sizeClass));
    limitCell(object, total, sizeClass * kSizeClassStep);
  } else {
    object = static_cast<Object *>(allocateLarge(allocator, total));
    flags |= kLargeObject;
  }
#ifdef MOLT_STRESS
  std::memset(static_cast<void *>(object), kPoison, total);
#endif
  noteAllocation(current);
  object->type = type;
  object->refcount = 1;
  object->flags = flags;
  zeroFixed(object, fixedSize);
  if (fields)
    std::memset(reinterpret_cast<unsigned char *>(object) + fields, 0, type->fieldsSize);
  if (type->isHeap())
    retain(static_cast<Object *>(type));
  if (__builtin_expect(type->finalize != nullptr, 0)) {
    current.mayShowEnds = true;
    stampObject(allocator, object);
  }
  if (flags & kTracked && ++current.trackedGrowth > current.collectionThreshold)
    current.wantCollection();
  return object;
}

} // namespace

Object *allocateObject(Type *type, size_t fixedSize, size_t bytesAfter) {
#ifndef MOLT_STRESS
  size_t total = fixedSize + bytesAfter;
  if (__builtin_expect(!type->finalize, 1)) {
    if (!type->isHeap()) {
      if (__builtin_expect(total <= kLargestSmall, 1))
        return allocateSmall(runtime(), type, fixedSize, total);
    } else if (!type->has(kTypeVariableFields) && type->fieldsOffset + type->fieldsSize <= kLargestSmall && type->fieldsSize) {
      size_t all = type->fieldsOffset + type->fieldsSize;
      Object *instance = allocateSmall(runtime(), type, all, all);
      retain(static_cast<Object *>(type));
      return instance;
    }
  }
#endif
  return allocateAny(type, fixedSize, bytesAfter);
}

// Builds that watch each allocation have none for compiled code.
Ptr<CellPage> *cellPagesOf([[maybe_unused]] Allocator &allocator) {
#if defined(MOLT_STRESS) || defined(MOLT_POISONS_CELLS)
  static PagesWithSpace none;
  return reinterpret_cast<Ptr<CellPage> *>(none.of);
#else
  return reinterpret_cast<Ptr<CellPage> *>(allocator.objectPages.of);
#endif
}

extern "C" void *molt_take_cell(uint64_t size) {
  Runtime &current = runtime();
  void *cell = takeCell(current.allocator, current.allocator.objectPages, size / kSizeClassStep);
  limitCell(cell, size, size);
  noteAllocation(current);
  return cell;
}

extern "C" void molt_want_collection() { runtime().wantCollection(); }

void freeLargeObject(Object *object) { freeLarge(runtime().allocator, object); }

void *allocateBuffer(size_t size) {
  if (size == 0)
    return nullptr;
  Allocator &allocator = runtime().allocator;
  allocator.bufferBytes += size;
  if (size <= kLargestSmall) {
    size_t sizeClass = (size + kSizeClassStep - 1) / kSizeClassStep;
    void *cell = takeCell(allocator, allocator.bufferPages, sizeClass);
    limitCell(cell, size, sizeClass * kSizeClassStep);
    return cell;
  }
  void *memory = size > kLargestAllocation ? nullptr : takeMemory(size);
  if (!memory)
    outOfMemory();
  return memory;
}

bool memoryFor(uint64_t size) {
  constexpr uint64_t plenty = uint64_t{1} << 26;
  if (size < plenty)
    return true;
  void *memory = size > kLargestAllocation ? nullptr : std::malloc(size);
  std::free(memory);
  return memory != nullptr;
}

void releaseBuffer(void *buffer, size_t size) {
  if (size == 0)
    return;
  Allocator &allocator = runtime().allocator;
  allocator.bufferBytes -= size;
  if (size <= kLargestSmall)
    returnCell(allocator.bufferPages, buffer);
  else
    returnMemory(buffer, size);
}

void *resizeBuffer(void *buffer, size_t oldSize, size_t newSize) {
  if (oldSize > kLargestSmall && newSize > kLargestSmall) {
    void *moved = newSize > kLargestAllocation ? nullptr : resizeMemory(buffer, oldSize, newSize);
    if (!moved)
      outOfMemory();
    runtime().allocator.bufferBytes += newSize - oldSize;
    return moved;
  }
  constexpr size_t step = kSizeClassStep;
  if (oldSize && newSize && (oldSize + step - 1) / step == (newSize + step - 1) / step) {
    runtime().allocator.bufferBytes += newSize - oldSize;
    limitCell(buffer, newSize, (newSize + step - 1) / step * step);
    return buffer; // the same cell serves
  }
  void *moved = allocateBuffer(newSize);
  size_t kept = oldSize < newSize ? oldSize : newSize;
  if (kept)
    std::memcpy(moved, buffer, kept);
  releaseBuffer(buffer, oldSize);
  return moved;
}

void outOfMemory() {
  std::fputs("MemoryError\n", stderr);
  std::_Exit(1);
}

uint32_t stampOf(Object *object) {
  if (object->flags & kLargeObject)
    return 0;
  Page *page = Page::of(object);
  return page->stamps ? page->stamps[stampIndex(page, object)] : 0;
}

void freeAllPages(Allocator &allocator) {
  for (Page *page = allocator.usedPages; page; page = page->next)
    std::free(page->stamps);
  while (LargeBlock *block = allocator.largeBlocks) {
    allocator.largeBlocks = block->next;
    std::free(block);
  }
  while (auto *chunk = static_cast<Chunk *>(allocator.chunks)) {
    allocator.chunks = chunk->next;
    returnChunk(chunk->memory, chunk->size);
    std::free(chunk);
  }
}

uint64_t countObjects(const Allocator &allocator) {
  uint64_t count = 0;
  for (const LargeBlock *block = allocator.largeBlocks; block; block = block->next)
    ++count;
  for (const Page *page = allocator.usedPages; page; page = page->next)
    count += page->holdsObjects ? page->liveCells : 0;
  return count;
}

void forEachObject(void (*body)(Object *object, void *context), void *context) {
  Allocator &allocator = runtime().allocator;
  for (LargeBlock *block = allocator.largeBlocks, *next; block; block = next) {
    next = block->next;
    body(block->object(), context);
  }
  for (Page *page = allocator.usedPages; page; page = page->next) {
    if (!page->holdsObjects || !page->liveCells)
      continue;
    for (unsigned char *cell = page->cells(); cell < page->fresh; cell += page->cellSize)
      if (reinterpret_cast<Object *>(cell)->type.get())
        body(reinterpret_cast<Object *>(cell), context);
  }
}

} // namespace molt
