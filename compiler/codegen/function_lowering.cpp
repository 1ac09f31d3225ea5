#include "compiler/codegen/function_lowering.h"

#include "compiler/codegen/inline_calls.h"
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

#include <llvm/ADT/PostOrderIterator.h>
#include <llvm/ADT/SCCIterator.h>
#include <llvm/IR/MDBuilder.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/IR/RegionGraphTraits.h>

namespace molt::codegen {

HandlerTable::HandlerTable() {
  registerControlFlow(*this);
  registerLocals(*this);
  registerGenerators(*this);
  registerOperators(*this);
  registerArithmetic(*this);
  registerRefcounts(*this);
  registerUnboxed(*this);
  registerAttributes(*this);
  registerCalls(*this);
  registerGlobals(*this);
  registerIteration(*this);
  registerSubscripts(*this);
  registerSequences(*this);
  registerStrings(*this);
  registerInstances(*this);
  registerFastCalls(*this);
  registerClosures(*this);
  registerSpecials(*this);
  registerPatterns(*this);
  registerExits(*this);
}

FunctionLowering::FunctionLowering(ModuleLowering &module, PythonModule &pythonModule, py::FuncOp source)
    : builder(module.context()), module_(module), pythonModule_(pythonModule), source_(source),
      isGenerator_(source.getFlags() & kIsGenerator) {
  auto original = source->getAttrOfType<mlir::FlatSymbolRefAttr>(isRest() ? "rest_of" : "fast_version_of");
  codeSymbol_ = original ? original.getAttr() : source.getSymNameAttr();
}

void FunctionLowering::run() {
  measure();
  findHotBlocks();
  createFunction();
  createBlocks();
  createSlots();
  llvm::ReversePostOrderTraversal<mlir::Block *> order(&source_.getBody().front());
  for (mlir::Block *block : order)
    blockOrder_[block] = blockOrder_.size();
  for (mlir::Block *block : order)
    lowerBlock(block);
  for (mlir::Block &source : source_.getBody())
    if (!blockOrder_.contains(&source)) { // nothing leads there
      llvm::BasicBlock *target = block(&source);
      while (!target->empty())
        target->front().eraseFromParent();
      new llvm::UnreachableInst(module_.context(), target);
    }
  emitExits();
  finishEntry();
  emitPropagation();
  emitExit();
  if (isFast() || isRest())
    return;
  FunctionFacts &facts = module_.facts(codeSymbol_);
  facts.entry = function_;
  facts.frameSlots = isGenerator_ ? slotCount() + frameWords_ : 0;
}

// ---- The frame of the function --------------------------------------------------------------------

void FunctionLowering::createFunction() {
  llvm::Type *word = builder.getInt64Ty(), *address = builder.getPtrTy();
  if (isFast()) {
    function_ = module_.fastVersion(source_.getSymNameAttr());
  } else if (isRest()) {
    function_ = module_.generalBody(source_.getSymNameAttr());
  } else {
    auto *type = llvm::FunctionType::get(word, {address, isGenerator_ ? word : address}, false);
    function_ = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage, source_.getSymName(), module_.module());
    function_->setDoesNotThrow();
    function_->setDSOLocal(true);
    function_->getArg(1)->setName(isGenerator_ ? "sent" : "arguments");
  }
  if (hasLikelyLoops_)
    function_->addFnAttr(kHasLikelyLoops);
  if (isPlain_) {
    function_->addFnAttr(llvm::Attribute::OptimizeNone);
    function_->addFnAttr(llvm::Attribute::NoInline);
  }
  function_->getArg(0)->setName(isGenerator_ ? "generator" : "callee");
  bool takesModule = isFast() || isRest();
  if (!takesModule)
    function_->addParamAttr(0, llvm::Attribute::NonNull);
  entry_ = newBlock("entry");
  builder.SetInsertPoint(entry_);
  callee_ = function_->getArg(0);
  if (takesModule) {
    llvm::Argument *module = function_->getArg(kModuleOfFast);
    module->setName("module");
    module->addAttr(llvm::Attribute::NonNull);
    moduleWord_ = builder.CreatePtrToInt(module, builder.getInt64Ty());
  }
  if (isGenerator_)
    callee_ = pointer(loadField(function_->getArg(0), offsetof(Generator, function)));
  if (isLarge_) {
    calleeWord_ = builder.CreateAlloca(builder.getPtrTy(), nullptr, "callee");
    builder.CreateStore(callee_, calleeWord_, /*isVolatile=*/true);
    if (takesModule) {
      moduleSlot_ = builder.CreateAlloca(builder.getInt64Ty(), nullptr, "module");
      builder.CreateStore(moduleWord_, moduleSlot_, /*isVolatile=*/true);
    }
  }
}

