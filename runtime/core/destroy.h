// The end of objects (see destroy.cpp). release() calls destroyObject_py, declared in type.h.
#pragma once

#include "runtime/core/runtime.h"

namespace molt {

// Runs the finalizer of an object whose count may be zero; true when the count is zero after it.
bool finalizeObject_py(Object *object);

} // namespace molt
