// The module `builtins`: functions from their stubs, the builtin types and exceptions, constants.
#include "runtime/builtins/builtins.gen.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/console.gen.h"
#include "runtime/modules/builtin_types.h"
#include "runtime/modules/importing.gen.h"
#include "runtime/modules/native_module.h"
#include "runtime/modules/quitter.h"
#include "runtime/types/dict.h"

namespace molt {

const char builtinTypeNames[] =
#define BUILTIN_TYPE(name) #name " "
#include "abi/builtin_types.def"
#undef BUILTIN_TYPE
    "BaseException "
#define EXCEPTION(name, base, layout) #name " "
#include "runtime/core/exception_types.def"
#undef EXCEPTION
    "EnvironmentError IOError";

namespace {

Result<void> setUp(Borrowed<Module> module, Borrowed<Dict> dict) {
  addFunctions(module, importing_functions);
  addFunctions(module, console_functions);
  dictSetName(dict, "None"_str, none());
  dictSetName(dict, "Ellipsis"_str, ellipsis());
  dictSetName(dict, "NotImplemented"_str, notImplemented());
  dictSetName(dict, "False"_str, boolean(false));
  dictSetName(dict, "True"_str, boolean(true));
  for (Type *const *type = builtinTypes; *type; ++type)
    dictSetName(dict, internText((*type)->name), Borrowed<>(Value::fromObject(*type)));
  dictSetName(dict, "__debug__"_str, boolean(true));
  addQuitters(dict);
  dictSetName(dict, "ExceptionGroup"_str, exceptionGroupType());
  dictSetName(dict, "EnvironmentError"_str, Borrowed<>(Value::fromObject(&OSError)));
  dictSetName(dict, "IOError"_str, Borrowed<>(Value::fromObject(&OSError)));
  return {};
}

} // namespace

const NativeModule nativeModule_builtins{"builtins", builtins_functions, setUp};

} // namespace molt
