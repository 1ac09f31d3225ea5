// What arithmetic in a loop cannot do as long as the numbers that it begins with are small.
#pragma once

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Transforms/Utils/ValueMapper.h>

namespace llvm {
class WithOverflowInst;
class ICmpInst;
} // namespace llvm

namespace molt::codegen {

/// Where `value` is the number that arithmetic with a test for overflow gives: that.
llvm::WithOverflowInst *withOverflowOf(llvm::Value *value);

/// The arithmetic of a loop's round that cannot overflow, and the comparisons that are decided, if `count` and some numbers
/// that are the same in each round lie between -bound() and bound().
class SmallNumbers {
public:
  /// `isUsable`: whether a value is the same in each round, and can be tested before one. The largest bound is taken with
  /// which as much is found out as with smaller ones.
  static SmallNumbers find(llvm::Loop &loop, llvm::PHINode *count, llvm::function_ref<bool(llvm::Value *)> isUsable);

  int64_t bound() const { return int64_t(1) << bits_; }
  /// Whether the count must be small.
  bool needsCount() const { return needsCount_; }
  /// Likewise what is the same in each round.
  llvm::ArrayRef<llvm::Value *> invariants() const { return invariants_.getArrayRef(); }
  /// Leaves the tests out of a copy of the loop.
  void replaceIn(llvm::ValueToValueMapTy &copies) const;

private:
  friend class NumberRanges;

  unsigned bits_ = 0;
  bool needsCount_ = false;
  llvm::SetVector<llvm::Value *> invariants_;
  llvm::SmallVector<llvm::WithOverflowInst *> exact_;
  llvm::SmallVector<std::pair<llvm::ICmpInst *, bool>> decided_;
};

} // namespace molt::codegen
