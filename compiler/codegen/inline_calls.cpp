#include "compiler/codegen/inline_calls.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/ProfDataUtils.h>
#include <llvm/Transforms/Utils/Cloning.h>

namespace molt::codegen {

namespace {

constexpr llvm::StringLiteral kHotCall = "molt-hot";
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

} // namespace

void markHotCall(llvm::CallBase &call) {
  call.addFnAttr(llvm::Attribute::get(call.getContext(), kHotCall));
}

// Functions in the module's order. A callee that has grown meanwhile is not inlined; so a chain of calls comes to an end.
llvm::PreservedAnalyses InlineHotCallsPass::run(llvm::Module &module, llvm::ModuleAnalysisManager &) {
  bool any = false;
  for (llvm::Function &caller : module) {
    llvm::SmallVector<llvm::CallBase *> calls;
    for (llvm::BasicBlock &block : caller)
      for (llvm::Instruction &instruction : block)
        if (auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction); call && call->hasFnAttr(kHotCall))
          calls.push_back(call);
    for (llvm::CallBase *call : calls) {
      llvm::Function *callee = call->getCalledFunction();
      if (!callee || !isWorthIt(*call, *callee) || caller.getInstructionCount() > kLargestCaller)
        continue;
      llvm::InlineFunctionInfo info;
      if (!llvm::InlineFunction(*call, info).isSuccess())
        continue;
      caller.addFnAttr(kHasInlined);
      any = true;
    }
  }
  return any ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

} // namespace molt::codegen