llvm::Value *FunctionLowering::callee() {
  return isLarge_ ? builder.CreateLoad(builder.getPtrTy(), calleeWord_, /*isVolatile=*/true) : callee_;
}

void FunctionLowering::createBlocks() {
  exit_ = newBlock("exit");
  llvm::Type *result = function_->getReturnType();
  if (auto *pair = llvm::dyn_cast<llvm::StructType>(result)) {
    result = pair->getElementType(0);
    exitIsOther_ = llvm::PHINode::Create(builder.getInt64Ty(), 4, "is_other", exit_);
  }
  exitValue_ = llvm::PHINode::Create(result, 4, "result", exit_);
  for (mlir::Block &source : source_.getBody()) {
    llvm::BasicBlock *target = newBlock();
    blocks_[&source] = target;
    if (&source == &source_.getBody().front())
      continue;
    for (mlir::BlockArgument argument : source.getArguments())
      values_[argument] = llvm::PHINode::Create(lowerType(argument.getType()), 2, "", target);
  }
  exit_->moveAfter(&function_->back());
  if (isGenerator_)
    return;
  for (mlir::BlockArgument parameter : source_.getBody().front().getArguments()) {
    if (isFast() || isRest()) {
      values_[parameter] = function_->getArg(kFirstOfFast + parameter.getArgNumber());
      continue;
    }
    llvm::Value *address = builder.CreateConstInBoundsGEP1_64(builder.getInt64Ty(), function_->getArg(1),
                                                              parameter.getArgNumber());
    values_[parameter] = builder.CreateLoad(builder.getInt64Ty(), address);
  }
}

llvm::Type *FunctionLowering::lowerType(mlir::Type type) {
  if (type.isInteger(1))
    return builder.getInt1Ty();
  return type.isF64() ? builder.getDoubleTy() : builder.getInt64Ty();
}

// Variables are stack words, which LLVM promotes to registers; in a generator they are the first words of its frame.
void FunctionLowering::createSlots() {
  if (isLarge_ && !isGenerator_) {
    auto slots = source_.getBody().front().getOps<py::SlotOp>();
    unsigned count = std::distance(slots.begin(), slots.end());
    if (count) {
      slotArray_ = builder.CreateAlloca(llvm::ArrayType::get(builder.getInt64Ty(), count), nullptr, "slots");
      builder.CreateMemSet(slotArray_, builder.getInt8(0), count * sizeof(Value), llvm::Align(8));
    }
  }
  for (py::SlotOp slot : source_.getBody().front().getOps<py::SlotOp>()) {
    llvm::Value *address;
    if (isGenerator_) {
      address = frameWord(orderedSlots_.size());
    } else if (slotArray_) {
      address = fieldAddress(slotArray_, orderedSlots_.size() * sizeof(Value));
    } else {
      address = builder.CreateAlloca(builder.getInt64Ty(), nullptr, slot.getName());
      builder.CreateStore(word(0), address);
    }
    slots_[slot.getSlot()] = address;
    orderedSlots_.push_back(address);
    if (!slot.getName().starts_with("."))
      variables_.push_back(address);
  }
}

