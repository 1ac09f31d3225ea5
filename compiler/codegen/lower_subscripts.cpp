// Subscripts, appends and lengths of the exact builtin sequences, by inline ints: a test of the type, one of the key and
// one of the bounds; and whether a small int is in a set, which is a bit there. Everything else (subclasses, slices, dicts,
// errors) is the entry point's.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

/// The place that a subscript means, counted from the end where it is negative; the slow way where there is none.
llvm::Value *requireIndex(InlinePaths &paths, llvm::Value *key, llvm::Value *length) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *index = intOfWord(lowering.builder, key);
  index = b.CreateSelect(b.CreateICmpSLT(index, lowering.word(0)), b.CreateAdd(index, length), index);
  paths.require(b.CreateICmpULT(index, length));
  return index;
}

/// Of a list, known to be one.
llvm::Value *requireListPlace(InlinePaths &paths, llvm::Value *list, llvm::Value *key) {
  FunctionLowering &lowering = paths.lowering();
  llvm::Value *index = requireIndex(paths, key, lowering.loadField(list, offsetof(List, length), Memory::Size));
  llvm::Value *items = lowering.pointer(lowering.loadField(list, offsetof(List, items), Memory::Size));
  return lowering.builder.CreateGEP(lowering.builder.getInt64Ty(), items, index);
}

/// Likewise of a list that is likely to be compact.
llvm::Value *requireCompactPlace(InlinePaths &paths, llvm::Value *list, llvm::Value *key) {
  llvm::Value *index = requireIndex(paths, key, loadCompactLength(paths.lowering(), list));
  return compactItemAddress(paths.lowering(), list, index);
}

void finishWithCompactItem(InlinePaths &paths, llvm::Value *list, llvm::Value *key) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *address = requireCompactPlace(paths, list, key);
  llvm::Value *byte = lowering.tag(b.CreateLoad(b.getInt8Ty(), address), Memory::Bytes);
  paths.finish({b.CreateSelect(b.CreateIsNotNull(byte), lowering.symbolWord("true"), lowering.symbolWord("false"))});
}

void finishWithItem(InlinePaths &paths, llvm::Value *address) {
  llvm::Value *item = paths.lowering().loadField(address, 0, Memory::Slot);
  paths.lowering().retain(item);
  paths.finish({item});
}

/// Of an ASCII str: one of the runtime's immortal strs of one character.
void finishWithCharacter(InlinePaths &paths, llvm::Value *str, llvm::Value *key) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *flags = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(str, offsetof(Object, flags)));
  paths.require(b.CreateICmpNE(b.CreateAnd(flags, b.getInt32(kStrAscii)), b.getInt32(0)));
  llvm::Value *index = requireIndex(paths, key, lowering.loadField(str, offsetof(Str, length), Memory::Size));
  paths.finish({asciiCharacter(lowering, loadAsciiCode(lowering, str, index))});
}

void lowerGetItem(FunctionLowering &lowering, py::GetItemOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = lowering.operand(op.getObject()), *key = lowering.operand(op.getKey());
  auto literal = llvm::dyn_cast<llvm::ConstantInt>(key);
  if (llvm::isa<llvm::Constant>(key) && !(literal && literal->getZExtValue() >= kIntTag))
    return lowerEntryPoint(lowering, op); // a constant key of another type
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  paths.require(isInlineInt(lowering.builder, key));
  paths.require(isObject(lowering, word));
  llvm::Value *object = lowering.pointer(word), *type = typeOf(lowering, object);
  llvm::BasicBlock *list = paths.fork(b.CreateICmpEQ(type, lowering.symbolWord("type_list")));
  llvm::BasicBlock *str = paths.fork(b.CreateICmpEQ(type, lowering.symbolWord("type_str")));
  paths.require(b.CreateICmpEQ(type, lowering.symbolWord("type_tuple")));
  llvm::Value *index = requireIndex(paths, key, lowering.loadField(object, offsetof(Tuple, length), Memory::Size));
  finishWithItem(paths, b.CreateGEP(b.getInt64Ty(), lowering.fieldAddress(object, sizeof(Tuple)), index));
  paths.continueIn(str);
  finishWithCharacter(paths, object, key);
  paths.continueIn(list);
  if (op->hasAttr(py::kCompactAttr))
    finishWithCompactItem(paths, object, key);
  else
    finishWithItem(paths, requireListPlace(paths, object, key));
  paths.callSlow("get_item_py", {word, key});
  lowering.setResult(op.getValue(), paths.join());
}

void lowerSetItem(FunctionLowering &lowering, py::SetItemOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = lowering.operand(op.getObject()), *key = lowering.operand(op.getKey());
  llvm::Value *value = lowering.operand(op.getValue());
  auto literal = llvm::dyn_cast<llvm::ConstantInt>(key);
  if (llvm::isa<llvm::Constant>(key) && !(literal && literal->getZExtValue() >= kIntTag))
    return lowerEntryPoint(lowering, op);
  InlinePaths paths(lowering, op, {});
  paths.require(isInlineInt(lowering.builder, key));
  requireExactly(paths, word, "type_list");
  if (op->hasAttr(py::kCompactAttr)) {
    llvm::Value *isTrue = b.CreateICmpEQ(value, lowering.symbolWord("true"));
    paths.require(b.CreateOr(isTrue, b.CreateICmpEQ(value, lowering.symbolWord("false"))));
    llvm::Value *place = requireCompactPlace(paths, lowering.pointer(word), key);
    lowering.tag(b.CreateStore(b.CreateZExt(isTrue, b.getInt8Ty()), place), Memory::Bytes);
    paths.finish({});
    paths.callSlow("set_item_py", {word, key, value});
    paths.join();
    return;
  }
  llvm::Value *place = requireListPlace(paths, lowering.pointer(word), key);
  llvm::Value *old = lowering.loadField(place, 0, Memory::Slot);
  lowering.retain(value);
  lowering.tag(b.CreateStore(value, place), Memory::Slot);
  lowering.release(old);
  paths.finish({});
  paths.callSlow("set_item_py", {word, key, value});
  paths.join();
}

