// From an LLVM module to an object file, assembly or LLVM text: LLVM's optimiser and code generator, set up for
// Molt's two profiles.
#pragma once

#include "compiler/codegen/target.h"

#include <llvm/ADT/SmallVector.h>

namespace molt::codegen {

enum class Emit { Object, Assembly, LlvmText };

struct EmitOptions {
  Target target = Target::Native;
  Profile profile = Profile::Release;
  llvm::Reloc::Model relocation = llvm::Reloc::Static;
};

/// Runs LLVM's optimiser over `module` as `options.profile` asks. The module must have passed setModuleTarget.
void optimizeModule(llvm::Module &module, const EmitOptions &options);

/// Generates code for an optimised `module`, which is consumed in the process: it is in no useful state afterwards.
llvm::Expected<llvm::SmallVector<char, 0>> emitModule(llvm::Module &module, Emit what, const EmitOptions &options);

} // namespace molt::codegen
