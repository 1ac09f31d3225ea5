// What a block's code, or what follows it, may read: values of the function, and variables.
#pragma once

#include <llvm/ADT/BitVector.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <mlir/IR/Block.h>
#include <mlir/IR/Region.h>

namespace molt::versioning {

/// Constants and the like: made again wherever they are used, so they are never live.
bool isMadeAnew(mlir::Operation *op);
bool isMadeAnew(mlir::Value value);

class Liveness {
public:
  /// `slots`: the number of each variable. It must outlive this.
  Liveness(mlir::Region &region, const llvm::DenseMap<mlir::Value, unsigned> &slots);

  /// What is live where the block begins, its arguments not among it; always in the same order.
  llvm::ArrayRef<mlir::Value> values(mlir::Block *block) const {
    auto found = values_.find(block);
    return found == values_.end() ? llvm::ArrayRef<mlir::Value>() : llvm::ArrayRef<mlir::Value>(found->second);
  }
  bool isSlotLive(mlir::Block *block, unsigned slot) const { return liveSlots_.find(block)->second[slot]; }

private:
  void reach(mlir::Value value, mlir::Block *start);
  void sortByAge(mlir::Region &region); // the oldest first
  void solveSlots(mlir::Region &region);

  const llvm::DenseMap<mlir::Value, unsigned> &slots_;
  llvm::DenseMap<mlir::Block *, llvm::SmallVector<mlir::Value>> values_;
  llvm::DenseMap<mlir::Block *, llvm::BitVector> liveSlots_;
  llvm::DenseSet<std::pair<mlir::Value, mlir::Block *>> seen_;
};

} // namespace molt::versioning
