// Fast versions of functions: the guards before a call, the call itself, and how they return.
#include "compiler/codegen/fast_calls.h"
#include "compiler/codegen/inline_calls.h"
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

#include <llvm/IR/MDBuilder.h>

namespace molt::codegen {
namespace {

void lowerIsFunctionOf(FunctionLowering &lowering, py::IsFunctionOfOp op) {
  auto isIt = [&](llvm::Value *function) {
    llvm::IRBuilder<> &b = lowering.builder;
    llvm::Value *code = lowering.constantWord(lowering.module().code(op.getFunctionAttr().getAttr()));
    llvm::Value *hasCode = b.CreateICmpEQ(lowering.loadField(function, offsetof(Function, code)), code);
    if (!op.getDefaults())
      return hasCode;
    llvm::Value *flags = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(function, offsetof(Object, flags)));
    return b.CreateAnd(hasCode, b.CreateICmpEQ(b.CreateAnd(flags, b.getInt32(kHasOtherDefaults)), b.getInt32(0)));
  };
  llvm::Value *type = lowering.symbolWord("type_function");
  lowering.setResult(op.getResult(), isObjectOf(lowering, lowering.operand(op.getValue()), type, isIt));
}

void lowerCanCall(FunctionLowering &lowering, py::CanCallOp op) {
  llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
  llvm::Value *limit = lowering.loadInt32(runtime, offsetof(RuntimeEvents, callLimit), Memory::World);
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpULT(lowering.depth(), limit));
}

llvm::Value *knownMethods(FunctionLowering &lowering) {
  llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
  return lowering.pointer(lowering.loadField(runtime, offsetof(RuntimeEvents, knownMethods), Memory::World));
}

llvm::Value *knownMethod(FunctionLowering &lowering, uint32_t number) {
  return lowering.loadField(knownMethods(lowering), number * sizeof(Value), Memory::World);
}

void lowerKnownMethod(FunctionLowering &lowering, py::KnownMethodOp op) {
  lowering.setResult(op.getFunction(), knownMethod(lowering, op.getNumber()));
}

void lowerHasDict(FunctionLowering &lowering, py::HasDictOp op) {
  llvm::Value *object = lowering.pointer(lowering.operand(op.getObject()));
  llvm::Value *dict = lowering.loadField(object, kFirstFieldOffset - sizeof(Value));
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpNE(dict, lowering.word(0)));
}

/// The number of a method by its place among those of the known class of `self`, as an offset into a table of words.
llvm::Value *offsetOfMethod(FunctionLowering &lowering, llvm::Value *self, uint32_t place) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *type = lowering.pointer(typeOf(lowering, lowering.pointer(self)));
  llvm::Value *number =
      b.CreateAdd(lowering.loadInt32(type, offsetof(TypeHead, firstMethod), Memory::Type), b.getInt32(place), "", true, true);
  return b.CreateShl(b.CreateZExt(number, b.getInt64Ty()), 3);
}

void lowerMethodAt(FunctionLowering &lowering, py::MethodAtOp op) {
  llvm::Value *offset = offsetOfMethod(lowering, lowering.operand(op.getSelf()), op.getPlace());
  lowering.setResult(op.getFunction(),
                     lowering.loadField(lowering.builder.CreatePtrAdd(knownMethods(lowering), offset), 0, Memory::World));
}

} // namespace

llvm::CallInst *callFastVersion(FunctionLowering &lowering, const FastCallee &callee, llvm::ArrayRef<llvm::Value *> first,
                                mlir::OperandRange given) {
  llvm::IRBuilder<> &b = lowering.builder;
  auto [symbol, function, place] = callee;
  llvm::SmallVector<llvm::Value *, 8> arguments;
  if (!function)
    arguments = {llvm::PoisonValue::get(b.getPtrTy()), lowering.pointer(lowering.moduleWord())};
  else
    arguments = {lowering.pointer(function),
                 lowering.pointer(lowering.loadField(lowering.pointer(function), offsetof(Function, module)))};
  arguments.append(first.begin(), first.end());
  for (mlir::Value argument : given)
    arguments.push_back(lowering.operand(argument));
  arguments.push_back(llvm::ConstantPointerNull::get(b.getPtrTy()));
  llvm::Function *version = lowering.module().fastVersion(symbol);
  llvm::Value *entry = version;
  if (place) {
    llvm::Value *offset = offsetOfMethod(lowering, arguments[kFirstOfFast], *place);
    entry = lowering.pointer(lowering.loadField(b.CreatePtrAdd(lowering.module().fastMethods(), offset), 0));
  }
  lowering.beginCall();
  llvm::CallInst *call = b.CreateCall(version->getFunctionType(), entry, arguments);
  passCallee(*call);
  if (lowering.isHot() && !place)
    markHotCall(*call);
  lowering.endCall();
  return call;
}

