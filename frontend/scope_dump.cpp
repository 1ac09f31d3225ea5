#include "frontend/scope_dump.h"

#include <algorithm>

namespace molt {

namespace {

const char *nameOf(ScopeKind kind) {
  static constexpr const char *names[] = {"module",          "class",      "function",
                                          "lambda",          "comprehension", "annotations",
                                          "type parameters", "type alias", "type variable",
                                          "type default"};
  return names[static_cast<size_t>(kind)];
}

const char *nameOf(Resolution resolution) {
  static constexpr const char *names[] = {"local", "cell", "free", "global explicit",
                                          "global implicit"};
  return names[static_cast<size_t>(resolution)];
}

void appendFlags(const Scope &scope, std::string &out) {
  const auto flag = [&](bool isSet, const char *name) {
    if (isSet)
      (out += ' ') += name;
  };
  flag(scope.isNested(), "nested");
  flag(scope.isGenerator(), "generator");
  flag(scope.isCoroutine(), "coroutine");
  flag(scope.isAsyncGenerator(), "async-generator");
  flag(scope.hasVarargs(), "varargs");
  flag(scope.hasVarkeywords(), "varkeywords");
  flag(scope.returnsValue(), "returns-value");
  flag(scope.needsClassCell(), "class-cell");
  flag(scope.needsClassDict(), "class-dict");
  flag(scope.canSeeClassScope(), "sees-class");
  flag(scope.hasConditionalAnnotations(), "conditional-annotations");
  flag(scope.hasStarImport(), "star-import");
}

void appendFlags(const Symbol &symbol, std::string &out) {
  const auto flag = [&](bool isSet, const char *name) {
    if (isSet)
      (out += ' ') += name;
  };
  flag(symbol.isDeclaredGlobal, "global");
  flag(symbol.isAssigned, "assigned");
  flag(symbol.isParameter, "parameter");
  flag(symbol.isDeclaredNonlocal, "nonlocal");
  flag(symbol.isUsed, "used");
  flag(symbol.isImported, "imported");
  flag(symbol.isAnnotated, "annotated");
}

void append(const Scope &scope, size_t depth, std::string &out) {
  const std::string indentation(depth * 2, ' ');
  out += indentation + nameOf(scope.kind()) + " " + std::string(scope.name().text()) + ":";
  appendFlags(scope, out);
  out += '\n';
  std::vector<const Symbol *> symbols;
  for (const Symbol &symbol : scope.symbols())
    symbols.push_back(&symbol);
  std::sort(symbols.begin(), symbols.end(), [](const Symbol *a, const Symbol *b) {
    return a->name.text() < b->name.text();
  });
  for (const Symbol *symbol : symbols) {
    out += indentation + "  ." + std::string(symbol->name.text()) + " " +
           nameOf(symbol->resolution) + ":";
    appendFlags(*symbol, out);
    out += '\n';
  }
  for (const Scope *child : scope.children())
    append(*child, depth + 1, out);
}

} // namespace

std::string dumpScopes(const ScopeTable &table) {
  std::string out;
  append(*table.module(), 0, out);
  return out;
}

} // namespace molt
