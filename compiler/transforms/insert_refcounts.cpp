// py-insert-refcounts: gives every owned value exactly one release, move or hand-over on each path.
//
// Runs on the flat control flow graph of py-exception-edges. Owned are the op results that are not borrowed, and block
// arguments but for the function's own parameters. The rules:
//   1. An owned value is released as soon as nothing will use it: after its last borrowing use, or at the start of an
//      edge into a block where it is no longer live, unwind edges included.
//   2. A consuming use moves the count. Where the value is used again later, or borrowed, it retains first.
//   3. Passing a value to a block argument consumes it.
//   4. The results of a raising op exist on the normal edge of its py.raise_check only; its operands are used up to the
//      edges, so their releases stand there, on both. The same holds where a branch asks whether an op has given what is
//      likely: the likely way must not pass what both have in common.
//   5. Of several values that end on one edge the operands of the last op go first, then the youngest, as the values of
//      CPython's stack do.
//   6. Slots are not looked at: py.return and py.propagate release them when they are lowered.
// Words that are no pointers (null, Exhausted, inline numbers) may flow as owned values; retain and release ignore them.
//
// Each block is walked once, backwards, with the set of values that live after the point.
#include "compiler/analysis/value_liveness.h"
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/SetVector.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

class RefcountInserter {
public:
  explicit RefcountInserter(py::FuncOp function)
      : region_(function.getBody()), entry_(&region_.front()),
        liveness_(region_, [this](mlir::Value value) { return isOwned(value); }), builder_(function.getContext()) {}

  void run() {
    llvm::SmallVector<mlir::Block *> blocks;
    for (mlir::Block &block : region_) {
      blocks.push_back(&block);
      for (mlir::Value argument : block.getArguments())
        ages_.try_emplace(argument, ages_.size());
      for (mlir::Operation &op : block)
        for (mlir::Value result : op.getResults())
          ages_.try_emplace(result, ages_.size());
    }
    for (mlir::Block *block : blocks)
      processBlock(block);
  }

private:
  using ValueSet = llvm::DenseSet<mlir::Value>;

  bool isOwned(mlir::Value value) const {
    if (!mlir::isa<py::ValueType>(value.getType()))
      return false;
    if (auto argument = mlir::dyn_cast<mlir::BlockArgument>(value))
      return argument.getOwner() != entry_;
    auto result = mlir::cast<mlir::OpResult>(value);
    return !py::borrowsResult(result.getOwner(), result.getResultNumber());
  }

  void processBlock(mlir::Block *block) {
    mlir::Operation *terminator = &block->back();
    mlir::Operation *raising = mlir::isa<py::RaiseCheckOp>(terminator) ? terminator->getPrevNode() : nullptr;
    mlir::Operation *first = raising ? raising : asked(terminator); // of the block's tail

    // What is owned when the tail has run, in the order in which it ends; then what lives before it.
    llvm::SmallVector<mlir::Value> staying;
    for (mlir::Value value : liveness_.liveOut(block))
      if (!raising || value.getDefiningOp() != raising)
        staying.push_back(value);
    llvm::sort(staying, [this](mlir::Value a, mlir::Value b) { return ages_.lookup(a) > ages_.lookup(b); });
    ValueSet live(staying.begin(), staying.end());
    llvm::SetVector<mlir::Value> owned;
    adjustOperands(first, live, &owned);
    if (first != terminator)
      adjustOperands(terminator, live, &owned);
    owned.insert_range(staying);
    for (auto [index, operand] : llvm::enumerate(terminator->getOperands()))
      if (isForwarded(terminator, index) && isOwned(operand))
        owned.insert(operand), live.insert(operand);

    for (unsigned index = 0; index < terminator->getNumSuccessors(); ++index)
      adjustEdge(terminator, index, owned, raising);

    for (mlir::Operation *op = first->getPrevNode(); op; op = op->getPrevNode()) {
      if (made_.contains(op)) // for an op or an edge that is done
        continue;
      // Results first: backwards, the definition is where a value begins.
      for (mlir::Value result : op->getResults())
        if (isOwned(result) && !live.erase(result))
          releaseAfter(op, result);
      adjustOperands(op, live, nullptr);
    }
    if (block != entry_) {
      builder_.setInsertionPointToStart(block);
      for (mlir::BlockArgument argument : block->getArguments())
        if (isOwned(argument) && !live.contains(argument))
          makeRelease(block->front().getLoc(), argument);
    }
  }

