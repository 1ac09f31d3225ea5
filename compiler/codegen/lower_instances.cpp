// Instances of known classes: tests of the class, and attributes at places that were known when the program was
// compiled.
#include "compiler/codegen/inline_paths.h"
#include "compiler/codegen/replace_instances.h"
#include "compiler/ir/special_forms.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

void lowerRegisterClass(FunctionLowering &lowering, py::RegisterClassOp op) {
  lowering.call("register_class", {lowering.operand(op.getMade()), lowering.module().classFacts(op)});
}

llvm::Value *knownClass(FunctionLowering &lowering, py::ClassAttr known) {
  return lowering.loadField(lowering.knownClasses(), known.getNumber() * sizeof(Value), Memory::World);
}

// A class that no known one derives from is compared with; else its number is in a range.
llvm::Value *isInstance(FunctionLowering &lowering, llvm::Value *value, py::ClassAttr known) {
  if (!known.getSubclasses())
    return isObjectOf(lowering, value, knownClass(lowering, known));
  return isObjectThat(lowering, value, [&](llvm::Value *object) {
    llvm::IRBuilder<> &b = lowering.builder;
    llvm::Value *type = lowering.pointer(typeOf(lowering, object));
    llvm::Value *number = lowering.loadInt32(type, offsetof(TypeHead, classNumber), Memory::Type);
    return b.CreateICmpULE(b.CreateSub(number, b.getInt32(known.getNumber() + 1)), b.getInt32(known.getSubclasses()));
  });
}

void lowerIsInstance(FunctionLowering &lowering, py::IsInstanceOp op) {
  lowering.setResult(op.getResult(), isInstance(lowering, lowering.operand(op.getValue()), op.getKnown()));
}

void lowerClassesIntact(FunctionLowering &lowering, py::ClassesIntactOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
  llvm::Value *changed = lowering.loadInt32(runtime, offsetof(RuntimeEvents, classesChanged), Memory::World);
  if (auto changes = op->getParentOfType<py::FuncOp>()->getAttrOfType<mlir::IntegerAttr>(py::kClassChangesAttr))
    changed = b.CreateAnd(changed, b.getInt32(changes.getInt()));
  lowering.setResult(op.getResult(), b.CreateICmpEQ(changed, b.getInt32(0)));
}

template <class Op> uint64_t offsetOf(Op op) {
  uint64_t first = op.getDeclared()    ? kFirstDeclaredOffset
                   : op.getException() ? kFirstExceptionFieldOffset
                                       : kFirstFieldOffset;
  return first + op.getSlot() * sizeof(Value);
}

void lowerLoadField(FunctionLowering &lowering, py::LoadFieldOp op) {
  llvm::Value *object = lowering.pointer(lowering.operand(op.getObject()));
  llvm::Value *value = lowering.loadField(object, offsetOf(op), Memory::Slot);
  if (op.getOwned())
    lowering.retain(value);
  lowering.setResult(op.getValue(), value);
}

/// The word of a value, and its count, if it can have one.
llvm::Value *ownedWord(FunctionLowering &lowering, mlir::Value value) {
  llvm::Value *word = lowering.operand(value);
  if (value.getType().isF64())
    return boxFloat(lowering, word);
  if (value.getType().isInteger(64))
    return boxInt(lowering, word);
  if (!hasNoCount(lowering, value))
    lowering.retain(word);
  return word;
}

llvm::Value *loadFlags(FunctionLowering &lowering, llvm::Value *object) {
  return lowering.loadInt32(object, offsetof(Object, flags), Memory::Flags);
}

/// Whether no slot behind that one is filled, so that filling it keeps the order of the attributes (instance.h).
llvm::Value *isInOrder(FunctionLowering &lowering, llvm::Value *flags, uint32_t slot) {
  llvm::IRBuilder<> &b = lowering.builder;
  return b.CreateICmpUGE(b.getInt32(slot << kFilledShift), b.CreateAnd(flags, b.getInt32(kFilledMask)));
}

void lowerCanFillField(FunctionLowering &lowering, py::CanFillFieldOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *object = lowering.pointer(lowering.operand(op.getObject()));
  uint64_t first = op.getException() ? kFirstExceptionFieldOffset : kFirstFieldOffset;
  llvm::Value *old = lowering.loadField(object, first + op.getSlot() * sizeof(Value), Memory::Slot);
  llvm::BasicBlock *start = b.GetInsertBlock(), *unbound = lowering.newBlock(), *done = lowering.newBlock();
  b.CreateCondBr(b.CreateICmpEQ(old, lowering.word(0)), unbound, done);
  b.SetInsertPoint(unbound);
  llvm::Value *inOrder = isInOrder(lowering, loadFlags(lowering, object), op.getSlot());
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *result = b.CreatePHI(b.getInt1Ty(), 2);
  result->addIncoming(b.getTrue(), start);
  result->addIncoming(inOrder, unbound);
  lowering.setResult(op.getResult(), result);
}

