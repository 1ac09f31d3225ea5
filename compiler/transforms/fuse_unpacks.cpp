// py-fuse-unpacks: `a, b = b, a` needs no tuple, and neither does `A, B = 0, 1`.
//
// Where a tuple display is used by nothing but a py.unpack of as many names, the items themselves are what the names get:
// unpacking an exact tuple of the right length cannot fail and runs nothing. Likewise a tuple of constants. Runs before
// py-infer-likely, which then sees what each name is bound to, and before py-infer-borrows, because the items are now stored
// themselves.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

struct FuseUnpacksPass : mlir::PassWrapper<FuseUnpacksPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(FuseUnpacksPass)
  llvm::StringRef getArgument() const override { return "py-fuse-unpacks"; }
  llvm::StringRef getDescription() const override { return "Tuples that are unpacked at once"; }

  void runOnOperation() override {
    getOperation()->walk([](py::UnpackOp unpack) {
      if (auto constant = unpack.getValue().getDefiningOp<py::ConstantOp>())
        return unpackConstant(unpack, constant);
      auto tuple = unpack.getValue().getDefiningOp<py::MakeTupleOp>();
      if (!tuple || !tuple.getResult().hasOneUse() || tuple.getItems().size() != unpack.getItems().size())
        return;
      unpack.getItems().replaceAllUsesWith(tuple.getItems());
      unpack.erase();
      tuple.erase();
    });
  }

  static void unpackConstant(py::UnpackOp unpack, py::ConstantOp constant) {
    auto items = mlir::dyn_cast<mlir::ArrayAttr>(constant.getValue());
    if (!items || items.size() != unpack.getItems().size())
      return;
    mlir::OpBuilder b(unpack);
    for (auto [result, item] : llvm::zip(unpack.getItems(), items))
      result.replaceAllUsesWith(py::ConstantOp::create(b, constant.getLoc(), result.getType(), item));
    unpack.erase();
    if (constant->use_empty())
      constant.erase();
  }
};

} // namespace

std::unique_ptr<mlir::Pass> createFuseUnpacksPass() { return std::make_unique<FuseUnpacksPass>(); }

} // namespace molt::transforms
