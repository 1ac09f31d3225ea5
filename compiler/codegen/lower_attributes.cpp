// Attributes of instances. In hot code the place's cache (abi/object.h) is tested inline: for the type that it knows, at
// that type's version, the attribute is a word of the object. What the cache does not know, or what is unbound, is the
// entry point's, which fills the cache.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {

// Type version and kind are neighbours in the cache, and are compared as one word.
void requireCached(InlinePaths &paths, llvm::Value *object, llvm::Value *cache, uint32_t kind) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *type = typeOf(lowering, object);
  paths.require(b.CreateICmpEQ(type, lowering.loadField(cache, offsetof(AttributeCache, type))));
  llvm::Value *version =
      b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(lowering.pointer(type), offsetof(TypeHead, version)));
  llvm::Value *wanted = b.CreateOr(b.CreateZExt(version, b.getInt64Ty()), lowering.word(uint64_t{kind} << 32));
  paths.require(b.CreateICmpEQ(wanted, lowering.loadField(cache, offsetof(AttributeCache, typeVersion))));
}

// Without a dict (offset 0), or while it has not been made.
void requireUnshadowed(InlinePaths &paths, llvm::Value *object, llvm::Value *cache) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *offset = lowering.loadField(cache, offsetof(AttributeCache, offset));
  llvm::Value *dict = b.CreateLoad(b.getInt64Ty(), b.CreateGEP(b.getInt8Ty(), object, offset));
  paths.require(b.CreateOr(b.CreateICmpEQ(dict, lowering.word(0)), b.CreateICmpEQ(offset, lowering.word(0))));
}

namespace {

llvm::Value *slotAddress(FunctionLowering &lowering, llvm::Value *object, llvm::Value *cache) {
  return lowering.builder.CreateGEP(lowering.builder.getInt8Ty(), object,
                                    lowering.loadField(cache, offsetof(AttributeCache, offset)));
}

/// Where the object's dict has the attribute: in the entry where it was the last time. Else the slow way.
llvm::Value *placeInDict(InlinePaths &paths, llvm::Value *object, llvm::Value *cache, llvm::Value *name, bool isStored) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  requireCached(paths, object, cache, kDict);
  llvm::Value *offset = lowering.loadField(cache, offsetof(AttributeCache, offset));
  llvm::Value *inObject = b.CreateAnd(offset, lowering.word(UINT32_MAX)), *last = b.CreateLShr(offset, 32);
  llvm::Value *word = b.CreateLoad(b.getInt64Ty(), b.CreateGEP(b.getInt8Ty(), object, inObject));
  paths.require(b.CreateICmpNE(word, lowering.word(0)));
  llvm::Value *dict = lowering.pointer(word);
  llvm::Value *count = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(dict, offsetof(Dict, entryCount)));
  paths.require(b.CreateICmpULT(last, b.CreateZExt(count, b.getInt64Ty())));
  llvm::Value *entries = lowering.pointer(lowering.loadField(dict, offsetof(Dict, entries)));
  llvm::Value *entry = b.CreateGEP(b.getInt8Ty(), entries, b.CreateMul(last, lowering.word(sizeof(DictEntry))));
  paths.require(b.CreateICmpEQ(lowering.loadField(entry, offsetof(DictEntry, key)), name));
  if (isStored) {
    llvm::Value *flags = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(dict, offsetof(Object, flags)));
    paths.require(b.CreateICmpEQ(b.CreateAnd(flags, b.getInt32(kDictWatched)), b.getInt32(0)));
  }
  return lowering.fieldAddress(entry, offsetof(DictEntry, value));
}

void lowerGetFromDict(FunctionLowering &lowering, py::GetAttributeOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  llvm::Value *word = lowering.operand(op.getObject()), *cache = lowering.newAttributeCache();
  llvm::Value *name = lowering.strWord(op.getName());
  paths.require(isObject(lowering, word));
  llvm::Value *value =
      b.CreateLoad(b.getInt64Ty(), placeInDict(paths, lowering.pointer(word), cache, name, /*isStored=*/false));
  lowering.retain(value);
  paths.finish({value});
  paths.callSlow("get_attribute_py", {word, name, cache});
  lowering.setResult(op.getValue(), paths.join());
}

