// module objects and ModuleSpec.
//
// Layout: abi/object.h. A compiled module owns the arrays of caches and constants that its code
// reaches through its functions; native modules and types.ModuleType(...) have none.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

extern "C" {
extern Type molt_type_module;
extern Type molt_type_ModuleSpec;
}

inline bool isModule(Borrowed<> value) { return isInstance(value, molt_type_module); }

// A module with __name__, __doc__, __package__, __loader__ and __spec__ in its dict.
Owned<Module> makeModule(Borrowed<Str> name, const ModuleCode *code);
// The name from the dict, or null when it is gone or no str.
Borrowed<Str> moduleName(Borrowed<Module> module);

// __spec__: what the import system knows about a module.
struct ModuleSpec : Object {
  Value name, loader, origin, searchLocations, loaderState, cached;
  Value initializing; // True while the module's code runs
  uint32_t hasLocation;
  uint32_t reserved;
};
Owned<ModuleSpec> makeModuleSpec(Borrowed<Str> name, Borrowed<> origin, bool hasLocation, Borrowed<> locations);
// Whether module.__spec__ says that its code is still running; and where it came from (null: unknown).
bool isInitializing(Borrowed<Module> module);
Borrowed<Str> moduleOrigin(Borrowed<Module> module);

// Sets everything in a module's dict to None, as the interpreter does at its end: first the names with
// one leading underscore, then the others but __builtins__.
void clearModuleDict(Borrowed<Dict> dict);

} // namespace molt