void lowerListAppendOp(FunctionLowering &lowering, py::ListAppendOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  lowerListAppend(lowering, lowering.operand(op.getList()), lowering.operand(op.getItem()));
}

// Where both are likely enough that the test is worth its code.
bool asksSetForInt(py::ContainsOp op) {
  py::Kinds container = py::likelyKinds(op.getContainer());
  bool isPerhapsSet = container == py::Kinds() || container.is(py::Kind::Other);
  return isPerhapsSet && !op.getContainer().getDefiningOp<py::ConstantOp>() &&
         (op.getItem().getDefiningOp<py::BoxIntOp>() || py::likelyKinds(op.getItem()).is(py::Kind::Int));
}

void lowerContains(FunctionLowering &lowering, py::ContainsOp op) {
  if (!lowering.isHot() || lowering.module().options().target != Target::Native || !asksSetForInt(op))
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *container = lowering.operand(op.getContainer()), *item = lowering.operand(op.getItem());
  InlinePaths paths(lowering, op, {b.getInt1Ty()});
  paths.require(isInlineInt(b, item));
  requireExactly(paths, container, "is_set");
  llvm::Value *set = lowering.pointer(container);
  llvm::Value *flags = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(set, offsetof(Object, flags)));
  paths.require(b.CreateICmpEQ(b.CreateAnd(flags, b.getInt32(kSetOtherKeys)), b.getInt32(0)));
  llvm::Value *place = b.CreateSub(intOfWord(b, item), lowering.word(kSmallIntsFrom));
  paths.require(b.CreateICmpULT(place, lowering.word(kSmallIntCount)));
  llvm::Value *words = lowering.fieldAddress(set, offsetof(SetHead, smallInts));
  llvm::Value *bits = lowering.loadField(b.CreateGEP(b.getInt64Ty(), words, b.CreateLShr(place, 6)), 0);
  paths.finish({b.CreateTrunc(b.CreateLShr(bits, b.CreateAnd(place, 63)), b.getInt1Ty())});
  paths.beginSlow();
  llvm::Value *answer = lowering.call("contains_py", {container, item});
  lowering.branchIfRaised(op, b.CreateICmpSLT(answer, b.getInt32(0)));
  paths.finish({b.CreateICmpSGT(answer, b.getInt32(0))});
  lowering.setResult(op.getResult(), paths.join());
}

} // namespace

void lowerListAppend(FunctionLowering &lowering, llvm::Value *word, llvm::Value *item) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *list = lowering.pointer(word);
  llvm::Value *length = lowering.loadField(list, offsetof(List, length), Memory::Size);
  llvm::BasicBlock *room = lowering.newBlock(), *full = lowering.newBlock(), *done = lowering.newBlock();
  llvm::Value *capacity = lowering.loadField(list, offsetof(List, capacity), Memory::Size); // below 0 of a compact list
  lowering.branchUnlikely(b.CreateICmpSGE(length, capacity), full, room);
  b.SetInsertPoint(room);
  lowering.retain(item);
  llvm::Value *items = lowering.pointer(lowering.loadField(list, offsetof(List, items), Memory::Size));
  lowering.tag(b.CreateStore(item, b.CreateGEP(b.getInt64Ty(), items, length)), Memory::Slot);
  llvm::Value *longer = b.CreateAdd(length, lowering.word(1));
  lowering.tag(b.CreateStore(longer, lowering.fieldAddress(list, offsetof(List, length))), Memory::Size);
  b.CreateBr(done);
  b.SetInsertPoint(full);
  lowering.call("list_append", {word, item});
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void finishWithLength(InlinePaths &paths, llvm::Value *container) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  paths.require(isObject(lowering, container));
  llvm::Value *object = lowering.pointer(container), *type = typeOf(lowering, object);
  auto is = [&](llvm::StringRef name) { return b.CreateICmpEQ(type, lowering.symbolWord(name)); };
  llvm::BasicBlock *list = lowering.module().hasCompactLists() ? paths.fork(is("type_list")) : nullptr;
  llvm::BasicBlock *sequence = paths.fork(b.CreateOr(b.CreateOr(is("type_list"), is("type_str")), is("type_tuple")));
  paths.require(is("type_dict"));
  paths.finish({wordOfInt(lowering, lowering.loadField(object, offsetof(Dict, used)))});
  paths.continueIn(sequence);
  paths.finish({wordOfInt(lowering, lowering.loadField(object, offsetof(List, length), Memory::Size))});
  if (list) {
    paths.continueIn(list);
    paths.finish({wordOfInt(lowering, loadAnyLength(lowering, object))});
  }
}

void registerSubscripts(HandlerTable &handlers) {
  handlers.add<py::GetItemOp, lowerGetItem>();
  handlers.add<py::SetItemOp, lowerSetItem>();
  handlers.add<py::ListAppendOp, lowerListAppendOp>();
  handlers.add<py::ContainsOp, lowerContains>();
}

} // namespace molt::codegen
