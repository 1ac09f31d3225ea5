#include "frontend/ast.h"

namespace molt::ast {

const char *nameOf(BoolOperator op) {
  static constexpr const char *names[] = {"And", "Or"};
  return names[static_cast<size_t>(op)];
}

const char *nameOf(Operator op) {
  static constexpr const char *names[] = {"Add",    "Sub",   "Mult",   "MatMult", "Div",
                                          "Mod",    "Pow",   "LShift", "RShift",  "BitOr",
                                          "BitXor", "BitAnd", "FloorDiv"};
  return names[static_cast<size_t>(op)];
}

const char *nameOf(UnaryOperator op) {
  static constexpr const char *names[] = {"Invert", "Not", "UAdd", "USub"};
  return names[static_cast<size_t>(op)];
}

const char *nameOf(CmpOperator op) {
  static constexpr const char *names[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                          "GtE", "Is",    "IsNot", "In",  "NotIn"};
  return names[static_cast<size_t>(op)];
}

const char *nameOf(ExprContext ctx) {
  static constexpr const char *names[] = {"Load", "Store", "Del"};
  return names[static_cast<size_t>(ctx)];
}

const char *nameOf(NodeKind kind) {
  static constexpr const char *names[] = {
#define MOLT_AST_NODE(Base, Class, py, attributes) py,
#include "frontend/ast_nodes.def"
  };
  return names[static_cast<size_t>(kind)];
}

} // namespace molt::ast
