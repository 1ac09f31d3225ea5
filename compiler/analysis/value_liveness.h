// Which SSA values live across block borders of a flat control flow graph.
//
// Sparse: from each use, backwards to the definition, so the cost is the length of the live ranges in blocks, and values
// that live within one block cost nothing. An operand that a branch passes to a block argument counts as a use at the
// end of the branch's block. The result of a raising op before py.raise_check is defined on the normal edge only.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <mlir/IR/Region.h>
#include <mlir/IR/Value.h>

namespace molt::analysis {

class ValueLiveness {
public:
  /// Only values for which `wanted` holds take part.
  ValueLiveness(mlir::Region &region, llvm::function_ref<bool(mlir::Value)> wanted);

  llvm::ArrayRef<mlir::Value> liveIn(mlir::Block *block) const { return lookup(liveIn_, block); }
  llvm::ArrayRef<mlir::Value> liveOut(mlir::Block *block) const { return lookup(liveOut_, block); }

private:
  using Sets = llvm::DenseMap<mlir::Block *, llvm::SmallVector<mlir::Value, 2>>;
  static llvm::ArrayRef<mlir::Value> lookup(const Sets &sets, mlir::Block *block) {
    auto found = sets.find(block);
    return found == sets.end() ? llvm::ArrayRef<mlir::Value>() : llvm::ArrayRef<mlir::Value>(found->second);
  }
  void trace(mlir::Value value);

  Sets liveIn_, liveOut_;
};

} // namespace molt::analysis
