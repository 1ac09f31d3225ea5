// The builtin exception types: molt_type_TypeError at C linkage, and TypeError for short in C++.
// ExceptionGroup, which has two bases, is a type that the runtime makes; see exception.h.
#pragma once

#include "runtime/core/type.h"

namespace molt {

extern "C" {
extern Type molt_type_BaseException;
#define EXCEPTION(name, base, layout)                                                              \
  extern Type molt_type_##name;                                                                    \
  extern const TypeIdentity molt_is_##name;
#include "runtime/core/exception_types.def"
#undef EXCEPTION
}

inline constexpr Type &BaseException = molt_type_BaseException;
#define EXCEPTION(name, base, layout) inline constexpr Type &name = molt_type_##name;
#include "runtime/core/exception_types.def"
#undef EXCEPTION

} // namespace molt
