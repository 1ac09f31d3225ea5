// How a fast version and the general body of its function go on for each other (compiler/ir/exit_ops.td).
//
// What is handed over stands in a frame on the stack of the fast version that was called:
//   word 0   where to go on: the point's number and one; 0 when the function has come to its end
//   word 1   whether the fast version may be gone back to
//   word 2.. the operands
// A fast version that leaves calls its continuation, which calls the general body, and while that asks for it the fast version
// again, with the frame as last argument. Such a one leaves by returning to the continuation. So the stack does not grow,
// however often they go on for each other.
#include "compiler/codegen/function_lowering.h"
#include "compiler/codegen/inline_calls.h"
#include "compiler/codegen/inline_paths.h"

namespace molt::codegen {
namespace {

constexpr uint64_t kPoint = 0, kMayReenter = 8, kOperands = 16; // in bytes

uint32_t frameWords(mlir::Operation *function) {
  auto words = function->getAttrOfType<mlir::IntegerAttr>("frame_words");
  return kOperands / sizeof(uint64_t) + (words ? words.getInt() : 0);
}

void store(FunctionLowering &lowering, llvm::Value *frame, uint64_t offset, llvm::Value *value) {
  llvm::IRBuilder<> &b = lowering.builder;
  if (value->getType()->isIntegerTy(1))
    value = b.CreateZExt(value, b.getInt64Ty());
  b.CreateStore(value, lowering.fieldAddress(frame, offset));
}

void handOver(FunctionLowering &lowering, llvm::Value *frame, mlir::OperandRange operands) {
  for (auto [index, operand] : llvm::enumerate(operands))
    store(lowering, frame, kOperands + index * sizeof(uint64_t), lowering.operand(operand));
}

bool canReenter(py::FuncOp fast) {
  auto enter = mlir::dyn_cast<py::EnterOp>(fast.getBody().front().getTerminator());
  return enter && enter->getNumSuccessors() > 1;
}

/// What a fast version gives that is to give a number, of a word: the number that it holds, or its bits.
llvm::Value *takeNumber(llvm::IRBuilder<> &b, llvm::StructType *pair, llvm::Value *word) {
  llvm::Value *isNumber, *number;
  if (pair->getElementType(0)->isDoubleTy()) {
    isNumber = isPlainFloat(b, word);
    number = b.CreateSelect(isNumber, floatOfWord(b, word), b.CreateBitCast(word, b.getDoubleTy()));
  } else {
    isNumber = isInlineInt(b, word);
    number = b.CreateSelect(isNumber, intOfWord(b, word), word);
  }
  return likelyPair(b, pair, number, b.CreateZExt(b.CreateNot(isNumber), b.getInt64Ty()));
}

void lowerExit(FunctionLowering &lowering, py::ExitOp op) {
  llvm::Value *frame = lowering.frame();
  handOver(lowering, frame, op.getOperands());
  lowering.exitAt(op.getPoint() + 1);
}

void lowerReenter(FunctionLowering &lowering, py::ReenterOp op) {
  llvm::Value *frame = lowering.frame();
  handOver(lowering, frame, op.getOperands());
  store(lowering, frame, kPoint, lowering.word(op.getPoint() + 1));
  lowering.leave(lowering.word(0));
}

// Where nothing is asked for, the function ends.
void lowerEnter(FunctionLowering &lowering, py::EnterOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::BasicBlock *first = lowering.block(op->getSuccessor(0));
  if (op->getNumSuccessors() == 1 && lowering.isFast()) {
    b.CreateBr(first);
    return;
  }
  llvm::Value *frame = lowering.givenFrame();
  if (lowering.isFast()) {
    llvm::BasicBlock *goesOn = lowering.newBlock("goes_on");
    lowering.branchUnlikely(b.CreateIsNotNull(frame), goesOn, first);
    b.SetInsertPoint(goesOn);
  }
  llvm::Value *point = lowering.loadField(frame, kPoint);
  store(lowering, frame, kPoint, lowering.word(0));
  llvm::SwitchInst *choice = b.CreateSwitch(point, first, op->getNumSuccessors());
  for (unsigned index = 1; index < op->getNumSuccessors(); ++index)
    choice->addCase(b.getInt64(index + 1), lowering.block(op->getSuccessor(index)));
}

void lowerHandedOver(FunctionLowering &lowering, py::HandedOverOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *word = lowering.loadField(lowering.givenFrame(), kOperands + op.getIndex() * sizeof(uint64_t));
  mlir::Type type = op.getValue().getType();
  if (type.isInteger(1))
    word = b.CreateTrunc(word, b.getInt1Ty());
  else if (type.isF64())
    word = b.CreateBitCast(word, b.getDoubleTy());
  lowering.setResult(op.getValue(), word);
}

void lowerMayReenter(FunctionLowering &lowering, py::MayReenterOp op) {
  llvm::Value *allowed = lowering.loadField(lowering.frame(), kMayReenter);
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpNE(allowed, lowering.word(0)));
}

} // namespace

