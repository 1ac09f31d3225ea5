#include "runtime/modules/uncaught.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/exception_text.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/file.h"
#include "runtime/types/struct_sequence.h"
#include "runtime/types/traceback.h"

namespace molt {

namespace {
constexpr MemberDef kHookFields[] = {structField("exc_type", 0),      structField("exc_value", 1),
                                     structField("exc_traceback", 2), structField("err_msg", 3),
                                     structField("object", 4),        structFieldEnd()};
} // namespace

extern "C" constinit Type molt_type_UnraisableHookArgs{
    structSequenceSpec("UnraisableHookArgs", "sys", kHookFields, false)};

namespace {

Borrowed<> orNone(Value value) { return value.isNull() ? none() : Borrowed<>(value); }

void flushStdout_py() {
  PendingSaver saver;
  Borrowed<> out = standardFile("stdout"_str);
  if (out && flushFile_py(out).raised())
    clearPending();
}

// SystemExit's code: None is 0, an int is itself, anything else is printed and means 1.
int exitCodeOf_py(Borrowed<> exception) {
  Owned<> code = Owned<>::retain(orNone(static_cast<layout::SystemExit *>(asException(exception))->code));
  if (isNone(code))
    return 0;
  if (isInt(code)) {
    int64_t number = 0;
    if (!intToInt64(code, &number))
      return -1;
    return static_cast<int>(number & 0xFF);
  }
  flushStdout_py();
  Result<Owned<Str>> text = str_py(code);
  if (text.raised()) {
    clearPending();
  } else {
    Owned<Str> shown = text.take();
    writeToStderr_py(shown->data(), shown->size);
  }
  writeToStderr_py("\n", 1);
  return 1;
}

// sys.excepthook or sys.unraisablehook when the program has set one of its own; null otherwise.
Owned<> ownHook(Borrowed<Str> name, Borrowed<Str> originalName) {
  Borrowed<> sys = runtime().modules ? dictFindName(Borrowed<Dict>(runtime().modules.get()), "sys"_str) : Borrowed<>();
  if (!sys || !isExactly(sys, molt_type_module))
    return {};
  Borrowed<Dict> dict(sys.as<Module>()->dict.get());
  Borrowed<> hook = dictFindName(dict, name), original = dictFindName(dict, originalName);
  if (!hook || isNone(hook) || !original || hook.value() == original.value())
    return {};
  return Owned<>::retain(hook);
}

} // namespace

// A program has hooks of its own only if it says their names.
static void callExceptHook_py(Borrowed<> hook, Borrowed<> exception);
static void callUnraisableHook_py(Borrowed<> hook, Borrowed<> exception, const char *what, Borrowed<> where);
WHEN_SAID(excepthook, callExceptHook_py)
WHEN_SAID(unraisablehook, callUnraisableHook_py)

namespace {

void report_py(Borrowed<> exception) {
  Owned<> hook = ownHook("excepthook"_str, "__excepthook__"_str);
  if (hook)
    molt_when_excepthook(hook, exception);
  else
    printUncaught_py(exception);
}

} // namespace

static void callExceptHook_py(Borrowed<> hook, Borrowed<> exception) {
  Owned<> traceback = Owned<>::retain(orNone(tracebackOf(exception).value()));
  Result<Owned<>> done = call_py(hook, {Borrowed<>(Value::fromObject(typeOf(exception))), exception, traceback});
  if (!done.raised())
    return;
  Owned<> failure = takePending();
  if (isInstance(failure, SystemExit)) {
    (void)restorePending(std::move(failure));
    return;
  }
  ByteBuffer out;
  out.append("Error in sys.excepthook:\n");
  appendException_py(out, failure);
  out.append("\nOriginal exception was:\n");
  appendException_py(out, exception);
  writeToStderr_py(out.data(), out.size());
}

void printUncaught_py(Borrowed<> exception) {
  flushStdout_py();
  ByteBuffer out;
  appendException_py(out, exception);
  writeToStderr_py(out.data(), out.size());
}

int handleUncaught_py() {
  Owned<> exception = takePending();
  if (isInstance(exception, SystemExit))
    return exitCodeOf_py(exception);
  report_py(exception);
  if (isPending()) { // the hook called sys.exit()
    Owned<> exit = takePending();
    return exitCodeOf_py(exit);
  }
  return isInstance(exception, KeyboardInterrupt) ? kKilledByInterrupt : 1;
}

namespace {

} // namespace

static void callUnraisableHook_py(Borrowed<> hook, Borrowed<> exception, const char *what, Borrowed<> where) {
  Owned<> message = ownedNone();
  if (runtime().pythonMinor >= 14) {
    Result<Owned<Str>> text = where ? formatStr("Exception ignored %s %R", what, where) : formatStr("Exception ignored %s", what);
    if (text.raised())
      clearPending();
    else
      message = text.take();
  }
  // Since 3.14 the object is part of the message.
  Borrowed<> object = where && runtime().pythonMinor < 14 ? where : none();
  const Value items[] = {Value::fromObject(typeOf(exception)), exception.value(),
                         orNone(tracebackOf(exception).value()).value(), message.value(), object.value()};
  Owned<Tuple> arguments = makeStructSequence(molt_type_UnraisableHookArgs, items, 5);
  Result<Owned<>> done = call_py(hook, {arguments});
  if (done.raised()) {
    Owned<> failure = takePending();
    ByteBuffer out;
    out.append("Exception ignored in sys.unraisablehook:\n");
    appendPlainTraceback(out, failure);
    appendTypeName(out, typeOf(failure));
    out.append('\n');
    writeToStderr_py(out.data(), out.size());
  }
}

namespace {

// The program's own sys.unraisablehook is called; false: it has none.
bool callOwnHook_py(Borrowed<> exception, const char *what, Borrowed<> where) {
  Owned<> hook = ownHook("unraisablehook"_str, "__unraisablehook__"_str);
  if (!hook)
    return false;
  molt_when_unraisablehook(hook, exception, what, where);
  return true;
}

} // namespace

void writeIgnored_py(const char *what, Borrowed<> where) {
  Owned<> exception = takePending();
  if (!exception)
    return;
  ExceptionState &state = exceptionState();
  if (state.printing)
    return;
  state.printing = true;
  if (callOwnHook_py(exception, what, where)) {
    state.printing = false;
    return;
  }
  ByteBuffer out;
  bool worded = runtime().pythonMinor >= 14 || !where;
  out.append(worded ? "Exception ignored " : "Exception ignored in: ");
  if (worded)
    out.append(what);
  if (where) {
    if (worded)
      out.append(' ');
    Result<Owned<Str>> text = repr_py(where);
    if (text.raised()) {
      clearPending();
      out.append("<object repr() failed>");
    } else {
      Owned<Str> shown = text.take();
      out.append(shown->data(), shown->size);
    }
  }
  out.append(worded ? ":\n" : "\n");
  appendPlainTraceback(out, exception);
  appendTypeName(out, typeOf(exception));
  out.append(": ");
  Result<Owned<Str>> message = str_py(exception);
  if (message.raised()) {
    clearPending();
    out.append("<exception str() failed>");
  } else {
    Owned<Str> shown = message.take();
    out.append(shown->data(), shown->size);
  }
  out.append('\n');
  writeToStderr_py(out.data(), out.size());
  state.printing = false;
}

void writeUnraisable(Borrowed<> where, const char *what) { writeIgnored_py(what, where); }

} // namespace molt
