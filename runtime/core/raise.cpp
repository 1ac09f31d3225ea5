// Raising: making exceptions, chaining them to what is being handled, matching and re-raising.
//
// `handled` is what sys.exc_info() shows. Inside a generator it begins as what its caller handles
// (Runtime::outerHandled) and falls back to that: the generator's frame keeps None for it, so
// that it never holds on to the exception of a caller that is gone.
#include "runtime/core/call.h"
#include "runtime/core/cells.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/exception_slots.h"
#include "runtime/types/traceback.h"

#include <cstdlib>
#include <new>

namespace molt {

ExceptionState &makeExceptionState() {
  return *(runtime().exceptions = new (std::malloc(sizeof(ExceptionState))) ExceptionState);
}

void releaseExceptionState(Runtime &current) {
  if (!current.exceptions)
    return;
  setField(current.exceptions->groupType, {});
  if (Object *log = std::exchange(current.exceptions->spareLog, nullptr))
    release(log);
  std::free(std::exchange(current.exceptions, nullptr));
}

// ---- Making ------------------------------------------------------------------------------------

Result<Owned<>> makeException(Type &type, const Value *arguments, uint64_t count) {
  Owned<> exception = TRY(type.newInstance.as<SlotKind::newException>(Borrowed<Type>(&type), arguments, count, {}));
  if (type.init != exceptionInit) // __new__ has stored args
    TRY(type.init.as<SlotKind::initException>(exception, arguments, count, {}));
  return exception;
}

namespace {

// Takes `exception` out of the chain of contexts that begins at `handled`, so that setting its own
// context to `handled` makes no cycle.
void unlinkFromContexts(ExceptionObject *exception, ExceptionObject *handled) {
  ExceptionObject *at = handled, *slow = handled;
  bool moveSlow = false;
  while (!at->context.isNull()) {
    ExceptionObject *next = asException(Borrowed<>(at->context));
    if (next == exception) {
      setField(at->context, {});
      return;
    }
    at = next;
    if (at == slow)
      return;
    if (moveSlow)
      slow = asException(Borrowed<>(slow->context));
    moveSlow = !moveSlow;
  }
}

[[gnu::noinline]] void linkContext(Borrowed<> exception) {
  Borrowed<> handled = handledException();
  if (handled.value() == exception.value())
    return;
  unlinkFromContexts(asException(exception), asException(handled));
  setField(asException(exception)->context, handled);
}

Raised makePending(Owned<> exception) {
  if (handledException())
    linkContext(exception);
  return restorePending(std::move(exception));
}

Raised raiseMade(Result<Owned<>> made) {
  if (made.raised())
    return Raised{};
  return makePending(made.take());
}

} // namespace

Raised raiseInstance(Borrowed<> exception) { return makePending(Owned<>::retain(exception)); }

Raised raiseWith(Type &type, Borrowed<> argument) {
  if (type.init == exceptionInit && type.size == sizeof(ExceptionObject) && argument) {
    Owned<ExceptionObject> made = allocateQuickly<ExceptionObject, true>(type);
    made->flags |= kOneArgument;
    made->storedArgs = Owned<>::retain(argument).intoValue();
    return makePending(std::move(made));
  }
  const Value arguments[] = {argument.value()};
  return raiseMade(makeException(type, arguments, argument ? 1 : 0));
}

Raised raiseFormatted(Type &type, const char *format, const FormatArgument *arguments, size_t count) {
  Result<Owned<Str>> message = formatMessage(format, arguments, count);
  if (message.raised())
    return Raised{};
  return raiseWith(type, message.take());
}

Raised raiseAttributeError(Borrowed<> object, Borrowed<Str> name, const char *format) {
  Result<Owned<Str>> message = formatStr(format ? format : "'%T' object has no attribute '%S'", object, name);
  if (message.raised())
    return Raised{};
  Owned<Str> text = message.take();
  Result<Owned<>> made = makeException(AttributeError, {text});
  if (made.raised())
    return Raised{};
  Raised raised = makePending(made.take());
  noteAttributeError(object, name);
  return raised;
}

void noteAttributeError(Borrowed<> object, Borrowed<Str> name) {
  if (!pendingMatches(AttributeError))
    return;
  auto *fields = static_cast<layout::AttributeError *>(asException(pendingException()));
  if (!fields->name.isNull() || !fields->object.isNull())
    return;
  setField(fields->object, object);
  setField(fields->name, name);
}

Raised raiseNoAttribute(Borrowed<> object, Borrowed<Str> name) {
  return raiseAttributeError(object, name, isType(object) ? "type object '%N' has no attribute '%S'" : nullptr);
}

namespace {
Raised raiseNamed(Type &type, const char *format, Borrowed<Str> name) {
  Result<Owned<Str>> message = formatStr(format, name);
  if (message.raised())
    return Raised{};
  Owned<Str> text = message.take();
  Result<Owned<>> made = makeException(type, {text});
  if (made.raised())
    return Raised{};
  Owned<> exception = made.take();
  if (&type == &NameError)
    setField(static_cast<layout::NameError *>(asException(exception))->name, name);
  return makePending(std::move(exception));
}
} // namespace

Raised raiseNameError(Borrowed<Str> name) { return raiseNamed(NameError, "name '%S' is not defined", name); }

Raised raiseMemoryError() { return raiseMade(makeException(MemoryError, nullptr, 0)); }

Raised raiseStopIteration(Borrowed<> value) {
  return raiseWith(StopIteration, value && !isNone(value) ? value : Borrowed<>());
}

// ---- The raise statement --------------------------------------------------------------------------

namespace {

// An instance from a class or an instance. `wrong`: the TypeError's text for anything else.
Result<Owned<>> instantiate_py(Borrowed<> what, const char *wrong) {
  if (isException(what))
    return Owned<>::retain(what);
  if (!isType(what) || !what.as<Type>()->has(kTypeException))
    return raise(TypeError, "%s", wrong);
  Type *type = what.as<Type>().get();
  if (!type->isHeap())
    return makeException(*type, nullptr, 0);
  Owned<> made = TRY(call_py(what, nullptr, 0));
  if (!isException(made))
    return raise(TypeError, "calling %R should have returned an instance of BaseException, not %R", what,
                 Value::unmarked(typeOf(made)));
  return made;
}

Result<void> raiseFrom_py(Borrowed<> what, Borrowed<> cause) {
  Owned<> exception = TRY(instantiate_py(what, "exceptions must derive from BaseException"));
  if (cause) {
    Owned<> made;
    if (!isNone(cause))
      made = TRY(instantiate_py(cause, "exception causes must derive from BaseException"));
    setField(asException(exception)->cause, made);
    asException(exception)->flags |= kSuppressContext;
  }
  return makePending(std::move(exception));
}

// What was handled before, for py.pop_handled.
[[gnu::noinline]] Owned<> keepHandled(Runtime &current, Value previous) {
  Owned<> kept = Owned<>::steal(previous);
  return previous == current.outerHandled ? ownedNone() : std::move(kept); // the caller's: a generator must not keep it
}

// The first entry of an exception's way, or of another log; where a lookup raised, its site follows that of the call.
[[gnu::noinline]] void addToNewTrace(ExceptionObject *exception, Code *code, Borrowed<Module> module, uint32_t site) {
  bool isByLookup = exception->flags & kRaisedByLookup;
  exception->flags &= ~uint32_t{kRaisedByLookup};
  addToTrace(exception, code, module, site + isByLookup);
}

bool isExceptionType(Borrowed<> value) { return isType(value) && value.as<Type>()->has(kTypeException); }

bool isCounted(Value value) { return value.isObject() && value.asObject()->refcount < kImmortal; }

Raised raiseBadPattern() {
  return raise(TypeError, "catching classes that do not inherit from BaseException is not allowed");
}

} // namespace

// ---- Entry points ---------------------------------------------------------------------------------

extern "C" {

void molt_raise_py(Borrowed<> exception, Borrowed<> cause) {
  if (!cause && isException(exception)) {
    (void)raiseInstance(exception);
    return;
  }
  Result<void> outcome = raiseFrom_py(exception, cause);
  (void)outcome;
}

void molt_raise_handled() {
  Borrowed<> handled = handledException();
  if (!handled)
    (void)raise(RuntimeError, "No active exception to reraise");
  else
    (void)restorePending(Owned<>::retain(handled));
}

void molt_raise_again(Borrowed<> exception) { (void)restorePending(Owned<>::retain(exception)); }

void molt_raise_assertion_py(Borrowed<> message) { (void)raiseWith(AssertionError, message); }

Owned<> molt_take_exception() { return takePending(); }

Owned<> molt_push_handled(Borrowed<> exception) {
  retain(exception.value().asObject());
  Runtime &current = runtime();
  Value previous = std::exchange(current.handled, exception.value());
  if (__builtin_expect(previous.isNull(), 1))
    return ownedNone();
  return keepHandled(current, previous);
}

void molt_pop_handled(Borrowed<> previous) {
  Runtime &current = runtime();
  Value next = isNone(previous) ? current.outerHandled : previous.value();
  if (__builtin_expect(!next.isNull(), 0))
    retain(next);
  if (Value old = std::exchange(current.handled, next); !old.isNull())
    release(old.asObject());
}

Result<bool> molt_exception_matches_py(Borrowed<> exception, Borrowed<> pattern) {
  if (Value::unmarked(exception.value().asObject()->type) == pattern.unmarked())
    return true;
  if (isTuple(pattern)) {
    Borrowed<Tuple> types = pattern.as<Tuple>();
    bool matches = false;
    for (uint64_t i = 0; i < types->length; ++i) {
      Borrowed<> type(types->items()[i]);
      if (!isExceptionType(type))
        return raiseBadPattern();
      matches |= isInstance(exception, *type.as<Type>());
    }
    return matches;
  }
  if (!isExceptionType(pattern))
    return raiseBadPattern();
  return isInstance(exception, *pattern.as<Type>());
}

void molt_add_traceback(Code *code, Borrowed<Module> module, uint32_t site) {
  Borrowed<> pending = pendingException();
  assert(pending && "add_traceback without a pending exception");
  ExceptionObject *exception = asException(pending);
  TraceLog *log = openLog(exception);
  if (!log || __builtin_expect(exception->flags & kRaisedByLookup, 0))
    return addToNewTrace(exception, code, module, site);
  addEntry(log, code, module, site);
}

// The frame's own entry is the first of the traceback; one that kept its variables already has nothing to add.
void molt_keep_locals(Code *code, const Value *variables, uint64_t count) {
  Value *place = localsOfLastFrame(asException(pendingException()), code);
  if (!place || !place->isNull())
    return;
  uint64_t kept = 0;
  for (uint64_t i = 0; i < count; ++i)
    kept += isCounted(variables[i]);
  if (!kept)
    return;
  // A tuple drops its last item first; so do frames, from 3.14 on.
  bool isReversed = runtime().pythonMinor < 14;
  Owned<Tuple> locals = makeUnfilledTuple(kept);
  for (uint64_t i = 0, next = 0; i < count; ++i)
    if (isCounted(variables[i])) {
      retain(variables[i]);
      locals->items()[isReversed ? --kept : next++] = variables[i];
    }
  *place = std::move(locals).intoValue();
}

void molt_raise_unbound_local(Borrowed<Str> name) {
  (void)raiseNamed(UnboundLocalError, "cannot access local variable '%S' where it is not associated with a value", name);
}

void molt_raise_unbound_free(Borrowed<Str> name) {
  (void)raiseNamed(NameError,
                   "cannot access free variable '%S' where it is not associated with a value in "
                   "enclosing scope",
                   name);
}

} // extern "C"

} // namespace molt
