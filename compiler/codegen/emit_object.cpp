#include "compiler/codegen/emit_object.h"

#include <llvm/Analysis/TargetLibraryInfo.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Target/TargetMachine.h>

namespace molt::codegen {

namespace {

/// The analyses of a pass pipeline, which know each other and the target.
struct Analyses {
  llvm::LoopAnalysisManager loop;
  llvm::FunctionAnalysisManager function;
  llvm::CGSCCAnalysisManager callGraph;
  llvm::ModuleAnalysisManager module;

  void registerWith(llvm::PassBuilder &builder) {
    builder.registerModuleAnalyses(module);
    builder.registerCGSCCAnalyses(callGraph);
    builder.registerFunctionAnalyses(function);
    builder.registerLoopAnalyses(loop);
    builder.crossRegisterProxies(loop, function, callGraph, module);
  }
};

} // namespace

void optimizeModule(llvm::Module &module, const EmitOptions &options) {
#ifndef NDEBUG
  if (llvm::verifyModule(module, &llvm::errs()))
    llvm::report_fatal_error("the compiler made an invalid LLVM module");
#endif
  auto machine = createTargetMachine(options.target, options.profile, options.relocation);
  llvm::PipelineTuningOptions tuning;
  llvm::PassBuilder builder(machine.get(), tuning);
  Analyses analyses;
  analyses.registerWith(builder);
  llvm::ModulePassManager passes =
      options.profile == Profile::Dev
          ? builder.buildO0DefaultPipeline(llvm::OptimizationLevel::O0)
          : builder.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2);
  passes.run(module, analyses.module);
}

static llvm::SmallVector<char, 0> printText(const llvm::Module &module) {
  llvm::SmallVector<char, 0> result;
  llvm::raw_svector_ostream stream(result);
  module.print(stream, nullptr);
  return result;
}

llvm::Expected<llvm::SmallVector<char, 0>> emitModule(llvm::Module &module, Emit what,
                                                      const EmitOptions &options) {
  if (what == Emit::LlvmText)
    return printText(module);
  auto machine = createTargetMachine(options.target, options.profile, options.relocation);
  llvm::SmallVector<char, 0> result;
  llvm::raw_svector_ostream stream(result);
  // The code generator still runs under the legacy pass manager; the new one does not carry it in LLVM 22.
  llvm::legacy::PassManager passes;
  llvm::TargetLibraryInfoImpl libraryInfo(module.getTargetTriple());
  passes.add(new llvm::TargetLibraryInfoWrapperPass(libraryInfo));
  auto type = what == Emit::Object ? llvm::CodeGenFileType::ObjectFile : llvm::CodeGenFileType::AssemblyFile;
  if (machine->addPassesToEmitFile(passes, stream, nullptr, type))
    return llvm::createStringError("no code generator for target '%s'", targetName(options.target).data());
  passes.run(module);
  return result;
}

} // namespace molt::codegen
