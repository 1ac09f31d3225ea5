// Visits the children of a node, in the order of CPython's fields.
#pragma once

#include "frontend/ast.h"

namespace molt::ast {

/// Calls visit(const Node *) for each child node of `node` that is there.
template <typename Visit> void forEachChild(const Node *node, Visit &&visit) {
  switch (node->nodeKind()) {
#define MOLT_AST_NODE(Base, Class, py, attributes)                                                 \
  case NodeKind::Class: {                                                                          \
    const auto *n = static_cast<const Class *>(node);                                              \
    (void)n;
#define MOLT_AST_CHILD(T, name) visit(n->name);
#define MOLT_AST_OPTIONAL(T, name)                                                                 \
  if (n->name)                                                                                     \
    visit(n->name);
#define MOLT_AST_CHILDREN(T, name)                                                                 \
  for (const auto *child : n->name)                                                                \
    visit(child);
#define MOLT_AST_HOLES(T, name)                                                                    \
  for (const auto *child : n->name)                                                                \
    if (child)                                                                                     \
      visit(child);
#define MOLT_AST_END(Class)                                                                        \
  return;                                                                                          \
  }
#include "frontend/ast_nodes.def"
  }
}

} // namespace molt::ast
