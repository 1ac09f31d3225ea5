// Variables in slots and cells. Storing puts the new value in place before it releases the old one, whose __del__ may run
// anything.
#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

llvm::Value *exchange(FunctionLowering &lowering, llvm::Value *address, llvm::Value *value, Memory memory = Memory::Any) {
  llvm::Value *old = lowering.loadField(address, 0, memory);
  lowering.tag(lowering.builder.CreateStore(value, address), memory);
  return old;
}

void raiseIfUnbound(FunctionLowering &lowering, llvm::Value *value, llvm::StringRef entry, llvm::StringRef name) {
  lowering.raiseIf(lowering.builder.CreateICmpEQ(value, lowering.word(0)),
                   [&lowering, entry, name] { lowering.call(entry, {lowering.strWord(name)}); });
}

void lowerLoadLocal(FunctionLowering &lowering, py::LoadLocalOp op) {
  llvm::Value *value =
      lowering.builder.CreateLoad(lowering.builder.getInt64Ty(), lowering.slotAddress(op.getSlot()));
  lowering.setResult(op.getValue(), value);
  if (op.getOwned())
    lowering.retain(value);
  if (op.getChecked())
    raiseIfUnbound(lowering, value, "raise_unbound_local", op.getName());
}

void lowerStoreLocal(FunctionLowering &lowering, py::StoreLocalOp op) {
  llvm::Value *address = lowering.slotAddress(op.getSlot()), *value = lowering.operand(op.getValue());
  if (op.getInitial())
    lowering.builder.CreateStore(value, address);
  else
    lowering.release(exchange(lowering, address, value));
}

void lowerDeleteLocal(FunctionLowering &lowering, py::DeleteLocalOp op) {
  llvm::Value *old = exchange(lowering, lowering.slotAddress(op.getSlot()), lowering.word(0));
  lowering.release(old);
  if (op.getChecked())
    raiseIfUnbound(lowering, old, "raise_unbound_local", op.getName());
}

void lowerMoveLocal(FunctionLowering &lowering, py::MoveLocalOp op) {
  lowering.setResult(op.getValue(), exchange(lowering, lowering.slotAddress(op.getSlot()), lowering.word(0)));
}

llvm::Value *contentAddress(FunctionLowering &lowering, mlir::Value cell) {
  return lowering.fieldAddress(lowering.pointer(lowering.operand(cell)), offsetof(Cell, content));
}

llvm::StringRef unboundEntry(bool isFree) { return isFree ? "raise_unbound_free" : "raise_unbound_local"; }

llvm::Value *loadContent(FunctionLowering &lowering, mlir::Value cell) {
  return lowering.loadField(contentAddress(lowering, cell), 0, Memory::Slot);
}

void lowerCellContent(FunctionLowering &lowering, py::CellContentOp op) {
  lowering.setResult(op.getValue(), loadContent(lowering, op.getCell()));
}

void lowerLoadCell(FunctionLowering &lowering, py::LoadCellOp op) {
  llvm::Value *value = loadContent(lowering, op.getCell());
  lowering.setResult(op.getValue(), value);
  lowering.retain(value);
  raiseIfUnbound(lowering, value, unboundEntry(op.getFree()), op.getName());
}

void lowerLoadCellOrNull(FunctionLowering &lowering, py::LoadCellOrNullOp op) {
  llvm::Value *value = loadContent(lowering, op.getCell());
  lowering.setResult(op.getValue(), value);
  lowering.retain(value);
}

void lowerStoreCell(FunctionLowering &lowering, py::StoreCellOp op) {
  llvm::Value *old = exchange(lowering, contentAddress(lowering, op.getCell()), lowering.operand(op.getValue()), Memory::Slot);
  op.getQuiet() ? lowering.releaseQuietly(old) : lowering.release(old);
}

void lowerDeleteCell(FunctionLowering &lowering, py::DeleteCellOp op) {
  llvm::Value *old = exchange(lowering, contentAddress(lowering, op.getCell()), lowering.word(0), Memory::Slot);
  lowering.release(old);
  if (!op.getUnchecked())
    raiseIfUnbound(lowering, old, unboundEntry(op.getFree()), op.getName());
}

} // namespace

void registerLocals(HandlerTable &handlers) {
  handlers.add<py::LoadLocalOp, lowerLoadLocal>();
  handlers.add<py::StoreLocalOp, lowerStoreLocal>();
  handlers.add<py::DeleteLocalOp, lowerDeleteLocal>();
  handlers.add<py::MoveLocalOp, lowerMoveLocal>();
  handlers.add<py::CellContentOp, lowerCellContent>();
  handlers.add<py::LoadCellOp, lowerLoadCell>();
  handlers.add<py::LoadCellOrNullOp, lowerLoadCellOrNull>();
  handlers.add<py::StoreCellOp, lowerStoreCell>();
  handlers.add<py::DeleteCellOp, lowerDeleteCell>();
}

} // namespace molt::codegen
