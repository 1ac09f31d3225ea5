// The builtins whose calls have special forms, by name (specialize_builtins.cpp, specialize_iteration.cpp). While a module has
// nothing else under such a name, GlobalCache::known says so, as of other known globals.
#pragma once

#include <llvm/ADT/StringRef.h>

namespace molt::py {

/// What py.is_function, or py.is_symbol of types, calls it; empty where it is none of them.
llvm::StringRef knownBuiltin(llvm::StringRef name);

} // namespace molt::py
