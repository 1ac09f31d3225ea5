// The match statement and its patterns.
#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

/// Whether `match` can be the soft keyword here, judged by the token after it.
bool Parser::mayBeMatchStatement() const {
  if (textOf(current()) != "match")
    return false;
  switch (next().kind) {
  case Kind::Name:
  case Kind::Number:
  case Kind::String:
  case Kind::FStringStart:
  case Kind::TStringStart:
  case Kind::LeftParen:
  case Kind::LeftBracket:
  case Kind::LeftBrace:
  case Kind::Minus:
  case Kind::Plus:
  case Kind::Star:
  case Kind::Tilde:
  case Kind::Ellipsis:
  case Kind::KwFalse:
  case Kind::KwTrue:
  case Kind::KwNone:
  case Kind::KwNot:
  case Kind::KwLambda:
  case Kind::KwAwait:
    return true;
  default:
    return false;
  }
}

/// Null, with the cursor where it was, when the line is no match statement.
Stmt *Parser::tryParseMatch() {
  const size_t first = position_++;
  const int depth = depth_;
  const size_t subjectAt = position_;
  Expr *subject = parseStarNamedExpression();
  if (isa<Starred>(subject) && !at(Kind::Comma))
    fail();
  subject = tupleFrom(subjectAt, subject, &Parser::parseStarNamedExpression);
  if (failed_ || !at(Kind::Colon) || next().kind != Kind::Newline) {
    if (raised_)
      return context_.create<Pass>({});
    failed_ = false;
    depth_ = depth;
    position_ = first;
    return nullptr;
  }
  position_ += 2;
  DepthGuard guard(*this);
  expect(Kind::Indent);
  ListBuilder<MatchCase> cases(*this);
  do {
    cases.add(parseCase());
  } while (!at(Kind::Dedent) && !failed_);
  expect(Kind::Dedent);
  auto *node = make<Match>(first);
  node->subject = subject;
  node->cases = cases.finish();
  return done(node);
}

MatchCase *Parser::parseCase() {
  const size_t first = position_;
  if (!atName("case"))
    fail();
  else
    ++position_;
  Pattern *pattern = parsePatterns();
  Expr *guard = accept(Kind::KwIf) ? parseNamedExpression() : nullptr;
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  auto *node = make<MatchCase>(first);
  node->pattern = pattern;
  node->guard = guard;
  node->body = body;
  return done(node);
}

Pattern *Parser::parsePatterns() {
  const size_t first = position_;
  Pattern *head = parseMaybeStarPattern();
  if (at(Kind::Comma))
    return parseOpenSequence(first, head, Kind::Colon);
  if (isa<MatchStar>(head))
    fail();
  return head;
}

/// At a comma after `head`. The tuple-like pattern ends before `close`.
Pattern *Parser::parseOpenSequence(size_t first, Pattern *head, Kind close) {
  ListBuilder<Pattern> patterns(*this);
  patterns.add(head);
  while (accept(Kind::Comma)) {
    if (at(close) || (close == Kind::Colon && at(Kind::KwIf)))
      break;
    patterns.add(parseMaybeStarPattern());
  }
  auto *node = make<MatchSequence>(first);
  node->patterns = patterns.finish();
  return done(node);
}

Pattern *Parser::parseMaybeStarPattern() {
  if (!at(Kind::Star))
    return parsePattern();
  const size_t first = position_++;
  Identifier name;
  if (atName("_"))
    ++position_;
  else
    name = parseCaptureTarget();
  auto *node = make<MatchStar>(first);
  node->name = name;
  return node;
}

/// A name that is bound: neither `_` nor the start of a dotted name, class or keyword pattern.
Identifier Parser::parseCaptureTarget() {
  const Kind after = next().kind;
  if (atName("_") || after == Kind::Dot || after == Kind::LeftParen || after == Kind::Equal)
    fail();
  return identifier();
}