void FunctionLowering::measure() {
  // In ops. The time that LLVM's register allocator takes for one op begins to grow at kHuge.
  constexpr unsigned kSmall = 200, kLarge = 2500, kHuge = 12000;
  constexpr unsigned kManyPhis = 6000;
  constexpr unsigned kMostReleases = 64; // where variables are released in more than one place
  unsigned ops = 0, slots = 0, exits = 0, returns = 0;
  for (mlir::Block &block : source_.getBody()) {
    ops += block.getOperations().size();
    exits += block.getNumSuccessors() > 1;
    returns += mlir::isa<py::ReturnOp, py::ReturnNumberOp>(block.back());
  }
  for ([[maybe_unused]] py::SlotOp slot : source_.getBody().front().getOps<py::SlotOp>())
    ++slots;
  isSmall_ = (ops <= kSmall || source_->hasAttr("small")) && !(source_.getFlags() & (kIsModuleBody | kIsClassBody));
  leavesAtOnce_ = isSmall_ && isFast() && slots * returns <= kMostReleases;
  isLarge_ = ops > kLarge || slots * exits > kManyPhis;
  isPlain_ = isRelease() && ops > kHuge;
}

namespace {

/// The successors to which a block goes unless something rare has happened: no exception, no test of
/// py-version-blocks whose answer it calls unlikely.
llvm::SmallVector<mlir::Block *, 2> likelySuccessors(mlir::Block &block) {
  mlir::Operation *terminator = block.getTerminator();
  if (auto check = mlir::dyn_cast<py::RaiseCheckOp>(terminator))
    return {check.getNormal()};
  if (mlir::isa<py::MayRaise>(terminator) && terminator->getNumSuccessors() == 1)
    return {};
  if (mlir::isa<py::EnterOp>(terminator))
    return {terminator->getSuccessor(0)};
  auto unlikely = terminator->getAttrOfType<mlir::BoolAttr>("unlikely"); // which side of a conditional branch
  if (unlikely)
    return {terminator->getSuccessor(unlikely.getValue() ? 1 : 0)};
  return llvm::SmallVector<mlir::Block *, 2>(terminator->getSuccessors());
}

} // namespace

// The bodies of modules and classes run once, and large functions spend their time in their loops; inline code elsewhere
// in them costs compile time and size for nothing. So does code behind what is unlikely, but in loops, which may go round
// there for long.
void FunctionLowering::findHotBlocks() {
  if (!isRelease() || isPlain_ || isRest())
    return;
  for (auto component = llvm::scc_begin(&source_.getBody().front()); !component.isAtEnd(); ++component)
    if (component.hasCycle())
      hotBlocks_.insert_range(*component);
  hasLikelyLoops_ = isFast() && !hotBlocks_.empty();
  isPlain_ = hotBlocks_.empty() && (source_.getFlags() & (kIsModuleBody | kIsClassBody));
  if (isSmall_) {
    llvm::SmallVector<mlir::Block *> work{&source_.getBody().front()};
    llvm::DenseSet<mlir::Block *> likely{work.front()};
    while (!work.empty())
      for (mlir::Block *successor : likelySuccessors(*work.pop_back_val()))
        if (likely.insert(successor).second)
          work.push_back(successor);
    hotBlocks_.insert_range(likely);
  }
  for (mlir::Block &block : source_.getBody()) {
    mlir::Operation *terminator = block.getTerminator();
    if (auto check = mlir::dyn_cast<py::RaiseCheckOp>(terminator))
      hotBlocks_.erase(check.getRaised());
    else if (mlir::isa<py::MayRaise>(terminator) && terminator->getNumSuccessors() == 1)
      hotBlocks_.erase(terminator->getSuccessor(0));
  }
}

