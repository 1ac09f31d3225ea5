// Loops that count: most rounds run in a copy that need not test what the count, and the round before, have told.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/IR/PassManager.h>

namespace molt::codegen {

/// Metadata of the loads and stores with which a loop asks whether something happened (RuntimeEvents::wanted).
inline constexpr llvm::StringLiteral kPoll = "molt.poll";

/// An innermost loop that calls nothing and has a number that grows by the same amount in each round gets a copy for up to
/// kRounds rounds at a time. The loop does a round as before, with all tests; then the copy does as many as all bounds of
/// that number allow. In the copy
///  - comparisons with these bounds are decided, and nobody asks for events;
///  - what is the same in each round (lengths, types, where items are) has the value that it had in the round before;
///  - arithmetic on numbers that were found to be small cannot overflow.
/// Wants simple loops whose values are used outside through phis only (LoopSimplify, LCSSA).
struct CountedLoopsPass : llvm::PassInfoMixin<CountedLoopsPass> {
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace molt::codegen
