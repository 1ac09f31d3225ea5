// The road from irgen's py to codegen's py.
#pragma once

namespace mlir {
class OpPassManager;
} // namespace mlir

namespace molt::transforms {

struct PipelineOptions {
  bool versions = true; // of basic blocks, for known kinds of values: the release profile
};

/// Adds all passes that lowering to LLVM needs to `manager`, whose op is the builtin.module that holds the py.funcs.
void buildPipeline(mlir::OpPassManager &manager, const PipelineOptions &options = {});

} // namespace molt::transforms
