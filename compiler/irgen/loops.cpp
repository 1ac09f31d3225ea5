// Loops. One over a display of few items, as in `for t in (near, far)`, has its body once for each: nobody sees the tuple or
// list, and each copy knows its item.
#include "abi/object.h"
#include "compiler/irgen/function_emitter.h"
#include "frontend/ast_walk.h"

namespace molt::irgen {

namespace {

// Nodes of the syntax tree, in all copies of a body together.
constexpr size_t kMostCopied = 120;

// Of an expression that is a tuple or list display; else nothing.
Span<ast::Expr *> itemsOf(const ast::Expr &iterable) {
  if (auto *tuple = ast::dynCast<ast::Tuple>(&iterable))
    return tuple->elts;
  if (auto *list = ast::dynCast<ast::List>(&iterable))
    return list->elts;
  return {};
}

// What must be there once (code objects, points where a generator stops), or has copies of its own.
bool isCopied(const ast::Node &node) {
  switch (node.nodeKind()) {
  case ast::NodeKind::FunctionDef:
  case ast::NodeKind::AsyncFunctionDef:
  case ast::NodeKind::ClassDef:
  case ast::NodeKind::Lambda:
  case ast::NodeKind::ListComp:
  case ast::NodeKind::SetComp:
  case ast::NodeKind::DictComp:
  case ast::NodeKind::GeneratorExp:
  case ast::NodeKind::Yield:
  case ast::NodeKind::YieldFrom:
  case ast::NodeKind::Await:
  case ast::NodeKind::For:
  case ast::NodeKind::AsyncFor:
  case ast::NodeKind::While:
  case ast::NodeKind::Try:
  case ast::NodeKind::TryStar:
  case ast::NodeKind::With:
  case ast::NodeKind::AsyncWith:
    return false;
  default:
    return true;
  }
}

// The nodes of a tree; more than there may be, where something in it is not copied.
size_t sizeOf(const ast::Node *node) {
  size_t size = isCopied(*node) ? 1 : kMostCopied + 1;
  ast::forEachChild(node, [&](const ast::Node *child) {
    if (size <= kMostCopied)
      size += sizeOf(child);
  });
  return size;
}

bool isWorthCopying(const ast::For &node) {
  Span<ast::Expr *> items = itemsOf(*node.iter);
  size_t size = sizeOf(node.target);
  for (const ast::Stmt *stmt : node.body)
    size += sizeOf(stmt);
  return !items.empty() && size * items.size() <= kMostCopied &&
         llvm::none_of(items, [](const ast::Expr *item) { return ast::isa<ast::Starred>(item); });
}

} // namespace

void FunctionEmitter::emitWhile(const ast::While &node) {
  mlir::Block *header = newBlock(), *body = newBlock(), *otherwise = newBlock(),
              *after = newBlock();
  branch(header);
  setBlock(header);
  effect<py::PollOp>();
  emitCondition(*node.test, body, otherwise);
  setBlock(body);
  control_.push_back({.breakBlock = after, .continueBlock = header});
  emitBody(node.body);
  control_.pop_back();
  if (!isTerminated())
    branch(header);
  setBlock(otherwise);
  emitBody(node.orelse);
  if (!isTerminated())
    branch(after);
  joinAt(after);
}

void FunctionEmitter::emitFor(const ast::For &node) {
  if (!(flags_ & (kIsModuleBody | kIsClassBody)) && isWorthCopying(node))
    return emitForDisplay(node, itemsOf(*node.iter));
  mlir::Block *start = newBlock();
  branch(start)->setAttr("before_loop", builder_.getUnitAttr());
  setBlock(start);
  mlir::Value iterator = [&] {
    At at(*this, *node.iter);
    return value<py::GetIteratorOp>(emit(*node.iter));
  }();
  mlir::Block *header = newBlock(), *body = newBlock(), *otherwise = newBlock(),
              *after = newBlock();
  branch(header);
  setBlock(header);
  {
    At at(*this, *node.iter);
    effect<py::PollOp>();
    mlir::Value item = value<py::IteratorNextOp>(iterator);
    conditionalBranch(condition<py::IsExhaustedOp>(item), otherwise, body);
    setBlock(body);
    setLocation(*node.target);
    assign(*node.target, item);
  }
  control_.push_back({.breakBlock = after, .continueBlock = header, .held = {iterator}});
  emitBody(node.body);
  control_.pop_back();
  if (!isTerminated())
    branch(header);
  setBlock(otherwise);
  effect<py::ReleaseOp>(iterator);
  emitBody(node.orelse);
  if (!isTerminated())
    branch(after);
  joinAt(after);
}

// The items live as long as the loop, as the tuple that CPython makes would keep them; that ends with the last one.
void FunctionEmitter::emitForDisplay(const ast::For &node, Span<ast::Expr *> items) {
  llvm::SmallVector<mlir::Value, 1> held;
  {
    At at(*this, *node.iter);
    for (const ast::Expr *item : items)
      held.insert(held.begin(), emit(*item));
  }
  mlir::Block *after = newBlock();
  for (mlir::Value item : llvm::reverse(held)) {
    mlir::Block *next = newBlock();
    setLocation(*node.target);
    assign(*node.target, item);
    control_.push_back({.breakBlock = after, .continueBlock = next, .held = held});
    emitBody(node.body);
    control_.pop_back();
    if (!isTerminated())
      branch(next);
    joinAt(next);
    if (isTerminated())
      break;
  }
  if (!isTerminated()) {
    for (mlir::Value item : held)
      effect<py::ReleaseOp>(item);
    emitBody(node.orelse);
  }
  if (!isTerminated())
    branch(after);
  joinAt(after);
}

} // namespace molt::irgen
