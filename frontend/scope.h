// The symbol table: which scope each name of a module belongs to, as CPython's symtable decides it,
// and the errors that only a pass over whole scopes can find.
//
// Names are stored mangled (`__x` in class C is `_C__x`): look up `table.mangle(scope, name)`.
// Comprehensions are scopes of their own; whether one is inlined into its parent (PEP 709) is the
// code generator's matter.
#pragma once

#include "frontend/ast.h"
#include "frontend/diagnostics.h"
#include "frontend/python_version.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace molt {

class SourceFile;

enum class ScopeKind : uint8_t {
  Module,
  Class,          ///< of a ClassDef
  Function,       ///< of a FunctionDef or AsyncFunctionDef
  Lambda,         ///< of a Lambda
  Comprehension,  ///< of a ListComp, SetComp, DictComp or GeneratorExp
  Annotations,    ///< 3.14's lazily evaluated annotations: of a function, class or module; with
                  ///< `from __future__ import annotations` not among its parent's children
  TypeParameters, ///< of a FunctionDef, AsyncFunctionDef, ClassDef or TypeAlias with type_params
  TypeAlias,      ///< the value of a TypeAlias
  TypeVariable,   ///< the bound of a TypeVar
  TypeDefault,    ///< the default of a TypeVar, ParamSpec or TypeVarTuple
};

/// Where a name lives, seen from one scope.
enum class Resolution : uint8_t {
  Local,          ///< in the scope itself; of a module or class: its namespace
  Cell,           ///< local, and captured by a scope inside
  Free,           ///< local of an enclosing function
  GlobalExplicit, ///< declared by a `global` statement
  GlobalImplicit, ///< bound nowhere around: module, then builtins
};

struct Symbol {
  Identifier name; ///< mangled
  Resolution resolution = Resolution::Local;
  bool isParameter : 1 = false;
  bool isAssigned : 1 = false;   ///< bound by assignment, for, with, def, class, except ... as, :=
  bool isImported : 1 = false;   ///< bound by an import
  bool isAnnotated : 1 = false;  ///< has `name: annotation`
  bool isUsed : 1 = false;       ///< read somewhere in the scope
  bool isDeleted : 1 = false;    ///< target of a `del` statement
  bool isDeclaredGlobal : 1 = false;
  bool isDeclaredNonlocal : 1 = false;
  bool isComprehensionTarget : 1 = false; ///< iteration variable of this comprehension
  bool isTypeParameter : 1 = false;
  /// A class scope's name that is free for the functions inside but not local to the class body
  /// in the same sense (both bound in the class and free from an enclosing function).
  bool isFreeInClass : 1 = false;
};

/// One scope. Its symbols stand in the order of their first occurrence.
class Scope {
public:
  ScopeKind kind() const { return kind_; }
  /// The node that makes the scope: Module, ClassDef, FunctionDef, Lambda, ListComp, TypeVar, ...
  const ast::Node *node() const { return node_; }
  /// The module's, function's, class's name as written, or CPython's "lambda", "listcomp", "genexpr"
  /// and so on.
  Identifier name() const { return name_; }
  Scope *parent() const { return parent_; }
  const std::vector<Scope *> &children() const { return children_; }
  const std::vector<Symbol> &symbols() const { return symbols_; }
  /// Null when the name does not occur in this scope.
  const Symbol *find(Identifier mangledName) const;

