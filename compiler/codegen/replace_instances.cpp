#include "compiler/codegen/replace_instances.h"

#include "abi/object.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/BlockFrequencyInfo.h>
#include <llvm/Analysis/BranchProbabilityInfo.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/MDBuilder.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/SSAUpdater.h>

namespace molt::codegen {
namespace {

using llvm::BasicBlock;
using llvm::CallInst;
using llvm::Instruction;
using llvm::Use;
using llvm::Value;

// Instances are made that much less often than they would be, or it does not pay.
constexpr uint64_t kGain = 4;

/// Where the use of a value is made: of a phi's operand, at the end of the block it comes from.
BasicBlock *blockOf(const Use &use) {
  auto *user = llvm::cast<Instruction>(use.getUser());
  auto *phi = llvm::dyn_cast<llvm::PHINode>(user);
  return phi ? phi->getIncomingBlock(use) : user->getParent();
}

bool callsHelper(const Instruction &instruction, llvm::StringRef name) {
  auto *call = llvm::dyn_cast<CallInst>(&instruction);
  return call && call->getCalledFunction() && call->getCalledFunction()->getName() == name;
}

/// One instance that may be replaced.
class Replacement {
public:
  Replacement(CallInst &made, uint64_t size, bool isBuiltin) : made_(made), size_(size), isBuiltin_(isBuiltin) {}

  /// Whether it can be, and pays.
  bool find(llvm::FunctionAnalysisManager &analyses);
  void make();

private:
  /// What is the instance's address and so many bytes: words and pointers.
  using Addresses = llvm::MapVector<Instruction *, int64_t>;
  enum class Role { Access, Test, End, Address, Escape };

  std::optional<int64_t> offsetBehind(const Use &use, int64_t offset) const;
  std::optional<bool> outcome(const Use &use) const;
  Role roleOf(const Use &use) const;
  void follow();
  bool findOutside();
  bool pays(llvm::FunctionAnalysisManager &analyses);

  Value *copy(llvm::IRBuilder<> &b);
  void materialize();
  void replaceOutside(Use &use);
  void replaceInside(Use &use);
  void end(CallInst &release);
  void endBuiltin(CallInst &release);
  Value *field(llvm::IRBuilder<> &b, int64_t offset) {
    return b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), variable_, offset);
  }

  CallInst &made_;
  uint64_t size_; // bytes
  bool isBuiltin_;
  Addresses addresses_;
  llvm::SmallVector<Use *> uses_;                 // of addresses
  llvm::SetVector<BasicBlock *> outside_;         // where the instance may be known elsewhere
  llvm::SmallPtrSet<BasicBlock *, 32> live_;      // of those: it is used there or later
  llvm::SmallSetVector<BasicBlock *, 8> entries_; // of those: they are come to from where it is not
  llvm::DenseSet<uint64_t> counted_;              // the fields that may hold what has a count
  llvm::AllocaInst *variable_ = nullptr;
  llvm::SSAUpdater instance_; // outside
};

// ---- What is done with it -------------------------------------------------------------------------------------------

/// What the user of an address makes of it, where that is a further address.
std::optional<int64_t> Replacement::offsetBehind(const Use &use, int64_t offset) const {
  auto *user = llvm::cast<Instruction>(use.getUser());
  if (llvm::isa<llvm::PtrToIntInst, llvm::IntToPtrInst>(user))
    return offset;
  if (auto *step = llvm::dyn_cast<llvm::GetElementPtrInst>(user)) {
    const llvm::DataLayout &layout = made_.getDataLayout();
    llvm::APInt more(layout.getIndexTypeSizeInBits(step->getType()), 0);
    if (use.getOperandNo() == 0 && step->accumulateConstantOffset(layout, more))
      return offset + more.getSExtValue();
  }
  if (user->getOpcode() == Instruction::Add)
    if (auto *more = llvm::dyn_cast<llvm::ConstantInt>(user->getOperand(1)))
      return offset + more->getSExtValue();
  return {};
}

/// What a comparison gives, where that is known since no other object has the address.
std::optional<bool> Replacement::outcome(const Use &use) const {
  auto *test = llvm::dyn_cast<llvm::ICmpInst>(use.getUser());
  if (!test)
    return {};
  Value *other = test->getOperand(1 - use.getOperandNo());
  if (auto *address = llvm::dyn_cast<Instruction>(other); address && addresses_.contains(address))
    return {};
  int64_t offset = addresses_.find(llvm::cast<Instruction>(use.get()))->second;
  if (test->isEquality() && offset == 0)
    return test->getPredicate() == llvm::ICmpInst::ICMP_NE;
  if (auto *cast = llvm::dyn_cast<llvm::ConstantExpr>(other); cast && cast->getOpcode() == Instruction::IntToPtr)
    other = cast->getOperand(0);
  auto *limit = llvm::dyn_cast<llvm::ConstantInt>(other);
  if (!limit || limit->getBitWidth() != 64 || use.getOperandNo() != 0)
    return {};
  // No object lies within a page of null, nor of where pointers end.
  constexpr uint64_t kPage = 4096;
  llvm::ConstantRange range(llvm::APInt(64, kPage), llvm::APInt(64, kPointerLimit - kPage));
  range = range.add(llvm::APInt(64, offset, /*isSigned=*/true));
  llvm::ConstantRange bound(limit->getValue());
  if (range.icmp(test->getPredicate(), bound))
    return true;
  if (range.icmp(test->getInversePredicate(), bound))
    return false;
  return {};
}

