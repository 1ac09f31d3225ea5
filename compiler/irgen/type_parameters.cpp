// Type parameters and type aliases (PEP 695, PEP 696).
//
// What has type parameters is made in a function of its own, called at once, whose variables they are; so whoever refers to
// one captures it like any other variable. Bounds, constraints, defaults and values of aliases are functions, called when
// somebody asks.
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

namespace molt::irgen {

Identifier FunctionEmitter::symbolNamed(std::string_view name) const {
  for (const Symbol &symbol : scope_->symbols())
    if (symbol.name == name)
      return symbol.name;
  llvm_unreachable("a name that the scope does not have");
}

mlir::Value FunctionEmitter::emitGeneric(const ast::Node &node, std::string_view name, Span<ast::TypeParam *> parameters,
                                         mlir::Value defaults, mlir::Value keywordDefaults,
                                         llvm::function_ref<mlir::Value(FunctionEmitter &inner, const Generic &generic)> make) {
  const Scope &scope = *module_.scopes().find(&node, ScopeKind::TypeParameters);
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = "<generic parameters of " + std::string(name) + ">";
  spec.qualname = nestedQualname(spec.name, scope);
  spec.firstLine = node.line();
  llvm::SmallVector<mlir::Value, 2> arguments;
  auto pass = [&](const char *parameter, mlir::Value value) {
    if (!value)
      return;
    spec.hiddenParameters.push_back(parameter);
    arguments.push_back(value);
  };
  pass(".defaults", defaults);
  pass(".kwdefaults", keywordDefaults);
  FunctionEmitter inner(module_, this, spec);
  inner.setLocation(node);
  auto passed = [&](const char *parameter) {
    auto found = inner.variables_.find(parameter);
    return found == inner.variables_.end() ? mlir::Value() : found->second.value;
  };
  Generic generic;
  generic.parameters = inner.emitTypeParameters(parameters);
  generic.defaults = passed(".defaults");
  generic.keywordDefaults = passed(".kwdefaults");
  inner.setLocation(node);
  inner.effect<py::ReturnOp>(make(inner, generic));
  inner.finish();
  return value<py::CallOp>(makeFunction(inner, scope, {}, {}), arguments);
}

mlir::Value FunctionEmitter::emitTypeParameters(Span<ast::TypeParam *> parameters) {
  llvm::SmallVector<mlir::Value> made;
  for (const ast::TypeParam *parameter : parameters) {
    At at(*this, *parameter);
    made.push_back(emitTypeParameter(*parameter));
  }
  return value<py::MakeTupleOp>(made);
}

mlir::Value FunctionEmitter::emitTypeParameter(const ast::TypeParam &parameter) {
  Identifier name;
  TypeParameterKind kind = kTypeVar;
  const ast::Expr *bound = nullptr, *byDefault = nullptr;
  if (auto *variable = ast::dynCast<ast::TypeVar>(&parameter)) {
    name = variable->name, bound = variable->bound, byDefault = variable->default_value;
    if (bound)
      kind = ast::isa<ast::Tuple>(bound) ? kConstrainedTypeVar : kBoundTypeVar;
  } else if (auto *spec = ast::dynCast<ast::ParamSpec>(&parameter)) {
    name = spec->name, byDefault = spec->default_value, kind = kParamSpec;
  } else {
    auto *tuple = ast::cast<ast::TypeVarTuple>(&parameter);
    name = tuple->name, byDefault = tuple->default_value, kind = kTypeVarTuple;
  }
  auto evaluator = [&](const ast::Expr *expr, ScopeKind scope) {
    return expr ? emitEvaluator(*module_.scopes().find(&parameter, scope), name.text(), *expr) : mlir::Value();
  };
  mlir::Value boundValue = evaluator(bound, ScopeKind::TypeVariable);
  mlir::Value defaultValue = evaluator(byDefault, ScopeKind::TypeDefault);
  mlir::Value made =
      value<py::MakeTypeParameterOp>(static_cast<uint32_t>(kind), stringAttr(name), boundValue, defaultValue);
  storeName(name, made);
  return made;
}

/// A function that gives the value of an expression; from 3.14 on it takes the format, as annotations do.
mlir::Value FunctionEmitter::emitEvaluator(const Scope &scope, std::string_view name, const ast::Expr &expr) {
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = name;
  spec.qualname = nestedQualname(name, scope);
  spec.firstLine = expr.line();
  bool takesFormat = module_.input().version.atLeast(3, 14);
  mlir::Value defaults;
  if (takesFormat) {
    spec.hiddenParameters = {".format"};
    defaults = value<py::MakeTupleOp>(constantInt(1));
  }
  FunctionEmitter body(module_, this, spec);
  if (takesFormat)
    body.emitFormatTest();
  body.setLocation(expr);
  if (auto *starred = ast::dynCast<ast::Starred>(&expr)) { // of a TypeVarTuple: the one item
    mlir::Value items = body.emit(*starred->value);
    auto unpacked = py::UnpackOp::create(body.builder_, body.location_, mlir::TypeRange(valueType_), items);
    body.effect<py::ReturnOp>(unpacked.getItems()[0]);
  } else {
    body.effect<py::ReturnOp>(body.emit(expr));
  }
  body.finish();
  return makeFunction(body, scope, defaults, {});
}

void FunctionEmitter::emitTypeAlias(const ast::TypeAlias &node) {
  Identifier name = ast::cast<ast::Name>(node.name)->id;
  const Scope &scope = *module_.scopes().find(&node, ScopeKind::TypeAlias);
  auto make = [&](FunctionEmitter &emitter, mlir::Value parameters) {
    mlir::Value evaluate = emitter.emitEvaluator(scope, name.text(), *node.value);
    return emitter.value<py::MakeTypeAliasOp>(emitter.stringAttr(name), parameters, evaluate);
  };
  mlir::Value alias = node.type_params.empty()
                          ? make(*this, {})
                          : emitGeneric(node, name.text(), node.type_params, {}, {},
                                        [&](FunctionEmitter &inner, const Generic &generic) {
                                          return make(inner, generic.parameters);
                                        });
  storeName(name, alias);
}

} // namespace molt::irgen
