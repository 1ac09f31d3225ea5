#include "frontend/error_diagnosis.h"

#include "frontend/parser_state.h"

namespace molt {

static void reportLexerError(const SourceFile &file, const Lexer &lexer, Diagnostics &diagnostics) {
  const LexerError &error = lexer.error();
  const auto argument = [&](size_t i) {
    return i < error.arguments.size() ? std::string_view(error.arguments[i]) : std::string_view();
  };
  diagnostics.report(error.id, file, error.range, {argument(0), argument(1), argument(2)});
}

void reportSyntaxError(const SourceFile &file, const Lexer &lexer, const Parser &parser,
                       Diagnostics &diagnostics, const ParseOptions &options) {
  if (lexer.failed())
    return reportLexerError(file, lexer, diagnostics);
  if (parser.raised())
    return diagnostics.add(parser.error());
  const Token &token = lexer.tokens()[parser.failedAt()];
  diagnostics.report(DiagnosticId::InvalidSyntax, file, token.range());
}

} // namespace molt
