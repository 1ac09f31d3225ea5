#include "compiler/codegen/counted_numbers.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/ConstantRange.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>

namespace molt::codegen {

using llvm::ConstantRange;
using llvm::Instruction;
using llvm::Value;

// Sums of a few such numbers, and products of two sums, are numbers of 64 bits.
static constexpr unsigned kBits[] = {40, 30};

llvm::WithOverflowInst *withOverflowOf(Value *value) {
  auto *extract = llvm::dyn_cast<llvm::ExtractValueInst>(value);
  if (!extract || extract->getIndices() != llvm::ArrayRef<unsigned>{0})
    return nullptr;
  return llvm::dyn_cast<llvm::WithOverflowInst>(extract->getAggregateOperand());
}

/// Intervals of the numbers of a loop's round.
class NumberRanges {
public:
  NumberRanges(llvm::Loop &loop, llvm::PHINode *count, llvm::function_ref<bool(Value *)> isUsable, unsigned bits)
      : loop_(loop), count_(count), isUsable_(isUsable) {
    result_.bits_ = bits;
  }

  SmallNumbers run() {
    for (llvm::BasicBlock *block : loop_.blocks())
      for (Instruction &instruction : *block) {
        if (auto *checked = llvm::dyn_cast<llvm::WithOverflowInst>(&instruction)) {
          if (cannotOverflow(*checked)) {
            result_.exact_.push_back(checked);
            need(checked);
          }
        } else if (auto *comparison = llvm::dyn_cast<llvm::ICmpInst>(&instruction)) {
          if (std::optional<bool> outcome = outcomeOf(*comparison)) {
            result_.decided_.emplace_back(comparison, *outcome);
            need(comparison);
          }
        }
      }
    return std::move(result_);
  }

private:
  static bool isWord(Value *value) { return value->getType()->isIntegerTy(64); }
  static ConstantRange all(Value *value) { return ConstantRange::getFull(value->getType()->getIntegerBitWidth()); }
  ConstantRange small() const {
    return {llvm::APInt(64, -result_.bound(), /*isSigned=*/true), llvm::APInt(64, result_.bound())};
  }

  bool cannotOverflow(llvm::WithOverflowInst &checked) {
    if (!checked.isSigned() || !isWord(checked.getLHS()))
      return false;
    auto exact = ConstantRange::makeGuaranteedNoWrapRegion(checked.getBinaryOp(), rangeOf(checked.getRHS()),
                                                           llvm::OverflowingBinaryOperator::NoSignedWrap);
    return exact.contains(rangeOf(checked.getLHS()));
  }

  std::optional<bool> outcomeOf(llvm::ICmpInst &comparison) {
    if (!isWord(comparison.getOperand(0)))
      return std::nullopt;
    ConstantRange left = rangeOf(comparison.getOperand(0)), right = rangeOf(comparison.getOperand(1));
    if (left.isFullSet() || right.isFullSet())
      return std::nullopt;
    if (left.icmp(comparison.getPredicate(), right))
      return true;
    if (left.icmp(comparison.getInversePredicate(), right))
      return false;
    return std::nullopt;
  }

  /// What is assumed of a value, rather than computed from others.
  bool isBase(Value *value) {
    if (value == count_)
      return true;
    auto *instruction = llvm::dyn_cast<Instruction>(value);
    bool isComputed = instruction && loop_.contains(instruction) && !llvm::isa<llvm::LoadInst>(instruction);
    return isWord(value) && !llvm::isa<llvm::Constant>(value) && !isComputed && isUsable_(value);
  }

  ConstantRange rangeOf(Value *value) {
    if (auto *literal = llvm::dyn_cast<llvm::ConstantInt>(value))
      return literal->getValue();
    auto known = ranges_.find(value);
    if (known != ranges_.end())
      return known->second;
    ConstantRange range = isBase(value) ? small() : compute(value);
    ranges_.insert({value, range});
    return range;
  }

