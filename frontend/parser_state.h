// The parser's class, private to the parser_*.cpp files: recursive descent over the lexer's tokens,
// precedence climbing for binary operators, one file for each area of the grammar.
//
// The parser answers one question fast: what is the tree of this correct program. It does not
// explain errors: when it meets a token that fits nowhere it gives up (fail()), and
// error_diagnosis.cpp finds the words.
//
// Invariants:
// 1. After fail() the cursor stands on the final EndMarker, so every loop ends by itself, and what
//    the parse functions return is some node that nobody will look at: never null where the grammar
//    demands a node.
// 2. Time is linear: only `match` statements and `with (` are parsed speculatively, and both only
//    over expressions, which hold no statements.
#pragma once

#include "frontend/ast.h"
#include "frontend/lexer.h"
#include "frontend/parser.h"

#include <string>
#include <vector>

namespace molt {

/// Recursion of the parser itself; CPython refuses deeper sources, too.
inline constexpr int maximumParserDepth = 3000;

class Parser {
public:
  Parser(const SourceFile &file, const Lexer &lexer, ast::Context &context,
         const ParseOptions &options);

  /// Null after a failure: then either error() was raised, or the tokens are no program.
  ast::Mod *parse();

  /// After a failure: goes on with the next statement of the module that is surely one. False when
  /// there is none; else parses on, and true means that it failed again.
  bool findNextFailure();

  /// An error that the grammar cannot express (a bad escape, a too long number).
  bool raised() const { return raised_; }
  const Diagnostic &error() const { return error_; }
  /// The token at which the parser gave up, and the first of the outermost statement around it. A
  /// statement that fails at once may be the wrong continuation of the one before (an `elif` after
  /// an `else`): then that one's.
  size_t failedAt() const { return failedAt_; }
  size_t statementStart() const {
    return failedAt_ <= statementStart_ + 1 ? previousStart_ : statementStart_;
  }
  /// Where the last compound statement that was read completely begins; 0: nowhere.
  uint32_t lastCompoundLine() const { return lastCompoundLine_; }
  bool barryAsBdfl() const { return barryAsBdfl_; }
  /// Warnings for a tree that was accepted.
  const std::vector<Diagnostic> &warnings() const { return warnings_; }

  // ---- pieces of a wrong program, for its error message (parser_reparse.cpp) ----
  /// The expression that the tokens [first, last) are, or null.
  ast::Expr *reparse(size_t first, size_t last);
  Span<ast::Comprehension *> reparseClauses(size_t first);
  struct ArgumentSummary {
    int positional = 0;
    SourceRange lastPositional{};
    bool unpacksMapping = false;
  };
  ArgumentSummary reparseArguments(size_t first, size_t last);

private:
  template <typename T> class ListBuilder;
  class DepthGuard;
  using Kind = TokenKind;

  // ---- tokens (parser.cpp) ----
  const Token &current() const { return tokens_[position_]; }
  const Token &next(size_t distance = 1) const { return tokens_[position_ + distance]; }
  bool at(Kind kind) const { return current().kind == kind; }
  bool atName(std::string_view text) const { return at(Kind::Name) && textOf(current()) == text; }
  bool accept(Kind kind) { return at(kind) ? (++position_, true) : false; }
  /// Moves past a token of that kind, or fails.
  bool expect(Kind kind);
  std::string_view textOf(const Token &token) const {
    return text_.substr(token.start, token.end - token.start);
  }
  void fail();
  void restartAt(size_t position);
  void raise(DiagnosticId id, const SourceRange &range,
             std::initializer_list<std::string_view> arguments = {});
  void warn(DiagnosticId id, const SourceRange &range,
            std::initializer_list<std::string_view> arguments);
  /// From token `first` to the last token that is neither newline nor indentation.
  SourceRange rangeFrom(size_t first) const;
  Identifier identifier();
  Identifier identifierOf(const Token &token);

  // ---- nodes ----
  template <typename T> T *make(size_t first) { return context_.create<T>(rangeFrom(first)); }
  /// Computes the height of a node whose fields are set; refuses a tree that is too high.
  template <typename T> T *done(T *node);
  ast::Expr *someExpr() { return poison_; }

  // ---- expressions (parser_expressions.cpp) ----
  ast::Expr *parseNamedExpression();
  ast::Expr *parseExpression();
  ast::Expr *parseDisjunction();
  ast::Expr *parseConjunction();
  ast::Expr *parseInversion();
  ast::Expr *parseComparison();
  bool comparisonOperator(ast::CmpOperator &op);
  ast::Expr *parseBinary(int lowest);
  ast::Expr *parseBitwiseOr() { return parseBinary(1); }
  ast::Expr *parseFactor();
  ast::Expr *parsePower();
  ast::Expr *parseLambda();
  ast::Expr *parseYield();
  ast::Expr *parseStarExpression();
  ast::Expr *parseStarExpressions();
  ast::Expr *parseStarNamedExpression();
  ast::Expr *parseAnnotatedRhs();
  ast::Expr *parseStarNamedTuple();
  ast::Expr *parseStarredArgument();
  ast::Expr *tupleFrom(size_t first, ast::Expr *head, ast::Expr *(Parser::*element)());
  ast::Expr *starred(ast::Expr *(Parser::*operand)());
  bool canStartExpression() const;

