// The table of weak references, and what happens to them when their objects die. Open addressing by the objects' addresses.

#include "runtime/core/weak_references.h"

#include "runtime/core/allocate.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/errors.h"
#include "runtime/types/list.h"

namespace molt {

namespace {

void clearAll_py(Object *const *objects, uint64_t count);

uint64_t placeOf(const WeakTable &table, const Object *object) {
  auto word = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(object)) >> 4;
  return (word * 0x9E3779B97F4A7C15u >> 20) & (table.capacity - 1);
}

WeakTable::Entry *findEntry(const WeakTable &table, const Object *object) {
  uint64_t place = placeOf(table, object);
  while (table.entries[place].object && table.entries[place].object != object)
    place = (place + 1) & (table.capacity - 1);
  return &table.entries[place];
}

void setCapacity(WeakTable &table, uint64_t capacity) {
  WeakTable::Entry *old = table.entries;
  uint64_t oldCapacity = table.capacity;
  table.entries = allocateArray<WeakTable::Entry>(capacity);
  table.capacity = capacity;
  for (uint64_t i = 0; i < capacity; ++i)
    table.entries[i] = {};
  for (uint64_t i = 0; i < oldCapacity; ++i)
    if (old[i].object)
      *findEntry(table, old[i].object) = old[i];
  releaseArray(old, oldCapacity);
}

WeakTable &tableWithRoom() {
  WeakTable *&table = runtime().weak;
  if (!table) {
    table = allocateArray<WeakTable>(1);
    *table = {};
    table->clear_py = clearAll_py;
    table->first = firstWeakReference;
  }
  if (table->count + 1 > table->capacity / 2)
    setCapacity(*table, table->capacity ? table->capacity * 2 : 16);
  return *table;
}

// Entries behind a removed one move up, where that brings them nearer to their place.
void removeEntry(WeakTable &table, WeakTable::Entry *entry) {
  uint64_t mask = table.capacity - 1, gap = static_cast<uint64_t>(entry - table.entries);
  for (uint64_t i = (gap + 1) & mask; table.entries[i].object; i = (i + 1) & mask) {
    uint64_t home = placeOf(table, table.entries[i].object);
    if (((i - home) & mask) < ((i - gap) & mask))
      continue;
    table.entries[gap] = table.entries[i];
    gap = i;
  }
  table.entries[gap] = {};
  if (--table.count)
    return;
  releaseArray(table.entries, table.capacity);
  releaseArray(&table, 1);
  runtime().weak = nullptr;
}

// Takes an object's references away from it. Those that are to be called, and what is called, are added to `calls`.
void killReferences(Object *object, Owned<List> &calls) {
  if (!runtime().weak)
    return;
  WeakTable &table = *runtime().weak;
  WeakTable::Entry *entry = findEntry(table, object);
  if (!entry->object)
    return;
  WeakReference *reference = entry->first;
  removeEntry(table, entry);
  while (reference) {
    WeakReference *next = std::exchange(reference->next, nullptr);
    reference->previous = nullptr;
    reference->referent = nullptr;
    bool isCalled = !reference->callback.isNull() && reference->refcount != 0 && !(reference->flags & kCollecting);
    if (isCalled) {
      if (!calls)
        calls = makeList();
      listAppend(calls, Borrowed<>(Value::fromObject(reference)));
      listAppend(calls, Owned<>::steal(std::exchange(reference->callback, Value())));
    }
    reference = next;
  }
}

void clearAll_py(Object *const *objects, uint64_t count) {
  Owned<List> calls;
  for (uint64_t i = 0; i < count; ++i)
    if (objects[i]->flags & kHasWeakrefs) {
      objects[i]->flags &= ~uint32_t{kHasWeakrefs};
      killReferences(objects[i], calls);
    }
  for (uint64_t i = 0; calls && i < calls->length; i += 2) {
    Owned<> reference = Owned<>::retain(listItem(calls, i)), callback = Owned<>::retain(listItem(calls, i + 1));
    Result<Owned<>> result = call_py(callback, {reference});
    if (result.raised())
      writeUnraisable(callback, "while calling weakref callback");
    else
      Owned<> dropped = result.take();
  }
}

} // namespace

WeakReference *firstWeakReference(Object *object) {
  return object->flags & kHasWeakrefs ? findEntry(*runtime().weak, object)->first : nullptr;
}

void linkWeakReference(WeakReference *reference, WeakReference *after) {
  Object *object = reference->referent;
  if (!(object->flags & kHasWeakrefs)) {
    WeakTable &table = tableWithRoom();
    ++table.count;
    *findEntry(table, object) = {object, reference};
    object->flags |= kHasWeakrefs;
    return;
  }
  WeakReference *&link = after ? after->next : findEntry(*runtime().weak, object)->first;
  reference->next = link;
  reference->previous = after;
  if (link)
    link->previous = reference;
  link = reference;
}

void unlinkWeakReference(WeakReference *reference) {
  Object *object = std::exchange(reference->referent, nullptr);
  if (!object)
    return;
  if (reference->next)
    reference->next->previous = reference->previous;
  if (reference->previous) {
    reference->previous->next = reference->next;
  } else if (reference->next) {
    findEntry(*runtime().weak, object)->first = reference->next;
  } else {
    object->flags &= ~uint32_t{kHasWeakrefs};
    removeEntry(*runtime().weak, findEntry(*runtime().weak, object));
  }
  reference->next = reference->previous = nullptr;
}

} // namespace molt
