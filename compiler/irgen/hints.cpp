// Annotations as hints on the IR, and as checks (docs/type_hints.md).
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

namespace molt::irgen {

static std::vector<const ast::Arg *> checkedParameters(const ast::Arguments &parameters) {
  std::vector<const ast::Arg *> all;
  for (Span<ast::Arg *> group : {parameters.posonlyargs, parameters.args, parameters.kwonlyargs})
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

void FunctionEmitter::setFunctionHints(const ast::FunctionDef &node) {
  if (module_.input().typeHints == TypeHintMode::Ignore)
    return;
  llvm::SmallVector<mlir::Attribute> hints;
  bool isAny = false;
  for (const ast::Arg *parameter : checkedParameters(*node.args)) {
    std::optional<py::TypeHint> hint =
        parameter->annotation ? module_.typeHints().of(*parameter->annotation) : std::nullopt;
    hints.push_back(hint ? hint->toAttribute(module_.context()) : builder_.getUnitAttr());
    isAny |= hint.has_value();
  }
  if (isAny)
    func_->setAttr(py::kParameterHintsAttr, builder_.getArrayAttr(hints));
  if (auto hint = node.returns ? module_.typeHints().of(*node.returns) : std::nullopt)
    func_->setAttr(py::kResultHintAttr, hint->toAttribute(module_.context()));
}

void FunctionEmitter::setFieldHints(const ast::ClassDef &node) {
  if (module_.input().typeHints == TypeHintMode::Ignore)
    return;
  llvm::SmallVector<mlir::NamedAttribute> hints;
  for (const ast::Stmt *statement : node.body)
    if (auto *field = ast::dynCast<ast::AnnAssign>(statement); field && field->simple)
      if (std::optional<py::TypeHint> hint = module_.typeHints().of(*field->annotation))
        hints.push_back({nameOf(*field), hint->toAttribute(module_.context())});
  if (!hints.empty())
    func_->setAttr(py::kFieldHintsAttr, builder_.getDictionaryAttr(hints));
}

void FunctionEmitter::setVariableHint(const ast::Expr &annotation) {
  if (module_.input().typeHints == TypeHintMode::Ignore || builder_.getInsertionBlock()->empty())
    return;
  mlir::Operation &store = builder_.getInsertionBlock()->back();
  std::optional<py::TypeHint> hint = module_.typeHints().of(annotation);
  if (hint && mlir::isa<py::StoreLocalOp, py::StoreGlobalOp, py::SetAttributeOp>(store))
    store.setAttr(py::kTypeHintAttr, hint->toAttribute(module_.context()));
}

// ---- Checks ------------------------------------------------------------------------------------------------------

// Of a generator they happen when it starts; what it yields and returns is not looked at.
void FunctionEmitter::emitParameterChecks(const ast::FunctionDef &node) {
  if (!isChecking())
    return;
  for (const ast::Arg *parameter : checkedParameters(*node.args)) {
    if (!parameter->annotation)
      continue;
    At at(*this, *parameter);
    emitCheck(loadName(parameter->arg), *parameter->annotation,
              qualname_ + "() argument '" + std::string(parameter->arg.text()) + "' must be ");
  }
  if (!(flags_ & (kIsGenerator | kIsCoroutine | kIsAsyncGenerator)))
    checkedResult_ = node.returns;
}

void FunctionEmitter::emitResultCheck(mlir::Value result) {
  if (checkedResult_)
    emitCheck(result, *checkedResult_, qualname_ + "() must return ");
}

/// The annotation as it is written, without quotes; of one on several lines, the first.
std::string FunctionEmitter::sourceOf(const ast::Expr &annotation) const {
  const SourceRange &range = annotation.range();
  llvm::StringRef line = refOf(module_.input().file->lineText(range.line));
  llvm::StringRef text = line.slice(range.column, range.line == range.endLine ? range.endColumn : line.size());
  bool isQuoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
  return (isQuoted ? text.drop_front().drop_back() : text).str();
}

void FunctionEmitter::emitCheck(mlir::Value checked, const ast::Expr &annotation, const std::string &what) {
  std::optional<std::vector<std::string>> names = module_.typeHints().typesOf(annotation);
  if (!names)
    return;
  llvm::SmallVector<mlir::Value> types;
  for (const std::string &name : *names)
    types.push_back(name == "None" ? none() : value<py::LoadGlobalOp>(builder_.getStringAttr(name)));
  std::string text = what + sourceOf(annotation);
  std::optional<py::TypeHint> hint = module_.typeHints().of(annotation);
  py::Kinds kinds = hint ? hint->kinds : py::Kinds();
  if (kinds.has(py::Kind::Float))
    kinds = kinds | py::Kind::Int | py::Kind::Bool;
  if (kinds.has(py::Kind::Int))
    kinds = kinds | py::Kind::Bool;
  effect<py::CheckTypeOp>(checked, builder_.getStringAttr(text), types,
                          builder_.getI32IntegerAttr(kinds.without(py::Kind::Instance).bits()));
}

} // namespace molt::irgen
