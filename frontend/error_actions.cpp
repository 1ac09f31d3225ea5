// What the error grammar's actions say, and where: CPython's rules on the place of an error, and the
// few messages that need to look at a tree.
#include "frontend/error_parser.h"

#include "frontend/parser_state.h"

namespace molt {

using namespace ast;

/// What CPython calls an expression in "cannot assign to ...".
static std::string_view kindName(const Expr *expr) {
  switch (expr->nodeKind()) {
  case NodeKind::Attribute:
    return "attribute";
  case NodeKind::Subscript:
    return "subscript";
  case NodeKind::Starred:
    return "starred";
  case NodeKind::Name:
    return "name";
  case NodeKind::List:
    return "list";
  case NodeKind::Tuple:
    return "tuple";
  case NodeKind::Lambda:
    return "lambda";
  case NodeKind::Call:
    return "function call";
  case NodeKind::BoolOp:
  case NodeKind::BinOp:
  case NodeKind::UnaryOp:
    return "expression";
  case NodeKind::GeneratorExp:
    return "generator expression";
  case NodeKind::Yield:
  case NodeKind::YieldFrom:
    return "yield expression";
  case NodeKind::Await:
    return "await expression";
  case NodeKind::ListComp:
    return "list comprehension";
  case NodeKind::SetComp:
    return "set comprehension";
  case NodeKind::DictComp:
    return "dict comprehension";
  case NodeKind::Dict:
    return "dict literal";
  case NodeKind::Set:
    return "set display";
  case NodeKind::JoinedStr:
  case NodeKind::FormattedValue:
    return "f-string expression";
  case NodeKind::TemplateStr:
  case NodeKind::Interpolation:
    return "t-string expression";
  case NodeKind::Compare:
    return "comparison";
  case NodeKind::IfExp:
    return "conditional expression";
  case NodeKind::NamedExpr:
    return "named expression";
  case NodeKind::Constant:
    switch (cast<Constant>(expr)->value.type) {
    case ConstantValue::Type::None:
      return "None";
    case ConstantValue::Type::True:
      return "True";
    case ConstantValue::Type::False:
      return "False";
    case ConstantValue::Type::Ellipsis:
      return "ellipsis";
    default:
      return "literal";
    }
  default:
    return "expression";
  }
}

// ---- places ------------------------------------------------------------------------------------

bool ErrorParser::isRule(const Capture &capture, std::string_view name) const {
  const Item &item = grammar_.items[capture.item];
  return item.op == ErrorGrammar::Op::Rule && grammar_.rules[item.value].name == name;
}

const Expr *ErrorParser::expressionOf(const Capture &capture) {
  return parser_->reparse(capture.first, capture.last);
}

/// From the first token to the last, without a trailing comma.
SourceRange ErrorParser::tokenRange(const Capture &capture) const {
  int last = capture.last - 1;
  if (last > capture.first && tokens_[last].kind == TokenKind::Comma)
    --last;
  return tokens_[capture.first].range().through(tokens_[last].range());
}

SourceRange ErrorParser::rangeOf(const Capture &capture) {
  if (capture.last - capture.first <= 1)
    return tokens_[capture.first].range();
  const Item &item = grammar_.items[capture.item];
  if (item.op == ErrorGrammar::Op::Rule) {
    const std::string_view name = grammar_.rules[item.value].name;
    if (name == "for_if_clauses")
      return endOfClauses(capture);
    if (name.find("param") != std::string_view::npos || name.ends_with("patterns") ||
        name == "star_named_expressions" || name == "args")
      return tokenRange(capture);
  }
  if (const Expr *expr = expressionOf(capture))
    return expr->range();
  return tokenRange(capture);
}

/// The last iterable or condition of comprehension clauses.
SourceRange ErrorParser::endOfClauses(const Capture &clauses) {
  const Span<Comprehension *> found = parser_->reparseClauses(clauses.first);
  if (found.empty())
    return tokenRange(clauses);
  const Comprehension *last = found.back();
  return (last->ifs.empty() ? last->iter : last->ifs.back())->range();
}

/// Where CPython reports an error "at the last token": tokens without text stand just before the
/// column that the tokenizer has reached.
SourceRange ErrorParser::lastTokenRange() {
  const Token &last = tokens_[filled_ - 1];
  if (last.kind == TokenKind::Indent || last.kind == TokenKind::Dedent ||
      last.kind == TokenKind::EndMarker)
    return {last.line, last.column - 1, 0, 0};
  return last.range();
}

/// From a start to where the tokenizer stands now.
SourceRange ErrorParser::rangeFromTo(const SourceRange &from) {
  const Token &last = tokens_[filled_ - 1];
  return {from.line, from.column, last.endLine, last.endColumn - 1};
}

void ErrorParser::raise(DiagnosticKind kind, const SourceRange &range, std::string message) {
  stop_ = true;
  error_ = Diagnostic{kind, std::move(message), file_.path(), &file_, range};
}

// ---- words -------------------------------------------------------------------------------------

/// Fills in {a}, {line a} and {text a}.
std::string ErrorParser::words(std::string_view text, const Captures &captures) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos || close == i + 1) {
      out += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, close - i - 1);
    const char letter = name.back();
    const bool isField = letter >= 'a' && letter <= 'c' &&
                         (name.size() == 1 || name.starts_with("line ") || name.starts_with("text "));
    if (!isField) {
      out += text[i];
      continue;
    }
    const Capture &capture = captures[letter - 'a'];
    if (name.starts_with("line "))
      out += std::to_string(tokens_[capture.first].line);
    else if (name.starts_with("text "))
      out += textOf(capture.first);
    else if (const Expr *expr = expressionOf(capture))
      out += kindName(expr);
    else
      out += "expression";
    i = close;
  }
  return out;
}

