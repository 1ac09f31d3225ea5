// Generators: a resume function that goes on where Generator::resumePoint says. At a yield everything that must survive
// is in the frame: variables always, other values by the temporaries that py-spill-across-yields named. Their words move
// from the stack into the frame behind the variables, and back when the generator goes on; the frame then has null there,
// so that the collector never sees a count twice.
#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

void suspend(FunctionLowering &lowering, py::YieldOp op, unsigned resumePoint) {
  llvm::IRBuilder<> &b = lowering.builder;
  for (auto [index, temporary] : llvm::enumerate(op.getSpills()))
    b.CreateStore(b.CreateLoad(b.getInt64Ty(), lowering.temporaryAddress(temporary)),
                  lowering.frameWord(lowering.slotCount() + index));
  lowering.needFrameWords(op.getSpills().size());
  b.CreateStore(b.getInt32(resumePoint),
                lowering.fieldAddress(lowering.generator(), offsetof(Generator, resumePoint)));
  if (op.getDelegate())
    b.CreateStore(lowering.operand(op.getDelegate()),
                  lowering.fieldAddress(lowering.generator(), offsetof(Generator, delegate)));
  b.CreateRet(lowering.operand(op.getValue()));
}

void resume(FunctionLowering &lowering, py::YieldOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  for (auto [index, temporary] : llvm::enumerate(op.getSpills())) {
    llvm::Value *word = lowering.frameWord(lowering.slotCount() + index);
    b.CreateStore(b.CreateLoad(b.getInt64Ty(), word), lowering.temporaryAddress(temporary));
    b.CreateStore(lowering.word(0), word);
  }
  if (op.getDelegate())
    b.CreateStore(lowering.word(0), lowering.fieldAddress(lowering.generator(), offsetof(Generator, delegate)));
}

void lowerYield(FunctionLowering &lowering, py::YieldOp op) {
  auto [number, block] = lowering.newResumePoint();
  suspend(lowering, op, number);
  lowering.builder.SetInsertPoint(block);
  resume(lowering, op);
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

} // namespace

void registerGenerators(HandlerTable &handlers) {
  handlers.add<py::YieldOp, lowerYield>();
  handlers.add<py::TemporaryOp, lowerTemporary>();
  handlers.add<py::SetTemporaryOp, lowerSetTemporary>();
  handlers.add<py::GetTemporaryOp, lowerGetTemporary>();
}

} // namespace molt::codegen
