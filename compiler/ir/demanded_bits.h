// Ints of which only the low bits are asked for: `(seed * 1103515245 + 12345) & 0x7FFFFFFF`.
#pragma once

#include "compiler/ir/ahead.h"

namespace molt::py {

/// k, where the operator's right operand is the literal 2**k.
std::optional<unsigned> literalPowerOfTwo(mlir::Value right);

/// Whether the result of `op`, an operator on two ints of 64 bits that may overflow, can be cut to its low 64 bits: all that
/// becomes of it is masked, and until then nothing can happen that would show it.
bool isOnlyMasked(Specializer &s, mlir::Operation *op);

} // namespace molt::py
