// Functions and the variables that they share, made inline in hot code: a cell each, a tuple of the cells, and the function. One
// that is only called, where the call is inlined, is then never made (ReplaceInstancesPass).
#include "compiler/codegen/closures.h"

#include "compiler/codegen/inline_paths.h"
#include "compiler/codegen/new_objects.h"
#include "compiler/codegen/replace_instances.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

void storeField(FunctionLowering &lowering, llvm::Value *object, uint64_t offset, llvm::Value *word, Memory memory,
                bool isUncounted = false) {
  llvm::StoreInst *stored = lowering.builder.CreateStore(word, lowering.fieldAddress(object, offset));
  lowering.tag(stored, memory);
  if (isUncounted)
    stored->setMetadata(kUncounted, llvm::MDNode::get(stored->getContext(), {}));
}

/// Counts a reference to an object that is not immortal: a module, a cell, what has been made here.
void retainObject(FunctionLowering &lowering, llvm::Value *word) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *address = lowering.fieldAddress(lowering.pointer(word), offsetof(Object, refcount));
  lowering.tag(b.CreateStore(b.CreateAdd(lowering.loadInt32(address, 0, Memory::Count), b.getInt32(1)), address), Memory::Count);
}

/// Nulls, of which each is a value.
void storeNulls(FunctionLowering &lowering, llvm::Value *object, uint64_t from, uint64_t to) {
  llvm::IRBuilder<> &b = lowering.builder;
  auto *words = llvm::FixedVectorType::get(b.getInt64Ty(), (to - from) / sizeof(Value));
  llvm::Value *address = lowering.fieldAddress(object, from);
  lowering.tag(b.CreateAlignedStore(llvm::Constant::getNullValue(words), address, llvm::Align(sizeof(Value))), Memory::World);
}

/// Stores a value, of which it takes a count.
void storeValue(FunctionLowering &lowering, llvm::Value *object, uint64_t offset, mlir::Value value, Memory memory) {
  llvm::Value *word = lowering.operand(value);
  bool isUncounted = hasNoCount(lowering, value);
  if (!isUncounted)
    lowering.retain(word);
  storeField(lowering, object, offset, word, memory, isUncounted);
}

void lowerMakeCell(FunctionLowering &lowering, py::MakeCellOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::CallInst *cell = makeObject(lowering, MadeOf::BuiltinType, lowering.symbolWord("type_cell"), sizeof(Cell));
  if (op.getContent())
    storeValue(lowering, cell, offsetof(Cell, content), op.getContent(), Memory::Slot);
  else
    storeField(lowering, cell, offsetof(Cell, content), lowering.word(0), Memory::Slot);
  lowering.setResult(op.getCell(), wordOf(lowering, cell));
}

/// The value of __module__: null stands for what the module was made with; else a count of its own.
llvm::Value *moduleName(FunctionLowering &lowering) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *module = lowering.pointer(lowering.moduleWord());
  llvm::Value *isFirst = lowering.loadField(module, offsetof(Module, hasFirstName), Memory::World);
  llvm::BasicBlock *start = b.GetInsertBlock(), *other = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpEQ(isFirst, lowering.word(0)), other, done);
  b.SetInsertPoint(other);
  llvm::Value *name = lowering.call("name_for_function", {lowering.moduleWord()});
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *result = b.CreatePHI(b.getInt64Ty(), 2);
  result->addIncoming(lowering.word(0), start);
  result->addIncoming(name, other);
  return result;
}

void lowerMakeFunction(FunctionLowering &lowering, py::MakeFunctionOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::Value *code = lowering.constantWord(lowering.module().code(op.getFunctionAttr().getAttr()));
  llvm::Value *module = lowering.moduleWord(), *name = moduleName(lowering);
  llvm::CallInst *function = makeObject(lowering, MadeOf::BuiltinType, lowering.symbolWord("type_function"), sizeof(Function));
  auto store = [&](uint64_t offset, llvm::Value *word) { storeField(lowering, function, offset, word, Memory::World); };
  store(offsetof(Function, code), code);
  retainObject(lowering, module);
  store(offsetof(Function, module), module);
  mlir::Value closure = op.getClosure();
  if (closure)
    retainObject(lowering, lowering.operand(closure));
  store(offsetof(Function, closure), closure ? lowering.operand(closure) : lowering.word(0));
  storeNulls(lowering, function, offsetof(Function, defaults), offsetof(Function, moduleName));
  if (op.getDefaults())
    storeValue(lowering, function, offsetof(Function, defaults), op.getDefaults(), Memory::World);
  if (op.getKeywordDefaults())
    storeValue(lowering, function, offsetof(Function, keywordDefaults), op.getKeywordDefaults(), Memory::World);
  store(offsetof(Function, moduleName), name);
  storeNulls(lowering, function, offsetof(Function, annotations), sizeof(Function));
  lowering.setResult(op.getResult(), wordOf(lowering, function));
}

} // namespace

bool isClosure(py::MakeTupleOp op) {
  bool isAny = false;
  for (mlir::Operation *user : op.getResult().getUsers()) {
    auto made = mlir::dyn_cast<py::MakeFunctionOp>(user);
    if (!mlir::isa<py::ReleaseOp>(user) && (!made || made.getClosure() != op.getResult()))
      return false;
    isAny |= bool(made);
  }
  return isAny;
}

// All of them are tracked, so the tuple is.
void makeClosure(FunctionLowering &lowering, py::MakeTupleOp op) {
  unsigned count = op.getItems().size();
  llvm::CallInst *tuple = makeObject(lowering, MadeOf::BuiltinType, lowering.symbolWord("type_tuple"),
                                     sizeof(Tuple) + (count | 1) * sizeof(Value));
  storeField(lowering, tuple, offsetof(Tuple, length), lowering.word(count), Memory::Size);
  for (auto [index, cell] : llvm::enumerate(op.getItems())) {
    retainObject(lowering, lowering.operand(cell));
    storeField(lowering, tuple, sizeof(Tuple) + index * sizeof(Value), lowering.operand(cell), Memory::World);
  }
  lowering.setResult(op.getResult(), wordOf(lowering, tuple));
}

void registerClosures(HandlerTable &handlers) {
  handlers.add<py::MakeCellOp, lowerMakeCell>();
  handlers.add<py::MakeFunctionOp, lowerMakeFunction>();
}

} // namespace molt::codegen
