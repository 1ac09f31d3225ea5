// The steps of the iterators that most loops have, over lists, tuples and ranges of inline ints, and the unpacking of exact
// tuples. The last step, which ends an iterator, is the entry point's. No safe point is needed here: every loop polls.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

llvm::Value *itemsOfList(FunctionLowering &lowering, llvm::Value *list) {
  return lowering.pointer(lowering.loadField(list, offsetof(List, items)));
}
llvm::Value *itemsOfTuple(FunctionLowering &lowering, llvm::Value *tuple) {
  return lowering.fieldAddress(tuple, sizeof(Tuple));
}

/// `items`: where those of the sequence are. List and tuple have their length in one place.
template <class Items> void finishWithItem(InlinePaths &paths, llvm::Value *iterator, Items items) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = lowering.loadField(iterator, offsetof(SequenceIterator, sequence));
  paths.require(b.CreateICmpNE(word, lowering.word(0)));
  llvm::Value *sequence = lowering.pointer(word);
  llvm::Value *index = lowering.loadField(iterator, offsetof(SequenceIterator, index));
  paths.require(b.CreateICmpULT(index, lowering.loadField(sequence, offsetof(List, length))));
  llvm::Value *item = b.CreateLoad(b.getInt64Ty(), b.CreateGEP(b.getInt64Ty(), items(lowering, sequence), index));
  b.CreateStore(b.CreateAdd(index, lowering.word(1)),
                lowering.fieldAddress(iterator, offsetof(SequenceIterator, index)));
  lowering.retain(item);
  paths.finish({item});
}

void finishWithRangeItem(InlinePaths &paths, llvm::Value *iterator) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *remaining = lowering.loadField(iterator, offsetof(RangeIterator, remaining));
  paths.require(b.CreateICmpNE(remaining, lowering.word(0)));
  llvm::Value *current = lowering.loadField(iterator, offsetof(RangeIterator, current));
  llvm::Value *next = b.CreateAdd(current, lowering.loadField(iterator, offsetof(RangeIterator, step)));
  b.CreateStore(next, lowering.fieldAddress(iterator, offsetof(RangeIterator, current)));
  b.CreateStore(b.CreateSub(remaining, lowering.word(1)),
                lowering.fieldAddress(iterator, offsetof(RangeIterator, remaining)));
  paths.finish({wordOfInt(lowering, current)});
}

// An iterator is never an inline number: py.get_iterator sees to it.
void lowerIteratorNext(FunctionLowering &lowering, py::IteratorNextOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  llvm::Value *word = lowering.operand(op.getIterator()), *iterator = lowering.pointer(word);
  llvm::Value *type = typeOf(lowering, iterator);
  llvm::BasicBlock *list = paths.fork(b.CreateICmpEQ(type, lowering.symbolWord("type_list_iterator")));
  llvm::BasicBlock *range = paths.fork(b.CreateICmpEQ(type, lowering.symbolWord("type_range_iterator")));
  paths.require(b.CreateICmpEQ(type, lowering.symbolWord("type_tuple_iterator")));
  finishWithItem(paths, iterator, itemsOfTuple);
  paths.continueIn(range);
  finishWithRangeItem(paths, iterator);
  paths.continueIn(list);
  finishWithItem(paths, iterator, itemsOfList);
  paths.callSlow("iterator_next_py", {word});
  lowering.setResult(op.getItem(), paths.join());
}

void lowerUnpack(FunctionLowering &lowering, py::UnpackOp op) {
  unsigned count = op.getItems().size();
  constexpr unsigned kMost = 4; // more are rare, and long
  if (!lowering.isHot() || count == 0 || count > kMost)
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, llvm::SmallVector<llvm::Type *, kMost>(count, b.getInt64Ty()));
  llvm::Value *word = lowering.operand(op.getValue());
  requireExactly(paths, word, "type_tuple");
  llvm::Value *tuple = lowering.pointer(word);
  paths.require(b.CreateICmpEQ(lowering.loadField(tuple, offsetof(Tuple, length)), lowering.word(count)));
  llvm::SmallVector<llvm::Value *, kMost> items;
  auto loadItems = [&](llvm::Value *first) {
    items.clear();
    for (unsigned index = 0; index < count; ++index)
      items.push_back(lowering.loadField(first, index * sizeof(Value)));
  };
  loadItems(lowering.fieldAddress(tuple, sizeof(Tuple)));
  for (llvm::Value *item : items)
    lowering.retain(item);
  paths.finish(items);
  paths.beginSlow();
  llvm::Value *array = lowering.stackWords(count);
  for (unsigned index = 0; index < count; ++index)
    b.CreateStore(lowering.word(0), lowering.fieldAddress(array, index * sizeof(Value)));
  llvm::Value *done = lowering.call("unpack_py", {word, lowering.word(count), array});
  lowering.branchIfRaised(op, b.CreateICmpEQ(done, b.getInt32(0)));
  loadItems(array);
  paths.finish(items);
  for (unsigned index = 0; index < count; ++index)
    lowering.setResult(op.getItems()[index], paths.join(index));
}

} // namespace

void registerIteration(HandlerTable &handlers) {
  handlers.add<py::IteratorNextOp, lowerIteratorNext>();
  handlers.add<py::UnpackOp, lowerUnpack>();
}

} // namespace molt::codegen