Pattern *Parser::parsePattern() {
  DepthGuard guard(*this);
  const size_t first = position_;
  Pattern *pattern = parseOrPattern();
  if (!accept(Kind::KwAs))
    return pattern;
  const Identifier name = parseCaptureTarget();
  auto *node = make<MatchAs>(first);
  node->pattern = pattern;
  node->name = name;
  return done(node);
}

Pattern *Parser::parseOrPattern() {
  const size_t first = position_;
  Pattern *head = parseClosedPattern();
  if (!at(Kind::Pipe))
    return head;
  ListBuilder<Pattern> patterns(*this);
  patterns.add(head);
  while (accept(Kind::Pipe))
    patterns.add(parseClosedPattern());
  auto *node = make<MatchOr>(first);
  node->patterns = patterns.finish();
  return done(node);
}

Pattern *Parser::parseClosedPattern() {
  const size_t first = position_;
  switch (current().kind) {
  case Kind::Number:
  case Kind::Minus:
  case Kind::String:
  case Kind::FStringStart:
  case Kind::TStringStart: {
    const bool isNumber = at(Kind::Number) || at(Kind::Minus);
    Expr *value = isNumber ? parseNumberPattern() : parseStrings();
    auto *node = make<MatchValue>(first);
    node->value = value;
    return done(node);
  }
  case Kind::KwNone:
  case Kind::KwTrue:
  case Kind::KwFalse: {
    auto *literal = cast<Constant>(parseAtom());
    auto *node = make<MatchSingleton>(first);
    node->value = literal->value;
    return node;
  }
  case Kind::Name:
    return parseNamePattern();
  case Kind::LeftParen:
  case Kind::LeftBracket:
    return parseGroupOrSequence();
  case Kind::LeftBrace:
    return parseMappingPattern();
  default:
    fail();
    return context_.create<MatchAs>({});
  }
}

Expr *Parser::parseSignedNumber() {
  const size_t first = position_;
  const bool isNegative = accept(Kind::Minus);
  if (!at(Kind::Number)) {
    fail();
    return someExpr();
  }
  Expr *number = parseNumber();
  if (!isNegative)
    return number;
  auto *node = make<UnaryOp>(first);
  node->op = UnaryOperator::USub;
  node->operand = number;
  return done(node);
}

/// A signed number, or a complex literal: a real number plus or minus an imaginary one.
Expr *Parser::parseNumberPattern() {
  const size_t first = position_;
  const auto isImaginary = [](const Expr *expr) {
    const auto *number = dynCast<Constant>(expr);
    return number && number->value.type == ConstantValue::Type::Complex;
  };
  Expr *left = parseSignedNumber();
  if (!at(Kind::Plus) && !at(Kind::Minus))
    return left;
  const auto *negated = dynCast<UnaryOp>(left);
  const Expr *real = negated ? negated->operand : left;
  if (isImaginary(real))
    raise(DiagnosticId::RealNumberRequired, real->range());
  const Operator op = at(Kind::Plus) ? Operator::Add : Operator::Sub;
  if (!failed_)
    ++position_;
  if (!at(Kind::Number)) {
    fail();
    return someExpr();
  }
  Expr *right = parseNumber();
  if (!isImaginary(right))
    raise(DiagnosticId::ImaginaryNumberRequired, right->range());
  auto *node = make<BinOp>(first);
  node->left = left;
  node->op = op;
  node->right = right;
  return done(node);
}

