// The special forms of what module math has, behind guards that it is still what it was made with.
#pragma once

#include "compiler/ir/py_ops.h"

namespace molt::py {

// Nothing: it is not of math, as far as is known.
std::optional<Specialization> callMath(Specializer &s, CallOp op);
std::optional<Specialization> callMath(Specializer &s, CallMethodOp op);
std::optional<Specialization> loadMath(Specializer &s, LoadMethodOp op);
std::optional<Specialization> callMath(Specializer &s, CallLoadedOp op);
std::optional<Specialization> loadMath(Specializer &s, GetAttributeOp op);

} // namespace molt::py
