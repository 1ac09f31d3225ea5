// The collector of reference cycles: trial deletion over all tracked objects.
//
// The references from tracked objects to each other are counted, in a scratch count for each object.
// What has more references than these is referenced from outside (a native frame, a compiled
// function's locals, static data) and is alive, with all it reaches. The rest is garbage. As in
// CPython (PEP 442): weak references to the garbage die first, then finalizers run, then what the
// finalizers brought back is kept, and the rest is cleared.
//
// Rules
//   1. Runs at safe points only, never inside an allocation.
//   2. While it runs, garbage objects are held by one count each, so that no clear destroys an object
//      that the collector still has to look at.
//   3. Immortal and untracked objects are never visited.

#include "runtime/core/collector.h"

#include "runtime/core/destroy.h"
#include "runtime/core/errors.h"
#include "runtime/core/instance.h"

#include <cstdlib>
#include <cstring>

namespace molt {

namespace {

class ObjectStack {
  Object **items_ = nullptr;
  size_t count_ = 0, capacity_ = 0;

public:
  ObjectStack() = default;
  ObjectStack(const ObjectStack &) = delete;
  ~ObjectStack() { std::free(items_); }
  void push(Object *object) {
    if (count_ == capacity_) {
      capacity_ = capacity_ ? capacity_ * 2 : 256;
      items_ = static_cast<Object **>(std::realloc(items_, capacity_ * sizeof(Object *)));
      if (!items_)
        outOfMemory();
    }
    items_[count_++] = object;
  }
  Object *pop() { return items_[--count_]; }
  bool empty() const { return count_ == 0; }
  size_t size() const { return count_; }
  Object **data() { return items_; }
  Object *operator[](size_t i) const { return items_[i]; }
  void truncate(size_t count) { count_ = count; }
  void set(size_t i, Object *object) { items_[i] = object; }
};

// 2**32 / cellSize, rounded up, by size class: a multiple of the cell size is divided by multiplying.
struct CellReciprocals {
  uint32_t of[kSizeClassCount];
  constexpr CellReciprocals() : of() {
    for (size_t i = 1; i < kSizeClassCount; ++i)
      of[i] = static_cast<uint32_t>(((uint64_t{1} << 32) + i * kSizeClassStep - 1) / (i * kSizeClassStep));
  }
};
constexpr CellReciprocals kCellReciprocals;

// Objects that can be garbage: those that are tracked, but for immortal ones and those that are being destroyed.
bool takesPart(const Object *object) {
  return object->flags & kTracked && object->refcount < kImmortal && object->refcount != 0;
}

// The scratch count of a small object that takes part: the references to it from others that do.
uint32_t &smallCount(Object *object) {
  Page *page = Page::of(object);
  auto offset = static_cast<uint64_t>(reinterpret_cast<unsigned char *>(object) - page->cells());
  return page->counts[offset * kCellReciprocals.of[page->sizeClass] >> 32];
}
uint64_t countOf(Object *object) {
  return object->flags & kLargeObject ? LargeBlock::of(object)->count : smallCount(object);
}
void countReference(Object *object) {
  if (object->flags & kLargeObject)
    ++LargeBlock::of(object)->count;
  else
    ++smallCount(object);
}

void traverseObject(Object *object, Visitor &visitor) {
  Type *type = object->type;
  if (type->traverse)
    type->traverse(object, visitor);
  if (type->fieldsSize)
    traverseFields(object, visitor);
  if (type->isHeap())
    visitor.visit(static_cast<Object *>(type));
}

struct CountVisitor : Visitor {
  CountVisitor() : Visitor{count} {}
  static void count(Visitor &, Object *object) {
    if (takesPart(object))
      countReference(object);
  }
};

// What it visits is alive: leaves the set of candidates and is traversed in turn.
struct ReviveVisitor : Visitor {
  ObjectStack &work;
  explicit ReviveVisitor(ObjectStack &work) : Visitor{revive}, work(work) {}
  static void revive(Visitor &visitor, Object *object) {
    if (!(object->flags & kCollecting))
      return;
    object->flags &= ~uint32_t{kCollecting};
    static_cast<ReviveVisitor &>(visitor).work.push(object);
  }
};

// Gives how many leave.
uint64_t reviveFrom(Object *root, ObjectStack &work) {
  uint64_t revived = 0;
  ReviveVisitor visitor(work);
  ReviveVisitor::revive(visitor, root);
  for (; !work.empty(); ++revived)
    traverseObject(work.pop(), visitor);
  return revived;
}

void allocateCounts() {
  Allocator &allocator = runtime().allocator;
  for (LargeBlock *block = allocator.largeBlocks; block; block = block->next)
    block->count = 0;
  for (Page *page = allocator.usedPages; page; page = page->next)
    if (page->holdsObjects && page->liveCells) {
      page->counts = static_cast<uint32_t *>(std::calloc(page->cellCount, sizeof(uint32_t)));
      if (!page->counts)
        outOfMemory();
    }
}
void freeCounts() {
  for (Page *page = runtime().allocator.usedPages; page; page = page->next) {
    std::free(page->counts);
    page->counts = nullptr;
  }
}

// Fills garbage with the unreachable objects, each held by one count and with kCollecting set.
void findGarbage(ObjectStack &garbage, uint64_t *tracked) {
  allocateCounts();
  *tracked = 0;
  forEachObject(
      [](Object *object, void *context) {
        if (!takesPart(object))
          return;
        ++*static_cast<uint64_t *>(context);
        object->flags |= kCollecting;
        CountVisitor visitor;
        traverseObject(object, visitor);
      },
      tracked);
  struct Search {
    ObjectStack work;
    uint64_t alive = 0;
  } search;
  forEachObject(
      [](Object *object, void *context) {
        auto &search = *static_cast<Search *>(context);
        if (object->flags & kCollecting && object->refcount != countOf(object))
          search.alive += reviveFrom(object, search.work);
      },
      &search);
  if (search.alive != *tracked)
    forEachObject(
        [](Object *object, void *context) {
          if (!(object->flags & kCollecting))
            return;
          ++object->refcount;
          static_cast<ObjectStack *>(context)->push(object);
        },
        &garbage);
  freeCounts();
}

void dropHold(Object *object) {
  object->flags &= ~uint32_t{kCollecting};
  release(object);
}

int compareStamps(const void *left, const void *right) {
  uint32_t a = stampOf(*static_cast<Object *const *>(left));
  uint32_t b = stampOf(*static_cast<Object *const *>(right));
  return a < b ? -1 : a > b;
}

// In the order in which the objects were made.
void runFinalizers_py(const ObjectStack &garbage) {
  ObjectStack waiting;
  for (size_t i = 0; i < garbage.size(); ++i)
    if (garbage[i]->type->finalize && !(garbage[i]->flags & kFinalized))
      waiting.push(garbage[i]);
  if (waiting.size() > 1)
    std::qsort(waiting.data(), waiting.size(), sizeof(Object *), compareStamps);
  for (size_t i = 0; i < waiting.size(); ++i) {
    Object *object = waiting[i];
    object->flags |= kFinalized;
    PendingSaver saver;
    object->type->finalize(object);
  }
}

// Takes out what finalizers made reachable again; the rest stays in garbage, with its holds.
void keepResurrected(ObjectStack &garbage) {
  allocateCounts();
  CountVisitor visitor;
  for (size_t i = 0; i < garbage.size(); ++i)
    traverseObject(garbage[i], visitor);
  ObjectStack work;
  for (size_t i = 0; i < garbage.size(); ++i) // each has our hold
    if (garbage[i]->flags & kCollecting && garbage[i]->refcount != countOf(garbage[i]) + 1)
      reviveFrom(garbage[i], work);
  freeCounts();
  ObjectStack kept;
  size_t left = 0;
  for (size_t i = 0; i < garbage.size(); ++i) {
    if (garbage[i]->flags & kCollecting)
      garbage.set(left++, garbage[i]);
    else
      kept.push(garbage[i]);
  }
  garbage.truncate(left);
  while (!kept.empty())
    release(kept.pop());
}

void clearObject(Object *object) {
  Type *type = object->type;
  if (type->fieldsSize)
    clearFields(object);
  if (type->clear)
    type->clear(object);
}

bool anyFinalizer(const ObjectStack &garbage) {
  for (size_t i = 0; i < garbage.size(); ++i)
    if (garbage[i]->type->finalize && !(garbage[i]->flags & kFinalized))
      return true;
  return false;
}

void clearWeakReferencesOf_py(ObjectStack &garbage) {
  PendingSaver saver;
  clearWeakReferences_py(garbage.data(), garbage.size());
}

} // namespace

uint64_t collectCycles_py() {
  Runtime &current = runtime();
  Collector &collector = *current.collector;
  if (collector.running)
    return 0;
  collector.running = true;
  ObjectStack garbage;
  uint64_t tracked;
  findGarbage(garbage, &tracked);
  clearWeakReferencesOf_py(garbage);
  if (anyFinalizer(garbage)) {
    runFinalizers_py(garbage);
    keepResurrected(garbage);
    clearWeakReferencesOf_py(garbage);
  }
  uint64_t found = garbage.size();
  for (size_t i = 0; i < garbage.size(); ++i)
    garbage[i]->flags &= ~uint32_t{kCollecting};
  for (size_t i = 0; i < garbage.size(); ++i)
    clearObject(garbage[i]);
  for (size_t i = 0; i < garbage.size(); ++i)
    dropHold(garbage[i]);
  collector.running = false;
  ++collector.collections;
  collector.collected += found;
  // The next one when a good part of what is alive has been added: the cost stays proportional. A program that makes few
  // cycles can wait for longer, and for longest one that has made none.
  uint64_t alive = tracked - found, growth = found == 0 ? 2 * alive : found < tracked / 8 ? alive : alive / 2;
  current.trackedGrowth = 0;
  current.collectionThreshold = growth < 20000 ? 20000 : static_cast<int64_t>(growth);
  return found;
}

void runSafePoint_py() {
  Runtime &current = runtime();
  current.stopWantingCollection();
  if (current.collector->enabled && !current.finalizing)
    collectCycles_py();
}

} // namespace molt
