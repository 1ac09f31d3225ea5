// `molt build --explain`: what the optimiser has made of a program, as text for people and as JSON for tools
// (docs/explain.md). It is put together from the remarks that the passes have left on the IR (compiler/ir/remark.h).
#pragma once

#include "compiler/driver/compile.h"

#include <llvm/ADT/StringRef.h>

#include <string>

namespace mlir {
class ModuleOp;
} // namespace mlir

namespace molt {

/// `module` is the program behind the passes. Tells about the program's own modules, not about the standard library.
/// `notOptimised`: why there is nothing to tell; empty where there is.
std::string explain(mlir::ModuleOp module, const Program &program, ExplainFormat format, llvm::StringRef notOptimised);

} // namespace molt
