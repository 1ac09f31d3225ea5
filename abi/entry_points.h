// Declares the runtime's entry points from entry_points.def. The runtime defines each as
//   extern "C" Result<Owned<>> molt_add_py(Borrowed<> left, Borrowed<> right) { ... }
#pragma once

#include "abi/reference.h"

namespace molt {
struct GenericMethod;
struct List;
struct MethodDef;
extern "C" {
#define ENTRY(name, result, parameters) result molt_##name parameters;
#include "abi/entry_points.def"
#undef ENTRY


#define SYMBOL(name) extern Object molt_##name;
#define TYPE_SYMBOL(name) extern Type molt_##name;
#include "abi/symbols.def"
#undef SYMBOL
#undef TYPE_SYMBOL
}
} // namespace molt
