// What LLVM's code generator may call in the C library on its own account.
#pragma once

#include "compiler/codegen/jit.h"

namespace molt::driver {

llvm::ArrayRef<codegen::HostSymbol> libcSymbols();

} // namespace molt::driver
