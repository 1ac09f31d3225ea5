// The errors that CPython's code generator reports, and its warnings: statements in the wrong
// place, impossible targets, patterns that can never match. The walk follows the order in which
// CPython generates code, so that the first error is the same one.
#pragma once

#include "frontend/ast.h"
#include "frontend/diagnostics.h"
#include "frontend/scope.h"

#include <string>
#include <vector>

namespace molt {

class StatementChecker {
public:
  StatementChecker(const SourceFile &file, const ScopeTable &table, PythonVersion version);
  void check(const ast::Mod &module);

  bool failed() const { return failed_; }
  std::vector<Diagnostic> takeDiagnostics() { return std::move(found_); }

private:
  enum class Block : uint8_t { Loop, ExceptStarHandler, Other };
  enum class FrameKind : uint8_t { Module, Class, Function, AsyncFunction, Lambda, Generator };

  /// What becomes one code object.
  struct Frame {
    FrameKind kind;
    const Scope *scope;
    std::vector<Block> blocks;
    /// For the warnings about jumps out of `finally`: inside one, and inside a loop in it.
    bool inFinally = false;
    bool inLoopOfFinally = false;
  };
  class FrameGuard;
  class BlockGuard;

  /// The names that a pattern has bound so far.
  struct PatternNames {
    std::vector<Identifier> names;
    bool allowIrrefutable = false;
  };

  void report(DiagnosticId id, const SourceRange &range,
              std::initializer_list<std::string_view> arguments = {});
  Frame &frame() { return frames_.back(); }
  bool inFunction() const;

  // ---- statements (statement_checks.cpp) ----
  void visit(const ast::Node *node);
  void visitChildren(const ast::Node *node);
  template <typename T> void visitAll(Span<T *> nodes) {
    for (const ast::Node *node : nodes)
      if (node)
        visit(node);
  }
  template <typename T> void visitFunction(const T &node, bool isAsync);
  void visitLambda(const ast::Lambda &node);
  void visitClass(const ast::ClassDef &node);
  void visitDefaults(const ast::Arguments &arguments);
  void visitAnnotations(const ast::Arguments &arguments, const ast::Expr *returns);
  void visitAnnotation(const ast::Expr *annotation);
  void visitTypeParameters(Span<ast::TypeParam *> params);
  void visitReturn(const ast::Return &node);
  void visitJump(const ast::Stmt &node, bool isBreak);
  bool unwind(const SourceRange &range, bool toLoop);
  template <typename T> void visitFor(const T &node);
  void visitWhile(const ast::While &node);
  template <typename T> void visitWith(const T &node, size_t item);
  template <typename T> void visitTry(const T &node, bool isStar);
  void visitFinally(Span<ast::Stmt *> body);
  void visitImportFrom(const ast::ImportFrom &node);
  void push(Block block, const SourceRange &range);
  void pop() { frame().blocks.pop_back(); }

  // ---- expressions (expression_checks.cpp) ----
  void visitExpression(const ast::Node *node);
  void visitElements(const ast::Node &sequence, Span<ast::Expr *> elts, ast::ExprContext ctx);
  void visitCall(const ast::Call &node);
  void visitArguments(Span<ast::Expr *> args, Span<ast::Keyword *> keywords);
  void visitSubscript(const ast::Subscript &node);
  void visitComprehension(const ast::Expr &node, Span<ast::Comprehension *> generators,
                          const ast::Expr *element, const ast::Expr *value, bool isGenerator);
  void checkCallable(const ast::Expr &callee);
  void checkComparison(const ast::Compare &node);
  void checkSubscript(const ast::Subscript &node);
  const char *typeName(const ast::Expr &expr) const;
  const ast::Expr *folded(const ast::Expr *expr) const;
  bool isFoldedConstant(const ast::Expr &expr) const;

  // ---- match (pattern_checks.cpp) ----
  void visitMatch(const ast::Match &node);
  void visitPattern(const ast::Pattern &pattern, PatternNames &names);
  void visitSubpattern(const ast::Pattern &pattern, PatternNames &names);
  void visitOrPattern(const ast::MatchOr &pattern, PatternNames &names);
  void visitMappingPattern(const ast::MatchMapping &pattern, PatternNames &names);
  void visitClassPattern(const ast::MatchClass &pattern, PatternNames &names);
  void visitSequencePattern(const ast::MatchSequence &pattern, PatternNames &names);
  void bind(Identifier name, const SourceRange &range, PatternNames &names);

  const SourceFile &file_;
  const ScopeTable &table_;
  const PythonVersion version_;
  std::vector<Frame> frames_;
  std::vector<Diagnostic> found_;
  size_t jumpsInFinally_ = 0; ///< the first of found_
  uint32_t lastFutureLine_ = 0;
  bool failed_ = false;
};

} // namespace molt
