// Reads the error grammar's text. The text is a constant of this program, so a mistake in it is a
// broken invariant: it is asserted, not reported.
#include "frontend/error_grammar.h"

#include "frontend/character_class.h"
#include "frontend/lexer.h"

#include <cassert>

namespace molt {

namespace {

using Op = ErrorGrammar::Op;
using Action = ErrorGrammar::Action;

/// Reads one text of rules into a grammar.
class GrammarReader {
public:
  GrammarReader(std::string_view text, PythonVersion version, ErrorGrammar &grammar)
      : text_(text), version_(version), grammar_(grammar) {}

  void run() {
    for (skipBlanks(); at_ < text_.size(); skipBlanks())
      rule();
  }

private:
  void skipBlanks() {
    for (;;) {
      while (at_ < text_.size() && (current() == ' ' || current() == '\n'))
        ++at_;
      if (current() != '#')
        return;
      while (current() != '\n')
        ++at_;
    }
  }
  char current() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool accept(std::string_view wanted) {
    skipBlanks();
    if (text_.substr(at_, wanted.size()) != wanted)
      return false;
    at_ += wanted.size();
    return true;
  }
  std::string_view word() {
    skipBlanks();
    const size_t from = at_;
    while (isIdentifierPart(current()))
      ++at_;
    assert(at_ > from && "the error grammar wants a word here");
    return text_.substr(from, at_ - from);
  }
  std::string_view quoted(char quote) {
    skipBlanks();
    assert(current() == quote);
    const size_t from = ++at_;
    while (current() != quote)
      ++at_;
    return text_.substr(from, at_++ - from);
  }

  void rule() {
    const std::string_view name = word();
    const uint16_t index = grammar_.ruleNamed(name);
    const bool remembered = accept("*");
    const bool colon = accept(":");
    assert(colon && !grammar_.rules[index].isDefined && "a rule is defined once");
    (void)colon;
    std::vector<uint16_t> found = alternatives();
    ErrorGrammar::Rule &rule = grammar_.rules[index];
    rule.alternatives = std::move(found);
    rule.remembered = remembered;
    rule.isDefined = true;
    rule.withoutInvalid = name.ends_with("_without_invalid");
  }

  std::vector<uint16_t> alternatives() {
    std::vector<uint16_t> found;
    accept("|");
    do {
      const bool wanted = versionFits();
      ErrorGrammar::Alternative alternative = this->alternative();
      if (wanted) {
        found.push_back(static_cast<uint16_t>(grammar_.alternatives.size()));
        grammar_.alternatives.push_back(std::move(alternative));
      }
    } while (accept("|"));
    return found;
  }

  bool versionFits() {
    bool fits = true;
    for (;;) {
      const bool least = accept("<"), most = !least && accept(">");
      if (!least && !most)
        return fits;
      const std::string_view digits = word();
      const int minor = (digits[0] - '0') * 10 + (digits[1] - '0');
      fits &= least ? version_.minor >= minor : version_.minor <= minor;
    }
  }

  ErrorGrammar::Alternative alternative() {
    ErrorGrammar::Alternative result;
    while (!atEndOfAlternative())
      result.items.push_back(item());
    if (accept("->"))
      action(result);
    return result;
  }

  /// At '|', ')', '->', the next rule or the end.
  bool atEndOfAlternative() {
    skipBlanks();
    if (at_ >= text_.size() || current() == '|' || current() == ')' ||
        text_.substr(at_, 2) == "->")
      return true;
    size_t end = at_;
    while (end < text_.size() && isIdentifierPart(text_[end]))
      ++end;
    if (end == at_)
      return false;
    if (text_.substr(end, 2) == "*:")
      return true;
    return end < text_.size() && text_[end] == ':';
  }

  void action(ErrorGrammar::Alternative &alternative) {
    static constexpr std::pair<std::string_view, Action> actions[] = {
        {"at", Action::At},     {"span", Action::Span}, {"from", Action::From},
        {"last", Action::Last}, {"next", Action::Next}, {"indent", Action::Indent},
        {"call", Action::Call}};
    const std::string_view name = word();
    for (const auto &[text, action] : actions)
      if (text == name)
        alternative.action = action;
    assert(alternative.action != Action::None && "unknown action in the error grammar");
    if (alternative.action == Action::Call)
      alternative.text = word();
    alternative.from = optionalCapture();
    alternative.to = optionalCapture();
    if (alternative.action != Action::Call)
      alternative.text = quoted('`');
  }

  /// A capture's name is one of the letters a, b, c.
  uint8_t optionalCapture() {
    skipBlanks();
    if (current() < 'a' || current() > 'c' || isIdentifierPart(text_[at_ + 1]))
      return ErrorGrammar::noCapture;
    return static_cast<uint8_t>(text_[at_++] - 'a');
  }

  uint16_t add(ErrorGrammar::Item item) {
    grammar_.items.push_back(item);
    return static_cast<uint16_t>(grammar_.items.size() - 1);
  }

