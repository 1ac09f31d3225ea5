// py-version-blocks: static versioning of basic blocks.
//
// Runs on the flat graph behind py-definite-assignment, before reference counts. Each block is cloned for the kinds
// (specialization.h) that its values and variables have on the ways into it. In a version, numbers of one known kind
// are unboxed SSA values, and ops that have a special form for the kinds of their operands take it; a test forks the
// path, and both sides know its answer. So a loop tests its variables in its first round and never again.
//
// What holds at each point of a version:
//   1. A value of the old function is bound to its parts: one word (!py.value), one number, or the parts of a range.
//   2. A variable lives in its slot (Memory) or is a number in a register (Register); then the slot holds no object, so
//      there is nothing to release in it and a store need not look. Stale is a slot without an object whose variable is
//      dead, or unbound.
//   3. Blocks take what is live in them as arguments, but for words that are the function's own parameters, which are
//      borrowed and dominate everything, and constants, which are made where they are used.
//   4. Blocks that only an exception reaches have one version, which knows nothing: all variables are in their slots.
//   5. A block has few versions; one more becomes the join with a version that it resembles, in the end the general
//   one.
//      When the function has grown by its budget, no test is made any more.
//
// (Static basic block versioning: Melancon, Feeley and Serrano, ECOOP 2024.)
#include "compiler/transforms/passes.h"
#include "compiler/versioning/function_versioner.h"

#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

struct VersionBlocksPass : mlir::PassWrapper<VersionBlocksPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(VersionBlocksPass)
  llvm::StringRef getArgument() const override { return "py-version-blocks"; }
  llvm::StringRef getDescription() const override { return "Blocks for known kinds of values, numbers unboxed"; }
  void getDependentDialects(mlir::DialectRegistry &registry) const override {
    registry.insert<mlir::cf::ControlFlowDialect, mlir::arith::ArithDialect>();
  }
  void runOnOperation() override {
    py::FuncOp function = getOperation();
    std::optional<std::string> reason = versioning::reasonAgainstVersions(function);
    if (!reason)
      versioning::FunctionVersioner(function, structured).run();
    else if (py::isExplaining(function))
      function->setAttr(py::kStaysAttr, mlir::StringAttr::get(&getContext(), *reason));
  }

  VersionBlocksPass() = default;
  VersionBlocksPass(const VersionBlocksPass &other) : PassWrapper(other) {}
  Option<bool> structured{*this, "structured", llvm::cl::desc("No jumps into the middle of another version of a loop"),
                          llvm::cl::init(false)};
};

} // namespace

std::unique_ptr<mlir::Pass> createVersionBlocksPass(bool structured) {
  auto pass = std::make_unique<VersionBlocksPass>();
  pass->structured = structured;
  return pass;
}

} // namespace molt::transforms
