// py-constant-cells: finds variables shared between functions that are bound once, and notes it on their loads (`constant`).
//
// Such a variable is a parameter that nobody rebinds, or has one binding, which is not in a loop, in the function that it
// belongs to. What is found in its cell stays there as long as the cell lives: until then nothing but cell_contents can change it.
//
// All functions are looked at, since a cell is passed on: what a function's closure has at an index and what the closures of the
// functions made in it are given are one variable. Whatever else happens to a cell ends what is known of it.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/EquivalenceClasses.h>
#include <mlir/IR/BuiltinOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

using mlir::Operation;
using mlir::Value;

class ConstantCells {
public:
  explicit ConstantCells(mlir::ModuleOp program) : program_(program) {
    for (auto function : program.getOps<py::FuncOp>())
      functions_[function.getSymNameAttr()] = function;
  }

  void run() {
    for (auto function : program_.getOps<py::FuncOp>())
      visit(function);
    llvm::DenseSet<unsigned> changing;
    for (unsigned variable : changing_)
      changing.insert(classes_.getLeaderValue(variable));
    for (auto [load, variable] : loads_)
      if (!changing.contains(classes_.getLeaderValue(variable)))
        load->setAttr("constant", mlir::UnitAttr::get(load.getContext()));
  }

private:
  unsigned newVariable() {
    classes_.insert(count_);
    return count_++;
  }

  /// What the closures of the function have at that index.
  unsigned freeVariable(py::FuncOp function, unsigned index) {
    auto [entry, isNew] = free_.try_emplace({function, index});
    if (isNew)
      entry->second = newVariable();
    return entry->second;
  }

  void visit(py::FuncOp function) {
    function.getBody().walk([&](Operation *op) {
      if (auto cell = mlir::dyn_cast<py::ClosureCellOp>(op)) {
        unsigned variable = freeVariable(function, cell.getIndex());
        if (follow(cell.getCell(), variable))
          changing_.push_back(variable);
      } else if (auto slot = mlir::dyn_cast<py::SlotOp>(op)) {
        visit(slot);
      }
    });
  }

  // A cell lives in a slot, from the start of its function on.
  void visit(py::SlotOp slot) {
    py::MakeCellOp made;
    bool isKept = true;
    unsigned stores = 0;
    for (Operation *user : slot.getSlot().getUsers()) {
      auto store = mlir::dyn_cast<py::StoreLocalOp>(user);
      if (store && ++stores)
        made = made ? made : store.getValue().getDefiningOp<py::MakeCellOp>();
      isKept &= store || mlir::isa<py::LoadLocalOp>(user);
    }
    if (!made)
      return;
    unsigned variable = newVariable(), bindings = made.getContent() ? 1 : 0;
    isKept &= stores == 1 && made.getCell().hasOneUse() && !py::isInLoop(made);
    for (Operation *user : slot.getSlot().getUsers())
      if (auto load = mlir::dyn_cast<py::LoadLocalOp>(user))
        bindings += follow(load.getValue(), variable);
    if (!isKept || bindings != 1)
      changing_.push_back(variable);
  }

  /// Looks at what is done with a cell; how often that binds or unbinds the variable, where in a loop counts as twice.
  unsigned follow(Value cell, unsigned variable) {
    unsigned bindings = 0;
    for (mlir::OpOperand &use : cell.getUses()) {
      Operation *user = use.getOwner();
      if (auto load = mlir::dyn_cast<py::LoadCellOp>(user))
        loads_.push_back({load, variable});
      else if (auto tuple = mlir::dyn_cast<py::MakeTupleOp>(user); tuple && passOn(tuple, use.getOperandNumber(), variable))
        continue;
      else if (mlir::isa<py::StoreCellOp>(user) && use.getOperandNumber() == 0)
        bindings += py::isInLoop(user) ? 2 : 1;
      else if (!mlir::isa<py::LoadCellOrNullOp>(user))
        bindings += 2;
    }
    return bindings;
  }

  /// Whether the tuple is nothing but a closure of functions of the program.
  bool passOn(py::MakeTupleOp tuple, unsigned index, unsigned variable) {
    for (Operation *user : tuple.getResult().getUsers()) {
      auto made = mlir::dyn_cast<py::MakeFunctionOp>(user);
      py::FuncOp function = made ? functions_.lookup(made.getFunctionAttr().getAttr()) : py::FuncOp();
      if (!function || made.getClosure() != tuple.getResult() || made.getDefaults() == tuple.getResult())
        return false;
      classes_.unionSets(variable, freeVariable(function, index));
    }
    return true;
  }

  mlir::ModuleOp program_;
  llvm::DenseMap<mlir::StringAttr, py::FuncOp> functions_;
  llvm::DenseMap<std::pair<Operation *, unsigned>, unsigned> free_;
  llvm::EquivalenceClasses<unsigned> classes_; // what is one variable
  unsigned count_ = 0;
  llvm::SmallVector<unsigned> changing_;
  llvm::SmallVector<std::pair<py::LoadCellOp, unsigned>> loads_;
};

struct ConstantCellsPass : mlir::PassWrapper<ConstantCellsPass, mlir::OperationPass<mlir::ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ConstantCellsPass)
  llvm::StringRef getArgument() const override { return "py-constant-cells"; }
  llvm::StringRef getDescription() const override { return "Shared variables that are bound once"; }
  void runOnOperation() override { ConstantCells(getOperation()).run(); }
};

} // namespace

std::unique_ptr<mlir::Pass> createConstantCellsPass() { return std::make_unique<ConstantCellsPass>(); }

} // namespace molt::transforms
