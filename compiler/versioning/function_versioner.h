// The versions of a whole function. See compiler/transforms/version_blocks.cpp for what holds in them.
#pragma once

#include "compiler/versioning/exits.h"
#include "compiler/versioning/remarks.h"
#include "compiler/versioning/version_table.h"

namespace molt::versioning {

class FunctionVersioner {
public:
  explicit FunctionVersioner(py::FuncOp function);
  /// Of the general body of `likely`'s function: where what is rare goes on.
  explicit FunctionVersioner(FunctionVersioner &likely);

  /// Puts the versions in the place of the function's blocks.
  void run();
  /// Likewise those that are likely. What is rare becomes the body of `rest`, which has none yet; where nothing is, it
  /// stays without one. `fromStart`: it is to have a point 0, the function's start.
  void run(py::FuncOp rest, bool fromStart);

  // ---- For paths

  const FunctionFacts &facts() const { return facts_; }
  VersionTable &table() { return table_; }
  /// Null: nobody wants to know.
  Remarks *remarks() { return remarks_ ? &*remarks_ : nullptr; }
  mlir::MLIRContext *context() const { return facts_.context(); }
  /// A block at the end of the new body.
  mlir::Block *newBlock();
  /// The new function's slot for a variable.
  mlir::Value slot(unsigned index) const { return slots_[index]; }
  /// The new function's argument for a parameter.
  mlir::Value parameter(mlir::Value value);
  Kinds kindsOfParameter(mlir::Value value);
  /// The known class that instances of these kinds are of.
  py::ClassAttr classOf(Kinds kinds) const { return classes_.lookup(kinds.bits()); }

  /// Where what is rare goes on; null: in this body.
  Exits *exits() { return exits_.get(); }
  /// In a general body, the versions that have left for it; else null.
  FunctionVersioner *likely() const { return likely_; }

private:
  friend class Exits;

  State makeEntry();
  void fillAll();
  void fill(const Version &version);
  void finish();
  void noteClasses(mlir::Operation *op);

  FunctionVersioner *likely_ = nullptr;
  FunctionFacts facts_;
  mlir::Region target_;
  VersionTable table_;
  std::optional<Remarks> remarks_;
  llvm::SmallVector<mlir::Value> slots_;
  llvm::DenseMap<uint32_t, py::ClassAttr> classes_; // that the function's ops name
  std::unique_ptr<Exits> exits_;
};

} // namespace molt::versioning