  uint16_t item() {
    skipBlanks();
    uint8_t capture = ErrorGrammar::noCapture;
    if (current() >= 'a' && current() <= 'c' && text_[at_ + 1] == '=') {
      capture = static_cast<uint8_t>(current() - 'a');
      at_ += 2;
    }
    const uint16_t index = postfix(prefix());
    if (capture != ErrorGrammar::noCapture)
      grammar_.items[index].capture = capture;
    return index;
  }

  uint16_t prefix() {
    if (accept("&&"))
      return add({.op = Op::Forced, .value = tokenSpelled(quoted('\''))});
    if (accept("&"))
      return add({.op = Op::Ahead, .first = postfix(prefix())});
    if (accept("!"))
      return add({.op = Op::NotAhead, .first = postfix(prefix())});
    if (accept("~"))
      return add({.op = Op::Cut});
    return atom();
  }

  uint16_t postfix(uint16_t operand) {
    switch (current()) {
    case '?':
      ++at_;
      return add({.op = Op::Optional, .first = operand});
    case '*':
      if (text_.substr(at_, 2) == "*:")
        return operand;
      ++at_;
      return add({.op = Op::Many, .first = operand});
    case '+':
      ++at_;
      return add({.op = Op::Some, .first = operand});
    case '.': {
      ++at_;
      const uint16_t element = atom();
      const bool plus = accept("+");
      assert(plus && "a gathered element is followed by +");
      (void)plus;
      return add({.op = Op::Gather, .first = element, .second = operand});
    }
    default:
      return operand;
    }
  }

  uint16_t atom() {
    skipBlanks();
    if (current() == '\'')
      return add({.op = Op::Token, .value = tokenSpelled(quoted('\''))});
    if (current() == '"')
      return add({.op = Op::Soft, .text = quoted('"')});
    if (accept("(")) {
      const std::vector<uint16_t> found = alternatives();
      const bool closed = accept(")");
      assert(closed && "a group is closed");
      (void)closed;
      // A group's alternatives need not be neighbours: they are listed as a nameless rule.
      ErrorGrammar::Rule group;
      group.alternatives = found;
      group.isDefined = true;
      grammar_.rules.push_back(std::move(group));
      return add({.op = Op::Group, .value = static_cast<uint16_t>(grammar_.rules.size() - 1)});
    }
    const std::string_view name = word();
    if (name == "SOFT_KEYWORD")
      return add({.op = Op::AnySoft});
    if (name[0] >= 'A' && name[0] <= 'Z')
      return add({.op = Op::Token, .value = tokenNamed(name)});
    return add({.op = Op::Rule, .value = grammar_.ruleNamed(name)});
  }

  static uint16_t tokenSpelled(std::string_view text) {
    for (int kind = static_cast<int>(TokenKind::LeftParen);
         kind <= static_cast<int>(TokenKind::KwYield); ++kind)
      if (text == spelling(static_cast<TokenKind>(kind)))
        return static_cast<uint16_t>(kind);
    assert(false && "the error grammar spells a token that is none");
    return 0;
  }

  static uint16_t tokenNamed(std::string_view name) {
    static constexpr std::pair<std::string_view, TokenKind> names[] = {
        {"NAME", TokenKind::Name},
        {"NUMBER", TokenKind::Number},
        {"STRING", TokenKind::String},
        {"NEWLINE", TokenKind::Newline},
        {"INDENT", TokenKind::Indent},
        {"DEDENT", TokenKind::Dedent},
        {"ENDMARKER", TokenKind::EndMarker},
        {"FSTRING_START", TokenKind::FStringStart},
        {"FSTRING_MIDDLE", TokenKind::FStringMiddle},
        {"FSTRING_END", TokenKind::FStringEnd},
        {"TSTRING_START", TokenKind::TStringStart},
        {"TSTRING_MIDDLE", TokenKind::TStringMiddle},
        {"TSTRING_END", TokenKind::TStringEnd}};
    for (const auto &[text, kind] : names)
      if (text == name)
        return static_cast<uint16_t>(kind);
    assert(false && "the error grammar names a token that is none");
    return 0;
  }

  std::string_view text_;
  size_t at_ = 0;
  const PythonVersion version_;
  ErrorGrammar &grammar_;
};

} // namespace

ErrorGrammar::ErrorGrammar(PythonVersion version) {
  GrammarReader(errorGrammarStatements, version, *this).run();
  GrammarReader(errorGrammarExpressions, version, *this).run();
#ifndef NDEBUG
  for (const Rule &rule : rules)
    assert(rule.isDefined && "the error grammar uses a rule that it does not define");
#endif
}

uint16_t ErrorGrammar::ruleNamed(std::string_view name) {
  const auto [at, isNew] = index_.insert({name, static_cast<uint16_t>(rules.size())});
  if (isNew) {
    Rule rule;
    rule.name = name;
    rule.isInvalid = name.starts_with("invalid_");
    rules.push_back(std::move(rule));
  }
  return at->second;
}

} // namespace molt
