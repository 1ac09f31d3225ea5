// From an LLVM module to objects: in parts that are compiled at the same time, each as much as it is worth.
//
// Rules:
//  1. How a module is split depends on the module alone, never on the machine: the same input gives the same bytes.
//  2. Functions with `optnone` run once or are too long for LLVM's register allocator (FunctionLowering::measure); their
//     parts are compiled as in the dev profile.
//  3. All data is in the first part.
#pragma once

#include "compiler/codegen/emit_object.h"

#include <vector>

namespace molt::codegen {

using ObjectBytes = llvm::SmallVector<char, 0>;

/// Optimises `module` and generates code for it. The objects are linked together, in this order. Consumes the module.
llvm::Expected<std::vector<ObjectBytes>> emitObjects(llvm::Module &module, const EmitOptions &options);

} // namespace molt::codegen
