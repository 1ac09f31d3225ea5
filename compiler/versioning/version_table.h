// The versions of each block of a function: what they are made for, and which of them are still to be filled.
//
// A block has few versions; one more becomes the join with a version that it resembles, in the end the general one.
// What only rare paths come to is filled last, when the likely ones have had their share of the budget.
#pragma once

#include "compiler/versioning/function_facts.h"
#include "compiler/versioning/state.h"

#include <deque>
#include <memory>
#include <optional>

namespace molt::versioning {

struct Version {
  mlir::Block *source; // the old block
  Context context;
  mlir::Block *block; // with an argument for each part of what is live, in the context's order
  bool isRare;

  /// Whether it expects the variable in its slot, bound or not.
  bool holdsVariable(unsigned slot, const FunctionFacts &facts) const;
};

class VersionTable {
public:
  /// New blocks come to the end of `target`.
  VersionTable(const FunctionFacts &facts, mlir::Region &target);

  /// The version of `block` that a jump takes, of which `wanted` is known: that one, or a more general
  /// one.
  Version &versionFor(mlir::Block *block, Context wanted, bool isRare);
  /// The versions of `block` that likely paths have come to.
  llvm::SmallVector<Version *> likelyVersions(mlir::Block *block) const;
  /// A version that is still to be filled, likely ones first; null when all are.
  Version *next();

  /// When the function has grown by its budget, no test is made any more.
  bool isExhausted() const { return copied_ > budget_; }
  void noteCopy(mlir::Operation *op) { copied_ += doesWork(op); }

private:
  using Versions = llvm::SmallVector<std::shared_ptr<Version>, 2>;

  Version *find(const Versions &versions, const Context &wanted);
  Version *settleFor(const Versions &versions, Context &wanted, bool isRare);
  Version &make(Versions &versions, mlir::Block *block, Context context, bool isRare);
  void addArguments(const Version &version);
  void promote(Version &version);

  const FunctionFacts &facts_;
  mlir::Region &target_;
  llvm::DenseMap<mlir::Block *, Versions> versions_;
  std::deque<Version *> pending_, rare_;
  unsigned budget_, copied_ = 0;
};

} // namespace molt::versioning