void FunctionLowering::finishEntry() {
  builder.SetInsertPoint(entry_);
  llvm::BasicBlock *body = block(&source_.getBody().front());
  if (!isGenerator_) {
    builder.CreateBr(body);
    return;
  }
  // Thrown into before the start (sent is null): nothing has been entered that could catch it.
  llvm::BasicBlock *start = newBlock("start"), *thrown = newBlock("thrown");
  llvm::Value *point = builder.CreateLoad(builder.getInt32Ty(),
                                          fieldAddress(generator(), offsetof(Generator, resumePoint)));
  llvm::SwitchInst *dispatch = builder.CreateSwitch(point, start, resumeBlocks_.size());
  for (auto [index, resume] : llvm::enumerate(resumeBlocks_))
    dispatch->addCase(builder.getInt32(index + 1), resume);
  builder.SetInsertPoint(start);
  branchUnlikely(builder.CreateICmpEQ(sent(), word(0)), thrown, body);
  builder.SetInsertPoint(thrown);
  leave(word(0));
}

void FunctionLowering::leaveWithLikely(llvm::Value *result) {
  if (leavesAtOnce_)
    return leaveAtOnce(likelyPair(builder, function_->getReturnType(), result, word(0)));
  exitIsOther_->addIncoming(word(0), builder.GetInsertBlock());
  exitValue_->addIncoming(result, builder.GetInsertBlock());
  builder.CreateBr(exit_);
}

void FunctionLowering::leaveWithWord(llvm::Value *word) {
  leavesAtOnce_ && isHot_ && !exitIsOther_ ? leaveAtOnce(word) : leave(word);
}

void FunctionLowering::leaveAtOnce(llvm::Value *result) {
  bool wasHot = std::exchange(isHot_, true);
  releaseSlots();
  isHot_ = wasHot;
  builder.CreateRet(result);
}

void FunctionLowering::leaveWith(llvm::Value *result) {
  if (exitIsOther_) {
    exitIsOther_->addIncoming(builder.CreateExtractValue(result, 1), builder.GetInsertBlock());
    result = builder.CreateExtractValue(result, 0);
  }
  exitValue_->addIncoming(result, builder.GetInsertBlock());
  builder.CreateBr(exit_);
}

void FunctionLowering::leave(llvm::Value *result) {
  if (exitIsOther_) {
    exitIsOther_->addIncoming(word(1), builder.GetInsertBlock());
    result = builder.CreateBitCast(result, exitValue_->getType());
  }
  exitValue_->addIncoming(result, builder.GetInsertBlock());
  builder.CreateBr(exit_);
}

void FunctionLowering::propagate() {
  if (!propagation_)
    propagation_ = newBlock("propagate");
  builder.CreateBr(propagation_);
}

// Slots live to the end of the function anyway. Parameters that are never rebound do not: to hold them, or the caller's
// array, to the end makes fib 7% slower when nothing is raised.
void FunctionLowering::emitPropagation() {
  if (!propagation_)
    return;
  builder.SetInsertPoint(propagation_);
  if (!variables_.empty()) {
    llvm::Value *values = stackWords(variables_.size());
    for (auto [index, address] : llvm::enumerate(variables_))
      builder.CreateStore(builder.CreateLoad(builder.getInt64Ty(), address),
                          fieldAddress(values, index * sizeof(Value)));
    call("keep_locals", {module_.code(codeSymbol_), values, word(variables_.size())});
  }
  leave(word(0));
}

// All ways out meet here.
void FunctionLowering::emitExit() {
  if (exitValue_->getNumIncomingValues() == 0 && !isGenerator_) { // an endless loop
    exitValue_->eraseFromParent();
    if (exitIsOther_)
      exitIsOther_->eraseFromParent();
    exit_->eraseFromParent();
    return;
  }
  builder.SetInsertPoint(exit_);
  isHot_ = isSmall_;
  if (slotArray_)
    builder.CreateCall(module_.releaseAllHelper(), {slotArray_, word(orderedSlots_.size())});
  else
    releaseSlots();
  if (isGenerator_)
    builder.CreateStore(builder.getInt32(static_cast<uint32_t>(GeneratorState::kFinished)),
                        fieldAddress(generator(), offsetof(Generator, state)));
  if (exitIsOther_)
    builder.CreateAggregateRet(std::array<llvm::Value *, 2>{exitValue_, exitIsOther_}.data(), 2);
  else
    builder.CreateRet(exitValue_);
}