void lowerStoreField(FunctionLowering &lowering, py::StoreFieldOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = lowering.operand(op.getObject()), *object = lowering.pointer(word);
  llvm::Value *value = ownedWord(lowering, op.getValue());
  llvm::Value *address = lowering.fieldAddress(object, offsetOf(op));
  bool isUncounted = op.getValue().getType().isF64() || hasNoCount(lowering, op.getValue());
  auto store = [&] {
    llvm::StoreInst *stored = b.CreateStore(value, address);
    lowering.tag(stored, Memory::Slot);
    if (isUncounted)
      stored->setMetadata(kUncounted, llvm::MDNode::get(stored->getContext(), {}));
  };
  llvm::Value *old = lowering.loadField(address, 0, Memory::Slot);
  if (op.getDeclared()) { // in no order
    store();
    op.getQuiet() ? lowering.releaseQuietly(old) : lowering.release(old);
    return;
  }
  llvm::BasicBlock *bound = lowering.newBlock(), *unbound = lowering.newBlock(), *done = lowering.newBlock();
  b.CreateCondBr(b.CreateICmpEQ(old, lowering.word(0)), unbound, bound);
  b.SetInsertPoint(unbound);
  llvm::Value *flags = loadFlags(lowering, object);
  if (!op.getFilling()) {
    llvm::BasicBlock *inOrder = lowering.newBlock(), *otherwise = lowering.newBlock();
    lowering.branchUnlikely(b.CreateNot(isInOrder(lowering, flags, op.getSlot())), otherwise, inOrder);
    b.SetInsertPoint(otherwise);
    lowering.call("store_slot", {word, lowering.word(op.getSlot()), value});
    lowering.release(value); // the slot has its own count
    b.CreateBr(done);
    b.SetInsertPoint(inOrder);
  }
  uint32_t filled = (op.getSlot() << kFilledShift) + (1u << kFilledShift);
  lowering.tag(b.CreateStore(b.CreateOr(b.CreateAnd(flags, b.getInt32(~uint32_t{kFilledMask})), b.getInt32(filled)),
                             lowering.fieldAddress(object, offsetof(Object, flags))),
               Memory::Flags);
  store();
  b.CreateBr(done);
  b.SetInsertPoint(bound);
  store();
  op.getQuiet() ? lowering.releaseQuietly(old) : lowering.release(old);
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void lowerTypeOf(FunctionLowering &lowering, py::TypeOfOp op) {
  lowering.setResult(op.getType(), typeOf(lowering, lowering.pointer(lowering.operand(op.getObject()))));
}

// What can be told at once comes first.
void lowerInstanceTest(FunctionLowering &lowering, py::InstanceTestOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *value = lowering.operand(op.getValue()), *type, *isExactly;
  if (auto known = mlir::dyn_cast<py::ClassAttr>(op.getType())) {
    type = knownClass(lowering, known);
    isExactly = isInstance(lowering, value, known);
  } else {
    llvm::StringRef symbol = mlir::cast<mlir::StringAttr>(op.getType()).getValue();
    type = lowering.symbolWord(symbol);
    isExactly = isObjectOf(lowering, value, type);
    if (symbol == "type_int")
      isExactly = b.CreateOr(isExactly, isInlineInt(b, value));
  }
  llvm::BasicBlock *exact = b.GetInsertBlock(), *other = lowering.newBlock(), *done = lowering.newBlock();
  b.CreateCondBr(isExactly, done, other);
  b.SetInsertPoint(other);
  llvm::Value *asked = lowering.call("test_instance", {value, type});
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *answer = b.CreatePHI(b.getInt32Ty(), 2);
  answer->addIncoming(b.getInt32(1), exact);
  answer->addIncoming(asked, other);
  lowering.setResult(op.getAnswer(), answer);
}

} // namespace

void registerInstances(HandlerTable &handlers) {
  handlers.add<py::RegisterClassOp, lowerRegisterClass>();
  handlers.add<py::TypeOfOp, lowerTypeOf>();
  handlers.add<py::InstanceTestOp, lowerInstanceTest>();
  handlers.add<py::IsInstanceOp, lowerIsInstance>();
  handlers.add<py::ClassesIntactOp, lowerClassesIntact>();
  handlers.add<py::LoadFieldOp, lowerLoadField>();
  handlers.add<py::CanFillFieldOp, lowerCanFillField>();
  handlers.add<py::StoreFieldOp, lowerStoreField>();
}

} // namespace molt::codegen
