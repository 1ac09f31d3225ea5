// Memory for objects and for their raw buffers.
//
// Objects of up to kLargestSmall bytes lie in 64 KB pages, each of one size class and aligned to its
// size, so that the page of an object is found by masking and the collector can walk all objects. A
// free cell's first word (an object's type) is null. Larger objects are blocks of their own, linked
// in a list. Raw buffers (items of a list, a dict's table) come from other pages, or from the system
// when large.
//
// Rules
//   1. allocateObject returns a zeroed fixed part with refcount 1. Objects of types with kTypeGC are
//      tracked from the start: traverse must cope with an object whose fields are still zero, and
//      a length is set only after the items it covers.
//   2. Memory is never null: the runtime exits with MemoryError's message when the system has none.
//      Sizes that no machine has (over kLargestAllocation) must be refused by the caller with
//      MemoryError before.
#pragma once

#include "abi/reference.h"

#include <cstddef>
#include <cstdint>

namespace molt {

inline constexpr size_t kPageSize = 64 * 1024;
inline constexpr size_t kSizeClassCount = kLargestSmall / kSizeClassStep + 1;
inline constexpr size_t kLargestAllocation =
    sizeof(void *) == 8 ? (uint64_t{1} << 46) : (uint64_t{1} << 30);

// Object::flags bit: the object is a block of its own.
inline constexpr uint32_t kLargeObject = 1u << 4;
// Object::flags bit: the object is queued for destruction (the trashcan).
inline constexpr uint32_t kInTrash = 1u << 5;

struct Page : CellPage {
  Ptr<Page> nextWithSpace; // in the size class's list of pages that have free cells
  Page *next;          // in the list of all pages in use, or of the free ones
  unsigned char *fresh; // cells from here on were never used
  uint32_t *counts;    // scratch of the collector: one for each cell
  uint32_t *stamps;    // one for each kSizeClassStep bytes: when the object with a finalizer was made
  uint32_t cellCount;
  uint8_t sizeClass;
  bool holdsObjects;
  bool hasSpace; // is in the list of pages with space
  unsigned char *cells() { return reinterpret_cast<unsigned char *>(this) + kPageHeaderSize; }
  unsigned char *end() { return cells() + size_t{cellSize} * cellCount; }
  static constexpr size_t kPageHeaderSize = 64;
  static Page *of(const void *cell) {
    return reinterpret_cast<Page *>(reinterpret_cast<uintptr_t>(cell) & ~uintptr_t{kPageSize - 1});
  }
};
static_assert(sizeof(Page) <= Page::kPageHeaderSize);

struct LargeBlock { // precedes a large object
  LargeBlock *next, *previous;
  size_t size;
  size_t count; // scratch of the collector
  Object *object() { return reinterpret_cast<Object *>(this + 1); }
  static LargeBlock *of(Object *object) { return reinterpret_cast<LargeBlock *>(object) - 1; }
};
static_assert(sizeof(LargeBlock) % 16 == 0);

extern Page noPage; // stands at the end of the lists of pages with space: it never has any

struct PagesWithSpace {
  Ptr<Page> of[kSizeClassCount]; // the first is the one to allocate from
  PagesWithSpace() {
    for (Ptr<Page> &first : of)
      first = &noPage;
  }
};

struct Allocator {
  PagesWithSpace objectPages, bufferPages;
  Page *usedPages = nullptr;
  Page *freePages = nullptr;
  LargeBlock *largeBlocks = nullptr;
  void *chunks = nullptr; // what came from the system
  size_t pageCount = 0;    // all that the system gave
  size_t addedPages = 0;   // pages that classes got since empty ones were looked for
  uint64_t bufferBytes = 0; // raw bytes alive
  uint32_t nextStamp = 1;
  uint64_t sinceCollection = 0; // allocations, in the stress build
};

// RuntimeEvents::cellPages.
Ptr<CellPage> *cellPagesOf(Allocator &allocator);

// A new object: header filled (type, refcount 1), the rest of the fixed part zero; bytesAfter bytes
// of payload behind the fixed part are not initialised. Instances of subclasses get their dict and
// slots behind the payload, zeroed. A heap type is retained.
Object *allocateObject(Type *type, size_t fixedSize, size_t bytesAfter);

template <class T> Owned<T> allocate(Type &type, size_t bytesAfter = 0) {
  return Owned<T>::steal(static_cast<T *>(allocateObject(&type, sizeof(T), bytesAfter)));
}


// Whether the system has so many bytes now: asked before making what a program can make arbitrarily large, so that
// MemoryError can be raised.
bool memoryFor(uint64_t size);

// Raw memory, 16-byte aligned, not initialised. size 0 gives null. The size is given back on release.
void *allocateBuffer(size_t size);
void releaseBuffer(void *buffer, size_t size);
void *resizeBuffer(void *buffer, size_t oldSize, size_t newSize);
template <class T> T *allocateArray(size_t count) {
  return static_cast<T *>(allocateBuffer(count * sizeof(T)));
}
template <class T> void releaseArray(T *array, size_t count) {
  releaseBuffer(array, count * sizeof(T));
}
template <class T> T *resizeArray(T *array, size_t oldCount, size_t newCount) {
  return static_cast<T *>(resizeBuffer(array, oldCount * sizeof(T), newCount * sizeof(T)));
}

// When an object of a type with a finalizer was made, as a number that grows; 0: unknown. The collector
// runs finalizers in the order in which the objects were made.
uint32_t stampOf(Object *object);
uint64_t countObjects(const Allocator &allocator);
// Every object alive (with its memory: also those under construction or destruction).
void forEachObject(void (*body)(Object *object, void *context), void *context);
// Gives everything back to the system. Only for destroyRuntime.
void freeAllPages(Allocator &allocator);

// Prints "MemoryError" as an uncaught exception would and exits.
[[noreturn]] void outOfMemory();

} // namespace molt
