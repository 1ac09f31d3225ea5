// py-infer-likely: hints for the whole program (compiler/ir/inference.h).
#include "compiler/ir/inference.h"
#include "compiler/transforms/passes.h"

#include <mlir/IR/BuiltinOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

struct InferLikelyPass : mlir::PassWrapper<InferLikelyPass, mlir::OperationPass<mlir::ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(InferLikelyPass)
  llvm::StringRef getArgument() const override { return "py-infer-likely"; }
  llvm::StringRef getDescription() const override { return "What values are likely to be, in the whole program"; }
  void runOnOperation() override { py::Inference(getOperation()).run(); }
};

} // namespace

std::unique_ptr<mlir::Pass> createInferLikelyPass() { return std::make_unique<InferLikelyPass>(); }

} // namespace molt::transforms
