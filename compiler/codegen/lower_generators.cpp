// Generators: a resume function that goes on where Generator::resumePoint says. At a yield everything that must survive
// is in the frame: variables always, other values by the temporaries that py-spill-across-yields named. Their words move
// from the stack into the frame behind the variables, and back when the generator goes on; the frame then has null there,
// so that the collector never sees a count twice. A number's 64 bits are two inline ints in the frame, since each word of
// it must be a value.
#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

constexpr unsigned kHalf = 32;

bool isNumber(mlir::Value temporary) { return temporary.getDefiningOp<py::TemporaryOp>().getNumber(); }

void suspend(FunctionLowering &lowering, py::YieldOp op, unsigned resumePoint) {
  llvm::IRBuilder<> &b = lowering.builder;
  unsigned words = 0;
  auto keep = [&](llvm::Value *word) { b.CreateStore(word, lowering.frameWord(lowering.slotCount() + words++)); };
  for (mlir::Value temporary : op.getSpills()) {
    llvm::Value *word = b.CreateLoad(b.getInt64Ty(), lowering.temporaryAddress(temporary));
    if (isNumber(temporary)) {
      keep(b.CreateOr(b.CreateAnd(word, lowering.word(UINT32_MAX)), lowering.word(kIntTag)));
      word = b.CreateOr(b.CreateLShr(word, kHalf), lowering.word(kIntTag));
    }
    keep(word);
  }
  lowering.needFrameWords(words);
  b.CreateStore(b.getInt32(resumePoint),
                lowering.fieldAddress(lowering.generator(), offsetof(Generator, resumePoint)));
  if (op.getDelegate())
    b.CreateStore(lowering.operand(op.getDelegate()),
                  lowering.fieldAddress(lowering.generator(), offsetof(Generator, delegate)));
  b.CreateRet(lowering.operand(op.getValue()));
}

void resume(FunctionLowering &lowering, py::YieldOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  unsigned words = 0;
  auto take = [&] {
    llvm::Value *address = lowering.frameWord(lowering.slotCount() + words++);
    llvm::Value *word = b.CreateLoad(b.getInt64Ty(), address);
    b.CreateStore(lowering.word(0), address);
    return word;
  };
  for (mlir::Value temporary : op.getSpills()) {
    llvm::Value *word = take();
    if (isNumber(temporary))
      word = b.CreateOr(b.CreateAnd(word, lowering.word(UINT32_MAX)), b.CreateShl(take(), kHalf));
    b.CreateStore(word, lowering.temporaryAddress(temporary));
  }
  if (op.getDelegate())
    b.CreateStore(lowering.word(0), lowering.fieldAddress(lowering.generator(), offsetof(Generator, delegate)));
}

void lowerYield(FunctionLowering &lowering, py::YieldOp op) {
  auto [number, block] = lowering.newResumePoint();
  suspend(lowering, op, number);
  lowering.builder.SetInsertPoint(block);
  resume(lowering, op);
  if (!op.getSent().use_empty())
    lowering.retain(lowering.sent()); // borrowed from the caller
  lowering.setResult(op.getSent(), lowering.sent());
  if (py::mayRaise(op))
    lowering.raiseIf(lowering.builder.CreateICmpEQ(lowering.sent(), lowering.word(0)));
}

void lowerTemporary(FunctionLowering &, py::TemporaryOp) {}

void lowerSetTemporary(FunctionLowering &lowering, py::SetTemporaryOp op) {
  lowering.builder.CreateStore(lowering.operand(op.getValue()), lowering.temporaryAddress(op.getTemporary()));
}

void lowerGetTemporary(FunctionLowering &lowering, py::GetTemporaryOp op) {
  lowering.setResult(op.getValue(), lowering.builder.CreateLoad(lowering.builder.getInt64Ty(),
                                                                lowering.temporaryAddress(op.getTemporary())));
}

void lowerSetNumber(FunctionLowering &lowering, py::SetNumberOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *number = lowering.operand(op.getValue());
  llvm::Value *word = number->getType()->isDoubleTy() ? b.CreateBitCast(number, b.getInt64Ty())
                                                       : b.CreateZExt(number, b.getInt64Ty());
  b.CreateStore(word, lowering.temporaryAddress(op.getTemporary()));
}

void lowerGetNumber(FunctionLowering &lowering, py::GetNumberOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = b.CreateLoad(b.getInt64Ty(), lowering.temporaryAddress(op.getTemporary()));
  mlir::Type type = op.getValue().getType();
  lowering.setResult(op.getValue(), type.isF64()         ? b.CreateBitCast(word, b.getDoubleTy())
                                    : type.isInteger(1) ? b.CreateTrunc(word, b.getInt1Ty())
                                                        : word);
}

} // namespace

void registerGenerators(HandlerTable &handlers) {
  handlers.add<py::YieldOp, lowerYield>();
  handlers.add<py::TemporaryOp, lowerTemporary>();
  handlers.add<py::SetTemporaryOp, lowerSetTemporary>();
  handlers.add<py::GetTemporaryOp, lowerGetTemporary>();
  handlers.add<py::SetNumberOp, lowerSetNumber>();
  handlers.add<py::GetNumberOp, lowerGetNumber>();
}

} // namespace molt::codegen
