// A module that the runtime brings itself. Each name in abi/native_modules.def has one of these,
// defined in the module's file:
//
//   const NativeModule nativeModule_math{"math", math_functions, setUpMath};
#pragma once

#include "runtime/core/errors.h"
#include "runtime/core/type.h"

namespace molt {

struct NativeModule {
  const char *name;
  MethodTable functions;
  // Adds what is no function and no type of the stub: constants, state. May be null.
  Result<void> (*setUp)(Borrowed<Module> module, Borrowed<Dict> dict) = nullptr;
  const char *doc = nullptr;
  TypeTableOfModule types = {}; // of the stub's classes with @name
};

#define NATIVE_MODULE(name)                                                                        \
  extern const NativeModule nativeModule_##name __asm__("molt_native_module_" #name);
#define NATIVE_EXTENSION(name)                                                                        \
  extern const NativeModule nativeModule_##name __asm__("molt_native_module_" #name);
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION

// Attributes of sys that are there only when the program says their names, separated by spaces.
extern const char sysNamesWhenSaid[];

// All of them, ending with null. A program may bring its own table (see docs/pruning.md).
extern const NativeModule *const nativeModules[] __asm__("molt_native_modules");

// Adds a table of functions to a module's dict.
void addFunctions(Borrowed<Module> module, MethodTable functions);

} // namespace molt
