// The order of the passes, and their names for molt-opt.
#include "compiler/transforms/pipeline.h"

#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <mlir/Pass/PassManager.h>
#include <mlir/Pass/PassRegistry.h>

namespace molt::transforms {

void buildPipeline(mlir::OpPassManager &manager, const PipelineOptions &options) {
  manager.addNestedPass<py::FuncOp>(createFuseUnpacksPass());
  if (options.versions) {
    manager.addPass(createInferLikelyPass());
    manager.addPass(createConstantCellsPass());
    manager.addPass(createFastVersionsPass());
  }
  mlir::OpPassManager &flat = manager.nest<py::FuncOp>();
  flat.addPass(createFuseKeysPass());
  flat.addPass(createInferBorrowsPass());
  flat.addPass(createFuseAppendsPass());
  flat.addPass(createFuseTestsPass());
  flat.addPass(createExceptionEdgesPass());
  flat.addPass(createDefiniteAssignmentPass());
  if (options.versions) {
    flat.addPass(createForwardToFastPass());
    manager.addPass(createVersionBlocksPass());
  }
  mlir::OpPassManager &counted = manager.nest<py::FuncOp>();
  counted.addPass(createInsertRefcountsPass());
  counted.addPass(createSpillAcrossYieldsPass());
}

void registerPasses() {
  mlir::registerPass(createInferLikelyPass);
  mlir::registerPass(createConstantCellsPass);
  mlir::registerPass(createFastVersionsPass);
  mlir::registerPass(createFuseUnpacksPass);
  mlir::registerPass(createFuseKeysPass);
  mlir::registerPass(createInferBorrowsPass);
  mlir::registerPass(createFuseAppendsPass);
  mlir::registerPass(createFuseTestsPass);
  mlir::registerPass(createExceptionEdgesPass);
  mlir::registerPass(createDefiniteAssignmentPass);
  mlir::registerPass(createForwardToFastPass);
  mlir::registerPass([] { return createVersionBlocksPass(); });
  mlir::registerPass(createInsertRefcountsPass);
  mlir::registerPass(createSpillAcrossYieldsPass);
  mlir::PassPipelineRegistration<>("py-lower", "All passes before the lowering to LLVM",
                                   [](mlir::OpPassManager &manager) { buildPipeline(manager); });
}

} // namespace molt::transforms