  // ---- primaries and displays (parser_primaries.cpp) ----
  ast::Expr *parsePrimary();
  ast::Expr *parseAtom();
  ast::Expr *constant(ast::ConstantValue::Type type);
  ast::Expr *parseCall(size_t first, ast::Expr *callee);
  /// What stands between the parentheses of a call or class statement; a lone generator expression
  /// is allowed in calls only, and starts at the parenthesis.
  void parseArguments(bool allowGenerator, Span<ast::Expr *> &args,
                      Span<ast::Keyword *> &keywords);
  ast::Keyword *parseKeyword();
  ast::Expr *parseSubscript(size_t first, ast::Expr *value);
  ast::Expr *parseSliceOrStar();
  ast::Expr *parseSlice();
  ast::Expr *parseParenthesized();
  ast::Expr *parseList();
  ast::Expr *parseBraces();
  ast::Expr *parseDict(size_t first, ast::Expr *head);
  ast::Expr *parseSet(size_t first, ast::Expr *head);
  bool atComprehension() const;
  Span<ast::Comprehension *> parseComprehensions();
  ast::Comprehension *parseComprehension();
  ast::Expr *parseNumber();

  // ---- targets (parser_targets.cpp) ----
  enum class TargetKind { Store, Single, Delete };
  /// Turns an expression into a target, or fails where it cannot be one.
  void toTarget(ast::Expr *expr, TargetKind kind);
  ast::Expr *parseStarTargets();
  ast::Expr *parseStarTarget();

  // ---- strings (parser_strings.cpp, string_literal.cpp) ----
  ast::Expr *parseStrings();
  struct StringPart;
  void parseFString(std::vector<StringPart> &parts, bool isTemplate);
  struct FieldStyle {
    bool isTemplate;
    bool isRaw;
    bool inFormatSpec;
  };
  void parseReplacementField(std::vector<StringPart> &parts, FieldStyle style);
  ast::JoinedStr *parseFormatSpec(FieldStyle style);
  ast::Expr *middle(const Token &token, const Token &errorToken, bool isRaw);
  Span<ast::Expr *> foldParts(std::vector<StringPart> &parts, bool dropEmpty);
  std::string_view fieldSource(uint32_t from, uint32_t to);
  ast::Expr *plainString(const Token &token, bool &isBytes);
  std::string_view decodeEscapes(std::string_view body, const Token &token, bool isBytes);
  ast::Constant *stringConstant(std::string_view text, const SourceRange &range);

  // ---- simple statements (parser_simple.cpp) ----
  void parseSimpleStatements(ListBuilder<ast::Stmt> &into);
  ast::Stmt *parseSimpleStatement();
  ast::Stmt *parseExpressionStatement();
  ast::Stmt *parseAnnotation(size_t first, ast::Expr *target);
  ast::Stmt *parseAssignment(size_t first, ast::Expr *target);
  ast::Stmt *parseAugmentedAssignment(size_t first, ast::Expr *target, ast::Operator op);
  ast::Stmt *parseReturn();
  ast::Stmt *parseRaise();
  ast::Stmt *parseDelete();
  ast::Stmt *parseAssert();
  ast::Stmt *parseImport();
  ast::Stmt *parseImportFrom();
  void checkFeature(const ast::Alias &alias);
  ast::Alias *parseImportAlias();
  ast::Alias *parseDottedAlias();
  Identifier parseDottedName();
  template <typename T> ast::Stmt *parseNameList();
  template <typename T> ast::Stmt *parseKeywordStatement();
  ast::Stmt *parseTypeAlias();

  // ---- compound statements (parser_compound.cpp) ----
  void parseStatement(ListBuilder<ast::Stmt> &into);
  ast::Stmt *parseCompound();
  void noteCompound(const ast::Stmt *statement);
  Span<ast::Stmt *> parseBlock();
  ast::Stmt *parseIf();
  ast::Stmt *parseWhile();
  ast::Stmt *parseFor(bool isAsync);
  ast::Stmt *parseWith(bool isAsync);
  bool parseParenthesizedItems(Span<ast::WithItem *> &items);
  ast::WithItem *parseWithItem();
  ast::Stmt *parseTry();
  ast::ExceptHandler *parseHandler(bool isFirst, bool &isStar);
  ast::Stmt *parseDecorated();
  ast::Stmt *parseFunction(bool isAsync, Span<ast::Expr *> decorators);
  ast::Stmt *parseClass(Span<ast::Expr *> decorators);
  ast::Stmt *parseAsync(Span<ast::Expr *> decorators);
  Span<ast::Stmt *> parseElse();

