// Reference counts. Values that never have one (constants, True and False) cost nothing. In the release profile the
// common cases are inline in hot code: a test for a pointer, one for immortality, and the count itself. Elsewhere a helper
// does the same; the dev profile calls the runtime.
#include "compiler/codegen/inline_paths.h"
#include "compiler/codegen/replace_instances.h"

#include "abi/object.h"

namespace molt::codegen {

bool hasNoCount(FunctionLowering &lowering, mlir::Value value) {
  mlir::Operation *op = value.getDefiningOp();
  if (mlir::isa_and_nonnull<py::BoxBoolOp, py::BoxFloatOp, py::AsciiCharacterOp, py::ExhaustedOp, py::NullOp>(op))
    return true;
  auto constant = mlir::dyn_cast_or_null<py::ConstantOp>(op);
  return constant && lowering.constants().get(constant.getValue());
}

namespace {

void lowerRetain(FunctionLowering &lowering, py::RetainOp op) {
  llvm::Value *value = lowering.operand(op.getValue());
  lowering.setResult(op.getOwned(), value);
  if (!hasNoCount(lowering, op.getValue()))
    lowering.retain(value);
}

void lowerRelease(FunctionLowering &lowering, py::ReleaseOp op) {
  if (!hasNoCount(lowering, op.getValue()))
    lowering.release(lowering.operand(op.getValue()));
}

llvm::Value *countAddress(FunctionLowering &lowering, llvm::Value *value) {
  return lowering.fieldAddress(lowering.pointer(value), offsetof(Object, refcount));
}

} // namespace

llvm::Value *FunctionLowering::isPointer(llvm::Value *value) {
  return builder.CreateICmpULT(builder.CreateSub(value, word(1)), word(kPointerLimit - 1));
}

// LLVM's constants are numbers and static data.
void FunctionLowering::retain(llvm::Value *value) {
  if (llvm::isa<llvm::Constant>(value))
    return;
  if (!isHot_) {
    callHelper("retain", value);
    return;
  }
  llvm::BasicBlock *object = newBlock(), *mortal = newBlock(), *done = newBlock();
  builder.CreateCondBr(isPointer(value), object, done);
  builder.SetInsertPoint(object);
  llvm::Value *address = countAddress(*this, value);
  llvm::Value *count = loadInt32(address, 0, Memory::Count);
  builder.CreateCondBr(builder.CreateICmpSGE(count, builder.getInt32(0)), mortal, done);
  builder.SetInsertPoint(mortal);
  tag(builder.CreateStore(builder.CreateAdd(count, builder.getInt32(1)), address), Memory::Count);
  builder.CreateBr(done);
  builder.SetInsertPoint(done);
}

void FunctionLowering::releaseQuietly(llvm::Value *value) {
  if (llvm::isa<llvm::Constant>(value))
    return;
  llvm::BasicBlock *object = newBlock(), *shared = newBlock(), *done = newBlock();
  builder.CreateCondBr(isPointer(value), object, done);
  builder.SetInsertPoint(object);
  llvm::Value *address = countAddress(*this, value), *count = loadInt32(address, 0, Memory::Count);
  builder.CreateCondBr(builder.CreateICmpSGT(count, builder.getInt32(1)), shared, done);
  builder.SetInsertPoint(shared);
  tag(builder.CreateStore(builder.CreateSub(count, builder.getInt32(1)), address), Memory::Count);
  builder.CreateBr(done);
  builder.SetInsertPoint(done);
}

llvm::Value *FunctionLowering::isLastReference(llvm::Value *value) {
  llvm::BasicBlock *start = builder.GetInsertBlock(), *object = newBlock(), *done = newBlock();
  builder.CreateCondBr(isPointer(value), object, done);
  builder.SetInsertPoint(object);
  llvm::Value *count = loadInt32(countAddress(*this, value), 0, Memory::Count);
  llvm::Value *isOne = builder.CreateICmpEQ(count, builder.getInt32(1));
  builder.CreateBr(done);
  builder.SetInsertPoint(done);
  llvm::PHINode *result = builder.CreatePHI(builder.getInt1Ty(), 2);
  result->addIncoming(builder.getFalse(), start);
  result->addIncoming(isOne, object);
  return result;
}

void FunctionLowering::release(llvm::Value *value) {
  if (llvm::isa<llvm::Constant>(value))
    return;
  if (!isHot_) {
    callHelper("release_py", value);
    return;
  }
  llvm::BasicBlock *object = newBlock(), *shared = newBlock(), *other = newBlock(), *done = newBlock();
  builder.CreateCondBr(isPointer(value), object, done);
  builder.SetInsertPoint(object);
  llvm::Value *address = countAddress(*this, value);
  llvm::Value *count = loadInt32(address, 0, Memory::Count);
  builder.CreateCondBr(builder.CreateICmpSGT(count, builder.getInt32(1)), shared, other);
  builder.SetInsertPoint(shared);
  tag(builder.CreateStore(builder.CreateSub(count, builder.getInt32(1)), address), Memory::Count);
  builder.CreateBr(done);
  builder.SetInsertPoint(other);
  llvm::BasicBlock *last = newBlock();
  builder.CreateCondBr(builder.CreateICmpEQ(count, builder.getInt32(1)), last, done); // or immortal
  builder.SetInsertPoint(last);
  llvm::Function *helper = module_.lastReleaseHelper();
  builder.CreateCall(helper, {value})->setCallingConv(helper->getCallingConv());
  builder.CreateBr(done);
  builder.SetInsertPoint(done);
}

// Out of line, but in this module, and with a calling convention that keeps the caller's registers: the whole test, and
// the entry point for the rare case.
void FunctionLowering::callHelper(llvm::StringRef entry, llvm::Value *value) {
  if (!isRelease() || isPlain_) {
    call(entry, {value});
    return;
  }
  llvm::Function *helper = module_.refcountHelper(entry);
  builder.CreateCall(helper, {value})->setCallingConv(helper->getCallingConv());
}

static llvm::Function *makeRegisterKeepingHelper(llvm::Module &module, llvm::StringRef name) {
  llvm::LLVMContext &context = module.getContext();
  auto *type = llvm::FunctionType::get(llvm::Type::getVoidTy(context), {llvm::Type::getInt64Ty(context)}, false);
  auto *helper = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage, name, module);
  helper->setCallingConv(llvm::CallingConv::PreserveMost);
  helper->setDoesNotThrow();
  helper->addFnAttr(llvm::Attribute::NoInline);
  return helper;
}

