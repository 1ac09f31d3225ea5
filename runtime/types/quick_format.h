// The format specs that most programs use, without the detour of the general ones.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

// [0][width][d|x] of an inline int, [0][width][.precision]f of a float with up to six places (abi/plain_spec.h).
// Null: something else; nothing is pending then.
Owned<Str> formatQuickly(Value value, Borrowed<Str> spec);

} // namespace molt
