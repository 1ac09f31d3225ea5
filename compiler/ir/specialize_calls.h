// Calls of functions that have a fast version (py-fast-versions).
#pragma once

#include "compiler/ir/specialization.h"

namespace molt::py {

class CallOp;
class CallMethodOp;
class CallLoadedOp;
class GetAttributeOp;
class LoadMethodOp;

/// On a call of isinstance, or a class pattern's test: the types (py-infer-likely), symbols of builtin ones and known classes.
inline constexpr llvm::StringLiteral kTestedTypesAttr = "types";

/// What a call answers whose target has a fast version; nothing where it has none, or its arguments cannot suit.
std::optional<Specialization> callFast(Specializer &s, CallOp op);
std::optional<Specialization> callFast(Specializer &s, CallMethodOp op);
/// isinstance() of types that are known.
std::optional<Specialization> callIsInstance(Specializer &s, CallOp op);
std::optional<Specialization> callFast(Specializer &s, CallLoadedOp op);
std::optional<Specialization> callFast(Specializer &s, GetAttributeOp op); // of a property
std::optional<Specialization> loadFast(Specializer &s, LoadMethodOp op);
/// Whether a call has a fast version that its callee, a global name, is known to stand for.
bool callsKnownGlobal(mlir::Operation *call);

} // namespace molt::py
