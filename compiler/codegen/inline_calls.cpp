#include "compiler/codegen/inline_calls.h"

#include "compiler/codegen/entry_points.h"
#include "compiler/codegen/inline_paths.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/ProfDataUtils.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/Cloning.h>

namespace molt::codegen {

namespace {

constexpr llvm::StringLiteral kHotCall = "molt-hot";
constexpr llvm::StringLiteral kIsOther = "molt-is-other"; // of a call of a continuation: that has been seen to
constexpr llvm::StringLiteral kSource = "molt-source";     // whose continuation is its own
constexpr llvm::StringLiteral kGives = "molt-gives", kInt = "int", kFloat = "float", kWord = "word";
// In LLVM instructions.
constexpr unsigned kLargestCallee = 900; // with what it seldom does
constexpr unsigned kLargestWay = 160;    // of what it mostly does
constexpr unsigned kLargestCaller = 4000;
constexpr uint64_t kUnlikely = 8; // times less often than the other way

/// The ways that a branch mostly takes.
llvm::SmallVector<const llvm::BasicBlock *, 2> likelySuccessors(const llvm::BasicBlock &block) {
  const llvm::Instruction *end = block.getTerminator();
  llvm::SmallVector<const llvm::BasicBlock *, 2> all(llvm::succ_begin(&block), llvm::succ_end(&block));
  uint64_t first, second;
  if (all.size() != 2 || !llvm::extractBranchWeights(*end, first, second))
    return all;
  if (first > second * kUnlikely)
    return {all[0]};
  if (second > first * kUnlikely)
    return {all[1]};
  return all;
}

/// What a function mostly does, in instructions.
unsigned sizeOfWay(const llvm::Function &function) {
  llvm::SmallPtrSet<const llvm::BasicBlock *, 16> known{&function.getEntryBlock()};
  llvm::SmallVector<const llvm::BasicBlock *> work{&function.getEntryBlock()};
  unsigned size = 0;
  while (!work.empty()) {
    const llvm::BasicBlock *block = work.pop_back_val();
    size += block->size();
    for (const llvm::BasicBlock *next : likelySuccessors(*block))
      if (known.insert(next).second)
        work.push_back(next);
  }
  return size;
}

bool isWorthIt(const llvm::CallBase &call, const llvm::Function &callee) {
  const llvm::Function *caller = call.getFunction();
  return !callee.isDeclaration() && &callee != caller && !callee.hasOptNone() && !caller->hasOptNone() &&
         callee.getInstructionCount() <= kLargestCallee && sizeOfWay(callee) <= kLargestWay;
}

/// The pair that `call` of a marked continuation has given, as the pair of something else.
llvm::Value *asOther(llvm::CallBase &call) {
  llvm::IRBuilder<> b(call.getNextNode());
  llvm::StringRef kind = call.getCalledFunction()->getFnAttribute(kGives).getValueAsString();
  llvm::Value *bits = b.CreateExtractValue(&call, 0);
  if (kind != kWord) {
    llvm::Value *isWord = b.CreateICmpNE(b.CreateExtractValue(&call, 1), b.getInt64(0));
    if (kind == kFloat) {
      llvm::Value *boxed = b.CreateBitCast(wordOfFloat(b, bits), b.getDoubleTy());
      bits = b.CreateSelect(isWord, bits, boxed);
    } else {
      llvm::Function *box = declareEntryPoint(*call.getModule(), *findEntryPoint("box_int"), /*dsoLocal=*/false);
      llvm::Instruction *then = llvm::SplitBlockAndInsertIfThen(b.CreateNot(isWord), &*b.GetInsertPoint(), false);
      llvm::BasicBlock *before = call.getParent();
      llvm::Value *boxed = llvm::IRBuilder<>(then).CreateCall(box, {bits});
      b.SetInsertPoint(then->getSuccessor(0)->getFirstNonPHIIt());
      llvm::PHINode *joined = b.CreatePHI(b.getInt64Ty(), 2);
      joined->addIncoming(bits, before);
      joined->addIncoming(boxed, then->getParent());
      bits = joined;
    }
  }
  return likelyPair(b, call.getType(), bits, b.getInt64(1));
}

/// Makes the function leave where what was inlined into it leaves.
void leaveWithInlined(llvm::Function &function) {
  llvm::Attribute source = function.getFnAttribute(kSource);
  std::string own = ((source.isValid() ? source.getValueAsString() : function.getName()) + kContinuation).str();
  llvm::SmallVector<llvm::CallBase *> calls;
  for (llvm::BasicBlock &block : function)
    for (llvm::Instruction &instruction : block)
      if (auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction))
        if (llvm::Function *callee = call->getCalledFunction(); callee && callee->hasFnAttribute(kGives) &&
                                                                callee->getName() != own && !call->hasFnAttr(kIsOther))
          calls.push_back(call);
  for (llvm::CallBase *call : calls) {
    call->addFnAttr(llvm::Attribute::get(call->getContext(), kIsOther));
    llvm::SmallVector<llvm::Use *> uses;
    for (llvm::Use &use : call->uses())
      uses.push_back(&use);
    llvm::Value *other = asOther(*call);
    for (llvm::Use *use : uses)
      use->set(other);
  }
}

/// Pairs that come from several ways become two values, which the passes see through.
void splitPairs(llvm::Function &function) {
  llvm::SmallVector<llvm::PHINode *> pairs;
  for (llvm::BasicBlock &block : function)
    for (llvm::PHINode &phi : block.phis())
      if (phi.getType()->isStructTy() && llvm::all_of(phi.users(), llvm::IsaPred<llvm::ExtractValueInst>))
        pairs.push_back(&phi);
  for (llvm::PHINode *pair : pairs) {
    llvm::SmallVector<llvm::PHINode *, 2> parts;
    for (unsigned part = 0; part < pair->getType()->getStructNumElements(); ++part) {
      llvm::IRBuilder<> b(pair);
      parts.push_back(b.CreatePHI(pair->getType()->getStructElementType(part), pair->getNumIncomingValues()));
      for (auto [value, from] : llvm::zip(pair->incoming_values(), pair->blocks())) {
        int known = parts.back()->getBasicBlockIndex(from); // a switch may come twice
        b.SetInsertPoint(from->getTerminator());
        parts.back()->addIncoming(known < 0 ? b.CreateExtractValue(value, part) : parts.back()->getIncomingValue(known), from);
      }
    }
    for (llvm::User *user : llvm::make_early_inc_range(pair->users())) {
      auto *taken = llvm::cast<llvm::ExtractValueInst>(user);
      taken->replaceAllUsesWith(parts[taken->getIndices()[0]]);
      taken->eraseFromParent();
    }
    pair->eraseFromParent();
  }
}

/// Callees before callers, where they do not call each other.
llvm::SmallVector<llvm::Function *> calleesFirst(llvm::Module &module) {
  llvm::SmallVector<llvm::Function *> order;
  llvm::SmallPtrSet<llvm::Function *, 32> known;
  struct Visit {
    llvm::Function *function;
    llvm::SmallVector<llvm::Function *> callees;
  };
  llvm::SmallVector<Visit> stack;
  auto enter = [&](llvm::Function &function) {
    if (function.isDeclaration() || !known.insert(&function).second)
      return;
    stack.push_back({&function, {}});
    for (llvm::CallBase *call : hotCalls(function))
      if (llvm::Function *callee = call->getCalledFunction())
        stack.back().callees.push_back(callee);
    std::reverse(stack.back().callees.begin(), stack.back().callees.end());
  };
  for (llvm::Function &function : module) {
    enter(function);
    while (!stack.empty()) {
      if (stack.back().callees.empty())
        order.push_back(stack.pop_back_val().function);
      else
        enter(*stack.back().callees.pop_back_val());
    }
  }
  return order;
}

} // namespace

