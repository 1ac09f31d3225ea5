// py-infer-borrows: drops `owned` from a py.load_local whose slot keeps the value for as long as it is used.
//
// A variable owns what it holds until this function itself rebinds or unbinds it: nobody else can reach a slot (shared
// variables live in cells). So a load needs no count of its own when
//   1. every use stands in the load's block, at its level of regions,
//   2. no use takes over the count, and
//   3. no store, delete or move of the same slot, and no py.yield (where the generator may be thrown away), stands
//      between the load and its last use. The yield itself may use the value: the frame outlives the suspension.
// Exception edges do not matter: a slot is released only after the last use on every way out.
//
// One walk backwards over each block, with the nearest following op that ends each slot's guarantee.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <llvm/ADT/DenseMap.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

// The slot whose value `op` takes away, or null.
mlir::Value changedSlot(mlir::Operation *op) {
  if (auto store = mlir::dyn_cast<py::StoreLocalOp>(op))
    return store.getSlot();
  if (auto remove = mlir::dyn_cast<py::DeleteLocalOp>(op))
    return remove.getSlot();
  if (auto move = mlir::dyn_cast<py::MoveLocalOp>(op))
    return move.getSlot();
  return {};
}

bool usesEndBefore(py::LoadLocalOp load, mlir::Operation *change, mlir::Operation *yield) {
  for (mlir::OpOperand &use : load.getValue().getUses()) {
    mlir::Operation *user = use.getOwner();
    if (user->getBlock() != load->getBlock() || py::consumesOperand(user, use.getOperandNumber()))
      return false;
    if (change && !user->isBeforeInBlock(change))
      return false;
    if (yield && user != yield && !user->isBeforeInBlock(yield))
      return false;
  }
  return true;
}

void inferInBlock(mlir::Block &block) {
  llvm::DenseMap<mlir::Value, mlir::Operation *> nextChange;
  mlir::Operation *nextYield = nullptr;
  for (mlir::Operation &op : llvm::reverse(block)) {
    if (auto load = mlir::dyn_cast<py::LoadLocalOp>(op)) {
      if (load.getOwned() && usesEndBefore(load, nextChange.lookup(load.getSlot()), nextYield))
        load.setOwned(false);
    } else if (mlir::Value slot = changedSlot(&op)) {
      nextChange[slot] = &op;
    } else if (mlir::isa<py::YieldOp>(op)) {
      nextYield = &op;
    }
  }
}

struct InferBorrowsPass : mlir::PassWrapper<InferBorrowsPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(InferBorrowsPass)
  llvm::StringRef getArgument() const override { return "py-infer-borrows"; }
  llvm::StringRef getDescription() const override { return "Loads of variables that need no count of their own"; }
  void runOnOperation() override {
    getOperation()->walk([](mlir::Block *block) { inferInBlock(*block); });
  }
};

} // namespace

std::unique_ptr<mlir::Pass> createInferBorrowsPass() { return std::make_unique<InferBorrowsPass>(); }

} // namespace molt::transforms
