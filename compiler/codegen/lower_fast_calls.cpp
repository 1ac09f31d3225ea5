// Fast versions of functions: the guards before a call, the call itself, and how they return.
#include "compiler/codegen/fast_calls.h"
#include "compiler/codegen/inline_calls.h"
#include "compiler/codegen/inline_paths.h"
#include "compiler/codegen/new_objects.h"
#include "compiler/ir/special_forms.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

/// Whether the function is over that py.func.
llvm::Value *hasCode(FunctionLowering &lowering, llvm::Value *function, mlir::StringAttr symbol) {
  llvm::Value *code = lowering.constantWord(lowering.module().code(symbol));
  return lowering.builder.CreateICmpEQ(lowering.loadField(function, offsetof(Function, code), Memory::World), code);
}

void lowerIsFunctionOf(FunctionLowering &lowering, py::IsFunctionOfOp op) {
  auto isIt = [&](llvm::Value *function) {
    llvm::IRBuilder<> &b = lowering.builder;
    llvm::Value *hasCode = b.getFalse();
    for (mlir::Attribute symbol : op.getFunctions())
      hasCode = b.CreateOr(
          hasCode, codegen::hasCode(lowering, function, mlir::cast<mlir::FlatSymbolRefAttr>(symbol).getAttr()));
    if (!op.getDefaults())
      return hasCode;
    llvm::Value *flags = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(function, offsetof(Object, flags)));
    return b.CreateAnd(hasCode, b.CreateICmpEQ(b.CreateAnd(flags, b.getInt32(kHasOtherDefaults)), b.getInt32(0)));
  };
  if (op->hasAttr(py::kIsFunctionAttr))
    return lowering.setResult(op.getResult(), isIt(lowering.pointer(lowering.operand(op.getValue()))));
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

constexpr uint64_t kDictOffset = kFirstFieldOffset - sizeof(Value);

void lowerHasDict(FunctionLowering &lowering, py::HasDictOp op) {
  llvm::Value *object = lowering.pointer(lowering.operand(op.getObject()));
  uint64_t place = op.getException() ? kFirstExceptionFieldOffset - sizeof(Value) : kDictOffset;
  llvm::Value *dict = lowering.loadField(object, place, Memory::Dict);
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
                 lowering.pointer(lowering.loadField(lowering.pointer(function), offsetof(Function, module), Memory::World))};
  arguments.append(first.begin(), first.end());
  for (mlir::Value argument : given)
    arguments.push_back(lowering.operand(argument));
  arguments.push_back(llvm::ConstantPointerNull::get(b.getPtrTy()));
  llvm::Function *version = lowering.module().fastVersion(symbol);
  llvm::Value *entry = version;
  if (place) {
    llvm::Value *offset = offsetOfMethod(lowering, arguments[kFirstOfFast], *place);
    entry = lowering.pointer(lowering.loadField(b.CreatePtrAdd(lowering.module().fastMethods(), offset), 0, Memory::World));
  }
  lowering.beginCall();
  llvm::CallInst *call = b.CreateCall(version->getFunctionType(), entry, arguments);
  passCallee(*call);
  if (lowering.isHot() && !place)
    markHotCall(*call);
  lowering.endCall();
  return call;
}

llvm::Value *wordGiven(FunctionLowering &lowering, llvm::Value *result) {
  return result->getType()->isStructTy() ? lowering.builder.CreateExtractValue(result, 0) : result;
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

/// The function of which a fast version is a copy.
mlir::StringAttr originalOf(FunctionLowering &lowering, mlir::StringAttr fast) {
  return lowering.module().function(fast)->getAttrOfType<mlir::FlatSymbolRefAttr>("fast_version_of").getAttr();
}

/// A call of the callee's fast version, or of the one that its code is that of.
template <class Op> llvm::Value *callFastOf(FunctionLowering &lowering, Op op) {
  llvm::Value *callee = lowering.operand(op.getCallee());
  mlir::ArrayAttr others = op.getOthersAttr();
  if (!others)
    return callFast(lowering, op, callee, {}, op.getPlace());
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::BasicBlock *done = lowering.newBlock();
  llvm::PHINode *joined = nullptr;
  auto call = [&](mlir::StringAttr fast) {
    llvm::Value *given = callFastVersion(lowering, {fast, callee, {}}, {}, op.getArguments());
    if (!joined)
      joined = llvm::PHINode::Create(given->getType(), others.size() + 1, "", done);
    joined->addIncoming(given, b.GetInsertBlock());
    b.CreateBr(done);
  };
  for (mlir::Attribute other : others) {
    mlir::StringAttr fast = mlir::cast<mlir::FlatSymbolRefAttr>(other).getAttr();
    llvm::BasicBlock *isIt = lowering.newBlock(), *next = lowering.newBlock();
    b.CreateCondBr(hasCode(lowering, lowering.pointer(callee), originalOf(lowering, fast)), isIt, next);
    b.SetInsertPoint(isIt);
    call(fast);
    b.SetInsertPoint(next);
  }
  call(op.getFunctionAttr().getAttr());
  b.SetInsertPoint(done);
  return joined;
}

void lowerCallFast(FunctionLowering &lowering, py::CallFastOp op) {
  llvm::Value *result = callFastOf(lowering, op);
  lowering.setResult(op.getResult(), result);
  lowering.raiseIf(lowering.builder.CreateICmpEQ(result, lowering.word(0)));
}

/// What a fast version has given: a word or number, and, as an i1, whether that is something else than what is likely.
struct Given {
  llvm::Value *word, *isOther;
  Given(FunctionLowering &lowering, llvm::Value *result) : word(wordGiven(lowering, result)) {
    llvm::IRBuilder<> &b = lowering.builder;
    isOther = result->getType()->isStructTy() ? b.CreateICmpNE(b.CreateExtractValue(result, 1), lowering.word(0))
                                              : b.CreateICmpEQ(word, lowering.word(0));
  }
};

void lowerCallFastLikely(FunctionLowering &lowering, py::CallFastLikelyOp op) {
  Given given(lowering, callFastOf(lowering, op));
  lowering.setResult(op.getBits(), given.word);
  lowering.setResult(op.getIsOther(), given.isOther);
}

void lowerIsKnownClass(FunctionLowering &lowering, py::IsKnownClassOp op) {
  llvm::Value *known = lowering.loadField(lowering.knownClasses(), op.getKnown().getNumber() * sizeof(Value), Memory::World);
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(lowering.operand(op.getValue()), known));
}

