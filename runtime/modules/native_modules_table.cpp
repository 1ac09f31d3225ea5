// The registry of native modules, alone in its file: a program that defines molt_native_modules itself
// keeps this one out of the link.
#include "runtime/modules/native_module.h"

namespace molt {

constinit const NativeModule *const nativeModules[] = {
#define NATIVE_MODULE(name) &nativeModule_##name,
#define NATIVE_EXTENSION(name) &nativeModule_##name,
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION
    nullptr};

} // namespace molt
