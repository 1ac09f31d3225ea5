// Tests of words and headers that inline paths have in common.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {

llvm::Value *isObject(FunctionLowering &lowering, llvm::Value *word) {
  llvm::IRBuilder<> &b = lowering.builder;
  return b.CreateICmpULT(b.CreateSub(word, lowering.word(1)), lowering.word(kPointerLimit - 1));
}

llvm::Value *typeOf(FunctionLowering &lowering, llvm::Value *object) {
  return lowering.loadField(object, offsetof(Object, type));
}

llvm::Value *isObjectOf(FunctionLowering &lowering, llvm::Value *word, llvm::Value *type,
                        llvm::function_ref<llvm::Value *(llvm::Value *object)> also) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::BasicBlock *object = lowering.newBlock(), *done = lowering.newBlock();
  auto *result = llvm::PHINode::Create(b.getInt1Ty(), 3, "", done);
  result->addIncoming(b.getFalse(), b.GetInsertBlock());
  b.CreateCondBr(isObject(lowering, word), object, done);
  b.SetInsertPoint(object);
  llvm::Value *answer = b.CreateICmpEQ(typeOf(lowering, lowering.pointer(word)), type);
  if (also) {
    llvm::BasicBlock *isOfType = lowering.newBlock();
    result->addIncoming(b.getFalse(), object);
    b.CreateCondBr(answer, isOfType, done);
    b.SetInsertPoint(isOfType);
    answer = also(lowering.pointer(word));
  }
  result->addIncoming(answer, b.GetInsertBlock());
  b.CreateBr(done);
  b.SetInsertPoint(done);
  return result;
}

void requireExactly(InlinePaths &paths, llvm::Value *word, llvm::StringRef type) {
  FunctionLowering &lowering = paths.lowering();
  paths.require(isObject(lowering, word));
  paths.require(lowering.builder.CreateICmpEQ(typeOf(lowering, lowering.pointer(word)), lowering.symbolWord(type)));
}

llvm::Value *wordOfInt(FunctionLowering &lowering, llvm::Value *number) {
  return lowering.builder.CreateOr(number, lowering.word(kIntTag));
}

llvm::Value *isInlineInt(FunctionLowering &lowering, llvm::Value *word) {
  return lowering.builder.CreateICmpUGE(word, lowering.word(kIntTag));
}

llvm::Value *boxInt(FunctionLowering &lowering, llvm::Value *number) {
  constexpr unsigned kIntShift = 64 - kIntBits;
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *high = b.CreateShl(number, kIntShift);
  llvm::Value *word = b.CreateOr(b.CreateLShr(high, kIntShift), lowering.word(kIntTag));
  llvm::BasicBlock *start = b.GetInsertBlock(), *large = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpNE(b.CreateAShr(high, kIntShift), number), large, done);
  b.SetInsertPoint(large);
  llvm::Value *object = lowering.call("box_int", {number});
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *result = b.CreatePHI(b.getInt64Ty(), 2);
  result->addIncoming(word, start);
  result->addIncoming(object, large);
  return result;
}

// Results of the machine's operations on canonical NaNs are canonical, so nothing is normalised.
llvm::Value *boxFloat(FunctionLowering &lowering, llvm::Value *number) {
  lowering.constants().noteFloats();
  llvm::IRBuilder<> &b = lowering.builder;
  return b.CreateAdd(b.CreateBitCast(number, b.getInt64Ty()), lowering.word(kDoubleOffset));
}

llvm::Value *intOfWord(FunctionLowering &lowering, llvm::Value *word) {
  llvm::IRBuilder<> &b = lowering.builder;
  return b.CreateAShr(b.CreateShl(word, 64 - kIntBits), 64 - kIntBits);
}

} // namespace molt::codegen
