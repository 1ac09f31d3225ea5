// What versions of a function need to know of the function as it is.
#pragma once

#include "compiler/ir/py_ops.h"
#include "compiler/versioning/liveness.h"

#include <llvm/ADT/SmallPtrSet.h>

namespace molt::versioning {

/// Ops that count when a function is measured: what has no code, or hands an exception on, does not.
bool doesWork(mlir::Operation *op);

/// Why versions of the function's blocks would not be worth their code, in words for the user; nothing where they are. Of
/// a fast version they must be made.
std::optional<std::string> reasonAgainstVersions(py::FuncOp function);

class FunctionFacts {
public:
  /// `isGeneral`: for its general body, whose parameters are words whatever the signature says.
  explicit FunctionFacts(py::FuncOp function, bool isGeneral = false);

  py::FuncOp function() const { return function_; }
  mlir::Region &body() const { return function_->getRegion(0); }
  mlir::Block &entry() const { return body().front(); }
  mlir::MLIRContext *context() const { return function_->getContext(); }

  /// So small that inline code is welcome outside of loops, too.
  bool isSmall() const;
  /// Ops that do work.
  unsigned size() const { return size_; }

  unsigned slotIndex(mlir::Value slot) const { return slots_.lookup(slot); }
  unsigned slotCount() const { return slots_.size(); }
  /// So many variables are bound before the first op: a generator's parameters, which the runtime puts into the frame.
  unsigned boundSlotCount() const;
  /// Whether nothing says that the variable is mostly a number.
  bool holdsObjects(unsigned slot) const { return holdsObjects_[slot]; }
  const Liveness &liveness() const { return liveness_; }
  /// What is live before the op, but for the function's parameters; always in the same order.
  llvm::SmallVector<mlir::Value> liveBefore(mlir::Operation *op) const;
  /// Whether the block is reached without an exception, or by one that is caught in a loop, as the loop's rounds may be.
  bool isOrdinary(mlir::Block *block) const { return ordinary_.contains(block); }
  /// Whether a loop comes back to the block.
  bool isLoopHeader(mlir::Block *block) const { return headers_.contains(block); }
  /// Where a general body looks for the way back: a loop's header, and what comes before a loop's iterator is made, since
  /// the likely versions may want that as parts.
  bool isWayBack(mlir::Block *block) const;
  /// Whether what the op does may be done often: it, or what uses its results, stands in a loop; or the function is
  /// small, so that loops call it.
  bool isHot(mlir::Operation *op) const;

  /// Whether the value is a parameter that is a word: it dominates everything, and is borrowed from the caller.
  bool isParameter(mlir::Value value) const;
  /// What a fast version's signature says of a parameter; empty in other functions.
  py::Kinds parameterKinds(unsigned index) const;
  /// What a fast version is to give, and its kinds; null in another function.
  mlir::Attribute result() const { return isGeneral_ ? mlir::Attribute() : function_->getAttr("result"); }
  py::Kinds resultKind() const { return py::kindsOfHint(result()); }
  bool givesLikely() const { return py::givesLikely(result()); }

private:
  void findLoopBlocks();
  void findHeaders();
  void findOrdinaryBlocks();
  bool isCaughtInLoop(mlir::Block *unwind) const;

  mutable py::FuncOp function_; // a handle
  bool isGeneral_;
  llvm::DenseMap<mlir::Value, unsigned> slots_;
  Liveness liveness_;
  llvm::BitVector holdsObjects_; // by slot
  llvm::SmallPtrSet<mlir::Block *, 32> ordinary_;
  llvm::SmallPtrSet<mlir::Block *, 16> loopBlocks_;
  llvm::SmallPtrSet<mlir::Block *, 8> headers_;
  unsigned size_ = 0;
};

} // namespace molt::versioning
