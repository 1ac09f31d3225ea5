// From flat, counted py (transforms/pipeline.h) to an LLVM module that defines @molt_program (abi/object.h).
#pragma once

#include "compiler/codegen/target.h"

#include <mlir/IR/BuiltinOps.h>

#include <memory>
#include <string>

namespace llvm {
class LLVMContext;
class Module;
} // namespace llvm

namespace molt::codegen {

struct CodegenOptions {
  Target target = Target::Native;
  Profile profile = Profile::Release;
  /// Whether the runtime's symbols are at fixed places: not so for code that the JIT places anywhere.
  bool isStatic = true;
  unsigned pythonMinor = 14;
  std::string pythonVersion = "3.14.2";
};

/// Lowers all py.module_codes in `module`; the first is __main__. Functions that no module reaches are left out.
/// Returns null after an error on an op (a broken invariant of the passes before).
std::unique_ptr<llvm::Module> lowerToLLVM(mlir::ModuleOp module, llvm::LLVMContext &context,
                                          const CodegenOptions &options);

} // namespace molt::codegen