Replacement::Role Replacement::roleOf(const Use &use) const {
  auto *user = llvm::cast<Instruction>(use.getUser());
  int64_t offset = addresses_.find(llvm::cast<Instruction>(use.get()))->second;
  auto isInBounds = [&](llvm::Type *type) {
    return offset >= 0 && offset + made_.getDataLayout().getTypeStoreSize(type) <= size_;
  };
  if (auto *load = llvm::dyn_cast<llvm::LoadInst>(user))
    return load->isSimple() && isInBounds(load->getType()) ? Role::Access : Role::Escape;
  if (auto *store = llvm::dyn_cast<llvm::StoreInst>(user)) {
    bool isAddress = use.getOperandNo() == llvm::StoreInst::getPointerOperandIndex();
    return isAddress && store->isSimple() && isInBounds(store->getValueOperand()->getType()) ? Role::Access : Role::Escape;
  }
  if (outcome(use))
    return Role::Test;
  if (callsHelper(*user, kLastRelease))
    return Role::End;
  return addresses_.contains(user) ? Role::Address : Role::Escape;
}

void Replacement::follow() {
  addresses_.insert({&made_, 0});
  for (size_t i = 0; i < addresses_.size(); ++i) {
    auto [address, offset] = *(addresses_.begin() + i);
    for (Use &use : address->uses())
      if (std::optional<int64_t> behind = offsetBehind(use, offset))
        addresses_.insert({llvm::cast<Instruction>(use.getUser()), *behind});
  }
  for (auto [address, offset] : addresses_)
    for (Use &use : address->uses())
      uses_.push_back(&use);
}

// ---- Where it is known elsewhere ------------------------------------------------------------------------------------

/// Whether it is made before that.
bool Replacement::findOutside() {
  BasicBlock *start = made_.getParent(); // its successors may come back to it: then there is a new one
  for (Use *use : uses_)
    if (roleOf(*use) == Role::Escape)
      outside_.insert(blockOf(*use));
  if (outside_.contains(start))
    return false;
  for (size_t i = 0; i < outside_.size(); ++i)
    for (BasicBlock *next : llvm::successors(outside_[i]))
      if (next != start)
        outside_.insert(next);
  llvm::SmallVector<BasicBlock *> work;
  for (Use *use : uses_)
    if (BasicBlock *block = blockOf(*use); outside_.contains(block) && live_.insert(block).second)
      work.push_back(block);
  while (!work.empty())
    for (BasicBlock *before : llvm::predecessors(work.pop_back_val())) {
      if (before != start && outside_.contains(before) && live_.insert(before).second)
        work.push_back(before);
    }
  for (BasicBlock *block : outside_)
    if (live_.contains(block) &&
        llvm::any_of(llvm::predecessors(block), [&](BasicBlock *before) { return !outside_.contains(before); }))
      entries_.insert(block);
  return true;
}

bool Replacement::pays(llvm::FunctionAnalysisManager &analyses) {
  llvm::Function &function = *made_.getFunction();
  auto &frequencies = analyses.getResult<llvm::BlockFrequencyAnalysis>(function);
  auto &probabilities = analyses.getResult<llvm::BranchProbabilityAnalysis>(function);
  llvm::BlockFrequency limit(frequencies.getBlockFreq(made_.getParent()).getFrequency() / kGain), often(0);
  for (BasicBlock *entry : entries_)
    for (BasicBlock *before : llvm::predecessors(entry))
      if (!outside_.contains(before))
        often += frequencies.getBlockFreq(before) * probabilities.getEdgeProbability(before, entry);
  return often <= limit;
}

bool Replacement::find(llvm::FunctionAnalysisManager &analyses) {
  follow();
  if (!findOutside() || !pays(analyses))
    return false;
  for (Use *use : uses_) {
    auto *store = llvm::dyn_cast<llvm::StoreInst>(use->getUser());
    if (!store || outside_.contains(store->getParent()))
      continue;
    bool hasCount = !llvm::isa<llvm::Constant>(store->getValueOperand()) && !store->hasMetadata(kUncounted);
    int64_t offset = addresses_.find(llvm::cast<Instruction>(use->get()))->second;
    if (hasCount && offset >= int64_t(sizeof(Object)))
      counted_.insert(offset / sizeof(molt::Value) * sizeof(molt::Value));
  }
  return true;
}

