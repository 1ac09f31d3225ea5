// Calls. Python evaluates the callee, then the arguments from left to right, then calls.
#include "compiler/irgen/function_emitter.h"

#include <algorithm>

namespace molt::irgen {

static bool hasSpread(const ast::Call &node) {
  return std::any_of(node.args.begin(), node.args.end(),
                     [](const ast::Expr *arg) { return ast::isa<ast::Starred>(arg); }) ||
         std::any_of(node.keywords.begin(), node.keywords.end(),
                     [](const ast::Keyword *keyword) { return !keyword->arg; });
}

/// Built-in functions that see the variables of the function that calls them.
static bool mayUseCallersScope(const ast::Name &callee) {
  return callee.id == "globals" || callee.id == "locals" || callee.id == "vars" ||
         callee.id == "dir";
}

bool FunctionEmitter::isPlain(const ast::Expr &expr) {
  if (foldConstant(expr))
    return true;
  auto *name = ast::dynCast<ast::Name>(&expr);
  if (!name)
    return false;
  Variable variable = lookUp(mangled(name->id));
  return variable.kind == Variable::Kind::Parameter ||
         (variable.kind == Variable::Kind::Slot && variable.alwaysBound);
}

mlir::ArrayAttr FunctionEmitter::keywordNames(Span<ast::Keyword *> keywords) {
  if (keywords.empty())
    return {};
  llvm::SmallVector<mlir::Attribute> names;
  for (const ast::Keyword *keyword : keywords)
    names.push_back(stringAttr(keyword->arg));
  return builder_.getArrayAttr(names);
}

mlir::Value FunctionEmitter::emitCall(const ast::Call &node) {
  if (!hasSpread(node))
    if (auto *attribute = ast::dynCast<ast::Attribute>(node.func))
      return emitMethodCall(node, *attribute);

  if (std::optional<SuperNames> names = superNames(node)) {
    auto [callee, definingClass, self] = emitSuper(node, *names);
    return value<py::CallSuperOp>(callee, definingClass, self);
  }
  mlir::Value callee = emit(*node.func);
  if (auto *name = ast::dynCast<ast::Name>(node.func);
      name && node.args.empty() && node.keywords.empty()) {
    if (mayUseCallersScope(*name))
      return value<py::CallScopedOp>(callee, localsDict());
  }
  if (hasSpread(node))
    return emitSpreadCall(node, callee);
  llvm::SmallVector<mlir::Value> arguments = emitAll(node.args);
  for (const ast::Keyword *keyword : node.keywords)
    arguments.push_back(emit(*keyword->value));
  if (mlir::ArrayAttr names = keywordNames(node.keywords))
    return value<py::CallKeywordsOp>(callee, arguments, names);
  return value<py::CallOp>(callee, arguments);
}

std::optional<FunctionEmitter::SuperNames> FunctionEmitter::superNames(const ast::Call &node) {
  auto *name = ast::dynCast<ast::Name>(node.func);
  if (!name || name->id != "super" || !node.args.empty() || !node.keywords.empty() || !func_.getPositionalCount() ||
      !inlineScopes_.empty() || !scope_->isFunctionLike())
    return std::nullopt;
  auto first = mlir::cast<mlir::StringAttr>(func_.getVariableNames()[0]).getValue();
  SuperNames names;
  for (const Symbol &symbol : scope_->symbols()) {
    if (refOf(symbol.name) == first)
      names.self = symbol.name;
    if (symbol.name == "__class__" && symbol.resolution == Resolution::Free)
      names.definingClass = symbol.name;
  }
  return names.self ? std::optional(names) : std::nullopt;
}

std::array<mlir::Value, 3> FunctionEmitter::emitSuper(const ast::Call &node, const SuperNames &names) {
  mlir::Value callee = emit(*node.func);
  mlir::Value definingClass = names.definingClass ? loadVariable(lookUp(names.definingClass), names.definingClass)
                                                  : none(); // the runtime says so
  Variable self = variables_.find(names.self.text())->second;
  return {callee, definingClass, loadVariable(self, names.self)};
}

mlir::Value FunctionEmitter::emitMethodCall(const ast::Call &node, const ast::Attribute &callee) {
  auto *inner = ast::dynCast<ast::Call>(callee.value);
  std::optional<SuperNames> super = inner ? superNames(*inner) : std::nullopt;
  mlir::Value superCallee, definingClass, object;
  if (super) {
    At at(*this, *inner);
    std::tie(superCallee, definingClass, object) = std::tuple_cat(emitSuper(*inner, *super));
  } else {
    object = emit(*callee.value);
  }
  mlir::StringAttr name = stringAttr(mangled(callee.attr));
  mlir::ArrayAttr names = keywordNames(node.keywords);
  bool plain = std::all_of(node.args.begin(), node.args.end(),
                           [&](const ast::Expr *arg) { return isPlain(*arg); }) &&
               std::all_of(node.keywords.begin(), node.keywords.end(),
                           [&](const ast::Keyword *keyword) { return isPlain(*keyword->value); });
  llvm::SmallVector<mlir::Value> arguments = {object};
  mlir::Value function;
  SourceRange callMark = markOf(callee, node.range()), lookupMark = markOf(callee, callee.range());
  if (!plain) {
    At at(*this, lookupMark);
    if (super) {
      auto loaded = py::LoadSuperMethodOp::create(builder_, location_, valueType_, valueType_, superCallee,
                                                  definingClass, object, name);
      function = loaded.getFunction();
      arguments[0] = loaded.getSelf();
    } else {
      auto loaded = py::LoadMethodOp::create(builder_, location_, valueType_, valueType_, object, name);
      function = loaded.getFunction();
      arguments[0] = loaded.getSelf();
      if (!names)
        loaded->setAttr("called_with", builder_.getI32IntegerAttr(node.args.size() + 1));
    }
  }
  for (const ast::Expr *arg : node.args)
    arguments.push_back(emit(*arg));
  for (const ast::Keyword *keyword : node.keywords)
    arguments.push_back(emit(*keyword->value));
  At at(*this, callMark);
  if (!plain) {
    mlir::Value result = value<py::CallLoadedOp>(function, arguments, names);
    if (!names && !super)
      result.getDefiningOp()->setAttr("called_name", name);
    return result;
  }
  // Two places: the call's, and that of the lookup.
  location_ = mlir::FusedLoc::get(module_.context(), {location_, module_.locationOf(lookupMark)});
  if (super)
    return value<py::CallSuperMethodOp>(superCallee, definingClass, name, arguments, names);
  return value<py::CallMethodOp>(name, arguments, names);
}

SourceRange FunctionEmitter::markOf(const ast::Attribute &attribute, SourceRange range) {
  const SourceRange whole = attribute.range();
  if (range.line == whole.endLine)
    return range;
  range.line = whole.endLine;
  range.column = whole.endColumn - attribute.attr.text().size();
  range.endColumn = whole.endColumn;
  return range;
}

mlir::Value FunctionEmitter::emitSpreadPositional(Span<ast::Expr *> args, mlir::Value callee) {
  size_t star = 0;
  while (star < args.size() && !ast::isa<ast::Starred>(args[star]))
    ++star;
  llvm::SmallVector<mlir::Value> first = emitAll(args.slice(0, star));
  if (star == args.size())
    return value<py::MakeTupleOp>(first);
  if (args.size() == 1)
    return value<py::SpreadTupleOp>(emit(*ast::cast<ast::Starred>(args[0])->value), callee);
  mlir::Value list = value<py::MakeListOp>(first);
  for (const ast::Expr *arg : args.slice(star)) {
    if (auto *starred = ast::dynCast<ast::Starred>(arg))
      effect<py::SpreadPositionalOp>(list, emit(*starred->value), callee);
    else
      effect<py::ListAppendOp>(list, emit(*arg));
  }
  return value<py::ListToTupleOp>(list);
}

mlir::Value FunctionEmitter::emitSpreadKeywords(Span<ast::Keyword *> keywords, mlir::Value callee) {
  if (keywords.empty())
    return {};
  mlir::Value dict = value<py::MakeDictOp>(mlir::ValueRange());
  for (const ast::Keyword *keyword : keywords) {
    mlir::Value operand = emit(*keyword->value);
    if (keyword->arg)
      effect<py::AddKeywordOp>(dict, stringAttr(keyword->arg), operand, callee);
    else
      effect<py::MergeKeywordsOp>(dict, operand, callee);
  }
  return dict;
}

mlir::Value FunctionEmitter::emitSpreadCall(const ast::Call &node, mlir::Value callee) {
  mlir::Value positional = emitSpreadPositional(node.args, callee);
  return value<py::CallSpreadOp>(callee, positional, emitSpreadKeywords(node.keywords, callee));
}

} // namespace molt::irgen
