// py-fuse-keys: `table[x, y]` needs no tuple.
//
// Where a tuple display is the key of one lookup and nothing else, both become an op that takes the items (key_ops.td); the
// runtime makes the tuple where somebody can see it. Runs behind py-infer-likely, since a lookup that is likely a call of a
// method of the program stays, and before py-infer-borrows, because the items are now used by the lookup. Items that may be the
// last references to objects would end in another order than the tuple's, so there is one of them at most.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

using mlir::Operation;
using mlir::Value;

constexpr llvm::StringLiteral kHints[] = {"likely", "or_none", "mixed", "mixed_or_text"}; // of what the op gives (docs/whole_program.md)

/// Whether nothing is known of the op but what it is likely to give.
bool isPlain(Operation *op) {
  return llvm::all_of(op->getDiscardableAttrs(), [](mlir::NamedAttribute attribute) {
    llvm::StringRef name = attribute.getName().getValue();
    return name == "called_name" || llvm::is_contained(kHints, name);
  });
}

bool mayBeLastReference(Value item) {
  if (item.getDefiningOp<py::LoadLocalOp>() || item.getDefiningOp<py::ConstantOp>())
    return false;
  py::Kinds likely = py::likelyKinds(item);
  return !likely.isNumber() && !likely.is(py::Kind::Bool) && !likely.is(py::Kind::Str);
}

/// The display that makes the key of `op`, for which it is made.
py::MakeTupleOp displayOf(Value key, Operation *op) {
  auto tuple = key.getDefiningOp<py::MakeTupleOp>();
  if (!tuple || !key.hasOneUse() || tuple->getBlock() != op->getBlock() || tuple.getItems().empty() || !isPlain(op) ||
      llvm::count_if(tuple.getItems(), mayBeLastReference) > 1)
    return {};
  return tuple;
}

void replace(Operation *op, Operation *fused, py::MakeTupleOp tuple) {
  for (llvm::StringRef hint : kHints)
    if (mlir::Attribute attribute = op->getDiscardableAttr(hint))
      fused->setAttr(hint, attribute);
  op->replaceAllUsesWith(fused);
  op->erase();
  tuple.erase();
}

void fuse(py::GetItemOp op) {
  mlir::OpBuilder b(op);
  if (auto tuple = displayOf(op.getKey(), op))
    replace(op, py::GetByTupleOp::create(b, op.getLoc(), op.getValue().getType(), op.getObject(), tuple.getItems()), tuple);
}

void fuse(py::SetItemOp op) {
  mlir::OpBuilder b(op);
  if (auto tuple = displayOf(op.getKey(), op))
    replace(op, py::SetByTupleOp::create(b, op.getLoc(), op.getObject(), tuple.getItems(), op.getValue()), tuple);
}

void fuse(py::ContainsOp op) {
  mlir::OpBuilder b(op);
  if (auto tuple = displayOf(op.getItem(), op))
    replace(op, py::ContainsTupleOp::create(b, op.getLoc(), op.getResult().getType(), op.getContainer(), tuple.getItems()),
            tuple);
}

void fuse(py::CallLoadedOp op) {
  auto method = op.getCallee().getDefiningOp<py::LoadMethodOp>();
  unsigned count = op.getArguments().size();
  if (!method || method.getName() != "get" || op.getArguments()[0] != method.getSelf() || op.getNames() || count < 2 || count > 3)
    return;
  auto tuple = displayOf(op.getArguments()[1], op);
  if (!tuple)
    return;
  mlir::OpBuilder b(op);
  Value absent = count > 2 ? op.getArguments()[2] : Value();
  replace(op,
          py::CallGetByTupleOp::create(b, op.getLoc(), op.getResult().getType(), op.getCallee(), method.getSelf(),
                                       tuple.getItems(), absent),
          tuple);
}

struct FuseKeysPass : mlir::PassWrapper<FuseKeysPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(FuseKeysPass)
  llvm::StringRef getArgument() const override { return "py-fuse-keys"; }
  llvm::StringRef getDescription() const override { return "Tuples that are only looked up"; }

  void runOnOperation() override {
    getOperation()->walk([](Operation *op) {
      if (auto get = mlir::dyn_cast<py::GetItemOp>(op))
        fuse(get);
      else if (auto set = mlir::dyn_cast<py::SetItemOp>(op))
        fuse(set);
      else if (auto contains = mlir::dyn_cast<py::ContainsOp>(op))
        fuse(contains);
      else if (auto call = mlir::dyn_cast<py::CallLoadedOp>(op))
        fuse(call);
    });
  }
};

} // namespace

std::unique_ptr<mlir::Pass> createFuseKeysPass() { return std::make_unique<FuseKeysPass>(); }

} // namespace molt::transforms