void FunctionLowering::releaseSlots() {
  llvm::SmallVector<llvm::Value *> slots(orderedSlots_);
  if (module_.dropsLastFirst())
    std::reverse(slots.begin(), slots.end());
  for (llvm::Value *slot : slots) {
    llvm::Value *value = builder.CreateLoad(builder.getInt64Ty(), slot);
    if (isGenerator_)
      builder.CreateStore(word(0), slot);
    release(value);
  }
}

// ---- Blocks and ops -----------------------------------------------------------------------------------

void FunctionLowering::lowerBlock(mlir::Block *source) {
  builder.SetInsertPoint(block(source));
  bool isHot = hotBlocks_.contains(source);
  isHot_ = false;
  if (!isHot && lowerUnwindBlock(source))
    return;
  for (mlir::Operation &op : *source) {
    isHot_ = isHot && !op.hasAttr("cold"); // py-version-blocks has taken out the common cases
    lowerOperation(&op);
  }
}

void FunctionLowering::lowerOperation(mlir::Operation *op) {
  if (!mlir::isa<py::RaiseCheckOp>(op))
    raiseIf(nullptr);
  if (Handler handler = module_.handlers().find(op))
    handler(*this, op);
  else if (mlir::isa<py::EntryPointOp>(op))
    lowerEntryPoint(*this, op);
  else
    module_.fail(op, "has no lowering to LLVM");
}

llvm::BasicBlock *FunctionLowering::newBlock(const llvm::Twine &name) {
  return llvm::BasicBlock::Create(module_.context(), name, function_);
}

llvm::Value *FunctionLowering::operand(mlir::Value value) {
  if (llvm::Value *known = values_.lookup(value))
    return known;
  mlir::Operation *op = value.getDefiningOp();
  if (mlir::isa_and_nonnull<py::NullOp>(op))
    return word(0);
  if (auto cell = mlir::dyn_cast_or_null<py::ClosureCellOp>(op))
    return closureCell(cell.getIndex());
  if (auto constant = mlir::dyn_cast_or_null<py::ConstantOp>(op)) {
    if (llvm::Constant *data = constants().get(constant.getValue()))
      return constantWord(data);
    uint64_t index = pythonModule_.dynamicConstant(constant.getValue());
    return loadField(moduleArray(offsetof(Module, constants)), index * sizeof(Value));
  }
  module_.fail(op ? op : source_.getOperation(), "a value is used that has not been lowered");
  return word(0);
}

// ---- Addresses --------------------------------------------------------------------------------------------

llvm::Value *FunctionLowering::constantWord(llvm::Constant *constant) {
  if (!constant->getType()->isPointerTy())
    return constant;
  return llvm::ConstantExpr::getPtrToInt(constant, builder.getInt64Ty());
}

llvm::Value *FunctionLowering::fieldAddress(llvm::Value *object, uint64_t offset) {
  return builder.CreateConstInBoundsGEP1_64(builder.getInt8Ty(), object, offset);
}

llvm::Value *FunctionLowering::loadField(llvm::Value *object, uint64_t offset, Memory memory) {
  return tag(builder.CreateLoad(builder.getInt64Ty(), fieldAddress(object, offset)), memory);
}

llvm::Value *FunctionLowering::loadInt32(llvm::Value *object, uint64_t offset, Memory memory) {
  return tag(builder.CreateLoad(builder.getInt32Ty(), fieldAddress(object, offset)), memory);
}

