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

struct Found {
  Owned<> method;
  bool takesSelf = false; // a function of the type; anything else has bound itself
};

Result<void> findManagerMethod_py(Borrowed<> manager, Borrowed<Str> name, Found *result) {
  Borrowed<> found = lookupInType(typeOf(manager), name);
  result->takesSelf = found && typeOf(found) == &molt_type_function;
  result->method = result->takesSelf ? Owned<>::retain(found) : TRY(lookupSpecial_py(manager, name));
  if (result->method.value().isExhausted())
    return raiseNoManager(manager, name->data());
  return {};
}

// What findManagerMethod_py has found, with its self, which may be null.
Result<Owned<>> callExit_py(Borrowed<> exit, Borrowed<> self, const Borrowed<> (&arguments)[3]) {
  Value all[4] = {self.value()};
  for (unsigned i = 0; i < 3; ++i)
    all[i + 1] = arguments[i].value();
  return self ? call_py(exit, all, 4) : call_py(exit, all + 1, 3);
}

Borrowed<> orNone(Value value) { return value.isNull() ? none() : Borrowed<>(value); }

} // namespace

extern "C" {

Result<Owned<>> molt_with_enter_py(Borrowed<> manager, Value *exit) {
  exit[0] = exit[1] = Value();
  // 3.14 asks for __exit__ first.
  bool exitFirst = runtime().pythonMinor >= 14;
  Found enter, leave;
  if (!exitFirst)
    TRY(findManagerMethod_py(manager, "__enter__"_str, &enter));
  TRY(findManagerMethod_py(manager, "__exit__"_str, &leave));
  if (exitFirst)
    TRY(findManagerMethod_py(manager, "__enter__"_str, &enter));
  Value self = manager.value();
  Owned<> entered = TRY(call_py(enter.method, &self, enter.takesSelf ? 1 : 0));
  if (leave.takesSelf)
    exit[1] = Owned<>::retain(manager).intoValue();
  exit[0] = leave.method.intoValue();
  return entered;
}

Result<Owned<>> molt_with_exit_py(Borrowed<> exit, Borrowed<> self) {
  return callExit_py(exit, self, {none(), none(), none()});
}

Result<bool> molt_with_exit_exception_py(Borrowed<> exit, Borrowed<> self, Borrowed<> exception) {
  Owned<> traceback = Owned<>::retain(orNone(tracebackOf(exception).value()));
  Owned<> swallow = TRY(callExit_py(exit, self, {quietly(typeOf(exception)), exception, traceback}));
  return truth_py(swallow);
}

} // extern "C"

} // namespace molt