// ---- actions -----------------------------------------------------------------------------------

void ErrorParser::act(const Alternative &alternative, const Captures &captures, int at) {
  using Action = ErrorGrammar::Action;
  const auto error = [&](const SourceRange &range) {
    raise(DiagnosticKind::SyntaxError, range, words(alternative.text, captures));
  };
  switch (alternative.action) {
  case Action::None:
    return;
  case Action::At:
    return error(rangeOf(captures[alternative.from]));
  case Action::Span: {
    const SourceRange from = rangeOf(captures[alternative.from]);
    return error(from.through(rangeOf(captures[alternative.to])));
  }
  case Action::From:
    return error(rangeFromTo(rangeOf(captures[alternative.from])));
  case Action::Last:
    return error(lastTokenRange());
  case Action::Next: {
    const Token &next = token(at);
    if (!stop_)
      error(next.range());
    return;
  }
  case Action::Indent:
    return raise(DiagnosticKind::IndentationError, lastTokenRange(),
                 words(alternative.text, captures));
  case Action::Call:
    return call(alternative.text, captures, at);
  }
}

void ErrorParser::call(std::string_view function, const Captures &captures, int at) {
  const Capture &a = captures[0], &b = captures[1];
  const auto error = [&](const SourceRange &range, std::string message) {
    raise(DiagnosticKind::SyntaxError, range, std::move(message));
  };
  if (function == "assignmentTarget")
    return callTarget(a, "assign to", false, false);
  if (function == "deleteTarget")
    return callTarget(a, "delete", true, false);
  if (function == "loopTarget")
    return callTarget(a, "assign to", false, true);
  if (function == "missingComma")
    return callMissingComma(a, b, at);
  if (function == "generatorAmongArguments")
    return callGenerator(a, b);
  if (function == "boundOfTypeVarTuple")
    return callBound(a, b, "TypeVarTuple");
  if (function == "boundOfParamSpec")
    return callBound(a, b, "ParamSpec");
  if (function == "mixedTemplates")
    return callMixedTemplates(a, b);
  if (function == "partOfString")
    return error(tokenRange(a), "invalid syntax. Is this intended to be part of the string?");
  if (function == "legacyCall") {
    const std::string name(textOf(a.first));
    if (name == "print" || name == "exec")
      error(tokens_[a.first].range().through(rangeOf(b)),
            "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
    return;
  }
  if (function == "missingColonInDict") {
    const SourceRange range = rangeOf(a);
    return error({range.line, range.endColumn - 1, 0, 0}, "':' expected after dictionary key");
  }
  if (function == "positionalAfterKeyword") {
    const bool unpacks = parser_->reparseArguments(a.first, a.last).unpacksMapping;
    return error(lastTokenRange(), unpacks
                                       ? "positional argument follows keyword argument unpacking"
                                       : "positional argument follows keyword argument");
  }
  assert(false && "the error grammar calls a function that does not exist");
}

/// The first part of a target that cannot be one, or null.
static const Expr *invalidTarget(const Expr *expr, bool isDelete, bool isLoop) {
  const auto firstOf = [&](Span<Expr *> elts) -> const Expr * {
    for (const Expr *element : elts)
      if (const Expr *found = invalidTarget(element, isDelete, isLoop))
        return found;
    return nullptr;
  };
  switch (expr->nodeKind()) {
  case NodeKind::List:
    return firstOf(cast<List>(expr)->elts);
  case NodeKind::Tuple:
    return firstOf(cast<Tuple>(expr)->elts);
  case NodeKind::Starred:
    return isDelete ? expr : invalidTarget(cast<Starred>(expr)->value, isDelete, isLoop);
  case NodeKind::Compare: {
    // `for x in y` reads as a comparison: its left side is the target.
    const auto *compare = cast<Compare>(expr);
    if (!isLoop)
      return expr;
    return compare->ops[0] == CmpOperator::In ? invalidTarget(compare->left, isDelete, isLoop)
                                              : nullptr;
  }
  case NodeKind::Name:
  case NodeKind::Subscript:
  case NodeKind::Attribute:
    return nullptr;
  default:
    return expr;
  }
}

void ErrorParser::callTarget(const Capture &capture, std::string_view verb, bool isDelete,
                             bool isLoop) {
  const Expr *expr = expressionOf(capture);
  const Expr *wrong = expr ? invalidTarget(expr, isDelete, isLoop) : nullptr;
  if (wrong)
    raise(DiagnosticKind::SyntaxError, wrong->range(),
          "cannot " + std::string(verb) + " " + std::string(kindName(wrong)));
}

void ErrorParser::callMissingComma(const Capture &a, const Capture &b, int at) {
  if (a.last - a.first == 1 && (textOf(a.first) == "print" || textOf(a.first) == "exec") &&
      tokens_[a.first].kind == TokenKind::Name)
    return;
  if (tokens_[at - 1].level == 0)
    return;
  raise(DiagnosticKind::SyntaxError, rangeOf(a).through(rangeOf(b)),
        "invalid syntax. Perhaps you forgot a comma?");
}

void ErrorParser::callGenerator(const Capture &args, const Capture &clauses) {
  const Parser::ArgumentSummary found = parser_->reparseArguments(args.first, args.last);
  if (found.positional > 1)
    raise(DiagnosticKind::SyntaxError, found.lastPositional.through(endOfClauses(clauses)),
          "Generator expression must be parenthesized");
}

void ErrorParser::callBound(const Capture &colon, const Capture &bound, std::string_view what) {
  const Expr *expr = expressionOf(bound);
  const bool isTuple = expr && isa<Tuple>(expr);
  raise(DiagnosticKind::SyntaxError, rangeFromTo(tokens_[colon.first].range()),
        std::string("cannot use ") + (isTuple ? "constraints" : "bound") + " with " +
            std::string(what));
}

void ErrorParser::callMixedTemplates(const Capture &a, const Capture &b) {
  // The last literal of a: a plain one is one token, others go back to their start.
  int first = a.last - 1;
  if (tokens_[first].kind != TokenKind::String)
    for (int depth = 0; first > a.first; --first) {
      const TokenKind kind = tokens_[first].kind;
      depth += kind == TokenKind::FStringEnd || kind == TokenKind::TStringEnd;
      depth -= kind == TokenKind::FStringStart || kind == TokenKind::TStringStart;
      if (depth == 0)
        break;
    }
  raise(DiagnosticKind::SyntaxError,
        tokens_[first].range().through(tokens_[b.last - 1].range()),
        "cannot mix t-string literals with string or bytes literals");
}

} // namespace molt
