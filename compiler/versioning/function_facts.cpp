#include "compiler/versioning/function_facts.h"

#include "abi/object.h"

#include <llvm/ADT/SCCIterator.h>
#include <llvm/ADT/SetVector.h>
#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/IR/RegionGraphTraits.h>

namespace molt::versioning {

using mlir::Block;
using mlir::Operation;
using mlir::Value;
using py::Kinds;

constexpr unsigned kSmallFunction = 200; // ops; worth inline code also outside of loops
constexpr unsigned kLargeFunction = 400; // such a one stays as it is

bool doesWork(Operation *op) {
  return !mlir::isa<py::ConstantOp, py::NullOp, py::SlotOp, py::RaiseCheckOp, py::AddTracebackOp, py::PropagateOp,
                    mlir::cf::BranchOp, mlir::arith::ConstantOp>(op);
}

static llvm::DenseMap<Value, unsigned> numberSlots(py::FuncOp function) {
  llvm::DenseMap<Value, unsigned> slots;
  for (py::SlotOp slot : function.getBody().front().getOps<py::SlotOp>())
    slots.try_emplace(slot.getSlot(), slots.size());
  return slots;
}

static unsigned sizeOf(py::FuncOp function) {
  unsigned ops = 0;
  for (Block &block : function.getBody())
    for (Operation &op : block)
      ops += doesWork(&op);
  return ops;
}

// Loops gain, and small functions, which loops call.
std::optional<std::string> reasonAgainstVersions(py::FuncOp function) {
  uint32_t flags = function.getFlags();
  if (flags & (kIsModuleBody | kIsClassBody))
    return "it is not a function: what takes long should stand in one";
  if (flags & (kIsCoroutine | kIsAsyncGenerator))
    return "it is a coroutine";
  if (function->hasAttr("fast"))
    return "its fast version does the work";
  bool hasSpecialForms = false;
  for (Block &block : function.getBody())
    for (Operation &op : block) {
      hasSpecialForms |= mlir::isa<py::Specializable>(op) &&
                         !mlir::isa<py::ReleaseOp, py::CallOp, py::LoadCellOp, py::StoreCellOp>(op);
      if (op.getNumSuccessors() > 2 || op.getNumRegions())
        return "it has a construct that is not known yet";
    }
  if (function->hasAttr("fast_version_of"))
    return std::nullopt;
  if (!hasSpecialForms)
    return "nothing in it has a special form";
  unsigned size = sizeOf(function);
  if (size > kLargeFunction)
    return "it is too large: " + std::to_string(size) + " operations, and at most " + std::to_string(kLargeFunction) +
           " are looked at. Take it apart";
  return std::nullopt;
}

FunctionFacts::FunctionFacts(py::FuncOp function, bool isGeneral)
    : function_(function), isGeneral_(isGeneral), slots_(numberSlots(function)), liveness_(function.getBody(), slots_),
      size_(sizeOf(function)) {
  findLoopBlocks();
  findHeaders();
  findOrdinaryBlocks();
  holdsObjects_.resize(slots_.size());
  for (auto [slot, index] : slots_) {
    Kinds likely = py::kindsOfHint(slot.getDefiningOp()->getAttr("likely"));
    holdsObjects_[index] = !likely.isNumber() && !likely.is(py::Kind::Bool);
  }
}

bool FunctionFacts::isSmall() const { return size_ <= kSmallFunction; }

void FunctionFacts::findLoopBlocks() {
  for (auto component = llvm::scc_begin(&entry()); !component.isAtEnd(); ++component)
    if (component.hasCycle())
      loopBlocks_.insert_range(*component);
}

// The targets of edges to blocks that a depth-first walk has not left yet.
void FunctionFacts::findHeaders() {
  llvm::SmallPtrSet<Block *, 32> known, open;
  std::vector<std::pair<Block *, unsigned>> stack{{&entry(), 0}};
  known.insert(&entry());
  open.insert(&entry());
  while (!stack.empty()) {
    auto &[block, next] = stack.back();
    if (next == block->getNumSuccessors()) {
      open.erase(block);
      stack.pop_back();
      continue;
    }
    Block *successor = block->getSuccessor(next++);
    if (open.contains(successor))
      headers_.insert(successor);
    if (known.insert(successor).second) {
      open.insert(successor);
      stack.push_back({successor, 0});
    }
  }
}

bool FunctionFacts::isWayBack(Block *block) const {
  Block *before = block->getSinglePredecessor();
  return isLoopHeader(block) || (before && before->getTerminator()->hasAttr("before_loop"));
}

bool FunctionFacts::isHot(Operation *op) const {
  if (isSmall() || loopBlocks_.contains(op->getBlock()))
    return true;
  auto isUsedInLoop = [&](Operation *one) {
    return llvm::any_of(one->getUsers(), [&](Operation *user) { return loopBlocks_.contains(user->getBlock()); });
  };
  return isUsedInLoop(op) || llvm::any_of(op->getUsers(), isUsedInLoop);
}

void FunctionFacts::findOrdinaryBlocks() {
  llvm::SmallVector<Block *> work{&entry()};
  ordinary_.insert(work.front());
  while (!work.empty()) {
    Operation *terminator = work.pop_back_val()->getTerminator();
    auto visit = [&](Block *block) {
      if (ordinary_.insert(block).second)
        work.push_back(block);
    };
    auto check = mlir::dyn_cast<py::RaiseCheckOp>(terminator);
    bool mayRaise = check || mlir::isa<py::MayRaise>(terminator);
    if (check)
      visit(check.getNormal());
    for (Block *successor : terminator->getSuccessors())
      if (!mayRaise || (successor != (check ? check.getNormal() : nullptr) && isCaughtInLoop(successor)))
        visit(successor);
  }
}

bool FunctionFacts::isCaughtInLoop(Block *unwind) const {
  auto branch = mlir::dyn_cast<mlir::cf::BranchOp>(unwind->getTerminator());
  return branch && !isGeneral_ && loopBlocks_.contains(branch.getDest());
}

bool FunctionFacts::isParameter(Value value) const {
  auto argument = mlir::dyn_cast<mlir::BlockArgument>(value);
  return argument && argument.getOwner() == &entry() && !parameterKinds(argument.getArgNumber()).isNumber();
}

unsigned FunctionFacts::boundSlotCount() const {
  if (!(function_.getFlags() & kIsGenerator))
    return 0;
  return std::min(py::parameterCount(function_), slotCount());
}

// Where a block begins, all its arguments are.
llvm::SmallVector<Value> FunctionFacts::liveBefore(Operation *op) const {
  Block *block = op->getBlock();
  llvm::SetVector<Value> live;
  auto add = [&](Value value) {
    auto argument = mlir::dyn_cast<mlir::BlockArgument>(value);
    if (!argument || argument.getOwner() != &entry())
      live.insert(value);
  };
  if (op == &block->front()) {
    for (Value value : liveness_.values(block))
      add(value);
    for (Value value : block->getArguments())
      add(value);
    return live.takeVector();
  }
  auto comesBefore = [&](Value value) {
    Operation *made = value.getDefiningOp();
    return !made || made->getBlock() != block || made->isBeforeInBlock(op);
  };
  for (Operation *user = op; user; user = user->getNextNode())
    for (Value operand : user->getOperands())
      if (!mlir::isa<py::SlotType>(operand.getType()) && !isMadeAnew(operand) && comesBefore(operand))
        add(operand);
  for (Block *successor : block->getSuccessors())
    for (Value value : liveness_.values(successor))
      if (comesBefore(value))
        add(value);
  return live.takeVector();
}

Kinds FunctionFacts::parameterKinds(unsigned index) const {
  if (isGeneral_)
    return Kinds();
  auto signature = function_->getAttrOfType<mlir::ArrayAttr>("signature");
  return signature ? py::kindsOfHint(signature[index]) : Kinds();
}

} // namespace molt::versioning
