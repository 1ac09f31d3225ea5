#include "compiler/codegen/counted_loops.h"

#include "compiler/codegen/counted_numbers.h"

#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/AliasAnalysis.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/ProfDataUtils.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/Cloning.h>
#include <llvm/Transforms/Utils/ValueMapper.h>

namespace molt::codegen {

namespace {

using llvm::BasicBlock;
using llvm::Instruction;
using llvm::Value;

constexpr uint64_t kRounds = 1024;
constexpr int64_t kFar = int64_t(1) << 62; // where a count, and its sum with a step, are still numbers of 64 bits
constexpr unsigned kLargestLoop = 400; // in instructions
constexpr uint64_t kUnlikely = 1000;   // times less often than the other way

bool isPoll(const Instruction &instruction) { return instruction.hasMetadata(kPoll); }

/// What the loop's blocks do to memory, and what of their values is the same in each round.
class Invariants {
public:
  Invariants(llvm::Loop &loop, llvm::AAResults &aliases) : loop_(loop), aliases_(aliases) {
    for (BasicBlock *block : loop.blocks())
      for (Instruction &instruction : *block)
        if (instruction.mayWriteToMemory() && !isPoll(instruction))
          writers_.push_back(&instruction);
  }

  bool isInvariant(Value *value) {
    auto *instruction = llvm::dyn_cast<Instruction>(value);
    if (!instruction || !loop_.contains(instruction))
      return true;
    auto [place, isNew] = known_.try_emplace(instruction, false);
    if (!isNew)
      return place->second;
    bool isIt = isMovable(*instruction) && llvm::all_of(instruction->operands(), [&](Value *operand) {
      return isInvariant(operand);
    });
    return known_[instruction] = isIt;
  }

private:
  bool isMovable(Instruction &instruction) {
    if (auto *load = llvm::dyn_cast<llvm::LoadInst>(&instruction)) {
      auto location = llvm::MemoryLocation::get(load);
      return load->isSimple() && llvm::none_of(writers_, [&](Instruction *writer) {
        return llvm::isModSet(aliases_.getModRefInfo(writer, location));
      });
    }
    return !instruction.mayReadOrWriteMemory() && !instruction.isTerminator() && !llvm::isa<llvm::PHINode>(instruction);
  }

  llvm::Loop &loop_;
  llvm::AAResults &aliases_;
  llvm::SmallVector<Instruction *> writers_;
  llvm::DenseMap<Instruction *, bool> known_;
};

class CountedLoop {
public:
  CountedLoop(llvm::Loop &loop, llvm::DominatorTree &dominators, llvm::AAResults &aliases)
      : loop_(loop), dominators_(dominators), invariants_(loop, aliases), header_(*loop.getHeader()),
        latch_(loop.getLoopLatch()) {}

  bool run() {
    if (!latch_ || !loop_.getLoopPreheader() || !isPlain() || !findCount())
      return false;
    findTests();
    if (!saves_)
      return false;
    decideNumbers();
    clone();
    return true;
  }

private:
  /// An outcome that a comparison has in the copy, as long as the count is below `bound` - `offset`.
  struct Test {
    llvm::ICmpInst *comparison;
    bool outcome;
    Value *bound;
    int64_t offset;
    bool isBehind;   // the bound is still good
    bool isUnsigned; // the number must not be below zero
  };

  bool isPlain() {
    unsigned size = 0;
    for (BasicBlock *block : loop_.blocks()) {
      size += block->size();
      for (Instruction &instruction : *block) {
        if (llvm::isa<llvm::CallBase>(instruction) && !llvm::isa<llvm::IntrinsicInst>(instruction))
          return false;
        if (instruction.getType()->isTokenTy())
          return false;
        if (isPoll(instruction))
          saves_ = true;
      }
    }
    return size <= kLargestLoop;
  }

