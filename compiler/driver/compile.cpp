// The road through the core: scopes, irgen, the passes over py, codegen.
#include "compiler/driver/compile.h"

#include "compiler/codegen/codegen.h"
#include "compiler/driver/explain.h"
#include "compiler/ir/py_dialect.h"
#include "compiler/ir/remark.h"
#include "compiler/irgen/irgen.h"
#include "compiler/transforms/pipeline.h"
#include "frontend/scope.h"

#include <llvm/IR/Module.h>
#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlow.h>
#include <mlir/IR/BuiltinOps.h>
#include <mlir/IR/MLIRContext.h>
#include <mlir/Pass/PassManager.h>

namespace molt {
namespace {

/// The program in the py dialect, and what that stands on.
class Core {
public:
  Core() : context_(mlir::MLIRContext::Threading::DISABLED) {
    context_.loadDialect<py::PyDialect, mlir::cf::ControlFlowDialect, mlir::arith::ArithDialect>();
    module_ = mlir::ModuleOp::create(mlir::UnknownLoc::get(&context_));
  }

  /// The program as irgen makes it. False after errors.
  bool generate(const Program &program, const CompileOptions &options, Diagnostics &diagnostics) {
    bool good = true;
    for (const ProgramModule &module : program.modules)
      good &= generate(module, program, options, diagnostics);
    return good;
  }

  bool transform(const Program &program, const CompileOptions &options) {
    if (options.explain == ExplainFormat::None)
      return runPasses(options);
    (*module_)->setAttr(py::kExplainAttr, mlir::UnitAttr::get(&context_));
    bool good = runPasses(options);
    if (good)
      *options.explanation = explain(*module_, program, options.explain, reasonAgainstOptimising(options));
    return good;
  }

  mlir::ModuleOp module() { return *module_; }

private:
#ifdef NDEBUG
  static constexpr bool verifies = false;
#else
  static constexpr bool verifies = true;
#endif

  /// In words for the user; empty where there is none.
  static llvm::StringRef reasonAgainstOptimising(const CompileOptions &options) {
    return options.profile == codegen::Profile::Release
               ? ""
               : "the dev profile compiles fast. Build with --profile release to see what that does";
  }

  bool runPasses(const CompileOptions &options) {
    mlir::PassManager manager(&context_);
    manager.enableVerifier(verifies);
    transforms::buildPipeline(manager, {.versions = options.profile == codegen::Profile::Release});
    return mlir::succeeded(manager.run(*module_));
  }

  bool generate(const ProgramModule &module, const Program &program, const CompileOptions &options,
                Diagnostics &diagnostics) {
    if (!module.tree) {
      irgen::generateNamespacePackage(*module_, module.name, module.path);
      return true;
    }
    std::unique_ptr<ScopeTable> scopes =
        analyzeScopes(*module.tree, *module.source, *program.context, diagnostics, program.version);
    if (!scopes)
      return false;
    irgen::ModuleInput input{module.name,  module.path,      module.source.get(), module.tree,
                             scopes.get(), module.isPackage, program.version,     options.typeHints};
    if (module.isLibrary) // is as it is
      input.typeHints = std::min(options.typeHints, irgen::TypeHintMode::Guard);
    return irgen::generate(*module_, input, diagnostics);
  }

  mlir::MLIRContext context_;
  mlir::OwningOpRef<mlir::ModuleOp> module_;
};

} // namespace

std::unique_ptr<llvm::Module> compileProgram(const Program &program, const CompileOptions &options,
                                             llvm::LLVMContext &context, Diagnostics &diagnostics) {
  Core core;
  if (!core.generate(program, options, diagnostics) || !core.transform(program, options))
    return nullptr;
  codegen::CodegenOptions codegenOptions;
  codegenOptions.target = options.target;
  codegenOptions.profile = options.profile;
  codegenOptions.isStatic = options.relocation == llvm::Reloc::Static;
  codegenOptions.pythonMinor = program.version.minor;
  codegenOptions.pythonVersion = releaseOf(program.version);
  return codegen::lowerToLLVM(core.module(), context, codegenOptions);
}

bool printProgram(const Program &program, const CompileOptions &options, llvm::raw_ostream &out,
                  Diagnostics &diagnostics) {
  Core core;
  if (!core.generate(program, options, diagnostics) || !core.transform(program, options))
    return false;
  core.module().print(out);
  return true;
}

} // namespace molt
