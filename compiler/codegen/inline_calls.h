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
llvm::SmallVector<llvm::CallBase *> hotCalls(llvm::Function &function);

/// Behind a fast version's name: the name of what it leaves to.
inline constexpr llvm::StringLiteral kContinuation = ".continue";

/// What a fast version is likely to give, where that is a pair (py::givesLikely).
enum class LikelyResult { Int, Float, Word };
/// Marks the function that a fast version leaves to. Where the version is inlined, the caller leaves, too: what the
/// continuation gives always counts as something else, so the ways do not join again.
void markContinuation(llvm::Function &continuation, LikelyResult result);
/// Of a function that leaves where the fast version `source` would.
void nameContinuation(llvm::Function &function, llvm::StringRef source);

/// Wants functions that have been simplified. Callees come before callers, and `after` runs over each function into which
/// something has been inlined, so that what is asked is how large they are then.
class InlineHotCallsPass : public llvm::PassInfoMixin<InlineHotCallsPass> {
public:
  InlineHotCallsPass() = default;
  explicit InlineHotCallsPass(llvm::FunctionPassManager after) : after_(std::move(after)) {}
  llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &analyses);

private:
  llvm::FunctionPassManager after_;
};

/// The attribute of a fast version with loops.
inline constexpr llvm::StringLiteral kHasLikelyLoops = "molt-has-likely-loops";

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