std::pair<unsigned, llvm::BasicBlock *> FunctionLowering::newResumePoint() {
  resumeBlocks_.push_back(newBlock("resume"));
  return {resumeBlocks_.size(), resumeBlocks_.back()};
}

llvm::Value *FunctionLowering::frameWord(unsigned index) {
  return fieldAddress(generator(), sizeof(Generator) + index * sizeof(Value));
}

// What the function never changes is loaded once, at its start.
static void setInvariant(llvm::Value *load) {
  llvm::cast<llvm::LoadInst>(load)->setMetadata(llvm::LLVMContext::MD_invariant_load,
                                                llvm::MDNode::get(load->getContext(), {}));
}

llvm::Value *FunctionLowering::moduleWord() {
  if (moduleSlot_)
    return builder.CreateLoad(builder.getInt64Ty(), moduleSlot_, /*isVolatile=*/true);
  if (isLarge_)
    return loadField(callee(), offsetof(Function, module));
  if (!moduleWord_) {
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_);
    moduleWord_ = loadField(callee_, offsetof(Function, module));
    setInvariant(moduleWord_);
  }
  return moduleWord_;
}

llvm::Value *FunctionLowering::moduleArray(uint64_t fieldOffset) {
  if (isLarge_)
    return pointer(loadField(pointer(moduleWord()), fieldOffset));
  llvm::Value *&array = moduleArrays_[fieldOffset];
  if (!array) {
    llvm::Value *module = moduleWord();
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_);
    llvm::Value *address = loadField(pointer(module), fieldOffset);
    setInvariant(address);
    array = pointer(address);
  }
  return array;
}

llvm::Value *FunctionLowering::depth() {
  auto load = [&](llvm::Value *runtime) {
    return loadInt32(runtime, offsetof(RuntimeEvents, depth), Memory::Depth);
  };
  if (isLarge_)
    return load(moduleArray(offsetof(Module, runtime)));
  if (!depth_) {
    llvm::Value *runtime = moduleArray(offsetof(Module, runtime));
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_);
    depth_ = load(runtime);
  }
  return depth_;
}

// No count in memory that goes up and down: calls would wait for each other's stores.
void FunctionLowering::changeDepth(uint32_t above) {
  llvm::Value *depth = this->depth();
  if (isLarge_)
    depth = builder.CreateAdd(depth, builder.getInt32(above ? above : -1));
  else if (above)
    depth = builder.CreateAdd(depth, builder.getInt32(above), "", /*HasNUW=*/true);
  llvm::Value *address = fieldAddress(moduleArray(offsetof(Module, runtime)), offsetof(RuntimeEvents, depth));
  tag(builder.CreateStore(depth, address), Memory::Depth);
}

llvm::Value *FunctionLowering::knownClasses() {
  if (isLarge_)
    return pointer(loadField(moduleArray(offsetof(Module, runtime)), offsetof(RuntimeEvents, knownClasses)));
  if (!knownClasses_) {
    llvm::Value *runtime = moduleArray(offsetof(Module, runtime));
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_);
    llvm::Value *address = loadField(runtime, offsetof(RuntimeEvents, knownClasses));
    setInvariant(address);
    knownClasses_ = pointer(address);
  }
  return knownClasses_;
}

llvm::Value *FunctionLowering::globalCache(llvm::StringRef name) {
  return fieldAddress(moduleArray(offsetof(Module, globalCaches)), pythonModule_.globalCache(name) * sizeof(GlobalCache));
}

llvm::Value *FunctionLowering::newAttributeCache() {
  return fieldAddress(moduleArray(offsetof(Module, attributeCaches)),
                      pythonModule_.attributeCacheCount++ * sizeof(AttributeCache));
}

