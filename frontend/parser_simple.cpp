// Simple statements.
#include "frontend/future.h"
#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

void Parser::parseSimpleStatements(ListBuilder<Stmt> &into) {
  do {
    into.add(parseSimpleStatement());
  } while (accept(Kind::Semicolon) && !at(Kind::Newline));
  expect(Kind::Newline);
}

template <typename T> Stmt *Parser::parseKeywordStatement() {
  const size_t first = position_++;
  return make<T>(first);
}

template <typename T> Stmt *Parser::parseNameList() {
  const size_t first = position_++;
  std::vector<Identifier> names;
  do {
    names.push_back(identifier());
  } while (accept(Kind::Comma));
  auto *node = make<T>(first);
  node->names = context_.arena().copy(names);
  return node;
}

Stmt *Parser::parseSimpleStatement() {
  switch (current().kind) {
  case Kind::KwImport:
    return parseImport();
  case Kind::KwFrom:
    return parseImportFrom();
  case Kind::KwReturn:
    return parseReturn();
  case Kind::KwRaise:
    return parseRaise();
  case Kind::KwPass:
    return parseKeywordStatement<Pass>();
  case Kind::KwBreak:
    return parseKeywordStatement<Break>();
  case Kind::KwContinue:
    return parseKeywordStatement<Continue>();
  case Kind::KwDel:
    return parseDelete();
  case Kind::KwAssert:
    return parseAssert();
  case Kind::KwGlobal:
    return parseNameList<Global>();
  case Kind::KwNonlocal:
    return parseNameList<Nonlocal>();
  case Kind::Name:
    // `type X =` and `type X[` are nothing else.
    if (next().kind == Kind::Name && textOf(current()) == "type" &&
        (next(2).kind == Kind::Equal || next(2).kind == Kind::LeftBracket))
      return parseTypeAlias();
    return parseExpressionStatement();
  default:
    return parseExpressionStatement();
  }
}

static bool augmentedOperator(TokenKind kind, Operator &op) {
  switch (kind) {
#define AUGMENTED(Token, Op)                                                                       \
  case TokenKind::Token:                                                                           \
    op = Operator::Op;                                                                             \
    return true;
    AUGMENTED(PlusEqual, Add)
    AUGMENTED(MinusEqual, Sub)
    AUGMENTED(StarEqual, Mult)
    AUGMENTED(AtEqual, MatMult)
    AUGMENTED(SlashEqual, Div)
    AUGMENTED(PercentEqual, Mod)
    AUGMENTED(AmpersandEqual, BitAnd)
    AUGMENTED(PipeEqual, BitOr)
    AUGMENTED(CircumflexEqual, BitXor)
    AUGMENTED(LeftShiftEqual, LShift)
    AUGMENTED(RightShiftEqual, RShift)
    AUGMENTED(DoubleStarEqual, Pow)
    AUGMENTED(DoubleSlashEqual, FloorDiv)
#undef AUGMENTED
  default:
    return false;
  }
}

Stmt *Parser::parseExpressionStatement() {
  const size_t first = position_;
  const bool isYield = at(Kind::KwYield);
  Expr *value = isYield ? parseYield() : parseStarExpressions();
  Operator op;
  if (at(Kind::Equal) && !isYield)
    return parseAssignment(first, value);
  if (at(Kind::Colon) && !isYield)
    return parseAnnotation(first, value);
  if (augmentedOperator(current().kind, op) && !isYield)
    return parseAugmentedAssignment(first, value, op);
  auto *node = make<ExprStmt>(first);
  node->value = value;
  return done(node);
}

Stmt *Parser::parseAnnotation(size_t first, Expr *target) {
  toTarget(target, TargetKind::Single);
  expect(Kind::Colon);
  Expr *annotation = parseExpression();
  Expr *value = accept(Kind::Equal) ? parseAnnotatedRhs() : nullptr;
  auto *node = make<AnnAssign>(first);
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = isa<Name>(target) && tokens_[first].kind == Kind::Name;
  return done(node);
}

Stmt *Parser::parseAssignment(size_t first, Expr *target) {
  ListBuilder<Expr> targets(*this);
  Expr *value = target;
  bool isYield = false;
  while (accept(Kind::Equal)) {
    if (isYield)
      fail();
    toTarget(value, TargetKind::Store);
    targets.add(value);
    isYield = at(Kind::KwYield);
    value = parseAnnotatedRhs();
  }
  auto *node = make<Assign>(first);
  node->targets = targets.finish();
  node->value = value;
  return done(node);
}

Stmt *Parser::parseAugmentedAssignment(size_t first, Expr *target, Operator op) {
  toTarget(target, TargetKind::Single);
  if (!failed_)
    ++position_;
  Expr *value = parseAnnotatedRhs();
  auto *node = make<AugAssign>(first);
  node->target = target;
  node->op = op;
  node->value = value;
  return done(node);
}