/// Ends an op that gives `bits`, or, where `isOther`, other ones. The current place is where `isOther` holds.
class OtherResult {
public:
  OtherResult(FunctionLowering &lowering, llvm::Value *bits, llvm::Value *isOther)
      : lowering_(lowering), done_(lowering.newBlock()) {
    llvm::IRBuilder<> &b = lowering.builder;
    llvm::BasicBlock *other = lowering.newBlock();
    bits_ = llvm::PHINode::Create(b.getInt64Ty(), 3, "", done_);
    isOther_ = llvm::PHINode::Create(b.getInt1Ty(), 3, "", done_);
    finish(bits, false, [&] { lowering.branchUnlikely(isOther, other, done_); });
    b.SetInsertPoint(other);
  }
  /// Other bits, which may be what is likely after all.
  void finish(llvm::Value *bits, bool isOther = true) {
    finish(bits, isOther, [&] { lowering_.builder.CreateBr(done_); });
  }
  void set(mlir::Value bits, mlir::Value isOther) {
    lowering_.builder.SetInsertPoint(done_);
    lowering_.setResult(bits, bits_);
    lowering_.setResult(isOther, isOther_);
  }

private:
  void finish(llvm::Value *bits, bool isOther, llvm::function_ref<void()> branch) {
    bits_->addIncoming(bits, lowering_.builder.GetInsertBlock());
    isOther_->addIncoming(lowering_.builder.getInt1(isOther), lowering_.builder.GetInsertBlock());
    branch();
  }

  FunctionLowering &lowering_;
  llvm::BasicBlock *done_;
  llvm::PHINode *bits_, *isOther_;
};

/// A new instance of a known class without a finalizer, as a word; its slots are unbound.
llvm::Value *makeInstance(FunctionLowering &lowering, llvm::Value *type, uint64_t fieldCount) {
  llvm::IRBuilder<> &b = lowering.builder;
  uint64_t size = cellSize(instanceSize(fieldCount));
  llvm::CallInst *object = makeObject(lowering, MadeOf::Class, type, size);
  llvm::Value *count = lowering.fieldAddress(lowering.pointer(type), offsetof(Object, refcount)); // no class is immortal
  lowering.tag(b.CreateStore(b.CreateAdd(lowering.loadInt32(count, 0, Memory::Count), b.getInt32(1)), count), Memory::Count);
  for (uint64_t offset = sizeof(Object); offset < size; offset += sizeof(Value))
    lowering.tag(b.CreateStore(lowering.word(0), lowering.fieldAddress(object, offset)),
                 offset == kDictOffset ? Memory::Dict : Memory::Slot);
  return wordOf(lowering, object);
}

llvm::Value *makeException(FunctionLowering &lowering, llvm::Value *type, mlir::OperandRange given) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::SmallVector<llvm::Value *, 4> boxes;
  llvm::Value *array = llvm::ConstantPointerNull::get(b.getPtrTy());
  if (!given.empty())
    array = lowering.stackWords(given.size());
  for (auto [index, argument] : llvm::enumerate(given)) {
    llvm::Value *word = lowering.operand(argument);
    if (argument.getType().isInteger(64))
      boxes.push_back(word = boxInt(lowering, word));
    else if (argument.getType().isF64())
      word = boxFloat(lowering, word);
    b.CreateStore(word, lowering.fieldAddress(array, index * sizeof(Value)));
  }
  llvm::Value *made = lowering.call("new_exception", {type, array, lowering.word(given.size())});
  for (llvm::Value *box : boxes)
    lowering.release(box);
  return made;
}

