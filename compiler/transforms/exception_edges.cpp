// py-exception-edges: from regions with raising ops to one control flow graph with an edge for every raise.
//
// Before: a raising op is an ordinary op, and where it raises, control leaves for the handler of the innermost py.try.
// After:
//   1. There are no py.try and py.leave: both regions of a try are blocks of the function, `leave N` is a branch to
//      the N-th exit. A handler begins with py.take_exception.
//   2. Each raising op is the last but one of its block, before a py.raise_check. Ops that always raise are terminators
//      already and get their unwind block as successor.
//   3. Each raising op has an unwind block of its own, so that refcounts can put releases on that edge: py.add_traceback
//      with the op's location (if the op's place belongs into the traceback), then a branch to the handler, or
//      py.propagate.
//   4. Blocks that nothing reaches are gone.
//
// Splitting goes from each block's end to its start, so that no op moves more than once: the pass is linear.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

class ExceptionEdges {
public:
  explicit ExceptionEdges(py::FuncOp function) : region_(function.getBody()), builder_(function.getContext()) {}

  void run() {
    flattenAll();
    for (mlir::Block *block : blocksNow())
      addEdges(block);
    eraseUnreachable();
  }

private:
  llvm::SmallVector<mlir::Block *> blocksNow() {
    llvm::SmallVector<mlir::Block *> blocks;
    for (mlir::Block &block : region_)
      blocks.push_back(&block);
    return blocks;
  }

  // Inner tries are found when the blocks that they end are reached, after their region has been inlined.
  void flattenAll() {
    llvm::SmallVector<mlir::Block *> work = blocksNow();
    while (!work.empty()) {
      mlir::Block *block = work.pop_back_val();
      if (auto tryOp = mlir::dyn_cast<py::TryOp>(block->back()))
        flatten(tryOp, work);
    }
  }

  void flatten(py::TryOp tryOp, llvm::SmallVectorImpl<mlir::Block *> &work) {
    mlir::Block *before = tryOp->getBlock();
    mlir::Block *handler = &tryOp.getHandler().front();
    mlir::Block *body = &tryOp.getBody().front();
    mlir::Block *outer = handlers_.lookup(before);
    builder_.setInsertionPointToStart(handler);
    auto taken = py::TakeExceptionOp::create(builder_, tryOp.getLoc(), handler->getArgument(0).getType());
    handler->getArgument(0).replaceAllUsesWith(taken.getException());
    handler->eraseArgument(0);
    mlir::Block *after = before->getNextNode();
    inlineRegion(tryOp.getBody(), tryOp, handler, after, work);
    inlineRegion(tryOp.getHandler(), tryOp, outer, after, work);
    builder_.setInsertionPoint(tryOp);
    mlir::cf::BranchOp::create(builder_, tryOp.getLoc(), body);
    tryOp.erase();
  }

  // Moves the region's blocks before `after` (null: to the end).
  void inlineRegion(mlir::Region &region, py::TryOp tryOp, mlir::Block *handler, mlir::Block *after,
                    llvm::SmallVectorImpl<mlir::Block *> &work) {
    for (mlir::Block &block : region) {
      work.push_back(&block);
      if (handler)
        handlers_[&block] = handler;
      if (auto leave = mlir::dyn_cast<py::LeaveOp>(block.back())) {
        builder_.setInsertionPoint(leave);
        mlir::cf::BranchOp::create(builder_, leave.getLoc(), tryOp.getExits()[leave.getExit()]);
        leave.erase();
      }
    }
    region_.getBlocks().splice(after ? after->getIterator() : region_.end(), region.getBlocks());
  }

  void addEdges(mlir::Block *block) {
    mlir::Block *handler = handlers_.lookup(block);
    if (py::mayRaise(&block->back()))
      addUnwindSuccessor(&block->back(), handler);
    for (mlir::Operation *op = block->back().getPrevNode(); op;) {
      mlir::Operation *previous = op->getPrevNode();
      if (py::mayRaise(op))
        splitAfter(op, handler);
      op = previous;
    }
  }

  void splitAfter(mlir::Operation *op, mlir::Block *handler) {
    mlir::Block *block = op->getBlock();
    mlir::Block *rest = block->splitBlock(op->getNextNode());
    mlir::Block *unwind = makeUnwind(op, handler, rest);
    builder_.setInsertionPointToEnd(block);
    py::RaiseCheckOp::create(builder_, op->getLoc(), unwind, rest);
  }

  void addUnwindSuccessor(mlir::Operation *op, mlir::Block *handler) {
    mlir::Block *unwind = makeUnwind(op, handler, op->getBlock()->getNextNode());
    mlir::OperationState state(op->getLoc(), op->getName());
    state.addOperands(op->getOperands());
    state.addAttributes(op->getAttrs());
    state.addSuccessors(unwind);
    builder_.setInsertionPoint(op);
    builder_.create(state);
    op->erase();
  }

  mlir::Block *makeUnwind(mlir::Operation *op, mlir::Block *handler, mlir::Block *after) {
    auto *unwind = new mlir::Block;
    region_.getBlocks().insert(after ? after->getIterator() : region_.end(), unwind);
    builder_.setInsertionPointToEnd(unwind);
    if (mlir::cast<py::MayRaise>(op).addsTraceback())
      py::AddTracebackOp::create(builder_, op->getLoc());
    if (handler)
      mlir::cf::BranchOp::create(builder_, op->getLoc(), handler);
    else
      py::PropagateOp::create(builder_, op->getLoc());
    return unwind;
  }

  void eraseUnreachable() {
    llvm::SmallPtrSet<mlir::Block *, 32> reached;
    llvm::SmallVector<mlir::Block *> work{&region_.front()};
    reached.insert(work.front());
    while (!work.empty())
      for (mlir::Block *successor : work.pop_back_val()->getSuccessors())
        if (reached.insert(successor).second)
          work.push_back(successor);
    llvm::SmallVector<mlir::Block *> dead;
    for (mlir::Block &block : region_)
      if (!reached.contains(&block))
        dead.push_back(&block);
    for (mlir::Block *block : dead) {
      block->dropAllReferences();
      block->dropAllDefinedValueUses();
    }
    for (mlir::Block *block : dead)
      block->erase();
  }

  mlir::Region &region_;
  mlir::OpBuilder builder_;
  llvm::DenseMap<mlir::Block *, mlir::Block *> handlers_; // absent: the function's end
};

struct ExceptionEdgesPass : mlir::PassWrapper<ExceptionEdgesPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ExceptionEdgesPass)
  llvm::StringRef getArgument() const override { return "py-exception-edges"; }
  llvm::StringRef getDescription() const override { return "One control flow graph with an edge for every raise"; }
  void getDependentDialects(mlir::DialectRegistry &registry) const override {
    registry.insert<mlir::cf::ControlFlowDialect>();
  }
  void runOnOperation() override { ExceptionEdges(getOperation()).run(); }
};

} // namespace

std::unique_ptr<mlir::Pass> createExceptionEdgesPass() { return std::make_unique<ExceptionEdgesPass>(); }

} // namespace molt::transforms