// One that goes on uses the frame of the one that was called first.
llvm::Value *FunctionLowering::frame() {
  if (isRest())
    return givenFrame();
  if (frame_)
    return frame_;
  frame_ = stackWords(frameWords(isFast() ? source_ : module_.fastVersionOf(source_)));
  if (isFast() && canReenter(source_)) {
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_);
    frame_ = builder.CreateSelect(builder.CreateIsNull(givenFrame()), frame_, givenFrame());
  }
  return frame_;
}

void FunctionLowering::exitAt(uint64_t point) {
  if (!exitPoint_)
    exitPoint_ = llvm::PHINode::Create(builder.getInt64Ty(), 8, "point", newBlock("leave_for_rest"));
  exitPoint_->addIncoming(word(point), builder.GetInsertBlock());
  builder.CreateBr(exitPoint_->getParent());
}

void FunctionLowering::emitExits() {
  if (!exitPoint_)
    return;
  builder.SetInsertPoint(exitPoint_->getParent());
  store(*this, frame(), kPoint, exitPoint_);
  if (!isFast()) {
    store(*this, frame(), kMayReenter, word(0));
    auto rest = module_.fastVersionOf(source_)->getAttrOfType<mlir::FlatSymbolRefAttr>("rest").getAttr();
    llvm::SmallVector<llvm::Value *, 8> arguments{callee(), pointer(moduleWord())};
    for (mlir::BlockArgument argument : source_.getBody().front().getArguments())
      arguments.push_back(operand(argument));
    arguments.push_back(frame());
    llvm::CallInst *given = builder.CreateCall(module_.generalBody(rest), arguments);
    passCallee(*given);
    return leave(given);
  }
  if (canReenter(source_)) {
    llvm::BasicBlock *isResumed = newBlock(), *isCalled = newBlock();
    builder.CreateCondBr(builder.CreateIsNull(givenFrame()), isCalled, isResumed);
    builder.SetInsertPoint(isResumed);
    leave(word(0));
    builder.SetInsertPoint(isCalled);
  }
  llvm::SmallVector<llvm::Value *, 8> arguments;
  for (llvm::Argument &argument : function_->args())
    arguments.push_back(&argument == givenFrame() ? frame() : &argument);
  llvm::CallInst *result = builder.CreateCall(module_.continuation(source_), arguments);
  passCallee(*result);
  leaveWith(result);
}

llvm::Argument *FunctionLowering::givenFrame() { return function_->getArg(function_->arg_size() - 1); }

llvm::Function *ModuleLowering::makeRareVersion(llvm::FunctionType *type, llvm::StringRef name) {
  llvm::Function *function = makeVersion(type, name);
  function->addFnAttr(llvm::Attribute::Cold);
  function->addFnAttr(llvm::Attribute::NoInline);
  return function;
}

llvm::Function *ModuleLowering::generalBody(mlir::StringAttr symbol) {
  if (llvm::Function *known = module_.getFunction(symbol.getValue()))
    return known;
  llvm::Type *word = llvm::Type::getInt64Ty(context()), *address = llvm::PointerType::get(context(), 0);
  llvm::SmallVector<llvm::Type *> parameters(py::parameterCount(functions_.lookup(symbol)), word);
  parameters.insert(parameters.begin(), kFirstOfFast, address);
  parameters.push_back(address);
  return makeRareVersion(llvm::FunctionType::get(word, parameters, false), symbol.getValue());
}

