// Generators: compiled code's state machines (abi/object.h) as iterators, with send, throw and close.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

extern "C" {
extern Type molt_type_generator;
}

// One step. sent null: throws the pending exception in at the yield. The result is what it yielded, or
// Exhausted with its return value in Runtime::stopValue (null for None).
Result<Owned<>> resumeGenerator_py(Borrowed<Generator> generator, Borrowed<> sent);

// close(): throws GeneratorExit in. The result is the value that it returned, or None.
Result<Owned<>> closeGenerator_py(Borrowed<Generator> generator);

} // namespace molt
