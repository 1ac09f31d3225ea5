// The abstract syntax tree: CPython 3.14's `ast` module as C++ classes, derived from
// ast_nodes.def. Node and field names are CPython's, with four exceptions: ast.Expr is ExprStmt
// (Expr is the base class of the expressions, CPython's ast.expr), the lower-case classes are
// written Arguments, Arg, Keyword, Alias, WithItem, MatchCase and Comprehension, the operator
// classes are enumerators, and the kind tag is nodeKind() because Constant has a field `kind`.
//
// Invariants:
// 1. Nodes live in an Arena and are trivially destructible; a tree is immutable once parsed.
// 2. MOLT_AST_CHILD fields are never null and MOLT_AST_CHILDREN hold no null elements.
// 3. The height of every expression is at most `maximumHeight`, so visitors may recurse.
#pragma once

#include "frontend/arena.h"

#include <cassert>
#include <cstdint>
#include <string_view>

namespace molt {

/// A piece of source. Lines count from 1; columns count UTF-8 bytes from 0, as in CPython's ast.
/// The end is exclusive.
struct SourceRange {
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t endLine = 0;
  uint32_t endColumn = 0;

  bool operator==(const SourceRange &) const = default;
  bool isValid() const { return line != 0; }
  /// From the start of this range to the end of `last`.
  SourceRange through(const SourceRange &last) const {
    return {line, column, last.endLine, last.endColumn};
  }
};

namespace ast {

enum class NodeKind : uint8_t {
#define MOLT_AST_NODE(Base, Class, py, attributes) Class,
#include "frontend/ast_nodes.def"
};

enum class BoolOperator : uint8_t { And, Or };
enum class Operator : uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv,
};
enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };
enum class CmpOperator : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };
enum class ExprContext : uint8_t { Load, Store, Del };

/// CPython's class name of an operator or context, e.g. "FloorDiv".
const char *nameOf(BoolOperator op);
const char *nameOf(Operator op);
const char *nameOf(UnaryOperator op);
const char *nameOf(CmpOperator op);
const char *nameOf(ExprContext ctx);
/// CPython's class name of a node, e.g. "FunctionDef" or "arguments".
const char *nameOf(NodeKind kind);

/// The value of a literal.
struct ConstantValue {
  enum class Type : uint8_t { None, True, False, Ellipsis, Int, Float, Complex, Str, Bytes };

  Type type = Type::None;
  /// Int: whether `integer` holds the value.
  bool fitsInt64 = false;
  /// Int: digits without sign, underscores and leading zeros: decimal, or "0x" and lower-case
  /// hexadecimal digits when the literal was not decimal. Str: UTF-8, where a lone surrogate is
  /// its three-byte WTF-8 form; may contain any character, NUL included. Bytes: the bytes.
  std::string_view text;
  union {
    int64_t integer = 0;
    double number; ///< Float: the value. Complex: the imaginary part.
  };
};

/// Expressions nested deeper are refused by the parser.
inline constexpr uint16_t maximumHeight = 2500;

class Node {
public:
  NodeKind nodeKind() const { return nodeKind_; }
  const SourceRange &range() const { return range_; }
  void setRange(const SourceRange &range) { range_ = range; }
  uint32_t line() const { return range_.line; }
  /// How many expressions are nested in each other here, this one included.
  uint16_t height() const { return height_; }
  void setHeight(uint16_t height) { height_ = height; }

protected:
  explicit Node(NodeKind kind) : nodeKind_(kind) {}

private:
  SourceRange range_;
  uint16_t height_ = 1;
  NodeKind nodeKind_;
};

// Base classes: Mod, Stmt, Expr, Pattern, TypeParam, and Part for what stands alone in CPython.
#define MOLT_AST_GROUP(Base)                                                                       \
  class Base : public Node {                                                                       \
  public:                                                                                          \
    static bool classof(const Node *node);                                                         \
                                                                                                   \
  protected:                                                                                       \
    using Node::Node;                                                                              \
  };
#include "frontend/ast_nodes.def"

#define MOLT_AST_NODE(Base, Class, py, attributes) class Class;
#include "frontend/ast_nodes.def"

#define MOLT_AST_NODE(Base, Class, py, attributes)                                                 \
  class Class final : public Base {                                                                \
  public:                                                                                          \
    static constexpr NodeKind classKind = NodeKind::Class;                                         \
    static constexpr bool hasAttributes = attributes;                                              \
    static bool classof(const Node *node) { return node->nodeKind() == classKind; }                \
    Class() : Base(classKind) {}
#define MOLT_AST_CHILD(T, name) T *name = nullptr;
#define MOLT_AST_OPTIONAL(T, name) T *name = nullptr;
#define MOLT_AST_CHILDREN(T, name) Span<T *> name;
#define MOLT_AST_HOLES(T, name) Span<T *> name;
#define MOLT_AST_IDENTIFIER(name) Identifier name;
#define MOLT_AST_OPTIONAL_IDENTIFIER(name) Identifier name;
#define MOLT_AST_IDENTIFIERS(name) Span<Identifier> name;
#define MOLT_AST_ENUM(E, name) ast::E name = {};
#define MOLT_AST_ENUMS(E, name) Span<ast::E> name;
#define MOLT_AST_INT(name) int32_t name = 0;
#define MOLT_AST_CONSTANT(name) ConstantValue name;
#define MOLT_AST_END(Class)                                                                        \
  }                                                                                                \
  ;
#include "frontend/ast_nodes.def"

// The kinds of a group are contiguous: a group's first and last kind decide membership.
enum class GroupIndex : uint8_t {
#define MOLT_AST_GROUP(Base) Base,
#include "frontend/ast_nodes.def"
};
inline constexpr GroupIndex groupOfKind[] = {
#define MOLT_AST_NODE(Base, Class, py, attributes) GroupIndex::Base,
#include "frontend/ast_nodes.def"
};
#define MOLT_AST_GROUP(Base)                                                                       \
  inline bool Base::classof(const Node *node) {                                                    \
    return groupOfKind[static_cast<size_t>(node->nodeKind())] == GroupIndex::Base;                 \
  }
#include "frontend/ast_nodes.def"

/// Whether `node`, which is not null, is a T.
template <typename T> bool isa(const Node *node) { return T::classof(node); }

/// `node` as a T, which it must be.
template <typename T> T *cast(Node *node) {
  assert(isa<T>(node) && "cast to a class that the node does not have");
  return static_cast<T *>(node);
}
template <typename T> const T *cast(const Node *node) {
  assert(isa<T>(node) && "cast to a class that the node does not have");
  return static_cast<const T *>(node);
}

/// `node` as a T, or null when it is null or no T.
template <typename T> T *dynCast(Node *node) {
  return node && isa<T>(node) ? static_cast<T *>(node) : nullptr;
}
template <typename T> const T *dynCast(const Node *node) {
  return node && isa<T>(node) ? static_cast<const T *>(node) : nullptr;
}

/// What trees are made in. One context may hold the trees of many files; their identifiers then
/// compare equal across files. Not for use from several threads at once.
class Context {
public:
  Context() : identifiers_(arena_) {}

  Arena &arena() { return arena_; }
  Identifier intern(std::string_view text) { return identifiers_.intern(text); }
  template <typename T> T *create(const SourceRange &range) {
    T *node = arena_.create<T>();
    node->setRange(range);
    return node;
  }

private:
  Arena arena_;
  IdentifierTable identifiers_;
};

} // namespace ast
} // namespace molt
