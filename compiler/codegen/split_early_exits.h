// Recursive functions that mostly return at once: what they test first becomes a function of its own, which is small enough
// to be inlined, and needs no registers saved. Partial inlining; what it saves in the function itself is what shrink wrapping is
// for (Chow, Minimizing Register Usage Penalty at Procedure Calls, PLDI 1988).
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/IR/PassManager.h>

namespace molt::codegen {

/// Behind the function's name: that of what it does beside returning at once.
inline constexpr llvm::StringLiteral kBody = ".body";

/// Wants functions that have been simplified.
class SplitEarlyExitsPass : public llvm::PassInfoMixin<SplitEarlyExitsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &analyses);
};

} // namespace molt::codegen
