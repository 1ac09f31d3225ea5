#include "compiler/codegen/fold_static_objects.h"

#include "compiler/codegen/module_lowering.h"

#include "abi/object.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Operator.h>

namespace molt::codegen {
namespace {

/// Whether `value` is the address of a variable and at most so many bytes.
bool isNearVariable(const llvm::Value *value, int64_t most) {
  while (auto *sum = llvm::dyn_cast<llvm::ConstantExpr>(value)) {
    if (sum->getOpcode() == llvm::Instruction::PtrToInt)
      return llvm::isa<llvm::GlobalVariable>(sum->getOperand(0));
    auto *more = sum->getOpcode() == llvm::Instruction::Add ? llvm::dyn_cast<llvm::ConstantInt>(sum->getOperand(1)) : nullptr;
    if (!more || std::abs(more->getSExtValue()) > most)
      return false;
    value = sum->getOperand(0);
  }
  return false;
}

/// The load of the count of an object that is static data.
bool isCountOfStatic(const llvm::LoadInst &load) {
  auto *field = llvm::dyn_cast<llvm::GEPOperator>(load.getPointerOperand());
  llvm::APInt offset(load.getDataLayout().getIndexTypeSizeInBits(load.getPointerOperandType()), 0);
  return field && load.getType()->isIntegerTy(32) && isMemory(load, Memory::Count) &&
         llvm::isa<llvm::GlobalVariable>(field->getPointerOperand()) &&
         field->accumulateConstantOffset(load.getDataLayout(), offset) && offset == offsetof(Object, refcount);
}

/// What a test for a pointer (FunctionLowering::isPointer), as LLVM writes it, says of static data.
llvm::Constant *foldPointerTest(const llvm::ICmpInst &test) {
  auto *limit = llvm::dyn_cast<llvm::ConstantInt>(test.getOperand(1));
  constexpr uint64_t kPage = 4096; // no object lies within one of null, nor of where pointers end
  if (!limit || limit->getBitWidth() != 64 || limit->getZExtValue() > kPointerLimit ||
      limit->getZExtValue() < kPointerLimit - kPage || !isNearVariable(test.getOperand(0), kPage))
    return nullptr;
  switch (test.getPredicate()) {
  case llvm::ICmpInst::ICMP_ULT:
  case llvm::ICmpInst::ICMP_ULE:
    return llvm::ConstantInt::getTrue(test.getType());
  case llvm::ICmpInst::ICMP_UGT:
  case llvm::ICmpInst::ICMP_UGE:
    return llvm::ConstantInt::getFalse(test.getType());
  default:
    return nullptr;
  }
}

} // namespace

llvm::PreservedAnalyses FoldStaticObjectsPass::run(llvm::Function &function, llvm::FunctionAnalysisManager &) {
  bool any = false;
  for (llvm::BasicBlock &block : function)
    for (llvm::Instruction &instruction : llvm::make_early_inc_range(block)) {
      llvm::Constant *known = nullptr;
      if (auto *load = llvm::dyn_cast<llvm::LoadInst>(&instruction); load && isCountOfStatic(*load))
        known = llvm::ConstantInt::get(load->getType(), kImmortal);
      else if (auto *test = llvm::dyn_cast<llvm::ICmpInst>(&instruction))
        known = foldPointerTest(*test);
      if (!known)
        continue;
      instruction.replaceAllUsesWith(known);
      instruction.eraseFromParent();
      any = true;
    }
  if (!any)
    return llvm::PreservedAnalyses::all();
  llvm::PreservedAnalyses preserved;
  preserved.preserveSet<llvm::CFGAnalyses>();
  return preserved;
}

} // namespace molt::codegen
