// Values are traced one after the other, so "already in the set" is a look at the set's last element.
#include "compiler/analysis/value_liveness.h"

#include "compiler/ir/py_ops.h"

namespace molt::analysis {

ValueLiveness::ValueLiveness(mlir::Region &region, llvm::function_ref<bool(mlir::Value)> wanted) {
  for (mlir::Block &block : region) {
    for (mlir::BlockArgument argument : block.getArguments())
      if (wanted(argument))
        trace(argument);
    for (mlir::Operation &op : block)
      for (mlir::Value result : op.getResults())
        if (wanted(result))
          trace(result);
  }
}

void ValueLiveness::trace(mlir::Value value) {
  mlir::Block *definition = value.getParentBlock();
  llvm::SmallVector<mlir::Block *, 8> work;
  auto reach = [&](mlir::Block *block) {
    llvm::SmallVector<mlir::Value, 2> &set = liveIn_[block];
    if (!set.empty() && set.back() == value)
      return;
    set.push_back(value);
    work.push_back(block);
  };
  for (mlir::Operation *user : value.getUsers())
    if (user->getBlock() != definition)
      reach(user->getBlock());
  while (!work.empty()) {
    for (mlir::Block *predecessor : work.pop_back_val()->getPredecessors()) {
      llvm::SmallVector<mlir::Value, 2> &set = liveOut_[predecessor];
      if (set.empty() || set.back() != value)
        set.push_back(value);
      if (predecessor != definition)
        reach(predecessor);
    }
  }
}

} // namespace molt::analysis
