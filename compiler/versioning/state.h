// What is known at a point of a version: where each value and variable of the old function is, and of what kind.
#pragma once

#include "compiler/ir/specialization.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SmallVector.h>
#include <mlir/IR/Value.h>

#include <optional>

namespace molt::versioning {

using py::Kind;
using py::Kinds;

/// The types of the parts of an unboxed value of one kind; empty for what is a word.
llvm::SmallVector<mlir::Type, 3> unboxedTypes(Kinds kinds, mlir::MLIRContext *context);

/// Where a value of the old function is.
struct Binding {
  Kinds kinds; // empty for what is an i1 in the old function
  llvm::SmallVector<mlir::Value, 3> parts;
  int slot = -1;           // the variable that holds the same word
  bool isBorrowed = false; // a word that has no count of its own yet

  bool isWord() const;
};

/// Where a variable is.
struct Variable {
  enum Place { Memory, Stale, Register } place = Stale;
  Kinds kinds = Kinds::any(); // what a bound one holds
  mlir::Value number;         // in a register
};

struct State {
  llvm::DenseMap<mlir::Value, Binding> values;
  llvm::SmallVector<Variable, 8> variables;
  llvm::SmallVector<mlir::Value, 4> borrowed; // values with words that may have no count of their own
  bool areClassesIntact = false;              // since a guard found it, nothing has run that could change them
};

/// A number of one kind, as an owned word.
mlir::Value makeBoxed(mlir::OpBuilder &builder, mlir::Location location, Kinds kinds, mlir::Value number);

/// What a version of a block is made for. One number for each thing that is live, first values, then the block's
/// arguments, then variables: the kinds of what is known, 0 for a word or a slot about which nothing is.
using Context = llvm::SmallVector<uint32_t, 16>;
constexpr uint32_t kStaleSlot = ~0u;

/// The context that fits whatever `context` fits, as far as it can be forgotten: what is virtual has no word.
Context generalOf(const Context &context);
/// Whether code for `general` is right where `special` holds, and how much it forgets.
std::optional<unsigned> lossOf(const Context &general, const Context &special);
/// What both know.
Context join(const Context &a, const Context &b);

} // namespace molt::versioning