  // The op before a branch that asks for the second of its results, what the first one is; else the branch itself.
  static mlir::Operation *asked(mlir::Operation *terminator) {
    auto branch = mlir::dyn_cast<mlir::cf::CondBranchOp>(terminator);
    mlir::Operation *before = terminator->getPrevNode();
    bool isAsked = branch && before && before->getNumResults() == 2 && branch.getCondition() == before->getResult(1);
    return isAsked ? before : terminator;
  }

  static bool isForwarded(mlir::Operation *op, unsigned index) {
    auto branch = mlir::dyn_cast<mlir::BranchOpInterface>(op);
    return branch && branch.getSuccessorBlockArgument(index).has_value();
  }

  struct Uses {
    unsigned consuming = 0;
    unsigned borrowing = 0;
    unsigned available = 0; // counts that consuming uses may take
  };

  // Retains for consuming uses, and the end of values that die in `op`: a release behind it or, for a block's tail,
  // membership in `ownedAfter`, whose edges release it. `live` is the set behind `op`, and then before it.
  void adjustOperands(mlir::Operation *op, ValueSet &live, llvm::SetVector<mlir::Value> *ownedAfter) {
    llvm::SmallDenseMap<mlir::Value, Uses, 8> uses;
    llvm::SmallVector<mlir::Value, 8> order;
    for (auto [index, operand] : llvm::enumerate(op->getOperands())) {
      if (!mlir::isa<py::ValueType>(operand.getType()) || isForwarded(op, index))
        continue;
      auto [entry, fresh] = uses.try_emplace(operand);
      if (fresh)
        order.push_back(operand);
      ++(py::consumesOperand(op, index) ? entry->second.consuming : entry->second.borrowing);
    }
    for (mlir::Value value : order) {
      Uses &use = uses[value];
      if (!isOwned(value))
        continue;
      bool dies = live.insert(value).second;
      if (!dies)
        continue;
      if (use.consuming && !use.borrowing)
        use.available = 1;
      else if (ownedAfter)
        ownedAfter->insert(value);
      else
        releaseAfter(op, value);
    }
    for (unsigned index = 0; index < op->getNumOperands(); ++index) {
      auto found = uses.find(op->getOperand(index));
      if (found == uses.end() || isForwarded(op, index) || !py::consumesOperand(op, index))
        continue;
      if (found->second.available)
        --found->second.available;
      else
        retainOperand(op, index);
    }
  }

  void retainOperand(mlir::Operation *op, unsigned index) {
    mlir::Value value = op->getOperand(index);
    if (value.getDefiningOp<py::NullOp>())
      return;
    builder_.setInsertionPoint(op);
    auto retain = py::RetainOp::create(builder_, op->getLoc(), value.getType(), value);
    made_.insert(retain);
    op->setOperand(index, retain.getOwned());
  }

  void releaseAfter(mlir::Operation *op, mlir::Value value) {
    builder_.setInsertionPointAfter(op);
    makeRelease(op->getLoc(), value);
  }

  void makeRelease(mlir::Location location, mlir::Value value) {
    made_.insert(py::ReleaseOp::create(builder_, location, value));
  }

