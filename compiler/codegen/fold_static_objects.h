// What is known of objects that are static data, where inlining has brought them to code for any object: they are pointers,
// and immortal.
#pragma once

#include <llvm/IR/PassManager.h>

namespace molt::codegen {

/// Folds the loads of their counts, and the tests for what is a pointer.
class FoldStaticObjectsPass : public llvm::PassInfoMixin<FoldStaticObjectsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace molt::codegen
