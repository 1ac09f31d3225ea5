// Giving cells of the allocator's pages back (see allocate.h): for allocate.cpp and the end of objects.
#pragma once

#include "runtime/core/cell_poison.h"
#include "runtime/core/runtime.h"

#include <cstring>

namespace molt {

#ifdef MOLT_STRESS
inline constexpr unsigned char kPoison = 0xDB;
#endif

inline void returnCell(PagesWithSpace &pages, void *memory) {
  Page *page = Page::of(memory);
  auto *cell = static_cast<FreeCell *>(memory);
  limitCell(cell, page->cellSize, page->cellSize);
#ifdef MOLT_STRESS
  std::memset(memory, kPoison, page->cellSize);
#endif
  cell->type = nullptr;
  cell->next = page->freeCells;
  page->freeCells = cell;
  limitCell(cell, sizeof(FreeCell), page->cellSize);
  --page->liveCells;
  if (__builtin_expect(!page->hasSpace, 0)) {
    page->hasSpace = true; // behind the page in use, so that more of its cells are free when its turn comes
    Ptr<Page> &first = pages.of[page->sizeClass];
    Ptr<Page> &link = first == &noPage ? first : first->nextWithSpace;
    page->nextWithSpace = link;
    link = page;
  }
}

// A cell from the class's list of pages, when none of the first page's was freed.
void *takeCellSlowly(Allocator &allocator, PagesWithSpace &pages, size_t sizeClass);
inline void *takeCell(Allocator &allocator, PagesWithSpace &pages, size_t sizeClass) {
  Page *page = pages.of[sizeClass];
  FreeCell *cell = page->freeCells;
  if (__builtin_expect(!cell, 0))
    return takeCellSlowly(allocator, pages, sizeClass);
  page->freeCells = cell->next;
  ++page->liveCells;
  return cell;
}

// Zeroes whole units of 16 bytes, as many as `size` begins. (A call of memset would cost more.)
inline void zeroUnits(void *start, size_t size) {
  auto *words = static_cast<uint64_t *>(start);
  for (uint64_t *end = words + (size + 15) / 16 * 2; words != end; words += 2) {
    words[0] = words[1] = 0;
    __asm__("" : "+r"(words));
  }
}

// A small object of a builtin type without a finalizer: its fixed part is zeroed.
template <class T> inline Owned<T> makeInCell(Runtime &current, Type &type, size_t total, uint32_t flags) {
  size_t sizeClass = (total + kSizeClassStep - 1) / kSizeClassStep;
  auto *object = static_cast<T *>(takeCell(current.allocator, current.allocator.objectPages, sizeClass));
  limitCell(object, total, sizeClass * kSizeClassStep);
  static_cast<Object *>(object)->type = &type;
  object->refcount = 1;
  object->flags = flags;
  std::memset(static_cast<void *>(static_cast<Object *>(object) + 1), 0, sizeof(T) - sizeof(Object));
  return Owned<T>::steal(object);
}

// allocate() for where many objects are made: of a builtin type without a finalizer, tracked or not.
template <class T, bool tracked> inline Owned<T> allocateQuickly(Type &type, size_t bytesAfter = 0) {
#ifndef MOLT_STRESS
  assert(!type.isHeap() && !type.finalize && type.has(kTypeGC) == tracked);
  size_t total = sizeof(T) + bytesAfter;
  if (__builtin_expect(total <= kLargestSmall, 1)) {
    Runtime &current = runtime();
    Owned<T> object = makeInCell<T>(current, type, total, tracked ? kTracked : 0);
    if (tracked && ++current.trackedGrowth > current.collectionThreshold)
      current.wantCollection();
    return object;
  }
#endif
  return allocate<T>(type, bytesAfter);
}

// Makes the collector skip an object that is tracked, but holds no references to tracked ones and never will.
inline void untrack(Object *object) {
  object->flags &= ~uint32_t{kTracked};
  --runtime().trackedGrowth;
}
// allocateQuickly() of such an object.
template <class T> inline Owned<T> allocateUntracked(Type &type, size_t bytesAfter = 0) {
#ifndef MOLT_STRESS
  if (size_t total = sizeof(T) + bytesAfter; __builtin_expect(total <= kLargestSmall, 1))
    return makeInCell<T>(runtime(), type, total, 0);
#endif
  Owned<T> made = allocate<T>(type, bytesAfter);
  untrack(made.get());
  return made;
}

void freeLargeObject(Object *object);

// Frees the memory of an object whose contents are gone.
inline void freeObjectOf(Allocator &allocator, Object *object) {
  if (__builtin_expect(object->flags & kLargeObject, 0))
    freeLargeObject(object);
  else
    returnCell(allocator.objectPages, object);
}

} // namespace molt
