// py-fuse-appends: `text += more` on a variable, without a copy of the text.
//
// A str may grow in place only when nobody else can see it, so the variable itself must give up its count for the time
// of the operation. Where py.inplace_add reads a variable that the very next op binds to its result, both become
// py.inplace_add_local and the store; that op takes the value out of the slot when this helps. Runs behind
// py-infer-borrows, which has shown for a borrowed load that the slot is the same up to its last use.
// (CPython does the same, for local variables and str alone.)
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

struct FuseAppendsPass : mlir::PassWrapper<FuseAppendsPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(FuseAppendsPass)
  llvm::StringRef getArgument() const override { return "py-fuse-appends"; }
  llvm::StringRef getDescription() const override { return "variable += value, in place"; }

  void runOnOperation() override {
    getOperation()->walk([](py::InplaceAddOp add) {
      auto load = add.getLeft().getDefiningOp<py::LoadLocalOp>();
      auto store = mlir::dyn_cast_or_null<py::StoreLocalOp>(add->getNextNode());
      if (!load || load.getOwned() || !load.getValue().hasOneUse() || !store || store.getSlot() != load.getSlot() ||
          store.getValue() != add.getResult() || !add.getResult().hasOneUse())
        return;
      // The value is loaded again where it is used: carried from block to block it would be counted.
      mlir::OpBuilder builder(add);
      auto again = mlir::cast<py::LoadLocalOp>(builder.clone(*load));
      again.setChecked(false);
      auto fused = py::InplaceAddLocalOp::create(builder, add.getLoc(), add.getResult().getType(), load.getSlot(), again,
                                                 add.getRight());
      add.getResult().replaceAllUsesWith(fused.getResult());
      add.erase();
    });
  }
};

} // namespace

std::unique_ptr<mlir::Pass> createFuseAppendsPass() { return std::make_unique<FuseAppendsPass>(); }

} // namespace molt::transforms
