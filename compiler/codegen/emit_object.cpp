#include "compiler/codegen/emit_object.h"

#include "compiler/codegen/counted_loops.h"
#include "compiler/codegen/fold_static_objects.h"
#include "compiler/codegen/inline_calls.h"
#include "compiler/codegen/replace_instances.h"
#include "compiler/codegen/split_early_exits.h"

#include <llvm/Analysis/TargetLibraryInfo.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Target/TargetMachine.h>
#include <llvm/Transforms/IPO/GlobalDCE.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/ADCE.h>
#include <llvm/Transforms/Scalar/DeadStoreElimination.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/GVN.h>
#include <llvm/Transforms/Scalar/JumpThreading.h>
#include <llvm/Transforms/Scalar/LICM.h>
#include <llvm/Transforms/Scalar/LoopPassManager.h>
#include <llvm/Transforms/Scalar/LoopRotation.h>
#include <llvm/Transforms/Scalar/SROA.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>
#include <llvm/Transforms/Utils/LCSSA.h>
#include <llvm/Transforms/Utils/LoopSimplify.h>

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

// LLVM's own O2 spends its time where compiled Python gives it nothing to do: there are few calls to inline (functions
// are reached through objects) and hardly a loop without calls. What pays are registers for variables, the merging of
// tag tests, and the threading of jumps over them; the passes for just that take a quarter of the time.
llvm::FunctionPassManager simplification() {
  llvm::SimplifyCFGOptions simplify;
  simplify.convertSwitchRangeToICmp(true).hoistCommonInsts(true);
  llvm::FunctionPassManager functions;
  functions.addPass(llvm::SROAPass(llvm::SROAOptions::ModifyCFG));
  functions.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/true));
  functions.addPass(llvm::SimplifyCFGPass(simplify));
  functions.addPass(llvm::InstCombinePass());
  functions.addPass(llvm::JumpThreadingPass());
  functions.addPass(llvm::SimplifyCFGPass(simplify));
  functions.addPass(llvm::EarlyCSEPass());
  functions.addPass(llvm::InstCombinePass());
  functions.addPass(llvm::ADCEPass());
  functions.addPass(llvm::SimplifyCFGPass(simplify));
  return functions;
}

// What is only known to an instance that has been replaced can be replaced next.
constexpr unsigned kReplacements = 3;

void replaceInstances(llvm::FunctionPassManager &functions, unsigned rounds) {
  functions.addPass(ReplaceInstancesPass());
  llvm::FunctionPassManager further;
  further.addPass(llvm::SROAPass(llvm::SROAOptions::ModifyCFG));
  further.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/true));
  further.addPass(llvm::InstCombinePass());
  further.addPass(llvm::JumpThreadingPass());
  further.addPass(llvm::SimplifyCFGPass());
  if (rounds > 1)
    replaceInstances(further, rounds - 1);
  functions.addPass(OnlyWithPass(kHasReplaced, std::move(further)));
}

/// What inlined code and its surroundings have in common.
llvm::FunctionPassManager afterInlining() {
  llvm::FunctionPassManager functions;
  functions.addPass(llvm::SROAPass(llvm::SROAOptions::ModifyCFG));
  functions.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/true)); // GVN does not look as far back for what is invariant
  functions.addPass(llvm::InstCombinePass());
  functions.addPass(FoldStaticObjectsPass());
  functions.addPass(llvm::JumpThreadingPass());
  functions.addPass(llvm::GVNPass(llvm::GVNOptions().setPRE(false).setLoadPRE(false)));
  functions.addPass(llvm::DSEPass());
  functions.addPass(llvm::InstCombinePass());
  functions.addPass(llvm::JumpThreadingPass());
  functions.addPass(llvm::SimplifyCFGPass());
  replaceInstances(functions, kReplacements);
  return functions;
}

/// What a loop of likely code has in each round the same leaves it.
llvm::FunctionPassManager loops() {
  llvm::LoopPassManager rotation, motion;
  rotation.addPass(llvm::LoopRotatePass());
  motion.addPass(llvm::LICMPass(llvm::LICMOptions()));
  llvm::FunctionPassManager functions;
  functions.addPass(llvm::LoopSimplifyPass());
  functions.addPass(llvm::LCSSAPass());
  functions.addPass(CountedLoopsPass());
  functions.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/false));
  functions.addPass(llvm::SimplifyCFGPass());
  functions.addPass(llvm::createFunctionToLoopPassAdaptor(std::move(rotation)));
  functions.addPass(llvm::createFunctionToLoopPassAdaptor(std::move(motion), /*UseMemorySSA=*/true));
  functions.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/true));
  functions.addPass(llvm::InstCombinePass());
  functions.addPass(llvm::SimplifyCFGPass());
  return functions;
}

llvm::ModulePassManager releasePipeline() {
  llvm::ModulePassManager passes;
  passes.addPass(llvm::createModuleToFunctionPassAdaptor(simplification()));
  passes.addPass(SplitEarlyExitsPass());
  passes.addPass(InlineHotCallsPass(afterInlining()));
  passes.addPass(llvm::createModuleToFunctionPassAdaptor(OnlyWithPass(kHasLikelyLoops, loops())));
  passes.addPass(llvm::GlobalDCEPass());
  return passes;
}

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
  llvm::ModulePassManager passes = options.profile == Profile::Dev
                                       ? builder.buildO0DefaultPipeline(llvm::OptimizationLevel::O0)
                                       : releasePipeline();
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