  // The number that grows: by a literal, or by what is the same in each round and found to be above zero.
  bool findCount() {
    for (llvm::PHINode &phi : header_.phis()) {
      if (!phi.getType()->isIntegerTy(64))
        continue;
      Value *next = phi.getIncomingValueForBlock(latch_), *step = stepTo(next, &phi);
      if (!step || !invariants_.isInvariant(step) || !isAvailable(step))
        continue;
      auto *literal = llvm::dyn_cast<llvm::ConstantInt>(step);
      if (literal && !isStep(*literal))
        continue;
      count_ = &phi;
      next_ = next;
      step_ = step;
      usualStep_ = literal ? literal : literalFrom(step);
      if (hasBound())
        return true;
    }
    return false;
  }

  static Value *stepTo(Value *next, llvm::PHINode *count) {
    Value *left, *right;
    if (auto *add = llvm::dyn_cast<llvm::BinaryOperator>(next); add && add->getOpcode() == Instruction::Add) {
      left = add->getOperand(0), right = add->getOperand(1);
    } else if (llvm::WithOverflowInst *checked = withOverflowOf(next);
               checked && checked->getBinaryOp() == Instruction::Add) {
      left = checked->getLHS(), right = checked->getRHS();
    } else {
      return nullptr;
    }
    return left == count ? right : right == count ? left : nullptr;
  }

  /// The literal that `step` is on all ways into the loop but those on which it comes out of a frame, on the way back.
  static llvm::ConstantInt *literalFrom(Value *step) {
    llvm::ConstantInt *found = nullptr;
    llvm::SmallSetVector<Value *, 8> ways;
    ways.insert(step);
    for (unsigned i = 0; i < ways.size(); ++i) {
      if (auto *phi = llvm::dyn_cast<llvm::PHINode>(ways[i]))
        ways.insert(phi->op_begin(), phi->op_end());
      else if (auto *literal = llvm::dyn_cast<llvm::ConstantInt>(ways[i]); literal && (!found || literal == found))
        found = literal;
      else if (!llvm::isa<llvm::LoadInst>(ways[i]))
        return nullptr;
    }
    return found && isStep(*found) ? found : nullptr;
  }

  static bool isStep(const llvm::ConstantInt &literal) {
    return literal.getValue().isStrictlyPositive() && literal.getValue().isSignedIntN(32);
  }

  bool hasBound() {
    findTests();
    return !tests_.empty();
  }

  /// Whether the value can be used between a round and the next.
  bool isAvailable(Value *value) {
    auto *instruction = llvm::dyn_cast<Instruction>(value);
    return !instruction || dominators_.dominates(instruction->getParent(), latch_);
  }

  // ---- Bounds of the count --------------------------------------------------------------------------------------------

  void findTests() {
    tests_.clear();
    for (BasicBlock *block : loop_.blocks()) {
      auto *branch = llvm::dyn_cast<llvm::BranchInst>(block->getTerminator());
      if (!branch || !branch->isConditional())
        continue;
      auto *comparison = llvm::dyn_cast<llvm::ICmpInst>(branch->getCondition());
      std::optional<bool> usual = usualOutcome(*branch);
      if (comparison && usual && loop_.contains(comparison))
        if (std::optional<Test> test = testOf(comparison, *usual))
          tests_.push_back(*test);
    }
  }

  /// That with which the loop goes on.
  std::optional<bool> usualOutcome(llvm::BranchInst &branch) {
    bool staysIf = loop_.contains(branch.getSuccessor(0)), staysElse = loop_.contains(branch.getSuccessor(1));
    if (staysIf != staysElse)
      return staysIf;
    uint64_t yes, no;
    if (!llvm::extractBranchWeights(branch, yes, no))
      return std::nullopt;
    return yes / kUnlikely > no ? std::optional(true) : no / kUnlikely > yes ? std::optional(false) : std::nullopt;
  }

