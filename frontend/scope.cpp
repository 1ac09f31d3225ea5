// Looking things up in the symbol table, and its entry point.
#include "frontend/scope.h"

#include "frontend/scope_builder.h"
#include "frontend/statement_checks.h"

#include <string>

namespace molt {

const Symbol *Scope::find(Identifier mangledName) const {
  const auto found = index_.find(mangledName);
  return found == index_.end() ? nullptr : &symbols_[found->second];
}

const Scope *ScopeTable::find(const ast::Node *node, ScopeKind kind) const {
  const auto found = byNode_.find({node, kind});
  return found == byNode_.end() ? nullptr : found->second;
}

const Scope *ScopeTable::scopeOf(const ast::Node *node) const {
  switch (node->nodeKind()) {
  case ast::NodeKind::ClassDef:
    return find(node, ScopeKind::Class);
  case ast::NodeKind::FunctionDef:
  case ast::NodeKind::AsyncFunctionDef:
    return find(node, ScopeKind::Function);
  case ast::NodeKind::Lambda:
    return find(node, ScopeKind::Lambda);
  case ast::NodeKind::ListComp:
  case ast::NodeKind::SetComp:
  case ast::NodeKind::DictComp:
  case ast::NodeKind::GeneratorExp:
    return find(node, ScopeKind::Comprehension);
  default:
    return find(node, ScopeKind::Module);
  }
}

Identifier mangleName(ast::Context &context, Identifier className, Identifier name) {
  const std::string_view text = name.text();
  if (!className || !text.starts_with("__") || text.ends_with("__") ||
      text.find('.') != std::string_view::npos)
    return name;
  const std::string_view owner = className.text();
  const size_t start = owner.find_first_not_of('_');
  if (start == std::string_view::npos)
    return name; // a class whose name is only underscores mangles nothing
  std::string mangled = "_";
  mangled += owner.substr(start);
  mangled += text;
  return context.intern(mangled);
}

Identifier ScopeTable::mangle(const Scope &scope, Identifier name) const {
  return mangleName(*context_, scope.privateClass_, name);
}

std::unique_ptr<ScopeTable> analyzeScopes(const ast::Mod &module, const SourceFile &file,
                                          ast::Context &context, Diagnostics &diagnostics,
                                          PythonVersion version) {
  ScopeBuilder builder(file, context, version);
  std::unique_ptr<ScopeTable> table = builder.build(module);
  if (builder.failed()) {
    diagnostics.add(builder.error());
    return nullptr;
  }
  StatementChecker checker(file, *table, version);
  checker.check(module);
  for (Diagnostic &diagnostic : checker.takeDiagnostics())
    diagnostics.add(std::move(diagnostic));
  return checker.failed() ? nullptr : std::move(table);
}

} // namespace molt
