// py-version-blocks: static versioning of basic blocks.
//
// Runs on the flat graph behind py-definite-assignment, before reference counts. Each block is cloned for the kinds
// (specialization.h) that its values and variables have on the ways into it. In a version, numbers of one known kind are
// unboxed SSA values, and ops that have a special form for the kinds of their operands take it; a test forks the path,
// and both sides know its answer. So a loop tests its variables in its first round and never again.
//
// What holds at each point of a version:
//   1. A value of the old function is bound to its parts: one word (!py.value), one number, or the parts of a range.
//   2. A variable lives in its slot (Memory) or is a number in a register (Register); then the slot holds no object, so
//      there is nothing to release in it and a store need not look. Stale is a slot without an object whose variable is
//      dead, or unbound.
//   3. Blocks take what is live in them as arguments, but for words that are the function's own parameters, which are
//      borrowed and dominate everything, and constants, which are made where they are used.
//   4. Blocks that only an exception reaches have one version, which knows nothing: all variables are in their slots.
//   5. A block has few versions; one more becomes the join with a version that it resembles, in the end the general one.
//      When the function has grown by its budget, no test is made any more.
//
// (Static basic block versioning: Melancon, Feeley and Serrano, ECOOP 2024.)
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/loop_scopes.h"
#include "compiler/transforms/passes.h"

#include "abi/object.h"

#include <llvm/ADT/BitVector.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/PostOrderIterator.h>
#include <llvm/ADT/SCCIterator.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/IR/IRMapping.h>
#include <mlir/IR/Matchers.h>
#include <mlir/IR/RegionGraphTraits.h>
#include <mlir/Pass/Pass.h>

#include <deque>

namespace molt::transforms {
namespace {

using py::Kind;
using py::Kinds;
using mlir::Block;
using mlir::Operation;
using mlir::Value;

constexpr unsigned kVersions = 3;      // of a block that are made as their contexts ask
constexpr unsigned kJoinedVersions = 1; // beyond those, joins; then the general one
constexpr unsigned kGrowth = 3;        // times that the function may be copied, until no test is made any more
constexpr unsigned kMinimumBudget = 300;
constexpr unsigned kSmallFunction = 200; // ops; worth inline code also outside of loops
constexpr unsigned kLargeFunction = 400; // such a one stays as it is

/// The types of the parts of an unboxed value of one kind; empty for what is a word.
llvm::SmallVector<mlir::Type, 3> unboxedTypes(Kinds kinds, mlir::MLIRContext *context) {
  if (kinds.is(Kind::Int))
    return {mlir::IntegerType::get(context, 64)};
  if (kinds.is(Kind::Float))
    return {mlir::Float64Type::get(context)};
  if (kinds.is(Kind::Bool))
    return {mlir::IntegerType::get(context, 1)};
  mlir::Type word = py::ValueType::get(context), number = mlir::IntegerType::get(context, 64);
  if (kinds.is(Kind::RangeUp) || kinds.is(Kind::RangeDown))
    return {number, number, number};
  if (kinds.is(Kind::ListIterator) || kinds.is(Kind::TupleIterator) || kinds.is(Kind::ReverseIterator))
    return {word, number};
  if (kinds.is(Kind::EnumerateIterator))
    return {word, number, number};
  if (kinds.is(Kind::EnumerateItem))
    return {number, word};
  if (kinds.is(Kind::ZipIterator))
    return {word, word, number};
  if (kinds.is(Kind::ZipItem))
    return {word, word};
  return {};
}

/// Ops that count when a function is measured: what has no code, or hands an exception on, does not.
bool doesWork(Operation *op) {
  return !mlir::isa<py::ConstantOp, py::NullOp, py::SlotOp, py::RaiseCheckOp, py::AddTracebackOp, py::PropagateOp,
                    mlir::cf::BranchOp, mlir::arith::ConstantOp>(op);
}

bool isNumber(Kinds kinds) { return kinds.is(Kind::Int) || kinds.is(Kind::Float); }

Kinds kindsOfHint(mlir::Attribute hint) {
  if (auto known = mlir::dyn_cast_or_null<py::ClassAttr>(hint))
    return Kinds::instance(known.getNumber());
  auto bits = mlir::dyn_cast_or_null<mlir::IntegerAttr>(hint);
  return bits ? Kinds::fromBits(bits.getValue().getZExtValue()) : Kinds();
}

// ---- What is live ---------------------------------------------------------------------------------------

// Made again wherever it is used.
bool isMadeAnew(Operation *op) { return mlir::isa_and_nonnull<py::ConstantOp, py::NullOp, py::ClosureCellOp>(op); }
bool isMadeAnew(Value value) { return isMadeAnew(value.getDefiningOp()); }

/// Values (in an order) and variables that a block's code, or what follows it, may read.
class Liveness {
public:
  Liveness(mlir::Region &region, const llvm::DenseMap<Value, unsigned> &slots) : slots_(slots) {
    for (Block &block : region)
      for (Operation &op : block)
        for (Value operand : op.getOperands())
          if (!mlir::isa<py::SlotType>(operand.getType()) && !isMadeAnew(operand) && !isLocal(operand, &block))
            reach(operand, &block);
    solveSlots(region);
  }

  llvm::ArrayRef<Value> values(Block *block) const {
    auto found = values_.find(block);
    return found == values_.end() ? llvm::ArrayRef<Value>() : llvm::ArrayRef<Value>(found->second);
  }
  bool isSlotLive(Block *block, unsigned slot) const { return liveSlots_.find(block)->second[slot]; }

private:
  static bool isLocal(Value value, Block *block) { return value.getParentBlock() == block; }

  void reach(Value value, Block *start) {
    llvm::SmallVector<Block *, 8> work{start};
    while (!work.empty()) {
      Block *block = work.pop_back_val();
      if (isLocal(value, block) || !seen_.insert({value, block}).second)
        continue;
      values_[block].push_back(value);
      for (Block *predecessor : block->getPredecessors())
        work.push_back(predecessor);
    }
  }