llvm::Value *FunctionLowering::closureCell(unsigned index) {
  if (isLarge_)
    return loadField(pointer(loadField(callee(), offsetof(Function, closure))), sizeof(Tuple) + index * sizeof(Value));
  if (closureCells_.size() <= index)
    closureCells_.resize(index + 1);
  llvm::Value *&cell = closureCells_[index];
  if (!cell) {
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_);
    // Not loads of what never changes: where this is inlined, the function may just have been made (lower_closures.cpp).
    llvm::Value *closure = loadField(callee_, offsetof(Function, closure), Memory::World);
    cell = loadField(pointer(closure), sizeof(Tuple) + index * sizeof(Value), Memory::World);
  }
  return cell;
}

llvm::Value *FunctionLowering::temporaryAddress(mlir::Value temporary) {
  llvm::Value *&address = temporaries_[temporary];
  if (!address) {
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_, entry_->begin());
    address = builder.CreateAlloca(builder.getInt64Ty());
  }
  return address;
}

llvm::AllocaInst *FunctionLowering::stackWords(unsigned count) {
  llvm::AllocaInst *&words = stackWords_[count];
  if (!words) {
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_, entry_->begin());
    words = builder.CreateAlloca(llvm::ArrayType::get(builder.getInt64Ty(), count));
    words->setAlignment(llvm::Align(8));
  }
  return words;
}

// ---- Calls and raising -----------------------------------------------------------------------------------------

llvm::CallInst *FunctionLowering::call(llvm::StringRef name, llvm::ArrayRef<llvm::Value *> arguments) {
  const EntryPoint *entry = findEntryPoint(name);
  assert(entry && "no such entry point in abi/entry_points.def");
  return builder.CreateCall(module_.entryFunction(*entry), arguments);
}

void FunctionLowering::branchUnlikely(llvm::Value *condition, llvm::BasicBlock *unlikely, llvm::BasicBlock *likely) {
  builder.CreateCondBr(condition, unlikely, likely, llvm::MDBuilder(module_.context()).createUnlikelyBranchWeights());
}

llvm::BasicBlock *FunctionLowering::unwindBlock(mlir::Operation *op) {
  if (auto check = mlir::dyn_cast_or_null<py::RaiseCheckOp>(op->getNextNode()))
    return block(check.getRaised());
  assert(op->getNumSuccessors() == 1 && "a raising op without an unwind block");
  return block(op->getSuccessor(0));
}

void FunctionLowering::raiseIf(llvm::Value *condition, std::function<void()> action) {
  raised_ = condition;
  raiseAction_ = std::move(action);
}

void FunctionLowering::branchIfRaised(mlir::Operation *op, llvm::Value *condition) {
  llvm::BasicBlock *normal = newBlock();
  branchUnlikely(condition, unwindBlock(op), normal);
  builder.SetInsertPoint(normal);
}

void FunctionLowering::finishRaise(mlir::Block *raised, mlir::Block *normal) {
  llvm::Value *condition = std::exchange(raised_, nullptr);
  std::function<void()> action = std::exchange(raiseAction_, nullptr);
  if (!condition) {
    builder.CreateBr(block(normal));
    return;
  }
  if (!action) {
    branchUnlikely(condition, block(raised), block(normal));
    return;
  }
  llvm::BasicBlock *edge = newBlock();
  branchUnlikely(condition, edge, block(normal));
  builder.SetInsertPoint(edge);
  action();
  builder.CreateBr(block(raised));
}

// The site travels in a word of the stack and not in a phi: a function may raise at thousands of places, and a phi with
// that many ways in makes the register coalescer quadratic. Volatile keeps LLVM from making a phi of it.
void FunctionLowering::storeSite(unsigned site) {
  if (!siteWord_) {
    llvm::IRBuilderBase::InsertPointGuard guard(builder);
    builder.SetInsertPoint(entry_, entry_->begin());
    siteWord_ = builder.CreateAlloca(builder.getInt32Ty(), nullptr, "site");
  }
  builder.CreateStore(builder.getInt32(site), siteWord_, /*isVolatile=*/true);
}

