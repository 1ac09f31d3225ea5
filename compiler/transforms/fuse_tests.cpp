// py-fuse-tests: `if a < b` needs no bool object.
//
// A py.truth that follows a comparison at once and is its only use becomes, with it, one py.test. What can be observed
// stays: the comparison runs first, then __bool__ of its result. Nothing may stand between the two, so that exceptions
// and releases keep their order.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

struct FuseTestsPass : mlir::PassWrapper<FuseTestsPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(FuseTestsPass)
  llvm::StringRef getArgument() const override { return "py-fuse-tests"; }
  llvm::StringRef getDescription() const override { return "Comparisons whose result is only tested"; }

  void runOnOperation() override {
    getOperation()->walk([](py::TruthOp truth) {
      mlir::Operation *comparison = truth->getPrevNode();
      if (!comparison || truth.getValue().getDefiningOp() != comparison || !truth.getValue().hasOneUse() ||
          !mlir::isa<py::LessOp, py::LessEqualOp, py::EqualOp, py::NotEqualOp, py::GreaterOp, py::GreaterEqualOp>(
              comparison))
        return;
      mlir::OpBuilder builder(truth);
      auto test = py::TestOp::create(builder, comparison->getLoc(), truth.getResult().getType(),
                                     comparison->getName().stripDialect(), comparison->getOperand(0),
                                     comparison->getOperand(1));
      // What its special form wants to know stays, but for the hints of its value.
      comparison->removeAttr("likely");
      comparison->removeAttr("or_none");
      test->setDiscardableAttrs(comparison->getDiscardableAttrDictionary());
      truth.getResult().replaceAllUsesWith(test.getResult());
      truth.erase();
      comparison->erase();
    });
  }
};

} // namespace

std::unique_ptr<mlir::Pass> createFuseTestsPass() { return std::make_unique<FuseTestsPass>(); }

} // namespace molt::transforms