// The instance, unless __init__ raised or gave something else than None.
void lowerConstructFast(FunctionLowering &lowering, py::ConstructFastOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  bool isInline = lowering.isHot() && op.getFields() && instanceSize(*op.getFields()) <= kLargestSmall;
  llvm::Value *type = lowering.operand(op.getCallee());
  llvm::Value *object = op.getException() ? makeException(lowering, type, op.getArguments())
                        : isInline        ? makeInstance(lowering, type, *op.getFields())
                                          : lowering.call("new_instance", {type});
  llvm::Value *none = lowering.symbolWord("none");
  Given given(lowering, callKnownMethod(lowering, op, {object}));
  OtherResult other(lowering, object, b.CreateOr(given.isOther, b.CreateICmpNE(given.word, none)));
  llvm::BasicBlock *left = lowering.newBlock(), *bad = lowering.newBlock(), *wrong = lowering.newBlock(),
                   *failed = lowering.newBlock();
  b.CreateCondBr(b.CreateICmpEQ(given.word, none), left, bad);
  b.SetInsertPoint(left);
  other.finish(object);
  b.SetInsertPoint(bad);
  b.CreateCondBr(b.CreateICmpEQ(given.word, lowering.word(0)), failed, wrong);
  b.SetInsertPoint(wrong);
  lowering.call("raise_init_result", {given.word});
  lowering.callHelper("release_py", given.word);
  b.CreateBr(failed);
  b.SetInsertPoint(failed);
  lowering.callHelper("release_py", object);
  other.finish(lowering.word(0));
  other.set(op.getBits(), op.getIsOther());
}

// NotImplemented is immortal.
void lowerOperateFast(FunctionLowering &lowering, py::OperateFastOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  llvm::Value *notImplemented = lowering.symbolWord("not_implemented");
  Given given(lowering, callKnownMethod(lowering, op));
  llvm::Value *isOther = given.isOther;
  if (lowering.module().resultKinds(op.getFunctionAttr().getAttr()) == py::Kinds()) // what is likely may be anything
    isOther = b.CreateOr(isOther, b.CreateICmpEQ(given.word, notImplemented));
  OtherResult other(lowering, given.word, isOther);
  llvm::BasicBlock *bad = lowering.newBlock(), *good = lowering.newBlock();
  b.CreateCondBr(b.CreateICmpEQ(given.word, notImplemented), bad, good);
  b.SetInsertPoint(good);
  other.finish(given.word);
  b.SetInsertPoint(bad);
  lowering.call("raise_unsupported_operands", {lowering.strWord(op.getSymbol()), left, right});
  other.finish(lowering.word(0));
  other.set(op.getBits(), op.getIsOther());
}

void lowerLikelyResult(FunctionLowering &lowering, py::LikelyResultOp op) {
  lowering.setResult(op.getResult(), lowering.operand(op.getBits()));
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
  llvm::Value *bits = b.CreateExtractValue(result, 0);
  py::Kinds kinds = lowering.module().resultKinds(op.getFunctionAttr().getAttr());
  if (!kinds.isNumber())
    return lowering.leave(bits);
  llvm::BasicBlock *isNumber = lowering.newBlock(), *isWord = lowering.newBlock();
  lowering.branchUnlikely(b.CreateICmpNE(b.CreateExtractValue(result, 1), lowering.word(0)), isWord, isNumber);
  b.SetInsertPoint(isWord);
  lowering.leave(b.CreateBitCast(bits, b.getInt64Ty()));
  b.SetInsertPoint(isNumber);
  lowering.leave(kinds.is(py::Kind::Float) ? boxFloat(lowering, bits) : boxInt(lowering, bits));
}

void lowerReturnNumber(FunctionLowering &lowering, py::ReturnNumberOp op) {
  lowering.leaveWithLikely(lowering.operand(op.getNumber()));
}

} // namespace

void registerFastCalls(HandlerTable &handlers) {
  handlers.add<py::IsFunctionOfOp, lowerIsFunctionOf>();
  handlers.add<py::CanCallOp, lowerCanCall>();
  handlers.add<py::KnownMethodOp, lowerKnownMethod>();
  handlers.add<py::MethodAtOp, lowerMethodAt>();
  handlers.add<py::HasDictOp, lowerHasDict>();
  handlers.add<py::CallFastOp, lowerCallFast>();
  handlers.add<py::CallFastLikelyOp, lowerCallFastLikely>();
  handlers.add<py::IsKnownClassOp, lowerIsKnownClass>();
  handlers.add<py::ConstructFastOp, lowerConstructFast>();
  handlers.add<py::OperateFastOp, lowerOperateFast>();
  handlers.add<py::LikelyResultOp, lowerLikelyResult>();
  handlers.add<py::UnexpectedResultOp, lowerUnexpectedResult>();
  handlers.add<py::ForwardFastOp, lowerForwardFast>();
  handlers.add<py::ReturnNumberOp, lowerReturnNumber>();
}

} // namespace molt::codegen