// The entry point, which may use any register. Apart from release_py's helper, which so has nothing to save.
llvm::Function *ModuleLowering::lastReleaseHelper() {
  if (llvm::Function *known = module_.getFunction(kLastRelease))
    return known;
  llvm::Function *helper = makeRegisterKeepingHelper(module_, kLastRelease);
  llvm::IRBuilder<> b(llvm::BasicBlock::Create(context(), "", helper));
  b.CreateCall(entryFunction(*findEntryPoint("destroy_py")), {helper->getArg(0)});
  b.CreateRetVoid();
  return helper;
}

llvm::Function *ModuleLowering::refcountHelper(llvm::StringRef entry) {
  std::string name = ("molt." + entry).str();
  if (llvm::Function *known = module_.getFunction(name))
    return known;
  llvm::IRBuilder<> b(context());
  llvm::Function *helper = makeRegisterKeepingHelper(module_, name);
  bool isRelease = entry == "release_py";
  auto block = [&] { return llvm::BasicBlock::Create(context(), "", helper); };
  llvm::BasicBlock *start = block(), *maybe = block(), *object = block(), *change = block(), *rare = isRelease ? block() : nullptr,
                   *last = isRelease ? block() : nullptr, *done = block();
  llvm::Value *value = helper->getArg(0);
  b.SetInsertPoint(start);
  // Two tests: a shift and a compare need no constant in a register.
  b.CreateCondBr(b.CreateICmpULT(value, b.getInt64(kPointerLimit)), maybe, done);
  b.SetInsertPoint(maybe);
  b.CreateCondBr(b.CreateICmpNE(value, b.getInt64(0)), object, done);
  b.SetInsertPoint(object);
  llvm::Value *address = b.CreateConstInBoundsGEP1_64(
      b.getInt8Ty(), b.CreateIntToPtr(value, b.getPtrTy()), offsetof(Object, refcount));
  llvm::Value *count = b.CreateLoad(b.getInt32Ty(), address);
  // Counts from kImmortal on are negative when signed.
  b.CreateCondBr(b.CreateICmpSGT(count, b.getInt32(isRelease ? 1 : -1)), change, isRelease ? rare : done);
  b.SetInsertPoint(change);
  b.CreateStore(b.CreateAdd(count, b.getInt32(isRelease ? -1 : 1)), address);
  b.CreateBr(done);
  if (isRelease) {
    b.SetInsertPoint(rare);
    b.CreateCondBr(b.CreateICmpEQ(count, b.getInt32(1)), last, done);
    b.SetInsertPoint(last);
    llvm::Function *lastRelease = lastReleaseHelper();
    b.CreateCall(lastRelease, {value})->setCallingConv(lastRelease->getCallingConv());
    b.CreateBr(done);
  }
  b.SetInsertPoint(done);
  b.CreateRetVoid();
  return helper;
}

llvm::Function *ModuleLowering::releaseAllHelper() {
  if (llvm::Function *known = module_.getFunction("molt.release_all"))
    return known;
  llvm::IRBuilder<> b(context());
  auto *type = llvm::FunctionType::get(b.getVoidTy(), {b.getPtrTy(), b.getInt64Ty()}, false);
  auto *helper = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage, "molt.release_all", module_);
  helper->setDoesNotThrow();
  helper->addFnAttr(llvm::Attribute::NoInline);
  auto *start = llvm::BasicBlock::Create(context(), "", helper), *loop = llvm::BasicBlock::Create(context(), "", helper),
       *done = llvm::BasicBlock::Create(context(), "", helper);
  b.SetInsertPoint(start);
  b.CreateBr(loop);
  b.SetInsertPoint(loop);
  llvm::PHINode *index = b.CreatePHI(b.getInt64Ty(), 2);
  index->addIncoming(b.getInt64(0), start);
  llvm::Value *place = index;
  if (dropsLastFirst())
    place = b.CreateSub(b.CreateSub(helper->getArg(1), b.getInt64(1)), index);
  llvm::Value *value = b.CreateLoad(b.getInt64Ty(), b.CreateGEP(b.getInt64Ty(), helper->getArg(0), place));
  llvm::Function *release = options_.profile == Profile::Release ? refcountHelper("release_py")
                                                                 : entryFunction(*findEntryPoint("release_py"));
  b.CreateCall(release, {value})->setCallingConv(release->getCallingConv());
  llvm::Value *next = b.CreateAdd(index, b.getInt64(1));
  index->addIncoming(next, loop);
  b.CreateCondBr(b.CreateICmpULT(next, helper->getArg(1)), loop, done);
  b.SetInsertPoint(done);
  b.CreateRetVoid();
  return helper;
}

void registerRefcounts(HandlerTable &handlers) {
  handlers.add<py::RetainOp, lowerRetain>();
  handlers.add<py::ReleaseOp, lowerRelease>();
}

} // namespace molt::codegen
