#include "compiler/ir/ahead.h"

namespace molt::py {

using mlir::Operation;
using mlir::Value;

std::optional<int64_t> literalInt(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  auto integer = constant ? mlir::dyn_cast<mlir::IntegerAttr>(constant.getValue()) : mlir::IntegerAttr();
  if (!integer || mlir::isa<mlir::BoolAttr>(integer) || !integer.getValue().isSignedIntN(64))
    return std::nullopt;
  return integer.getValue().getSExtValue();
}

Operation *Ahead::next() {
  op_ = op_->getNextNode();
  if (auto check = mlir::dyn_cast_or_null<RaiseCheckOp>(op_))
    op_ = &check.getNormal()->front();
  return op_ && !op_->hasTrait<mlir::OpTrait::IsTerminator>() ? op_ : nullptr;
}

bool Ahead::readsVariable(Operation *op) {
  if (mlir::isa<ConstantOp>(op))
    return true;
  auto load = mlir::dyn_cast<LoadLocalOp>(op);
  if (!load)
    return false;
  bool isInt = s_.kindsInRegister(load.getSlot()).is(Kind::Int);
  (isInt ? ints_ : others_).insert(load.getValue());
  return true;
}

} // namespace molt::py
