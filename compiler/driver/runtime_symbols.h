// The table of the runtime's entry points that the build generates from the runtime archive.
#pragma once

#include "compiler/codegen/jit.h"

namespace molt::driver {

/// Every extern "C" function and object of the runtime named molt_*, sorted by name.
llvm::ArrayRef<codegen::HostSymbol> runtimeSymbols();

} // namespace molt::driver