// ---- What stands for it ---------------------------------------------------------------------------------------------

/// An instance as the variable has it.
Value *Replacement::copy(llvm::IRBuilder<> &b) {
  auto *instance = llvm::cast<CallInst>(made_.clone());
  b.Insert(instance);
  b.CreateMemCpy(instance, llvm::Align(sizeof(molt::Value)), variable_, llvm::Align(sizeof(molt::Value)), size_);
  return instance;
}

void Replacement::materialize() {
  instance_.Initialize(made_.getType(), "instance");
  for (BasicBlock *entry : entries_) {
    llvm::SmallSetVector<BasicBlock *, 4> from;
    for (BasicBlock *before : llvm::predecessors(entry))
      if (!outside_.contains(before))
        from.insert(before);
    BasicBlock *block = llvm::SplitBlockPredecessors(entry, from.getArrayRef(), ".instance", (llvm::DominatorTree *)nullptr);
    llvm::IRBuilder<> b(block->getTerminator());
    instance_.AddAvailableValue(block, copy(b));
  }
}

void Replacement::replaceOutside(Use &use) {
  int64_t offset = addresses_.find(llvm::cast<Instruction>(use.get()))->second;
  BasicBlock *block = blockOf(use);
  auto *user = llvm::cast<Instruction>(use.getUser());
  llvm::IRBuilder<> b(llvm::isa<llvm::PHINode>(user) ? block->getTerminator() : user);
  Value *address = instance_.GetValueInMiddleOfBlock(block);
  if (use->getType()->isIntegerTy())
    address = b.CreateAdd(b.CreatePtrToInt(address, use->getType()), llvm::ConstantInt::get(use->getType(), offset));
  else
    address = b.CreateConstGEP1_64(b.getInt8Ty(), address, offset);
  use.set(address);
}

void Replacement::replaceInside(Use &use) {
  int64_t offset = addresses_.find(llvm::cast<Instruction>(use.get()))->second;
  auto *user = llvm::cast<Instruction>(use.getUser());
  switch (roleOf(use)) {
  case Role::Access: {
    llvm::IRBuilder<> b(user);
    use.set(field(b, offset));
    break;
  }
  case Role::Test:
    user->replaceAllUsesWith(llvm::ConstantInt::getBool(user->getContext(), *outcome(use)));
    user->eraseFromParent();
    break;
  case Role::End:
    isBuiltin_ ? endBuiltin(*llvm::cast<CallInst>(user)) : end(*llvm::cast<CallInst>(user));
    break;
  case Role::Address:
    break;
  case Role::Escape:
    llvm_unreachable("it is not known elsewhere");
  }
}

// Its fields are released in their order, and its class. Where the class may have a finalizer by now, or would go too, the
// runtime ends an instance that is made for it.
void Replacement::end(CallInst &release) {
  llvm::LLVMContext &context = release.getContext();
  llvm::Module *module = release.getModule();
  llvm::BasicBlock *start = release.getParent(), *done = start->splitBasicBlock(&release);
  auto *quick = BasicBlock::Create(context, "", start->getParent(), done);
  auto *slow = BasicBlock::Create(context, "", start->getParent(), done);
  start->getTerminator()->eraseFromParent();
  llvm::IRBuilder<> b(start);
  Value *events = made_.getArgOperand(0);
  Value *changed = b.CreateLoad(
      b.getInt32Ty(), b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), events, offsetof(RuntimeEvents, classesChanged)));
  Value *type = b.CreateIntToPtr(b.CreateLoad(b.getInt64Ty(), field(b, offsetof(Object, type))), b.getPtrTy());
  Value *countAddress = b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), type, offsetof(Object, refcount));
  Value *count = b.CreateLoad(b.getInt32Ty(), countAddress);
  Value *isPlain = b.CreateAnd(b.CreateICmpEQ(changed, b.getInt32(0)), b.CreateICmpSGT(count, b.getInt32(1)));
  b.CreateCondBr(isPlain, quick, slow, llvm::MDBuilder(context).createLikelyBranchWeights());
  b.SetInsertPoint(slow);
  auto *ended = llvm::cast<CallInst>(release.clone());
  ended->setArgOperand(0, b.CreatePtrToInt(copy(b), b.getInt64Ty()));
  b.Insert(ended);
  b.CreateBr(done);
  b.SetInsertPoint(quick);
  b.CreateStore(b.CreateSub(count, b.getInt32(1)), countAddress);
  llvm::Function *releaseHelper = module->getFunction(kRelease);
  for (uint64_t offset = sizeof(Object); offset < size_; offset += sizeof(molt::Value)) {
    if (!counted_.contains(offset))
      continue;
    Value *word = b.CreateLoad(b.getInt64Ty(), field(b, offset));
    b.CreateCall(releaseHelper, {word})->setCallingConv(releaseHelper->getCallingConv());
  }
  b.CreateBr(done);
  release.eraseFromParent();
}

