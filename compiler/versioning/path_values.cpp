// What holds on a path: its values, its variables, and words that are borrowed.
#include "compiler/versioning/path.h"

#include <mlir/Dialect/Arith/IR/Arith.h>

namespace molt::versioning {

using mlir::Block;
using mlir::Operation;
using mlir::Value;

// ---- Values ---------------------------------------------------------------------------------------------------------

// A constant's binding is its word, made here; its number is made when it is asked for.
const Binding &Path::lookup(Value value) {
  auto [found, fresh] = state_.values.try_emplace(value);
  if (!fresh)
    return found->second;
  if (facts_.isParameter(value)) {
    found->second = Binding{Kinds::any(), {versioner_.parameter(value)}};
    return found->second;
  }
  Operation *op = value.getDefiningOp();
  assert(op && isMadeAnew(value) && "a value that does not reach this block");
  auto constant = mlir::dyn_cast<py::ConstantOp>(op);
  Operation *clone = builder_.clone(*op);
  found = state_.values.find(value);
  found->second =
      Binding{constant ? py::kindsOfConstant(constant.getValue()) : Kinds(Kind::Other), {clone->getResult(0)}};
  return found->second;
}

Value Path::literal(Value operand) {
  mlir::Attribute value = operand.getDefiningOp<py::ConstantOp>().getValue();
  if (auto number = mlir::dyn_cast<mlir::FloatAttr>(value))
    return mlir::arith::ConstantFloatOp::create(builder_, location(), builder_.getF64Type(), number.getValue());
  auto integer = mlir::cast<mlir::IntegerAttr>(value);
  bool isBool = mlir::isa<mlir::BoolAttr>(value);
  int64_t number = isBool ? mlir::cast<mlir::BoolAttr>(value).getValue() : integer.getValue().getSExtValue();
  return mlir::arith::ConstantIntOp::create(builder_, location(), number, isBool ? 1 : 64);
}

Value Path::boxed(const Binding &binding, mlir::Location location) {
  return binding.isWord() ? binding.parts[0] : makeBoxed(builder_, location, binding.kinds, binding.parts[0]);
}

Value Path::word(Value operand) { return boxed(lookup(operand), location()); }

// A binding of a number that is a word is a literal.
Value Path::integer(Value operand) {
  const Binding &binding = lookup(operand);
  return binding.isWord() ? literal(operand) : binding.parts[0];
}

Value Path::floating(Value operand) {
  const Binding &binding = lookup(operand);
  Value number = binding.isWord() ? literal(operand) : binding.parts[0];
  if (binding.kinds.is(Kind::Int))
    return mlir::arith::SIToFPOp::create(builder_, location(), builder_.getF64Type(), number);
  return number;
}

Value Path::boolean(Value operand) {
  const Binding &binding = lookup(operand);
  return binding.isWord() ? literal(operand) : binding.parts[0];
}

void Path::setResult(unsigned index, Kind kind, llvm::ArrayRef<Value> parts) {
  bindResult(index, Binding{kind, llvm::SmallVector<Value, 3>(parts)});
}

void Path::setWord(unsigned index, Kinds kinds, Value word) { bindResult(index, Binding{kinds, {word}}); }

void Path::setBorrowed(unsigned index, Kinds kinds, Value word) {
  bindResult(index, Binding{kinds, {word}, -1, /*isBorrowed=*/true});
  state_.borrowed.push_back(current_->getResult(index));
}

void Path::setCondition(unsigned index, Value condition) { bindResult(index, Binding{Kinds(), {condition}}); }

void Path::setParts(Value operand, llvm::ArrayRef<Value> parts) {
  llvm::SmallVector<Value, 3> copy(parts);
  state_.values.find(operand)->second.parts = std::move(copy);
}

// ---- Variables ------------------------------------------------------------------------------------------------------

Kinds Path::kindsInRegister(Value slot) {
  const Variable &variable = state_.variables[facts_.slotIndex(slot)];
  return variable.place == Variable::Register ? variable.kinds : Kinds();
}

// Values that were loaded from the slot are no longer what it holds.
void Path::forget(unsigned slot) {
  for (auto &entry : state_.values)
    if (entry.second.slot == int(slot))
      entry.second.slot = -1;
}

void Path::load(py::LoadLocalOp op) {
  unsigned slot = facts_.slotIndex(op.getSlot());
  const Variable &variable = state_.variables[slot];
  if (variable.place == Variable::Register) {
    state_.values[op.getValue()] = Binding{variable.kinds, {variable.number}, int(slot)};
    if (op.getChecked()) // it is bound
      continueAt(mlir::cast<py::RaiseCheckOp>(op->getNextNode()).getNormal(), true);
    return;
  }
  Kinds kinds = variable.kinds;
  copy(op, false);
  state_.values[op.getValue()].kinds = kinds;
  // A borrowed load is what the slot holds; an owned one may outlive it, but is the same word until the next store.
  state_.values[op.getValue()].slot = int(slot);
}

void Path::store(py::StoreLocalOp op) {
  unsigned slot = facts_.slotIndex(op.getSlot());
  Variable &variable = state_.variables[slot];
  bool isEmpty = op.getInitial() || variable.place != Variable::Memory;
  if (!isEmpty || lookup(op.getValue()).isBorrowed)
    settle(); // what is released may run code
  Binding binding = lookup(op.getValue());
  forget(slot);
  if (binding.isWord()) {
    if (unboxedTypes(binding.kinds, versioner_.context()).empty()) {
      py::StoreLocalOp::create(builder_, op.getLoc(), versioner_.slot(slot), binding.parts[0], isEmpty);
      variable = Variable{Variable::Memory, binding.kinds, {}};
      return;
    }
    binding.parts = {literal(op.getValue())};
  }
  if (!isEmpty)
    py::DeleteLocalOp::create(builder_, op.getLoc(), versioner_.slot(slot), "", /*checked=*/false);
  variable = Variable{Variable::Register, binding.kinds, binding.parts[0]};
}

// The variable into its slot.
void Path::flush(unsigned slot, mlir::Location location) {
  Variable &variable = state_.variables[slot];
  if (variable.place != Variable::Register)
    return;
  Value value = boxed(Binding{variable.kinds, {variable.number}}, location);
  py::StoreLocalOp::create(builder_, location, versioner_.slot(slot), value, /*initial=*/true);
  variable = Variable{Variable::Memory, Kinds::any(), {}}; // an int in a slot may be a large one
}

// ---- Borrowed words -------------------------------------------------------------------------------------------------

bool Path::isHeld(Value operand) {
  const Binding &binding = lookup(operand);
  if (!binding.isWord())
    return false;
  if (binding.isBorrowed)
    return true;
  Operation *made = binding.parts[0].getDefiningOp();
  return made ? py::borrowsResult(made, mlir::cast<mlir::OpResult>(binding.parts[0]).getResultNumber())
              : facts_.isParameter(operand);
}

/// Whether `op` or what follows it uses the value; `target`: only what follows there.
bool Path::isUsedFrom(Value value, Operation *op, Block *target) {
  if (target)
    return llvm::is_contained(facts_.liveness().values(target), value);
  Block *block = op->getBlock();
  for (Operation *user : value.getUsers())
    if (user == op || (user->getBlock() == block && op->isBeforeInBlock(user)))
      return true;
  return llvm::any_of(block->getSuccessors(), [&](Block *next) { return isUsedFrom(value, op, next); });
}

void Path::settleFor(Block *target) {
  for (Value value : std::exchange(state_.borrowed, {})) {
    Binding &binding = state_.values.find(value)->second;
    if (!binding.isBorrowed || !isUsedFrom(value, current_, target))
      continue;
    binding.isBorrowed = false;
    Value word = binding.parts[0];
    binding.parts = {py::RetainOp::create(builder_, current_->getLoc(), word.getType(), word).getOwned()};
  }
}

// `operand` is now known to be of `kind`; so is the variable that holds it.
void Path::refine(Value operand, Kinds kind) {
  Binding &binding = state_.values.find(operand)->second;
  binding.kinds = kind;
  if (!unboxedTypes(kind, versioner_.context()).empty()) {
    Value held = binding.parts[0];
    mlir::Location location = current_->getLoc();
    binding.parts = {py::makeUnboxed(builder_, location, held, kind.one())};
    binding.isBorrowed = false;
  }
  int slot = binding.slot;
  if (slot < 0)
    return;
  Variable &variable = state_.variables[slot];
  if (variable.place == Variable::Memory) {
    if (binding.isWord())
      variable.kinds = kind;
    else
      variable = Variable{Variable::Register, kind, binding.parts[0]};
  }
}

} // namespace molt::versioning
