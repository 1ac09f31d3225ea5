// BaseException: the slots and methods that every exception has.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/cells.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/exception_slots.h"
#include "runtime/types/traceback.h"

#include <algorithm>

namespace molt {

namespace {

size_t fieldCount(const Object *self) { return (self->type->size - sizeof(Object)) / sizeof(Value); }

Borrowed<> orNone(Value field) { return field.isNull() ? none() : Borrowed<>(field); }

// As when __new__ got the same arguments before.
bool hasArguments(const ExceptionObject *self, const Value *arguments, uint64_t count) {
  if (self->flags & kOneArgument)
    return count == 1 && self->storedArgs == arguments[0];
  if (self->storedArgs.isNull())
    return count == 0;
  const Tuple *args = static_cast<const Tuple *>(self->storedArgs.asObject());
  return args->length == count && std::equal(arguments, arguments + count, args->items());
}

void setArguments(ExceptionObject *self, const Value *arguments, uint64_t count) {
  if (count != 1) {
    setArgs(self, makeTuple(arguments, count));
    return;
  }
  self->flags |= kOneArgument;
  setField(self->storedArgs, Borrowed<>(arguments[0]));
}

// Of a new one.
inline void storeArguments(ExceptionObject *self, const Value *arguments, uint64_t count) {
  if (count == 1) {
    self->flags |= kOneArgument;
    retain(arguments[0]);
    self->storedArgs = arguments[0];
  } else if (count) {
    self->storedArgs = makeTuple(arguments, count).intoValue();
  }
}

} // namespace

Borrowed<Tuple> argsOf(Borrowed<> self) {
  ExceptionObject *exception = asException(self);
  if (exception->flags & kOneArgument) {
    Owned<Tuple> args = makeTuple(&exception->storedArgs, 1);
    setArgs(exception, args);
  }
  return exception->storedArgs.isNull() ? emptyTuple() : Borrowed<Tuple>(exception->storedArgs);
}

void setArgs(ExceptionObject *self, Borrowed<Tuple> args) {
  self->flags &= ~uint32_t{kOneArgument};
  setField(self->storedArgs, args);
}

// ---- Slots --------------------------------------------------------------------------------------

Result<Owned<>> exceptionNew(Borrowed<Type> type, const Value *arguments, uint64_t count, Borrowed<Tuple>) {
  ExceptionObject *self;
  if (type->size == sizeof(ExceptionObject) && !type->isHeap())
    self = static_cast<ExceptionObject *>(
        allocateQuickly<ExceptionObject, true>(*type).intoValueUnmarked().asObject());
  else
    self = static_cast<ExceptionObject *>(allocateObject(type.get(), type->size, 0));
  storeArguments(self, arguments, count);
  return Owned<>::steal(Value::fromObject(self));
}

Result<void> exceptionInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  if (names && names->length)
    return raise(TypeError, "%T() takes no keyword arguments", self);
  if (!hasArguments(asException(self), arguments, count))
    setArguments(asException(self), arguments, count);
  return {};
}

extern "C" Owned<> molt_new_exception(Borrowed<> type, const Value *arguments, uint64_t count) {
  Type *known = type.as<Type>().get();
  auto *self = static_cast<ExceptionObject *>(allocateObject(known, known->size, 0));
  storeArguments(self, arguments, count);
  return Owned<>::steal(Value::fromObject(self));
}

extern "C" void molt_init_exception(Borrowed<> exception, const Value *arguments, uint64_t count) {
  if (!hasArguments(asException(exception), arguments, count))
    setArguments(asException(exception), arguments, count);
}

Result<Owned<Str>> exceptionStr(Borrowed<> self) {
  Owned<Tuple> args = Owned<Tuple>::retain(argsOf(self));
  if (args->length == 0)
    return Owned<Str>::retain(""_str);
  if (args->length == 1)
    return str_py(Borrowed<>(args->items()[0]));
  return str_py(args);
}

Result<Owned<Str>> exceptionRepr(Borrowed<> self) {
  Owned<Tuple> args = Owned<Tuple>::retain(argsOf(self));
  if (args->length == 1)
    return formatStr("%T(%R)", self, Borrowed<>(args->items()[0]));
  return formatStr("%T%R", self, args);
}

Result<Owned<Str>> keyErrorStr(Borrowed<> self) {
  Owned<Tuple> args = Owned<Tuple>::retain(argsOf(self));
  if (args->length == 1)
    return repr_py(Borrowed<>(args->items()[0]));
  return exceptionStr(self);
}

void exceptionClear(Object *self) {
  Value *fields = static_cast<ExceptionObject *>(self)->fields();
  for (Value *field = fields, *end = fields + fieldCount(self); field != end; ++field)
    if (!field->isNull())
      release(std::exchange(*field, Value()));
}

void exceptionDestroy(Object *object) {
  auto *self = static_cast<ExceptionObject *>(object);
  if (Value trace = std::exchange(self->trace, Value()); !trace.isNull())
    releaseTrace(trace);
  exceptionClear(self);
}

void exceptionTraverse(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<ExceptionObject *>(self)->fields(), fieldCount(self));
}

// ---- Attributes ---------------------------------------------------------------------------------

namespace {

Result<Owned<>> getArgs(Borrowed<> self) { return Owned<>(Owned<Tuple>::retain(argsOf(self))); }
Result<void> assignArgs(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "args may not be deleted");
  Owned<Tuple> args = TRY(sequenceToTuple_py(value));
  setArgs(asException(self), args);
  return {};
}

