// Expressions as CPython's code generator checks them.
#include "frontend/ast_walk.h"
#include "frontend/statement_checks.h"

#include <algorithm>

namespace molt {

using namespace ast;

void StatementChecker::visitExpression(const Node *node) {
  switch (node->nodeKind()) {
  case NodeKind::Lambda:
    return visitLambda(*cast<Lambda>(node));
  case NodeKind::Call:
    return visitCall(*cast<Call>(node));
  case NodeKind::Subscript:
    return visitSubscript(*cast<Subscript>(node));
  case NodeKind::Compare:
    checkComparison(*cast<Compare>(node));
    return visitChildren(node);
  case NodeKind::NamedExpr:
    visit(cast<NamedExpr>(node)->value);
    return visit(cast<NamedExpr>(node)->target);
  case NodeKind::List:
    return visitElements(*node, cast<List>(node)->elts, cast<List>(node)->ctx);
  case NodeKind::Tuple:
    return visitElements(*node, cast<Tuple>(node)->elts, cast<Tuple>(node)->ctx);
  case NodeKind::Set:
    return visitElements(*node, cast<Set>(node)->elts, ExprContext::Load);
  case NodeKind::Starred:
    report(cast<Starred>(node)->ctx == ExprContext::Store ? DiagnosticId::LoneStarredTarget
                                                          : DiagnosticId::StarredHere,
           node->range());
    return visitChildren(node);
  case NodeKind::Yield:
    if (!inFunction())
      report(DiagnosticId::OutsideFunction, node->range(), {"yield"});
    return visitChildren(node);
  case NodeKind::YieldFrom:
    if (!inFunction())
      report(DiagnosticId::OutsideFunction, node->range(),
             {version_ >= python313 ? "yield from" : "yield"});
    else if (frame().kind == FrameKind::AsyncFunction)
      report(DiagnosticId::YieldFromInAsync, node->range());
    return visitChildren(node);
  case NodeKind::Await:
    if (!inFunction())
      report(DiagnosticId::OutsideFunction, node->range(), {"await"});
    else if (frame().kind != FrameKind::AsyncFunction && frame().kind != FrameKind::Generator)
      report(DiagnosticId::OutsideAsyncFunction, node->range(), {"await"});
    return visitChildren(node);
  case NodeKind::ListComp: {
    const auto *comp = cast<ListComp>(node);
    return visitComprehension(*comp, comp->generators, comp->elt, nullptr, false);
  }
  case NodeKind::SetComp: {
    const auto *comp = cast<SetComp>(node);
    return visitComprehension(*comp, comp->generators, comp->elt, nullptr, false);
  }
  case NodeKind::DictComp: {
    const auto *comp = cast<DictComp>(node);
    return visitComprehension(*comp, comp->generators, comp->key, comp->value, false);
  }
  case NodeKind::GeneratorExp: {
    const auto *comp = cast<GeneratorExp>(node);
    return visitComprehension(*comp, comp->generators, comp->elt, nullptr, true);
  }
  default:
    return visitChildren(node);
  }
}

/// The elements of a display or of an unpacking target, of which one may be starred.
void StatementChecker::visitElements(const Node &sequence, Span<Expr *> elts, ExprContext ctx) {
  if (ctx == ExprContext::Store) {
    bool sawStar = false;
    for (size_t i = 0; i < elts.size(); ++i) {
      if (!isa<Starred>(elts[i]))
        continue;
      if (sawStar) {
        report(DiagnosticId::MultipleStarred, sequence.range());
        break;
      }
      sawStar = true;
      if (i >= 256)
        report(DiagnosticId::TooManyBeforeStar, sequence.range());
    }
  }
  for (const Expr *element : elts) {
    const auto *starred = dynCast<Starred>(element);
    visit(starred ? starred->value : element);
  }
}

// ---- calls and subscripts ----------------------------------------------------------------------

void StatementChecker::visitCall(const Call &node) {
  checkCallable(*node.func);
  visit(node.func);
  visitArguments(node.args, node.keywords);
}

void StatementChecker::visitArguments(Span<Expr *> args, Span<Keyword *> keywords) {
  for (size_t i = 0; i < keywords.size(); ++i)
    for (size_t j = i + 1; keywords[i]->arg && j < keywords.size(); ++j)
      if (keywords[j]->arg == keywords[i]->arg) {
        report(DiagnosticId::RepeatedKeyword, keywords[j]->range(), {keywords[j]->arg.text()});
        i = keywords.size() - 1;
        break;
      }
  for (const Expr *argument : args) {
    const auto *starred = dynCast<Starred>(argument);
    visit(starred ? starred->value : argument);
  }
  for (const Keyword *keyword : keywords)
    visit(keyword->value);
}

void StatementChecker::visitSubscript(const Subscript &node) {
  if (node.ctx == ExprContext::Load)
    checkSubscript(node);
  visit(node.value);
  visit(node.slice);
}

/// Only generator expressions are code objects of their own here: the others are generated into the
/// function around them, and so an `await` in them is that function's (PEP 709).
void StatementChecker::visitComprehension(const Expr &node, Span<Comprehension *> generators,
                                          const Expr *element, const Expr *value,
                                          bool isGenerator) {
  const Scope *scope = table_.find(&node, ScopeKind::Comprehension);
  visit(generators[0]->iter);
  const FrameKind kind = frame().kind;
  const bool isAsync = scope && (scope->isCoroutine() || scope->isAsyncGenerator());
  const bool misplaced = isAsync && !isGenerator && kind != FrameKind::AsyncFunction &&
                         kind != FrameKind::Generator;
  if (misplaced)
    report(DiagnosticId::AsyncComprehension, node.range());
  if (isGenerator || misplaced)
    frames_.push_back({FrameKind::Generator, scope, {}});
  for (size_t i = 0; i < generators.size(); ++i) {
    if (i > 0)
      visit(generators[i]->iter);
    visit(generators[i]->target);
    visitAll(generators[i]->ifs);
  }
  visit(element);
  if (value)
    visit(value);
  if (isGenerator || misplaced)
    frames_.pop_back();
}

// ---- warnings ----------------------------------------------------------------------------------

/// The type that a literal or display has for certain, or null.
const char *StatementChecker::typeName(const Expr &expr) const {
  switch (expr.nodeKind()) {
  case NodeKind::Tuple:
    return "tuple";
  case NodeKind::List:
  case NodeKind::ListComp:
    return "list";
  case NodeKind::Dict:
  case NodeKind::DictComp:
    return "dict";
  case NodeKind::Set:
  case NodeKind::SetComp:
    return "set";
  case NodeKind::GeneratorExp:
    return "generator";
  case NodeKind::Lambda:
    return "function";
  case NodeKind::JoinedStr:
  case NodeKind::FormattedValue:
    return "str";
  case NodeKind::TemplateStr:
    return "string.templatelib.Template";
  case NodeKind::Interpolation:
    return "string.templatelib.Interpolation";
  case NodeKind::Constant:
    switch (cast<Constant>(&expr)->value.type) {
    case ConstantValue::Type::None:
      return "NoneType";
    case ConstantValue::Type::True:
    case ConstantValue::Type::False:
      return "bool";
    case ConstantValue::Type::Ellipsis:
      return "ellipsis";
    case ConstantValue::Type::Int:
      return "int";
    case ConstantValue::Type::Float:
      return "float";
    case ConstantValue::Type::Complex:
      return "complex";
    case ConstantValue::Type::Str:
      return "str";
    case ConstantValue::Type::Bytes:
      return "bytes";
    }
    return nullptr;
  default:
    return nullptr;
  }
}

/// Before 3.14 the sign of a number was folded before these checks: what stands behind it.
const Expr *StatementChecker::folded(const Expr *expr) const {
  const auto *sign = dynCast<UnaryOp>(expr);
  if (version_ >= python314 || !sign || sign->op != UnaryOperator::USub)
    return expr;
  const auto *number = dynCast<Constant>(sign->operand);
  if (!number)
    return expr;
  switch (number->value.type) {
  case ConstantValue::Type::Int:
  case ConstantValue::Type::Float:
  case ConstantValue::Type::Complex:
    return number;
  default:
    return expr;
  }
}

/// Tuples of constants are constants, too.
bool StatementChecker::isFoldedConstant(const Expr &expr) const {
  if (isa<Constant>(folded(&expr)))
    return true;
  const auto *tuple = dynCast<Tuple>(&expr);
  if (!tuple)
    return false;
  return std::all_of(tuple->elts.begin(), tuple->elts.end(),
                     [&](const Expr *element) { return isFoldedConstant(*element); });
}

void StatementChecker::checkCallable(const Expr &callee) {
  switch (callee.nodeKind()) {
  case NodeKind::Constant:
  case NodeKind::Tuple:
  case NodeKind::List:
  case NodeKind::ListComp:
  case NodeKind::Dict:
  case NodeKind::DictComp:
  case NodeKind::Set:
  case NodeKind::SetComp:
  case NodeKind::GeneratorExp:
  case NodeKind::JoinedStr:
  case NodeKind::TemplateStr:
    return report(DiagnosticId::NotCallable, callee.range(), {typeName(callee)});
  default:
    return;
  }
}

void StatementChecker::checkComparison(const Compare &node) {
  const auto isSingleton = [&](const Expr *expr) {
    if (!isFoldedConstant(*expr))
      return true;
    const auto *constant = dynCast<Constant>(expr);
    if (!constant)
      return false;
    switch (constant->value.type) {
    case ConstantValue::Type::None:
    case ConstantValue::Type::True:
    case ConstantValue::Type::False:
    case ConstantValue::Type::Ellipsis:
      return true;
    default:
      return false;
    }
  };
  const Expr *left = folded(node.left);
  for (size_t i = 0; i < node.ops.size(); ++i) {
    const Expr *right = folded(node.comparators[i]);
    const bool isIs = node.ops[i] == CmpOperator::Is;
    if ((isIs || node.ops[i] == CmpOperator::IsNot) &&
        (!isSingleton(left) || !isSingleton(right))) {
      const Expr *literal = isSingleton(left) ? right : left;
      return report(isIs ? DiagnosticId::IsLiteral : DiagnosticId::IsNotLiteral, node.range(),
                    {typeName(*literal)});
    }
    left = right;
  }
}

void StatementChecker::checkSubscript(const Subscript &node) {
  const Expr &value = *node.value;
  const auto *constant = dynCast<Constant>(&value);
  const bool isText = constant && (constant->value.type == ConstantValue::Type::Str ||
                                   constant->value.type == ConstantValue::Type::Bytes);
  switch (value.nodeKind()) {
  case NodeKind::Constant:
    if (!isText)
      return report(DiagnosticId::NotSubscriptable, value.range(), {typeName(value)});
    break;
  case NodeKind::Set:
  case NodeKind::SetComp:
  case NodeKind::GeneratorExp:
  case NodeKind::Lambda:
  case NodeKind::TemplateStr:
    return report(DiagnosticId::NotSubscriptable, value.range(), {typeName(value)});
  case NodeKind::Tuple:
  case NodeKind::List:
  case NodeKind::ListComp:
  case NodeKind::JoinedStr:
    break;
  default:
    return;
  }
  const char *index = typeName(*node.slice);
  if (index && std::string_view(index) != "int" && std::string_view(index) != "bool")
    report(DiagnosticId::BadIndex, node.range(), {typeName(value), index});
}

} // namespace molt
