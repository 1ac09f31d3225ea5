// The passes from py as irgen leaves it to py as codegen takes it, in the order in which pipeline.h runs them.
// Each works on one py.func, unless it says otherwise.
#pragma once

#include <memory>

namespace mlir {
class Pass;
} // namespace mlir

namespace molt::transforms {

/// py-infer-likely: ops, parameters and results get hints of what they are likely to be. Works on the whole program.
std::unique_ptr<mlir::Pass> createInferLikelyPass();

/// py-constant-cells: loads of shared variables that are bound once are told so. Works on the whole program.
std::unique_ptr<mlir::Pass> createConstantCellsPass();

/// py-fast-versions: functions that calls are likely to reach get versions for the likely kinds of their parameters,
/// which py-version-blocks must then compile. Works on the whole program.
std::unique_ptr<mlir::Pass> createFastVersionsPass();

/// py-fuse-unpacks: tuple displays that are unpacked at once are not made.
std::unique_ptr<mlir::Pass> createFuseUnpacksPass();

/// py-fuse-keys: tuple displays that are only looked up are not made.
std::unique_ptr<mlir::Pass> createFuseKeysPass();

/// py-infer-borrows: loads of variables whose value the slot keeps for long enough take no count.
std::unique_ptr<mlir::Pass> createInferBorrowsPass();

/// py-fuse-appends: `variable += value` may change the variable's value in place.
std::unique_ptr<mlir::Pass> createFuseAppendsPass();

/// py-fuse-tests: comparisons whose result is only tested become one op.
std::unique_ptr<mlir::Pass> createFuseTestsPass();

/// py-exception-edges: py.try regions become one control flow graph in which every raise is an edge.
std::unique_ptr<mlir::Pass> createExceptionEdgesPass();

/// py-definite-assignment: variables that are surely bound need no check, those surely unbound no release.
std::unique_ptr<mlir::Pass> createDefiniteAssignmentPass();

/// py-forward-to-fast: functions that have a fast version ask whether it suits, and have no inline code themselves.
std::unique_ptr<mlir::Pass> createForwardToFastPass();

/// py-version-blocks: blocks are cloned for the kinds of their values, and numbers are unboxed.
std::unique_ptr<mlir::Pass> createVersionBlocksPass();

/// py-insert-refcounts: retains and releases, by liveness over that graph.
std::unique_ptr<mlir::Pass> createInsertRefcountsPass();

/// py-spill-across-yields: values that live while a generator is suspended move into its frame.
std::unique_ptr<mlir::Pass> createSpillAcrossYieldsPass();

/// Makes the passes known to molt-opt.
void registerPasses();

} // namespace molt::transforms
