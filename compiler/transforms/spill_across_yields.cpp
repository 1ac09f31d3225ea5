// py-spill-across-yields: what a generator knows must survive its suspension.
//
// A generator's machine code returns at each py.yield and is entered again by a jump to the place behind it, so nothing
// in registers survives. Variables (py.slot) lie in the generator's frame anyway. Every other !py.value that lives
// across a yield moves into a py.temporary for its whole life: one store behind its definition, a load before each use.
// Each yield lists the temporaries that it keeps alive (`spill`); lowering moves just these into the frame, behind the
// slots, and takes them out again, leaving null, when the generator goes on. So:
//   1. while the generator is suspended its frame owns all that it needs, and the collector sees it;
//   2. while it runs the frame has only the variables;
//   3. no count changes anywhere: the words move.
// Constants and the closure's cells are made again at each use instead. Runs behind py-insert-refcounts.
#include "compiler/analysis/value_liveness.h"
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SetVector.h>
#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

// Lowering makes these anew wherever they are used.
bool isRematerialised(mlir::Value value) {
  return mlir::isa_and_nonnull<py::ConstantOp, py::NullOp, py::ClosureCellOp, mlir::arith::ConstantOp>(
      value.getDefiningOp());
}

bool isNumber(mlir::Value value) { return value.getType().isIntOrFloat(); }

bool canSpill(mlir::Value value) {
  return (mlir::isa<py::ValueType>(value.getType()) || isNumber(value)) && !isRematerialised(value);
}

class YieldSpiller {
public:
  explicit YieldSpiller(py::FuncOp function)
      : region_(function.getBody()), liveness_(region_, canSpill), builder_(function.getContext()) {}

  void run() {
    for (mlir::Block &block : region_)
      findLiveAcross(block);
    for (auto &[value, temporary] : temporaries_)
      demote(value, temporary);
    for (auto &[yield, values] : spills_) {
      llvm::SmallVector<mlir::Value> temporaries;
      for (mlir::Value value : values)
        temporaries.push_back(temporaries_.lookup(value));
      yield.getSpillsMutable().assign(temporaries);
    }
  }

private:
  void findLiveAcross(mlir::Block &block) {
    llvm::SmallVector<py::YieldOp> yields(block.getOps<py::YieldOp>());
    if (yields.empty())
      return;
    llvm::SetVector<mlir::Value> live;
    live.insert_range(liveness_.liveOut(&block));
    for (mlir::Operation &op : llvm::reverse(block)) {
      for (mlir::Value result : op.getResults())
        live.remove(result);
      if (auto yield = mlir::dyn_cast<py::YieldOp>(op)) {
        spills_.emplace_back(yield, live.takeVector());
        for (mlir::Value value : spills_.back().second) {
          live.insert(value);
          if (!temporaries_.lookup(value))
            temporaries_[value] = makeTemporary(op.getLoc(), isNumber(value));
        }
      }
      for (mlir::Value operand : op.getOperands())
        if (canSpill(operand))
          live.insert(operand);
    }
  }

  mlir::Value makeTemporary(mlir::Location location, bool isNumber) {
    builder_.setInsertionPointToStart(&region_.front());
    return py::TemporaryOp::create(builder_, location, py::TemporaryType::get(builder_.getContext()), isNumber).getTemporary();
  }

  void demote(mlir::Value value, mlir::Value temporary) {
    llvm::SmallVector<mlir::OpOperand *> uses;
    for (mlir::OpOperand &use : value.getUses())
      uses.push_back(&use);
    for (mlir::OpOperand *use : uses) {
      builder_.setInsertionPoint(use->getOwner());
      mlir::Location location = use->getOwner()->getLoc();
      if (isNumber(value))
        use->set(py::GetNumberOp::create(builder_, location, value.getType(), temporary).getValue());
      else
        use->set(py::GetTemporaryOp::create(builder_, location, value.getType(), temporary).getValue());
    }
    setInsertionPointBehind(value);
    if (isNumber(value))
      py::SetNumberOp::create(builder_, value.getLoc(), temporary, value);
    else
      py::SetTemporaryOp::create(builder_, value.getLoc(), temporary, value);
  }

  // The result of a raising op exists where py.raise_check has found no exception.
  void setInsertionPointBehind(mlir::Value value) {
    mlir::Operation *op = value.getDefiningOp();
    if (!op)
      return builder_.setInsertionPointToStart(value.getParentBlock());
    if (auto check = mlir::dyn_cast<py::RaiseCheckOp>(op->getNextNode()))
      return builder_.setInsertionPointToStart(check.getNormal());
    builder_.setInsertionPointAfter(op);
  }

  mlir::Region &region_;
  analysis::ValueLiveness liveness_;
  mlir::OpBuilder builder_;
  llvm::MapVector<mlir::Value, mlir::Value> temporaries_;
  llvm::SmallVector<std::pair<py::YieldOp, llvm::SmallVector<mlir::Value>>> spills_;
};

struct SpillAcrossYieldsPass : mlir::PassWrapper<SpillAcrossYieldsPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(SpillAcrossYieldsPass)
  llvm::StringRef getArgument() const override { return "py-spill-across-yields"; }
  llvm::StringRef getDescription() const override { return "Values that a suspended generator keeps in its frame"; }
  void runOnOperation() override { YieldSpiller(getOperation()).run(); }
};

} // namespace

std::unique_ptr<mlir::Pass> createSpillAcrossYieldsPass() { return std::make_unique<SpillAcrossYieldsPass>(); }

} // namespace molt::transforms
