// The versions of a whole function. See compiler/transforms/version_blocks.cpp for what holds in them.
#pragma once

#include "compiler/versioning/remarks.h"
#include "compiler/versioning/version_table.h"

namespace molt::versioning {

class FunctionVersioner {
public:
  FunctionVersioner(py::FuncOp function, bool structured);

  /// Puts the versions in the place of the function's blocks.
  void run();

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
  /// The known class that an instance of it has been tested for; null when none has.
  py::ClassAttr testedClass(Kinds kinds) const { return testedClasses_.lookup(kinds.bits()); }
  void noteTested(Kinds kinds, py::ClassAttr known) { testedClasses_[kinds.bits()] = known; }

private:
  void makeEntry();
  void fill(const Version &version);

  FunctionFacts facts_;
  mlir::Region target_;
  VersionTable table_;
  std::optional<Remarks> remarks_;
  llvm::SmallVector<mlir::Value> slots_;
  llvm::DenseMap<uint32_t, py::ClassAttr> testedClasses_;
};

} // namespace molt::versioning
