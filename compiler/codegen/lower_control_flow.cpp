// Branches, the ways out of a function, and ops that leave no code behind.
#include "compiler/codegen/counted_loops.h"
#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>

namespace molt::codegen {
namespace {

void passArguments(FunctionLowering &lowering, mlir::Block *target, mlir::OperandRange operands,
                   llvm::BasicBlock *from) {
  for (auto [argument, operand] : llvm::zip(target->getArguments(), operands))
    llvm::cast<llvm::PHINode>(lowering.operand(argument))->addIncoming(lowering.operand(operand), from);
}

void lowerBranch(FunctionLowering &lowering, mlir::cf::BranchOp op) {
  if (lowering.isBlockDone())
    return;
  passArguments(lowering, op.getDest(), op.getDestOperands(), lowering.builder.GetInsertBlock());
  lowering.builder.CreateBr(lowering.block(op.getDest()));
}

// An edge with arguments gets a block of its own: both edges may lead to the same block with different ones.
llvm::BasicBlock *edgeTo(FunctionLowering &lowering, mlir::Block *target, mlir::OperandRange operands) {
  if (operands.empty())
    return lowering.block(target);
  llvm::IRBuilderBase::InsertPointGuard guard(lowering.builder);
  llvm::BasicBlock *edge = lowering.newBlock();
  lowering.builder.SetInsertPoint(edge);
  passArguments(lowering, target, operands, edge);
  lowering.builder.CreateBr(lowering.block(target));
  return edge;
}

void lowerConditionalBranch(FunctionLowering &lowering, mlir::cf::CondBranchOp op) {
  llvm::Value *condition = lowering.operand(op.getCondition());
  llvm::BasicBlock *ifTrue = edgeTo(lowering, op.getTrueDest(), op.getTrueDestOperands());
  llvm::BasicBlock *ifFalse = edgeTo(lowering, op.getFalseDest(), op.getFalseDestOperands());
  auto unlikely = op->getAttrOfType<mlir::BoolAttr>("unlikely"); // which side
  if (unlikely && unlikely.getValue())
    lowering.branchUnlikely(condition, ifTrue, ifFalse);
  else if (unlikely)
    lowering.branchUnlikely(lowering.builder.CreateNot(condition), ifFalse, ifTrue);
  else
    lowering.builder.CreateCondBr(condition, ifTrue, ifFalse);
}

void lowerReturn(FunctionLowering &lowering, py::ReturnOp op) {
  llvm::Value *word = lowering.operand(op.getValue());
  op.getLikely() ? lowering.leaveWithLikely(word) : lowering.leaveWithWord(word);
}

void lowerPropagate(FunctionLowering &lowering, py::PropagateOp) {
  if (!lowering.isBlockDone())
    lowering.propagate();
}

void lowerRaiseCheck(FunctionLowering &lowering, py::RaiseCheckOp op) {
  lowering.finishRaise(op.getRaised(), op.getNormal());
}

// Before the branch to a handler, or the way out: all such places with one target share the call.
void lowerAddTraceback(FunctionLowering &lowering, py::AddTracebackOp op) {
  mlir::Operation *next = op->getNextNode();
  mlir::Block *target = mlir::isa<mlir::cf::BranchOp>(next) ? next->getSuccessor(0) : nullptr;
  assert((target ? target->getNumArguments() == 0 : mlir::isa<py::PropagateOp>(next)) && "not made by exception edges");
  lowering.branchToTraceback(lowering.site(op.getLoc()), target);
}

llvm::LoadInst *loadForPoll(FunctionLowering &lowering, llvm::Value *runtime, uint64_t offset) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::LoadInst *load = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(runtime, offset), /*isVolatile=*/true);
  load->setMetadata(kPoll, llvm::MDNode::get(b.getContext(), {}));
  return load;
}

bool hasPatience(FunctionLowering &lowering) { return lowering.module().module().getTargetTriple().isWasm(); }

void lowerPoll(FunctionLowering &lowering, py::PollOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
  llvm::Value *hasEvents =
      b.CreateICmpNE(loadForPoll(lowering, runtime, offsetof(RuntimeEvents, wanted)), b.getInt32(0));
  if (hasPatience(lowering)) // the function has just been left for want of it
    hasEvents = b.CreateOr(hasEvents, b.CreateICmpEQ(loadForPoll(lowering, runtime, offsetof(RuntimeEvents, patience)),
                                                     b.getInt32(0)));
  llvm::BasicBlock *check = lowering.newBlock(), *next = lowering.newBlock();
  lowering.branchUnlikely(hasEvents, check, next);
  b.SetInsertPoint(check);
  llvm::Value *result = lowering.call("check_events_py", {});
  lowering.branchUnlikely(b.CreateICmpEQ(result, b.getInt32(0)), lowering.unwindBlock(op), next);
  b.SetInsertPoint(next);
}

// A signal's handler sets it. WebAssembly has no signals, but its loops leave at times (RuntimeEvents::patience).
void lowerHasEvents(FunctionLowering &lowering, py::HasEventsOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
  llvm::Value *hasEvents =
      b.CreateICmpNE(loadForPoll(lowering, runtime, offsetof(RuntimeEvents, wanted)), b.getInt32(0));
  if (hasPatience(lowering)) {
    llvm::LoadInst *patience = loadForPoll(lowering, runtime, offsetof(RuntimeEvents, patience));
    llvm::StoreInst *less = b.CreateStore(b.CreateSub(patience, b.getInt32(1)), patience->getPointerOperand());
    lowering.tag(less, Memory::Depth)->setMetadata(kPoll, llvm::MDNode::get(b.getContext(), {}));
    hasEvents = b.CreateOr(hasEvents, b.CreateICmpEQ(patience, b.getInt32(1)));
  }
  lowering.setResult(op.getResult(), hasEvents);
}

// Made at each use (FunctionLowering::operand), or in the function's entry.
template <class Op> void lowerNothing(FunctionLowering &, Op) {}

} // namespace

void registerControlFlow(HandlerTable &handlers) {
  handlers.add<mlir::cf::BranchOp, lowerBranch>();
  handlers.add<mlir::cf::CondBranchOp, lowerConditionalBranch>();
  handlers.add<py::ReturnOp, lowerReturn>();
  handlers.add<py::PropagateOp, lowerPropagate>();
  handlers.add<py::RaiseCheckOp, lowerRaiseCheck>();
  handlers.add<py::AddTracebackOp, lowerAddTraceback>();
  handlers.add<py::PollOp, lowerPoll>();
  handlers.add<py::HasEventsOp, lowerHasEvents>();
  handlers.add<py::ConstantOp, lowerNothing>();
  handlers.add<py::NullOp, lowerNothing>();
  handlers.add<py::ClosureCellOp, lowerNothing>();
  handlers.add<py::SlotOp, lowerNothing>();
}

} // namespace molt::codegen
