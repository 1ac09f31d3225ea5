// Looks ahead of an op, along what is done when nothing is raised.
#pragma once

#include "compiler/ir/py_ops.h"

#include <llvm/ADT/DenseSet.h>

#include <optional>

namespace molt::py {

/// The value of a literal int of 64 bits, if `value` is one.
std::optional<int64_t> literalInt(mlir::Value value);

class Ahead {
public:
  Ahead(Specializer &s, mlir::Operation *op) : s_(s), op_(op) {}

  /// The next op; null where the path branches.
  mlir::Operation *next();
  /// Whether the value is known to be an int of 64 bits: one that was made before, or that noteInt() knows.
  bool isInt(mlir::Value value) {
    return literalInt(value) || ints_.contains(value) || (!others_.contains(value) && s_.kindsOf(value).is(Kind::Int));
  }
  void noteInt(mlir::Value value) { ints_.insert(value); }
  /// Whether the op makes a constant or reads a variable, and nothing else can come of it but that it is unbound.
  bool readsVariable(mlir::Operation *op);

private:
  Specializer &s_;
  mlir::Operation *op_;
  llvm::SmallDenseSet<mlir::Value, 8> ints_, others_; // made on the way
};

} // namespace molt::py
