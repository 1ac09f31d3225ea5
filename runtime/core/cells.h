// Giving cells of the allocator's pages back (see allocate.h): for allocate.cpp and the end of objects.
#pragma once

#include "runtime/core/cell_poison.h"
#include "runtime/core/runtime.h"

#include <cstring>

namespace molt {

#ifdef MOLT_STRESS
inline constexpr unsigned char kPoison = 0xDB;
#endif

inline void returnCell(Page **pages, void *memory) {
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
    page->hasSpace = true;
    page->nextWithSpace = pages[page->sizeClass];
    pages[page->sizeClass] = page;
  }
}

void freeLargeObject(Object *object);

// Frees the memory of an object whose contents are gone.
inline void freeObjectOf(Allocator &allocator, Object *object) {
  --allocator.liveObjects;
  if (__builtin_expect(object->flags & kLargeObject, 0))
    freeLargeObject(object);
  else
    returnCell(allocator.objectPages, object);
}

} // namespace molt
