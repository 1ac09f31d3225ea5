// What compiled code was made to know of classes (ClassFacts of abi/object.h), and when it ends.
#pragma once

#include "abi/class_changes.h"
#include "runtime/core/heap_type.h"

namespace molt {

// An attribute of the class changes (null: any may have), or its bases do.
void noteClassChange(HeapType *type, Borrowed<Str> name);
// An object of the class gets another one.
inline void noteClassAssignment(Type *old) {
  if (old->isHeap() && asHeap(old)->facts)
    runtime().classesChanged |= kClassesChanged;
}
// A function gets another code, or a property another getter: it may be a method.
void noteFunctionChange();
// The class dies.
void forgetClassFacts(HeapType *type);

} // namespace molt
