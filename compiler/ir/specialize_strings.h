// Special forms of operators whose operands are exact strs, and of what makes strs of numbers.
#pragma once

#include "compiler/ir/py_ops.h"

#include <optional>

namespace molt::py {

/// A comparison (its op's mnemonic) of two strs: sets `result`, an i1, and gives nothing; or the answer to give. Where the
/// operands are not likely strs, both are nothing.
std::optional<Specialization> compareStrs(Specializer &s, llvm::StringRef comparison, mlir::Value left,
                                          mlir::Value right, mlir::Value &result);
/// A method that asks what all characters of a str are, as isdigit; nothing where the call is none of these.
std::optional<Specialization> callStrPredicate(Specializer &s, CallMethodOp call);
/// The sum of two strs; nothing where the operands are not likely strs.
std::optional<Specialization> concatStrs(Specializer &s, mlir::Value left, mlir::Value right);
/// str(value) of a number or a str.
Specialization callStr(Specializer &s, CallOp call);

} // namespace molt::py
