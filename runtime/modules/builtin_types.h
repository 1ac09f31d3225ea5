// The table of the types that are names of module `builtins`, exceptions included.
#pragma once

#include "runtime/core/exception_types.h"

namespace molt {

// Ends with null. A program may bring its own table (see docs/pruning.md).
extern Type *const builtinTypes[] __asm__("molt_builtin_types");
// All their names, separated by spaces.
extern const char builtinTypeNames[];

} // namespace molt
