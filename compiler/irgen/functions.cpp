// def, lambda, and bodies of functions and modules.
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

namespace molt::irgen {

std::optional<std::string> FunctionEmitter::docstringOf(Span<ast::Stmt *> body) const {
  if (body.empty())
    return std::nullopt;
  auto *stmt = ast::dynCast<ast::ExprStmt>(body[0]);
  auto *constant = stmt ? ast::dynCast<ast::Constant>(stmt->value) : nullptr;
  if (!constant || constant->value.type != ast::ConstantValue::Type::Str)
    return std::nullopt;
  return cleanDocstring(constant->value.text);
}

static uint32_t generatorFlags(const Scope &scope) {
  return scope.isGenerator() ? kIsGenerator : 0;
}

std::string FunctionEmitter::nestedQualname(std::string_view name, const Scope &scope) const {
  std::string own(name);
  if (scope_->kind() == ScopeKind::TypeParameters) // only there to hold them
    return parent_->nestedQualname(name, scope);
  if (scope_->kind() == ScopeKind::Module)
    return own;
  for (const Symbol &symbol : scope_->symbols())
    if (symbol.name == name && symbol.resolution == Resolution::GlobalExplicit)
      return own;
  return qualname_ + (scope_->kind() == ScopeKind::Class ? "." : ".<locals>.") + own;
}

bool FunctionEmitter::refuseAsync(const ast::Node &node, const Scope &scope) {
  if (!scope.isCoroutine() && !scope.isAsyncGenerator())
    return false;
  module_.unsupported(node, "coroutines");
  return true;
}

mlir::Value FunctionEmitter::makeFunction(FunctionEmitter &body, const Scope &scope,
                                          mlir::Value defaults, mlir::Value keywordDefaults) {
  return value<py::MakeFunctionOp>(body.symbolRef(), defaults, keywordDefaults, closureFor(scope));
}

/// The tuple of the positional parameters' defaults; null when there are none.
mlir::Value FunctionEmitter::emitDefaults(const ast::Arguments &parameters) {
  if (parameters.defaults.empty())
    return {};
  llvm::SmallVector<mlir::Attribute> constants;
  for (const ast::Expr *expr : parameters.defaults)
    if (mlir::Attribute folded = foldConstant(*expr))
      constants.push_back(folded);
  if (constants.size() == parameters.defaults.size())
    return constant(builder_.getArrayAttr(constants));
  return value<py::MakeTupleOp>(emitAll(parameters.defaults));
}

mlir::Value FunctionEmitter::emitKeywordDefaults(const ast::Arguments &parameters) {
  llvm::SmallVector<mlir::Value> pairs;
  for (size_t i = 0; i < parameters.kwonlyargs.size(); ++i)
    if (const ast::Expr *expr = parameters.kw_defaults[i]) {
      pairs.push_back(constantStr(refOf(mangled(parameters.kwonlyargs[i]->arg))));
      pairs.push_back(emit(*expr));
    }
  return pairs.empty() ? mlir::Value() : value<py::MakeDictOp>(pairs);
}

mlir::Value FunctionEmitter::decorate(Span<ast::Expr *> decorators,
                                      llvm::ArrayRef<mlir::Value> values, mlir::Value target) {
  for (size_t i = decorators.size(); i-- > 0;) {
    At at(*this, *decorators[i]);
    target = value<py::CallOp>(values[i], target);
  }
  return target;
}

void FunctionEmitter::emitFunctionDef(const ast::FunctionDef &node) {
  if (refuseAsync(node, *module_.scopes().find(&node, ScopeKind::Function)))
    return;
  llvm::SmallVector<mlir::Value> decorators = emitAll(node.decorator_list);
  mlir::Value defaults = emitDefaults(*node.args);
  mlir::Value keywordDefaults = emitKeywordDefaults(*node.args);
  mlir::Value function;
  if (node.type_params.empty()) {
    function = emitFunctionObject(node, defaults, keywordDefaults);
  } else {
    setLocation(node);
    function = emitGeneric(node, node.name.text(), node.type_params, defaults, keywordDefaults,
                           [&](FunctionEmitter &inner, const Generic &generic) {
                             mlir::Value made = inner.emitFunctionObject(node, generic.defaults, generic.keywordDefaults);
                             inner.effect<py::SetTypeParametersOp>(made, generic.parameters);
                             return made;
                           });
  }
  storeName(node.name, decorate(node.decorator_list, decorators, function));
}

mlir::Value FunctionEmitter::emitFunctionObject(const ast::FunctionDef &node, mlir::Value defaults,
                                                mlir::Value keywordDefaults) {
  const Scope &scope = *module_.scopes().find(&node, ScopeKind::Function);
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = node.name.text();
  spec.qualname = nestedQualname(node.name.text(), scope);
  spec.flags = generatorFlags(scope);
  spec.firstLine = node.decorator_list.empty() ? node.line() : node.decorator_list[0]->line();
  spec.parameters = node.args;
  spec.docstring = docstringOf(node.body);
  FunctionEmitter body(module_, this, spec);
  body.setFunctionHints(node);
  body.emitParameterChecks(node);
  body.emitFunctionBody(node.body);
  setLocation(node);
  mlir::Value function = makeFunction(body, scope, defaults, keywordDefaults);
  emitFunctionAnnotations(node, function);
  return function;
}

void FunctionEmitter::emitFunctionBody(Span<ast::Stmt *> body) {
  emitBody(body);
  finish();
}

mlir::Value FunctionEmitter::emitLambda(const ast::Lambda &node) {
  const Scope &scope = *module_.scopes().find(&node, ScopeKind::Lambda);
  if (refuseAsync(node, scope))
    return none();
  mlir::Value defaults = emitDefaults(*node.args);
  mlir::Value keywordDefaults = emitKeywordDefaults(*node.args);
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = "<lambda>";
  spec.qualname = nestedQualname("<lambda>", scope);
  spec.flags = generatorFlags(scope);
  spec.firstLine = node.line();
  spec.parameters = node.args;
  FunctionEmitter body(module_, this, spec);
  body.emitLambdaBody(*node.body);
  return makeFunction(body, scope, defaults, keywordDefaults);
}

void FunctionEmitter::emitLambdaBody(const ast::Expr &body) {
  mlir::Value result = emit(body);
  effect<py::ReturnOp>(result);
  finish();
}

void FunctionEmitter::emitModule(const ast::Module &tree) {
  if (std::optional<std::string> docstring = docstringOf(tree.body))
    effect<py::StoreGlobalOp>(builder_.getStringAttr("__doc__"), constantStr(*docstring));
  beginScopeAnnotations(tree.body);
  emitBody(tree.body);
  finish();
}

/// What the compiler does to docstrings (3.13 and later): the indentation of the lines behind the
/// first is removed as far as all of them have it.
std::string FunctionEmitter::cleanDocstring(std::string_view text) const {
  if (!module_.input().version.atLeast(3, 13))
    return std::string(text);
  std::vector<std::string_view> lines;
  for (size_t start = 0; start <= text.size();) {
    size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  size_t margin = std::string_view::npos;
  for (size_t i = 1; i < lines.size(); ++i)
    if (size_t indent = lines[i].find_first_not_of(' '); indent != std::string_view::npos)
      margin = std::min(margin, indent);
  std::string result;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    size_t indent = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(i == 0 ? indent : std::min(indent, margin));
    if (i)
      result += '\n';
    result += line;
  }
  return result;
}

} // namespace molt::irgen
