// What is told of the ops of a function (compiler/ir/remark.h), collected while its versions are made: an op comes by many
// times, and what counts is what becomes of it on likely paths.
#pragma once

#include "compiler/ir/remark.h"
#include "compiler/versioning/function_facts.h"

#include <llvm/ADT/MapVector.h>

namespace molt::versioning {

class Remarks {
public:
  explicit Remarks(const FunctionFacts &facts) : facts_(facts) {}

  /// Adds what has become of `op` on a likely path: `remark` has a verdict, and what belongs to it.
  void add(mlir::Operation *op, py::Remark remark);
  /// One for each op, in the order in which paths came by.
  mlir::ArrayAttr all() const;

private:
  const FunctionFacts &facts_;
  llvm::MapVector<mlir::Operation *, py::Remark> remarks_;
};

/// Whether the op does something of which a user would want to know: it runs code, of values that it is given.
bool isWorthRemark(mlir::Operation *op);

} // namespace molt::versioning
