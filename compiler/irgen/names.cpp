// Reading, binding and deleting names: where a name lives follows from the scope table.
#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

namespace molt::irgen {

const Scope *FunctionEmitter::currentScope() const {
  return inlineScopes_.empty() ? scope_ : inlineScopes_.back().scope;
}

Identifier FunctionEmitter::mangled(Identifier name) const {
  return module_.scopes().mangle(*currentScope(), name);
}

FunctionEmitter::Variable FunctionEmitter::lookUp(Identifier mangledName) {
  return lookUpIn(currentScope(), inlineScopes_.size(), mangledName);
}

static uint32_t indexOf(const std::vector<std::string> &names, std::string_view name) {
  for (uint32_t i = 0; i < names.size(); ++i)
    if (names[i] == name)
      return i;
  llvm_unreachable("a free variable that the function does not capture");
}

/// `inlineDepth`: how many comprehensions emitted in place lie between `scope` and the function.
FunctionEmitter::Variable FunctionEmitter::lookUpIn(const Scope *scope, size_t inlineDepth,
                                                    Identifier name) {
  using Kind = Variable::Kind;
  if (inlineDepth > 0) {
    InlineScope &inlined = inlineScopes_[inlineDepth - 1];
    if (auto found = inlined.variables.find(name.text()); found != inlined.variables.end())
      return found->second;
    const Symbol *symbol = scope->find(name);
    if (symbol && (symbol->resolution == Resolution::GlobalExplicit ||
                   symbol->resolution == Resolution::GlobalImplicit))
      return {.kind = Kind::Global};
    // Free here: a variable of an enclosing function, never of an enclosing class body.
    const Scope *outer = inlineDepth > 1 ? inlineScopes_[inlineDepth - 2].scope : scope_;
    if (inlineDepth == 1 && scope_->kind() == ScopeKind::Class)
      return variables_.count(name.text())
                 ? variables_.find(name.text())->second
                 : Variable{.kind = Kind::ClosureCell, .index = indexOf(freeNames_, name.text())};
    return lookUpIn(outer, inlineDepth - 1, name);
  }
  const Symbol *symbol = scope->find(name);
  Resolution resolution = symbol ? symbol->resolution : Resolution::GlobalImplicit;
  if (scope->kind() == ScopeKind::Module)
    return {.kind = Kind::Global};
  if (scope->kind() == ScopeKind::Class) {
    if (resolution == Resolution::GlobalExplicit)
      return {.kind = Kind::Global};
    if (resolution == Resolution::Free)
      return symbol->isDeclaredNonlocal
                 ? Variable{.kind = Kind::ClosureCell, .index = indexOf(freeNames_, name.text())}
                 : Variable{.kind = Kind::ClassFree, .index = indexOf(freeNames_, name.text())};
    return {.kind = Kind::Name};
  }
  if (auto found = variables_.find(name.text()); found != variables_.end())
    return found->second;
  bool seesClass = scope == scope_ && scope->kind() != ScopeKind::Class && namespace_;
  if (resolution == Resolution::Free)
    return {.kind = seesClass ? Kind::ClassFree : Kind::ClosureCell,
            .index = indexOf(freeNames_, name.text())};
  if (seesClass && resolution == Resolution::GlobalImplicit)
    return {.kind = Kind::Name};
  return {.kind = Kind::Global};
}

mlir::Value FunctionEmitter::loadVariable(const Variable &variable, Identifier name) {
  mlir::StringAttr text = stringAttr(name);
  switch (variable.kind) {
  case Variable::Kind::Parameter:
    return variable.value;
  case Variable::Kind::Slot: {
    mlir::UnitAttr unit = builder_.getUnitAttr();
    return value<py::LoadLocalOp>(variable.value, text,
                                  variable.alwaysBound ? mlir::UnitAttr() : unit, unit);
  }
  case Variable::Kind::Cell: {
    mlir::Value cell = value<py::LoadLocalOp>(variable.value, text, mlir::UnitAttr(),
                                              builder_.getUnitAttr());
    return value<py::LoadCellOp>(cell, text, mlir::UnitAttr());
  }
  case Variable::Kind::ClosureCell:
    return value<py::LoadCellOp>(value<py::ClosureCellOp>(variable.index), text,
                                 builder_.getUnitAttr());
  case Variable::Kind::Name:
    return value<py::LoadNameOp>(namespace_, text);
  case Variable::Kind::ClassFree:
    return value<py::LoadClassCellOp>(namespace_, value<py::ClosureCellOp>(variable.index), text);
  case Variable::Kind::Global:
    return value<py::LoadGlobalOp>(text);
  }
  llvm_unreachable("all kinds of variables are handled");
}

mlir::Value FunctionEmitter::loadName(Identifier name) {
  if (name == "__debug__")
    return constant(builder_.getBoolAttr(true));
  Identifier stored = mangled(name);
  return loadVariable(lookUp(stored), stored);
}

void FunctionEmitter::storeName(Identifier name, mlir::Value newValue) {
  Identifier stored = mangled(name);
  Variable variable = lookUp(stored);
  mlir::StringAttr text = stringAttr(stored);
  switch (variable.kind) {
  case Variable::Kind::Parameter:
    llvm_unreachable("a parameter that is rebound has a slot");
  case Variable::Kind::Slot:
    effect<py::StoreLocalOp>(variable.value, newValue);
    return;
  case Variable::Kind::Cell: {
    mlir::Value cell = value<py::LoadLocalOp>(variable.value, text, mlir::UnitAttr(),
                                              builder_.getUnitAttr());
    effect<py::StoreCellOp>(cell, newValue);
    return;
  }
  case Variable::Kind::ClosureCell:
    effect<py::StoreCellOp>(value<py::ClosureCellOp>(variable.index), newValue);
    return;
  case Variable::Kind::Name:
  case Variable::Kind::ClassFree:
    effect<py::StoreNameOp>(namespace_, text, newValue);
    return;
  case Variable::Kind::Global:
    effect<py::StoreGlobalOp>(text, newValue);
    return;
  }
}

void FunctionEmitter::deleteName(Identifier name) {
  Identifier stored = mangled(name);
  Variable variable = lookUp(stored);
  mlir::StringAttr text = stringAttr(stored);
  mlir::UnitAttr unit = builder_.getUnitAttr();
  switch (variable.kind) {
  case Variable::Kind::Parameter:
    llvm_unreachable("a parameter that is deleted has a slot");
  case Variable::Kind::Slot:
    effect<py::DeleteLocalOp>(variable.value, text, unit);
    return;
  case Variable::Kind::Cell: {
    mlir::Value cell = value<py::LoadLocalOp>(variable.value, text, mlir::UnitAttr(), unit);
    effect<py::DeleteCellOp>(cell, text, mlir::UnitAttr(), mlir::UnitAttr());
    return;
  }
  case Variable::Kind::ClosureCell:
    effect<py::DeleteCellOp>(value<py::ClosureCellOp>(variable.index), text, unit,
                             mlir::UnitAttr());
    return;
  case Variable::Kind::Name:
  case Variable::Kind::ClassFree:
    effect<py::DeleteNameOp>(namespace_, text);
    return;
  case Variable::Kind::Global:
    effect<py::DeleteGlobalOp>(text);
    return;
  }
}

void FunctionEmitter::clearName(Identifier name) {
  storeName(name, none()); // so that deleting finds it bound, whatever the clause did
  deleteName(name);
}

mlir::Value FunctionEmitter::cellFor(Identifier name) {
  for (size_t depth = inlineScopes_.size(); depth > 0; --depth) {
    auto &variables = inlineScopes_[depth - 1].variables;
    if (auto found = variables.find(name.text()); found != variables.end())
      return value<py::LoadLocalOp>(found->second.value, stringAttr(name), mlir::UnitAttr(),
                                    builder_.getUnitAttr());
  }
  auto found = variables_.find(name.text());
  if (found != variables_.end() && found->second.kind == Variable::Kind::Cell)
    return value<py::LoadLocalOp>(found->second.value, stringAttr(name), mlir::UnitAttr(),
                                  builder_.getUnitAttr());
  return value<py::ClosureCellOp>(indexOf(freeNames_, name.text()));
}

/// The tuple of cells that a function of `nested` scope captures; null when it captures none.
mlir::Value FunctionEmitter::closureFor(const Scope &nested) {
  std::vector<Identifier> names;
  for (const Symbol &symbol : nested.symbols())
    if (symbol.resolution == Resolution::Free || symbol.isFreeInClass)
      names.push_back(symbol.name);
  if (names.empty())
    return {};
  std::sort(names.begin(), names.end(),
            [](Identifier a, Identifier b) { return a.text() < b.text(); });
  llvm::SmallVector<mlir::Value> cells;
  for (Identifier name : names)
    cells.push_back(cellFor(name));
  return value<py::MakeTupleOp>(cells);
}

/// The dict of locals(): null stands for the module's globals.
mlir::Value FunctionEmitter::localsDict() {
  if (scope_->kind() == ScopeKind::Module)
    return value<py::NullOp>();
  if (scope_->kind() == ScopeKind::Class)
    return namespace_;
  mlir::Value dict = value<py::MakeDictOp>(mlir::ValueRange());
  auto add = [&](std::string_view name, mlir::Value found) {
    mlir::Block *bound = newBlock(), *after = newBlock();
    conditionalBranch(condition<py::IsNullOp>(found), after, bound);
    setBlock(bound);
    effect<py::DictSetOp>(dict, constantStr(refOf(name)), found);
    branch(after);
    setBlock(after);
  };
  auto addVariable = [&](std::string_view name, const Variable &variable) {
    mlir::StringAttr text = builder_.getStringAttr(refOf(name));
    if (variable.kind == Variable::Kind::Parameter)
      return void(effect<py::DictSetOp>(dict, constantStr(refOf(name)), variable.value));
    mlir::Value found = value<py::LoadLocalOp>(variable.value, text, mlir::UnitAttr(),
                                               builder_.getUnitAttr());
    if (variable.kind == Variable::Kind::Cell)
      found = value<py::LoadCellOrNullOp>(found);
    add(name, found);
  };
  for (mlir::StringRef name : func_.getVariableNames().getAsValueRange<mlir::StringAttr>())
    addVariable(name, variables_[name.str()]);
  for (mlir::StringRef name : func_.getCellNames().getAsValueRange<mlir::StringAttr>())
    if (!llvm::is_contained(func_.getVariableNames().getAsValueRange<mlir::StringAttr>(), name))
      addVariable(name, variables_[name.str()]);
  for (uint32_t i = 0; i < freeNames_.size(); ++i)
    if (freeNames_[i] != "__class__")
      add(freeNames_[i], value<py::LoadCellOrNullOp>(value<py::ClosureCellOp>(i)));
  return dict;
}

} // namespace molt::irgen