  // ---- parameters (parser_parameters.cpp) ----
  ast::Arguments *parseParameters(Kind close);
  ast::Arg *parseParameter(bool annotated, bool starAnnotation);
  Span<ast::TypeParam *> parseTypeParams();
  ast::TypeParam *parseTypeParam();

  // ---- patterns (parser_patterns.cpp) ----
  bool mayBeMatchStatement() const;
  ast::Stmt *tryParseMatch();
  ast::MatchCase *parseCase();
  ast::Pattern *parsePatterns();
  ast::Pattern *parseOpenSequence(size_t first, ast::Pattern *head, Kind close);
  ast::Pattern *parseMaybeStarPattern();
  ast::Pattern *parsePattern();
  ast::Pattern *parseOrPattern();
  ast::Pattern *parseClosedPattern();
  ast::Pattern *parseNamePattern();
  ast::Pattern *parseClassPattern(size_t first, ast::Expr *cls);
  ast::Pattern *parseGroupOrSequence();
  ast::Pattern *parseMappingPattern();
  ast::Expr *parseNumberPattern();
  ast::Expr *parseSignedNumber();
  ast::Expr *parseMappingKey();
  Identifier parseCaptureTarget();

  const SourceFile &file_;
  const std::string_view text_;
  const Token *tokens_;
  const size_t end_; ///< index of the EndMarker
  size_t position_ = 0;
  ast::Context &context_;
  const PythonVersion version_;
  const ParseMode mode_;
  bool failed_ = false;
  bool raised_ = false;
  bool barryAsBdfl_ = false; ///< after `from __future__ import barry_as_FLUFL`
  int depth_ = 0;
  size_t failedAt_ = 0;
  size_t statementStart_ = 0;
  size_t previousStart_ = 0;
  uint32_t lastCompoundLine_ = 0;
  Diagnostic error_{};
  std::vector<Diagnostic> warnings_;
  std::vector<void *> scratch_;
  std::string buffer_;
  ast::Expr *poison_;
};

/// Collects the children of a node on the parser's scratch stack; lists may nest.
template <typename T> class Parser::ListBuilder {
public:
  explicit ListBuilder(Parser &parser) : parser_(parser), mark_(parser.scratch_.size()) {}
  ListBuilder(const ListBuilder &) = delete;
  ~ListBuilder() { parser_.scratch_.resize(mark_); }

  void add(T *node) { parser_.scratch_.push_back(node); }
  size_t size() const { return parser_.scratch_.size() - mark_; }
  Span<T *> finish() {
    const size_t count = size();
    if (count == 0)
      return {};
    T **to = static_cast<T **>(parser_.context_.arena().allocate(count * sizeof(T *), alignof(T *)));
    for (size_t i = 0; i < count; ++i)
      to[i] = static_cast<T *>(parser_.scratch_[mark_ + i]);
    return Span<T *>(to, count);
  }

private:
  Parser &parser_;
  size_t mark_;
};

/// Counts the parser's own recursion, and refuses to go too deep.
class Parser::DepthGuard {
public:
  explicit DepthGuard(Parser &parser) : parser_(parser) {
    if (++parser.depth_ > maximumParserDepth)
      parser.raise(DiagnosticId::ParserStackOverflow, {});
  }
  ~DepthGuard() { --parser_.depth_; }

private:
  Parser &parser_;
};

namespace ast {
// The height of a node's highest child, for each class.
#define MOLT_AST_NODE(Base, Class, py, attributes)                                                 \
  inline uint16_t highestChild(const Class &node) {                                                \
    uint16_t height = 0;                                                                           \
    const auto take = [&](const Node *child) {                                                     \
      if (child && child->height() > height)                                                       \
        height = child->height();                                                                  \
    };                                                                                             \
    (void)take;
#define MOLT_AST_CHILD(T, name) take(node.name);
#define MOLT_AST_OPTIONAL(T, name) take(node.name);
#define MOLT_AST_CHILDREN(T, name)                                                                 \
  for (const Node *child : node.name)                                                              \
    take(child);
#define MOLT_AST_HOLES(T, name)                                                                    \
  for (const Node *child : node.name)                                                              \
    take(child);
#define MOLT_AST_END(Class)                                                                        \
  return height;                                                                                   \
  }
#include "frontend/ast_nodes.def"
} // namespace ast

template <typename T> T *Parser::done(T *node) {
  const uint16_t height = ast::highestChild(*node) + 1;
  node->setHeight(height);
  if (height > ast::maximumHeight)
    raise(DiagnosticId::TooDeep, node->range());
  return node;
}

} // namespace molt