  // 1: read first, 0: written first or not at all.
  void solveSlots(mlir::Region &region) {
    unsigned count = slots_.size();
    llvm::DenseMap<Block *, llvm::BitVector> reads, writes;
    for (Block &block : region) {
      llvm::BitVector read(count), written(count);
      for (Operation &op : block) {
        auto store = mlir::dyn_cast<py::StoreLocalOp>(op);
        for (Value operand : op.getOperands()) {
          if (!mlir::isa<py::SlotType>(operand.getType()))
            continue;
          unsigned slot = slots_.lookup(operand);
          if (store)
            written.set(slot);
          else if (!written[slot])
            read.set(slot);
        }
      }
      liveSlots_[&block] = read;
      reads[&block] = std::move(read);
      writes[&block] = std::move(written);
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (Block &block : llvm::reverse(region)) {
        llvm::BitVector live(count);
        for (Block *successor : block.getSuccessors())
          live |= liveSlots_.find(successor)->second;
        live.reset(writes[&block]);
        live |= reads[&block];
        llvm::BitVector &known = liveSlots_[&block];
        if (live != known) {
          known = std::move(live);
          changed = true;
        }
      }
    }
  }

  const llvm::DenseMap<Value, unsigned> &slots_;
  llvm::DenseMap<Block *, llvm::SmallVector<Value>> values_;
  llvm::DenseMap<Block *, llvm::BitVector> liveSlots_;
  llvm::DenseSet<std::pair<Value, Block *>> seen_;
};

// ---- The state of a path --------------------------------------------------------------------------------------

struct Binding {
  Kinds kinds;                       // empty for what is an i1 in the old function
  llvm::SmallVector<Value, 3> parts;
  int slot = -1;                     // the variable that holds the same word
  bool isBorrowed = false;           // a word that has no count of its own yet

  bool isWord() const { return parts.size() == 1 && mlir::isa<py::ValueType>(parts[0].getType()); }
};

struct Variable {
  enum Place { Memory, Stale, Register } place = Stale;
  Kinds kinds = Kinds::any(); // what a bound one holds
  Value number;               // in a register
};

struct State {
  llvm::DenseMap<Value, Binding> values;
  llvm::SmallVector<Variable, 8> variables;
  llvm::SmallVector<Value, 4> borrowed; // values with words that may have no count of their own
  LoopScope *scope = nullptr;           // where control flow must stay structured
};

/// One number for each thing that is live: the kinds of what is known, 0 for a word or a slot about which nothing is.
using Context = llvm::SmallVector<uint32_t, 16>;
constexpr uint32_t kStaleSlot = ~0u;

struct Version {
  Context context;
  Block *block;
  bool isRare;
  LoopScope *scope;
};

// ---- The whole function -----------------------------------------------------------------------------------------

class Path;

class FunctionVersioner {
public:
  FunctionVersioner(py::FuncOp function, bool structured)
      : function_(function), source_(function.getBody()), isStructured_(structured) {
    for (py::SlotOp slot : source_.front().getOps<py::SlotOp>())
      slots_.try_emplace(slot.getSlot(), slots_.size());
  }

  void run() {
    if (auto fast = function_->getAttrOfType<mlir::FlatSymbolRefAttr>("fast")) {
      forwardToFast(fast);
      return;
    }
    if (!isWorthIt())
      return;
    findLoopBlocks();
    findOrdinaryBlocks();
    liveness_.emplace(source_, slots_);
    if (isStructured_)
      loops_.emplace(source_);
    makeEntry();
    while (!pending_.empty() || !rare_.empty()) {
      auto &jobs = pending_.empty() ? rare_ : pending_;
      auto job = jobs.front();
      jobs.pop_front();
      fill(job);
    }
    source_.takeBody(target_);
    if (isSmall_)
      function_->setAttr("small", mlir::UnitAttr::get(context()));
  }

  // ---- For paths ---------------------------------------------------------------------------------------------

  mlir::Region &target() { return target_; }
  mlir::MLIRContext *context() { return function_.getContext(); }
  const Liveness &liveness() const { return *liveness_; }
  unsigned slotIndex(Value slot) const { return slots_.lookup(slot); }
  unsigned slotCount() const { return slots_.size(); }
  Value newSlot(unsigned index) const { return newSlots_[index]; }
  bool isOrdinary(Block *block) const { return ordinary_.contains(block); }
  /// One that is a word: it dominates everything, and is borrowed from the caller.
  bool isParameter(Value value) const {
    auto argument = mlir::dyn_cast<mlir::BlockArgument>(value);
    return argument && argument.getOwner() == &source_.front() && !isNumber(parameterKinds(argument.getArgNumber()));
  }
  /// What a fast version's signature says.
  Kinds parameterKinds(unsigned index) const;
  /// The kind of number that a fast version is to give, or none.
  Kinds resultKind() const;

  Value parameter(Value value) { return target_.front().getArgument(mlir::cast<mlir::BlockArgument>(value).getArgNumber()); }
  bool isExhausted() const { return copied_ > budget_; }
  /// Whether what the op does may be done often: it, or what uses its results, stands in a loop; or the function is small,
  /// so that loops call it.
  bool isHot(Operation *op) const;
  void noteCopy(Operation *op) { copied_ += doesWork(op); }

  Version &versionFor(Block *block, Context wanted, bool isRare, LoopScope *scope);

private:
  bool isWorthIt();
  void forwardToFast(mlir::FlatSymbolRefAttr fast);
  void findLoopBlocks();
  void findOrdinaryBlocks();
  void makeEntry();
  void fill(std::pair<Block *, Version *> job);
  void promote(Version &version);

  py::FuncOp function_;
  mlir::Region &source_;
  mlir::Region target_;
  llvm::DenseMap<Value, unsigned> slots_;
  llvm::SmallVector<Value> newSlots_;
  llvm::SmallPtrSet<Block *, 32> ordinary_; // reached without an exception
  std::optional<Liveness> liveness_;
  std::optional<LoopScopes> loops_; // if control flow must stay structured
  llvm::DenseMap<std::pair<Block *, LoopScope *>, llvm::SmallVector<std::shared_ptr<Version>, 2>> versions_; // by owner
  std::deque<std::pair<Block *, Version *>> pending_;
  std::deque<std::pair<Block *, Version *>> rare_; // for the end, when the likely paths have had their share of the budget
  bool isStructured_;
  bool isSmall_ = false;
  llvm::SmallPtrSet<Block *, 16> loopBlocks_; // blocks of the old function that stand in one
  unsigned budget_ = 0, copied_ = 0;
};

// ---- One path -----------------------------------------------------------------------------------------------------

/// Copies the old function's ops to the end of a new block, in their special form where they have one.
class Path final : public py::Specializer {
public:
  Path(FunctionVersioner &versioner, State state, Block *block, bool isRare = false)
      : versioner_(versioner), state_(std::move(state)), isRare_(isRare), builder_(versioner.context()) {
    builder_.setInsertionPointToEnd(block);
  }

