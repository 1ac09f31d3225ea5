// The road through the core: irgen, analysis, transforms, codegen.
#include "compiler/driver/compile.h"

#include <llvm/IR/Module.h>

namespace molt {

static void refuse(const Program &program, Diagnostics &diagnostics) {
  diagnostics.report(DiagnosticKind::CompileError, *program.modules[0].source, {1, 0, 0, 0},
                     "this build of Molt has no code generator");
}

std::unique_ptr<llvm::Module> compileProgram(const Program &program, const CompileOptions &, llvm::LLVMContext &,
                                             Diagnostics &diagnostics) {
  refuse(program, diagnostics);
  return nullptr;
}

bool printProgram(const Program &program, const CompileOptions &, llvm::raw_ostream &, Diagnostics &diagnostics) {
  refuse(program, diagnostics);
  return false;
}

} // namespace molt
