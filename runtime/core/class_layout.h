// Where a new class puts the fields of its instances (see class_layout.cpp and instance.h).
#pragma once

#include "runtime/core/heap_type.h"

namespace molt {

// The base whose layout instances begin with. TypeError when bases cannot be combined.
Result<Type *> chooseLayoutBase(Borrowed<Tuple> bases);
// Sets fields, dict and slots of type from its base, the __slots__ in its dict, and the hints (a tuple
// of attribute names in order of first assignment, or null). type->base and data.dict are set.
Result<void> layOutFields_py(HeapType *type, Borrowed<> hints);
// Can an object of the one type become one of the other where it lies?
bool layoutsAgree(const Type *oldType, const Type *newType);

} // namespace molt