  /// The values from which `value` is computed, if its range is; else none.
  llvm::SmallVector<Value *, 2> sources(Value *value) {
    auto *instruction = llvm::dyn_cast<Instruction>(value);
    if (!instruction || !loop_.contains(instruction) || isBase(value))
      return {};
    if (auto *checked = withOverflowOf(value))
      return {checked->getLHS(), checked->getRHS()};
    if (auto *select = llvm::dyn_cast<llvm::SelectInst>(value))
      return {select->getTrueValue(), select->getFalseValue()};
    if (auto *phi = llvm::dyn_cast<llvm::PHINode>(value)) {
      if (phi->getParent() == loop_.getHeader())
        return {};
      return {phi->op_begin(), phi->op_end()};
    }
    if (llvm::isa<llvm::BinaryOperator, llvm::ICmpInst, llvm::WithOverflowInst>(value))
      return {instruction->getOperand(0), instruction->getOperand(1)};
    return {};
  }

  ConstantRange compute(Value *value) {
    if (!isWord(value))
      return all(value);
    if (auto *checked = withOverflowOf(value)) {
      ConstantRange left = rangeOf(checked->getLHS()), right = rangeOf(checked->getRHS());
      return left.overflowingBinaryOp(checked->getBinaryOp(), right,
                                      cannotOverflow(*checked) ? llvm::OverflowingBinaryOperator::NoSignedWrap : 0);
    }
    if (llvm::isa<llvm::SelectInst, llvm::PHINode>(value)) {
      llvm::SmallVector<Value *, 2> from = sources(value);
      if (from.empty())
        return all(value);
      ConstantRange range = ConstantRange::getEmpty(64);
      for (Value *one : from)
        range = range.unionWith(rangeOf(one));
      return range;
    }
    auto *instruction = llvm::dyn_cast<Instruction>(value);
    if (!instruction || !loop_.contains(instruction))
      return all(value);
    if (auto *operation = llvm::dyn_cast<llvm::BinaryOperator>(value))
      return rangeOf(operation->getOperand(0)).binaryOp(operation->getOpcode(), rangeOf(operation->getOperand(1)));
    if (auto *cast = llvm::dyn_cast<llvm::CastInst>(value); cast && cast->getSrcTy()->isIntegerTy())
      return all(cast->getOperand(0)).castOp(cast->getOpcode(), 64);
    return all(value);
  }

  /// What has been found out about `value` needs what it is computed from to be small.
  void need(Value *value) {
    if (!needed_.insert(value).second)
      return;
    if (value == count_)
      result_.needsCount_ = true;
    else if (isBase(value))
      result_.invariants_.insert(value);
    for (Value *source : sources(value))
      need(source);
  }

  llvm::Loop &loop_;
  llvm::PHINode *count_;
  llvm::function_ref<bool(Value *)> isUsable_;
  SmallNumbers result_;
  llvm::DenseMap<Value *, ConstantRange> ranges_;
  llvm::SmallPtrSet<Value *, 16> needed_;
};

SmallNumbers SmallNumbers::find(llvm::Loop &loop, llvm::PHINode *count,
                                llvm::function_ref<bool(Value *)> isUsable) {
  std::optional<SmallNumbers> best;
  for (unsigned bits : kBits) {
    SmallNumbers numbers = NumberRanges(loop, count, isUsable, bits).run();
    if (!best || numbers.exact_.size() + numbers.decided_.size() > best->exact_.size() + best->decided_.size())
      best = std::move(numbers);
  }
  return std::move(*best);
}

void SmallNumbers::replaceIn(llvm::ValueToValueMapTy &copies) const {
  for (llvm::WithOverflowInst *checked : exact_) {
    auto *copy = llvm::dyn_cast_or_null<llvm::WithOverflowInst>(copies.lookup(checked));
    if (!copy)
      continue;
    llvm::IRBuilder<> b(copy);
    Value *exact = b.CreateBinOp(copy->getBinaryOp(), copy->getLHS(), copy->getRHS());
    if (auto *operation = llvm::dyn_cast<llvm::BinaryOperator>(exact))
      operation->setHasNoSignedWrap();
    for (llvm::User *user : llvm::make_early_inc_range(copy->users())) {
      auto *extract = llvm::dyn_cast<llvm::ExtractValueInst>(user);
      if (!extract)
        continue;
      bool isNumber = extract->getIndices() == llvm::ArrayRef<unsigned>{0};
      extract->replaceAllUsesWith(isNumber ? exact : b.getFalse());
      extract->eraseFromParent();
    }
    if (copy->use_empty())
      copy->eraseFromParent();
  }
  for (auto [comparison, outcome] : decided_)
    if (Value *copy = copies.lookup(comparison))
      copy->replaceAllUsesWith(llvm::ConstantInt::getBool(copy->getContext(), outcome));
}

} // namespace molt::codegen
