// Annotations: evaluated at once up to 3.13, by an __annotate__ function when asked for from 3.14
// on (PEP 649, PEP 749), kept as text under `from __future__ import annotations`.
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"
#include "frontend/ast_walk.h"

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

/// The annotated simple names among the statements below `node`, in all blocks.
void FunctionEmitter::collectAnnotations(const ast::Node *node, bool isConditional,
                                         std::vector<BodyAnnotation> &found) {
  switch (node->nodeKind()) {
  case ast::NodeKind::AnnAssign:
    if (auto *annotated = ast::cast<ast::AnnAssign>(node); annotated->simple)
      found.push_back({annotated, isConditional});
    return;
  case ast::NodeKind::FunctionDef:
  case ast::NodeKind::AsyncFunctionDef:
  case ast::NodeKind::ClassDef:
    return;
  default:
    ast::forEachChild(node, [&](const ast::Node *child) {
      if (ast::isa<ast::Stmt>(child) || ast::isa<ast::ExceptHandler>(child) || ast::isa<ast::MatchCase>(child))
        collectAnnotations(child, true, found);
    });
  }
}

mlir::StringAttr FunctionEmitter::nameOf(const ast::AnnAssign &node) {
  return stringAttr(mangled(ast::cast<ast::Name>(node.target)->id));
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

/// A function format -> dict of the annotations. `executed`, a set of numbers or null, is its second parameter.
mlir::Value FunctionEmitter::emitAnnotate(const Scope &scope, uint32_t line, mlir::Value executed,
                                          llvm::function_ref<mlir::Value(FunctionEmitter &)> annotations) {
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = "__annotate__";
  spec.qualname = nestedQualname("__annotate__", scope);
  spec.firstLine = line;
  spec.hiddenParameters = {".format"};
  mlir::Value defaults;
  if (executed) {
    spec.hiddenParameters.push_back(".executed");
    defaults = value<py::MakeTupleOp>(executed);
  }
  FunctionEmitter body(module_, this, spec);
  body.emitFormatTest();
  body.effect<py::ReturnOp>(annotations(body));
  body.finish();
  return makeFunction(body, scope, defaults, {});
}

void FunctionEmitter::emitFormatTest() {
  mlir::Block *refused = newBlock(), *evaluate = newBlock();
  mlir::Value above = value<py::GreaterOp>(variables_.find(".format")->second.value, constantInt(2));
  conditionalBranch(truth(above), refused, evaluate);
  setBlock(refused);
  effect<py::RaiseOp>(value<py::LoadGlobalOp>(builder_.getStringAttr("NotImplementedError")), mlir::Value());
  setBlock(evaluate);
}

void FunctionEmitter::emitFunctionAnnotations(const ast::FunctionDef &node, mlir::Value function) {
  std::vector<Annotation> annotations = annotationsOf(node);
  if (annotations.empty() && !node.returns)
    return;
  auto dictOf = [&](FunctionEmitter &emitter) {
    llvm::SmallVector<mlir::Value> pairs;
    for (const Annotation &annotation : annotations) {
      pairs.push_back(emitter.constantStr(refOf(mangled(annotation.name))));
      pairs.push_back(emitter.emitAnnotationValue(*annotation.value));
    }
    if (node.returns) {
      pairs.push_back(emitter.constantStr("return"));
      pairs.push_back(emitter.emitAnnotationValue(*node.returns));
    }
    return emitter.value<py::MakeDictOp>(pairs);
  };
  const Scope *scope = module_.scopes().find(&node, ScopeKind::Annotations);
  if (scope && hasLazyAnnotations())
    effect<py::SetFunctionAnnotateOp>(function, emitAnnotate(*scope, node.line(), {}, dictOf));
  else
    effect<py::SetFunctionAnnotationsOp>(function, dictOf(*this));
}

bool FunctionEmitter::hasLazyAnnotations() const {
  return module_.input().version.atLeast(3, 14) && !module_.scopes().future().annotations;
}

void FunctionEmitter::beginScopeAnnotations(Span<ast::Stmt *> body) {
  bool isModule = scope_->kind() == ScopeKind::Module;
  for (const ast::Stmt *statement : body)
    collectAnnotations(statement, isModule, bodyAnnotations_);
  if (bodyAnnotations_.empty())
    return;
  if (!hasLazyAnnotations())
    return storeHidden("__annotations__", value<py::MakeDictOp>(mlir::ValueRange()));
  for (const BodyAnnotation &annotation : bodyAnnotations_)
    if (annotation.isConditional)
      conditionalAnnotations_.try_emplace(annotation.node, conditionalAnnotations_.size());
  mlir::Value executed;
  if (!conditionalAnnotations_.empty()) {
    executed = value<py::MakeSetOp>(mlir::ValueRange());
    executedAnnotations_ = temporarySlot();
    effect<py::StoreLocalOp>(executedAnnotations_, executed);
  }
  if (!isModule)
    return;
  emitAnnotateOfScope();
  storeHidden("__conditional_annotations__", executed);
}

void FunctionEmitter::endScopeAnnotations() {
  if (!bodyAnnotations_.empty() && hasLazyAnnotations())
    emitAnnotateOfScope();
}

void FunctionEmitter::emitAnnotateOfScope() {
  const Scope *scope = module_.scopes().find(scope_->node(), ScopeKind::Annotations);
  assert(scope && "annotations without their scope");
  mlir::Value executed = executedAnnotations_ ? value<py::LoadLocalOp>(executedAnnotations_) : mlir::Value();
  mlir::Value function = emitAnnotate(*scope, 1, executed, [&](FunctionEmitter &emitter) {
    mlir::Value dict = emitter.value<py::MakeDictOp>(mlir::ValueRange());
    for (const BodyAnnotation &annotation : bodyAnnotations_)
      emitter.addAnnotation(dict, *annotation.node, conditionalAnnotations_);
    return dict;
  });
  storeHidden(scope_->kind() == ScopeKind::Class ? "__annotate_func__" : "__annotate__", function);
}

/// In __annotate__: the annotation's entry, if it has been executed.
void FunctionEmitter::addAnnotation(mlir::Value dict, const ast::AnnAssign &node,
                                    const ConditionalAnnotations &conditional) {
  auto number = conditional.find(&node);
  mlir::Block *add = nullptr, *next = nullptr;
  if (number != conditional.end()) {
    add = newBlock(), next = newBlock();
    conditionalBranch(condition<py::ContainsOp>(variables_.find(".executed")->second.value, constantInt(number->second)),
                      add, next);
    setBlock(add);
  }
  mlir::Value key = constant(nameOf(node));
  effect<py::DictSetOp>(dict, key, emitAnnotationValue(*node.annotation));
  if (!next)
    return;
  branch(next);
  setBlock(next);
}

void FunctionEmitter::storeHidden(llvm::StringRef name, mlir::Value newValue) {
  if (scope_->kind() == ScopeKind::Class)
    effect<py::StoreNameOp>(namespace_, builder_.getStringAttr(name), newValue);
  else
    effect<py::StoreGlobalOp>(builder_.getStringAttr(name), newValue);
}

void FunctionEmitter::emitAnnotation(const ast::AnnAssign &node) {
  if (!node.simple || scope_->isFunctionLike())
    return;
  if (hasLazyAnnotations()) {
    if (auto number = conditionalAnnotations_.find(&node); number != conditionalAnnotations_.end())
      effect<py::SetAddOp>(value<py::LoadLocalOp>(executedAnnotations_), constantInt(number->second));
    return;
  }
  mlir::StringAttr name = builder_.getStringAttr("__annotations__");
  mlir::Value dict = scope_->kind() == ScopeKind::Class ? value<py::LoadNameOp>(namespace_, name)
                                                        : value<py::LoadGlobalOp>(name);
  mlir::Value annotation = emitAnnotationValue(*node.annotation);
  effect<py::SetItemOp>(dict, constant(nameOf(node)), annotation);
}

} // namespace molt::irgen
