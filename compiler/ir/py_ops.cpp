// Verifiers, folders and the questions about ownership and exceptions that every pass asks.
#include "compiler/ir/py_ops.h"

#include "abi/object.h"

#include <llvm/ADT/SmallPtrSet.h>

// `unwind ^block`, which an op that always raises has once py-exception-edges has run.
static mlir::ParseResult parseUnwind(mlir::OpAsmParser &parser, llvm::SmallVectorImpl<mlir::Block *> &unwind) {
  if (failed(parser.parseOptionalKeyword("unwind")))
    return mlir::success();
  return parser.parseSuccessor(unwind.emplace_back());
}
static void printUnwind(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::SuccessorRange unwind) {
  if (unwind.empty())
    return;
  printer << "unwind ";
  printer.printSuccessor(unwind.front());
}

#include "compiler/ir/py_interfaces.cpp.inc"

#define GET_OP_CLASSES
#include "compiler/ir/py_ops.cpp.inc"

namespace molt::py {

bool mayRaise(mlir::Operation *op) {
  auto raising = mlir::dyn_cast<MayRaise>(op);
  return raising && raising.mayRaise();
}

bool consumesOperand(mlir::Operation *op, unsigned index) {
  if (auto ownership = mlir::dyn_cast<Ownership>(op))
    return ownership.consumesOperand(index);
  if (auto branch = mlir::dyn_cast<mlir::BranchOpInterface>(op))
    return branch.getSuccessorBlockArgument(index).has_value();
  return false;
}

bool borrowsResult(mlir::Operation *op, unsigned index) {
  auto ownership = mlir::dyn_cast<Ownership>(op);
  return ownership && ownership.borrowsResult(index);
}

bool isBorrowed(mlir::Value value) {
  if (auto argument = mlir::dyn_cast<mlir::BlockArgument>(value))
    return argument.getOwner()->isEntryBlock();
  auto result = mlir::cast<mlir::OpResult>(value);
  return borrowsResult(result.getOwner(), result.getResultNumber());
}

unsigned parameterCount(FuncOp function) {
  uint32_t flags = function.getFlags();
  return function.getPositionalCount() + function.getKeywordOnlyCount() + bool(flags & kHasVarArgs) +
         bool(flags & kHasVarKeywords);
}

bool isPlainFunction(FuncOp function) {
  constexpr uint32_t kOther =
      kHasVarKeywords | kIsGenerator | kIsCoroutine | kIsAsyncGenerator | kIsModuleBody | kIsClassBody;
  return !(function.getFlags() & kOther);
}

mlir::OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

mlir::LogicalResult FuncOp::verify() {
  if (getBody().empty())
    return emitOpError("has no body");
  uint32_t flags = getFlags();
  unsigned expected = 0;
  if (flags & kIsClassBody)
    expected = 1;
  else if (!(flags & kIsGenerator))
    expected = parameterCount(*this);
  mlir::Block &entry = getBody().front();
  if (entry.getNumArguments() != expected)
    return emitOpError("takes ") << expected << " parameters, but its entry block has " << entry.getNumArguments();
  bool isFast = (*this)->hasAttr("fast_version_of"); // its numbers are unboxed
  for (mlir::BlockArgument argument : entry.getArguments())
    if (!isFast && !mlir::isa<ValueType>(argument.getType()))
      return emitOpError("has a parameter that is no !py.value");
  return mlir::success();
}

mlir::LogicalResult TryOp::verify() {
  if (getBody().empty() || getHandler().empty())
    return emitOpError("needs a body and a handler");
  if (getBody().front().getNumArguments() != 0)
    return emitOpError("the body's entry block takes no arguments");
  mlir::Block &entry = getHandler().front();
  if (entry.getNumArguments() != 1 || !mlir::isa<ValueType>(entry.getArgument(0).getType()))
    return emitOpError("the handler's entry block takes the exception, a !py.value");
  for (mlir::Block *exit : getExits())
    if (exit->getNumArguments() != 0)
      return emitOpError("values reach the exits through slots only, but an exit has arguments");
  return mlir::success();
}

mlir::LogicalResult LeaveOp::verify() {
  auto parent = mlir::dyn_cast_or_null<TryOp>((*this)->getParentOp());
  if (!parent)
    return emitOpError("stands outside of any py.try");
  if (getExit() >= parent->getNumSuccessors())
    return emitOpError("goes to exit ") << getExit() << ", but the py.try has " << parent->getNumSuccessors();
  return mlir::success();
}

bool ExitOp::consumesOperand(unsigned index) { return !isBorrowed(getOperand(index)); }

mlir::LogicalResult RaiseCheckOp::verify() {
  mlir::Operation *previous = (*this)->getPrevNode();
  if (!previous || !mlir::isa<MayRaise>(previous))
    return emitOpError("stands behind an op that cannot raise");
  for (mlir::Block *successor : (*this)->getSuccessors())
    if (successor->getNumArguments() != 0)
      return emitOpError("a successor has arguments");
  return mlir::success();
}

bool isInLoop(mlir::Operation *op) {
  for (mlir::Block *block = op->getBlock(); block;) {
    llvm::SmallVector<mlir::Block *> work(block->getSuccessors());
    llvm::SmallPtrSet<mlir::Block *, 16> known(work.begin(), work.end());
    while (!work.empty()) {
      mlir::Block *next = work.pop_back_val();
      if (next == block)
        return true;
      for (mlir::Block *successor : next->getSuccessors())
        if (known.insert(successor).second)
          work.push_back(successor);
    }
    mlir::Operation *around = block->getParentOp();
    block = mlir::isa<FuncOp>(around) ? nullptr : around->getBlock();
  }
  return false;
}

} // namespace molt::py
