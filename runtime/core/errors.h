// Raising and asking about the pending exception. At most one exception is pending; a function that
// made it so returns Raised{} (the zero word), and every caller hands that on.
#pragma once

#include "runtime/core/exception_types.h"
#include "runtime/core/runtime.h"

namespace molt {

// One argument of a message format.
struct FormatArgument {
  enum Kind : uint8_t { kText, kSigned, kUnsigned, kValue, kType, kChar } kind;
  union {
    const char *text;
    int64_t number;
    uint64_t count;
    uint64_t bits; // of a Value
    const Type *type;
  };
  FormatArgument(const char *text) : kind(kText), text(text) {}
  FormatArgument(int number) : kind(kSigned), number(number) {}
  FormatArgument(long number) : kind(kSigned), number(number) {}
  FormatArgument(long long number) : kind(kSigned), number(number) {}
  FormatArgument(unsigned number) : kind(kUnsigned), count(number) {}
  FormatArgument(unsigned long number) : kind(kUnsigned), count(number) {}
  FormatArgument(unsigned long long number) : kind(kUnsigned), count(number) {}
  FormatArgument(char character) : kind(kChar), number(character) {}
  FormatArgument(const Type *type) : kind(kType), type(type) {}
  FormatArgument(Value value) : kind(kValue), bits(value.bits()) {}
  template <class T> FormatArgument(Borrowed<T> value) : kind(kValue), bits(value.bits()) {}
  template <class T> FormatArgument(const Owned<T> &value) : kind(kValue), bits(value.value().bits()) {}
};

// Formats: %s C string; %d %zu numbers; %c a char; %S str(value) (a str as it is); %R repr(value);
// %A ascii(value); %T the name of type(value); %N the name of a type; %.200s and the like cut; %%.
Raised raiseFormatted(Type &type, const char *format, const FormatArgument *arguments, size_t count);
Result<Owned<Str>> formatMessage(const char *format, const FormatArgument *arguments, size_t count);

// return raise(TypeError, "'%T' object is not iterable", value);
template <class... Arguments>
Raised raise(Type &type, const char *format, const Arguments &...arguments) {
  if constexpr (sizeof...(arguments) == 0) {
    return raiseFormatted(type, format, nullptr, 0);
  } else {
    const FormatArgument list[] = {FormatArgument(arguments)...};
    return raiseFormatted(type, format, list, sizeof...(arguments));
  }
}
template <class... Arguments>
Result<Owned<Str>> formatStr(const char *format, const Arguments &...arguments) {
  if constexpr (sizeof...(arguments) == 0) {
    return formatMessage(format, nullptr, 0);
  } else {
    const FormatArgument list[] = {FormatArgument(arguments)...};
    return formatMessage(format, list, sizeof...(arguments));
  }
}

// type(argument), pending. KeyError(key), StopIteration(value) and the like.
Raised raiseWith(Type &type, Borrowed<> argument);
// An instance that exists already; __context__ is set from what is being handled.
Raised raiseInstance(Borrowed<> exception);
// AttributeError and NameError with their name and obj attributes (used for suggestions).
Raised raiseAttributeError(Borrowed<> object, Borrowed<Str> name, const char *format = nullptr);
Raised raiseNoAttribute(Borrowed<> object, Borrowed<Str> name); // CPython's text for its kind of object
// After a failed attribute access: an AttributeError that a getter or __getattr__ raised gets its name
// and obj when it has neither.
void noteAttributeError(Borrowed<> object, Borrowed<Str> name);
Raised raiseNameError(Borrowed<Str> name); // name 'x' is not defined
Raised raiseMemoryError();
Raised raiseStopIteration(Borrowed<> value);
// OSError from errno, of the subclass that fits. filename may be null.
Raised raiseErrno(int number, Borrowed<> filename);

inline bool isPending() { return !runtime().pending.isNull(); }
inline Borrowed<> pendingException() { return Borrowed<>(runtime().pending); }
// Is the pending exception an instance of this static type or of a subclass?
inline bool pendingMatches(const Type &type) {
  return isPending() && isInstance(runtime().pending, type);
}
// Takes the pending exception away; null when there is none.
inline Owned<> takePending() {
  return Owned<>::steal(std::exchange(runtime().pending, Value()));
}
// Makes it pending again, as it is. A null leaves nothing pending.
inline Raised restorePending(Owned<> exception) {
  Value old = std::exchange(runtime().pending, exception.intoValue());
  if (!old.isNull())
    release(old);
  return Raised{};
}
inline void clearPending() { Owned<> dropped = takePending(); }
// if (clearIfMatches(AttributeError)) ... : swallows that kind of exception.
inline bool clearIfMatches(const Type &type) {
  if (!pendingMatches(type))
    return false;
  clearPending();
  return true;
}

// Keeps a pending exception aside while other code runs (destructors).
class PendingSaver {
  Owned<> saved_;

public:
  PendingSaver() : saved_(takePending()) {}
  PendingSaver(const PendingSaver &) = delete;
  ~PendingSaver() { (void)restorePending(std::move(saved_)); }
};

// An exception that nobody can receive (in __del__, a callback): prints it as sys.unraisablehook
// does and clears it. what: "Exception ignored in: " and this object's repr; may be null.
void writeUnraisable(Borrowed<> where, const char *what = "while calling deallocator");

} // namespace molt
