// Annotations: evaluated at once up to 3.13, by an __annotate__ function when asked for from 3.14
// on (PEP 649, PEP 749), kept as text under `from __future__ import annotations`.
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

namespace molt::irgen {

namespace {
struct Annotation {
  Identifier name;
  const ast::Expr *value;
};
} // namespace

static std::vector<Annotation> annotationsOf(const ast::FunctionDef &node) {
  std::vector<Annotation> found;
  auto add = [&](const ast::Arg *arg) {
    if (arg && arg->annotation)
      found.push_back({arg->arg, arg->annotation});
  };
  for (Span<ast::Arg *> group : {node.args->posonlyargs, node.args->args})
    std::for_each(group.begin(), group.end(), add);
  add(node.args->vararg);
  std::for_each(node.args->kwonlyargs.begin(), node.args->kwonlyargs.end(), add);
  add(node.args->kwarg);
  return found;
}

/// The annotated simple names of a class or module body, in all its blocks.
static void collectAnnotations(Span<ast::Stmt *> body, std::vector<Annotation> &found) {
  for (const ast::Stmt *stmt : body) {
    if (auto *node = ast::dynCast<ast::AnnAssign>(stmt)) {
      if (node->simple)
        found.push_back({ast::cast<ast::Name>(node->target)->id, node->annotation});
    }
  }
}

mlir::Value FunctionEmitter::emitAnnotationValue(const ast::Expr &annotation) {
  if (!module_.scopes().future().annotations) {
    auto *starred = ast::dynCast<ast::Starred>(&annotation);
    if (!starred)
      return emit(annotation);
    // `*args: *Ts` stands for the one item of the iterable.
    mlir::Value items = emit(*starred->value);
    return py::UnpackOp::create(builder_, location_, mlir::TypeRange(valueType_), items).getItems()[0];
  }
  const SourceRange &range = annotation.range();
  const SourceFile &file = *module_.input().file;
  uint32_t start = file.lineStart(range.line) + range.column;
  uint32_t end = file.lineStart(range.endLine) + range.endColumn;
  return constantStr(refOf(file.text().substr(start, end - start)));
}

/// A function format -> dict of the annotations.
template <class Annotations>
static llvm::SmallVector<mlir::Value> pairsOf(const Annotations &annotations,
                                              llvm::function_ref<mlir::Value(Identifier)> key,
                                              llvm::function_ref<mlir::Value(const ast::Expr &)> value) {
  llvm::SmallVector<mlir::Value> pairs;
  for (const auto &annotation : annotations) {
    pairs.push_back(key(annotation.name));
    pairs.push_back(value(*annotation.value));
  }
  return pairs;
}

mlir::Value FunctionEmitter::emitAnnotate(
    const Scope &scope, uint32_t line,
    llvm::function_ref<llvm::SmallVector<mlir::Value>(FunctionEmitter &)> pairs) {
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = "__annotate__";
  spec.qualname = nestedQualname("__annotate__", scope);
  spec.firstLine = line;
  spec.hiddenParameters = {".format"};
  FunctionEmitter body(module_, this, spec);
  // Formats above 2 are for the caller to make from these.
  mlir::Block *refused = body.newBlock(), *evaluate = body.newBlock();
  mlir::Value format = body.variables_.find(".format")->second.value;
  mlir::Value above = body.value<py::GreaterOp>(format, body.constantInt(2));
  body.conditionalBranch(body.truth(above), refused, evaluate);
  body.setBlock(refused);
  body.effect<py::RaiseOp>(
      body.value<py::LoadGlobalOp>(builder_.getStringAttr("NotImplementedError")), mlir::Value());
  body.setBlock(evaluate);
  llvm::SmallVector<mlir::Value> items = pairs(body);
  body.effect<py::ReturnOp>(body.value<py::MakeDictOp>(items));
  body.finish();
  return makeFunction(body, scope, {}, {});
}

void FunctionEmitter::emitFunctionAnnotations(const ast::FunctionDef &node, mlir::Value function) {
  std::vector<Annotation> annotations = annotationsOf(node);
  if (annotations.empty() && !node.returns)
    return;
  auto pairs = [&](FunctionEmitter &emitter) {
    llvm::SmallVector<mlir::Value> items = pairsOf(
        annotations,
        [&](Identifier name) { return emitter.constantStr(refOf(mangled(name))); },
        [&](const ast::Expr &value) { return emitter.emitAnnotationValue(value); });
    if (node.returns) {
      items.push_back(emitter.constantStr("return"));
      items.push_back(emitter.emitAnnotationValue(*node.returns));
    }
    return items;
  };
  const Scope *scope = module_.scopes().find(&node, ScopeKind::Annotations);
  if (scope && module_.input().version.atLeast(3, 14) && !module_.scopes().future().annotations)
    effect<py::SetFunctionAnnotateOp>(function, emitAnnotate(*scope, node.line(), pairs));
  else
    effect<py::SetFunctionAnnotationsOp>(function, value<py::MakeDictOp>(pairs(*this)));
}

void FunctionEmitter::emitScopeAnnotations(Span<ast::Stmt *> body) {
  std::vector<Annotation> annotations;
  collectAnnotations(body, annotations);
  bool lazy = module_.input().version.atLeast(3, 14) && !module_.scopes().future().annotations;
  bool isClass = scope_->kind() == ScopeKind::Class;
  if (!lazy) {
    if (annotations.empty())
      return;
    mlir::Value dict = value<py::MakeDictOp>(mlir::ValueRange());
    storeHidden("__annotations__", dict);
    return;
  }
  const Scope *scope = module_.scopes().find(scope_->node(), ScopeKind::Annotations);
  if (annotations.empty() || !scope)
    return;
  mlir::Value function = emitAnnotate(*scope, 1, [&](FunctionEmitter &emitter) {
    return pairsOf(
        annotations,
        [&](Identifier name) { return emitter.constantStr(refOf(mangled(name))); },
        [&](const ast::Expr &value) { return emitter.emitAnnotationValue(value); });
  });
  storeHidden(isClass ? "__annotate_func__" : "__annotate__", function);
}

void FunctionEmitter::storeHidden(llvm::StringRef name, mlir::Value newValue) {
  if (scope_->kind() == ScopeKind::Class)
    effect<py::StoreNameOp>(namespace_, builder_.getStringAttr(name), newValue);
  else
    effect<py::StoreGlobalOp>(builder_.getStringAttr(name), newValue);
}

void FunctionEmitter::emitAnnotation(const ast::AnnAssign &node) {
  bool lazy = module_.input().version.atLeast(3, 14) && !module_.scopes().future().annotations;
  if (lazy || !node.simple || scope_->isFunctionLike())
    return;
  mlir::StringAttr name = builder_.getStringAttr("__annotations__");
  mlir::Value dict = scope_->kind() == ScopeKind::Class ? value<py::LoadNameOp>(namespace_, name)
                                                        : value<py::LoadGlobalOp>(name);
  mlir::Value annotation = emitAnnotationValue(*node.annotation);
  effect<py::SetItemOp>(dict, constantStr(refOf(mangled(ast::cast<ast::Name>(node.target)->id))),
                        annotation);
}

} // namespace molt::irgen
