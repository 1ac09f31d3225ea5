// The compiler's core as the driver sees it: a program goes in, an LLVM module comes out.
#pragma once

#include "compiler/codegen/target.h"
#include "compiler/irgen/type_hint_mode.h"
#include "compiler/driver/program.h"

#include <llvm/Support/CodeGen.h>

#include <memory>

namespace llvm {
class LLVMContext;
class Module;
class raw_ostream;
} // namespace llvm

namespace molt {

/// What the optimiser is to tell (compiler/driver/explain.h).
enum class ExplainFormat { None, Text, Json };

struct CompileOptions {
  irgen::TypeHintMode typeHints = irgen::TypeHintMode::Guard;
  codegen::Target target = codegen::Target::Native;
  codegen::Profile profile = codegen::Profile::Release;
  /// Static for an executable; PIC for code that `molt run` places anywhere in memory. Symbols of the runtime are
  /// dso_local only when it is Static.
  llvm::Reloc::Model relocation = llvm::Reloc::Static;
  ExplainFormat explain = ExplainFormat::None;
  std::string *explanation = nullptr; ///< where it goes; not null when there is to be one
};

/// Compiles `program`, which loaded without errors, down to LLVM IR that has not been optimised by LLVM yet. The
/// module defines `molt_program`, a ProgramCode of abi/object.h. Null after errors, which are in `diagnostics`.
std::unique_ptr<llvm::Module> compileProgram(const Program &program, const CompileOptions &options,
                                             llvm::LLVMContext &context, Diagnostics &diagnostics);

/// Prints the program in the py dialect, after Molt's own passes, for --emit py. False after errors.
bool printProgram(const Program &program, const CompileOptions &options, llvm::raw_ostream &out,
                  Diagnostics &diagnostics);

} // namespace molt