void nameContinuation(llvm::Function &function, llvm::StringRef source) { function.addFnAttr(kSource, source); }

void markContinuation(llvm::Function &continuation, LikelyResult result) {
  continuation.addFnAttr(kGives, result == LikelyResult::Int ? kInt : result == LikelyResult::Float ? kFloat : kWord);
}

llvm::SmallVector<llvm::CallBase *> hotCalls(llvm::Function &function) {
  llvm::SmallVector<llvm::CallBase *> calls;
  for (llvm::BasicBlock &block : function)
    for (llvm::Instruction &instruction : block)
      if (auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction); call && call->hasFnAttr(kHotCall))
        calls.push_back(call);
  return calls;
}

void markHotCall(llvm::CallBase &call) {
  call.addFnAttr(llvm::Attribute::get(call.getContext(), kHotCall));
}

llvm::PreservedAnalyses InlineHotCallsPass::run(llvm::Module &module, llvm::ModuleAnalysisManager &analyses) {
  bool any = false;
  for (llvm::Function *caller : calleesFirst(module)) {
    bool hasInlined = false;
    for (llvm::CallBase *call : hotCalls(*caller)) {
      llvm::Function *callee = call->getCalledFunction();
      if (!callee || !isWorthIt(*call, *callee) || caller->getInstructionCount() > kLargestCaller)
        continue;
      llvm::InlineFunctionInfo info;
      // Without marks of where the callee's frame is in use: in loops these would be stores to everything.
      hasInlined |= llvm::InlineFunction(*call, info, /*MergeAttributes=*/false, /*CalleeAAR=*/nullptr,
                                         /*InsertLifetime=*/false)
                        .isSuccess();
    }
    if (!hasInlined)
      continue;
    any = true;
    leaveWithInlined(*caller);
    splitPairs(*caller);
    if (after_.isEmpty())
      continue;
    auto &functions = analyses.getResult<llvm::FunctionAnalysisManagerModuleProxy>(module).getManager();
    functions.invalidate(*caller, llvm::PreservedAnalyses::none());
    functions.invalidate(*caller, after_.run(*caller, functions));
  }
  return any ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

} // namespace molt::codegen
