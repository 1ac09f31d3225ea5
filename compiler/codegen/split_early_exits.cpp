#include "compiler/codegen/split_early_exits.h"

#include "compiler/codegen/inline_calls.h"

#include <llvm/ADT/SetVector.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/ProfDataUtils.h>
#include <llvm/Transforms/Utils/Cloning.h>

namespace molt::codegen {
namespace {

using llvm::BasicBlock;
using llvm::Function;
using llvm::Instruction;
using llvm::Value;

constexpr unsigned kMostTested = 24; // instructions before the exits
constexpr uint64_t kUnlikely = 64;   // an exit that is taken that much less often is none

bool isRecursive(Function &function) {
  return llvm::any_of(hotCalls(function), [&](llvm::CallBase *call) { return call->getCalledFunction() == &function; });
}

/// Changes nothing, and can be done twice.
bool isTest(const Instruction &instruction) {
  if (llvm::any_of(instruction.operands(), llvm::IsaPred<llvm::AllocaInst>))
    return false;
  if (auto *load = llvm::dyn_cast<llvm::LoadInst>(&instruction))
    return load->isSimple();
  if (auto *intrinsic = llvm::dyn_cast<llvm::IntrinsicInst>(&instruction))
    return intrinsic->doesNotAccessMemory();
  return llvm::isa<llvm::BranchInst>(instruction) ||
         (!instruction.mayReadOrWriteMemory() && !instruction.isTerminator() && !llvm::isa<llvm::PHINode>(instruction));
}

bool isUnlikely(const llvm::BranchInst &branch, unsigned successor) {
  uint64_t first, second;
  if (!branch.isConditional() || !llvm::extractBranchWeights(branch, first, second))
    return false;
  return successor == 0 ? first * kUnlikely < second : second * kUnlikely < first;
}

/// The blocks that a function begins with and that only test, a tree, and the branches from there to a return.
struct Beginning {
  llvm::SmallSetVector<BasicBlock *, 8> tests;
  llvm::SmallVector<std::pair<llvm::BranchInst *, unsigned>> exits; // the successors that return

  explicit Beginning(Function &function) {
    unsigned size = 0;
    llvm::SmallVector<BasicBlock *> work{&function.getEntryBlock()};
    while (!work.empty()) {
      BasicBlock *block = work.pop_back_val();
      unsigned more = llvm::count_if(*block, [](Instruction &one) { return !llvm::isa<llvm::AllocaInst>(one); });
      if (size + more > kMostTested || !onlyTests(*block))
        continue;
      size += more;
      tests.insert(block);
      for (BasicBlock *next : llvm::successors(block))
        if (next->getSinglePredecessor() == block && !returnsAtOnce(*next))
          work.push_back(next);
    }
    for (BasicBlock *block : tests)
      if (auto *branch = llvm::cast<llvm::BranchInst>(block->getTerminator()); branch->isConditional())
        for (unsigned index : {0, 1})
          if (returnsAtOnce(*branch->getSuccessor(index)) && !isUnlikely(*branch, index)) {
            exits.push_back({branch, index});
            break;
          }
  }

  static bool onlyTests(BasicBlock &block) {
    return llvm::all_of(block, [&](Instruction &one) { return isTest(one) || llvm::isa<llvm::AllocaInst>(one); }) &&
           llvm::isa<llvm::BranchInst>(block.getTerminator());
  }

  /// It takes what it returns from its phis.
  static bool returnsAtOnce(BasicBlock &block) {
    return llvm::isa<llvm::ReturnInst>(block.getTerminator()) &&
           llvm::all_of(block, llvm::IsaPred<llvm::PHINode, llvm::InsertValueInst, llvm::ReturnInst>);
  }
};

class Splitting {
public:
  Splitting(Function &function, const Beginning &beginning) : function_(function), beginning_(beginning) {}

  void make() {
    moveBody();
    for (BasicBlock *block : beginning_.tests)
      copies_[block] = BasicBlock::Create(function_.getContext(), "", &function_);
    for (BasicBlock *block : beginning_.tests)
      copy(*block);
    for (auto [branch, index] : beginning_.exits) { // they have been taken
      BasicBlock *other = branch->getSuccessor(1 - index);
      branch->getSuccessor(index)->removePredecessor(branch->getParent());
      llvm::BranchInst::Create(other, branch->getIterator());
      branch->eraseFromParent();
    }
  }

private:
  void moveBody() {
    body_ = Function::Create(function_.getFunctionType(), llvm::GlobalValue::InternalLinkage, function_.getName() + kBody,
                             function_.getParent());
    body_->copyAttributesFrom(&function_);
    body_->setLinkage(llvm::GlobalValue::InternalLinkage);
    body_->setVisibility(llvm::GlobalValue::DefaultVisibility);
    body_->setDSOLocal(true);
    body_->splice(body_->begin(), &function_);
    nameContinuation(*body_, function_.getName());
    function_.removeFnAttr(kHasLikelyLoops);
    for (auto [mine, its] : llvm::zip(function_.args(), body_->args())) {
      mine.replaceAllUsesWith(&its);
      its.takeName(&mine);
      known_[&its] = &mine;
    }
  }

