// Lengths, items and stores of lists, tuples and strs whose type and bounds the special form has tested.
#include "compiler/codegen/closures.h"
#include "compiler/codegen/inline_paths.h"

#include "abi/byte_array.h"

#include <llvm/IR/MDBuilder.h>

namespace molt::codegen {
namespace {

static_assert(offsetof(List, length) == offsetof(Tuple, length) && offsetof(List, length) == offsetof(Str, length) &&
              offsetof(List, length) == offsetof(Bytes, size));

/// No container has as many items as an address space has bytes.
llvm::Value *loadLength(FunctionLowering &lowering, llvm::Value *object, uint64_t offset) {
  llvm::Value *length = lowering.loadField(object, offset, Memory::Size);
  llvm::MDBuilder metadata(lowering.module().context());
  llvm::cast<llvm::LoadInst>(length)->setMetadata(
      llvm::LLVMContext::MD_range, metadata.createRange(llvm::APInt(64, 0), llvm::APInt(64, kPointerLimit)));
  return length;
}

void lowerLength(FunctionLowering &lowering, py::LengthOp op) {
  lowering.setResult(op.getResult(), loadLength(lowering, lowering.pointer(lowering.operand(op.getObject())), offsetof(List, length)));
}

void lowerDictLength(FunctionLowering &lowering, py::DictLengthOp op) {
  lowering.setResult(op.getResult(), loadLength(lowering, lowering.pointer(lowering.operand(op.getObject())), offsetof(Dict, used)));
}

// One comparison takes care of an index that is in bounds and not negative.
void lowerPlace(FunctionLowering &lowering, py::PlaceOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *index = lowering.operand(op.getIndex()), *length = lowering.operand(op.getLength());
  if (auto *literal = llvm::dyn_cast<llvm::ConstantInt>(index)) {
    bool isNegative = literal->isNegative();
    llvm::Value *place = isNegative ? b.CreateAdd(index, length) : index;
    lowering.setResult(op.getPlace(), place);
    lowering.setResult(op.getIsOutside(), b.CreateICmpUGE(place, length));
    return;
  }
  llvm::BasicBlock *start = b.GetInsertBlock(), *other = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpUGE(index, length), other, done);
  b.SetInsertPoint(other);
  llvm::Value *fromEnd = b.CreateAdd(index, length);
  llvm::Value *isOutside = b.CreateOr(b.CreateICmpSGE(index, lowering.word(0)), b.CreateICmpUGE(fromEnd, length));
  b.CreateBr(done);
  b.SetInsertPoint(done);
  auto join = [&](llvm::Value *usual, llvm::Value *unusual) {
    llvm::PHINode *phi = b.CreatePHI(usual->getType(), 2);
    phi->addIncoming(usual, start);
    phi->addIncoming(unusual, other);
    return phi;
  };
  lowering.setResult(op.getPlace(), join(index, fromEnd));
  lowering.setResult(op.getIsOutside(), join(b.getFalse(), isOutside));
}

llvm::Value *itemAddress(FunctionLowering &lowering, llvm::Value *items, llvm::Value *index) {
  return lowering.builder.CreateInBoundsGEP(lowering.builder.getInt64Ty(), items, index);
}

llvm::Value *listItemAddress(FunctionLowering &lowering, llvm::Value *list, llvm::Value *index) {
  llvm::Value *items = lowering.loadField(lowering.pointer(list), offsetof(List, items), Memory::Size);
  return itemAddress(lowering, lowering.pointer(items), index);
}

template <class Op> void finishItem(FunctionLowering &lowering, Op op, llvm::Value *address) {
  llvm::Value *item = lowering.loadField(address, 0, Memory::Slot);
  if (op.getOwned())
    lowering.retain(item);
  lowering.setResult(op.getItem(), item);
}

void lowerListItem(FunctionLowering &lowering, py::ListItemOp op) {
  llvm::Value *list = lowering.operand(op.getObject()), *index = lowering.operand(op.getIndex());
  finishItem(lowering, op, listItemAddress(lowering, list, index));
}

void lowerTupleItem(FunctionLowering &lowering, py::TupleItemOp op) {
  llvm::Value *tuple = lowering.operand(op.getObject()), *index = lowering.operand(op.getIndex());
  llvm::Value *items = lowering.fieldAddress(lowering.pointer(tuple), sizeof(Tuple));
  finishItem(lowering, op, itemAddress(lowering, items, index));
}

// The list holds the new item before the old one's __del__ may look at it.
void lowerSetListItem(FunctionLowering &lowering, py::SetListItemOp op) {
  llvm::Value *list = lowering.operand(op.getList()), *index = lowering.operand(op.getIndex());
  llvm::Value *value = lowering.operand(op.getValue());
  llvm::Value *address = listItemAddress(lowering, list, index);
  llvm::Value *old = lowering.loadField(address, 0, Memory::Slot);
  lowering.tag(lowering.builder.CreateStore(value, address), Memory::Slot);
  op.getQuiet() ? lowering.releaseQuietly(old) : lowering.release(old);
}

/// Turns round the items from `low` up to `high`, two places.
void reverseItems(FunctionLowering &lowering, llvm::Value *items, llvm::Value *low, llvm::Value *high) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::BasicBlock *start = b.GetInsertBlock(), *round = lowering.newBlock(), *done = lowering.newBlock();
  b.CreateCondBr(b.CreateICmpULT(low, high), round, done);
  b.SetInsertPoint(round);
  llvm::PHINode *left = b.CreatePHI(b.getInt64Ty(), 2), *right = b.CreatePHI(b.getInt64Ty(), 2);
  llvm::Value *first = itemAddress(lowering, items, left), *last = itemAddress(lowering, items, right);
  llvm::Value *item = lowering.loadField(first, 0, Memory::Slot), *other = lowering.loadField(last, 0, Memory::Slot);
  lowering.tag(b.CreateStore(other, first), Memory::Slot);
  lowering.tag(b.CreateStore(item, last), Memory::Slot);
  llvm::Value *nextLeft = b.CreateAdd(left, lowering.word(1)), *nextRight = b.CreateSub(right, lowering.word(1));
  left->addIncoming(low, start);
  left->addIncoming(nextLeft, round);
  right->addIncoming(high, start);
  right->addIncoming(nextRight, round);
  b.CreateCondBr(b.CreateICmpULT(nextLeft, nextRight), round, done);
  b.SetInsertPoint(done);
}

