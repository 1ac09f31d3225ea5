// py-definite-assignment: which variables are surely bound, and which surely not.
//
// A forward dataflow over the flat graph of py-exception-edges, in the classical way: two bits for each slot and block,
// "bound on all ways here" and "unbound on all ways here". What it gives:
//   1. a `checked` load or delete of a surely bound slot cannot raise: it loses the check, and its edge is removed, so
//      that later passes see a shorter graph;
//   2. a store into a surely unbound slot has nothing to release (`initial`).
// A generator's parameters are bound by the runtime before its first instruction; they count as unknown here.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <llvm/ADT/BitVector.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/PostOrderIterator.h>
#include <mlir/IR/RegionGraphTraits.h>
#include <mlir/Pass/Pass.h>

#include "abi/object.h"

namespace molt::transforms {
namespace {

struct State {
  llvm::BitVector bound, unbound;

  bool meet(const State &other) {
    llvm::BitVector oldBound = bound, oldUnbound = unbound;
    bound &= other.bound;
    unbound &= other.unbound;
    return bound != oldBound || unbound != oldUnbound;
  }
};

class DefiniteAssignment {
public:
  explicit DefiniteAssignment(py::FuncOp function) : function_(function), region_(function.getBody()) {
    for (py::SlotOp slot : region_.front().getOps<py::SlotOp>())
      slots_.try_emplace(slot.getSlot(), slots_.size());
  }

  void run() {
    if (slots_.empty())
      return;
    llvm::ReversePostOrderTraversal<mlir::Block *> order(&region_.front());
    solve(order);
    for (mlir::Block *block : order) {
      State state = before_.find(block)->second;
      for (mlir::Operation &op : *block) {
        rewrite(&op, state);
        apply(&op, state);
      }
    }
    for (mlir::Operation *op : safe_)
      removeEdge(op);
  }

private:
  void solve(llvm::ReversePostOrderTraversal<mlir::Block *> &order) {
    State entry{llvm::BitVector(slots_.size(), false), llvm::BitVector(slots_.size(), true)};
    if (function_.getFlags() & kIsGenerator)
      entry.unbound.reset(0, std::min<unsigned>(py::parameterCount(function_), slots_.size()));
    before_.try_emplace(&region_.front(), entry);
    for (bool changed = true; changed;) {
      changed = false;
      for (mlir::Block *block : order) {
        State state = before_.find(block)->second;
        for (mlir::Operation &op : *block)
          apply(&op, state);
        for (mlir::Block *successor : block->getSuccessors()) {
          auto [known, fresh] = before_.try_emplace(successor, state);
          changed |= fresh || known->second.meet(state);
        }
      }
    }
  }

  // On the unwind edge of a checked op the slot is unbound too; counting it as bound there would be wrong only for what
  // its handler loads, so the states before and after agree on that edge by changing nothing.
  void apply(mlir::Operation *op, State &state) {
    if (auto store = mlir::dyn_cast<py::StoreLocalOp>(op))
      set(state, store.getSlot(), true);
    else if (auto remove = mlir::dyn_cast<py::DeleteLocalOp>(op))
      set(state, remove.getSlot(), false);
    else if (auto move = mlir::dyn_cast<py::MoveLocalOp>(op))
      set(state, move.getSlot(), false);
  }

  void set(State &state, mlir::Value slot, bool isBound) {
    unsigned index = slots_.lookup(slot);
    state.bound[index] = isBound;
    state.unbound[index] = !isBound;
  }

  void rewrite(mlir::Operation *op, const State &state) {
    if (auto load = mlir::dyn_cast<py::LoadLocalOp>(op)) {
      if (load.getChecked() && state.bound[slots_.lookup(load.getSlot())]) {
        load.setChecked(false);
        safe_.push_back(op);
      }
    } else if (auto remove = mlir::dyn_cast<py::DeleteLocalOp>(op)) {
      if (remove.getChecked() && state.bound[slots_.lookup(remove.getSlot())]) {
        remove.setChecked(false);
        safe_.push_back(op);
      }
    } else if (auto store = mlir::dyn_cast<py::StoreLocalOp>(op)) {
      store.setInitial(state.unbound[slots_.lookup(store.getSlot())]);
    }
  }

  // The block behind the check has no other way in: it joins the op's block.
  void removeEdge(mlir::Operation *op) {
    auto check = mlir::cast<py::RaiseCheckOp>(op->getNextNode());
    mlir::Block *block = op->getBlock(), *normal = check.getNormal(), *raised = check.getRaised();
    assert(normal->getSinglePredecessor() && raised->getSinglePredecessor() && "edges have blocks of their own");
    check.erase();
    block->getOperations().splice(block->end(), normal->getOperations());
    normal->erase();
    raised->erase();
  }

  py::FuncOp function_;
  mlir::Region &region_;
  llvm::DenseMap<mlir::Value, unsigned> slots_;
  llvm::DenseMap<mlir::Block *, State> before_;
  llvm::SmallVector<mlir::Operation *> safe_;
};

struct DefiniteAssignmentPass : mlir::PassWrapper<DefiniteAssignmentPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(DefiniteAssignmentPass)
  llvm::StringRef getArgument() const override { return "py-definite-assignment"; }
  llvm::StringRef getDescription() const override { return "Drops checks of variables that are surely bound"; }
  void runOnOperation() override { DefiniteAssignment(getOperation()).run(); }
};

} // namespace

std::unique_ptr<mlir::Pass> createDefiniteAssignmentPass() { return std::make_unique<DefiniteAssignmentPass>(); }

} // namespace molt::transforms
