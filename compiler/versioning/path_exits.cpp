// How a path leaves the likely versions for the general body, and comes back (exits.h).
#include "compiler/versioning/path.h"

namespace molt::versioning {

using mlir::Block;
using mlir::Operation;
using mlir::Value;

// In a general body nothing is known but what has no word, and what follows from that.
bool Path::canBeSpecial(Operation *op) {
  auto hasNoWord = [&](Value operand) {
    auto found = state_.values.find(operand);
    return found != state_.values.end() && (found->second.kinds.isVirtual() || !found->second.isWord());
  };
  return !versioner_.likely() || llvm::any_of(op->getOperands(), hasNoWord);
}

/// Leaves, so that `op` is the next that is done.
void Path::exitBefore(Operation *op) {
  current_ = op;
  Exits &exits = *versioner_.exits();
  Context context;
  llvm::SmallVector<Value, 16> operands;
  auto pass = [&](uint32_t known, llvm::ArrayRef<Value> parts) {
    context.push_back(known);
    llvm::append_range(operands, parts);
  };
  auto passVirtual = [&](const Binding &binding) {
    pass(binding.kinds.bits(), {});
    for (Value part : binding.parts) { // whose words are owned
      bool isBorrowed = mlir::isa<py::ValueType>(part.getType()) && py::isBorrowed(part);
      operands.push_back(isBorrowed ? py::RetainOp::create(builder_, op->getLoc(), part.getType(), part).getOwned() : part);
    }
  };
  for (Value value : exits.body().facts().liveBefore(op)) {
    const Binding &binding = lookup(value);
    bool isNumber = !unboxedTypes(binding.kinds, versioner_.context()).empty();
    if (binding.kinds.isVirtual())
      passVirtual(binding);
    else if (binding.kinds == Kinds() || (isNumber && !binding.isWord()))
      pass(binding.kinds.bits(), binding.parts);
    else if (py::isBorrowed(binding.parts[0])) // as py.exit asks, too
      pass(kBorrowed, binding.parts);
    else
      pass(0, binding.parts);
  }
  auto type = py::ValueType::get(versioner_.context());
  for (unsigned slot = 0; slot < facts_.slotCount(); ++slot) {
    const Variable &variable = state_.variables[slot];
    if (variable.place == Variable::Memory)
      pass(0, {py::MoveLocalOp::create(builder_, op->getLoc(), type, versioner_.slot(slot))});
    else if (variable.place == Variable::Register)
      pass(variable.kinds.bits(), {variable.number});
    else
      pass(kStaleSlot, {});
  }
  unsigned point = exits.pointBefore(op, std::move(context));
  py::ExitOp::create(builder_, op->getLoc(), exits.symbol(), builder_.getI32IntegerAttr(point), operands);
}

/// Leaves when the op, in its special form, is done.
void Path::exitBehind(Operation *op) {
  current_ = op;
  auto check = mlir::dyn_cast<py::RaiseCheckOp>(op->getNextNode());
  if (check && mayHaveRaised()) {
    Block *raised = versioner_.newBlock(), *normal = versioner_.newBlock();
    py::RaiseCheckOp::create(builder_, op->getLoc(), raised, normal);
    Path(versioner_, state_, raised, !facts_.isOrdinary(check.getRaised())).run(&check.getRaised()->front());
    builder_.setInsertionPointToEnd(normal);
  }
  exitBefore(check ? &check.getNormal()->front() : op->getNextNode());
}

/// From code that an exception has led to, to what is done without one, too.
void Path::comeBack(Block *target, mlir::ValueRange operands) {
  for (auto [argument, operand] : llvm::zip_equal(target->getArguments(), operands)) {
    Binding binding = lookup(operand);
    if (binding.isWord() && !unboxedTypes(binding.kinds, versioner_.context()).empty())
      binding.parts = {literal(operand)};
    state_.values[argument] = std::move(binding);
  }
  if (!findBack(target))
    exitBefore(&target->front());
}

/// Leaves the general body for a likely version; `operands`: its arguments. The variables follow.
void Path::reenter(const Version &likely, llvm::SmallVector<Value, 8> operands) {
  mlir::Location location = current_->getLoc();
  auto type = py::ValueType::get(versioner_.context());
  for (unsigned slot = 0; slot < facts_.slotCount(); ++slot) {
    if (!likely.holdsVariable(slot, facts_))
      continue;
    flush(slot, location);
    operands.push_back(py::MoveLocalOp::create(builder_, location, type, versioner_.slot(slot)));
  }
  unsigned point = versioner_.likely()->exits()->reentryAt(likely);
  py::ReenterOp::create(builder_, location, point, operands);
}

} // namespace molt::versioning
