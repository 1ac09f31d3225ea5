// Scalar replacement of instances: one that likely code makes, and that nothing else gets to know, is kept in registers.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/IR/PassManager.h>

namespace molt::codegen {

/// What makes memory for an instance (lower_fast_calls.cpp), with its size in bytes behind the name, and takes RuntimeEvents.
inline constexpr llvm::StringLiteral kCellTaker = "molt.take_cell.";
/// Likewise for an object of a builtin type, whose end is no more than to release what it holds.
inline constexpr llvm::StringLiteral kBuiltinCellTaker = "molt.take_cell.builtin.";
/// What ends an object whose last reference goes (lower_refcounts.cpp).
inline constexpr llvm::StringLiteral kLastRelease = "molt.release_last_py", kRelease = "molt.release_py";
/// Metadata of a store into a slot: what it stores has no reference count.
inline constexpr llvm::StringLiteral kUncounted = "molt.uncounted";

/// The attribute of a function in which an instance has been replaced.
inline constexpr llvm::StringLiteral kHasReplaced = "molt-has-replaced";

/// Where the address of a new instance is only used to get at its fields, on all ways but unlikely ones, those fields become
/// a variable of the function (for SROA to take apart), and the unlikely ways begin with making the instance as it then is.
/// Wants inlined calls.
struct ReplaceInstancesPass : llvm::PassInfoMixin<ReplaceInstancesPass> {
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace molt::codegen