llvm::BasicBlock *FunctionLowering::tracebackBlock(mlir::Block *handler) {
  llvm::BasicBlock *&shared = tracebackBlocks_[handler];
  if (shared)
    return shared;
  shared = newBlock("traceback");
  llvm::IRBuilderBase::InsertPointGuard guard(builder);
  builder.SetInsertPoint(shared);
  llvm::Value *number = builder.CreateLoad(builder.getInt32Ty(), siteWord_, /*isVolatile=*/true);
  call("add_traceback", {module_.code(codeSymbol_), moduleWord(), number});
  if (handler)
    builder.CreateBr(block(handler));
  else
    propagate();
  return shared;
}

void FunctionLowering::branchToTraceback(unsigned site, mlir::Block *handler) {
  storeSite(site);
  builder.CreateBr(tracebackBlock(handler));
}

// What an exception finds on its way out dies newest first, as on CPython's stack. So ways to one handler end alike, and
// share the releases that they have in common.
bool FunctionLowering::lowerUnwindBlock(mlir::Block *source) {
  mlir::Operation *last = &source->back();
  auto traceback = mlir::dyn_cast_or_null<py::AddTracebackOp>(last->getPrevNode());
  if (!traceback || source->getOperations().size() < 3 || !mlir::isa<mlir::cf::BranchOp, py::PropagateOp>(last))
    return false;
  llvm::SmallVector<py::ReleaseOp> releases;
  for (mlir::Operation *op = &source->front(); op != traceback; op = op->getNextNode()) {
    auto release = mlir::dyn_cast<py::ReleaseOp>(op);
    if (!release)
      return false;
    releases.push_back(release);
  }
  llvm::stable_sort(releases, [&](py::ReleaseOp a, py::ReleaseOp b) { return isOlder(a.getValue(), b.getValue()); });
  storeSite(site(traceback.getLoc()));
  mlir::Block *handler = last->getNumSuccessors() ? last->getSuccessor(0) : nullptr;
  llvm::BasicBlock *next = tracebackBlock(handler);
  for (py::ReleaseOp release : releases) {
    llvm::BasicBlock *&shared = unwindBlocks_[{release.getValue(), next}];
    if (!shared) {
      shared = newBlock("unwind");
      llvm::IRBuilderBase::InsertPointGuard guard(builder);
      builder.SetInsertPoint(shared);
      lowerOperation(release);
      builder.CreateBr(next);
    }
    next = shared;
  }
  builder.CreateBr(next);
  return true;
}

// Of two values that live at one place: each one's definition dominates it.
bool FunctionLowering::isOlder(mlir::Value a, mlir::Value b) {
  if (a.getParentBlock() != b.getParentBlock())
    return blockOrder_.lookup(a.getParentBlock()) < blockOrder_.lookup(b.getParentBlock());
  mlir::Operation *first = a.getDefiningOp(), *second = b.getDefiningOp();
  if (first && second && first != second)
    return first->isBeforeInBlock(second);
  auto number = [](mlir::Value value) {
    auto argument = mlir::dyn_cast<mlir::BlockArgument>(value);
    return argument ? argument.getArgNumber() : mlir::cast<mlir::OpResult>(value).getResultNumber();
  };
  return first && second ? number(a) < number(b) : !first && (second || number(a) < number(b));
}

// ---- Positions ---------------------------------------------------------------------------------------------------

// An op with two places, a call and its lookup, has two sites in a row (see molt_call_method_py).
unsigned FunctionLowering::site(mlir::Location location) {
  location = innermost(location);
  auto &sites = module_.facts(codeSymbol_).sites; // shared by the versions of a function
  auto [known, isNew] = sites.try_emplace(location, sites.size());
  unsigned number = known->second;
  auto fused = mlir::dyn_cast<mlir::FusedLoc>(location);
  if (isNew && fused && fused.getLocations().size() == 2)
    sites.try_emplace(mlir::NameLoc::get(mlir::StringAttr::get(fused.getContext(), "lookup"), fused), number + 1);
  return number;
}

} // namespace molt::codegen
