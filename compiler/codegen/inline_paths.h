// The shape of every inline fast path: tests that go to one slow block, values that meet in one join.
//
//   InlinePaths paths(lowering, op, {i64});
//   paths.require(isList);            // else the slow way
//   paths.finish({item});             // this way ends here
//   paths.callSlow("get_item_py", {object, key});
//   lowering.setResult(op.getValue(), paths.join());
//
// Rules:
//  1. What the tests of a path do not cover is the entry point's, which is always right.
//  2. Before the last `require` of a path nothing is changed that the slow way would see.
//  3. Operands are fetched before the first test: in a large function that may emit code.
//  4. A guard that somebody has proved already is not emitted: helpers take it as a parameter.
#pragma once

#include "compiler/codegen/function_lowering.h"

namespace molt::codegen {

class InlinePaths {
public:
  InlinePaths(FunctionLowering &lowering, mlir::Operation *op, llvm::ArrayRef<llvm::Type *> types)
      : lowering_(lowering), b_(lowering.builder), op_(op), slow_(lowering.newBlock()), join_(lowering.newBlock()) {
    for (llvm::Type *type : types)
      results_.push_back(llvm::PHINode::Create(type, 3, "", join_));
  }

  FunctionLowering &lowering() { return lowering_; }
  /// Goes the slow way unless `condition`.
  void require(llvm::Value *condition) {
    llvm::BasicBlock *next = lowering_.newBlock();
    lowering_.branchUnlikely(b_.CreateNot(condition), slow_, next);
    b_.SetInsertPoint(next);
  }
  /// Where `condition` holds, one way goes on in the block that is given back; the current place is the other one.
  llvm::BasicBlock *fork(llvm::Value *condition) {
    llvm::BasicBlock *other = lowering_.newBlock(), *next = lowering_.newBlock();
    b_.CreateCondBr(condition, other, next);
    b_.SetInsertPoint(next);
    return other;
  }
  void continueIn(llvm::BasicBlock *block) { b_.SetInsertPoint(block); }
  /// This path ends here.
  void finish(llvm::ArrayRef<llvm::Value *> values) {
    for (auto [result, value] : llvm::zip_equal(results_, values))
      result->addIncoming(value, b_.GetInsertBlock());
    b_.CreateBr(join_);
  }
  void goSlow() { b_.CreateBr(slow_); }
  void beginSlow() { b_.SetInsertPoint(slow_); }
  /// The slow way as a call that gives the one result, or raises.
  void callSlow(llvm::StringRef entry, llvm::ArrayRef<llvm::Value *> arguments) {
    beginSlow();
    llvm::Value *value = lowering_.call(entry, arguments);
    lowering_.branchIfRaised(op_, b_.CreateICmpEQ(value, llvm::ConstantInt::get(value->getType(), 0)));
    if (results_.empty())
      finish({});
    else
      finish({value});
  }
  llvm::Value *join(unsigned result = 0) {
    b_.SetInsertPoint(join_);
    return results_.empty() ? nullptr : results_[result];
  }

private:
  FunctionLowering &lowering_;
  llvm::IRBuilder<> &b_;
  mlir::Operation *op_;
  llvm::BasicBlock *slow_, *join_;
  llvm::SmallVector<llvm::PHINode *, 2> results_;
};

/// Whether a word is a pointer to an object; not null.
llvm::Value *isObject(FunctionLowering &lowering, llvm::Value *word);
/// The type of an object, as a word.
llvm::Value *typeOf(FunctionLowering &lowering, llvm::Value *object);
/// An i1: whether `word` is an object for which that holds.
llvm::Value *isObjectThat(FunctionLowering &lowering, llvm::Value *word,
                          llvm::function_ref<llvm::Value *(llvm::Value *object)> holds);
/// Likewise, whose type is `type`, a word; and `also` holds for it, if that is given.
llvm::Value *isObjectOf(FunctionLowering &lowering, llvm::Value *word, llvm::Value *type,
                        llvm::function_ref<llvm::Value *(llvm::Value *object)> also = nullptr);
/// Goes the slow way unless `word` is an object of exactly that type of abi/symbols.def.
void requireExactly(InlinePaths &paths, llvm::Value *word, llvm::StringRef type);
/// The word of an int that fits 49 bits, and back.
llvm::Value *wordOfInt(FunctionLowering &lowering, llvm::Value *number);
llvm::Value *isInlineInt(llvm::IRBuilder<> &b, llvm::Value *word);
llvm::Value *intOfWord(llvm::IRBuilder<> &b, llvm::Value *word);
/// The word of a float, and back. Who makes one says so (ConstantPool::noteFloats).
llvm::Value *wordOfFloat(llvm::IRBuilder<> &b, llvm::Value *number);
llvm::Value *floatOfWord(llvm::IRBuilder<> &b, llvm::Value *word);
/// The owned word of any int of 64 bits, and of a float.
llvm::Value *boxInt(FunctionLowering &lowering, llvm::Value *number);
llvm::Value *boxFloat(FunctionLowering &lowering, llvm::Value *number);
/// What a fast version gives that gives what is likely (py::givesLikely). isOther: an i64.
llvm::Value *likelyPair(llvm::IRBuilder<> &b, llvm::Type *type, llvm::Value *bits, llvm::Value *isOther);
/// An i1: whether the word is a float that arithmetic may take as it is; not one of Value::fromNan, which has an identity.
llvm::Value *isPlainFloat(llvm::IRBuilder<> &b, llvm::Value *word);
/// Whether a value never has a count: words of static data, inline numbers and null (lower_refcounts.cpp).
bool hasNoCount(FunctionLowering &lowering, mlir::Value value);

/// Goes the slow way unless `cache` tells about objects of that type, and in that way (lower_attributes.cpp).
void requireCached(InlinePaths &paths, llvm::Value *object, llvm::Value *cache, uint32_t kind);
/// Goes the slow way where the object's own dict could have a name that `cache` found in the type.
void requireUnshadowed(InlinePaths &paths, llvm::Value *object, llvm::Value *cache);

/// The runtime's str of one character with that ASCII code, and the code of a character of an ASCII str (lower_strings.cpp).
llvm::Value *asciiCharacter(FunctionLowering &lowering, llvm::Value *code);
llvm::Value *loadAsciiCode(FunctionLowering &lowering, llvm::Value *str, llvm::Value *index);
/// How many items a list has where it is compact; 0 of an ordinary one. And the length of any list (lower_sequences.cpp).
llvm::Value *loadCompactLength(FunctionLowering &lowering, llvm::Value *list);
llvm::Value *loadAnyLength(FunctionLowering &lowering, llvm::Value *list);
/// A byte of a compact list.
llvm::Value *compactItemAddress(FunctionLowering &lowering, llvm::Value *list, llvm::Value *index);
/// Appends to an exact list that has room, else through the runtime (lower_subscripts.cpp). Never fails.
void lowerListAppend(FunctionLowering &lowering, llvm::Value *list, llvm::Value *item);
/// len() of an exact list, tuple, str or dict; anything else goes the slow way.
void finishWithLength(InlinePaths &paths, llvm::Value *container);

} // namespace molt::codegen