bool isLiteral(llvm::Value *value, int64_t number) {
  auto *literal = llvm::dyn_cast<llvm::ConstantInt>(value);
  return literal && literal->getSExtValue() == number;
}

// A part of a list that gets just itself, backwards (`a[:k] = a[k - 1::-1]`), is turned round in place: no count changes.
void lowerCopySlice(FunctionLowering &lowering, py::CopySliceOp op) {
  llvm::Value *step = lowering.operand(op.getStep());
  if (!lowering.isHot() || !isLiteral(step, -1))
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *list = lowering.operand(op.getList()), *source = lowering.operand(op.getSource());
  llvm::Value *start = lowering.operand(op.getStart()), *stop = lowering.operand(op.getStop());
  llvm::Value *from = lowering.operand(op.getFrom()), *to = lowering.operand(op.getTo());
  InlinePaths paths(lowering, op, {});
  paths.require(b.CreateICmpEQ(list, source));
  llvm::Value *length = loadLength(lowering, lowering.pointer(list), offsetof(List, length));
  llvm::Value *low = isLiteral(start, INT64_MIN) ? lowering.word(0) : start;
  llvm::Value *end = isLiteral(stop, INT64_MAX) ? length : stop;
  llvm::Value *high = b.CreateSub(end, lowering.word(1));
  paths.require(b.CreateICmpULE(end, length));
  paths.require(b.CreateICmpULT(low, end)); // both are no less than 0, then
  paths.require(b.CreateICmpEQ(from, high));
  bool isToFirst = isLiteral(to, INT64_MIN); // all down to place 0; another bound of -1 would be the last place
  paths.require(isToFirst ? b.CreateICmpEQ(low, lowering.word(0))
                          : b.CreateAnd(b.CreateICmpNE(low, lowering.word(0)),
                                        b.CreateICmpEQ(to, b.CreateSub(low, lowering.word(1)))));
  llvm::Value *items = lowering.loadField(lowering.pointer(list), offsetof(List, items), Memory::Size);
  reverseItems(lowering, lowering.pointer(items), low, high);
  paths.finish({});
  paths.callSlow("copy_slice_py", {list, start, stop, source, from, to, step});
  paths.join();
}

