// Inlining of fast versions (py-fast-versions) that are small into hot calls of them.
#pragma once

#include <llvm/IR/PassManager.h>

namespace llvm {
class CallBase;
}

namespace molt::codegen {

/// Marks a direct call of a fast version that is done often.
void markHotCall(llvm::CallBase &call);

/// Wants functions that have been simplified.
struct InlineHotCallsPass : llvm::PassInfoMixin<InlineHotCallsPass> {
  llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &analyses);
};

/// Runs passes over the functions into which something has been inlined.
class SimplifyInlinedPass : public llvm::PassInfoMixin<SimplifyInlinedPass> {
public:
  explicit SimplifyInlinedPass(llvm::FunctionPassManager passes) : passes_(std::move(passes)) {}
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

private:
  llvm::FunctionPassManager passes_;
};

} // namespace molt::codegen
