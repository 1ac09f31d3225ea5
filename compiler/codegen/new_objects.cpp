#include "compiler/codegen/new_objects.h"

#include "compiler/codegen/replace_instances.h"

#include <llvm/IR/MDBuilder.h>

namespace molt::codegen {
namespace {

/// Memory for an object of that size that the collector is to visit; the pointer is like malloc's. `runtime`: RuntimeEvents.
llvm::Function *cellTaker(ModuleLowering &module, MadeOf madeOf, uint64_t size) {
  llvm::StringRef prefix = madeOf == MadeOf::BuiltinType ? kBuiltinCellTaker : kCellTaker;
  std::string name = (prefix + std::to_string(size)).str();
  if (llvm::Function *known = module.module().getFunction(name))
    return known;
  llvm::LLVMContext &context = module.context();
  llvm::Type *address = llvm::PointerType::get(context, 0);
  auto *taker = llvm::Function::Create(llvm::FunctionType::get(address, {address}, false), llvm::GlobalValue::InternalLinkage,
                                       name, module.module());
  taker->setDoesNotThrow();
  taker->addRetAttr(llvm::Attribute::NoAlias);
  taker->addRetAttr(llvm::Attribute::NonNull);
  llvm::IRBuilder<> b(context);
  auto block = [&](const char *name) { return llvm::BasicBlock::Create(context, name, taker); };
  llvm::BasicBlock *start = block("start"), *quick = block("quick"), *slow = block("slow"), *taken = block("taken"),
                   *many = block("many"), *done = block("done");
  auto field = [&](llvm::Value *object, uint64_t offset) {
    return b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), object, offset);
  };
  auto pointerAt = [&](llvm::Value *object, uint64_t offset) {
    return b.CreateIntToPtr(b.CreateLoad(b.getInt64Ty(), field(object, offset)), address);
  };
  llvm::MDNode *rare = llvm::MDBuilder(context).createUnlikelyBranchWeights();
  llvm::Value *runtime = taker->getArg(0);
  b.SetInsertPoint(start);
  llvm::Value *pages = pointerAt(runtime, offsetof(RuntimeEvents, cellPages));
  llvm::Value *page = pointerAt(pages, size / kSizeClassStep * sizeof(Ptr<CellPage>));
  llvm::Value *cell = pointerAt(page, offsetof(CellPage, freeCells));
  b.CreateCondBr(b.CreateIsNull(cell), slow, quick, rare);
  b.SetInsertPoint(quick);
  llvm::Value *next = b.CreateLoad(b.getInt64Ty(), field(cell, offsetof(FreeCell, next)));
  b.CreateStore(next, field(page, offsetof(CellPage, freeCells)));
  llvm::Value *live = field(page, offsetof(CellPage, liveCells));
  b.CreateStore(b.CreateAdd(b.CreateLoad(b.getInt32Ty(), live), b.getInt32(1)), live);
  b.CreateBr(taken);
  b.SetInsertPoint(slow);
  llvm::Value *other = b.CreateCall(module.entryFunction(*findEntryPoint("take_cell")), {b.getInt64(size)});
  b.CreateBr(taken);
  b.SetInsertPoint(taken);
  llvm::PHINode *result = b.CreatePHI(address, 2);
  result->addIncoming(cell, quick);
  result->addIncoming(other, slow);
  llvm::Value *growth = field(runtime, offsetof(RuntimeEvents, trackedGrowth));
  llvm::Value *more = b.CreateAdd(b.CreateLoad(b.getInt64Ty(), growth), b.getInt64(1));
  b.CreateStore(more, growth);
  llvm::Value *limit = b.CreateLoad(b.getInt64Ty(), field(runtime, offsetof(RuntimeEvents, collectionThreshold)));
  b.CreateCondBr(b.CreateICmpSGT(more, limit), many, done, rare);
  b.SetInsertPoint(many);
  b.CreateCall(module.entryFunction(*findEntryPoint("want_collection")));
  b.CreateBr(done);
  b.SetInsertPoint(done);
  b.CreateRet(result);
  return taker;
}

} // namespace

llvm::CallInst *makeObject(FunctionLowering &lowering, MadeOf madeOf, llvm::Value *type, uint64_t size) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::CallInst *object =
      b.CreateCall(cellTaker(lowering.module(), madeOf, cellSize(size)), {lowering.moduleArray(offsetof(Module, runtime))});
  lowering.module().refcountHelper("release_py"); // kRelease, which ReplaceInstancesPass calls
  // That the runtime may now want a collection is early enough known in the next round of a loop or the next function.
  object->setMemoryEffects(llvm::MemoryEffects::inaccessibleMemOnly());
  lowering.tag(b.CreateStore(type, object), Memory::Type);
  lowering.tag(b.CreateStore(b.getInt32(1), lowering.fieldAddress(object, offsetof(Object, refcount))), Memory::Count);
  lowering.tag(b.CreateStore(b.getInt32(kTracked), lowering.fieldAddress(object, offsetof(Object, flags))), Memory::Flags);
  return object;
}

llvm::Value *wordOf(FunctionLowering &lowering, llvm::CallInst *object) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = b.CreatePtrToInt(object, b.getInt64Ty());
  b.CreateAssumption(lowering.isPointer(word));
  return word;
}

} // namespace molt::codegen
