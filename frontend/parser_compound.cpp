// Compound statements, except match.
#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

void Parser::parseStatement(ListBuilder<Stmt> &into) {
  switch (current().kind) {
  case Kind::KwIf:
  case Kind::KwWhile:
  case Kind::KwFor:
  case Kind::KwWith:
  case Kind::KwTry:
  case Kind::KwDef:
  case Kind::KwClass:
  case Kind::KwAsync:
  case Kind::At: {
    Stmt *statement = parseCompound();
    noteCompound(statement);
    into.add(statement);
    return;
  }
  case Kind::Name:
    if (mayBeMatchStatement())
      if (Stmt *match = tryParseMatch()) {
        noteCompound(match);
        into.add(match);
        return;
      }
    [[fallthrough]];
  default:
    parseSimpleStatements(into);
  }
}

void Parser::noteCompound(const Stmt *statement) {
  if (!failed_ && statement->line() > lastCompoundLine_)
    lastCompoundLine_ = statement->line();
}

Stmt *Parser::parseCompound() {
  DepthGuard guard(*this);
  switch (current().kind) {
  case Kind::KwIf:
    return parseIf();
  case Kind::KwWhile:
    return parseWhile();
  case Kind::KwFor:
    return parseFor(false);
  case Kind::KwWith:
    return parseWith(false);
  case Kind::KwTry:
    return parseTry();
  case Kind::KwDef:
    return parseFunction(false, {});
  case Kind::KwClass:
    return parseClass({});
  case Kind::KwAsync:
    return parseAsync({});
  default:
    return parseDecorated();
  }
}

Span<Stmt *> Parser::parseBlock() {
  ListBuilder<Stmt> body(*this);
  if (!accept(Kind::Newline)) {
    parseSimpleStatements(body);
    return body.finish();
  }
  expect(Kind::Indent);
  do {
    parseStatement(body);
  } while (!at(Kind::Dedent) && !at(Kind::EndMarker));
  expect(Kind::Dedent);
  return body.finish();
}

Span<Stmt *> Parser::parseElse() {
  if (!accept(Kind::KwElse))
    return {};
  expect(Kind::Colon);
  return parseBlock();
}

/// if and its elifs: each elif is an If alone in its predecessor's orelse, so the chain is built
/// from its end; it is read in a loop, since such chains can be long.
Stmt *Parser::parseIf() {
  std::vector<If *> chain;
  std::vector<size_t> starts;
  do {
    starts.push_back(position_++);
    Expr *test = parseNamedExpression();
    expect(Kind::Colon);
    auto *node = context_.create<If>({});
    node->test = test;
    node->body = parseBlock();
    chain.push_back(node);
  } while (at(Kind::KwElif));
  chain.back()->orelse = parseElse();
  for (size_t i = chain.size(); i-- > 0;) {
    if (i + 1 < chain.size()) {
      Stmt *next = chain[i + 1];
      chain[i]->orelse = context_.arena().copy(&next, 1);
    }
    chain[i]->setRange(rangeFrom(starts[i]));
    done(chain[i]);
  }
  return chain.front();
}

Stmt *Parser::parseWhile() {
  const size_t first = position_++;
  Expr *test = parseNamedExpression();
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  Span<Stmt *> orelse = parseElse();
  auto *node = make<While>(first);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return done(node);
}

Stmt *Parser::parseFor(bool isAsync) {
  const size_t first = isAsync ? position_ - 1 : position_;
  expect(Kind::KwFor);
  Expr *target = parseStarTargets();
  expect(Kind::KwIn);
  Expr *iter = parseStarExpressions();
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  Span<Stmt *> orelse = parseElse();
  const auto fill = [&](auto *node) -> Stmt * {
    node->target = target;
    node->iter = iter;
    node->body = body;
    node->orelse = orelse;
    return done(node);
  };
  return isAsync ? fill(make<AsyncFor>(first)) : fill(make<For>(first));
}

// ---- with --------------------------------------------------------------------------------------

WithItem *Parser::parseWithItem() {
  const size_t first = position_;
  Expr *value = parseExpression();
  Expr *target = nullptr;
  if (accept(Kind::KwAs)) {
    target = parseStarTarget();
    toTarget(target, TargetKind::Store);
    if (!at(Kind::Comma) && !at(Kind::RightParen) && !at(Kind::Colon))
      fail();
  }
  auto *node = make<WithItem>(first);
  node->context_expr = value;
  node->optional_vars = target;
  return done(node);
}

/// Tries `( item, ... ) :`; restores the cursor when what follows is an expression instead.
bool Parser::parseParenthesizedItems(Span<WithItem *> &items) {
  const size_t start = position_;
  const int depth = depth_;
  ListBuilder<WithItem> found(*this);
  expect(Kind::LeftParen);
  do {
    found.add(parseWithItem());
  } while (accept(Kind::Comma) && !at(Kind::RightParen));
  expect(Kind::RightParen);
  if (!failed_ && at(Kind::Colon)) {
    items = found.finish();
    return true;
  }
  if (raised_)
    return true;
  failed_ = false;
  depth_ = depth;
  position_ = start;
  return false;
}

