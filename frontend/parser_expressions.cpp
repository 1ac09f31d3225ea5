// Expressions: operators, conditionals, lambdas, yields, tuples without parentheses.
#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

bool Parser::canStartExpression() const {
  switch (current().kind) {
  case Kind::Name:
  case Kind::Number:
  case Kind::String:
  case Kind::FStringStart:
  case Kind::TStringStart:
  case Kind::LeftParen:
  case Kind::LeftBracket:
  case Kind::LeftBrace:
  case Kind::Plus:
  case Kind::Minus:
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

/// `head`, or the tuple that a comma makes of it. The tuple spans from token `first`, and over a
/// trailing comma.
Expr *Parser::tupleFrom(size_t first, Expr *head, Expr *(Parser::*element)()) {
  if (!at(Kind::Comma))
    return head;
  ListBuilder<Expr> elts(*this);
  elts.add(head);
  while (accept(Kind::Comma)) {
    if (!canStartExpression() && !at(Kind::Star))
      break;
    elts.add((this->*element)());
  }
  auto *tuple = make<Tuple>(first);
  tuple->elts = elts.finish();
  return done(tuple);
}

/// At a '*'.
Expr *Parser::starred(Expr *(Parser::*operand)()) {
  const size_t first = position_;
  expect(Kind::Star);
  Expr *value = (this->*operand)();
  auto *node = make<Starred>(first);
  node->value = value;
  return done(node);
}

Expr *Parser::parseStarExpression() {
  return at(Kind::Star) ? starred(&Parser::parseBitwiseOr) : parseExpression();
}

Expr *Parser::parseStarExpressions() {
  const size_t first = position_;
  return tupleFrom(first, parseStarExpression(), &Parser::parseStarExpression);
}

Expr *Parser::parseStarNamedExpression() {
  return at(Kind::Star) ? starred(&Parser::parseBitwiseOr) : parseNamedExpression();
}

Expr *Parser::parseAnnotatedRhs() {
  return at(Kind::KwYield) ? parseYield() : parseStarExpressions();
}

Expr *Parser::parseYield() {
  const size_t first = position_;
  expect(Kind::KwYield);
  if (accept(Kind::KwFrom)) {
    Expr *value = parseExpression();
    auto *node = make<YieldFrom>(first);
    node->value = value;
    return done(node);
  }
  Expr *value = canStartExpression() || at(Kind::Star) ? parseStarExpressions() : nullptr;
  auto *node = make<Yield>(first);
  node->value = value;
  return done(node);
}

Expr *Parser::parseNamedExpression() {
  if (!at(Kind::Name) || next().kind != Kind::ColonEqual)
    return parseExpression();
  const size_t first = position_;
  const Identifier name = identifier();
  auto *target = make<Name>(first);
  target->id = name;
  target->ctx = ExprContext::Store;
  expect(Kind::ColonEqual);
  Expr *value = parseExpression();
  auto *node = make<NamedExpr>(first);
  node->target = target;
  node->value = value;
  return done(node);
}

Expr *Parser::parseExpression() {
  if (at(Kind::KwLambda))
    return parseLambda();
  DepthGuard guard(*this);
  const size_t first = position_;
  Expr *body = parseDisjunction();
  if (!accept(Kind::KwIf))
    return body;
  Expr *test = parseDisjunction();
  expect(Kind::KwElse);
  Expr *orelse = parseExpression();
  auto *node = make<IfExp>(first);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return done(node);
}

Expr *Parser::parseLambda() {
  DepthGuard guard(*this);
  const size_t first = position_;
  expect(Kind::KwLambda);
  Arguments *args = parseParameters(Kind::Colon);
  expect(Kind::Colon);
  Expr *body = parseExpression();
  auto *node = make<Lambda>(first);
  node->args = args;
  node->body = body;
  return done(node);
}

Expr *Parser::parseDisjunction() {
  const size_t first = position_;
  Expr *head = parseConjunction();
  if (!at(Kind::KwOr))
    return head;
  ListBuilder<Expr> values(*this);
  values.add(head);
  while (accept(Kind::KwOr))
    values.add(parseConjunction());
  auto *node = make<BoolOp>(first);
  node->op = BoolOperator::Or;
  node->values = values.finish();
  return done(node);
}

Expr *Parser::parseConjunction() {
  const size_t first = position_;
  Expr *head = parseInversion();
  if (!at(Kind::KwAnd))
    return head;
  ListBuilder<Expr> values(*this);
  values.add(head);
  while (accept(Kind::KwAnd))
    values.add(parseInversion());
  auto *node = make<BoolOp>(first);
  node->op = BoolOperator::And;
  node->values = values.finish();
  return done(node);
}

Expr *Parser::parseInversion() {
  if (!at(Kind::KwNot))
    return parseComparison();
  DepthGuard guard(*this);
  const size_t first = position_++;
  Expr *operand = parseInversion();
  auto *node = make<UnaryOp>(first);
  node->op = UnaryOperator::Not;
  node->operand = operand;
  return done(node);
}

bool Parser::comparisonOperator(CmpOperator &op) {
  const auto is = [&](CmpOperator found, size_t tokens = 1) {
    op = found;
    position_ += tokens;
    return true;
  };
  switch (current().kind) {
  case Kind::EqualEqual:
    return is(CmpOperator::Eq);
  case Kind::NotEqual:
    // `<>` and `!=` are one token; PEP 401 says which of them is meant.
    if ((textOf(current()) == "<>") != barryAsBdfl_)
      return false;
    return is(CmpOperator::NotEq);
  case Kind::Less:
    return is(CmpOperator::Lt);
  case Kind::LessEqual:
    return is(CmpOperator::LtE);
  case Kind::Greater:
    return is(CmpOperator::Gt);
  case Kind::GreaterEqual:
    return is(CmpOperator::GtE);
  case Kind::KwIn:
    return is(CmpOperator::In);
  case Kind::KwNot:
    return next().kind == Kind::KwIn && is(CmpOperator::NotIn, 2);
  case Kind::KwIs:
    return next().kind == Kind::KwNot ? is(CmpOperator::IsNot, 2) : is(CmpOperator::Is);
  default:
    return false;
  }
}

Expr *Parser::parseComparison() {
  const size_t first = position_;
  Expr *left = parseBitwiseOr();
  CmpOperator op;
  if (!comparisonOperator(op))
    return left;
  ListBuilder<Expr> comparators(*this);
  CmpOperator ops[8];
  std::vector<CmpOperator> manyOps;
  size_t count = 0;
  do {
    if (count < std::size(ops))
      ops[count] = op;
    else
      manyOps.push_back(op);
    ++count;
    comparators.add(parseBitwiseOr());
  } while (comparisonOperator(op));
  manyOps.insert(manyOps.begin(), ops, ops + std::min(count, std::size(ops)));
  auto *node = make<Compare>(first);
  node->left = left;
  node->ops = context_.arena().copy(manyOps);
  node->comparators = comparators.finish();
  return done(node);
}

namespace {
struct BinaryOperator {
  int8_t precedence; // 0: no binary operator
  Operator op;
};

BinaryOperator binaryOperator(TokenKind kind) {
  switch (kind) {
  case TokenKind::Pipe:
    return {1, Operator::BitOr};
  case TokenKind::Circumflex:
    return {2, Operator::BitXor};
  case TokenKind::Ampersand:
    return {3, Operator::BitAnd};
  case TokenKind::LeftShift:
    return {4, Operator::LShift};
  case TokenKind::RightShift:
    return {4, Operator::RShift};
  case TokenKind::Plus:
    return {5, Operator::Add};
  case TokenKind::Minus:
    return {5, Operator::Sub};
  case TokenKind::Star:
    return {6, Operator::Mult};
  case TokenKind::Slash:
    return {6, Operator::Div};
  case TokenKind::DoubleSlash:
    return {6, Operator::FloorDiv};
  case TokenKind::Percent:
    return {6, Operator::Mod};
  case TokenKind::At:
    return {6, Operator::MatMult};
  default:
    return {0, Operator::Add};
  }
}
} // namespace

/// Operators that bind at least as tightly as `lowest`, all of them left-associative.
Expr *Parser::parseBinary(int lowest) {
  const size_t first = position_;
  Expr *left = parseFactor();
  for (;;) {
    const BinaryOperator found = binaryOperator(current().kind);
    if (found.precedence == 0 || found.precedence < lowest)
      return left;
    ++position_;
    Expr *right = parseBinary(found.precedence + 1);
    auto *node = make<BinOp>(first);
    node->left = left;
    node->op = found.op;
    node->right = right;
    left = done(node);
  }
}

Expr *Parser::parseFactor() {
  UnaryOperator op;
  switch (current().kind) {
  case Kind::Plus:
    op = UnaryOperator::UAdd;
    break;
  case Kind::Minus:
    op = UnaryOperator::USub;
    break;
  case Kind::Tilde:
    op = UnaryOperator::Invert;
    break;
  default:
    return parsePower();
  }
  DepthGuard guard(*this);
  const size_t first = position_++;
  Expr *operand = parseFactor();
  auto *node = make<UnaryOp>(first);
  node->op = op;
  node->operand = operand;
  return done(node);
}

Expr *Parser::parsePower() {
  const size_t first = position_;
  Expr *base;
  if (accept(Kind::KwAwait)) {
    Expr *value = parsePrimary();
    auto *node = make<Await>(first);
    node->value = value;
    base = done(node);
  } else {
    base = parsePrimary();
  }
  if (!accept(Kind::DoubleStar))
    return base;
  DepthGuard guard(*this);
  Expr *exponent = parseFactor();
  auto *node = make<BinOp>(first);
  node->left = base;
  node->op = Operator::Pow;
  node->right = exponent;
  return done(node);
}

} // namespace molt
