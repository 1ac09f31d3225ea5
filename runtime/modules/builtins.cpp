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
    "EnvironmentError IOError ExceptionGroup";

static Borrowed<> osError() { return Borrowed<>(Value::fromObject(&OSError)); }
WHEN_SAID(EnvironmentError, osError)
WHEN_SAID(IOError, osError)
static Borrowed<> exceptionGroup() { return exceptionGroupType(); }
WHEN_SAID(ExceptionGroup, exceptionGroup)

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
    dictSetName(dict, internText((*type)->name), Borrowed<>(Value::unmarked(*type))); // its place in the table is a mark
  dictSetName(dict, "__debug__"_str, boolean(true));
  addQuitters(dict);
  if (molt_when_ExceptionGroup)
    dictSetName(dict, "ExceptionGroup"_str, molt_when_ExceptionGroup());
  if (molt_when_EnvironmentError)
    dictSetName(dict, "EnvironmentError"_str, molt_when_EnvironmentError());
  if (molt_when_IOError)
    dictSetName(dict, "IOError"_str, molt_when_IOError());
  return {};
}

} // namespace

const NativeModule nativeModule_builtins{"builtins", builtins_functions, setUp};

} // namespace molt