  /// Function, Lambda, Comprehension and the annotation and type parameter kinds: what becomes a
  /// code object with fast locals.
  bool isFunctionLike() const { return kind_ != ScopeKind::Module && kind_ != ScopeKind::Class; }
  /// Inside (at any depth) of a function-like scope.
  bool isNested() const { return isNested_; }
  /// The function (or generator expression) has a yield in it.
  bool isGenerator() const { return isGenerator_ && !isCoroutine_; }
  bool isCoroutine() const { return isCoroutine_ && !isGenerator_; }
  bool isAsyncGenerator() const { return isCoroutine_ && isGenerator_; }
  bool hasVarargs() const { return hasVarargs_; }
  bool hasVarkeywords() const { return hasVarkeywords_; }
  bool returnsValue() const { return returnsValue_; }
  bool hasDocstring() const { return hasDocstring_; }
  /// Class scopes: a method uses `__class__` or super(), so the class keeps a `__class__` cell.
  bool needsClassCell() const { return needsClassCell_; }
  /// Class scopes: an annotation scope inside needs the class's namespace (`__classdict__`).
  bool needsClassDict() const { return needsClassDict_; }
  /// Annotation and type parameter scopes directly inside a class, which see its namespace.
  bool canSeeClassScope() const { return canSeeClassScope_; }
  /// Module and class scopes of 3.14: some annotated assignment is not at the top level of the
  /// block, so which annotations exist is known only at run time.
  bool hasConditionalAnnotations() const { return hasConditionalAnnotations_; }
  /// Has `from m import *` (module scopes only).
  bool hasStarImport() const { return hasStarImport_; }

private:
  friend class ScopeBuilder;
  friend class ScopeTable;
  Scope(ScopeKind kind, const ast::Node *node, Identifier name, Scope *parent)
      : kind_(kind), node_(node), name_(name), parent_(parent) {}

  ScopeKind kind_;
  bool isNested_ : 1 = false;
  bool isGenerator_ : 1 = false;
  bool isCoroutine_ : 1 = false;
  bool hasVarargs_ : 1 = false;
  bool hasVarkeywords_ : 1 = false;
  bool returnsValue_ : 1 = false;
  bool hasDocstring_ : 1 = false;
  bool needsClassCell_ : 1 = false;
  bool needsClassDict_ : 1 = false;
  bool canSeeClassScope_ : 1 = false;
  bool hasConditionalAnnotations_ : 1 = false;
  bool hasStarImport_ : 1 = false;
  const ast::Node *node_;
  Identifier name_;
  /// The class whose name mangles private names here; empty outside of classes.
  Identifier privateClass_;
  Scope *parent_;
  std::vector<Scope *> children_;
  std::vector<Symbol> symbols_;
  std::unordered_map<Identifier, uint32_t> index_;
};

/// Flags of `from __future__ import ...` that change what a module means.
struct FutureFeatures {
  bool annotations = false;      ///< annotations are kept as strings
  bool barryAsBdfl = false;      ///< `<>` is the not-equal operator
};

/// All scopes of one module. Owns them.
class ScopeTable {
public:
  Scope *module() const { return scopes_.front().get(); }
  /// The scope of that kind that `node` makes; null when it makes none.
  const Scope *find(const ast::Node *node, ScopeKind kind) const;
  /// The scope in which `node`'s own body runs: of a Module, ClassDef, FunctionDef,
  /// AsyncFunctionDef, Lambda or comprehension.
  const Scope *scopeOf(const ast::Node *node) const;
  const std::vector<std::unique_ptr<Scope>> &all() const { return scopes_; }
  const FutureFeatures &future() const { return future_; }
  /// `name` as `scope` stores it: private names of classes mangled.
  Identifier mangle(const Scope &scope, Identifier name) const;

private:
  friend class ScopeBuilder;
  struct Key {
    const ast::Node *node;
    ScopeKind kind;
    bool operator==(const Key &) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key &key) const {
      return std::hash<const void *>()(key.node) * 31 + static_cast<size_t>(key.kind);
    }
  };
  ast::Context *context_ = nullptr;
  std::vector<std::unique_ptr<Scope>> scopes_;
  std::unordered_map<Key, Scope *, KeyHash> byNode_;
  FutureFeatures future_;
};

/// Builds the table and reports every error of CPython's symbol-table and compiler passes that does
/// not depend on code generation. Null after an error. `context` is the one the tree was made in.
std::unique_ptr<ScopeTable> analyzeScopes(const ast::Mod &module, const SourceFile &file,
                                          ast::Context &context, Diagnostics &diagnostics,
                                          PythonVersion version = defaultPythonVersion);

} // namespace molt