  State &state() { return state_; }

  /// Goes on from `op` to the end of the path.
  void run(Operation *op);

  // ---- Specializer
  mlir::OpBuilder &builder() override { return builder_; }
  mlir::Location location() override { return current_->getLoc(); }
  Kinds kindsOf(Value operand) override { return lookup(operand).kinds; }
  Value integer(Value operand) override {
    const Binding &binding = lookup(operand);
    if (binding.isWord()) // a literal
      return literal(operand);
    return binding.parts[0];
  }
  Value floating(Value operand) override {
    const Binding &binding = lookup(operand);
    Value number = binding.isWord() ? literal(operand) : binding.parts[0];
    if (binding.kinds.is(Kind::Int))
      return mlir::arith::SIToFPOp::create(builder_, location(), builder_.getF64Type(), number);
    return number;
  }
  Value boolean(Value operand) override {
    const Binding &binding = lookup(operand);
    return binding.isWord() ? literal(operand) : binding.parts[0];
  }
  llvm::ArrayRef<Value> parts(Value operand) override { return state_.values.find(operand)->second.parts; }
  Value word(Value operand) override;
  Value condition(Value operand) override { return lookup(operand).parts[0]; }
  bool isHeld(Value operand) override;
  void fallBackIf(Value condition) override;
  void divertIf(Value condition, bool isRare, llvm::function_ref<void(py::Specializer &)> bind) override;
  void settle() override { settleFor(nullptr); }
  void setResult(unsigned index, Kind kind, llvm::ArrayRef<Value> parts) override {
    state_.values[current_->getResult(index)] = Binding{kind, llvm::SmallVector<Value, 3>(parts)};
  }
  void setWord(unsigned index, Kinds kinds, Value word) override {
    state_.values[current_->getResult(index)] = Binding{kinds, {word}};
  }
  void setBorrowed(unsigned index, Kinds kinds, Value word) override {
    state_.values[current_->getResult(index)] = Binding{kinds, {word}, -1, /*isBorrowed=*/true};
    state_.borrowed.push_back(current_->getResult(index));
  }
  void setCondition(unsigned index, Value condition) override {
    state_.values[current_->getResult(index)] = Binding{Kinds(), {condition}};
  }
  void setParts(Value operand, llvm::ArrayRef<Value> parts) override {
    llvm::SmallVector<Value, 3> copy(parts);
    state_.values.find(operand)->second.parts = std::move(copy);
  }

private:
  const Binding &lookup(Value value);
  Value literal(Value operand);
  Value boxed(const Binding &binding, mlir::Location location);
  Block *newBlock() {
    auto *block = new Block;
    versioner_.target().push_back(block);
    return block;
  }
  enum class Unlikely { Neither, True, False };
  void branchIf(Value condition, Block *ifTrue, Block *ifFalse, Unlikely unlikely);

  // Each copies, or does, one op.
  void load(py::LoadLocalOp op);
  void store(py::StoreLocalOp op);
  void copy(Operation *op, bool isCold);
  void flush(unsigned slot, mlir::Location location);
  void forget(unsigned slot);
  void settleFor(Block *target);
  bool isUsedFrom(Value value, Operation *op, Block *target);

  enum class Outcome { General, Common, Done };
  Outcome specialize(py::Specializable op, bool &forked);
  void fork(Operation *op, const py::Specialization &question);
  void refine(Value operand, Kinds kind);
  void finishGeneral(Operation *op, bool hasForked, bool isCold);
  void continueAt(Block *block, bool inPlace);
  void runBehind(Operation *op);
  void terminate(Operation *op);
  void returnNumber(py::ReturnOp op);
  bool mayHaveRaised();
  void jump(Block *target, mlir::ValueRange operands, mlir::Location location);