void setOrRaise(FunctionLowering &lowering, mlir::Value result, llvm::Value *word, llvm::BasicBlock *good,
                llvm::BasicBlock *bad) {
  llvm::PHINode *joined = lowering.builder.CreatePHI(lowering.builder.getInt64Ty(), 2);
  joined->addIncoming(word, good);
  joined->addIncoming(lowering.word(0), bad);
  lowering.setResult(result, joined);
  lowering.raiseIf(lowering.builder.CreateICmpEQ(joined, lowering.word(0)));
}

namespace {

/// A call of the known method of that number. The class can lose it meanwhile.
template <class Op>
llvm::Value *callKnownMethod(FunctionLowering &lowering, Op op, llvm::ArrayRef<llvm::Value *> first = {}) {
  if (op.getPlain())
    return callFast(lowering, op, nullptr, first);
  llvm::Value *function = knownMethod(lowering, op.getMethod());
  lowering.retain(function);
  llvm::Value *given = callFast(lowering, op, function, first);
  lowering.release(function);
  return given;
}

void lowerCallFast(FunctionLowering &lowering, py::CallFastOp op) {
  llvm::Value *result = callFast(lowering, op, lowering.operand(op.getCallee()), {}, op.getPlace());
  lowering.setResult(op.getResult(), result);
  lowering.raiseIf(lowering.builder.CreateICmpEQ(result, lowering.word(0)));
}

void lowerCallFastNumber(FunctionLowering &lowering, py::CallFastNumberOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *result = callFast(lowering, op, lowering.operand(op.getCallee()), {}, op.getPlace());
  lowering.setResult(op.getNumber(), b.CreateExtractValue(result, 0));
  lowering.setResult(op.getIsWord(), b.CreateICmpNE(b.CreateExtractValue(result, 1), lowering.word(0)));
}

void lowerIsKnownClass(FunctionLowering &lowering, py::IsKnownClassOp op) {
  llvm::Value *known = lowering.loadField(lowering.knownClasses(), op.getKnown().getNumber() * sizeof(Value), Memory::World);
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(lowering.operand(op.getValue()), known));
}

/// Memory for an object of that size that the collector is to visit; the pointer is like malloc's. `runtime`: RuntimeEvents.
llvm::Function *cellTaker(ModuleLowering &module, uint64_t size) {
  std::string name = "molt.take_cell." + std::to_string(size);
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
  b.CreateStore(b.CreateLoad(b.getInt64Ty(), field(cell, offsetof(FreeCell, next))), field(page, offsetof(CellPage, freeCells)));
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

/// A new instance of a known class without a finalizer, as a word; its slots are unbound.
llvm::Value *makeInstance(FunctionLowering &lowering, llvm::Value *type, uint64_t fieldCount) {
  llvm::IRBuilder<> &b = lowering.builder;
  uint64_t size = (instanceSize(fieldCount) + kSizeClassStep - 1) / kSizeClassStep * kSizeClassStep;
  llvm::Value *object =
      b.CreateCall(cellTaker(lowering.module(), size), {lowering.moduleArray(offsetof(Module, runtime))});
  lowering.retain(type);
  lowering.tag(b.CreateStore(type, object), Memory::Type);
  lowering.tag(b.CreateStore(b.getInt32(1), lowering.fieldAddress(object, offsetof(Object, refcount))), Memory::Count);
  b.CreateStore(b.getInt32(kTracked), lowering.fieldAddress(object, offsetof(Object, flags)));
  for (uint64_t offset = sizeof(Object); offset < size; offset += sizeof(Value))
    lowering.tag(b.CreateStore(lowering.word(0), lowering.fieldAddress(object, offset)), Memory::Slot);
  return b.CreatePtrToInt(object, b.getInt64Ty());
}

// The instance, unless __init__ raised or gave something else than None.
void lowerConstructFast(FunctionLowering &lowering, py::ConstructFastOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  bool isInline = lowering.isHot() && op.getFields() && instanceSize(*op.getFields()) <= kLargestSmall;
  llvm::Value *type = lowering.operand(op.getType());
  llvm::Value *object = isInline ? makeInstance(lowering, type, *op.getFields()) : lowering.call("new_instance", {type});
  llvm::Value *given = callKnownMethod(lowering, op, {object});
  llvm::BasicBlock *good = b.GetInsertBlock(), *bad = lowering.newBlock(), *wrong = lowering.newBlock(),
                   *failed = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpNE(given, lowering.symbolWord("none")), bad, done);
  b.SetInsertPoint(bad);
  b.CreateCondBr(b.CreateICmpEQ(given, lowering.word(0)), failed, wrong);
  b.SetInsertPoint(wrong);
  lowering.call("raise_init_result", {given});
  lowering.callHelper("release_py", given);
  b.CreateBr(failed);
  b.SetInsertPoint(failed);
  lowering.callHelper("release_py", object);
  b.CreateBr(done);
  b.SetInsertPoint(done);
  setOrRaise(lowering, op.getResult(), object, good, failed);
}

