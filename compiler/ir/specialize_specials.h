// Special methods of known classes: what operators, comparisons, subscripts and truth tests call.
//
// Each gives what the op answers, or nothing where the class has no such method that is known, or the operands cannot suit.
#pragma once

#include "compiler/ir/specialization.h"

namespace molt::py {

class CallOp;
struct FastCall;

/// A method whose result is the op's, as it is: object[key], -object, object(...).
std::optional<Specialization> callSpecial(Specializer &s, const FastCall &call);
std::optional<Specialization> callSpecial(Specializer &s, mlir::Operation *op);
/// len(object).
std::optional<Specialization> callLength(Specializer &s, CallOp op);
/// A binary operator.
std::optional<Specialization> operateFast(Specializer &s, mlir::Operation *op);
/// A comparison whose result is a value, or, of py.test, a condition.
std::optional<Specialization> compareFast(Specializer &s, mlir::Operation *op, llvm::StringRef comparison);
/// The truth of an instance.
std::optional<Specialization> testFast(Specializer &s, mlir::Operation *op, mlir::Value value);
/// item in object.
std::optional<Specialization> containsFast(Specializer &s, mlir::Operation *op);

} // namespace molt::py
