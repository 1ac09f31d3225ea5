// Weak references: objects that know an object without keeping it alive. An object that has some carries kHasWeakrefs;
// the runtime's WeakTable, which is made with the first one, finds them.
//
// Rules
//   1. When an object dies, first all its references (the collector: those of all garbage) lose it, then callbacks run,
//      the one that was made last first. A reference that is garbage itself is not called back.
//   2. Of each kind at most one reference without callback is at the front of an object's list, to be shared.
#pragma once

#include "runtime/core/runtime.h"

namespace molt {

struct WeakReference : Object {
  Value callback;             // null: none
  Object *referent;           // not owned; null: dead
  WeakReference *next, *previous; // of the same object
  int64_t hash;
  bool isHashed;
};

struct WeakTable {
  struct Entry {
    Object *object; // null: free
    WeakReference *first;
  };
  Entry *entries;
  uint64_t capacity, count; // capacity: a power of two
  // clearWeakReferences_py of several; here, so that only programs with weak references have it.
  void (*clear_py)(Object *const *objects, uint64_t count);
  WeakReference *(*first)(Object *object); // firstWeakReference
};

// The first reference to an object, or null.
WeakReference *firstWeakReference(Object *object);
// Puts a new reference into its object's list, behind `after` or, null, in front. reference->referent is set.
void linkWeakReference(WeakReference *reference, WeakReference *after);
// Takes a reference out of its object's list, if its object is alive.
void unlinkWeakReference(WeakReference *reference);

} // namespace molt
