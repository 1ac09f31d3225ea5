// Calls of fast versions of functions.
#pragma once

#include "compiler/codegen/function_lowering.h"

namespace molt::codegen {

/// Which one is called.
struct FastCallee {
  mlir::StringAttr symbol;
  llvm::Value *function;         // as a word; null: the call is plain
  std::optional<uint32_t> place; // what is meant is the version of the method there, of the class of the first argument
};

/// Behind `first` come the arguments that the op gives.
llvm::CallInst *callFastVersion(FunctionLowering &lowering, const FastCallee &callee, llvm::ArrayRef<llvm::Value *> first,
                                mlir::OperandRange given);

/// The call of an op that says what is called, but for the function.
template <class Op>
llvm::CallInst *callFast(FunctionLowering &lowering, Op op, llvm::Value *function, llvm::ArrayRef<llvm::Value *> first = {},
                         std::optional<uint32_t> place = {}) {
  return callFastVersion(lowering, {op.getFunctionAttr().getAttr(), op.getPlain() ? nullptr : function, place}, first,
                         op.getArguments());
}

/// The word or number that a call of one has given, likely or not.
llvm::Value *wordGiven(FunctionLowering &lowering, llvm::Value *result);

/// The current place is come to from `good`, with the op's result, and from `bad`, where an exception is pending.
void setOrRaise(FunctionLowering &lowering, mlir::Value result, llvm::Value *word, llvm::BasicBlock *good,
                llvm::BasicBlock *bad);

} // namespace molt::codegen