Result<Owned<>> getTraceback(Borrowed<> self) { return Owned<>::retain(orNone(tracebackOf(self).unmarked())); }
Result<void> setTraceback(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "__traceback__ may not be deleted");
  if (!isNone(value) && !isExactly(value, molt_type_traceback))
    return raise(TypeError, "__traceback__ must be a traceback or None");
  setField(asException(self)->trace, isNone(value) ? Borrowed<>() : value);
  return {};
}

Result<Owned<>> getContext(Borrowed<> self) { return Owned<>::retain(orNone(asException(self)->context)); }
Result<void> setContext(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "__context__ may not be deleted");
  if (!isNone(value) && !isException(value))
    return raise(TypeError, "exception context must be None or derive from BaseException");
  setField(asException(self)->context, isNone(value) ? Borrowed<>() : value);
  return {};
}

Result<Owned<>> getCause(Borrowed<> self) { return Owned<>::retain(orNone(asException(self)->cause)); }
Result<void> setCause(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "__cause__ may not be deleted");
  if (!isNone(value) && !isException(value))
    return raise(TypeError, "exception cause must be None or derive from BaseException");
  asException(self)->flags |= kSuppressContext;
  setField(asException(self)->cause, isNone(value) ? Borrowed<>() : value);
  return {};
}

Result<Owned<>> getSuppressContext(Borrowed<> self) {
  return ownedBool(asException(self)->flags & kSuppressContext);
}
Result<void> setSuppressContext(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "can't delete numeric/char attribute");
  if (!isExactly(value, molt_type_bool))
    return raise(TypeError, "attribute value type must be bool");
  if (value.value() == boolean(true).value())
    asException(self)->flags |= kSuppressContext;
  else
    asException(self)->flags &= ~uint32_t{kSuppressContext};
  return {};
}

Result<Owned<>> getDict(Borrowed<> self) { return Owned<>::retain(instanceDict(self)); }
Result<void> setDict(Borrowed<> self, Borrowed<> value) { return assignInstanceDict_py(self, value); }

// ---- Methods ------------------------------------------------------------------------------------

Result<Owned<>> withTraceback(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("BaseException.with_traceback", names));
  if (count != 1)
    return raise(TypeError, "BaseException.with_traceback() takes exactly one argument (%zu given)", count);
  TRY(setTraceback(self, Borrowed<>(arguments[0])));
  return Owned<>::retain(self);
}

Result<Owned<>> addNote(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("BaseException.add_note", names));
  if (count != 1)
    return raise(TypeError, "BaseException.add_note() takes exactly one argument (%zu given)", count);
  Borrowed<> note(arguments[0]);
  if (!isStr(note))
    return raise(TypeError,
                 runtime().pythonMinor >= 14 ? "add_note() argument must be str, not %T"
                                             : "note must be a str, not '%T'",
                 note);
  Owned<> notes = TRY(getOptionalAttribute_py(self, "__notes__"_str));
  if (isExhausted(notes)) {
    notes = makeList();
    TRY(setAttribute_py(self, "__notes__"_str, notes));
  }
  if (!isList(notes))
    return raise(TypeError, "Cannot add note: __notes__ is not a list");
  listAppend(notes.borrow().as<List>(), note);
  return ownedNone();
}

Result<Owned<>> setState(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("BaseException.__setstate__", names));
  if (count != 1)
    return raise(TypeError, "BaseException.__setstate__() takes exactly one argument (%zu given)", count);
  Borrowed<> state(arguments[0]);
  if (isNone(state))
    return ownedNone();
  if (!isDict(state))
    return raise(TypeError, "state is not a dictionary");
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(state.as<Dict>(), &position, &key, &value)) {
    Owned<> keptKey = Owned<>::retain(key), kept = Owned<>::retain(value);
    TRY(setAttribute_py(self, keptKey.borrow().as<Str>(), kept));
  }
  return ownedNone();
}

} // namespace

Owned<> reduceTuple(Borrowed<> self, Borrowed<> args, Borrowed<> state) {
  const Value items[] = {Value::unmarked(typeOf(self)), args.value(), state.value()};
  return makeTuple(items, state ? 3 : 2);
}

Result<Owned<>> exceptionReduce(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>) {
  return reduceTuple(self, argsOf(self), filledDict(self));
}

const MethodDef kExceptionMethods[] = {
    {"__reduce__", exceptionReduce},
    {"__setstate__", setState},
    {"with_traceback", withTraceback, 0, nullptr, "($self, object, /)"},
    {"add_note", addNote, 0, nullptr, "($self, object, /)"},
    {nullptr, nullptr}};

const GetSetDef kExceptionGetSets[] = {
    {"__dict__", getDict, setDict},
    {"__suppress_context__", getSuppressContext, setSuppressContext},
    {"args", getArgs, assignArgs},
    {"__traceback__", getTraceback, setTraceback},
    {"__context__", getContext, setContext},
    {"__cause__", getCause, setCause},
    {nullptr, nullptr}};

Result<Owned<Tuple>> sequenceToTuple_py(Borrowed<> value) {
  if (isExactly(value, molt_type_tuple))
    return Owned<Tuple>::retain(value.as<Tuple>());
  Owned<List> items = makeList();
  TRY(forEach_py(value, [&](Borrowed<> item) -> Result<bool> {
    listAppend(items, item);
    return true;
  }));
  return molt_list_to_tuple(items);
}

} // namespace molt
