// The second pass over the scopes: where each name lives. Also the future features, which decide
// how annotations are treated before the first pass starts.
#include "frontend/future.h"
#include "frontend/scope_builder.h"

namespace molt {

using namespace ast;

void ScopeBuilder::readFutureFeatures(const Mod &module) {
  const auto *exec = dynCast<Module>(&module);
  const auto *single = dynCast<Interactive>(&module);
  if (!exec && !single)
    return;
  bool sawDocstring = false;
  for (const Stmt *statement : exec ? exec->body : single->body) {
    const auto *import = dynCast<ImportFrom>(statement);
    if (import && import->level == 0 && import->module == "__future__") {
      for (const Alias *alias : import->names) {
        if (alias->name == "annotations")
          table_->future_.annotations = true;
        else if (alias->name == "barry_as_FLUFL")
          table_->future_.barryAsBdfl = true;
        else if (alias->name == "braces")
          return fail(DiagnosticId::NotAChance, {statement->line(), 0, 0, 0});
        else if (!isFutureFeature(alias->name.text()))
          return fail(DiagnosticId::UnknownFeature, {statement->line(), 0, 0, 0},
                      {alias->name.text()});
      }
      continue;
    }
    const auto *expr = dynCast<ExprStmt>(statement);
    const auto *text = expr ? dynCast<Constant>(expr->value) : nullptr;
    if (sawDocstring || !text || text->value.type != ConstantValue::Type::Str)
      return;
    sawDocstring = true;
  }
}

void ScopeBuilder::failAtDirective(Work &work, DiagnosticId id, Identifier name, bool named) {
  const auto found = work.directives.find(name);
  const SourceRange range =
      found == work.directives.end() ? work.scope->node()->range() : found->second;
  named ? fail(id, range, {name.text()}) : fail(id, range);
}

/// Decides where symbol `index` of a scope lives. `enclosing` is null in the module.
void ScopeBuilder::resolve(Work &work, size_t index, Names *enclosing, Names &local, Names &free,
                           Names &globals, Names &typeParameters, Scope *classScope) {
  Symbol &symbol = work.scope->symbols_[index];
  const Identifier name = symbol.name;
  const uint32_t uses = work.uses[index];
  if (uses & globalDeclared) {
    if (uses & nonlocalDeclared)
      return failAtDirective(work, DiagnosticId::NonlocalAndGlobal, name, true);
    symbol.resolution = Resolution::GlobalExplicit;
    globals.insert(name);
    if (enclosing)
      enclosing->erase(name);
    return;
  }
  if (uses & nonlocalDeclared) {
    if (!enclosing)
      return failAtDirective(work, DiagnosticId::NonlocalAtModule, name, false);
    if (!enclosing->count(name))
      return failAtDirective(work, DiagnosticId::NoBindingForNonlocal, name, true);
    if (typeParameters.count(name))
      return failAtDirective(work, DiagnosticId::NonlocalTypeParameter, name, true);
    symbol.resolution = Resolution::Free;
    free.insert(name);
    return;
  }
  if (uses & bound) {
    symbol.resolution = Resolution::Local;
    local.insert(name);
    globals.erase(name);
    if (uses & typeParameter)
      typeParameters.insert(name);
    else
      typeParameters.erase(name);
    return;
  }
  if (classScope) {
    // The class's namespace is looked into at run time, through __classdict__.
    const Work &owner = workOf(classScope);
    const auto found = classScope->index_.find(name);
    const uint32_t inClass = found == classScope->index_.end() ? 0 : owner.uses[found->second];
    if (inClass & globalDeclared) {
      symbol.resolution = Resolution::GlobalExplicit;
      return;
    }
    if ((inClass & bound) && !(inClass & nonlocalDeclared)) {
      symbol.resolution = Resolution::GlobalImplicit;
      return;
    }
  }
  if (enclosing && enclosing->count(name)) {
    symbol.resolution = Resolution::Free;
    free.insert(name);
    return;
  }
  symbol.resolution = Resolution::GlobalImplicit;
}

/// `enclosing`: names bound by the functions around (null in the module); `globals`: names that a
/// scope around declared global. Adds the names that `scope` and its children take from outside to
/// `free`.
void ScopeBuilder::analyze(Scope *scope, const Names *enclosing, Names &free, const Names &globals,
                           const Names &typeParameters, Scope *classScope) {
  if (failed_)
    return;
  Work &work = workOf(scope);
  Names local, freeHere, childEnclosing, childGlobals;
  Names enclosingHere = enclosing ? *enclosing : Names();
  Names globalsHere = globals, typeParametersHere = typeParameters;
  const bool isClass = scope->kind() == ScopeKind::Class;
  // What a class binds is not visible in its methods.
  if (isClass) {
    childGlobals = globalsHere;
    childEnclosing = enclosingHere;
  }
  Names *visible = enclosing ? &enclosingHere : nullptr;
  for (size_t i = 0; i < work.uses.size() && !failed_; ++i)
    resolve(work, i, visible, local, freeHere, globalsHere, typeParametersHere, classScope);
  if (isClass) {
    for (const char *name : {"__class__", "__classdict__", "__conditional_annotations__"})
      childEnclosing.insert(context_.intern(name));
  } else {
    if (scope->isFunctionLike())
      childEnclosing = local;
    childEnclosing.insert(enclosingHere.begin(), enclosingHere.end());
    childGlobals = globalsHere;
  }
  Names freeInChildren;
  for (Scope *child : scope->children_) {
    Scope *seen = !child->canSeeClassScope() ? nullptr : isClass ? scope : classScope;
    Names freeInChild;
    analyze(child, &childEnclosing, freeInChild, childGlobals, typeParametersHere, seen);
    freeInChildren.insert(freeInChild.begin(), freeInChild.end());
  }
  if (failed_)
    return;
  freeInChildren.insert(freeHere.begin(), freeHere.end());
  if (scope->isFunctionLike()) {
    for (Symbol &symbol : scope->symbols_)
      if (symbol.resolution == Resolution::Local && freeInChildren.erase(symbol.name))
        symbol.resolution = Resolution::Cell;
  } else if (isClass) {
    scope->needsClassCell_ = freeInChildren.erase(context_.intern("__class__")) != 0;
    scope->needsClassDict_ = freeInChildren.erase(context_.intern("__classdict__")) != 0;
    freeInChildren.erase(context_.intern("__conditional_annotations__"));
  }
  recordFree(work, freeInChildren, visible);
  free.insert(freeInChildren.begin(), freeInChildren.end());
}

/// Names that only children need pass through this scope as free variables.
void ScopeBuilder::recordFree(Work &work, const Names &free, const Names *enclosing) {
  Scope *scope = work.scope;
  const bool isClassLike = scope->kind() == ScopeKind::Class || scope->canSeeClassScope();
  for (Identifier name : free) {
    const auto found = scope->index_.find(name);
    if (found != scope->index_.end()) {
      if (isClassLike)
        work.uses[found->second] |= freeInClass;
      continue;
    }
    if (enclosing && !enclosing->count(name))
      continue;
    scope->index_.insert({name, static_cast<uint32_t>(scope->symbols_.size())});
    Symbol symbol;
    symbol.name = name;
    symbol.resolution = Resolution::Free;
    scope->symbols_.push_back(symbol);
    work.uses.push_back(0);
  }
}

/// Copies what the first pass noted into the symbols.
void ScopeBuilder::publish(Work &work) {
  for (size_t i = 0; i < work.uses.size(); ++i) {
    Symbol &symbol = work.scope->symbols_[i];
    const uint32_t uses = work.uses[i];
    symbol.isParameter = uses & parameter;
    symbol.isAssigned = uses & localHere;
    symbol.isImported = uses & imported;
    symbol.isAnnotated = uses & annotated;
    symbol.isUsed = uses & usedHere;
    symbol.isDeleted = uses & deletedHere;
    symbol.isDeclaredGlobal = uses & globalDeclared;
    symbol.isDeclaredNonlocal = uses & nonlocalDeclared;
    symbol.isComprehensionTarget = uses & comprehensionTarget;
    symbol.isTypeParameter = uses & typeParameter;
    symbol.isFreeInClass = uses & freeInClass;
  }
}

} // namespace molt
