// Special methods of known classes that are called directly: the common answers of comparisons and truth tests are words that
// are compared; what is left is the runtime's.
#include "compiler/codegen/fast_calls.h"
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

#include <llvm/ADT/StringSwitch.h>

namespace molt::codegen {
namespace {

void lowerSameType(FunctionLowering &lowering, py::SameTypeOp op) {
  llvm::Value *left = typeOf(lowering, lowering.pointer(lowering.operand(op.getLeft())));
  llvm::Value *right = typeOf(lowering, lowering.pointer(lowering.operand(op.getRight())));
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(left, right));
}

/// The comparison as the runtime's entry points take it.
llvm::Value *operation(FunctionLowering &lowering, llvm::StringRef comparison, bool isNegated) {
  uint32_t number = llvm::StringSwitch<uint32_t>(comparison)
                        .Case("less", 0)
                        .Case("less_equal", 1)
                        .Case("equal", 2)
                        .Case("not_equal", 3)
                        .Case("greater", 4)
                        .Case("greater_equal", 5);
  return lowering.builder.getInt32(number | (isNegated ? kNegatedEqual : 0));
}

/// What the method has given, as a word, and whether it is True, False, or neither.
struct Answer {
  llvm::Value *given, *isTrue, *isBool;

  template <class Op>
  Answer(FunctionLowering &lowering, Op op)
      : given(wordGiven(lowering, callFast(lowering, op, lowering.operand(op.getCallee()), {}, op.getPlace()))),
        isTrue(lowering.builder.CreateICmpEQ(given, lowering.symbolWord("true"))),
        isBool(lowering.builder.CreateOr(isTrue, lowering.builder.CreateICmpEQ(given, lowering.symbolWord("false")))) {}
};

/// The truth of a bool, or what `ask` makes of anything else: an i32, as entry points give it, below 0 where they raise.
void setTruth(FunctionLowering &lowering, mlir::Value result, const Answer &answer, bool isNegated,
              llvm::function_ref<llvm::Value *()> ask) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *truth = isNegated ? b.CreateNot(answer.isTrue) : answer.isTrue;
  llvm::Value *known = b.CreateZExt(truth, b.getInt32Ty());
  llvm::BasicBlock *quick = b.GetInsertBlock(), *other = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateNot(answer.isBool), other, done);
  b.SetInsertPoint(other);
  llvm::Value *asked = ask();
  llvm::BasicBlock *asking = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *joined = b.CreatePHI(b.getInt32Ty(), 2);
  joined->addIncoming(known, quick);
  joined->addIncoming(asked, asking);
  lowering.setResult(result, b.CreateICmpSGT(joined, b.getInt32(0)));
  lowering.raiseIf(b.CreateICmpSLT(joined, b.getInt32(0)));
}

void lowerTestFast(FunctionLowering &lowering, py::TestFastOp op) {
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  Answer answer(lowering, op);
  setTruth(lowering, op.getResult(), answer, op.getNegated(), [&] {
    return lowering.call("comparison_truth_py",
                         {answer.given, left, right, operation(lowering, op.getComparison(), op.getNegated())});
  });
}

void lowerCompareFast(FunctionLowering &lowering, py::CompareFastOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  Answer answer(lowering, op);
  llvm::Value *known = answer.given, *isOther;
  if (op.getNegated()) {
    known = b.CreateSelect(answer.isTrue, lowering.symbolWord("false"), lowering.symbolWord("true"));
    isOther = b.CreateNot(answer.isBool);
  } else {
    isOther = b.CreateICmpEQ(answer.given, lowering.symbolWord("not_implemented"));
  }
  llvm::BasicBlock *quick = b.GetInsertBlock(), *other = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(isOther, other, done);
  b.SetInsertPoint(other);
  llvm::Value *asked = lowering.call("comparison_result_py", {answer.given, left, right,
                                                              operation(lowering, op.getComparison(), op.getNegated())});
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *joined = b.CreatePHI(b.getInt64Ty(), 2);
  joined->addIncoming(known, quick);
  joined->addIncoming(asked, other);
  lowering.setResult(op.getResult(), joined);
  lowering.raiseIf(b.CreateICmpEQ(joined, lowering.word(0)));
}

void lowerTruthFast(FunctionLowering &lowering, py::TruthFastOp op) {
  Answer answer(lowering, op);
  setTruth(lowering, op.getResult(), answer, /*isNegated=*/false,
           [&] { return lowering.call(op.getOnlyBool() ? "bool_result" : "truth_result_py", {answer.given}); });
}

llvm::Value *wordOfBits(FunctionLowering &lowering, mlir::Value bits) {
  return lowering.builder.CreateBitCast(lowering.operand(bits), lowering.builder.getInt64Ty());
}

// NotImplemented is immortal.
void lowerOperatorResult(FunctionLowering &lowering, py::OperatorResultOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *given = wordOfBits(lowering, op.getBits());
  llvm::BasicBlock *good = b.GetInsertBlock(), *bad = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpEQ(given, lowering.symbolWord("not_implemented")), bad, done);
  b.SetInsertPoint(bad);
  lowering.call("raise_unsupported_operands", {lowering.strWord(op.getSymbol()), lowering.operand(op.getLeft()),
                                               lowering.operand(op.getRight())});
  b.CreateBr(done);
  b.SetInsertPoint(done);
  setOrRaise(lowering, op.getResult(), given, good, bad);
}

void lowerUnexpectedWord(FunctionLowering &lowering, py::UnexpectedWordOp op) {
  lowering.setResult(op.getResult(), wordOfBits(lowering, op.getBits()));
}

void lowerLengthResult(FunctionLowering &lowering, py::LengthResultOp op) {
  llvm::Value *length = lowering.call("length_result_py", {lowering.operand(op.getGiven())});
  lowering.setResult(op.getResult(), length);
  lowering.raiseIf(lowering.builder.CreateICmpEQ(length, lowering.word(0)));
}

void lowerLengthTruth(FunctionLowering &lowering, py::LengthTruthOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *truth = lowering.call("length_truth_py", {lowering.operand(op.getGiven())});
  lowering.setResult(op.getResult(), b.CreateICmpSGT(truth, b.getInt32(0)));
  lowering.raiseIf(b.CreateICmpSLT(truth, b.getInt32(0)));
}

} // namespace

void registerSpecials(HandlerTable &handlers) {
  handlers.add<py::SameTypeOp, lowerSameType>();
  handlers.add<py::TestFastOp, lowerTestFast>();
  handlers.add<py::CompareFastOp, lowerCompareFast>();
  handlers.add<py::TruthFastOp, lowerTruthFast>();
  handlers.add<py::OperatorResultOp, lowerOperatorResult>();
  handlers.add<py::UnexpectedWordOp, lowerUnexpectedWord>();
  handlers.add<py::LengthResultOp, lowerLengthResult>();
  handlers.add<py::LengthTruthOp, lowerLengthTruth>();
}

} // namespace molt::codegen