void lowerMakeTuple(FunctionLowering &lowering, py::MakeTupleOp op) {
  if (lowering.isHot() && isClosure(op))
    return makeClosure(lowering, op);
  if (op.getItems().size() != 2)
    return lowerEntryPoint(lowering, op);
  llvm::Value *first = lowering.operand(op.getItems()[0]), *second = lowering.operand(op.getItems()[1]);
  lowering.setResult(op.getResult(), lowering.call("make_pair", {first, second}));
}

void lowerListPop(FunctionLowering &lowering, py::ListPopOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *list = lowering.operand(op.getList());
  llvm::Value *last = b.CreateSub(loadLength(lowering, lowering.pointer(list), offsetof(List, length)), lowering.word(1));
  llvm::Value *item = lowering.loadField(listItemAddress(lowering, list, last), 0, Memory::Slot);
  lowering.tag(b.CreateStore(last, lowering.fieldAddress(lowering.pointer(list), offsetof(List, length))), Memory::Size);
  llvm::Value *capacity = lowering.loadField(lowering.pointer(list), offsetof(List, capacity), Memory::Size);
  llvm::Value *isSpacious = b.CreateAnd(b.CreateICmpULT(last, b.CreateLShr(capacity, 1)),
                                        b.CreateICmpUGT(capacity, lowering.word(kSmallListCapacity)));
  llvm::BasicBlock *spacious = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(isSpacious, spacious, done);
  b.SetInsertPoint(spacious);
  lowering.call("list_shrink", {list});
  b.CreateBr(done);
  b.SetInsertPoint(done);
  lowering.setResult(op.getItem(), item);
}

// ---- Compact lists --------------------------------------------------------------------------------------------------

void lowerAnyLength(FunctionLowering &lowering, py::AnyLengthOp op) {
  lowering.setResult(op.getResult(), loadAnyLength(lowering, lowering.pointer(lowering.operand(op.getList()))));
}

void lowerCompactLength(FunctionLowering &lowering, py::CompactLengthOp op) {
  lowering.setResult(op.getResult(), loadCompactLength(lowering, lowering.pointer(lowering.operand(op.getList()))));
}

void lowerCompactItem(FunctionLowering &lowering, py::CompactItemOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *list = lowering.pointer(lowering.operand(op.getList()));
  llvm::Value *address = compactItemAddress(lowering, list, lowering.operand(op.getIndex()));
  llvm::LoadInst *byte = lowering.tag(b.CreateLoad(b.getInt8Ty(), address), Memory::Bytes);
  byte->setMetadata(llvm::LLVMContext::MD_range, llvm::MDBuilder(lowering.module().context())
                                                     .createRange(llvm::APInt(8, 0), llvm::APInt(8, 2)));
  lowering.setResult(op.getItem(), b.CreateTrunc(byte, b.getInt1Ty()));
}

void lowerSetCompactItem(FunctionLowering &lowering, py::SetCompactItemOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *list = lowering.pointer(lowering.operand(op.getList()));
  llvm::Value *address = compactItemAddress(lowering, list, lowering.operand(op.getIndex()));
  lowering.tag(b.CreateStore(b.CreateZExt(lowering.operand(op.getItem()), b.getInt8Ty()), address), Memory::Bytes);
}