  std::optional<Test> testOf(llvm::ICmpInst *comparison, bool usual) {
    llvm::CmpInst::Predicate predicate = usual ? comparison->getPredicate() : comparison->getInversePredicate();
    Value *left = comparison->getOperand(0), *right = comparison->getOperand(1);
    if (!left->getType()->isIntegerTy(64))
      return std::nullopt;
    if (invariants_.isInvariant(left)) {
      std::swap(left, right);
      predicate = llvm::CmpInst::getSwappedPredicate(predicate);
    }
    using P = llvm::CmpInst::Predicate;
    bool isBelow = predicate == P::ICMP_SLT || predicate == P::ICMP_ULT;
    bool isUpTo = predicate == P::ICMP_SLE || predicate == P::ICMP_ULE;
    std::optional<int64_t> offset = offsetOf(left);
    if (!(isBelow || isUpTo) || !offset || !invariants_.isInvariant(right) || !isAvailable(right))
      return std::nullopt;
    return Test{comparison, usual, right, *offset, isUpTo, llvm::CmpInst::isUnsigned(predicate)};
  }

  /// Where `value` is the count and a small literal: that.
  std::optional<int64_t> offsetOf(Value *value) {
    if (value == count_)
      return 0;
    Value *left, *right;
    if (auto *add = llvm::dyn_cast<llvm::BinaryOperator>(value); add && add->getOpcode() == Instruction::Add)
      left = add->getOperand(0), right = add->getOperand(1);
    else if (llvm::WithOverflowInst *checked = withOverflowOf(value);
             checked && checked->getBinaryOp() == Instruction::Add)
      left = checked->getLHS(), right = checked->getRHS();
    else
      return std::nullopt;
    auto *literal = llvm::dyn_cast<llvm::ConstantInt>(right);
    if (left != count_ || !literal || !literal->getValue().isSignedIntN(16))
      return std::nullopt;
    return literal->getSExtValue();
  }

  // ---- Arithmetic -----------------------------------------------------------------------------------------------------

  void decideNumbers() {
    auto isUsable = [&](Value *value) { return invariants_.isInvariant(value) && isAvailable(value); };
    numbers_ = SmallNumbers::find(loop_, count_, isUsable);
  }

  // ---- The copy -------------------------------------------------------------------------------------------------------

  void clone() {
    llvm::Function &function = *header_.getParent();
    llvm::SmallVector<BasicBlock *> blocks(loop_.blocks());
    llvm::SmallVector<BasicBlock *> copies;
    for (BasicBlock *block : blocks) {
      BasicBlock *copy = llvm::CloneBasicBlock(block, map_, ".counted", &function);
      map_[block] = copy;
      copies.push_back(copy);
    }
    llvm::remapInstructionsInBlocks(copies, map_);
    BasicBlock *between = BasicBlock::Create(function.getContext(), "", &function, copyOf(&header_));
    enterCopy(between);
    joinExits(blocks);
    decideBranches(blocks);
    numbers_.replaceIn(map_);
    useRoundBefore(blocks); // then map_ has what is not the copy's
    useUsualStep(copies);
  }

  BasicBlock *copyOf(BasicBlock *block) { return llvm::cast<BasicBlock>(map_[block]); }

  // Behind the loop's round; and back from the copy, when its rounds are done.
  void enterCopy(BasicBlock *between) {
    BasicBlock *copy = copyOf(&header_);
    llvm::SmallVector<std::pair<llvm::PHINode *, Value *>> back;
    for (llvm::PHINode &phi : header_.phis()) {
      auto *copied = llvm::cast<llvm::PHINode>(map_[&phi]);
      Value *last = phi.getIncomingValueForBlock(latch_);
      copied->removeIncomingValue(loop_.getLoopPreheader(), /*DeletePHIIfEmpty=*/false);
      copied->addIncoming(last, between);
      back.emplace_back(&phi, copied);
    }
    latch_->getTerminator()->replaceSuccessorWith(&header_, between);
    BasicBlock *body = copy->splitBasicBlock(copy->getFirstNonPHIIt());
    bodyOfHeader_ = body;
    for (auto [phi, copied] : back) {
      int place = phi->getBasicBlockIndex(latch_);
      phi->setIncomingBlock(place, copy);
      phi->setIncomingValue(place, copied);
    }
    llvm::IRBuilder<> b(between);
    Value *limit = makeLimit(b);
    b.CreateBr(copy);
    copy->getTerminator()->eraseFromParent();
    b.SetInsertPoint(copy);
    auto *goesOn = b.CreateCondBr(b.CreateICmpSLT(map_[count_], limit), body, &header_);
    llvm::setBranchWeights(*goesOn, {127, 1}, /*IsExpected=*/false);
  }

