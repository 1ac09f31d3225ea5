// The parser's core and its entry point.
#include "frontend/parser.h"

#include "frontend/error_diagnosis.h"
#include "frontend/parser_state.h"
#include "frontend/unicode.h"

#include <algorithm>

namespace molt {

Parser::Parser(const SourceFile &file, const Lexer &lexer, ast::Context &context,
               const ParseOptions &options)
    : file_(file), text_(file.text()), tokens_(lexer.tokens().data()),
      end_(lexer.tokens().size() - Lexer::lookahead), context_(context), version_(options.version),
      mode_(options.mode), poison_(context.create<ast::Name>({})) {}

bool Parser::expect(Kind kind) {
  if (accept(kind))
    return true;
  fail();
  return false;
}

void Parser::fail() {
  if (!failed_) {
    failed_ = true;
    failedAt_ = position_;
  }
  position_ = end_;
}

void Parser::raise(DiagnosticId id, const SourceRange &range,
                   std::initializer_list<std::string_view> arguments) {
  if (!raised_ && !failed_) {
    raised_ = true;
    error_ = {kindOf(id), formatMessage(id, arguments), file_.path(), &file_, range};
  }
  fail();
}

void Parser::warn(DiagnosticId id, const SourceRange &range,
                  std::initializer_list<std::string_view> arguments) {
  warnings_.push_back({kindOf(id), formatMessage(id, arguments), file_.path(), &file_, range});
}

SourceRange Parser::rangeFrom(size_t first) const {
  const Token &start = tokens_[first];
  size_t last = position_;
  do {
    if (last <= first)
      return start.range();
    --last;
  } while (tokens_[last].kind >= Kind::Newline && tokens_[last].kind <= Kind::Dedent);
  const Token &end = tokens_[last];
  return {start.line, start.column, end.endLine, end.endColumn};
}

Identifier Parser::identifierOf(const Token &token) {
  const std::string_view text = textOf(token);
  if (unicode::mayNeedNfkc(text))
    return context_.intern(unicode::nfkc(text));
  return context_.intern(text);
}

Identifier Parser::identifier() {
  if (!at(Kind::Name)) {
    fail();
    return context_.intern("?");
  }
  return identifierOf(tokens_[position_++]);
}

ast::Mod *Parser::parse() {
  ast::Mod *mod = nullptr;
  if (mode_ == ParseMode::Eval) {
    auto *expression = context_.create<ast::Expression>({});
    expression->body = tupleFrom(position_, parseExpression(), &Parser::parseExpression);
    while (accept(Kind::Newline))
      ;
    mod = expression;
  } else {
    ListBuilder<ast::Stmt> body(*this);
    if (mode_ == ParseMode::Exec)
      while (!at(Kind::EndMarker)) {
        previousStart_ = statementStart_;
        statementStart_ = position_;
        parseStatement(body);
      }
    else if (!at(Kind::EndMarker))
      parseStatement(body);
    accept(Kind::Newline);
    if (mode_ == ParseMode::Exec) {
      auto *module = context_.create<ast::Module>({});
      module->body = body.finish();
      mod = module;
    } else {
      auto *interactive = context_.create<ast::Interactive>({});
      interactive->body = body.finish();
      mod = interactive;
    }
  }
  expect(Kind::EndMarker);
  return failed_ ? nullptr : mod;
}

bool Parser::findNextFailure() {
  int depth = 0;
  size_t at = statementStart_;
  const auto mayStart = [&] {
    switch (tokens_[at].kind) {
    case Kind::Indent:
    case Kind::KwElse:
    case Kind::KwElif:
    case Kind::KwExcept:
    case Kind::KwFinally:
      return false;
    default:
      return tokens_[at - 1].kind == Kind::Newline || tokens_[at - 1].kind == Kind::Dedent;
    }
  };
  for (;; ++at) {
    if (tokens_[at].kind == Kind::EndMarker || tokens_[at].kind == Kind::Error)
      return false;
    if (at > failedAt_ && depth == 0 && tokens_[at].kind != Kind::Dedent && mayStart())
      break;
    depth += tokens_[at].kind == Kind::Indent;
    depth -= tokens_[at].kind == Kind::Dedent;
  }
  restartAt(at);
  while (!this->at(Kind::EndMarker)) {
    ListBuilder<ast::Stmt> body(*this);
    previousStart_ = statementStart_ = position_;
    parseStatement(body);
  }
  return failed_;
}

static Diagnostic diagnosticOf(const LexerWarning &warning, const SourceFile &file, PythonVersion version) {
  const bool hints = warning.id == DiagnosticId::InvalidEscape && version >= python314;
  const DiagnosticId id = hints ? DiagnosticId::InvalidEscapeHint : warning.id;
  return {kindOf(id), formatMessage(id, {warning.argument, warning.argument}), file.path(), &file, warning.range};
}

/// CPython's lexer and parser run in step, so that their warnings come in the order of the lines.
static void reportWarnings(const SourceFile &file, const Lexer &lexer, const std::vector<Diagnostic> &fromParser,
                           PythonVersion version, Diagnostics &diagnostics) {
  std::vector<Diagnostic> warnings;
  for (const LexerWarning &warning : lexer.warnings())
    warnings.push_back(diagnosticOf(warning, file, version));
  warnings.insert(warnings.end(), fromParser.begin(), fromParser.end());
  std::stable_sort(warnings.begin(), warnings.end(),
                   [](const Diagnostic &a, const Diagnostic &b) { return a.range.line < b.range.line; });
  for (Diagnostic &warning : warnings)
    diagnostics.add(std::move(warning));
}

ast::Mod *parseModule(const SourceFile &file, ast::Context &context, Diagnostics &diagnostics,
                      const ParseOptions &options) {
  Lexer lexer(file, options.version);
  lexer.run();
  Parser parser(file, lexer, context, options);
  ast::Mod *mod = parser.parse();
  if (!mod) {
    constexpr size_t mostErrors = 10;
    do {
      reportSyntaxError(file, lexer, parser, diagnostics, options);
    } while (options.severalErrors && options.mode == ParseMode::Exec && !lexer.failed() &&
             diagnostics.all().back().kind == DiagnosticKind::SyntaxError &&
             diagnostics.errorCount() < mostErrors && parser.findNextFailure());
    return nullptr;
  }
  reportWarnings(file, lexer, parser.warnings(), options.version, diagnostics);
  return mod;
}

} // namespace molt
