// How the generated wrappers (X.gen.cpp) unpack the arguments of a call into the typed values that
// C++ bodies take, with the error texts that CPython has for each of its calling styles.
#pragma once

#include "runtime/core/errors.h"
#include "runtime/core/str_literal.h"

#include <bit>

namespace molt {

enum class Converter : uint8_t {
  kObject,
  kInt64,
  kInt32,
  kSliceIndex,
  kBool,
  kDouble,
  kInstance, // of `type`
  kBuffer,
  kCodepoint,
};

struct ParameterSpec {
  const char *name;
  Converter converter;
  bool orNone;   // None is passed as null
  bool required;
  Type *type;           // kInstance
  const char *typeText; // as the TypeError names it: "str", "str or None"
  StaticValue defaultValue{}; // the word that the body gets
};

enum class CallStyle : uint8_t { kNoArguments, kSingle, kPositional, kKeywords, kVectorcall, kParse };

struct CallSpec {
  const char *name;     // "pop"
  const char *fullName; // "list.pop"
  const ParameterSpec *parameters; // without *args and **kwargs
  uint8_t count;
  uint8_t positionalOnly;
  uint8_t positional; // with the positional-only ones
  uint8_t least;      // required positional ones
  CallStyle style;
  bool varArgs, varKeywords;
};

// For static data: the words of defaults.
constexpr Value intWord(int64_t number) { return Value::fromBits(static_cast<uint64_t>(number)); }
constexpr Value doubleWord(double number) { return Value::fromBits(std::bit_cast<uint64_t>(number)); }

struct VariadicPart {
  Owned<> arguments; // a tuple, when spec.varArgs
  Owned<> keywords;  // a dict or null, when spec.varKeywords
};

// Fills words[0 .. spec.count). `rest` is null when the spec has neither *args nor **kwargs.
// False: an exception is pending.
[[nodiscard]] bool bindArguments(const CallSpec &spec, const Value *arguments, uint64_t count,
                                 Borrowed<Tuple> names, Value *words, VariadicPart *rest = nullptr);
// The error for a call without keywords whose count does not fit.
Raised raiseWrongCall(const CallSpec &spec, uint64_t count, Borrowed<Tuple> names);
// Calls of a type: keywords that a subclass's __init__ takes are none of the base's __new__.
inline bool ignoresKeywords(Borrowed<Type> type, Type &base) {
  return type.get() != &base && type->init != base.init;
}

inline int64_t int64Of(Value word) { return static_cast<int64_t>(word.bits()); }
inline double doubleOf(Value word) { return std::bit_cast<double>(word.bits()); }

// A body's result as a value.
Owned<> boxInt(int64_t number);
inline Result<Owned<>> boxed(Result<Owned<>> &&result) { return std::move(result); }
template <class T> Result<Owned<>> boxed(Result<Owned<T>> &&result) { return std::move(result); }
inline Result<Owned<>> boxed(Result<void> result) {
  if (result.raised())
    return Raised{};
  return ownedNone();
}
inline Result<Owned<>> boxed(Result<bool> result) {
  if (result.raised())
    return Raised{};
  return ownedBool(result.take());
}
inline Result<Owned<>> boxed(Result<int64_t> result) {
  if (result.raised())
    return Raised{};
  int64_t number = result.take();
  if (Value::fitsInline(number))
    return Owned<>::steal(Value::fromInt(number));
  return boxInt(number);
}
inline Result<Owned<>> boxed(Result<double> result) {
  if (result.raised())
    return Raised{};
  return Owned<>::steal(Value::fromDouble(result.take()));
}

} // namespace molt
