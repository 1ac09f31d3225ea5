// Source text to tokens: indentation, line joining, literals, and the pieces of f- and t-strings.
// The whole file is tokenised at once; parsing then moves freely over the tokens.
//
// Invariant: the tokens end with `lookahead` EndMarkers. When the text is wrong somewhere, an Error
// token stands before them, and error() says what CPython would raise on reaching that place.
#pragma once

#include "frontend/diagnostics.h"
#include "frontend/python_version.h"
#include "frontend/source.h"

#include <string>
#include <vector>

namespace molt {

enum class TokenKind : uint8_t {
#define MOLT_TOKEN(Kind) Kind,
#include "frontend/tokens.def"
};

/// The spelling of a keyword or punctuation; of others, a name such as "NEWLINE".
const char *spelling(TokenKind kind);
inline bool isKeyword(TokenKind kind) { return kind >= TokenKind::KwFalse; }

struct Token {
  uint32_t start; ///< byte offsets into the text
  uint32_t end;
  uint32_t line;
  uint32_t column;
  uint32_t endLine;
  uint32_t endColumn;
  TokenKind kind;
  /// Parentheses open after this token.
  uint8_t level;

  SourceRange range() const { return {line, column, endLine, endColumn}; }
};

/// A failure of the lexer, as CPython's tokenizer reports it.
struct LexerError {
  DiagnosticId id;
  SourceRange range;
  std::vector<std::string> arguments;
};

/// An open parenthesis.
struct OpenParen {
  char character;
  uint32_t line;
  uint32_t column;
};

/// A warning that the lexer found: a number that runs into a keyword, an escape that is none.
struct LexerWarning {
  DiagnosticId id;
  SourceRange range;
  std::string argument;
};

class Lexer {
public:
  /// EndMarkers after the last token, so that a parser may look ahead without a check.
  static constexpr size_t lookahead = 4;

  Lexer(const SourceFile &file, PythonVersion version);
  void run();

  const std::vector<Token> &tokens() const { return tokens_; }
  bool failed() const { return failed_; }
  const LexerError &error() const { return error_; }
  /// The parentheses that are open at the end of the text.
  const std::vector<OpenParen> &openParens() const { return parens_; }
  /// Whether the lexer failed inside of an f- or t-string.
  bool failedInString() const { return !modes_.empty(); }
  const std::vector<LexerWarning> &warnings() const { return warnings_; }

private:
  /// One f-string that is being read. CPython's rules on which '}' closes what hang on the depth of
  /// brackets of any kind inside the string.
  struct StringMode {
    char quote;
    uint8_t quoteSize;
    bool isRaw;
    bool isTemplate;
    bool inMiddle;       ///< reading literal text, not an expression
    bool inFormatSpec;
    int depth;           ///< open brackets inside this string
    int expressionDepth; ///< depth at which the current replacement field opened; -1: none
    uint32_t start, line, lineStart;
  };

  void tokenize();
  void indentation();
  bool measureIndentation(uint32_t &column, uint32_t &tabColumn);
  void changeIndentation(uint32_t column, uint32_t tabColumn);
  void normalToken();
  void name();
  bool verifyIdentifier(uint32_t from);
  void number();
  bool digits(bool (*isDigit)(char), const char *kindName, char largest);
  bool decimalTail();
  bool endOfNumber(const char *kindName);
  bool followedByKeyword() const;
  void string(uint32_t from);
  void stringStart(uint32_t from, bool isRaw, bool isTemplate);
  void stringMiddle();
  void unterminatedString(uint32_t from, uint32_t fromLine, uint32_t fromLineStart, bool isTriple,
                          bool escapedQuote);
  void unterminatedMiddle();
  void incompatiblePrefixes(uint32_t from);
  void punctuation();
  void open(char c);
  void close(char c);
  bool lineContinuation();
  void endOfFile();
  void failNeverClosed();
  void invalidCharacter(uint32_t at);

  char at(uint32_t offset) const { return text_[offset]; }
  char current() const { return text_[cursor_]; }
  bool atEnd() const { return cursor_ >= size_; }
  bool inExpression() const { return !modes_.empty() && modes_.back().expressionDepth >= 0; }
  const char *stringLetter() const { return modes_.back().isTemplate ? "t" : "f"; }
  void newLine() {
    ++line_;
    lineStart_ = cursor_;
  }
  void emit(TokenKind kind, uint32_t from, uint32_t fromLine, uint32_t fromLineStart);
  void emit(TokenKind kind, uint32_t from) { emit(kind, from, line_, lineStart_); }
  /// Fails at the last character read, as CPython's tokenizer does.
  void fail(DiagnosticId id, std::initializer_list<std::string_view> arguments = {});
  void failAt(DiagnosticId id, const SourceRange &range,
              std::initializer_list<std::string_view> arguments = {});
  void warn(DiagnosticId id, std::string argument);

  const SourceFile &file_;
  const PythonVersion version_;
  const char *text_;
  const uint32_t size_;
  uint32_t cursor_ = 0;
  uint32_t line_ = 1;
  uint32_t lineStart_ = 0;
  uint32_t commentStart_ = 0; ///< of the comment before the current character, or the latter
  bool atLineStart_ = true;
  bool failed_ = false;
  std::vector<Token> tokens_;
  std::vector<OpenParen> parens_;
  std::vector<StringMode> modes_;
  std::vector<uint32_t> indents_{0};
  std::vector<uint32_t> tabIndents_{0};
  std::vector<LexerWarning> warnings_;
  LexerError error_{};
};

} // namespace molt
