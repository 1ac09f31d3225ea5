#include "frontend/statement_checks.h"

#include "frontend/ast_walk.h"
#include "frontend/source.h"

namespace molt {

using namespace ast;

/// Enters a code object for the time of its own life.
class StatementChecker::FrameGuard {
public:
  FrameGuard(StatementChecker &checker, FrameKind kind, const Scope *scope) : checker_(checker) {
    checker_.frames_.push_back({kind, scope, {}});
    // Generators and coroutines stand in a block that handles StopIteration.
    if (checker.version_ >= python313 && scope &&
        (scope->isGenerator() || scope->isCoroutine() || scope->isAsyncGenerator()))
      checker_.frame().blocks.push_back(Block::Other);
  }
  ~FrameGuard() { checker_.frames_.pop_back(); }

private:
  StatementChecker &checker_;
};

StatementChecker::StatementChecker(const SourceFile &file, const ScopeTable &table,
                                   PythonVersion version)
    : file_(file), table_(table), version_(version) {}

void StatementChecker::report(DiagnosticId id, const SourceRange &range,
                              std::initializer_list<std::string_view> arguments) {
  const DiagnosticKind kind = kindOf(id);
  failed_ |= severityOf(kind) == Severity::Error;
  // CPython looks for jumps out of finally before all else.
  auto place = id == DiagnosticId::JumpInFinally ? found_.begin() + jumpsInFinally_++ : found_.end();
  found_.insert(place, {kind, formatMessage(id, arguments), file_.path(), &file_, range});
}

/// The line of the last `from __future__` import at the top of the file.
static uint32_t lastFutureLine(const Mod &module) {
  uint32_t line = 0;
  bool sawDocstring = false;
  const auto *exec = dynCast<Module>(&module);
  if (!exec)
    return 0;
  for (const Stmt *statement : exec->body) {
    const auto *import = dynCast<ImportFrom>(statement);
    if (import && import->level == 0 && import->module == "__future__") {
      line = statement->line();
      continue;
    }
    const auto *expr = dynCast<ExprStmt>(statement);
    const auto *text = expr ? dynCast<Constant>(expr->value) : nullptr;
    if (sawDocstring || !text || text->value.type != ConstantValue::Type::Str)
      break;
    sawDocstring = true;
  }
  return line;
}

void StatementChecker::check(const Mod &module) {
  lastFutureLine_ = lastFutureLine(module);
  FrameGuard guard(*this, FrameKind::Module, table_.module());
  visitChildren(&module);
}

bool StatementChecker::inFunction() const {
  const FrameKind kind = frames_.back().kind;
  return kind != FrameKind::Module && kind != FrameKind::Class;
}

void StatementChecker::visitChildren(const Node *node) {
  forEachChild(node, [&](const Node *child) { visit(child); });
}

void StatementChecker::visit(const Node *node) {
  switch (node->nodeKind()) {
  case NodeKind::FunctionDef:
    return visitFunction(*cast<FunctionDef>(node), false);
  case NodeKind::AsyncFunctionDef:
    return visitFunction(*cast<AsyncFunctionDef>(node), true);
  case NodeKind::ClassDef:
    return visitClass(*cast<ClassDef>(node));
  case NodeKind::Return:
    return visitReturn(*cast<Return>(node));
  case NodeKind::Break:
    return visitJump(*cast<Break>(node), true);
  case NodeKind::Continue:
    return visitJump(*cast<Continue>(node), false);
  case NodeKind::For:
    return visitFor(*cast<For>(node));
  case NodeKind::AsyncFor:
    if (frame().kind != FrameKind::AsyncFunction)
      report(DiagnosticId::OutsideAsyncFunction, node->range(), {"async for"});
    return visitFor(*cast<AsyncFor>(node));
  case NodeKind::While:
    return visitWhile(*cast<While>(node));
  case NodeKind::With:
    return visitWith(*cast<With>(node), 0);
  case NodeKind::AsyncWith:
    if (frame().kind != FrameKind::AsyncFunction)
      report(DiagnosticId::OutsideAsyncFunction, node->range(), {"async with"});
    return visitWith(*cast<AsyncWith>(node), 0);
  case NodeKind::Try:
    return visitTry(*cast<Try>(node), false);
  case NodeKind::TryStar:
    return visitTry(*cast<TryStar>(node), true);
  case NodeKind::Match:
    return visitMatch(*cast<Match>(node));
  case NodeKind::ImportFrom:
    return visitImportFrom(*cast<ImportFrom>(node));
  case NodeKind::Assign: {
    const auto *assign = cast<Assign>(node);
    visit(assign->value);
    return visitAll(assign->targets);
  }
  case NodeKind::AnnAssign: {
    const auto *assign = cast<AnnAssign>(node);
    if (assign->value)
      visit(assign->value);
    visit(assign->target);
    return visitAnnotation(assign->annotation);
  }
  case NodeKind::Assert: {
    const auto *tuple = dynCast<Tuple>(cast<Assert>(node)->test);
    if (tuple && !tuple->elts.empty())
      report(DiagnosticId::AlwaysTrueAssert, node->range());
    return visitChildren(node);
  }
  case NodeKind::TypeAlias: {
    const auto *alias = cast<TypeAlias>(node);
    visitTypeParameters(alias->type_params);
    FrameGuard guard(*this, FrameKind::Function, table_.find(node, ScopeKind::TypeAlias));
    return visit(alias->value);
  }
  default:
    return isa<Expr>(node) ? visitExpression(node) : visitChildren(node);
  }
}

// ---- functions and classes ---------------------------------------------------------------------

void StatementChecker::visitDefaults(const Arguments &arguments) {
  visitAll(arguments.defaults);
  visitAll(arguments.kw_defaults);
}

/// An annotation may be one starred expression: `*args: *Ts`.
void StatementChecker::visitAnnotation(const Expr *annotation) {
  if (const auto *starred = dynCast<Starred>(annotation))
    return visit(starred->value);
  visit(annotation);
}

void StatementChecker::visitAnnotations(const Arguments &arguments, const Expr *returns) {
  const auto visitOf = [&](const Arg *arg) {
    if (arg && arg->annotation)
      visitAnnotation(arg->annotation);
  };
  for (const Arg *arg : arguments.posonlyargs)
    visitOf(arg);
  for (const Arg *arg : arguments.args)
    visitOf(arg);
  visitOf(arguments.vararg);
  for (const Arg *arg : arguments.kwonlyargs)
    visitOf(arg);
  visitOf(arguments.kwarg);
  if (returns)
    visitAnnotation(returns);
}

void StatementChecker::visitTypeParameters(Span<TypeParam *> params) {
  bool sawDefault = false;
  const auto check = [&](const TypeParam *param, Identifier name, const Expr *value) {
    if (value) {
      sawDefault = true;
      visitAnnotation(value);
    } else if (sawDefault) {
      report(DiagnosticId::NonDefaultTypeParameter, param->range(), {name.text()});
    }
  };
  for (const TypeParam *param : params) {
    if (const auto *variable = dynCast<TypeVar>(param)) {
      if (variable->bound)
        visit(variable->bound);
      check(param, variable->name, variable->default_value);
    } else if (const auto *spec = dynCast<ParamSpec>(param)) {
      check(param, spec->name, spec->default_value);
    } else {
      const auto *tuple = cast<TypeVarTuple>(param);
      check(param, tuple->name, tuple->default_value);
    }
  }
}

template <typename T> void StatementChecker::visitFunction(const T &node, bool isAsync) {
  visitAll(node.decorator_list);
  visitDefaults(*node.args);
  visitTypeParameters(node.type_params);
  visitAnnotations(*node.args, node.returns);
  FrameGuard guard(*this, isAsync ? FrameKind::AsyncFunction : FrameKind::Function,
                   table_.find(&node, ScopeKind::Function));
  visitAll(node.body);
}

void StatementChecker::visitLambda(const Lambda &node) {
  visitDefaults(*node.args);
  FrameGuard guard(*this, FrameKind::Lambda, table_.find(&node, ScopeKind::Lambda));
  visit(node.body);
}

void StatementChecker::visitClass(const ClassDef &node) {
  visitAll(node.decorator_list);
  visitTypeParameters(node.type_params);
  {
    FrameGuard guard(*this, FrameKind::Class, table_.find(&node, ScopeKind::Class));
    visitAll(node.body);
  }
  visitArguments(node.bases, node.keywords);
}

// ---- jumps -------------------------------------------------------------------------------------

/// Leaves the blocks around a jump: all of them, or those up to a loop. False when there is none.
bool StatementChecker::unwind(const SourceRange &range, bool toLoop) {
  const std::vector<Block> &blocks = frame().blocks;
  for (size_t i = blocks.size(); i-- > 0;) {
    if (blocks[i] == Block::ExceptStarHandler) {
      report(DiagnosticId::JumpInExceptStar, range);
      return true;
    }
    if (toLoop && blocks[i] == Block::Loop)
      return true;
  }
  return false;
}

void StatementChecker::visitReturn(const Return &node) {
  if (!inFunction())
    return report(DiagnosticId::OutsideFunction, node.range(), {"return"});
  const Scope *scope = frame().scope;
  if (node.value && scope && scope->isAsyncGenerator())
    report(DiagnosticId::ReturnInAsyncGenerator, node.range());
  if (frame().inFinally && !frame().inLoopOfFinally && version_ >= python314)
    report(DiagnosticId::JumpInFinally, node.range(), {"return"});
  if (node.value)
    visit(node.value);
  unwind(node.range(), false);
}

void StatementChecker::visitJump(const Stmt &node, bool isBreak) {
  if (frame().inFinally && !frame().inLoopOfFinally && version_ >= python314)
    report(DiagnosticId::JumpInFinally, node.range(), {isBreak ? "break" : "continue"});
  if (!unwind(node.range(), true))
    report(isBreak ? DiagnosticId::BreakOutsideLoop : DiagnosticId::ContinueOutsideLoop,
           node.range());
}

// ---- blocks ------------------------------------------------------------------------------------

void StatementChecker::push(Block block, const SourceRange &range) {
  const size_t most = version_ >= python313 ? 21 : 20;
  if (frame().blocks.size() == most)
    report(DiagnosticId::TooManyBlocks, range);
  frame().blocks.push_back(block);
}

template <typename T> void StatementChecker::visitFor(const T &node) {
  visit(node.iter);
  push(Block::Loop, node.range());
  visit(node.target);
  const bool outer = frame().inLoopOfFinally;
  frame().inLoopOfFinally = true;
  visitAll(node.body);
  frame().inLoopOfFinally = outer;
  pop();
  visitAll(node.orelse);
}

void StatementChecker::visitWhile(const While &node) {
  push(Block::Loop, node.range());
  visit(node.test);
  const bool outer = frame().inLoopOfFinally;
  frame().inLoopOfFinally = true;
  visitAll(node.body);
  frame().inLoopOfFinally = outer;
  pop();
  visitAll(node.orelse);
}

template <typename T> void StatementChecker::visitWith(const T &node, size_t item) {
  const WithItem *current = node.items[item];
  visit(current->context_expr);
  push(Block::Other, node.range());
  if (current->optional_vars)
    visit(current->optional_vars);
  if (item + 1 < node.items.size())
    visitWith(node, item + 1);
  else
    visitAll(node.body);
  pop();
}

void StatementChecker::visitFinally(Span<Stmt *> body) {
  Frame &here = frame();
  const bool outer = here.inFinally, outerLoop = here.inLoopOfFinally;
  here.inFinally = true;
  here.inLoopOfFinally = false;
  visitAll(body);
  frame().inFinally = outer;
  frame().inLoopOfFinally = outerLoop;
}

template <typename T> void StatementChecker::visitTry(const T &node, bool isStar) {
  const bool hasFinally = !node.finalbody.empty();
  if (hasFinally)
    push(Block::Other, node.range());
  if (!node.handlers.empty())
    push(Block::Other, node.range());
  visitAll(node.body);
  if (!node.handlers.empty()) {
    pop();
    push(isStar ? Block::ExceptStarHandler : Block::Other, node.range());
    for (size_t i = 0; i < node.handlers.size(); ++i) {
      const ExceptHandler *handler = node.handlers[i];
      if (!handler->type && i + 1 < node.handlers.size())
        report(DiagnosticId::BareExceptNotLast, handler->range());
      if (handler->type)
        visit(handler->type);
      push(Block::Other, handler->range());
      visitAll(handler->body);
      pop();
    }
    pop();
  }
  visitAll(node.orelse);
  if (hasFinally) {
    pop();
    visitFinally(node.finalbody);
  }
}

void StatementChecker::visitImportFrom(const ImportFrom &node) {
  if (node.level == 0 && node.module == "__future__" && node.line() > lastFutureLine_)
    report(DiagnosticId::LateFuture, node.range());
}

} // namespace molt