  // Makes what is owned at the end of the block equal to what the successor expects.
  void adjustEdge(mlir::Operation *terminator, unsigned index, const llvm::SetVector<mlir::Value> &owned,
                  mlir::Operation *raising) {
    mlir::Block *successor = terminator->getSuccessor(index);
    ValueSet wanted;
    for (mlir::Value value : liveness_.liveIn(successor))
      wanted.insert(value);
    llvm::SmallVector<mlir::Value, 4> spare; // owned here, not live there
    for (mlir::Value value : owned)
      if (!wanted.contains(value))
        spare.push_back(value);
    if (raising && index == 1) // the normal edge
      for (mlir::Value result : raising->getResults())
        if (isOwned(result) && !wanted.contains(result))
          spare.push_back(result);

    llvm::SmallVector<unsigned, 4> retained; // operands that need a count of their own
    unsigned firstForwarded = 0;
    if (auto branch = mlir::dyn_cast<mlir::BranchOpInterface>(terminator)) {
      mlir::SuccessorOperands operands = branch.getSuccessorOperands(index);
      if (!operands.empty())
        firstForwarded = operands.getOperandIndex(operands.getProducedOperandCount());
      for (unsigned i = operands.getProducedOperandCount(); i < operands.size(); ++i) {
        if (!mlir::isa<py::ValueType>(operands[i].getType()))
          continue;
        auto *found = llvm::find(spare, operands[i]);
        if (found != spare.end())
          spare.erase(found); // moved
        else
          retained.push_back(operands.getOperandIndex(i));
      }
    }
    if (spare.empty() && retained.empty())
      return;

    mlir::Location location = terminator->getLoc();
    if (mlir::isa<mlir::cf::BranchOp>(terminator)) {
      for (unsigned operand : retained)
        retainOperand(terminator, operand);
      builder_.setInsertionPoint(terminator);
    } else if (retained.empty() && successor->getSinglePredecessor()) {
      builder_.setInsertionPointToStart(successor);
    } else {
      mlir::cf::BranchOp edge = splitEdge(terminator, index);
      for (unsigned operand : retained) // they are the new branch's now, in their order
        retainOperand(edge, operand - firstForwarded);
      builder_.setInsertionPoint(edge);
    }
    for (mlir::Value value : spare)
      makeRelease(location, value);
  }

  mlir::cf::BranchOp splitEdge(mlir::Operation *terminator, unsigned index) {
    mlir::Block *successor = terminator->getSuccessor(index);
    auto *edge = new mlir::Block;
    region_.getBlocks().insert(successor->getIterator(), edge);
    llvm::SmallVector<mlir::Value, 4> operands;
    if (auto branch = mlir::dyn_cast<mlir::BranchOpInterface>(terminator)) {
      mlir::SuccessorOperands forwarded = branch.getSuccessorOperands(index);
      operands.append(forwarded.getForwardedOperands().begin(), forwarded.getForwardedOperands().end());
      forwarded.getMutableForwardedOperands().clear();
    }
    terminator->setSuccessor(edge, index);
    builder_.setInsertionPointToEnd(edge);
    return mlir::cf::BranchOp::create(builder_, terminator->getLoc(), successor, operands);
  }

  mlir::Region &region_;
  mlir::Block *entry_;
  analysis::ValueLiveness liveness_;
  mlir::OpBuilder builder_;
  llvm::DenseMap<mlir::Value, unsigned> ages_; // numbers that grow in the order of definition; retains have none
  llvm::DenseSet<mlir::Operation *> made_; // retains and releases; irgen's own py.release is an op like any other
};

struct InsertRefcountsPass : mlir::PassWrapper<InsertRefcountsPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(InsertRefcountsPass)
  llvm::StringRef getArgument() const override { return "py-insert-refcounts"; }
  llvm::StringRef getDescription() const override { return "Retains and releases by liveness"; }
  void getDependentDialects(mlir::DialectRegistry &registry) const override {
    registry.insert<mlir::cf::ControlFlowDialect>();
  }
  void runOnOperation() override {
    // Of words that py-version-blocks counted for a use that then did not need them.
    getOperation().getBody().walk([](py::RetainOp retain) {
      if (retain.getOwned().use_empty())
        retain.erase();
    });
    RefcountInserter(getOperation()).run();
  }
};

} // namespace

std::unique_ptr<mlir::Pass> createInsertRefcountsPass() { return std::make_unique<InsertRefcountsPass>(); }

} // namespace molt::transforms
