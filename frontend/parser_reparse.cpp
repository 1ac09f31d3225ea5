// Trees of single expressions, for error messages that speak about them.
#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

void Parser::restartAt(size_t position) {
  position_ = position;
  failed_ = raised_ = false;
  depth_ = 0;
}

Expr *Parser::reparse(size_t first, size_t last) {
  using Method = Expr *(Parser::*)();
  static constexpr Method methods[] = {&Parser::parseAtom,
                                       &Parser::parsePrimary,
                                       &Parser::parseBitwiseOr,
                                       &Parser::parseDisjunction,
                                       &Parser::parseExpression,
                                       &Parser::parseNamedExpression,
                                       &Parser::parseStarExpressions,
                                       &Parser::parseStarNamedTuple,
                                       &Parser::parseAnnotatedRhs,
                                       &Parser::parseStarredArgument};
  for (Method method : methods) {
    restartAt(first);
    Expr *expr = (this->*method)();
    if (!failed_ && position_ == last)
      return expr;
  }
  return nullptr;
}

Expr *Parser::parseStarNamedTuple() {
  const size_t first = position_;
  return tupleFrom(first, parseStarNamedExpression(), &Parser::parseStarNamedExpression);
}

Expr *Parser::parseStarredArgument() {
  return starred(&Parser::parseExpression);
}

Span<Comprehension *> Parser::reparseClauses(size_t first) {
  restartAt(first);
  return parseComprehensions();
}

Parser::ArgumentSummary Parser::reparseArguments(size_t first, size_t last) {
  ArgumentSummary summary;
  restartAt(first);
  while (position_ < last && !failed_) {
    if (at(Kind::DoubleStar) || (at(Kind::Name) && next().kind == Kind::Equal)) {
      summary.unpacksMapping |= at(Kind::DoubleStar);
      parseKeyword();
    } else {
      const Expr *value =
          at(Kind::Star) ? starred(&Parser::parseExpression) : parseNamedExpression();
      ++summary.positional;
      summary.lastPositional = value->range();
    }
    if (!accept(Kind::Comma))
      break;
  }
  return summary;
}

} // namespace molt
