// Comprehensions in place, and generator expressions as functions of their own.
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

namespace molt::irgen {

/// Gives the comprehension's own variables slots, which are unbound (or new cells) at each entry.
void FunctionEmitter::enterInlineScope(const Scope &scope) {
  InlineScope inlined{&scope, {}};
  for (const Symbol &symbol : scope.symbols()) {
    if (symbol.resolution != Resolution::Local && symbol.resolution != Resolution::Cell)
      continue;
    if (symbol.isParameter)
      continue; // ".0", which is an SSA value here
    // Hidden, as a traceback does not keep these: CPython clears them when an exception leaves the comprehension.
    Variable variable{.kind = Variable::Kind::Slot, .value = newSlot("." + std::string(symbol.name.text()))};
    comprehensionSlots_.push_back(variable.value);
    if (isCaptured(scope, symbol.name)) {
      variable.kind = Variable::Kind::Cell;
      effect<py::StoreLocalOp>(variable.value, value<py::MakeCellOp>(mlir::Value()));
    }
    inlined.variables[std::string(symbol.name.text())] = variable;
  }
  inlineScopes_.push_back(std::move(inlined));
}

mlir::Value FunctionEmitter::emitInPlace(const ast::Expr &node,
                                         Span<ast::Comprehension *> generators,
                                         llvm::function_ref<mlir::Value()> container,
                                         llvm::function_ref<void(mlir::Value)> innermost) {
  for (const ast::Comprehension *generator : generators)
    if (generator->is_async)
      module_.unsupported(node, "asynchronous comprehensions");
  mlir::Value iterator = [&] {
    At at(*this, *generators[0]->iter);
    return value<py::GetIteratorOp>(emit(*generators[0]->iter));
  }();
  enterInlineScope(*module_.scopes().find(&node, ScopeKind::Comprehension));
  mlir::Value result = container();
  emitGenerators(generators, 0, iterator, [&] { innermost(result); });
  for (auto &[name, variable] : inlineScopes_.back().variables)
    effect<py::DeleteLocalOp>(variable.value, builder_.getStringAttr(name), mlir::UnitAttr());
  inlineScopes_.pop_back();
  return result;
}

void FunctionEmitter::emitGenerators(Span<ast::Comprehension *> generators, size_t index,
                                     mlir::Value iterator, llvm::function_ref<void()> innermost) {
  if (index == generators.size())
    return innermost();
  const ast::Comprehension &generator = *generators[index];
  At at(*this, *generator.iter);
  if (!iterator)
    iterator = value<py::GetIteratorOp>(emit(*generator.iter));
  mlir::Block *header = newBlock(), *body = newBlock(), *after = newBlock();
  branch(header);
  setBlock(header);
  effect<py::PollOp>();
  mlir::Value item = value<py::IteratorNextOp>(iterator);
  conditionalBranch(condition<py::IsExhaustedOp>(item), after, body);
  setBlock(body);
  assign(*generator.target, item);
  for (const ast::Expr *condition : generator.ifs) {
    mlir::Block *passed = newBlock();
    emitCondition(*condition, passed, header);
    setBlock(passed);
  }
  emitGenerators(generators, index + 1, {}, innermost);
  branch(header);
  setBlock(after);
}

mlir::Value FunctionEmitter::emitListComp(const ast::ListComp &node) {
  return emitInPlace(
      node, node.generators, [&] { return value<py::MakeListOp>(mlir::ValueRange()); },
      [&](mlir::Value list) { effect<py::ListAppendOp>(list, emit(*node.elt)); });
}

mlir::Value FunctionEmitter::emitSetComp(const ast::SetComp &node) {
  return emitInPlace(
      node, node.generators, [&] { return value<py::MakeSetOp>(mlir::ValueRange()); },
      [&](mlir::Value set) {
        mlir::Value item = emit(*node.elt);
        effect<py::SetAddOp>(set, item);
      });
}

mlir::Value FunctionEmitter::emitDictComp(const ast::DictComp &node) {
  return emitInPlace(
      node, node.generators, [&] { return value<py::MakeDictOp>(mlir::ValueRange()); },
      [&](mlir::Value dict) {
        mlir::Value key = emit(*node.key);
        effect<py::DictSetOp>(dict, key, emit(*node.value));
      });
}

mlir::Value FunctionEmitter::emitGeneratorExp(const ast::GeneratorExp &node) {
  const Scope &scope = *module_.scopes().find(&node, ScopeKind::Comprehension);
  for (const ast::Comprehension *generator : node.generators)
    if (generator->is_async || scope.isCoroutine() || scope.isAsyncGenerator()) {
      module_.unsupported(node, "asynchronous generator expressions");
      return none();
    }
  mlir::Value iterator = [&] {
    At at(*this, *node.generators[0]->iter);
    return value<py::GetIteratorOp>(emit(*node.generators[0]->iter));
  }();
  FunctionSpec spec;
  spec.scope = &scope;
  spec.name = "<genexpr>";
  spec.qualname = nestedQualname("<genexpr>", scope);
  spec.flags = kIsGenerator;
  spec.firstLine = node.line();
  spec.hiddenParameters = {".0"};
  FunctionEmitter body(module_, this, spec);
  body.emitGeneratorExpressionBody(node);
  mlir::Value function = makeFunction(body, scope, {}, {});
  return value<py::CallOp>(function, iterator);
}

void FunctionEmitter::emitGeneratorExpressionBody(const ast::GeneratorExp &node) {
  setLocation(node);
  const Variable &parameter = variables_.find(".0")->second;
  // The frame keeps the iterator; the loop borrows it through an owned load.
  mlir::Value iterator = value<py::MoveLocalOp>(parameter.value);
  emitGenerators(node.generators, 0, iterator, [&] {
    At at(*this, *node.elt);
    emitYield(emit(*node.elt));
  });
  finish();
}

} // namespace molt::irgen