Stmt *Parser::parseWith(bool isAsync) {
  const size_t first = isAsync ? position_ - 1 : position_;
  expect(Kind::KwWith);
  Span<WithItem *> items;
  if (!at(Kind::LeftParen) || !parseParenthesizedItems(items)) {
    ListBuilder<WithItem> found(*this);
    do {
      found.add(parseWithItem());
    } while (accept(Kind::Comma));
    items = found.finish();
  }
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  const auto fill = [&](auto *node) -> Stmt * {
    node->items = items;
    node->body = body;
    return done(node);
  };
  return isAsync ? fill(make<AsyncWith>(first)) : fill(make<With>(first));
}

// ---- try ---------------------------------------------------------------------------------------

ExceptHandler *Parser::parseHandler(bool isFirst, bool &isStar) {
  const size_t first = position_;
  expect(Kind::KwExcept);
  const bool star = accept(Kind::Star);
  if (isFirst)
    isStar = star;
  else if (star != isStar)
    fail();
  Expr *type = nullptr;
  Identifier name;
  if (star || !at(Kind::Colon)) {
    const size_t typeAt = position_;
    type = parseExpression();
    if (accept(Kind::KwAs))
      name = identifier();
    else if (version_ >= python314)
      type = tupleFrom(typeAt, type, &Parser::parseExpression);
  }
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  auto *node = make<ExceptHandler>(first);
  node->type = type;
  node->name = name;
  node->body = body;
  return done(node);
}

Stmt *Parser::parseTry() {
  const size_t first = position_++;
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  ListBuilder<ExceptHandler> handlers(*this);
  bool isStar = false;
  while (at(Kind::KwExcept))
    handlers.add(parseHandler(handlers.size() == 0, isStar));
  Span<Stmt *> orelse, finalbody;
  if (handlers.size() != 0)
    orelse = parseElse();
  if (handlers.size() == 0 || at(Kind::KwFinally)) {
    expect(Kind::KwFinally);
    expect(Kind::Colon);
    finalbody = parseBlock();
  }
  const auto fill = [&](auto *node) -> Stmt * {
    node->body = body;
    node->handlers = handlers.finish();
    node->orelse = orelse;
    node->finalbody = finalbody;
    return done(node);
  };
  return isStar ? fill(make<TryStar>(first)) : fill(make<Try>(first));
}

// ---- functions and classes ---------------------------------------------------------------------

Stmt *Parser::parseDecorated() {
  ListBuilder<Expr> decorators(*this);
  while (accept(Kind::At)) {
    decorators.add(parseNamedExpression());
    expect(Kind::Newline);
  }
  switch (current().kind) {
  case Kind::KwDef:
    return parseFunction(false, decorators.finish());
  case Kind::KwClass:
    return parseClass(decorators.finish());
  default:
    if (at(Kind::KwAsync) && next().kind == Kind::KwDef)
      return parseAsync(decorators.finish());
    fail();
    return context_.create<Pass>({});
  }
}

Stmt *Parser::parseAsync(Span<Expr *> decorators) {
  expect(Kind::KwAsync);
  switch (current().kind) {
  case Kind::KwDef:
    return parseFunction(true, decorators);
  case Kind::KwFor:
    return parseFor(true);
  case Kind::KwWith:
    return parseWith(true);
  default:
    fail();
    return context_.create<Pass>({});
  }
}

Stmt *Parser::parseFunction(bool isAsync, Span<Expr *> decorators) {
  const size_t first = isAsync ? position_ - 1 : position_;
  expect(Kind::KwDef);
  const Identifier name = identifier();
  Span<TypeParam *> typeParams = parseTypeParams();
  expect(Kind::LeftParen);
  Arguments *args = parseParameters(Kind::RightParen);
  expect(Kind::RightParen);
  Expr *returns = accept(Kind::Arrow) ? parseExpression() : nullptr;
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  const auto fill = [&](auto *node) -> Stmt * {
    node->name = name;
    node->args = args;
    node->body = body;
    node->decorator_list = decorators;
    node->returns = returns;
    node->type_params = typeParams;
    return done(node);
  };
  return isAsync ? fill(make<AsyncFunctionDef>(first)) : fill(make<FunctionDef>(first));
}

Stmt *Parser::parseClass(Span<Expr *> decorators) {
  const size_t first = position_++;
  const Identifier name = identifier();
  Span<TypeParam *> typeParams = parseTypeParams();
  Span<Expr *> bases;
  Span<Keyword *> keywords;
  if (at(Kind::LeftParen))
    parseArguments(false, bases, keywords);
  expect(Kind::Colon);
  Span<Stmt *> body = parseBlock();
  auto *node = make<ClassDef>(first);
  node->name = name;
  node->bases = bases;
  node->keywords = keywords;
  node->body = body;
  node->decorator_list = decorators;
  node->type_params = typeParams;
  return done(node);
}

} // namespace molt