  /// The count at which the copy ends; where it must not be entered, one that has been reached.
  Value *makeLimit(llvm::IRBuilder<> &b) {
    auto minimum = [&](Value *left, Value *right) {
      return b.CreateBinaryIntrinsic(llvm::Intrinsic::smin, left, right);
    };
    auto add = [&](Value *left, Value *right) {
      return b.CreateBinaryIntrinsic(llvm::Intrinsic::sadd_sat, left, right);
    };
    // No rounds rather than no limit: LLVM would ask again in each round.
    Value *way = b.CreateMul(usualStep_ ? usualStep_ : step_, b.getInt64(kRounds));
    Value *limit = add(next_, b.CreateSelect(whetherItSuits(b), way, b.getInt64(0)));
    // Behind its last round the count is a number, too.
    limit = minimum(limit, b.getInt64(numbers_.needsCount() ? numbers_.bound() : kFar));
    llvm::SmallVector<std::pair<Value *, int64_t>> known;
    for (const Test &test : tests_) {
      int64_t distance = test.isBehind - test.offset;
      if (llvm::is_contained(known, std::pair(test.bound, distance)))
        continue;
      known.emplace_back(test.bound, distance);
      limit = minimum(limit, distance ? add(test.bound, b.getInt64(distance)) : test.bound);
    }
    return limit;
  }

  /// Whether the numbers are such as the copy wants them, but for bounds from above.
  Value *whetherItSuits(llvm::IRBuilder<> &b) {
    Value *suits = b.getTrue();
    auto require = [&](Value *condition) { suits = b.CreateAnd(suits, condition); };
    std::optional<int64_t> lowest;
    if (numbers_.needsCount())
      lowest = -numbers_.bound();
    for (const Test &test : tests_) {
      if (test.isUnsigned)
        lowest = std::max(lowest.value_or(0), std::max<int64_t>(0, -test.offset));
      else if (test.offset != 0) // then the sum does not wrap around
        lowest = std::max(lowest.value_or(-kFar), -kFar);
    }
    if (lowest)
      require(b.CreateICmpSGE(next_, b.getInt64(*lowest)));
    if (usualStep_ && usualStep_ != step_) {
      require(b.CreateICmpEQ(step_, usualStep_));
    } else if (!usualStep_) {
      require(b.CreateICmpSGT(step_, b.getInt64(0)));
      require(b.CreateICmpSLT(step_, b.getInt64(int64_t(1) << 32)));
    }
    for (Value *number : numbers_.invariants())
      require(b.CreateICmpULT(b.CreateAdd(number, b.getInt64(numbers_.bound())), b.getInt64(2 * numbers_.bound())));
    return suits;
  }

  void joinExits(llvm::ArrayRef<BasicBlock *> blocks) {
    for (BasicBlock *block : blocks)
      for (BasicBlock *exit : llvm::successors(block))
        if (!loop_.contains(exit) && exit != &header_)
          for (llvm::PHINode &phi : exit->phis()) {
            BasicBlock *copied = blockOfEnd(block);
            if (phi.getBasicBlockIndex(block) < 0)
              continue;
            Value *value = phi.getIncomingValueForBlock(block);
            auto mapped = map_.find(value);
            phi.addIncoming(mapped == map_.end() ? value : static_cast<Value *>(mapped->second), copied);
          }
  }