void lowerMakeOrdinary(FunctionLowering &lowering, py::MakeOrdinaryOp op) {
  if (!lowering.module().hasCompactLists())
    return;
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *list = lowering.operand(op.getList());
  llvm::Value *isCompact = b.CreateICmpNE(loadCompactLength(lowering, lowering.pointer(list)), lowering.word(0));
  llvm::BasicBlock *compact = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(isCompact, compact, done);
  b.SetInsertPoint(compact);
  lowering.call("make_ordinary", {list});
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void lowerExhausted(FunctionLowering &lowering, py::ExhaustedOp op) {
  lowering.setResult(op.getResult(), lowering.word(kExhaustedBits));
}

// ---- Bytes ----------------------------------------------------------------------------------------------------------

llvm::Value *byteAddress(FunctionLowering &lowering, llvm::Value *object, llvm::Value *index, bool isInArray) {
  llvm::IRBuilder<> &b = lowering.builder;
  object = lowering.pointer(object);
  llvm::Value *first = lowering.fieldAddress(object, sizeof(Bytes));
  if (isInArray) {
    llvm::Value *buffer = lowering.pointer(lowering.loadField(object, offsetof(ByteArray, buffer), Memory::Size));
    llvm::Value *start = lowering.loadField(object, offsetof(ByteArray, start), Memory::Size);
    first = b.CreateInBoundsGEP(b.getInt8Ty(), buffer, start);
  }
  return b.CreateInBoundsGEP(b.getInt8Ty(), first, index);
}

void lowerByte(FunctionLowering &lowering, py::ByteOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *address =
      byteAddress(lowering, lowering.operand(op.getObject()), lowering.operand(op.getIndex()), op.getInArray());
  llvm::LoadInst *byte = b.CreateLoad(b.getInt8Ty(), address);
  byte->setMetadata(llvm::LLVMContext::MD_tbaa, lowering.module().memoryTag(Memory::Bytes));
  lowering.setResult(op.getByte(), b.CreateZExt(byte, b.getInt64Ty()));
}

void lowerSetByte(FunctionLowering &lowering, py::SetByteOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *address = byteAddress(lowering, lowering.operand(op.getArray()), lowering.operand(op.getIndex()), true);
  llvm::StoreInst *store = b.CreateStore(b.CreateTrunc(lowering.operand(op.getByte()), b.getInt8Ty()), address);
  store->setMetadata(llvm::LLVMContext::MD_tbaa, lowering.module().memoryTag(Memory::Bytes));
}

} // namespace

llvm::Value *loadCompactLength(FunctionLowering &lowering, llvm::Value *list) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *capacity = lowering.loadField(list, offsetof(List, capacity), Memory::Size);
  return b.CreateBinaryIntrinsic(llvm::Intrinsic::smax, b.CreateNSWSub(lowering.word(0), capacity), lowering.word(0));
}

llvm::Value *loadAnyLength(FunctionLowering &lowering, llvm::Value *list) {
  llvm::Value *length = loadLength(lowering, list, offsetof(List, length));
  if (!lowering.module().hasCompactLists())
    return length;
  return lowering.builder.CreateAdd(length, loadCompactLength(lowering, list), "", /*HasNUW=*/true, /*HasNSW=*/true);
}

llvm::Value *compactItemAddress(FunctionLowering &lowering, llvm::Value *list, llvm::Value *index) {
  llvm::Value *bytes = lowering.pointer(lowering.loadField(list, offsetof(List, items), Memory::Size));
  return lowering.builder.CreateInBoundsGEP(lowering.builder.getInt8Ty(), bytes, index);
}

void registerSequences(HandlerTable &handlers) {
  handlers.add<py::LengthOp, lowerLength>();
  handlers.add<py::AnyLengthOp, lowerAnyLength>();
  handlers.add<py::CompactLengthOp, lowerCompactLength>();
  handlers.add<py::CompactItemOp, lowerCompactItem>();
  handlers.add<py::SetCompactItemOp, lowerSetCompactItem>();
  handlers.add<py::MakeOrdinaryOp, lowerMakeOrdinary>();
  handlers.add<py::DictLengthOp, lowerDictLength>();
  handlers.add<py::PlaceOp, lowerPlace>();
  handlers.add<py::ListItemOp, lowerListItem>();
  handlers.add<py::TupleItemOp, lowerTupleItem>();
  handlers.add<py::SetListItemOp, lowerSetListItem>();
  handlers.add<py::CopySliceOp, lowerCopySlice>();
  handlers.add<py::MakeTupleOp, lowerMakeTuple>();
  handlers.add<py::ByteOp, lowerByte>();
  handlers.add<py::SetByteOp, lowerSetByte>();
  handlers.add<py::ListPopOp, lowerListPop>();
  handlers.add<py::ExhaustedOp, lowerExhausted>();
}

} // namespace molt::codegen
