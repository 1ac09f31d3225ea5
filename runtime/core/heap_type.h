// Types that a running program makes: class statements, type(name, bases, dict), and the runtime's own
// types with several bases.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

// A class. Its dict, bases and mro are references it owns; slots are recomputed (updateSlots) whenever
// a special method appears, changes or goes.
struct HeapType : Type {
  TypeData data;
  NumberSlots numberSlots;
  ContainerSlots containerSlots;
  Value nameObject, qualname; // str
  Ptr<Type> layoutBase;       // the static type whose layout instances begin with
  Value slotNames;            // tuple of str: names of the slots, inherited ones first
  Value slotHints;            // tuple of str: what slotNames was made from (own part)
};
inline HeapType *asHeap(Type *type) { return static_cast<HeapType *>(type); }

} // namespace molt
