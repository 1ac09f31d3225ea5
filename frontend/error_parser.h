// Interprets the error grammar over the tokens of a program that does not parse, as CPython does: a
// first reading finds how far the grammar gets, a second one tries the rules for wrong programs.
#pragma once

#include "frontend/ast.h"
#include "frontend/diagnostics.h"
#include "frontend/error_grammar.h"
#include "frontend/lexer.h"
#include "frontend/parser.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace molt {

class Parser;

class ErrorParser {
public:
  /// `firstToken` is where the wrong statement starts.
  ErrorParser(const SourceFile &file, const Lexer &lexer, const ParseOptions &options,
              size_t firstToken, bool barryAsBdfl);
  ~ErrorParser();

  void run();

  /// A reading reached the place where the lexer failed.
  bool reachedLexerError() const { return reachedLexerError_; }
  /// The error that a rule raised, or the general one.
  const Diagnostic &error() const { return *error_; }
  /// Whether nothing that the lexer finds later can explain the program better.
  bool isFinal() const { return isFinal_; }
  /// The line of the last token read.
  uint32_t lastLine() const { return tokens_[filled_ - 1].line; }

private:
  using Item = ErrorGrammar::Item;
  using Alternative = ErrorGrammar::Alternative;
  static constexpr int failed = -1;

  struct Capture {
    int first = 0;
    int last = 0;
    uint16_t item = 0;
  };
  using Captures = std::array<Capture, 3>;

  int matchRule(uint16_t rule, int at);
  int matchAlternatives(const std::vector<uint16_t> &alternatives, int at, Captures &captures);
  int matchSequence(const Alternative &alternative, int at, Captures &captures, bool &cut);
  int matchItem(uint16_t item, int at, Captures &captures);
  int matchGather(const Item &item, int at, Captures &captures);
  int matchToken(TokenKind kind, int at);
  int matchForced(const Item &item, int at);
  const Token &token(int at);
  std::string_view textOf(int at);

  // ---- actions: what a rule for wrong programs says (error_actions.cpp) ----
  void act(const Alternative &alternative, const Captures &captures, int at);
  void call(std::string_view function, const Captures &captures, int at);
  void callTarget(const Capture &capture, std::string_view verb, bool isDelete, bool isLoop);
  void callGenerator(const Capture &args, const Capture &clauses);
  void callMissingComma(const Capture &a, const Capture &b, int at);
  void callBound(const Capture &colon, const Capture &bound, std::string_view what);
  void callMixedTemplates(const Capture &a, const Capture &b);
  void raise(DiagnosticKind kind, const SourceRange &range, std::string message);
  std::string words(std::string_view text, const Captures &captures);
  bool isRule(const Capture &capture, std::string_view name) const;
  /// The captured tokens as an expression's tree, or null.
  const ast::Expr *expressionOf(const Capture &capture);
  SourceRange rangeOf(const Capture &capture);
  SourceRange tokenRange(const Capture &capture) const;
  SourceRange lastTokenRange();
  SourceRange rangeFromTo(const SourceRange &from);
  SourceRange endOfClauses(const Capture &clauses);
  void raiseGeneral();

  const SourceFile &file_;
  const Lexer &lexer_;
  const ParseOptions options_;
  const std::vector<Token> &tokens_;
  const ErrorGrammar grammar_;
  const int firstToken_;
  const bool barryAsBdfl_;
  bool callInvalid_ = false;
  bool stop_ = false;
  bool reachedLexerError_ = false;
  bool isFinal_ = false;
  int filled_ = 0; ///< tokens read so far, in either reading
  int depth_ = 0;
  std::optional<Diagnostic> error_;
  std::unordered_map<uint64_t, int> memo_;
  ast::Context context_;
  std::unique_ptr<Parser> parser_; ///< makes trees of captures
};

} // namespace molt
