#include "compiler/codegen/inline_calls.h"

#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/Cloning.h>

namespace molt::codegen {

namespace {

constexpr llvm::StringLiteral kHotCall = "molt-hot", kHasInlined = "molt-has-inlined";
constexpr unsigned kLargestCallee = 120; // LLVM instructions
constexpr unsigned kLargestCaller = 3000;

bool isWorthIt(const llvm::CallBase &call, const llvm::Function &callee) {
  const llvm::Function *caller = call.getFunction();
  return !callee.isDeclaration() && &callee != caller && callee.getInstructionCount() <= kLargestCallee &&
         !callee.hasOptNone() && !caller->hasOptNone();
}

} // namespace

void markHotCall(llvm::CallBase &call) {
  call.addFnAttr(llvm::Attribute::get(call.getContext(), kHotCall));
}

// Functions in the module's order. A callee that has grown meanwhile is not inlined; so a chain of calls comes to an end.
llvm::PreservedAnalyses InlineHotCallsPass::run(llvm::Module &module, llvm::ModuleAnalysisManager &) {
  bool any = false;
  for (llvm::Function &caller : module) {
    llvm::SmallVector<llvm::CallBase *> calls;
    for (llvm::BasicBlock &block : caller)
      for (llvm::Instruction &instruction : block)
        if (auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction); call && call->hasFnAttr(kHotCall))
          calls.push_back(call);
    for (llvm::CallBase *call : calls) {
      llvm::Function *callee = call->getCalledFunction();
      if (!callee || !isWorthIt(*call, *callee) || caller.getInstructionCount() > kLargestCaller)
        continue;
      llvm::InlineFunctionInfo info;
      if (!llvm::InlineFunction(*call, info).isSuccess())
        continue;
      caller.addFnAttr(kHasInlined);
      any = true;
    }
  }
  return any ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

llvm::PreservedAnalyses SimplifyInlinedPass::run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses) {
  return function.hasFnAttribute(kHasInlined) ? passes_.run(function, analyses) : llvm::PreservedAnalyses::all();
}

} // namespace molt::codegen
