// Builds the symbol table in two passes, as CPython's symtable does: the first walks the tree and
// notes how each scope uses each name (scope_builder.cpp); the second decides, from the outermost
// scope inwards and back, where each name lives (scope_analysis.cpp).
//
// The first error ends the work.
#pragma once

#include "frontend/ast.h"
#include "frontend/diagnostics.h"
#include "frontend/scope.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace molt {

/// `name` as it is stored where `className` mangles private names.
Identifier mangleName(ast::Context &context, Identifier className, Identifier name);

class ScopeBuilder {
public:
  ScopeBuilder(const SourceFile &file, ast::Context &context, PythonVersion version);
  std::unique_ptr<ScopeTable> build(const ast::Mod &module);

  bool failed() const { return failed_; }
  const Diagnostic &error() const { return error_; }

private:
  // What a scope does with a name.
  enum Use : uint32_t {
    usedHere = 1,
    localHere = 2,
    parameter = 4,
    globalDeclared = 8,
    nonlocalDeclared = 16,
    imported = 32,
    annotated = 64,
    typeParameter = 128,
    comprehensionTarget = 256,
    freeInClass = 512,
    deletedHere = 1024,
    bound = localHere | parameter | imported | typeParameter,
  };
  enum class ComprehensionKind : uint8_t { None, List, Set, Dict, Generator };

  /// What is known of a scope only while it is built.
  struct Work {
    Scope *scope;
    std::vector<uint32_t> uses; ///< beside scope->symbols_
    std::unordered_map<Identifier, SourceRange> directives; ///< global and nonlocal statements
    ComprehensionKind comprehension = ComprehensionKind::None;
    bool inTarget = false;        ///< visiting a comprehension's iteration variables
    int inIterable = 0;           ///< visiting a comprehension's iterable
    bool isUnevaluated = false;   ///< an annotation that is never evaluated
    bool inConditionalBlock = false;
    const char *where = "";       ///< of a TypeVariable scope: "a TypeVar bound" and so on
    Scope *annotations = nullptr; ///< 3.14: the scope of a class's or module's annotations
  };
  using Names = std::unordered_set<Identifier>;

  void fail(DiagnosticId id, const SourceRange &range,
            std::initializer_list<std::string_view> arguments = {});
  Work &current() { return *stack_.back(); }
  Work &workOf(Scope *scope) { return *works_.at(scope); }

  // ---- scopes and names ----
  void enter(ScopeKind kind, const ast::Node *node, std::string_view name);
  void enter(ScopeKind kind, const ast::Node *node, Identifier name);
  void reenter(Scope *scope);
  void leave();
  uint32_t lookup(Work &work, Identifier name);
  void add(Identifier name, uint32_t use, const SourceRange &range);
  void add(std::string_view name, uint32_t use, const SourceRange &range);
  void addTo(Work &work, Identifier name, uint32_t use, const SourceRange &range);
  bool checkName(Identifier name, const SourceRange &range, bool isDelete);
  bool inFunctionLikeBlock();

  // ---- the walk ----
  void visit(const ast::Node *node);
  void visitChildren(const ast::Node *node);
  template <typename T> void visitAll(Span<T *> nodes) {
    for (const ast::Node *node : nodes)
      if (node)
        visit(node);
  }
  void visitBody(Span<ast::Stmt *> body);
  template <typename T> void visitFunction(const T &node, bool isAsync);
  void visitClass(const ast::ClassDef &node);
  void visitLambda(const ast::Lambda &node);
  void visitParameters(const ast::Arguments &arguments);
  void visitSignatureAnnotations(const ast::Node &node, const ast::Arguments &arguments,
                                 const ast::Expr *returns);
  void visitAnnotated(const ast::AnnAssign &node);
  void visitAnnotation(const ast::Expr *annotation);
  void visitConditional(const ast::Node *node);
  void enterTypeParameters(const ast::Node &node, Identifier name, Span<ast::TypeParam *> params,
                           bool hasDefaults, bool hasKeywordDefaults);
  void visitTypeParameter(const ast::TypeParam &param);
  void visitTypeVariable(const ast::Expr *expr, const ast::TypeParam &param, Identifier name,
                         ScopeKind kind, const char *where);
  void visitTypeAlias(const ast::TypeAlias &node);
  void visitDirective(Span<Identifier> names, const SourceRange &range, bool isGlobal);
  void visitAlias(const ast::Alias &alias);
  void visitName(const ast::Name &name);
  void visitNamedExpr(const ast::NamedExpr &node);
  void bindNamedExpr(const ast::Name &target);
  void visitComprehension(const ast::Expr &node, std::string_view name, ComprehensionKind kind,
                          Span<ast::Comprehension *> generators, const ast::Expr *element,
                          const ast::Expr *value);
  void visitInnerClause(const ast::Comprehension &clause);
  void visitYield(const ast::Expr &node, const ast::Expr *value);
  bool refuseInAnnotation(const char *what, const ast::Node &node);
  void visitPattern(const ast::Pattern &pattern);

  // ---- future features (scope_analysis.cpp) ----
  void readFutureFeatures(const ast::Mod &module);

  // ---- deciding where names live (scope_analysis.cpp) ----
  void analyze(Scope *scope, const Names *enclosing, Names &free, const Names &globals,
               const Names &typeParameters, Scope *classScope);
  void resolve(Work &work, size_t index, Names *enclosing, Names &local, Names &free,
               Names &globals, Names &typeParameters, Scope *classScope);
  void failAtDirective(Work &work, DiagnosticId id, Identifier name, bool named);
  void recordFree(Work &work, const Names &free, const Names *enclosing);
  void publish(Work &work);

  const SourceFile &file_;
  ast::Context &context_;
  const PythonVersion version_;
  std::unique_ptr<ScopeTable> table_;
  std::unordered_map<Scope *, std::unique_ptr<Work>> works_;
  std::vector<Work *> stack_;
  Identifier privateClass_;
  bool failed_ = false;
  Diagnostic error_{};
};

} // namespace molt
