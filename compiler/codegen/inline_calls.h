// Inlining of fast versions (py-fast-versions) that are small into hot calls of them.
#pragma once

#include <llvm/IR/Function.h>
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

/// The attribute of a function into which something has been inlined, and of a fast version with loops.
inline constexpr llvm::StringLiteral kHasInlined = "molt-has-inlined", kHasLikelyLoops = "molt-has-likely-loops";

/// Runs passes over the functions that have an attribute.
class OnlyWithPass : public llvm::PassInfoMixin<OnlyWithPass> {
public:
  OnlyWithPass(llvm::StringRef attribute, llvm::FunctionPassManager passes)
      : attribute_(attribute), passes_(std::move(passes)) {}
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses) {
    return function.hasFnAttribute(attribute_) ? passes_.run(function, analyses) : llvm::PreservedAnalyses::all();
  }

private:
  llvm::StringRef attribute_;
  llvm::FunctionPassManager passes_;
};

} // namespace molt::codegen
