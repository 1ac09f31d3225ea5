// Sorting by keys whose order nobody can observe being found out: ints, floats and strs, or tuples of them.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

// Sorts `keys`, and the `values` that move with them (null: none), as a stable sort by < would. False: they are of other
// kinds, too few, or mostly in order; then nothing has happened, and comparing them is better.
bool sortWithoutComparing(Value *keys, Value *values, uint64_t count);

} // namespace molt
