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
#include "compiler/codegen/inline_paths.h"

#include "abi/value.h"

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

void handOver(FunctionLowering &lowering, llvm::Value *frame, uint32_t point, mlir::OperandRange operands) {
  for (auto [index, operand] : llvm::enumerate(operands))
    store(lowering, frame, kOperands + index * sizeof(uint64_t), lowering.operand(operand));
  store(lowering, frame, kPoint, lowering.word(point + 1));
}

bool canReenter(py::FuncOp fast) {
  auto enter = mlir::dyn_cast<py::EnterOp>(fast.getBody().front().getTerminator());
  return enter && enter->getNumSuccessors() > 1;
}


llvm::CallInst *callGeneralBody(FunctionLowering &lowering, mlir::StringAttr symbol, llvm::Value *frame) {
  llvm::SmallVector<llvm::Value *, 8> arguments{lowering.callee()};
  for (mlir::BlockArgument argument : lowering.source().getBody().front().getArguments())
    arguments.push_back(lowering.operand(argument));
  arguments.push_back(frame);
  return lowering.builder.CreateCall(lowering.module().generalBody(symbol), arguments);
}

void lowerExit(FunctionLowering &lowering, py::ExitOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *frame = lowering.frame();
  if (!lowering.isFast()) {
    handOver(lowering, frame, op.getPoint(), op.getOperands());
    store(lowering, frame, kMayReenter, lowering.word(0));
    lowering.leave(callGeneralBody(lowering, op.getRestAttr().getAttr(), frame));
    return;
  }
  llvm::Argument *given = lowering.function()->getArg(lowering.function()->arg_size() - 1);
  llvm::BasicBlock *isCalled = nullptr;
  llvm::Value *goesOn = nullptr;
  if (canReenter(lowering.source())) {
    goesOn = b.CreateIsNotNull(given);
    frame = b.CreateSelect(goesOn, given, frame);
  }
  handOver(lowering, frame, op.getPoint(), op.getOperands());
  if (goesOn) {
    llvm::BasicBlock *isResumed = lowering.newBlock();
    isCalled = lowering.newBlock();
    b.CreateCondBr(goesOn, isResumed, isCalled);
    b.SetInsertPoint(isResumed);
    lowering.leave(lowering.word(0));
    b.SetInsertPoint(isCalled);
  }
  llvm::SmallVector<llvm::Value *, 8> arguments;
  for (llvm::Argument &argument : lowering.function()->args())
    arguments.push_back(&argument == given ? frame : &argument);
  lowering.leaveWith(b.CreateCall(lowering.module().continuation(lowering.source()), arguments));
}

void lowerReenter(FunctionLowering &lowering, py::ReenterOp op) {
  handOver(lowering, lowering.frame(), op.getPoint(), op.getOperands());
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
  llvm::Value *frame = lowering.function()->getArg(lowering.function()->arg_size() - 1);
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
  llvm::Value *frame = lowering.function()->getArg(lowering.function()->arg_size() - 1);
  llvm::Value *word = lowering.loadField(frame, kOperands + op.getIndex() * sizeof(uint64_t));
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

llvm::Value *FunctionLowering::frame() {
  if (isRest())
    return function_->getArg(function_->arg_size() - 1);
  if (!frame_)
    frame_ = stackWords(frameWords(isFast() ? source_ : module_.fastVersionOf(source_)));
  return frame_;
}

llvm::Function *ModuleLowering::generalBody(mlir::StringAttr symbol) {
  if (llvm::Function *known = module_.getFunction(symbol.getValue()))
    return known;
  llvm::Type *word = llvm::Type::getInt64Ty(context()), *address = llvm::PointerType::get(context(), 0);
  llvm::SmallVector<llvm::Type *> parameters(py::parameterCount(functions_.lookup(symbol)), word);
  parameters.insert(parameters.begin(), address);
  parameters.push_back(address);
  auto *function = llvm::Function::Create(llvm::FunctionType::get(word, parameters, false),
                                          llvm::GlobalValue::InternalLinkage, symbol.getValue(), module_);
  function->setDoesNotThrow();
  function->setDSOLocal(true);
  function->addFnAttr(llvm::Attribute::Cold);
  function->addFnAttr(llvm::Attribute::NoInline);
  return function;
}

// Its arguments are borrowed. Those that are numbers become words for the general body, for as long as that runs.
llvm::Function *ModuleLowering::continuation(py::FuncOp fast) {
  std::string name = (fast.getSymName() + ".continue").str();
  if (llvm::Function *known = module_.getFunction(name))
    return known;
  llvm::Function *version = fastVersion(fast.getSymNameAttr());
  auto *function = llvm::Function::Create(version->getFunctionType(), llvm::GlobalValue::InternalLinkage, name, module_);
  function->setDoesNotThrow();
  function->setDSOLocal(true);
  function->addFnAttr(llvm::Attribute::Cold);
  function->addFnAttr(llvm::Attribute::NoInline);
  llvm::IRBuilder<> b(llvm::BasicBlock::Create(context(), "entry", function));
  llvm::Type *word = b.getInt64Ty();
  unsigned last = function->arg_size() - 1;
  llvm::Value *frame = function->getArg(last);
  llvm::SmallVector<llvm::Value *> words, arguments, made;
  auto signature = fast->getAttrOfType<mlir::ArrayAttr>("signature");
  for (llvm::Argument &argument : function->args()) {
    arguments.push_back(&argument);
    py::Kinds kinds = argument.getArgNo() == 0 || argument.getArgNo() == last
                          ? py::Kinds()
                          : py::kindsOfHint(signature[argument.getArgNo() - 1]);
    words.push_back(&argument);
    if (kinds.is(py::Kind::Float)) {
      constants_.noteFloats();
      words.back() = b.CreateAdd(b.CreateBitCast(&argument, word), b.getInt64(kDoubleOffset));
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
  llvm::Value *given = b.CreateCall(generalBody(rest), words);
  llvm::Value *result = given;
  if (auto *pair = llvm::dyn_cast<llvm::StructType>(version->getReturnType())) {
    result = b.CreateInsertValue(llvm::PoisonValue::get(pair), b.CreateBitCast(given, pair->getElementType(0)), 0);
    result = b.CreateInsertValue(result, b.getInt64(1), 1);
  }
  auto isDone = [&] { return b.CreateICmpEQ(b.CreateLoad(word, frame), b.getInt64(0)); };
  llvm::SmallVector<std::pair<llvm::Value *, llvm::BasicBlock *>, 2> results{{result, general}};
  if (canReenter(fast)) {
    llvm::BasicBlock *again = llvm::BasicBlock::Create(context(), "again", function, done);
    b.CreateCondBr(isDone(), done, again);
    b.SetInsertPoint(again);
    results.push_back({b.CreateCall(version, arguments), again});
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
