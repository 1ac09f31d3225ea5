// try and with.
#include "compiler/irgen/function_emitter.h"

namespace molt::irgen {

void FunctionEmitter::emitTry(const ast::Try &node) {
  if (node.finalbody.empty())
    return emitTryExcept(node);
  emitFinally(node.finalbody, [&] {
    if (node.handlers.empty())
      emitBody(node.body);
    else
      emitTryExcept(node);
  });
}

// The finally body is emitted once for each way out that is used, as in CPython; for an exception
// it runs while that exception is the handled one.
void FunctionEmitter::emitFinally(Span<ast::Stmt *> finalbody, llvm::function_ref<void()> body) {
  emitProtected(
      body,
      [&](mlir::Value exception) {
        emitHandling(exception, [&] { emitBody(finalbody); });
        if (!isTerminated()) // no longer handled, so that nothing is to be restored on the way out
          effect<py::RaiseAgainOp>(exception);
      },
      [&](ExitKind) { emitBody(finalbody); });
}

void FunctionEmitter::emitTryExcept(const ast::Try &node) {
  emitProtected([&] { emitBody(node.body); },
                [&](mlir::Value exception) {
                  emitHandling(exception, [&] { emitHandlers(node, exception); });
                },
                [](ExitKind) {}, [&] { emitBody(node.orelse); });
}

void FunctionEmitter::emitHandlers(const ast::Try &node, mlir::Value exception) {
  mlir::Block *after = newBlock();
  for (const ast::ExceptHandler *handler : node.handlers) {
    mlir::Block *next = nullptr;
    if (handler->type) {
      At at(*this, *handler->type);
      mlir::Value pattern = emit(*handler->type);
      mlir::Block *matched = newBlock();
      next = newBlock();
      conditionalBranch(condition<py::ExceptionMatchesOp>(exception, pattern), matched, next);
      setBlock(matched);
    }
    setLocation(*handler);
    emitHandlerBody(*handler, exception);
    if (!isTerminated())
      branch(after);
    if (!next)
      return joinAt(after); // `except:` stands last
    setBlock(next);
  }
  effect<py::RaiseAgainOp>(exception);
  joinAt(after);
}

void FunctionEmitter::emitHandlerBody(const ast::ExceptHandler &handler, mlir::Value exception) {
  if (!handler.name)
    return emitBody(handler.body);
  storeName(handler.name, exception);
  emitProtected([&] { emitBody(handler.body); },
                [&](mlir::Value raised) {
                  clearName(handler.name);
                  effect<py::RaiseAgainOp>(raised);
                },
                [&](ExitKind) { clearName(handler.name); });
}

// ---- except* ------------------------------------------------------------------------------------

void FunctionEmitter::emitTryStar(const ast::TryStar &node) {
  auto emitExcept = [&] {
    emitProtected([&] { emitBody(node.body); },
                  [&](mlir::Value exception) {
                    emitHandling(exception, [&] { emitStarHandlers(node, exception); });
                  },
                  [](ExitKind) {}, [&] { emitBody(node.orelse); });
  };
  if (node.finalbody.empty())
    return emitExcept();
  emitFinally(node.finalbody, emitExcept);
}

// Each clause takes its part of what the ones before it have left, and is done with it; what a clause raises waits, with what
// is left in the end, until all have run.
void FunctionEmitter::emitStarHandlers(const ast::TryStar &node, mlir::Value exception) {
  mlir::Value raisedByAll = value<py::MakeListOp>(mlir::ValueRange()), rest = exception;
  for (const ast::ExceptHandler *handler : node.handlers) {
    setLocation(*handler);
    mlir::Value pattern = emit(*handler->type);
    auto taken = py::MatchGroupOp::create(builder_, location_, valueType_, valueType_, rest, pattern);
    rest = taken.getRest();
    mlir::Block *matched = newBlock(), *next = newBlock();
    conditionalBranch(condition<py::IsOp>(taken.getMatch(), none()), next, matched);
    setBlock(matched);
    value<py::PushHandledOp>(taken.getMatch()); // in the place of the whole
    emitProtected([&] { emitHandlerBody(*handler, taken.getMatch()); },
                  [&](mlir::Value raised) { effect<py::ListAppendOp>(raisedByAll, raised); }, [](ExitKind) {});
    if (!isTerminated())
      branch(next);
    setBlock(next);
  }
  setLocation(node);
  effect<py::ListAppendOp>(raisedByAll, rest);
  mlir::Value left = value<py::JoinGroupsOp>(exception, raisedByAll);
  mlir::Block *raise = newBlock(), *after = newBlock();
  conditionalBranch(condition<py::IsOp>(left, none()), after, raise);
  setBlock(raise);
  effect<py::RaiseAgainOp>(left);
  setBlock(after);
}

void FunctionEmitter::emitWith(const ast::With &node, size_t index) {
  if (index == node.items.size())
    return emitBody(node.body);
  const ast::WithItem &item = *node.items[index];
  mlir::Value manager = emit(*item.context_expr);
  setLocation(*item.context_expr);
  auto enter = py::WithEnterOp::create(builder_, location_, valueType_, valueType_, valueType_, manager);
  emitProtected(
      [&] {
        if (item.optional_vars)
          assign(*item.optional_vars, enter.getValue());
        emitWith(node, index + 1);
        setLocation(*item.context_expr);
      },
      [&](mlir::Value exception) {
        setLocation(*item.context_expr);
        emitHandling(exception, [&] {
          mlir::Value swallowed =
              condition<py::WithExitExceptionOp>(enter.getExit(), enter.getSelf(), exception);
          mlir::Block *goOn = newBlock(), *raise = newBlock();
          conditionalBranch(swallowed, goOn, raise);
          setBlock(raise);
          effect<py::RaiseAgainOp>(exception);
          setBlock(goOn);
        });
      },
      [&](ExitKind) {
        At at(*this, *item.context_expr);
        value<py::WithExitOp>(enter.getExit(), enter.getSelf(), none());
      });
}

} // namespace molt::irgen
