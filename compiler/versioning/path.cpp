// Where a path goes: over ops, through forks, to the versions of the next blocks.
#include "compiler/versioning/path.h"

#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/IR/IRMapping.h>
#include <mlir/IR/Matchers.h>

namespace molt::versioning {

using mlir::Block;
using mlir::Operation;
using mlir::Value;

// ---- Ops ------------------------------------------------------------------------------------------------------------

// The op as it is, on words and slots.
void Path::copy(Operation *op, bool isCold) {
  current_ = op;
  mlir::IRMapping mapping;
  bool changesSlot = !mlir::isa<py::LoadLocalOp>(op);
  if (changesSlot && !mlir::isMemoryEffectFree(op))
    settle();
  for (Value operand : op->getOperands()) {
    if (mlir::isa<py::SlotType>(operand.getType())) {
      unsigned slot = facts_.slotIndex(operand);
      if (changesSlot) {
        flush(slot, op->getLoc());
        forget(slot);
        state_.variables[slot] = Variable{Variable::Memory, Kinds::any(), {}};
      }
      mapping.map(operand, versioner_.slot(slot));
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

void Path::fallBackIf(Value condition, llvm::StringRef guard, Value about) {
  noteGuard(guard, about);
  if (!fallBack_) {
    fallBack_ = versioner_.newBlock();
    before_ = state_; // nothing of the result is in it yet
  }
  Block *next = versioner_.newBlock();
  branchIf(condition, fallBack_, next, Unlikely::True);
  builder_.setInsertionPointToEnd(next);
}

void Path::divertIf(Value condition, bool isRare, llvm::StringRef guard,
                    llvm::function_ref<void(py::Specializer &)> bind) {
  noteGuard(guard, {});
  Block *apart = versioner_.newBlock(), *next = versioner_.newBlock();
  branchIf(condition, apart, next, isRare ? Unlikely::True : Unlikely::Neither);
  diverted_.push_back(std::make_unique<Path>(versioner_, state_, apart));
  diverted_.back()->current_ = current_;
  diverted_.back()->isRare_ = isRare_ || isRare;
  diverted_.back()->leaves_ = isRare && versioner_.exits();
  bind(*diverted_.back());
  builder_.setInsertionPointToEnd(next);
}

// Where None is what else it may be, the other side is none that is rare, unless that raises an exception.
static bool isLikely(const py::Specialization &question) {
  return question.isLikely() && (question.refusesNone() || !py::likelyOf(question.operand()).orNone);
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
  Block *yes = versioner_.newBlock(), *no = versioner_.newBlock();
  branchIf(answer, yes, no, isLikely(question) ? Unlikely::False : Unlikely::Neither);
  Path positive(versioner_, state_, yes);
  positive.isRare_ = isRare_;
  positive.current_ = op;
  positive.remark_.guards = remark_.guards;
  positive.noteTest(question);
  Kinds found = kind;
  if (auto known = mlir::dyn_cast_or_null<py::ClassAttr>(question.known()))
    found = Kinds::instance(known.getNumber());
  positive.refine(operand, found);
  positive.run(op);
  // An int that is no inline one may still be an int of 64 bits; that is Other.
  Binding &binding = state_.values.find(operand)->second;
  binding.kinds = binding.kinds.without(kind);
  if (binding.slot >= 0 && state_.variables[binding.slot].place == Variable::Memory)
    state_.variables[binding.slot].kinds = binding.kinds;
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
      noteGeneral(op, answer.why());
      return answer.isCommon() ? Outcome::Common : Outcome::General;
    case py::Specialization::Test:
      if (!canTest_ || versioner_.table().isExhausted() || !lookup(answer.operand()).isWord()) {
        noteGeneral(op, canTest_ ? "the function has no room for more tests" : "it is not tested for outside of loops");
        return Outcome::General;
      }
      forked = true;
      fork(op, answer);
      if (isLikely(answer) && versioner_.exits()) {
        exitBefore(op);
        return Outcome::Left;
      }
      isRare_ |= isLikely(answer);
      continue;
    case py::Specialization::Done:
      noteSpecial(op);
      finishSpecial(op, forked);
      return Outcome::Done;
    }
  }
}

// What has left the path at the op goes on behind it.
void Path::finishSpecial(Operation *op, bool &forked) {
  for (auto &apart : std::exchange(diverted_, {}))
    apart->leaves_ ? apart->exitBehind(op) : apart->runBehind(op);
  if (!fallBack_)
    return;
  if (versioner_.exits()) {
    Path(versioner_, *std::exchange(before_, std::nullopt), std::exchange(fallBack_, nullptr)).exitBefore(op);
    return;
  }
  // A borrowed word stays so only on a path that goes straight on.
  llvm::erase_if(state_.borrowed, [&](Value value) {
    return !state_.values.find(value)->second.isBorrowed || !isUsedFrom(value, op->getNextNode(), nullptr);
  });
  forked |= state_.borrowed.empty();
  Path general(versioner_, *std::exchange(before_, std::nullopt), std::exchange(fallBack_, nullptr), /*isRare=*/true);
  general.finishGeneral(op, /*hasForked=*/true, /*isCold=*/true);
}

// The op in its general form, and all behind it. Where the path has forked for it, special forms have taken the common
// cases, and what is left need not be fast.
void Path::finishGeneral(Operation *op, bool hasForked, bool isCold) {
  hasForked_ = hasForked;
  // What an append in place takes out of the slot must be in it.
  if (auto append = mlir::dyn_cast<py::InplaceAddLocalOp>(op)) {
    unsigned slot = facts_.slotIndex(append.getSlot());
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

// A loop would go back to the likely version, which has just left there: the op must be done first.
void Path::begin(Operation *op) {
  Block *block = op->getBlock();
  current_ = op;
  if (op == &block->front() && block != &facts_.entry() && !facts_.isWayBack(block))
    jump(block, block->getArguments(), op->getLoc());
  else
    run(op);
}

void Path::run(Operation *op) {
  while (op) {
    next_ = op->getNextNode();
    current_ = op;
    versioner_.table().noteCopy(op);
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
    } else if (auto special = mlir::dyn_cast<py::Specializable>(op); special && canBeSpecial(op)) {
      bool forked = false;
      canTest_ = facts_.isHot(op) && !versioner_.likely();
      Outcome outcome = specialize(special, forked);
      if (outcome == Outcome::Left)
        return;
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
      noteGeneral(op, "it has no special form");
      copy(op, isRare_);
    }
    op = next_;
  }
}

void Path::terminate(Operation *op) {
  if (auto jump = mlir::dyn_cast<mlir::cf::BranchOp>(op))
    branch(jump);
  else if (auto fork = mlir::dyn_cast<mlir::cf::CondBranchOp>(op))
    branch(fork);
  else if (auto raised = mlir::dyn_cast<py::RaiseCheckOp>(op))
    check(raised);
  else if (auto result = mlir::dyn_cast<py::ReturnOp>(op); result && facts_.givesLikely())
    returnLikely(result);
  else
    leave(op);
}

// The branch behind py.add_traceback has no arguments: all places that go to one handler share code.
void Path::branch(mlir::cf::BranchOp op) {
  if (mlir::isa_and_nonnull<py::AddTracebackOp>(op->getPrevNode())) {
    Block *edge = versioner_.newBlock();
    mlir::cf::BranchOp::create(builder_, op.getLoc(), edge);
    builder_.setInsertionPointToEnd(edge);
  }
  jump(op.getDest(), op.getDestOperands(), op.getLoc());
}

void Path::branch(mlir::cf::CondBranchOp op) {
  Value condition = this->condition(op.getCondition());
  llvm::APInt known;
  if (mlir::matchPattern(condition, mlir::m_ConstantInt(&known))) {
    Block *target = known.isZero() ? op.getFalseDest() : op.getTrueDest();
    if (target->getSinglePredecessor() && target->getNumArguments() == 0)
      run(&target->front());
    else
      jump(target, known.isZero() ? op.getFalseDestOperands() : op.getTrueDestOperands(), op.getLoc());
    return;
  }
  Block *ifTrue = versioner_.newBlock(), *ifFalse = versioner_.newBlock();
  branchIf(condition, ifTrue, ifFalse, Unlikely::Neither);
  Path other(versioner_, state_, ifFalse, isRare_);
  other.current_ = op;
  builder_.setInsertionPointToEnd(ifTrue);
  jump(op.getTrueDest(), op.getTrueDestOperands(), op.getLoc());
  other.jump(op.getFalseDest(), op.getFalseDestOperands(), op.getLoc());
}

void Path::check(py::RaiseCheckOp op) {
  Block *raised = versioner_.newBlock(), *normal = versioner_.newBlock();
  py::RaiseCheckOp::create(builder_, op.getLoc(), raised, normal);
  Path unwinding(versioner_, state_, raised, isRare_ || !facts_.isOrdinary(op.getRaised()));
  unwinding.run(&op.getRaised()->front());
  builder_.setInsertionPointToEnd(normal);
  if (std::exchange(hasForked_, false) || versioner_.likely()) // a general body has all code once
    jump(op.getNormal(), {}, op.getLoc());
  else
    run(&op.getNormal()->front());
}

// Any other terminator leaves the function, but for a way to a handler where it may raise.
void Path::leave(Operation *op) {
  assert(op->getNumSuccessors() <= 1 && "a terminator that this pass does not know");
  Block *unwind = op->getNumSuccessors() ? versioner_.newBlock() : nullptr;
  copy(op, false);
  if (!unwind)
    return;
  builder_.getInsertionBlock()->back().setSuccessor(unwind, 0);
  Block *target = op->getSuccessor(0);
  Path(versioner_, state_, unwind, isRare_ || !facts_.isOrdinary(target)).run(&target->front());
}

// A fast version gives what is likely where it can, also where it must ask whether it is that.
void Path::returnLikely(py::ReturnOp op) {
  Kinds wanted = facts_.resultKind();
  const Binding &binding = lookup(op.getValue());
  current_ = op;
  auto known = mlir::dyn_cast<py::ClassAttr>(facts_.result());
  if (wanted == Kinds() || (known ? binding.kinds.isInstanceOf(known) : binding.kinds.is(wanted.one())))
    return returnKnown(op, op.getValue());
  if (binding.isWord() && binding.kinds.has(wanted.one())) {
    Value word = binding.parts[0];
    Value answer = known ? py::IsInstanceOp::create(builder_, op.getLoc(), builder_.getI1Type(), word, known).getResult()
                         : py::makeTest(builder_, op.getLoc(), word, wanted.one());
    Block *yes = versioner_.newBlock(), *no = versioner_.newBlock();
    branchIf(answer, yes, no, Unlikely::False);
    Path suits(versioner_, state_, yes);
    suits.current_ = op;
    suits.refine(op.getValue(), known ? Kinds::instance(known.getNumber()) : wanted);
    suits.returnKnown(op, op.getValue());
    builder_.setInsertionPointToEnd(no);
  }
  copy(op, false);
}

// The value is of the kind that is likely.
void Path::returnKnown(py::ReturnOp op, Value value) {
  Kinds wanted = facts_.resultKind();
  if (wanted.isNumber()) {
    Value number = wanted.is(Kind::Int) ? integer(value) : floating(value);
    py::ReturnNumberOp::create(builder_, op.getLoc(), number);
    return;
  }
  copy(op, false);
  mlir::cast<py::ReturnOp>(builder_.getInsertionBlock()->back()).setLikely(true);
}

// Goes to the version of `target` for what is known here.
void Path::jump(Block *target, mlir::ValueRange operands, mlir::Location location) {
  for (Value operand : operands)
    if (lookup(operand).isBorrowed)
      settle();
  settleFor(target);
  if (isRare_ && versioner_.exits() && facts_.isOrdinary(target)) {
    comeBack(target, operands);
    return;
  }
  Context wanted;
  auto want = [&](Value value) {
    Kinds kinds = lookup(value).kinds;
    wanted.push_back(kinds.isOne() ? kinds.bits() : 0);
  };
  llvm::for_each(facts_.liveness().values(target), want);
  llvm::for_each(operands, want);
  for (unsigned slot = 0; slot < facts_.slotCount(); ++slot) {
    const Variable &variable = state_.variables[slot];
    bool isLive = facts_.liveness().isSlotLive(target, slot);
    if (variable.place == Variable::Memory)
      wanted.push_back(isLive && variable.kinds.isOne() && unboxedTypes(variable.kinds, versioner_.context()).empty()
                           ? variable.kinds.bits()
                           : 0);
    else if (variable.place == Variable::Register && isLive)
      wanted.push_back(variable.kinds.bits());
    else // what a loop binds to objects is bound when the loop comes back
      wanted.push_back(facts_.isLoopHeader(target) && facts_.holdsObjects(slot) ? 0 : kStaleSlot);
  }

  goTo(versioner_.table().versionFor(target, std::move(wanted), isRare_), operands, location);
}

// What is known here is at least what the version is made for. It is one of this body, or of the likely versions.
void Path::goTo(const Version &version, mlir::ValueRange operands, mlir::Location location) {
  bool isBack = versioner_.likely() && !version.isRare;
  const FunctionFacts &facts = isBack ? versioner_.likely()->facts() : facts_;
  Block *target = version.source;
  llvm::ArrayRef<Value> live = facts.liveness().values(target);
  llvm::SmallVector<Binding, 8> bindings;
  for (Value value : live)
    bindings.push_back(lookup(value));
  for (Value operand : operands)
    bindings.push_back(lookup(operand));
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
      if (!old || !facts.isParameter(old))
        arguments.push_back(boxed(binding, location));
    } else {
      llvm::append_range(arguments, binding.parts);
    }
  }
  for (unsigned slot = 0; slot < facts_.slotCount(); ++slot) {
    const Variable &variable = state_.variables[slot];
    if (variable.place != Variable::Register)
      continue;
    uint32_t known = version.context[bindings.size() + slot];
    if (known == 0 && facts_.liveness().isSlotLive(target, slot))
      flush(slot, location);
    else if (known != 0 && known != kStaleSlot)
      arguments.push_back(variable.number);
  }
  if (isBack)
    return reenter(version, std::move(arguments));
  mlir::cf::BranchOp::create(builder_, location, version.block, arguments);
}

} // namespace molt::versioning
