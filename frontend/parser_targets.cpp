// Assignment targets: parsed as expressions, then turned into targets where they can be.
#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

void Parser::toTarget(Expr *expr, TargetKind kind) {
  const ExprContext ctx = kind == TargetKind::Delete ? ExprContext::Del : ExprContext::Store;
  const auto each = [&](Span<Expr *> elts) {
    for (Expr *element : elts)
      toTarget(element, kind);
  };
  if (failed_)
    return;
  if (auto *name = dynCast<Name>(expr)) {
    name->ctx = ctx;
  } else if (auto *attribute = dynCast<Attribute>(expr)) {
    attribute->ctx = ctx;
  } else if (auto *subscript = dynCast<Subscript>(expr)) {
    subscript->ctx = ctx;
  } else if (kind == TargetKind::Single) {
    fail();
  } else if (auto *list = dynCast<List>(expr)) {
    list->ctx = ctx;
    each(list->elts);
  } else if (auto *tuple = dynCast<Tuple>(expr)) {
    tuple->ctx = ctx;
    each(tuple->elts);
  } else if (auto *star = dynCast<Starred>(expr); star && kind == TargetKind::Store) {
    star->ctx = ctx;
    if (isa<Starred>(star->value))
      fail();
    toTarget(star->value, kind);
  } else {
    fail();
  }
}

Expr *Parser::parseStarTarget() {
  if (at(Kind::Star)) {
    if (next().kind == Kind::Star)
      fail();
    return starred(&Parser::parsePrimary);
  }
  return parsePrimary();
}

/// The targets of a `for`: a tuple where there is a comma.
Expr *Parser::parseStarTargets() {
  const size_t first = position_;
  Expr *target = tupleFrom(first, parseStarTarget(), &Parser::parseStarTarget);
  toTarget(target, TargetKind::Store);
  return target;
}

} // namespace molt