// NotImplemented is immortal.
void lowerOperateFast(FunctionLowering &lowering, py::OperateFastOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  llvm::Value *given = callKnownMethod(lowering, op);
  llvm::BasicBlock *good = b.GetInsertBlock(), *bad = lowering.newBlock(), *done = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpEQ(given, lowering.symbolWord("not_implemented")), bad, done);
  b.SetInsertPoint(bad);
  lowering.call("raise_unsupported_operands", {lowering.strWord(op.getSymbol()), left, right});
  b.CreateBr(done);
  b.SetInsertPoint(done);
  setOrRaise(lowering, op.getResult(), given, good, bad);
}

void lowerUnexpectedResult(FunctionLowering &lowering, py::UnexpectedResultOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = b.CreateBitCast(lowering.operand(op.getBits()), b.getInt64Ty());
  lowering.setResult(op.getResult(), word);
  lowering.raiseIf(b.CreateICmpEQ(word, lowering.word(0)));
}

// The caller has counted this call.
void lowerForwardFast(FunctionLowering &lowering, py::ForwardFastOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::SmallVector<llvm::Value *, 8> arguments{lowering.callee(), lowering.pointer(lowering.moduleWord())};
  for (mlir::Value argument : op.getArguments())
    arguments.push_back(lowering.operand(argument));
  arguments.push_back(llvm::ConstantPointerNull::get(b.getPtrTy()));
  llvm::CallInst *result = b.CreateCall(lowering.module().fastVersion(op.getFunctionAttr().getAttr()), arguments);
  passCallee(*result);
  if (!result->getType()->isStructTy())
    return lowering.leave(result);
  llvm::Value *number = b.CreateExtractValue(result, 0);
  llvm::BasicBlock *isNumber = lowering.newBlock(), *isWord = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpNE(b.CreateExtractValue(result, 1), lowering.word(0)), isWord, isNumber);
  b.SetInsertPoint(isWord);
  lowering.leave(b.CreateBitCast(number, b.getInt64Ty()));
  b.SetInsertPoint(isNumber);
  lowering.leave(number->getType()->isDoubleTy() ? boxFloat(lowering, number) : boxInt(lowering, number));
}

void lowerReturnNumber(FunctionLowering &lowering, py::ReturnNumberOp op) {
  lowering.leaveWithNumber(lowering.operand(op.getNumber()));
}

} // namespace

void registerFastCalls(HandlerTable &handlers) {
  handlers.add<py::IsFunctionOfOp, lowerIsFunctionOf>();
  handlers.add<py::CanCallOp, lowerCanCall>();
  handlers.add<py::KnownMethodOp, lowerKnownMethod>();
  handlers.add<py::MethodAtOp, lowerMethodAt>();
  handlers.add<py::HasDictOp, lowerHasDict>();
  handlers.add<py::CallFastOp, lowerCallFast>();
  handlers.add<py::CallFastNumberOp, lowerCallFastNumber>();
  handlers.add<py::IsKnownClassOp, lowerIsKnownClass>();
  handlers.add<py::ConstructFastOp, lowerConstructFast>();
  handlers.add<py::OperateFastOp, lowerOperateFast>();
  handlers.add<py::UnexpectedResultOp, lowerUnexpectedResult>();
  handlers.add<py::ForwardFastOp, lowerForwardFast>();
  handlers.add<py::ReturnNumberOp, lowerReturnNumber>();
}

} // namespace molt::codegen
