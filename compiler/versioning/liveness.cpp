#include "compiler/versioning/liveness.h"

#include "compiler/ir/py_ops.h"

namespace molt::versioning {

using mlir::Block;
using mlir::Operation;
using mlir::Value;

bool isMadeAnew(Operation *op) { return mlir::isa_and_nonnull<py::ConstantOp, py::NullOp, py::ClosureCellOp>(op); }
bool isMadeAnew(Value value) { return isMadeAnew(value.getDefiningOp()); }

static bool isLocal(Value value, Block *block) { return value.getParentBlock() == block; }

Liveness::Liveness(mlir::Region &region, const llvm::DenseMap<Value, unsigned> &slots) : slots_(slots) {
  for (Block &block : region)
    for (Operation &op : block)
      for (Value operand : op.getOperands())
        if (!mlir::isa<py::SlotType>(operand.getType()) && !isMadeAnew(operand) && !isLocal(operand, &block))
          reach(operand, &block);
  sortByAge(region);
  solveSlots(region);
}

void Liveness::sortByAge(mlir::Region &region) {
  llvm::DenseMap<Value, unsigned> ages;
  for (Block &block : region) {
    for (Value argument : block.getArguments())
      ages.try_emplace(argument, ages.size());
    for (Operation &op : block)
      for (Value result : op.getResults())
        ages.try_emplace(result, ages.size());
  }
  for (auto &[block, values] : values_)
    llvm::sort(values, [&](Value a, Value b) { return ages.lookup(a) < ages.lookup(b); });
}

void Liveness::reach(Value value, Block *start) {
  llvm::SmallVector<Block *, 8> work{start};
  while (!work.empty()) {
    Block *block = work.pop_back_val();
    if (isLocal(value, block) || !seen_.insert({value, block}).second)
      continue;
    values_[block].push_back(value);
    for (Block *predecessor : block->getPredecessors())
      work.push_back(predecessor);
  }
}

// 1: read first, 0: written first or not at all.
void Liveness::solveSlots(mlir::Region &region) {
  unsigned count = slots_.size();
  llvm::DenseMap<Block *, llvm::BitVector> reads, writes;
  for (Block &block : region) {
    llvm::BitVector read(count), written(count);
    for (Operation &op : block) {
      auto store = mlir::dyn_cast<py::StoreLocalOp>(op);
      for (Value operand : op.getOperands()) {
        if (!mlir::isa<py::SlotType>(operand.getType()))
          continue;
        unsigned slot = slots_.lookup(operand);
        if (store)
          written.set(slot);
        else if (!written[slot])
          read.set(slot);
      }
    }
    liveSlots_[&block] = read;
    reads[&block] = std::move(read);
    writes[&block] = std::move(written);
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (Block &block : llvm::reverse(region)) {
      llvm::BitVector live(count);
      for (Block *successor : block.getSuccessors())
        live |= liveSlots_.find(successor)->second;
      live.reset(writes[&block]);
      live |= reads[&block];
      llvm::BitVector &known = liveSlots_[&block];
      if (live != known) {
        known = std::move(live);
        changed = true;
      }
    }
  }
}

} // namespace molt::versioning
