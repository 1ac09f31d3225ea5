// Tests of words and headers that inline paths have in common.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {

llvm::Value *isObject(FunctionLowering &lowering, llvm::Value *word) {
  llvm::IRBuilder<> &b = lowering.builder;
  return b.CreateICmpULT(b.CreateSub(word, lowering.word(1)), lowering.word(kPointerLimit - 1));
}

llvm::Value *typeOf(FunctionLowering &lowering, llvm::Value *object) {
  return lowering.loadField(object, offsetof(Object, type), Memory::Type);
}

static llvm::Value *bothHold(FunctionLowering &lowering, llvm::Value *first, llvm::function_ref<llvm::Value *()> second) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::BasicBlock *next = lowering.newBlock(), *done = lowering.newBlock();
  auto *result = llvm::PHINode::Create(b.getInt1Ty(), 2, "", done);
  result->addIncoming(b.getFalse(), b.GetInsertBlock());
  b.CreateCondBr(first, next, done);
  b.SetInsertPoint(next);
  llvm::Value *answer = second();
  result->addIncoming(answer, b.GetInsertBlock());
  b.CreateBr(done);
  b.SetInsertPoint(done);
  return result;
}

llvm::Value *isObjectThat(FunctionLowering &lowering, llvm::Value *word,
                          llvm::function_ref<llvm::Value *(llvm::Value *object)> holds) {
  return bothHold(lowering, isObject(lowering, word), [&] { return holds(lowering.pointer(word)); });
}

llvm::Value *isObjectOf(FunctionLowering &lowering, llvm::Value *word, llvm::Value *type,
                        llvm::function_ref<llvm::Value *(llvm::Value *object)> also) {
  return isObjectThat(lowering, word, [&](llvm::Value *object) {
    llvm::Value *isOfType = lowering.builder.CreateICmpEQ(typeOf(lowering, object), type);
    return also ? bothHold(lowering, isOfType, [&] { return also(object); }) : isOfType;
  });
}

void requireExactly(InlinePaths &paths, llvm::Value *word, llvm::StringRef type) {
  FunctionLowering &lowering = paths.lowering();
  paths.require(isObject(lowering, word));
  paths.require(lowering.builder.CreateICmpEQ(typeOf(lowering, lowering.pointer(word)), lowering.symbolWord(type)));
}

llvm::Value *wordOfInt(FunctionLowering &lowering, llvm::Value *number) {
  return lowering.builder.CreateOr(number, lowering.word(kIntTag));
}

llvm::Value *isInlineInt(llvm::IRBuilder<> &b, llvm::Value *word) {
  return b.CreateICmpUGE(word, b.getInt64(kIntTag));
}

llvm::Value *boxInt(FunctionLowering &lowering, llvm::Value *number) {
  constexpr unsigned kIntShift = 64 - kIntBits;
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *high = b.CreateShl(number, kIntShift);
  llvm::Value *word = b.CreateOr(b.CreateLShr(high, kIntShift), lowering.word(kIntTag));
  llvm::BasicBlock *start = b.GetInsertBlock(), *large = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpNE(b.CreateAShr(high, kIntShift), number), large, done);
  b.SetInsertPoint(large);
  llvm::CallInst *object = lowering.call("box_int", {number});
  object->setMemoryEffects(llvm::MemoryEffects::inaccessibleMemOnly()); // that compiled code has, it leaves alone
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *result = b.CreatePHI(b.getInt64Ty(), 2);
  result->addIncoming(word, start);
  result->addIncoming(object, large);
  return result;
}

llvm::Value *isPlainFloat(llvm::IRBuilder<> &b, llvm::Value *word) {
  return b.CreateICmpULT(b.CreateSub(word, b.getInt64(kDoubleOffset)), b.getInt64(kPlainDoubles));
}

// Results of the machine's operations on canonical NaNs are canonical, so nothing is normalised.
llvm::Value *wordOfFloat(llvm::IRBuilder<> &b, llvm::Value *number) {
  return b.CreateAdd(b.CreateBitCast(number, b.getInt64Ty()), b.getInt64(kDoubleOffset));
}

llvm::Value *floatOfWord(llvm::IRBuilder<> &b, llvm::Value *word) {
  return b.CreateBitCast(b.CreateSub(word, b.getInt64(kDoubleOffset)), b.getDoubleTy());
}

llvm::Value *boxFloat(FunctionLowering &lowering, llvm::Value *number) {
  lowering.constants().noteFloats();
  return wordOfFloat(lowering.builder, number);
}

llvm::Value *likelyPair(llvm::IRBuilder<> &b, llvm::Type *type, llvm::Value *bits, llvm::Value *isOther) {
  return b.CreateInsertValue(b.CreateInsertValue(llvm::PoisonValue::get(type), bits, 0), isOther, 1);
}

llvm::Value *intOfWord(llvm::IRBuilder<> &b, llvm::Value *word) {
  return b.CreateAShr(b.CreateShl(word, 64 - kIntBits), 64 - kIntBits);
}

} // namespace molt::codegen
