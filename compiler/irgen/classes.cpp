// class statements.
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

namespace molt::irgen {

namespace {
/// Collects the attributes that methods assign on their first parameter, in source order, those of
/// __init__ first: the layout that instances begin with.
class SlotNames {
public:
  explicit SlotNames(const ModuleEmitter &module) : module_(module) {}

  std::vector<std::string> of(const ast::ClassDef &node) {
    for (bool initializers : {true, false})
      for (const ast::Stmt *stmt : node.body)
        if (auto *method = ast::dynCast<ast::FunctionDef>(stmt))
          if ((method->name == "__init__" || method->name == "__new__") == initializers)
            visitMethod(*method);
    return std::move(names_);
  }

private:
  void visitMethod(const ast::FunctionDef &method) {
    const ast::Arguments &args = *method.args;
    const ast::Arg *first = !args.posonlyargs.empty() ? args.posonlyargs[0]
                            : !args.args.empty()      ? args.args[0]
                                                      : nullptr;
    if (!first)
      return;
    self_ = first->arg;
    scope_ = module_.scopes().find(&method, ScopeKind::Function);
    visit(method.body);
  }
  void visit(Span<ast::Stmt *> body) {
    for (const ast::Stmt *stmt : body)
      visit(*stmt);
  }
  void visit(const ast::Stmt &stmt) {
    if (auto *node = ast::dynCast<ast::Assign>(&stmt)) {
      for (const ast::Expr *target : node->targets)
        visitTarget(*target);
    } else if (auto *node = ast::dynCast<ast::AnnAssign>(&stmt)) {
      if (node->value)
        visitTarget(*node->target);
    } else if (auto *node = ast::dynCast<ast::AugAssign>(&stmt)) {
      visitTarget(*node->target);
    } else if (auto *node = ast::dynCast<ast::If>(&stmt)) {
      visit(node->body), visit(node->orelse);
    } else if (auto *node = ast::dynCast<ast::For>(&stmt)) {
      visitTarget(*node->target), visit(node->body), visit(node->orelse);
    } else if (auto *node = ast::dynCast<ast::While>(&stmt)) {
      visit(node->body), visit(node->orelse);
    } else if (auto *node = ast::dynCast<ast::With>(&stmt)) {
      visit(node->body);
    } else if (auto *node = ast::dynCast<ast::Try>(&stmt)) {
      visit(node->body), visit(node->orelse), visit(node->finalbody);
      for (const ast::ExceptHandler *handler : node->handlers)
        visit(handler->body);
    } else if (auto *node = ast::dynCast<ast::TryStar>(&stmt)) {
      visit(node->body), visit(node->orelse), visit(node->finalbody);
      for (const ast::ExceptHandler *handler : node->handlers)
        visit(handler->body);
    } else if (auto *node = ast::dynCast<ast::Match>(&stmt)) {
      for (const ast::MatchCase *matchCase : node->cases)
        visit(matchCase->body);
    }
  }
  void visitTarget(const ast::Expr &target) {
    if (auto *attribute = ast::dynCast<ast::Attribute>(&target)) {
      auto *object = ast::dynCast<ast::Name>(attribute->value);
      if (!object || object->id != self_)
        return;
      std::string name(module_.scopes().mangle(*scope_, attribute->attr).text());
      if (!llvm::is_contained(names_, name))
        names_.push_back(name);
    } else if (auto *tuple = ast::dynCast<ast::Tuple>(&target)) {
      for (const ast::Expr *elt : tuple->elts)
        visitTarget(*elt);
    } else if (auto *list = ast::dynCast<ast::List>(&target)) {
      for (const ast::Expr *elt : list->elts)
        visitTarget(*elt);
    } else if (auto *starred = ast::dynCast<ast::Starred>(&target)) {
      visitTarget(*starred->value);
    }
  }

