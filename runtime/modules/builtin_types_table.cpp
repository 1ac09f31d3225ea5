// The full table, alone in its file: a program that defines molt_builtin_types itself keeps it out of
// the link.
#include "runtime/modules/builtin_types.h"

namespace molt {

extern "C" {
#define BUILTIN_TYPE(name) extern Type molt_type_##name;
#include "abi/builtin_types.def"
#undef BUILTIN_TYPE
}

constinit Type *const builtinTypes[] = {
#define BUILTIN_TYPE(name) &molt_type_##name,
#include "abi/builtin_types.def"
#undef BUILTIN_TYPE
    &molt_type_BaseException,
#define EXCEPTION(name, base, layout) &molt_type_##name,
#include "runtime/core/exception_types.def"
#undef EXCEPTION
    nullptr};

} // namespace molt