Stmt *Parser::parseReturn() {
  const size_t first = position_++;
  Expr *value = canStartExpression() || at(Kind::Star) ? parseStarExpressions() : nullptr;
  auto *node = make<Return>(first);
  node->value = value;
  return done(node);
}

Stmt *Parser::parseRaise() {
  const size_t first = position_++;
  Expr *exc = nullptr, *cause = nullptr;
  if (canStartExpression()) {
    exc = parseExpression();
    if (accept(Kind::KwFrom))
      cause = parseExpression();
  }
  auto *node = make<Raise>(first);
  node->exc = exc;
  node->cause = cause;
  return done(node);
}

Stmt *Parser::parseDelete() {
  const size_t first = position_++;
  ListBuilder<Expr> targets(*this);
  do {
    Expr *target = parsePrimary();
    toTarget(target, TargetKind::Delete);
    targets.add(target);
  } while (accept(Kind::Comma) && !at(Kind::Newline) && !at(Kind::Semicolon));
  if (!at(Kind::Newline) && !at(Kind::Semicolon))
    fail();
  auto *node = make<Delete>(first);
  node->targets = targets.finish();
  return done(node);
}

Stmt *Parser::parseAssert() {
  const size_t first = position_++;
  Expr *test = parseExpression();
  Expr *msg = accept(Kind::Comma) ? parseExpression() : nullptr;
  auto *node = make<Assert>(first);
  node->test = test;
  node->msg = msg;
  return done(node);
}

Stmt *Parser::parseTypeAlias() {
  const size_t first = position_++;
  const size_t nameAt = position_;
  const Identifier id = identifier();
  auto *name = make<Name>(nameAt);
  name->id = id;
  name->ctx = ExprContext::Store;
  Span<TypeParam *> params = parseTypeParams();
  expect(Kind::Equal);
  Expr *value = parseExpression();
  auto *node = make<TypeAlias>(first);
  node->name = name;
  node->type_params = params;
  node->value = value;
  return done(node);
}

// ---- imports -----------------------------------------------------------------------------------

Identifier Parser::parseDottedName() {
  const Identifier head = identifier();
  if (!at(Kind::Dot))
    return head;
  std::string name(head.text());
  while (accept(Kind::Dot)) {
    name += '.';
    name += identifier().text();
  }
  return context_.intern(name);
}

Alias *Parser::parseDottedAlias() {
  const size_t first = position_;
  const Identifier name = parseDottedName();
  const Identifier asname = accept(Kind::KwAs) ? identifier() : Identifier();
  auto *node = make<Alias>(first);
  node->name = name;
  node->asname = asname;
  return node;
}

Alias *Parser::parseImportAlias() {
  const size_t first = position_;
  const Identifier name = identifier();
  const Identifier asname = accept(Kind::KwAs) ? identifier() : Identifier();
  auto *node = make<Alias>(first);
  node->name = name;
  node->asname = asname;
  return node;
}

Stmt *Parser::parseImport() {
  const size_t first = position_++;
  ListBuilder<Alias> names(*this);
  do {
    names.add(parseDottedAlias());
  } while (accept(Kind::Comma));
  auto *node = make<Import>(first);
  node->names = names.finish();
  return node;
}

Stmt *Parser::parseImportFrom() {
  const size_t first = position_++;
  int32_t level = 0;
  for (;; ++position_) {
    if (at(Kind::Dot))
      level += 1;
    else if (at(Kind::Ellipsis))
      level += 3;
    else
      break;
  }
  const Identifier module = level == 0 || !at(Kind::KwImport) ? parseDottedName() : Identifier();
  expect(Kind::KwImport);
  ListBuilder<Alias> names(*this);
  const size_t namesAt = position_;
  if (accept(Kind::Star)) {
    auto *star = make<Alias>(namesAt);
    star->name = context_.intern("*");
    names.add(star);
  } else {
    const bool parenthesized = accept(Kind::LeftParen);
    do {
      names.add(parseImportAlias());
    } while (accept(Kind::Comma) && !(parenthesized && at(Kind::RightParen)));
    if (parenthesized)
      expect(Kind::RightParen);
  }
  auto *node = make<ImportFrom>(first);
  node->module = module;
  node->names = names.finish();
  node->level = level;
  if (level == 0 && module == "__future__")
    for (const Alias *alias : node->names) {
      barryAsBdfl_ |= alias->name == "barry_as_FLUFL";
      // 3.14 checks the names here, earlier versions in the symbol table.
      if (version_ >= python314)
        checkFeature(*alias);
    }
  return node;
}

void Parser::checkFeature(const Alias &alias) {
  if (alias.name == "braces")
    raise(DiagnosticId::NotAChance, alias.range());
  else if (!isFutureFeature(alias.name.text()))
    raise(DiagnosticId::UnknownFeature, alias.range(), {alias.name.text()});
}

} // namespace molt