  const ModuleEmitter &module_;
  Identifier self_;
  const Scope *scope_ = nullptr;
  std::vector<std::string> names_;
};
} // namespace

void FunctionEmitter::emitClassDef(const ast::ClassDef &node) {
  llvm::SmallVector<mlir::Value> decorators = emitAll(node.decorator_list);
  setLocation(node);
  mlir::Value built =
      node.type_params.empty()
          ? emitClassObject(node)
          : emitGeneric(node, node.name.text(), node.type_params, {}, {}, [&](FunctionEmitter &inner, const Generic &generic) {
              inner.storeName(inner.symbolNamed(".type_params"), generic.parameters);
              return inner.emitClassObject(node);
            });
  storeName(node.name, decorate(node.decorator_list, decorators, built));
}

/// The tuple of the bases; typing.Generic[...] is the last one of a class with type parameters.
mlir::Value FunctionEmitter::emitBases(const ast::ClassDef &node, mlir::Value callee) {
  if (node.type_params.empty())
    return emitSpreadPositional(node.bases, callee);
  Identifier hidden = symbolNamed(".generic_base");
  storeName(hidden, value<py::GenericBaseOp>(loadName(symbolNamed(".type_params"))));
  mlir::Value bases = value<py::MakeListOp>(mlir::ValueRange());
  effect<py::ListExtendOp>(bases, emitSpreadPositional(node.bases, callee));
  effect<py::ListAppendOp>(bases, loadName(hidden));
  return value<py::ListToTupleOp>(bases);
}

mlir::Value FunctionEmitter::emitClassObject(const ast::ClassDef &node) {
  const Scope &scope = *module_.scopes().find(&node, ScopeKind::Class);
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = node.name.text();
  spec.qualname = nestedQualname(node.name.text(), scope);
  spec.flags = kIsClassBody;
  spec.firstLine = node.decorator_list.empty() ? node.line() : node.decorator_list[0]->line();
  spec.hiddenParameters = {".namespace"};
  FunctionEmitter body(module_, this, spec);
  body.emitClassBody(node);

  mlir::Value function = makeFunction(body, scope, {}, {});
  mlir::Value bases = emitBases(node, function);
  mlir::Value keywords = emitSpreadKeywords(node.keywords, function);
  llvm::SmallVector<mlir::Attribute> slots;
  for (const std::string &name : SlotNames(module_).of(node))
    slots.push_back(builder_.getStringAttr(name));
  setLocation(node);
  return value<py::BuildClassOp>(function, stringAttr(node.name), bases, keywords ? keywords : value<py::NullOp>(),
                                 constant(builder_.getArrayAttr(slots)));
}

void FunctionEmitter::emitClassBody(const ast::ClassDef &node) {
  setLocation(node);
  setFieldHints(node);
  auto store = [&](llvm::StringRef name, mlir::Value newValue) {
    effect<py::StoreNameOp>(namespace_, builder_.getStringAttr(name), newValue);
  };
  store("__module__", value<py::LoadNameOp>(namespace_, builder_.getStringAttr("__name__")));
  store("__qualname__", constantStr(qualname_));
  bool since313 = module_.input().version.atLeast(3, 13);
  if (since313)
    store("__firstlineno__", constantInt(node.decorator_list.empty()
                                             ? node.line()
                                             : node.decorator_list[0]->line()));
  if (!node.type_params.empty())
    store("__type_params__", loadName(symbolNamed(".type_params")));
  if (std::optional<std::string> docstring = docstringOf(node.body))
    store("__doc__", constantStr(*docstring));
  beginScopeAnnotations(node.body);
  emitBody(node.body);
  if (isTerminated())
    return finish();
  endScopeAnnotations();
  if (since313) {
    llvm::SmallVector<mlir::Attribute> names;
    for (const std::string &name : SlotNames(module_).of(node))
      names.push_back(builder_.getStringAttr(name));
    store("__static_attributes__", constant(builder_.getArrayAttr(names)));
  }
  if (!scope_->needsClassCell()) {
    effect<py::ReturnOp>(none());
  } else {
    mlir::Value cell = value<py::LoadLocalOp>(variables_.find("__class__")->second.value,
                                              builder_.getStringAttr("__class__"),
                                              mlir::UnitAttr(), builder_.getUnitAttr());
    store("__classcell__", cell);
    effect<py::ReturnOp>(cell);
  }
  finish();
}

} // namespace molt::irgen
