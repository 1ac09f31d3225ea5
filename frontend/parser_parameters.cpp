// Parameters of functions and lambdas, and type parameters (PEP 695, PEP 696).
#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

Arg *Parser::parseParameter(bool annotated, bool starAnnotation) {
  const size_t first = position_;
  const Identifier name = identifier();
  Expr *annotation = nullptr;
  if (annotated && accept(Kind::Colon))
    annotation = starAnnotation ? parseStarExpression() : parseExpression();
  auto *node = make<Arg>(first);
  node->arg = name;
  node->annotation = annotation;
  return done(node);
}

/// Everything up to `close`, which also says whether parameters may be annotated: those between
/// parentheses may, those of a lambda may not.
Arguments *Parser::parseParameters(Kind close) {
  const size_t first = position_;
  const bool annotated = close == Kind::RightParen;
  auto *node = context_.create<Arguments>({});
  ListBuilder<Arg> positional(*this);
  std::vector<Arg *> keywordOnly;
  std::vector<Expr *> defaults, keywordDefaults;
  bool sawStar = false, sawSlash = false;
  while (!at(close) && !failed_) {
    if (at(Kind::Slash)) {
      if (sawSlash || sawStar || positional.size() == 0)
        fail();
      ++position_;
      sawSlash = true;
      node->posonlyargs = positional.finish();
    } else if (accept(Kind::DoubleStar)) {
      node->kwarg = parseParameter(annotated, false);
      accept(Kind::Comma);
      if (!at(close))
        fail();
      break;
    } else if (accept(Kind::Star)) {
      if (sawStar)
        fail();
      sawStar = true;
      if (at(Kind::Comma)) {
        if (next().kind != Kind::Name)
          fail();
      } else {
        node->vararg = parseParameter(annotated, true);
      }
    } else {
      Arg *arg = parseParameter(annotated, false);
      Expr *value = accept(Kind::Equal) ? parseExpression() : nullptr;
      if (sawStar) {
        keywordOnly.push_back(arg);
        keywordDefaults.push_back(value);
      } else {
        if (value)
          defaults.push_back(value);
        else if (!defaults.empty())
          fail();
        positional.add(arg);
      }
    }
    if (!accept(Kind::Comma))
      break;
  }
  node->args = positional.finish().slice(node->posonlyargs.size());
  node->kwonlyargs = context_.arena().copy(keywordOnly);
  node->kw_defaults = context_.arena().copy(keywordDefaults);
  node->defaults = context_.arena().copy(defaults);
  node->setRange(rangeFrom(first));
  return done(node);
}

Span<TypeParam *> Parser::parseTypeParams() {
  if (!accept(Kind::LeftBracket))
    return {};
  ListBuilder<TypeParam> params(*this);
  do {
    params.add(parseTypeParam());
  } while (accept(Kind::Comma) && !at(Kind::RightBracket));
  expect(Kind::RightBracket);
  return params.finish();
}

TypeParam *Parser::parseTypeParam() {
  const size_t first = position_;
  const bool isTuple = accept(Kind::Star);
  const bool isParamSpec = !isTuple && accept(Kind::DoubleStar);
  const Identifier name = identifier();
  Expr *bound = nullptr, *value = nullptr;
  if (!isTuple && !isParamSpec && accept(Kind::Colon))
    bound = parseExpression();
  if (version_ >= python313 && accept(Kind::Equal))
    value = isTuple ? parseStarExpression() : parseExpression();
  const auto fill = [&](auto *node) -> TypeParam * {
    node->name = name;
    node->default_value = value;
    return done(node);
  };
  if (isTuple)
    return fill(make<TypeVarTuple>(first));
  if (isParamSpec)
    return fill(make<ParamSpec>(first));
  auto *node = make<TypeVar>(first);
  node->bound = bound;
  return fill(node);
}

} // namespace molt