  void copy(BasicBlock &block) {
    llvm::IRBuilder<> b(copies_[&block]);
    for (Instruction &one : llvm::drop_end(block)) {
      if (llvm::isa<llvm::AllocaInst>(one))
        continue;
      Instruction *made = b.Insert(one.clone());
      llvm::RemapInstruction(made, known_, llvm::RF_NoModuleLevelChanges | llvm::RF_IgnoreMissingLocals);
      known_[&one] = made;
    }
    auto *branch = llvm::cast<llvm::BranchInst>(block.getTerminator());
    llvm::SmallVector<BasicBlock *, 2> ways;
    for (unsigned index = 0; index < branch->getNumSuccessors(); ++index)
      ways.push_back(wayTo(*branch, index));
    if (ways.size() == 1) {
      b.CreateBr(ways[0]);
      return;
    }
    llvm::BranchInst *made = b.CreateCondBr(mapped(branch->getCondition()), ways[0], ways[1]);
    made->copyMetadata(*branch);
  }

  BasicBlock *wayTo(llvm::BranchInst &branch, unsigned index) {
    BasicBlock *to = branch.getSuccessor(index);
    if (BasicBlock *test = copies_.lookup(to))
      return test;
    if (!llvm::is_contained(beginning_.exits, std::pair(&branch, index)))
      return callOfBody();
    // A copy of the return for this way.
    BasicBlock *made = BasicBlock::Create(function_.getContext(), "", &function_);
    llvm::IRBuilder<> b(made);
    llvm::ValueToValueMapTy values;
    auto valueOf = [&](Value *value) { return values.count(value) ? static_cast<Value *>(values[value]) : mapped(value); };
    for (Instruction &one : *to) {
      if (auto *phi = llvm::dyn_cast<llvm::PHINode>(&one)) {
        values[phi] = mapped(phi->getIncomingValueForBlock(branch.getParent()));
        continue;
      }
      Instruction *copied = b.Insert(one.clone());
      for (llvm::Use &use : copied->operands())
        use.set(valueOf(use.get()));
      values[&one] = copied;
    }
    return made;
  }

  BasicBlock *callOfBody() {
    if (call_)
      return call_;
    call_ = BasicBlock::Create(function_.getContext(), "", &function_);
    llvm::IRBuilder<> b(call_);
    llvm::SmallVector<Value *> arguments;
    for (llvm::Argument &argument : function_.args())
      arguments.push_back(&argument);
    llvm::CallInst *call = b.CreateCall(body_, arguments);
    call->setCallingConv(body_->getCallingConv());
    for (llvm::Argument &argument : function_.args())
      if (argument.hasNestAttr())
        call->addParamAttr(argument.getArgNo(), llvm::Attribute::Nest);
    call->setTailCallKind(llvm::CallInst::TCK_Tail);
    if (function_.getReturnType()->isVoidTy())
      b.CreateRetVoid();
    else
      b.CreateRet(call);
    return call_;
  }

  Value *mapped(Value *value) {
    auto found = known_.find(value);
    return found == known_.end() ? value : static_cast<Value *>(found->second);
  }

  Function &function_;
  const Beginning &beginning_;
  Function *body_ = nullptr;
  BasicBlock *call_ = nullptr;
  llvm::DenseMap<BasicBlock *, BasicBlock *> copies_;
  llvm::ValueToValueMapTy known_; // what stands in the function for what is in the body
};

} // namespace

llvm::PreservedAnalyses SplitEarlyExitsPass::run(llvm::Module &module, llvm::ModuleAnalysisManager &) {
  llvm::SmallVector<Function *> functions;
  for (Function &function : module)
    if (!function.isDeclaration() && !function.hasAvailableExternallyLinkage() && !function.hasOptNone() &&
        isRecursive(function))
      functions.push_back(&function);
  bool any = false;
  for (Function *function : functions)
    if (Beginning beginning(*function); !beginning.exits.empty()) {
      Splitting(*function, beginning).make();
      any = true;
    }
  return any ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

} // namespace molt::codegen