// Its arguments are borrowed. Those that are numbers become words for the general body, for as long as that runs.
llvm::Function *ModuleLowering::continuation(py::FuncOp fast) {
  std::string name = (fast.getSymName() + kContinuation).str();
  if (llvm::Function *known = module_.getFunction(name))
    return known;
  llvm::Function *version = fastVersion(fast.getSymNameAttr());
  llvm::Function *function = makeRareVersion(version->getFunctionType(), name);
  llvm::IRBuilder<> b(llvm::BasicBlock::Create(context(), "entry", function));
  if (py::givesLikely(fast->getAttr("result"))) {
    py::Kinds kinds = resultKinds(fast.getSymNameAttr());
    if (kinds.is(py::Kind::Float))
      constants_.noteFloats(); // where it is inlined, the float becomes a word
    markContinuation(*function, kinds.is(py::Kind::Int)     ? LikelyResult::Int
                                : kinds.is(py::Kind::Float) ? LikelyResult::Float
                                                            : LikelyResult::Word);
  }
  llvm::Type *word = b.getInt64Ty();
  unsigned last = function->arg_size() - 1;
  llvm::Value *frame = function->getArg(last);
  llvm::SmallVector<llvm::Value *> words, arguments, made;
  auto signature = fast->getAttrOfType<mlir::ArrayAttr>("signature");
  for (llvm::Argument &argument : function->args()) {
    arguments.push_back(&argument);
    py::Kinds kinds = argument.getArgNo() < kFirstOfFast || argument.getArgNo() == last
                          ? py::Kinds()
                          : py::kindsOfHint(signature[argument.getArgNo() - kFirstOfFast]);
    words.push_back(&argument);
    if (kinds.is(py::Kind::Float)) {
      constants_.noteFloats();
      words.back() = wordOfFloat(b, &argument);
    } else if (kinds.is(py::Kind::Int)) {
      words.back() = b.CreateCall(entryFunction(*findEntryPoint("box_int")), {&argument});
      made.push_back(words.back());
    }
  }
  llvm::BasicBlock *general = llvm::BasicBlock::Create(context(), "general", function),
                   *done = llvm::BasicBlock::Create(context(), "done", function);
  b.CreateStore(b.getInt64(1), b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), frame, kMayReenter));
  b.CreateBr(general);
  b.SetInsertPoint(general);
  mlir::StringAttr rest = fast->getAttrOfType<mlir::FlatSymbolRefAttr>("rest").getAttr();
  llvm::CallInst *given = b.CreateCall(generalBody(rest), words);
  passCallee(*given);
  llvm::Value *result = given;
  if (auto *pair = llvm::dyn_cast<llvm::StructType>(version->getReturnType()))
    result = resultKinds(fast.getSymNameAttr()).isNumber() ? takeNumber(b, pair, given)
                                                           : likelyPair(b, pair, given, b.getInt64(1)); // the caller asks
  auto isDone = [&] { return b.CreateICmpEQ(b.CreateLoad(word, frame), b.getInt64(0)); };
  llvm::SmallVector<std::pair<llvm::Value *, llvm::BasicBlock *>, 2> results{{result, general}};
  if (canReenter(fast)) {
    llvm::BasicBlock *again = llvm::BasicBlock::Create(context(), "again", function, done);
    b.CreateCondBr(isDone(), done, again);
    b.SetInsertPoint(again);
    llvm::CallInst *resumed = b.CreateCall(version, arguments);
    passCallee(*resumed);
    results.push_back({resumed, again});
    b.CreateCondBr(isDone(), done, general);
  } else {
    b.CreateBr(done);
  }
  b.SetInsertPoint(done);
  llvm::PHINode *joined = b.CreatePHI(version->getReturnType(), 2);
  for (auto [value, from] : results)
    joined->addIncoming(value, from);
  llvm::Function *release = refcountHelper("release_py");
  for (llvm::Value *one : made)
    b.CreateCall(release, {one})->setCallingConv(release->getCallingConv());
  b.CreateRet(joined);
  return function;
}

void registerExits(HandlerTable &handlers) {
  handlers.add<py::ExitOp, lowerExit>();
  handlers.add<py::ReenterOp, lowerReenter>();
  handlers.add<py::EnterOp, lowerEnter>();
  handlers.add<py::HandedOverOp, lowerHandedOver>();
  handlers.add<py::MayReenterOp, lowerMayReenter>();
}

} // namespace molt::codegen
