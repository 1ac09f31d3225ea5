#include "compiler/versioning/remarks.h"

#include <mlir/Analysis/CFGLoopInfo.h>
#include <mlir/IR/Dominance.h>

namespace molt::versioning {

bool isWorthRemark(mlir::Operation *op) {
  auto raising = mlir::dyn_cast<py::MayRaise>(op);
  return raising && raising.mayRaise() && raising.addsTraceback() &&
         llvm::any_of(op->getOperands(),
                      [](mlir::Value operand) { return mlir::isa<py::ValueType>(operand.getType()); });
}

void Remarks::add(mlir::Operation *op, py::Remark remark) {
  auto [entry, isNew] = remarks_.try_emplace(op, remark);
  py::Remark &known = entry->second;
  if (isNew)
    return;
  bool isGeneral = remark.verdict == py::Remark::General;
  if (isGeneral != (known.verdict == py::Remark::General)) {
    if (!isGeneral)
      known = std::move(remark);
    known.varies = true;
    return;
  }
  known.verdict = std::max(known.verdict, remark.verdict);
  for (const py::Fact &guard : remark.guards)
    if (!llvm::is_contained(known.guards, guard))
      known.guards.push_back(guard);
}

mlir::ArrayAttr Remarks::all() const {
  mlir::DominanceInfo dominance;
  std::optional<mlir::CFGLoopInfo> loops;
  if (!facts_.body().hasOneBlock())
    loops.emplace(dominance.getDomTree(&facts_.body()));
  llvm::SmallVector<mlir::Attribute> all;
  for (auto [op, remark] : remarks_) {
    remark.where = op->getLoc();
    remark.loopDepth = loops ? loops->getLoopDepth(op->getBlock()) : 0;
    all.push_back(remark.toAttribute());
  }
  return mlir::ArrayAttr::get(facts_.context(), all);
}

} // namespace molt::versioning
