// Exception instances, and the state of raising.
//
// Every instance is a row of Values behind the header: those of BaseException first, then the fields
// of its builtin layout, up to Type::size. All may be null. So one destroy and one traverse serve the
// whole hierarchy.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

enum ExceptionFlags : uint32_t {
  kSuppressContext = 1u << 8, // __suppress_context__
  kOneArgument = 1u << 10,
  kRaisedByLookup = 1u << 9,  // by the lookup of a method call; until its place is in the traceback
};

struct ExceptionObject : Object {
  Value dict;
  Value storedArgs; // a tuple, or with kOneArgument its only item: argsOf() makes the one from the other; null: ()
  Value trace; // a Traceback, or a TraceLog while nobody has looked (runtime/types/traceback.h): tracebackOf() makes
               // the one from the other; null: nothing
  Value context, cause; // null: None
  Value *fields() { return reinterpret_cast<Value *>(static_cast<Object *>(this) + 1); }
};
static_assert(sizeof(ExceptionObject) == 56);

// The layouts, named as in exception_types.def.
namespace layout {
struct BaseException : ExceptionObject {};
struct ExceptionGroup : ExceptionObject {
  Value message, exceptions; // str, tuple
};
struct SystemExit : ExceptionObject {
  Value code;
};
struct StopIteration : ExceptionObject {
  Value value;
};
struct AttributeError : ExceptionObject {
  Value object, name;
};
struct NameError : ExceptionObject {
  Value name;
};
struct ImportError : ExceptionObject {
  Value message, name, path, nameFrom;
};
struct OSError : ExceptionObject {
  Value number, text, filename, filename2, written;
};
struct SyntaxError : ExceptionObject {
  Value message, filename, line, offset, endLine, endOffset, text, printFileAndLine, metadata;
};
struct UnicodeError : ExceptionObject {
  Value encoding, object, start, end, reason;
};
} // namespace layout

inline ExceptionObject *asException(Borrowed<> value) {
  return static_cast<ExceptionObject *>(value.value().asObject());
}

// Stores a new reference in a field (null clears it), then releases the old one.
inline void setField(Value &field, Borrowed<> value) {
  Owned<> kept = Owned<>::retain(value);
  Owned<> old = Owned<>::steal(std::exchange(field, kept.intoValue()));
}

// ---- Making ------------------------------------------------------------------------------------
// type(*arguments) for a builtin exception type: through its own __new__ and __init__, which run no
// Python code.
Result<Owned<>> makeException(Type &type, const Value *arguments, uint64_t count);
inline Result<Owned<>> makeException(Type &type, std::initializer_list<Borrowed<>> arguments) {
  return makeException(type, reinterpret_cast<const Value *>(arguments.begin()), arguments.size());
}
// The type ExceptionGroup: it has two bases, so the runtime makes it at its first use.
Borrowed<Type> exceptionGroupType();

// ---- State -------------------------------------------------------------------------------------
struct ExceptionState {
  Value groupType; // ExceptionGroup; null until used
  bool printing = false; // an unraisable exception is being printed
  Object *spareLog = nullptr; // a TraceLog, emptied, for the next exception; or null
};
ExceptionState &makeExceptionState();
inline ExceptionState &exceptionState() {
  ExceptionState *state = runtime().exceptions;
  return __builtin_expect(state != nullptr, 1) ? *state : makeExceptionState();
}
// Releases what the state holds. Called by the runtime's end.
void releaseExceptionState(Runtime &runtime);

// What is being handled here, or null.
inline Borrowed<> handledException() { return Borrowed<>(runtime().handled); }

// The OSError subclass for an errno, or OSError itself.
Type &typeOfErrno(int number);

} // namespace molt