void lowerSetInDict(FunctionLowering &lowering, py::SetAttributeOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {});
  llvm::Value *word = lowering.operand(op.getObject()), *value = lowering.operand(op.getValue());
  llvm::Value *cache = lowering.newAttributeCache(), *name = lowering.strWord(op.getName());
  paths.require(isObject(lowering, word));
  llvm::Value *place = placeInDict(paths, lowering.pointer(word), cache, name, /*isStored=*/true);
  llvm::Value *old = b.CreateLoad(b.getInt64Ty(), place);
  lowering.retain(value);
  b.CreateStore(value, place);
  lowering.release(old);
  paths.finish({});
  paths.callSlow("set_attribute_py", {word, name, value, cache});
  paths.join();
}

void lowerGetAttribute(FunctionLowering &lowering, py::GetAttributeOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  if (op->hasAttr(py::kInDictAttr))
    return lowerGetFromDict(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  llvm::Value *word = lowering.operand(op.getObject()), *cache = lowering.newAttributeCache();
  paths.require(isObject(lowering, word));
  llvm::Value *object = lowering.pointer(word);
  requireCached(paths, object, cache, kSlot);
  llvm::Value *value = b.CreateLoad(b.getInt64Ty(), slotAddress(lowering, object, cache));
  paths.require(b.CreateICmpNE(value, lowering.word(0)));
  lowering.retain(value);
  paths.finish({value});
  paths.callSlow("get_attribute_py", {word, lowering.strWord(op.getName()), cache});
  lowering.setResult(op.getValue(), paths.join());
}

/// Whether a slot that is still unbound may be filled here: where that keeps the order of the attributes (instance.h).
void requireFillInOrder(InlinePaths &paths, llvm::Value *object, llvm::Value *cache) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *flagsAddress = lowering.fieldAddress(object, offsetof(Object, flags));
  llvm::Value *flags = b.CreateLoad(b.getInt32Ty(), flagsAddress);
  llvm::Value *slot = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(cache, offsetof(AttributeCache, value)));
  llvm::Value *place = b.CreateShl(slot, kFilledShift);
  paths.require(b.CreateICmpUGE(place, b.CreateAnd(flags, b.getInt32(kFilledMask))));
  llvm::Value *others = b.CreateAnd(flags, b.getInt32(~uint32_t{kFilledMask}));
  b.CreateStore(b.CreateOr(others, b.CreateAdd(place, b.getInt32(1u << kFilledShift))), flagsAddress);
}

void lowerSetAttribute(FunctionLowering &lowering, py::SetAttributeOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  if (op->hasAttr(py::kInDictAttr))
    return lowerSetInDict(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {});
  llvm::Value *word = lowering.operand(op.getObject()), *value = lowering.operand(op.getValue());
  llvm::Value *cache = lowering.newAttributeCache();
  paths.require(isObject(lowering, word));
  llvm::Value *object = lowering.pointer(word);
  requireCached(paths, object, cache, kSlotStore);
  llvm::Value *address = slotAddress(lowering, object, cache);
  llvm::Value *old = b.CreateLoad(b.getInt64Ty(), address);
  llvm::BasicBlock *bound = paths.fork(b.CreateICmpNE(old, lowering.word(0)));
  requireFillInOrder(paths, object, cache);
  lowering.retain(value);
  b.CreateStore(value, address);
  paths.finish({});
  paths.continueIn(bound);
  lowering.retain(value);
  b.CreateStore(value, address);
  lowering.release(old);
  paths.finish({});
  paths.callSlow("set_attribute_py", {word, lowering.strWord(op.getName()), value, cache});
  paths.join();
}

} // namespace

void registerAttributes(HandlerTable &handlers) {
  handlers.add<py::GetAttributeOp, lowerGetAttribute>();
  handlers.add<py::SetAttributeOp, lowerSetAttribute>();
}

} // namespace molt::codegen
