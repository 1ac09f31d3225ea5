// Leaves out of a program what of the runtime it cannot reach: docs/pruning.md.
#pragma once

#include "compiler/codegen/prune_tables.h"

#include <llvm/Support/Error.h>

#include <string>

namespace molt::driver {

/// Defines the runtime's tables in `module`, whose code is complete, and gives the text of the runtime's archive to link it
/// with: that of the file `archive` without what the program cannot reach. Empty: that file itself, with nothing left out.
llvm::Expected<std::string> pruneRuntime(llvm::Module &module, const codegen::ReachableNames &reachable,
                                         const std::string &archive);

} // namespace molt::driver