  FunctionVersioner &versioner_;
  State state_;
  bool isRare_; // behind a fallback, or a test that seldom fails
  mlir::OpBuilder builder_;
  Operation *current_ = nullptr;
  Operation *next_ = nullptr;     // where run() goes on; null: the path has ended
  bool canTest_ = true;
  bool hasForked_ = false;        // at the op before py.raise_check: what follows is shared
  Block *fallBack_ = nullptr;     // of the op being specialised
  std::optional<State> before_;   // what held there
  llvm::SmallVector<std::unique_ptr<Path>, 1> diverted_; // from it
  Kinds generalResult_ = Kinds::any(); // what it gives in its general form
};

// ---- Values ---------------------------------------------------------------------------------------------------------

Kinds kindsOfConstant(mlir::Attribute value) {
  if (mlir::isa<mlir::BoolAttr>(value))
    return Kind::Bool;
  if (auto integer = mlir::dyn_cast<mlir::IntegerAttr>(value))
    return integer.getValue().isSignedIntN(64) ? Kind::Int : Kind::Other;
  if (mlir::isa<mlir::FloatAttr>(value))
    return Kind::Float;
  if (mlir::isa<mlir::StringAttr>(value))
    return Kind::Str;
  if (mlir::isa<mlir::ArrayAttr>(value))
    return Kind::Tuple;
  return mlir::isa<py::NoneAttr>(value) ? Kind::None : Kind::Other;
}

// A constant's binding is its word, made here; its number is made when it is asked for.
const Binding &Path::lookup(Value value) {
  auto [found, fresh] = state_.values.try_emplace(value);
  if (!fresh)
    return found->second;
  if (versioner_.isParameter(value)) {
    found->second = Binding{Kinds::any(), {versioner_.parameter(value)}};
    return found->second;
  }
  Operation *op = value.getDefiningOp();
  assert(op && isMadeAnew(value) && "a value that does not reach this block");
  auto constant = mlir::dyn_cast<py::ConstantOp>(op);
  Operation *clone = builder_.clone(*op);
  found = state_.values.find(value);
  found->second = Binding{constant ? kindsOfConstant(constant.getValue()) : Kinds(Kind::Other), {clone->getResult(0)}};
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
  if (binding.isWord())
    return binding.parts[0];
  auto type = py::ValueType::get(versioner_.context());
  Value number = binding.parts[0];
  if (binding.kinds.is(Kind::Int))
    return py::BoxIntOp::create(builder_, location, type, number);
  if (binding.kinds.is(Kind::Float))
    return py::BoxFloatOp::create(builder_, location, type, number);
  assert(binding.kinds.is(Kind::Bool) && "a range is never an object");
  return py::BoxBoolOp::create(builder_, location, type, number, /*negated=*/false);
}

Value Path::word(Value operand) { return boxed(lookup(operand), location()); }

// ---- Variables --------------------------------------------------------------------------------------------------------

// Values that were loaded from the slot are no longer what it holds.
void Path::forget(unsigned slot) {
  for (auto &entry : state_.values)
    if (entry.second.slot == int(slot))
      entry.second.slot = -1;
}

void Path::load(py::LoadLocalOp op) {
  unsigned slot = versioner_.slotIndex(op.getSlot());
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
  unsigned slot = versioner_.slotIndex(op.getSlot());
  Variable &variable = state_.variables[slot];
  bool isEmpty = op.getInitial() || variable.place != Variable::Memory;
  if (!isEmpty || lookup(op.getValue()).isBorrowed)
    settle(); // what is released may run code
  Binding binding = lookup(op.getValue());
  forget(slot);
  if (binding.isWord()) {
    if (unboxedTypes(binding.kinds, versioner_.context()).empty()) {
      py::StoreLocalOp::create(builder_, op.getLoc(), versioner_.newSlot(slot), binding.parts[0], isEmpty);
      variable = Variable{Variable::Memory, binding.kinds, {}};
      return;
    }
    binding.parts = {literal(op.getValue())};
  }
  if (!isEmpty)
    py::DeleteLocalOp::create(builder_, op.getLoc(), versioner_.newSlot(slot), "", /*checked=*/false);
  variable = Variable{Variable::Register, binding.kinds, binding.parts[0]};
}

// The variable into its slot.
void Path::flush(unsigned slot, mlir::Location location) {
  Variable &variable = state_.variables[slot];
  if (variable.place != Variable::Register)
    return;
  Value value = boxed(Binding{variable.kinds, {variable.number}}, location);
  py::StoreLocalOp::create(builder_, location, versioner_.newSlot(slot), value, /*initial=*/true);
  variable = Variable{Variable::Memory, Kinds::any(), {}}; // an int in a slot may be a large one
}

// ---- Ops ----------------------------------------------------------------------------------------------------------------

// The op as it is, on words and slots.
void Path::copy(Operation *op, bool isCold) {
  current_ = op;
  mlir::IRMapping mapping;
  bool changesSlot = !mlir::isa<py::LoadLocalOp>(op);
  if (changesSlot && !mlir::isMemoryEffectFree(op))
    settle();
  for (Value operand : op->getOperands()) {
    if (mlir::isa<py::SlotType>(operand.getType())) {
      unsigned slot = versioner_.slotIndex(operand);
      if (changesSlot) {
        flush(slot, op->getLoc());
        forget(slot);
        state_.variables[slot] = Variable{Variable::Memory, Kinds::any(), {}};
      }
      mapping.map(operand, versioner_.newSlot(slot));
    } else if (mlir::isa<py::ValueType>(operand.getType())) {
      mapping.map(operand, word(operand));
    } else {
      mapping.map(operand, lookup(operand).parts[0]);
    }
  }
  Operation *clone = builder_.clone(*op, mapping);
  if (isCold)
    clone->setAttr("cold", builder_.getUnitAttr());
  for (auto [old, fresh] : llvm::zip(op->getResults(), clone->getResults())) {
    bool isWord = mlir::isa<py::ValueType>(old.getType());
    state_.values[old] = Binding{isWord ? generalResult_ : Kinds(), {fresh}};
  }
  generalResult_ = Kinds::any();
}

void Path::branchIf(Value condition, Block *ifTrue, Block *ifFalse, Unlikely unlikely) {
  auto branch = mlir::cf::CondBranchOp::create(builder_, current_->getLoc(), condition, ifTrue, ifFalse);
  if (unlikely != Unlikely::Neither)
    branch->setAttr("unlikely", builder_.getBoolAttr(unlikely == Unlikely::True));
}

void Path::fallBackIf(Value condition) {
  if (!fallBack_) {
    fallBack_ = newBlock();
    before_ = state_; // nothing of the result is in it yet
  }
  Block *next = newBlock();
  branchIf(condition, fallBack_, next, Unlikely::True);
  builder_.setInsertionPointToEnd(next);
}

void Path::divertIf(Value condition, bool isRare, llvm::function_ref<void(py::Specializer &)> bind) {
  Block *apart = newBlock(), *next = newBlock();
  branchIf(condition, apart, next, isRare ? Unlikely::True : Unlikely::Neither);
  diverted_.push_back(std::make_unique<Path>(versioner_, state_, apart));
  diverted_.back()->current_ = current_;
  diverted_.back()->isRare_ = isRare_ || isRare;
  bind(*diverted_.back());
  builder_.setInsertionPointToEnd(next);
}

// ---- Borrowed words --------------------------------------------------------------------------------------------------

bool Path::isHeld(Value operand) {
  const Binding &binding = lookup(operand);
  if (!binding.isWord())
    return false;
  if (binding.isBorrowed)
    return true;
  Operation *made = binding.parts[0].getDefiningOp();
  return made ? py::borrowsResult(made, mlir::cast<mlir::OpResult>(binding.parts[0]).getResultNumber())
              : versioner_.isParameter(operand);
}

/// Whether `op` or what follows it uses the value; `target`: only what follows there.
bool Path::isUsedFrom(Value value, Operation *op, Block *target) {
  if (target)
    return llvm::is_contained(versioner_.liveness().values(target), value);
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

void Path::fork(Operation *op, const py::Specialization &question) {
  Value operand = question.operand();
  Kind kind = question.kind();
  Value held = lookup(operand).parts[0];
  Value answer;
  if (kind == Kind::Instance)
    answer = py::IsInstanceOp::create(builder_, op->getLoc(), builder_.getI1Type(), held,
                                      mlir::cast<py::ClassAttr>(question.known()));
  else
    answer = py::makeTest(builder_, op->getLoc(), held, kind);
  Block *yes = newBlock(), *no = newBlock();
  branchIf(answer, yes, no, question.isLikely() ? Unlikely::False : Unlikely::Neither);
  Path positive(versioner_, state_, yes);
  positive.isRare_ = isRare_;
  positive.current_ = op;
  positive.refine(operand, kind == Kind::Instance
                               ? Kinds::instance(mlir::cast<py::ClassAttr>(question.known()).getNumber())
                               : Kinds(kind));
  positive.run(op);
  // An int that is no inline one may still be an int of 64 bits; that is Other.
  Binding &binding = state_.values.find(operand)->second;
  binding.kinds = binding.kinds.without(kind);
  builder_.setInsertionPointToEnd(no);
}

// Where the op forked, this path goes on with it on the other side.
Path::Outcome Path::specialize(py::Specializable op, bool &forked) {
  while (true) {
    current_ = op;
    fallBack_ = nullptr;
    py::Specialization answer = op.specialize(*this);
    switch (answer.step()) {
    case py::Specialization::General:
      generalResult_ = answer.result();
      return answer.isCommon() ? Outcome::Common : Outcome::General;
    case py::Specialization::Test:
      if (!canTest_ || versioner_.isExhausted() || !lookup(answer.operand()).isWord())
        return Outcome::General;
      forked = true;
      fork(op, answer);
      isRare_ |= answer.isLikely();
      continue;
    case py::Specialization::Done:
      for (auto &apart : std::exchange(diverted_, {})) {
        apart->runBehind(op);
      }
      if (fallBack_) {
        // A borrowed word stays so only on a path that goes straight on.
        llvm::erase_if(state_.borrowed, [&](Value value) {
          return !state_.values.find(value)->second.isBorrowed || !isUsedFrom(value, op->getNextNode(), nullptr);
        });
        forked |= state_.borrowed.empty();
        Path general(versioner_, *std::exchange(before_, std::nullopt), std::exchange(fallBack_, nullptr));
        general.isRare_ = true;
        general.finishGeneral(op, /*hasForked=*/true, /*isCold=*/true);
      }
      return Outcome::Done;
    }
  }
}

// The op in its general form, and all behind it. Where the path has forked for it, special forms have taken the common
// cases, and what is left need not be fast.
void Path::finishGeneral(Operation *op, bool hasForked, bool isCold) {
  hasForked_ = hasForked;
  // What an append in place takes out of the slot must be in it.
  if (auto append = mlir::dyn_cast<py::InplaceAddLocalOp>(op)) {
    unsigned slot = versioner_.slotIndex(append.getSlot());
    if (state_.variables[slot].place == Variable::Register || !lookup(append.getLeft()).isWord()) {
      current_ = op;
      settle();
      Value left = word(append.getLeft()), right = word(append.getRight());
      auto plain = py::InplaceAddOp::create(builder_, op->getLoc(), append.getResult().getType(), left, right);
      if (isCold)
        plain->setAttr("cold", builder_.getUnitAttr());
      state_.values[append.getResult()] = Binding{std::exchange(generalResult_, Kinds::any()), {plain.getResult()}};
      run(op->getNextNode());
      return;
    }
  }
  copy(op, isCold);
  run(op->getNextNode());
}

// Whether the special form of an op ends with one that may raise.
bool Path::mayHaveRaised() {
  Block *block = builder_.getInsertionBlock();
  return !block->empty() && py::mayRaise(&block->back());
}

// The op is done.
void Path::runBehind(Operation *op) {
  current_ = op;
  auto check = mlir::dyn_cast<py::RaiseCheckOp>(op->getNextNode());
  if (check && mayHaveRaised())
    run(check);
  else if (check && isRare_)
    jump(check.getNormal(), {}, op->getLoc());
  else
    run(check ? &check.getNormal()->front() : op->getNextNode());
}

void Path::continueAt(Block *block, bool inPlace) {
  if (inPlace) {
    next_ = &block->front();
    return;
  }
  next_ = nullptr;
  jump(block, {}, current_->getLoc());
}

void Path::run(Operation *op) {
  while (op) {
    next_ = op->getNextNode();
    current_ = op;
    versioner_.noteCopy(op);
    if (op->hasTrait<mlir::OpTrait::IsTerminator>()) {
      terminate(op);
      return;
    }
    if (isMadeAnew(op) || mlir::isa<py::SlotOp>(op)) {
      // Made where it is used, or in the entry.
    } else if (auto loaded = mlir::dyn_cast<py::LoadLocalOp>(op)) {
      load(loaded);
    } else if (auto stored = mlir::dyn_cast<py::StoreLocalOp>(op)) {
      store(stored);
    } else if (auto special = mlir::dyn_cast<py::Specializable>(op)) {
      bool forked = false;
      canTest_ = versioner_.isHot(op);
      Outcome outcome = specialize(special, forked);
      if (outcome != Outcome::Done) {
        finishGeneral(op, forked, isRare_ || (forked && outcome == Outcome::General));
        return;
      }
      current_ = op;
      if (auto check = mlir::dyn_cast<py::RaiseCheckOp>(op->getNextNode())) {
        if (mayHaveRaised())
          hasForked_ = forked;
        else
          continueAt(check.getNormal(), !forked);
      }
    } else {
      copy(op, isRare_);
    }
    op = next_;
  }
}

void Path::terminate(Operation *op) {
  mlir::Location location = op->getLoc();
  if (auto branch = mlir::dyn_cast<mlir::cf::BranchOp>(op)) {
    // The branch behind py.add_traceback has no arguments: all places that go to one handler share code.
    if (mlir::isa_and_nonnull<py::AddTracebackOp>(op->getPrevNode())) {
      Block *edge = newBlock();
      mlir::cf::BranchOp::create(builder_, location, edge);
      builder_.setInsertionPointToEnd(edge);
    }
    jump(branch.getDest(), branch.getDestOperands(), location);
    return;
  }
  if (auto branch = mlir::dyn_cast<mlir::cf::CondBranchOp>(op)) {
    Value condition = this->condition(branch.getCondition());
    llvm::APInt known;
    if (mlir::matchPattern(condition, mlir::m_ConstantInt(&known))) {
      Block *target = known.isZero() ? branch.getFalseDest() : branch.getTrueDest();
      if (target->getSinglePredecessor() && target->getNumArguments() == 0)
        run(&target->front());
      else
        jump(target, known.isZero() ? branch.getFalseDestOperands() : branch.getTrueDestOperands(), location);
      return;
    }
    Block *ifTrue = newBlock(), *ifFalse = newBlock();
    branchIf(condition, ifTrue, ifFalse, Unlikely::Neither);
    Path other(versioner_, state_, ifFalse, isRare_);
    other.current_ = op;
    builder_.setInsertionPointToEnd(ifTrue);
    jump(branch.getTrueDest(), branch.getTrueDestOperands(), location);
    other.jump(branch.getFalseDest(), branch.getFalseDestOperands(), location);
    return;
  }
  if (auto check = mlir::dyn_cast<py::RaiseCheckOp>(op)) {
    Block *raised = newBlock(), *normal = newBlock();
    py::RaiseCheckOp::create(builder_, location, raised, normal);
    Path unwinding(versioner_, state_, raised, /*isRare=*/true);
    unwinding.run(&check.getRaised()->front());
    builder_.setInsertionPointToEnd(normal);
    if (std::exchange(hasForked_, false)) {
      jump(check.getNormal(), {}, location);
      return;
    }
    run(&check.getNormal()->front());
    return;
  }
  if (auto result = mlir::dyn_cast<py::ReturnOp>(op); result && isNumber(versioner_.resultKind())) {
    returnNumber(result);
    return;
  }
  Block *unwind = op->getNumSuccessors() ? newBlock() : nullptr;
  assert(op->getNumSuccessors() <= 1 && "a terminator that this pass does not know");
  copy(op, false);
  if (unwind) {
    Block *block = builder_.getInsertionBlock();
    Block *source = op->getSuccessor(0);
    block->back().setSuccessor(unwind, 0);
    Path unwinding(versioner_, state_, unwind, /*isRare=*/true);
    unwinding.run(&source->front());
  }
}

// A fast version gives a number where it can, also where it must ask whether it is one.
void Path::returnNumber(py::ReturnOp op) {
  Kinds wanted = versioner_.resultKind();
  const Binding &binding = lookup(op.getValue());
  current_ = op;
  if (binding.kinds.is(wanted.one())) {
    Value number = wanted.is(Kind::Int) ? integer(op.getValue()) : floating(op.getValue());
    py::ReturnNumberOp::create(builder_, op.getLoc(), number);
    return;
  }
  if (binding.isWord() && binding.kinds.has(wanted.one())) {
    Value word = binding.parts[0];
    Block *yes = newBlock(), *no = newBlock();
    branchIf(py::makeTest(builder_, op.getLoc(), word, wanted.one()), yes, no, Unlikely::False);
    builder_.setInsertionPointToEnd(yes);
    py::ReturnNumberOp::create(builder_, op.getLoc(), py::makeUnboxed(builder_, op.getLoc(), word, wanted.one()));
    builder_.setInsertionPointToEnd(no);
  }
  copy(op, false);
}

// Goes to the version of `target` for what is known here.
void Path::jump(Block *target, mlir::ValueRange operands, mlir::Location location) {
  for (Value operand : operands)
    if (lookup(operand).isBorrowed)
      settle();
  settleFor(target);
  llvm::SmallVector<Binding, 8> bindings;
  llvm::ArrayRef<Value> live = versioner_.liveness().values(target);
  for (Value value : live)
    bindings.push_back(lookup(value));
  for (Value operand : operands)
    bindings.push_back(lookup(operand));

  Context wanted;
  for (const Binding &binding : bindings)
    wanted.push_back(binding.kinds.isOne() ? binding.kinds.bits() : 0);
  for (unsigned slot = 0; slot < versioner_.slotCount(); ++slot) {
    const Variable &variable = state_.variables[slot];
    bool isLive = versioner_.liveness().isSlotLive(target, slot);
    if (variable.place == Variable::Memory)
      wanted.push_back(isLive && variable.kinds.isOne() && unboxedTypes(variable.kinds, versioner_.context()).empty()
                           ? variable.kinds.bits()
                           : 0);
    else
      wanted.push_back(variable.place == Variable::Register && isLive ? variable.kinds.bits() : kStaleSlot);
  }

  Version &version = versioner_.versionFor(target, std::move(wanted), isRare_, state_.scope);
  llvm::SmallVector<Value, 8> arguments;
  for (unsigned i = 0; i < bindings.size(); ++i) {
    const Binding &binding = bindings[i];
    Value old = i < live.size() ? live[i] : Value();
    uint32_t known = version.context[i];
    if (!binding.kinds.bits()) { // an i1
      arguments.push_back(binding.parts[0]);
    } else if (!known || binding.isWord()) {
      bool isLiteral = binding.isWord() && known && !unboxedTypes(binding.kinds, versioner_.context()).empty();
      if (isLiteral) { // only what a branch passes can be one
        arguments.push_back(literal(operands[i - live.size()]));
        continue;
      }
      if (!old || !versioner_.isParameter(old))
        arguments.push_back(boxed(binding, location));
    } else {
      llvm::append_range(arguments, binding.parts);
    }
  }
  for (unsigned slot = 0; slot < versioner_.slotCount(); ++slot) {
    const Variable &variable = state_.variables[slot];
    if (variable.place != Variable::Register)
      continue;
    uint32_t known = version.context[bindings.size() + slot];
    if (known == 0 && versioner_.liveness().isSlotLive(target, slot))
      flush(slot, location);
    else if (known != 0 && known != kStaleSlot)
      arguments.push_back(variable.number);
  }
  mlir::cf::BranchOp::create(builder_, location, version.block, arguments);
}

// ---- Versions --------------------------------------------------------------------------------------------------------------

// What a range is cannot be forgotten: it has no word.
bool isVirtual(uint32_t known) { return known != kStaleSlot && Kinds::fromBits(known).isVirtual(); }

// Whether code for `general` is right where `special` holds, and how much it forgets.
std::optional<unsigned> lossOf(const Context &general, const Context &special) {
  unsigned loss = 0;
  for (auto [g, s] : llvm::zip(general, special)) {
    if (g == s)
      continue;
    if (g || isVirtual(s))
      return std::nullopt;
    ++loss;
  }
  return loss;
}

Context join(const Context &a, const Context &b) {
  Context result;
  for (auto [x, y] : llvm::zip(a, b))
    result.push_back(x == y ? x : 0);
  return result;
}

// A likely path has come to what only rare ones had come to.
void FunctionVersioner::promote(Version &version) {
  version.isRare = false;
  auto job = llvm::find_if(rare_, [&](auto &job) { return job.second == &version; });
  if (job == rare_.end())
    return; // its code is there
  pending_.push_back(*job);
  rare_.erase(job);
}

Version &FunctionVersioner::versionFor(Block *block, Context wanted, bool isRare, LoopScope *scope) {
  LoopScope *owner = loops_ ? loops_->ownerOf(scope, block) : nullptr;
  auto &versions = versions_[{block, owner}];
  auto general = [&] {
    Context result(wanted.size(), 0);
    for (auto [to, from] : llvm::zip(result, wanted))
      if (isVirtual(from))
        to = from;
    return result;
  };
  auto existing = [&]() -> Version * {
    for (auto &version : versions)
      if (version->context == wanted)
        return version.get();
    return nullptr;
  };
  if (!isOrdinary(block))
    wanted = general();
  if (Version *known = existing()) {
    if (known->isRare && !isRare)
      promote(*known);
    return *known;
  }
  Version *best = nullptr;
  unsigned loss = ~0u;
  auto count = llvm::count_if(versions, [&](auto &version) { return version->isRare == isRare; });
  bool isFull = isRare || isExhausted() || count >= kVersions;
  if (isFull)
    for (auto &version : versions)
      if (auto lost = lossOf(version->context, wanted); lost && *lost < loss)
        best = version.get(), loss = *lost;
  Context joined;
  if (isFull && !isRare && !isExhausted() && count < kVersions + kJoinedVersions)
    for (auto &version : versions) {
      Context candidate = join(version->context, wanted);
      if (auto lost = lossOf(candidate, wanted); lost && *lost < loss)
        joined = std::move(candidate), loss = *lost;
    }
  if (isFull) {
    if (joined.empty() && best)
      return *best;
    wanted = joined.empty() ? general() : std::move(joined);
    if (Version *known = existing())
      return *known;
  }
  auto *made = new Block;
  target_.push_back(made);
  versions.push_back(std::make_shared<Version>(
      Version{std::move(wanted), made, isRare, loops_ ? loops_->scopeOf(owner, block) : nullptr}));
  (isRare || !isOrdinary(block) ? rare_ : pending_).push_back({block, versions.back().get()});
  // Its arguments are made now, since branches to it are.
  Version &version = *versions.back();
  if (version.scope != owner && version.scope->family == version.scope) { // the loop is entered here
    std::shared_ptr<Version> shared = versions.back();
    versions_[{block, version.scope}].push_back(std::move(shared));
  }
  mlir::Location location = function_.getLoc();
  auto addArgument = [&](Value value, uint32_t known, bool isParameterWord) {
    if (value.getType().isInteger(1)) {
      made->addArgument(value.getType(), location);
      return;
    }
    Kinds kinds = Kinds::fromBits(known);
    llvm::SmallVector<mlir::Type, 3> types = unboxedTypes(kinds, context());
    if (types.empty() && !isParameterWord)
      types.push_back(value.getType());
    for (mlir::Type type : types)
      made->addArgument(type, location);
  };
  unsigned i = 0;
  for (Value value : liveness_->values(block))
    addArgument(value, version.context[i++], isParameter(value));
  for (mlir::BlockArgument argument : block->getArguments())
    addArgument(argument, version.context[i++], false);
  for (unsigned slot = 0; slot < slotCount(); ++slot, ++i)
    if (version.context[i] != kStaleSlot)
      for (mlir::Type type : unboxedTypes(Kinds::fromBits(version.context[i]), context()))
        made->addArgument(type, location);
  return version;
}

void FunctionVersioner::fill(std::pair<Block *, Version *> job) {
  auto [source, version] = job;
  State state;
  state.scope = version->scope;
  unsigned argument = 0, i = 0;
  auto bind = [&](Value value, uint32_t known, bool isParameterWord) {
    Binding binding;
    if (value.getType().isInteger(1)) {
      binding.parts = {version->block->getArgument(argument++)};
    } else {
      Kinds kinds = Kinds::fromBits(known);
      binding.kinds = known ? kinds : Kinds::any();
      unsigned count = unboxedTypes(kinds, context()).size();
      if (!count && isParameterWord)
        binding.parts = {parameter(value)};
      else
        for (unsigned part = 0; part < std::max(count, 1u); ++part)
          binding.parts.push_back(version->block->getArgument(argument++));
    }
    state.values[value] = std::move(binding);
  };
  for (Value value : liveness_->values(source))
    bind(value, version->context[i++], isParameter(value));
  for (mlir::BlockArgument value : source->getArguments())
    bind(value, version->context[i++], false);
  for (unsigned slot = 0; slot < slotCount(); ++slot, ++i) {
    uint32_t known = version->context[i];
    Variable variable;
    if (known != kStaleSlot)
      variable.place = Variable::Memory;
    if (known && known != kStaleSlot) {
      variable.kinds = Kinds::fromBits(known);
      if (!unboxedTypes(variable.kinds, context()).empty()) {
        variable.place = Variable::Register;
        variable.number = version->block->getArgument(argument++);
      }
    }
    state.variables.push_back(variable);
  }
  Path(*this, std::move(state), version->block, version->isRare).run(&source->front());
}

Kinds FunctionVersioner::parameterKinds(unsigned index) const {
  auto signature = function_->getAttrOfType<mlir::ArrayAttr>("signature");
  return signature ? kindsOfHint(signature[index]) : Kinds();
}

Kinds FunctionVersioner::resultKind() const { return kindsOfHint(function_->getAttr("result")); }

// Loops gain, and small functions, which loops call. Generators keep their variables in their frames.
bool FunctionVersioner::isWorthIt() {
  if (function_.getFlags() & (kIsGenerator | kIsCoroutine | kIsAsyncGenerator | kIsModuleBody | kIsClassBody))
    return false;
  unsigned ops = 0;
  bool isSpecial = false;
  for (Block &block : source_)
    for (Operation &op : block) {
      ops += doesWork(&op);
      isSpecial |= mlir::isa<py::Specializable>(op) && !mlir::isa<py::ReleaseOp, py::CallOp>(op);
      if (op.getNumSuccessors() > 2 || op.getNumRegions())
        return false;
    }
  isSmall_ = ops <= kSmallFunction;
  bool isFast = function_->hasAttr("fast_version_of"); // must be compiled for its signature
  budget_ = std::max(kMinimumBudget, kGrowth * ops);
  return isFast || (isSpecial && ops <= kLargeFunction);
}

void FunctionVersioner::findLoopBlocks() {
  for (auto component = llvm::scc_begin(&source_.front()); !component.isAtEnd(); ++component)
    if (component.hasCycle())
      loopBlocks_.insert_range(*component);
}

bool FunctionVersioner::isHot(Operation *op) const {
  if (isSmall_ || loopBlocks_.contains(op->getBlock()))
    return true;
  auto isUsedInLoop = [&](Operation *one) {
    return llvm::any_of(one->getUsers(), [&](Operation *user) { return loopBlocks_.contains(user->getBlock()); });
  };
  return isUsedInLoop(op) || llvm::any_of(op->getUsers(), isUsedInLoop);
}

// A function that has a fast version does no more than to ask whether it suits. Its own body, for what does not, is without
// inline code.
void FunctionVersioner::forwardToFast(mlir::FlatSymbolRefAttr fast) {
  Block *body = &source_.front();
  for (Block &block : source_)
    for (Operation &op : block)
      op.setAttr("cold", mlir::UnitAttr::get(context()));
  auto *entry = new Block;
  source_.push_front(entry);
  for (mlir::BlockArgument argument : body->getArguments())
    argument.replaceAllUsesWith(entry->addArgument(argument.getType(), argument.getLoc()));
  body->eraseArguments(0, body->getNumArguments());
  for (py::SlotOp slot : llvm::make_early_inc_range(body->getOps<py::SlotOp>()))
    slot->moveBefore(entry, entry->end());
  mlir::OpBuilder b(context());
  b.setInsertionPointToEnd(entry);
  mlir::Location location = function_.getLoc();
  llvm::SmallVector<Value, 6> arguments;
  auto parameters = function_->getAttrOfType<mlir::ArrayAttr>("likely_parameters");
  for (auto [argument, parameter] : llvm::zip(entry->getArguments(), parameters)) {
    Kinds wanted = kindsOfHint(parameter);
    Value test;
    if (auto known = mlir::dyn_cast<py::ClassAttr>(parameter))
      test = py::IsInstanceOp::create(b, location, b.getI1Type(), argument, known);
    else if (!(wanted == Kinds()) && !wanted.is(Kind::Bool) && !wanted.is(Kind::Instance))
      test = py::makeTest(b, location, argument, wanted.one());
    arguments.push_back(argument);
    if (!test)
      continue;
    auto *next = new Block;
    source_.getBlocks().insert(body->getIterator(), next);
    auto branch = mlir::cf::CondBranchOp::create(b, location, test, next, body);
    branch->setAttr("unlikely", b.getBoolAttr(false));
    b.setInsertionPointToEnd(next);
    if (isNumber(wanted))
      arguments.back() = py::makeUnboxed(b, location, argument, wanted.one());
  }
  py::ForwardFastOp::create(b, location, fast, arguments);
}

void FunctionVersioner::findOrdinaryBlocks() {
  llvm::SmallVector<Block *> work{&source_.front()};
  ordinary_.insert(work.front());
  while (!work.empty()) {
    Operation *terminator = work.pop_back_val()->getTerminator();
    auto visit = [&](Block *block) {
      if (ordinary_.insert(block).second)
        work.push_back(block);
    };
    if (auto check = mlir::dyn_cast<py::RaiseCheckOp>(terminator))
      visit(check.getNormal());
    else if (!mlir::isa<py::MayRaise>(terminator))
      for (Block *successor : terminator->getSuccessors())
        visit(successor);
  }
}

void FunctionVersioner::makeEntry() {
  auto *entry = new Block;
  target_.push_back(entry);
  for (mlir::BlockArgument argument : source_.front().getArguments()) {
    Kinds kinds = parameterKinds(argument.getArgNumber());
    entry->addArgument(isNumber(kinds) ? unboxedTypes(kinds, context()).front() : argument.getType(), argument.getLoc());
  }
  mlir::OpBuilder builder(context());
  builder.setInsertionPointToEnd(entry);
  for (py::SlotOp slot : source_.front().getOps<py::SlotOp>())
    newSlots_.push_back(mlir::cast<py::SlotOp>(builder.clone(*slot)).getSlot());
  State state;
  state.variables.resize(slotCount());
  for (mlir::BlockArgument argument : source_.front().getArguments())
    if (Kinds kinds = parameterKinds(argument.getArgNumber()); !(kinds == Kinds()))
      state.values[argument] = Binding{kinds, {entry->getArgument(argument.getArgNumber())}};
  Path(*this, std::move(state), entry).run(&source_.front().front());
}

struct VersionBlocksPass : mlir::PassWrapper<VersionBlocksPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(VersionBlocksPass)
  llvm::StringRef getArgument() const override { return "py-version-blocks"; }
  llvm::StringRef getDescription() const override { return "Blocks for known kinds of values, numbers unboxed"; }
  void getDependentDialects(mlir::DialectRegistry &registry) const override {
    registry.insert<mlir::cf::ControlFlowDialect, mlir::arith::ArithDialect>();
  }
  void runOnOperation() override { FunctionVersioner(getOperation(), structured).run(); }

  VersionBlocksPass() = default;
  VersionBlocksPass(const VersionBlocksPass &other) : PassWrapper(other) {}
  Option<bool> structured{*this, "structured", llvm::cl::desc("No jumps into the middle of another version of a loop"),
                          llvm::cl::init(false)};
};

} // namespace

std::unique_ptr<mlir::Pass> createVersionBlocksPass(bool structured) {
  auto pass = std::make_unique<VersionBlocksPass>();
  pass->structured = structured;
  return pass;
}

} // namespace molt::transforms
