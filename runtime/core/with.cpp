// The with statement: __enter__ and __exit__ of the manager's type.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/exception.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/traceback.h"
#include <cstring>

namespace molt {

namespace {

Raised raiseNoManager(Borrowed<> manager, const char *missed) {
  bool async = lookupInType(typeOf(manager), "__aenter__"_str) && lookupInType(typeOf(manager), "__aexit__"_str);
  const char *hint = async ? " but it supports the asynchronous context manager protocol. Did you mean to use "
                             "'async with'?"
                           : "";
  if (runtime().pythonMinor < 14 && !std::strcmp(missed, "__enter__"))
    return raise(TypeError, "'%T' object does not support the context manager protocol", manager);
  return raise(TypeError, "'%T' object does not support the context manager protocol (missed %s method)%s", manager,
               missed, hint);
}

Result<Owned<>> lookupManagerMethod_py(Borrowed<> manager, Borrowed<Str> name) {
  Owned<> method = TRY(lookupSpecial_py(manager, name));
  if (method.value().isExhausted())
    return raiseNoManager(manager, name->data());
  return method;
}

Borrowed<> orNone(Value value) { return value.isNull() ? none() : Borrowed<>(value); }

} // namespace

extern "C" {

Result<Owned<>> molt_with_enter_py(Borrowed<> manager, Value *exit) {
  *exit = Value();
  // 3.14 asks for __exit__ first.
  bool exitFirst = runtime().pythonMinor >= 14;
  Owned<> enter, leave;
  if (!exitFirst)
    enter = TRY(lookupManagerMethod_py(manager, "__enter__"_str));
  leave = TRY(lookupManagerMethod_py(manager, "__exit__"_str));
  if (exitFirst)
    enter = TRY(lookupManagerMethod_py(manager, "__enter__"_str));
  Owned<> entered = TRY(call_py(enter, nullptr, 0));
  *exit = leave.intoValue();
  return entered;
}

Result<Owned<>> molt_with_exit_py(Borrowed<> exit) { return call_py(exit, {none(), none(), none()}); }

Result<bool> molt_with_exit_exception_py(Borrowed<> exit, Borrowed<> exception) {
  Owned<> traceback = Owned<>::retain(orNone(tracebackOf(exception).value()));
  Owned<> swallow = TRY(call_py(exit, {quietly(typeOf(exception)), exception, traceback}));
  return truth_py(swallow);
}

} // extern "C"

} // namespace molt
