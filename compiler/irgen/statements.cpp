// Simple statements and the dispatch of all of them.
#include "compiler/irgen/function_emitter.h"

namespace molt::irgen {

void FunctionEmitter::emitBody(Span<ast::Stmt *> body) {
  for (const ast::Stmt *stmt : body) {
    if (isTerminated())
      return; // the rest cannot be reached
    emitStatement(*stmt);
  }
}

void FunctionEmitter::emitStatement(const ast::Stmt &stmt) {
  setLocation(stmt);
  switch (stmt.nodeKind()) {
  case ast::NodeKind::FunctionDef:
    return emitFunctionDef(*ast::cast<ast::FunctionDef>(&stmt));
  case ast::NodeKind::ClassDef:
    return emitClassDef(*ast::cast<ast::ClassDef>(&stmt));
  case ast::NodeKind::Return: {
    auto *node = ast::cast<ast::Return>(&stmt);
    return emitReturn(node->value ? emit(*node->value) : none());
  }
  case ast::NodeKind::Delete:
    for (const ast::Expr *target : ast::cast<ast::Delete>(&stmt)->targets)
      emitDelete(*target);
    return;
  case ast::NodeKind::Assign:
    return emitAssign(*ast::cast<ast::Assign>(&stmt));
  case ast::NodeKind::AugAssign:
    return emitAugAssign(*ast::cast<ast::AugAssign>(&stmt));
  case ast::NodeKind::AnnAssign:
    return emitAnnAssign(*ast::cast<ast::AnnAssign>(&stmt));
  case ast::NodeKind::For:
    return emitFor(*ast::cast<ast::For>(&stmt));
  case ast::NodeKind::While:
    return emitWhile(*ast::cast<ast::While>(&stmt));
  case ast::NodeKind::If:
    return emitIf(*ast::cast<ast::If>(&stmt));
  case ast::NodeKind::With:
    return emitWith(*ast::cast<ast::With>(&stmt), 0);
  case ast::NodeKind::Raise:
    return emitRaise(*ast::cast<ast::Raise>(&stmt));
  case ast::NodeKind::Try:
    return emitTry(*ast::cast<ast::Try>(&stmt));
  case ast::NodeKind::Assert:
    return emitAssert(*ast::cast<ast::Assert>(&stmt));
  case ast::NodeKind::Import:
    return emitImport(*ast::cast<ast::Import>(&stmt));
  case ast::NodeKind::ImportFrom:
    return emitImportFrom(*ast::cast<ast::ImportFrom>(&stmt));
  case ast::NodeKind::ExprStmt: {
    const ast::Expr &value = *ast::cast<ast::ExprStmt>(&stmt)->value;
    if (!ast::isa<ast::Constant>(&value))
      emit(value);
    return;
  }
  case ast::NodeKind::Break:
    return emitExit(ExitKind::Break);
  case ast::NodeKind::Continue:
    return emitExit(ExitKind::Continue);
  case ast::NodeKind::Global:
  case ast::NodeKind::Nonlocal:
  case ast::NodeKind::Pass:
    return;
  case ast::NodeKind::AsyncFunctionDef:
    return module_.unsupported(stmt, "'async def'");
  case ast::NodeKind::AsyncFor:
    return module_.unsupported(stmt, "'async for'");
  case ast::NodeKind::AsyncWith:
    return module_.unsupported(stmt, "'async with'");
  case ast::NodeKind::Match:
    return emitMatch(*ast::cast<ast::Match>(&stmt));
  case ast::NodeKind::TryStar:
    return emitTryStar(*ast::cast<ast::TryStar>(&stmt));
  case ast::NodeKind::TypeAlias:
    return emitTypeAlias(*ast::cast<ast::TypeAlias>(&stmt));
  default:
    llvm_unreachable("a statement that irgen does not know");
  }
}

void FunctionEmitter::emitIf(const ast::If &node) {
  mlir::Block *then = newBlock(), *otherwise = newBlock(), *after = newBlock();
  emitCondition(*node.test, then, otherwise);
  setBlock(then);
  emitBody(node.body);
  if (!isTerminated())
    branch(after);
  setBlock(otherwise);
  emitBody(node.orelse);
  if (!isTerminated())
    branch(after);
  joinAt(after);
}

void FunctionEmitter::emitRaise(const ast::Raise &node) {
  if (!node.exc) {
    effect<py::RaiseHandledOp>();
    return;
  }
  mlir::Value exception = emit(*node.exc);
  mlir::Value cause = node.cause ? emit(*node.cause) : mlir::Value();
  setLocation(node);
  effect<py::RaiseOp>(exception, cause);
}

void FunctionEmitter::emitAssert(const ast::Assert &node) {
  mlir::Block *failed = newBlock(), *after = newBlock();
  emitCondition(*node.test, after, failed);
  setBlock(failed);
  mlir::Value message = node.msg ? emit(*node.msg) : mlir::Value();
  setLocation(*node.test);
  effect<py::RaiseAssertionOp>(message);
  joinAt(after);
}

void FunctionEmitter::emitDelete(const ast::Expr &target) {
  At at(*this, target);
  switch (target.nodeKind()) {
  case ast::NodeKind::Name:
    return deleteName(ast::cast<ast::Name>(&target)->id);
  case ast::NodeKind::Attribute: {
    auto *attribute = ast::cast<ast::Attribute>(&target);
    mlir::Value object = emit(*attribute->value);
    setLocation(target);
    effect<py::DeleteAttributeOp>(object, stringAttr(mangled(attribute->attr)));
    return;
  }
  case ast::NodeKind::Subscript: {
    auto *subscript = ast::cast<ast::Subscript>(&target);
    mlir::Value object = emit(*subscript->value);
    mlir::Value key = emitSubscriptKey(*subscript->slice);
    setLocation(target);
    effect<py::DeleteItemOp>(object, key);
    return;
  }
  case ast::NodeKind::Tuple:
    for (const ast::Expr *elt : ast::cast<ast::Tuple>(&target)->elts)
      emitDelete(*elt);
    return;
  case ast::NodeKind::List:
    for (const ast::Expr *elt : ast::cast<ast::List>(&target)->elts)
      emitDelete(*elt);
    return;
  default:
    llvm_unreachable("the parser lets no other target pass");
  }
}

// ---- Imports ---------------------------------------------------------------------------------------

void FunctionEmitter::emitImport(const ast::Import &node) {
  for (const ast::Alias *alias : node.names) {
    std::string_view name = alias->name.text();
    mlir::Value imported = value<py::ImportOp>(refOf(name), mlir::Value(), 0u);
    size_t dot = name.find('.');
    if (!alias->asname) {
      std::string_view top = name.substr(0, dot);
      for (const Symbol &symbol : currentScope()->symbols())
        if (symbol.name == top || symbol.name == mangled(alias->name).text().substr(0, dot)) {
          storeName(symbol.name, imported);
          break;
        }
      continue;
    }
    while (dot != std::string_view::npos) {
      name.remove_prefix(dot + 1);
      dot = name.find('.');
      imported = value<py::ImportFromOp>(imported, builder_.getStringAttr(refOf(name.substr(0, dot))));
    }
    storeName(alias->asname, imported);
  }
}

void FunctionEmitter::emitImportFrom(const ast::ImportFrom &node) {
  llvm::SmallVector<mlir::Attribute> names;
  for (const ast::Alias *alias : node.names)
    names.push_back(stringAttr(alias->name));
  mlir::Value module = value<py::ImportOp>(node.module ? refOf(node.module) : llvm::StringRef(),
                                           constant(builder_.getArrayAttr(names)),
                                           static_cast<uint32_t>(node.level));
  for (const ast::Alias *alias : node.names) {
    if (alias->name == "*") {
      effect<py::ImportStarOp>(module);
      return;
    }
    mlir::Value imported = value<py::ImportFromOp>(module, stringAttr(alias->name));
    storeName(alias->asname ? alias->asname : alias->name, imported);
  }
}

} // namespace molt::irgen
