// int | str: a union of types.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

struct UnionType : Object {
  Ptr<Tuple> arguments; // without repeats
};
extern "C" Type molt_type_UnionType;

// The | of types, None, generic aliases and unions; NotImplemented for anything else.
Result<Owned<>> makeUnion_py(Borrowed<> left, Borrowed<> right);

} // namespace molt