/// Releases a word as lower_refcounts.cpp does in hot code, so that it matters what is known of it: the last reference to another
/// such object may end that.
static void releaseWord(Value *word, Instruction *before, llvm::Function &lastRelease) {
  llvm::IRBuilder<> b(before);
  Value *isPointer = b.CreateICmpULT(b.CreateSub(word, b.getInt64(1)), b.getInt64(kPointerLimit - 1));
  Instruction *object = llvm::SplitBlockAndInsertIfThen(isPointer, before, /*Unreachable=*/false);
  b.SetInsertPoint(object);
  Value *address =
      b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), b.CreateIntToPtr(word, b.getPtrTy()), offsetof(Object, refcount));
  Value *count = b.CreateLoad(b.getInt32Ty(), address);
  Instruction *shared, *other;
  llvm::SplitBlockAndInsertIfThenElse(b.CreateICmpSGT(count, b.getInt32(1)), object, &shared, &other);
  b.SetInsertPoint(shared);
  b.CreateStore(b.CreateSub(count, b.getInt32(1)), address);
  b.SetInsertPoint(other);
  Value *isLast = b.CreateICmpEQ(count, b.getInt32(1)); // or immortal
  b.SetInsertPoint(llvm::SplitBlockAndInsertIfThen(isLast, other, /*Unreachable=*/false));
  b.CreateCall(&lastRelease, {word})->setCallingConv(lastRelease.getCallingConv());
}

void Replacement::endBuiltin(CallInst &release) {
  llvm::Function &lastRelease = *release.getCalledFunction();
  for (uint64_t offset = sizeof(Object); offset < size_; offset += sizeof(molt::Value)) {
    if (!counted_.contains(offset))
      continue;
    llvm::IRBuilder<> b(&release);
    releaseWord(b.CreateLoad(b.getInt64Ty(), field(b, offset)), &release, lastRelease);
  }
  release.eraseFromParent();
}

void Replacement::make() {
  llvm::Function &function = *made_.getFunction();
  llvm::IRBuilder<> b(&function.getEntryBlock(), function.getEntryBlock().getFirstInsertionPt());
  variable_ = b.CreateAlloca(llvm::ArrayType::get(b.getInt8Ty(), size_));
  variable_->setAlignment(llvm::Align(sizeof(molt::Value)));
  llvm::SmallVector<Use *> inside, outside;
  for (Use *use : uses_)
    if (!addresses_.contains(llvm::cast<Instruction>(use->getUser())) || outside_.contains(blockOf(*use)))
      (outside_.contains(blockOf(*use)) ? outside : inside).push_back(use);
  materialize();
  for (Use *use : outside)
    replaceOutside(*use);
  for (Use *use : inside)
    replaceInside(*use);
  llvm::SmallVector<Instruction *> dead;
  for (auto [address, offset] : addresses_)
    dead.push_back(address);
  while (!dead.empty()) {
    Instruction *address = dead.pop_back_val();
    if (address->use_empty())
      address->eraseFromParent();
  }
}

} // namespace

llvm::PreservedAnalyses ReplaceInstancesPass::run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses) {
  struct Candidate {
    CallInst *call;
    uint64_t size;
    bool isBuiltin;
  };
  llvm::SmallVector<Candidate> candidates;
  for (BasicBlock &block : function)
    for (Instruction &instruction : block)
      if (auto *call = llvm::dyn_cast<CallInst>(&instruction); call && call->getCalledFunction()) {
        llvm::StringRef name = call->getCalledFunction()->getName();
        uint64_t size;
        bool isBuiltin = name.consume_front(kBuiltinCellTaker);
        if ((isBuiltin || name.consume_front(kCellTaker)) && !name.getAsInteger(10, size))
          candidates.push_back({call, size, isBuiltin});
      }
  bool any = false;
  for (auto [call, size, isBuiltin] : candidates) {
    Replacement replacement(*call, size, isBuiltin);
    if (!replacement.find(analyses))
      continue;
    replacement.make();
    analyses.invalidate(function, llvm::PreservedAnalyses::none());
    any = true;
  }
  if (any)
    function.addFnAttr(kHasReplaced);
  else
    function.removeFnAttr(kHasReplaced);
  return any ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

} // namespace molt::codegen
