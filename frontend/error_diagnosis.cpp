#include "frontend/error_diagnosis.h"

#include "frontend/error_parser.h"
#include "frontend/keyword_suggestion.h"
#include "frontend/parser_state.h"

namespace molt {

namespace {

/// Beyond this many tokens in one statement the words are not worth the time and memory.
constexpr size_t largestDiagnosedStatement = 400'000;

Diagnostic lexerDiagnostic(const SourceFile &file, const Lexer &lexer) {
  const LexerError &error = lexer.error();
  const auto argument = [&](size_t i) {
    return i < error.arguments.size() ? std::string_view(error.arguments[i]) : std::string_view();
  };
  return {kindOf(error.id), formatMessage(error.id, {argument(0), argument(1), argument(2)}),
          file.path(), &file, error.range};
}

/// Errors that CPython's tokenizer raises itself; the others it only marks, and they do not replace
/// an error that the parser has found before.
bool isRaisedByTokenizer(DiagnosticId id) {
  switch (id) {
  case DiagnosticId::InconsistentTabs:
  case DiagnosticId::TooManyIndents:
  case DiagnosticId::UnindentMismatch:
  case DiagnosticId::CharacterAfterContinuation:
  case DiagnosticId::UnexpectedEof:
  case DiagnosticId::NeverClosed:
    return false;
  default:
    return true;
  }
}

/// An error of the rest of the text may explain better what is wrong than the parser's own.
Diagnostic preferLexer(Diagnostic found, uint32_t lastLine, const SourceFile &file,
                       const Lexer &lexer) {
  if (!lexer.failed() || lexer.failedInString())
    return found;
  if (isRaisedByTokenizer(lexer.error().id))
    return lexerDiagnostic(file, lexer);
  if (lexer.openParens().empty() || lastLine <= lexer.openParens().back().line)
    return found;
  const OpenParen &paren = lexer.openParens().back();
  return {DiagnosticKind::SyntaxError,
          formatMessage(DiagnosticId::NeverClosed, {std::string_view(&paren.character, 1)}),
          file.path(), &file, {paren.line, paren.column, 0, 0}};
}

} // namespace

void reportSyntaxError(const SourceFile &file, const Lexer &lexer, const Parser &parser,
                       Diagnostics &diagnostics, const ParseOptions &options) {
  const Token &failed = lexer.tokens()[parser.failedAt()];
  if (parser.raised()) {
    const bool isSyntax = parser.error().kind == DiagnosticKind::SyntaxError;
    return diagnostics.add(isSyntax ? preferLexer(parser.error(), failed.line, file, lexer)
                                    : parser.error());
  }
  const size_t first = parser.statementStart();
  if (parser.failedAt() - first > largestDiagnosedStatement) {
    if (failed.kind == TokenKind::Error)
      return diagnostics.add(lexerDiagnostic(file, lexer));
    Diagnostic general{DiagnosticKind::SyntaxError, "invalid syntax", file.path(), &file,
                       failed.range()};
    return diagnostics.add(preferLexer(std::move(general), failed.line, file, lexer));
  }
  ErrorParser errors(file, lexer, options, first, parser.barryAsBdfl());
  errors.run();
  if (errors.reachedLexerError())
    return diagnostics.add(lexerDiagnostic(file, lexer));
  if (errors.isFinal())
    return diagnostics.add(errors.error());
  Diagnostic found = preferLexer(errors.error(), errors.lastLine(), file, lexer);
  if (options.suggestKeywords)
    suggestKeyword(found, parser.lastCompoundLine(), options.version);
  diagnostics.add(std::move(found));
}

} // namespace molt
