// Ways out of protected code.
//
// A py.try has one exit for each way in which its regions are left: falling off the end, break,
// continue, return, each from the body or from the handler. emitExit only notes that an exit is
// used and emits py.leave; when both regions are complete, emitProtected makes the op with a block
// for each used exit and emits there, now outside of the region, the cleanup and then the rest of
// the way, which may be the exit of the next py.try outside. A returned value waits in a slot.
#include "compiler/irgen/function_emitter.h"

namespace molt::irgen {

void FunctionEmitter::emitExit(ExitKind kind) {
  for (size_t i = control_.size(); i-- > 0;) {
    Control &control = control_[i];
    if (control.isTry) {
      size_t number = 0;
      for (; number < control.exits.size(); ++number)
        if (control.exits[number].kind == kind &&
            control.exits[number].fromHandler == control.inHandler)
          break;
      if (number == control.exits.size())
        control.exits.push_back({kind, control.inHandler});
      effect<py::LeaveOp>(static_cast<uint32_t>(number));
      return;
    }
    if (kind == ExitKind::Continue) {
      branch(control.continueBlock);
      return;
    }
    for (mlir::Value value : control.held)
      effect<py::ReleaseOp>(value);
    if (kind == ExitKind::Break) {
      branch(control.breakBlock);
      return;
    }
  }
  assert(kind == ExitKind::Return && "break and continue stand in loops");
  effect<py::ReturnOp>(value<py::MoveLocalOp>(returnSlot_));
}

void FunctionEmitter::emitReturn(mlir::Value result) {
  emitResultCheck(result);
  bool isProtected = false;
  for (const Control &control : control_)
    isProtected |= control.isTry;
  if (!isProtected) {
    for (size_t i = control_.size(); i-- > 0;)
      for (mlir::Value value : control_[i].held)
        effect<py::ReleaseOp>(value);
    effect<py::ReturnOp>(result);
    return;
  }
  if (!returnSlot_)
    returnSlot_ = temporarySlot();
  effect<py::StoreLocalOp>(returnSlot_, result);
  emitExit(ExitKind::Return);
}

void FunctionEmitter::emitProtected(llvm::function_ref<void()> body,
                                    llvm::function_ref<void(mlir::Value)> handler,
                                    llvm::function_ref<void(ExitKind)> cleanup,
                                    llvm::function_ref<void()> orElse) {
  auto bodyRegion = std::make_unique<mlir::Region>();
  auto handlerRegion = std::make_unique<mlir::Region>();
  mlir::Location location = location_;
  mlir::OpBuilder::InsertPoint before = builder_.saveInsertionPoint();
  size_t self = control_.size();
  control_.push_back({.isTry = true});
  size_t outerComprehensionSlots = comprehensionSlots_.size();

  builder_.createBlock(bodyRegion.get());
  body();
  if (!isTerminated())
    emitExit(ExitKind::Done);

  control_[self].inHandler = true;
  mlir::Block *start = builder_.createBlock(handlerRegion.get(), {}, {valueType_}, {location});
  // What an exception has left in comprehensions of the body dies before it is handled.
  for (size_t i = outerComprehensionSlots; i < comprehensionSlots_.size(); ++i)
    effect<py::DeleteLocalOp>(comprehensionSlots_[i], builder_.getStringAttr(""), mlir::UnitAttr());
  handler(start->getArgument(0));
  if (!isTerminated())
    emitExit(ExitKind::Done);

  std::vector<Control::Exit> exits = std::move(control_[self].exits);
  control_.pop_back();
  builder_.restoreInsertionPoint(before);
  llvm::SmallVector<mlir::Block *> blocks;
  for (size_t i = 0; i < exits.size(); ++i)
    blocks.push_back(newBlock());
  mlir::Block *after = newBlock();
  mlir::OperationState state(location, py::TryOp::getOperationName());
  state.addSuccessors(blocks);
  state.addRegion(std::move(bodyRegion));
  state.addRegion(std::move(handlerRegion));
  builder_.create(state);

  for (size_t i = 0; i < exits.size(); ++i) {
    setBlock(blocks[i]);
    if (!exits[i].fromHandler)
      cleanup(exits[i].kind);
    if (isTerminated())
      continue;
    if (exits[i].kind != ExitKind::Done) {
      emitExit(exits[i].kind);
      continue;
    }
    if (orElse && !exits[i].fromHandler)
      orElse();
    if (!isTerminated())
      branch(after);
  }
  joinAt(after);
}

void FunctionEmitter::emitHandling(mlir::Value exception, llvm::function_ref<void()> body) {
  mlir::Value previous = value<py::PushHandledOp>(exception);
  emitProtected(
      body,
      [&](mlir::Value raised) {
        effect<py::PopHandledOp>(previous);
        effect<py::RaiseAgainOp>(raised);
      },
      [&](ExitKind) { effect<py::PopHandledOp>(previous); });
}

} // namespace molt::irgen