  /// The block of the copy that ends as `block` does.
  BasicBlock *blockOfEnd(BasicBlock *block) { return block == &header_ ? bodyOfHeader_ : copyOf(block); }

  void decideBranches(llvm::ArrayRef<BasicBlock *> blocks) {
    auto &context = header_.getContext();
    for (const Test &test : tests_)
      if (auto *copy = llvm::dyn_cast<Instruction>(map_[test.comparison]))
        copy->replaceAllUsesWith(llvm::ConstantInt::getBool(context, test.outcome));
    for (BasicBlock *block : blocks) {
      for (Instruction &instruction : *block)
        if (isPoll(instruction)) {
          auto *copy = llvm::cast<Instruction>(map_[&instruction]);
          if (!copy->getType()->isVoidTy())
            copy->replaceAllUsesWith(llvm::Constant::getNullValue(copy->getType()));
          copy->eraseFromParent();
          map_.erase(&instruction);
        }
      auto *branch = llvm::dyn_cast<llvm::BranchInst>(block->getTerminator());
      if (!branch || !branch->isConditional() || branch->getSuccessor(0) == branch->getSuccessor(1) ||
          !dominators_.dominates(block, latch_) || !invariants_.isInvariant(branch->getCondition()))
        continue;
      for (unsigned way : {0, 1})
        if (dominators_.dominates(llvm::BasicBlockEdge(block, branch->getSuccessor(way)), latch_))
          llvm::cast<llvm::BranchInst>(blockOfEnd(block)->getTerminator())
              ->setCondition(llvm::ConstantInt::getBool(context, way == 0));
    }
  }

  void useRoundBefore(llvm::ArrayRef<BasicBlock *> blocks) {
    for (BasicBlock *block : blocks)
      if (dominators_.dominates(block, latch_))
        for (Instruction &instruction : *block)
          if (!instruction.getType()->isVoidTy() && invariants_.isInvariant(&instruction))
            if (auto *copy = llvm::dyn_cast_or_null<Instruction>(static_cast<Value *>(map_.lookup(&instruction))))
              copy->replaceAllUsesWith(&instruction);
  }

  void useUsualStep(llvm::ArrayRef<BasicBlock *> copies) {
    if (!usualStep_ || usualStep_ == step_)
      return;
    step_->replaceUsesWithIf(usualStep_, [&](llvm::Use &use) {
      auto *user = llvm::cast<Instruction>(use.getUser());
      return user->getParent() == bodyOfHeader_ || llvm::is_contained(copies, user->getParent());
    });
  }

  llvm::Loop &loop_;
  llvm::DominatorTree &dominators_;
  Invariants invariants_;
  BasicBlock &header_;
  BasicBlock *latch_;
  bool saves_ = false; // anything worth a copy
  llvm::PHINode *count_ = nullptr;
  Value *next_ = nullptr; // the count behind a round
  Value *step_ = nullptr;
  llvm::ConstantInt *usualStep_ = nullptr; // what the step is in the copy
  llvm::SmallVector<Test> tests_;
  SmallNumbers numbers_;
  llvm::ValueToValueMapTy map_;
  BasicBlock *bodyOfHeader_ = nullptr;
};

} // namespace

llvm::PreservedAnalyses CountedLoopsPass::run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<llvm::LoopAnalysis>(function);
  auto &dominators = analyses.getResult<llvm::DominatorTreeAnalysis>(function);
  auto &aliases = analyses.getResult<llvm::AAManager>(function);
  bool any = false;
  // Innermost loops do not touch, and what dominates what in one does not change with another.
  for (llvm::Loop *loop : loops.getLoopsInPreorder())
    if (loop->isInnermost())
      any |= CountedLoop(*loop, dominators, aliases).run();
  return any ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

} // namespace molt::codegen
