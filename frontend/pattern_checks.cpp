// The match statement as CPython's code generator checks it: names bound twice or not everywhere,
// cases that can never be reached.
#include "frontend/ast_dump.h"
#include "frontend/statement_checks.h"

#include <algorithm>

namespace molt {

using namespace ast;

void StatementChecker::visitMatch(const Match &node) {
  visit(node.subject);
  for (size_t i = 0; i < node.cases.size(); ++i) {
    const MatchCase *current = node.cases[i];
    PatternNames names;
    // A pattern that always matches must have a guard or be the last.
    names.allowIrrefutable = current->guard || i + 1 == node.cases.size();
    visitPattern(*current->pattern, names);
    if (current->guard)
      visit(current->guard);
    visitAll(current->body);
  }
}

void StatementChecker::bind(Identifier name, const SourceRange &range, PatternNames &names) {
  if (!name)
    return;
  if (std::find(names.names.begin(), names.names.end(), name) != names.names.end())
    return report(DiagnosticId::PatternBindsTwice, range, {name.text()});
  names.names.push_back(name);
}

/// A literal, possibly signed or complex, or an attribute.
static bool mayBeMatched(const Expr *value) {
  if (const auto *unary = dynCast<UnaryOp>(value))
    return isa<Constant>(unary->operand);
  return isa<Constant>(value) || isa<Attribute>(value) || isa<BinOp>(value);
}

void StatementChecker::visitPattern(const Pattern &pattern, PatternNames &names) {
  switch (pattern.nodeKind()) {
  case NodeKind::MatchValue: {
    const Expr *value = cast<MatchValue>(&pattern)->value;
    if (!mayBeMatched(value))
      report(DiagnosticId::PatternValue, pattern.range());
    return visit(value);
  }
  case NodeKind::MatchSingleton:
    return;
  case NodeKind::MatchStar:
    return bind(cast<MatchStar>(&pattern)->name, pattern.range(), names);
  case NodeKind::MatchSequence:
    return visitSequencePattern(*cast<MatchSequence>(&pattern), names);
  case NodeKind::MatchMapping:
    return visitMappingPattern(*cast<MatchMapping>(&pattern), names);
  case NodeKind::MatchClass:
    return visitClassPattern(*cast<MatchClass>(&pattern), names);
  case NodeKind::MatchOr:
    return visitOrPattern(*cast<MatchOr>(&pattern), names);
  default: {
    const auto *as = cast<MatchAs>(&pattern);
    if (as->pattern)
      visitPattern(*as->pattern, names);
    else if (!names.allowIrrefutable && as->name)
      report(DiagnosticId::UnreachableAfterCapture, pattern.range(), {as->name.text()});
    else if (!names.allowIrrefutable)
      report(DiagnosticId::UnreachableAfterWildcard, pattern.range());
    return bind(as->name, pattern.range(), names);
  }
  }
}

/// Inside another pattern everything may match always.
void StatementChecker::visitSubpattern(const Pattern &pattern, PatternNames &names) {
  const bool outer = names.allowIrrefutable;
  names.allowIrrefutable = true;
  visitPattern(pattern, names);
  names.allowIrrefutable = outer;
}

void StatementChecker::visitSequencePattern(const MatchSequence &pattern, PatternNames &names) {
  size_t stars = 0;
  for (const Pattern *element : pattern.patterns)
    stars += isa<MatchStar>(element);
  if (stars > 1)
    return report(DiagnosticId::PatternStars, pattern.range());
  for (const Pattern *element : pattern.patterns)
    visitSubpattern(*element, names);
}

/// The key's value as text, equal for equal keys; empty for attributes.
static std::string keyText(const Expr *key) {
  return isa<Attribute>(key) ? std::string() : dump(key);
}

/// repr() of a key that is a literal.
static std::string keyRepr(const Expr *key) {
  if (const auto *unary = dynCast<UnaryOp>(key))
    return "-" + keyRepr(unary->operand);
  const std::string text = dump(key);
  const size_t from = text.find("value=");
  return from == std::string::npos ? text : text.substr(from + 6, text.size() - from - 7);
}

void StatementChecker::visitMappingPattern(const MatchMapping &pattern, PatternNames &names) {
  std::vector<std::string> seen;
  for (const Expr *key : pattern.keys) {
    const std::string text = keyText(key);
    if (!text.empty()) {
      if (std::find(seen.begin(), seen.end(), text) != seen.end())
        return report(DiagnosticId::PatternDuplicateKey, pattern.range(), {keyRepr(key)});
      seen.push_back(text);
    }
    if (!mayBeMatched(key))
      return report(DiagnosticId::PatternKey, pattern.range());
    visit(key);
  }
  for (const Pattern *value : pattern.patterns)
    visitSubpattern(*value, names);
  bind(pattern.rest, pattern.range(), names);
}

void StatementChecker::visitClassPattern(const MatchClass &pattern, PatternNames &names) {
  const Span<Identifier> attributes = pattern.kwd_attrs;
  for (size_t i = 0; i < attributes.size(); ++i)
    for (size_t j = i + 1; j < attributes.size(); ++j)
      if (attributes[i] == attributes[j])
        return report(DiagnosticId::PatternAttribute, pattern.kwd_patterns[j]->range(),
                      {attributes[j].text()});
  visit(pattern.cls);
  for (const Pattern *element : pattern.patterns)
    visitSubpattern(*element, names);
  for (const Pattern *element : pattern.kwd_patterns)
    visitSubpattern(*element, names);
}

void StatementChecker::visitOrPattern(const MatchOr &pattern, PatternNames &names) {
  std::vector<Identifier> expected;
  for (size_t i = 0; i < pattern.patterns.size(); ++i) {
    PatternNames own;
    own.allowIrrefutable = names.allowIrrefutable && i + 1 == pattern.patterns.size();
    visitPattern(*pattern.patterns[i], own);
    if (i == 0) {
      expected = own.names;
      continue;
    }
    const bool same = own.names.size() == expected.size() &&
                      std::all_of(expected.begin(), expected.end(), [&](Identifier name) {
                        return std::find(own.names.begin(), own.names.end(), name) !=
                               own.names.end();
                      });
    if (!same)
      return report(DiagnosticId::PatternAlternatives, pattern.range());
  }
  for (Identifier name : expected)
    bind(name, pattern.range(), names);
}

} // namespace molt