/// A capture, the wildcard, a dotted value, or a class pattern.
Pattern *Parser::parseNamePattern() {
  const size_t first = position_;
  const Kind after = next().kind;
  const bool isWildcard = atName("_"); // even before a dot, which is then one too many
  if (isWildcard || (after != Kind::Dot && after != Kind::LeftParen)) {
    if (after == Kind::Equal)
      fail();
    const Identifier name = identifier();
    auto *node = make<MatchAs>(first);
    if (!isWildcard)
      node->name = name;
    return node;
  }
  const Identifier id = identifier();
  auto *name = make<Name>(first);
  name->id = id;
  Expr *value = name;
  while (accept(Kind::Dot)) {
    const Identifier attr = identifier();
    auto *attribute = make<Attribute>(first);
    attribute->value = value;
    attribute->attr = attr;
    value = done(attribute);
  }
  if (at(Kind::LeftParen))
    return parseClassPattern(first, value);
  if (at(Kind::Equal))
    fail();
  auto *node = make<MatchValue>(first);
  node->value = value;
  return done(node);
}

Pattern *Parser::parseClassPattern(size_t first, Expr *cls) {
  expect(Kind::LeftParen);
  ListBuilder<Pattern> patterns(*this);
  std::vector<Identifier> attributes;
  std::vector<Pattern *> keywordPatterns;
  while (!at(Kind::RightParen) && !failed_) {
    if (at(Kind::Name) && next().kind == Kind::Equal) {
      attributes.push_back(identifier());
      expect(Kind::Equal);
      keywordPatterns.push_back(parsePattern());
    } else {
      if (!attributes.empty())
        fail();
      patterns.add(parsePattern());
    }
    if (!accept(Kind::Comma))
      break;
  }
  expect(Kind::RightParen);
  auto *node = make<MatchClass>(first);
  node->cls = cls;
  node->patterns = patterns.finish();
  node->kwd_attrs = context_.arena().copy(attributes);
  node->kwd_patterns = context_.arena().copy(keywordPatterns);
  return done(node);
}

Pattern *Parser::parseGroupOrSequence() {
  const size_t first = position_;
  const bool isList = at(Kind::LeftBracket);
  const Kind close = isList ? Kind::RightBracket : Kind::RightParen;
  ++position_;
  ListBuilder<Pattern> patterns(*this);
  bool sawComma = false;
  while (!at(close) && !failed_) {
    patterns.add(parseMaybeStarPattern());
    if (!accept(Kind::Comma))
      break;
    sawComma = true;
  }
  expect(close);
  Span<Pattern *> found = patterns.finish();
  if (!isList && !sawComma && found.size() == 1) {
    if (isa<MatchStar>(found[0]))
      fail();
    return found[0];
  }
  auto *node = make<MatchSequence>(first);
  node->patterns = found;
  return done(node);
}

/// A literal or a dotted name.
Expr *Parser::parseMappingKey() {
  switch (current().kind) {
  case Kind::Number:
  case Kind::Minus:
    return parseNumberPattern();
  case Kind::String:
  case Kind::FStringStart:
  case Kind::TStringStart:
    return parseStrings();
  case Kind::KwNone:
  case Kind::KwTrue:
  case Kind::KwFalse:
    return parseAtom();
  case Kind::Name:
    if (next().kind == Kind::Dot) {
      Pattern *pattern = parseNamePattern();
      if (auto *value = dynCast<MatchValue>(pattern))
        return value->value;
    }
    [[fallthrough]];
  default:
    fail();
    return someExpr();
  }
}

Pattern *Parser::parseMappingPattern() {
  const size_t first = position_;
  expect(Kind::LeftBrace);
  ListBuilder<Pattern> patterns(*this);
  std::vector<Expr *> keys;
  Identifier rest;
  while (!at(Kind::RightBrace) && !failed_) {
    if (accept(Kind::DoubleStar)) {
      rest = parseCaptureTarget();
      accept(Kind::Comma);
      break;
    }
    keys.push_back(parseMappingKey());
    expect(Kind::Colon);
    patterns.add(parsePattern());
    if (!accept(Kind::Comma))
      break;
  }
  expect(Kind::RightBrace);
  auto *node = make<MatchMapping>(first);
  node->keys = context_.arena().copy(keys);
  node->patterns = patterns.finish();
  node->rest = rest;
  return done(node);
}

} // namespace molt
