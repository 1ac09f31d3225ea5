// Truth, identity and boxing: tests of single words.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {

// The truth of True, False, None and inline ints is in the word, that of a list in hot code in its length; all else asks
// the runtime.
llvm::Value *lowerTruth(FunctionLowering &lowering, llvm::Value *value, mlir::Operation *op) {
  llvm::IRBuilder<> &b = lowering.builder;
  auto is = [&](llvm::Value *other) { return b.CreateICmpEQ(value, other); };
  llvm::Value *zero = lowering.word(kIntTag);
  llvm::Value *isFalse = b.CreateOr(b.CreateOr(is(lowering.symbolWord("false")), is(lowering.symbolWord("none"))),
                                    is(zero));
  llvm::Value *isTrue = b.CreateOr(is(lowering.symbolWord("true")), b.CreateICmpUGT(value, zero));
  llvm::BasicBlock *fast = b.GetInsertBlock(), *slow = lowering.newBlock(), *join = lowering.newBlock();
  b.CreateCondBr(b.CreateOr(isTrue, isFalse), join, slow);
  b.SetInsertPoint(slow);
  llvm::BasicBlock *list = nullptr;
  llvm::Value *isFilled = nullptr;
  if (lowering.isHot()) {
    llvm::BasicBlock *object = lowering.newBlock(), *other = lowering.newBlock();
    list = lowering.newBlock();
    b.CreateCondBr(isObject(lowering, value), object, other);
    b.SetInsertPoint(object);
    b.CreateCondBr(b.CreateICmpEQ(typeOf(lowering, lowering.pointer(value)), lowering.symbolWord("type_list")), list,
                   other);
    b.SetInsertPoint(list);
    isFilled = b.CreateICmpNE(loadAnyLength(lowering, lowering.pointer(value)), lowering.word(0));
    b.CreateBr(join);
    b.SetInsertPoint(other);
  }
  llvm::Value *answer = lowering.call("truth_py", {value});
  lowering.branchIfRaised(op, b.CreateICmpSLT(answer, b.getInt32(0)));
  llvm::Value *slowTruth = b.CreateICmpNE(answer, b.getInt32(0));
  llvm::BasicBlock *slowEnd = b.GetInsertBlock();
  b.CreateBr(join);
  b.SetInsertPoint(join);
  llvm::PHINode *truth = b.CreatePHI(b.getInt1Ty(), 2);
  truth->addIncoming(isTrue, fast);
  truth->addIncoming(slowTruth, slowEnd);
  if (list)
    truth->addIncoming(isFilled, list);
  return truth;
}

namespace {

void lowerTruthOp(FunctionLowering &lowering, py::TruthOp op) {
  lowering.setResult(op.getResult(), lowerTruth(lowering, lowering.operand(op.getValue()), op));
}

void lowerIs(FunctionLowering &lowering, py::IsOp op) {
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(lowering.operand(op.getLeft()),
                                                                   lowering.operand(op.getRight())));
}

void lowerBoxBool(FunctionLowering &lowering, py::BoxBoolOp op) {
  llvm::Value *ifTrue = lowering.symbolWord(op.getNegated() ? "false" : "true");
  llvm::Value *ifFalse = lowering.symbolWord(op.getNegated() ? "true" : "false");
  lowering.setResult(op.getResult(),
                     lowering.builder.CreateSelect(lowering.operand(op.getCondition()), ifTrue, ifFalse));
}

void lowerIsNull(FunctionLowering &lowering, py::IsNullOp op) {
  lowering.setResult(op.getResult(),
                     lowering.builder.CreateICmpEQ(lowering.operand(op.getValue()), lowering.word(0)));
}

void lowerIsExhausted(FunctionLowering &lowering, py::IsExhaustedOp op) {
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(lowering.operand(op.getItem()),
                                                                   lowering.word(kExhaustedBits)));
}

} // namespace

void registerOperators(HandlerTable &handlers) {
  handlers.add<py::TruthOp, lowerTruthOp>();
  handlers.add<py::IsOp, lowerIs>();
  handlers.add<py::BoxBoolOp, lowerBoxBool>();
  handlers.add<py::IsNullOp, lowerIsNull>();
  handlers.add<py::IsExhaustedOp, lowerIsExhausted>();
}

} // namespace molt::codegen
