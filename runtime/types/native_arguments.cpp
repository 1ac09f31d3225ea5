#include "runtime/types/native_arguments.h"

#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/types/dict.h"
#include "runtime/core/exception_text.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
extern Type molt_type_bytearray;
}

Owned<> boxInt(int64_t number) { return makeInt(number); }

namespace {

// For functions that answer with false.
bool fail(Raised) { return false; }

uint64_t keywordCount(Borrowed<Tuple> names) { return names ? names->length : 0; }

// "argument", "argument 2" or "argument 'count'", as CPython's converters say.
Raised raiseBadArgument(const CallSpec &spec, size_t index, const char *expected, Borrowed<> value) {
  const char *actual = isNone(value) ? "None" : typeName(value);
  if (spec.style == CallStyle::kSingle)
    return raise(TypeError, "%s() argument must be %s, not %s", spec.name, expected, actual);
  if (index >= spec.positionalOnly && spec.style != CallStyle::kParse)
    return raise(TypeError, "%s() argument '%s' must be %s, not %s", spec.name,
                 spec.parameters[index].name, expected, actual);
  return raise(TypeError, "%s() argument %zu must be %s, not %s", spec.name, index + 1, expected,
               actual);
}

// vectorcall: the words differ for calls without keywords.
bool takesKeywords(CallStyle style) { return style == CallStyle::kKeywords || style == CallStyle::kVectorcall; }

Result<Value> toInt32(Borrowed<> value) {
  int64_t number = TRY(indexToInt64_py(value));
  if ((number > INT32_MAX || number < INT32_MIN) && runtime().pythonMinor >= 13)
    return raise(OverflowError, "Python int too large to convert to C int");
  if (number > INT32_MAX)
    return raise(OverflowError, "signed integer is greater than maximum");
  if (number < INT32_MIN)
    return raise(OverflowError, "signed integer is less than minimum");
  return intWord(number);
}

Result<Value> toSliceIndex(Borrowed<> value, const ParameterSpec &parameter) {
  if (value.value().isInlineInt())
    return intWord(value.value().asInlineInt());
  if (parameter.orNone && isNone(value))
    return Value(parameter.defaultValue);
  const NumberSlots *number = typeOf(value)->number;
  if (!number || !number->index)
    return raise(TypeError, parameter.orNone ? "slice indices must be integers or None or have an __index__ method"
                                             : "slice indices must be integers or have an __index__ method");
  int64_t index = TRY(indexClamped_py(value));
  return intWord(index);
}

Result<Value> toCodepoint(const CallSpec &spec, size_t index, Borrowed<> value) {
  if (!isStr(value))
    return raiseBadArgument(spec, index, "a unicode character", value);
  Borrowed<Str> text = value.as<Str>();
  if (text->length != 1) {
    if (spec.style == CallStyle::kSingle)
      return raise(TypeError,
                   "%s() argument must be a unicode character, not a string of length %zu",
                   spec.name, text->length);
    return raise(TypeError,
                 "%s() argument %zu must be a unicode character, not a string of length %zu",
                 spec.name, index + 1, text->length);
  }
  const unsigned char *at = reinterpret_cast<const unsigned char *>(text->data());
  uint32_t lead = at[0];
  if (lead < 0x80)
    return intWord(lead);
  if (lead < 0xE0)
    return intWord((lead & 0x1F) << 6 | (at[1] & 0x3F));
  if (lead < 0xF0)
    return intWord((lead & 0x0F) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3F));
  return intWord((lead & 0x07) << 18 | (at[1] & 0x3Fu) << 12 | (at[2] & 0x3Fu) << 6 |
                 (at[3] & 0x3F));
}

Result<Value> convert_py(const CallSpec &spec, size_t index, Borrowed<> value) {
  const ParameterSpec &parameter = spec.parameters[index];
  if (parameter.orNone && isNone(value) && parameter.converter != Converter::kSliceIndex)
    return Value();
  switch (parameter.converter) {
  case Converter::kObject:
    return value.value();
  case Converter::kInt64: {
    if (value.value().isInlineInt())
      return intWord(value.value().asInlineInt());
    int64_t number = TRY(indexToInt64_py(value));
    return intWord(number);
  }
  case Converter::kInt32:
    return toInt32(value);
  case Converter::kSliceIndex:
    return toSliceIndex(value, parameter);
  case Converter::kBool: {
    bool truth = TRY(truth_py(value));
    return intWord(truth);
  }
  case Converter::kDouble: {
    if (value.value().isDouble())
      return doubleWord(value.value().asDouble());
    double number = TRY(toDouble_py(value));
    return doubleWord(number);
  }
  case Converter::kInstance:
    if (!isInstance(value, *parameter.type))
      return raiseBadArgument(spec, index, parameter.typeText, value);
    return value.value();
  case Converter::kBuffer:
    if (!isBytes(value) && !isInstance(value, molt_type_bytearray))
      return raise(TypeError, "a bytes-like object is required, not '%T'", value);
    return value.value();
  case Converter::kCodepoint:
    return toCodepoint(spec, index, value);
  }
  return value.value();
}

const char *plural(uint64_t count) { return count == 1 ? "" : "s"; }

Raised raisePositionalCount(const CallSpec &spec, uint64_t count) {
  uint64_t least = spec.least, most = spec.positional;
  bool few = count < least;
  const char *bound = least == most && !spec.varArgs ? "" : few ? "at least " : "at most ";
  uint64_t limit = few ? least : most;
  if (spec.style == CallStyle::kParse)
    return raise(TypeError, "%s() takes %s %zu argument%s (%zu given)", spec.name,
                 least == most ? "exactly" : few ? "at least" : "at most", limit, plural(limit),
                 count);
  return raise(TypeError, "%s expected %s%zu argument%s, got %zu", spec.name, bound, limit,
               plural(limit), count);
}

// The index of a parameter that can be given by this name, or spec.count.
size_t findParameter(const CallSpec &spec, Borrowed<Str> name) {
  for (size_t i = spec.positionalOnly; i < spec.count; ++i)
    if (strEqual(name, spec.parameters[i].name))
      return i;
  return spec.count;
}

Raised raiseTooMany(const CallSpec &spec, uint64_t given, uint64_t positionalGiven) {
  size_t required = 0;
  for (size_t i = 0; i < spec.count; ++i)
    required += spec.parameters[i].required;
  return raise(TypeError, "%s() takes %s %d %sargument%s (%zu given)", spec.name,
               required < spec.count ? "at most" : "exactly", int{spec.count},
               positionalGiven == 0 ? "keyword " : "", plural(spec.count), given);
}

Raised raisePositional(const CallSpec &spec, uint64_t count) {
  if (count > spec.positional) {
    if (spec.positional == 0)
      return raise(TypeError, "%s() takes no positional arguments", spec.name);
    return raise(TypeError, "%s() takes %s %d positional argument%s (%zu given)", spec.name,
                 spec.least < spec.positional ? "at most" : "exactly", int{spec.positional},
                 plural(spec.positional), count);
  }
  unsigned least = spec.least < spec.positionalOnly ? spec.least : spec.positionalOnly;
  return raise(TypeError, "%s() takes %s %d positional argument%s (%zu given)", spec.name,
               least < spec.positional ? "at least" : "exactly", static_cast<int>(least),
               plural(least), count);
}

Raised raiseUnexpected(const CallSpec &spec, Borrowed<Str> name) {
  Owned<List> candidates = makeList();
  for (size_t i = spec.positionalOnly; i < spec.count; ++i) {
    Owned<Str> candidate = makeStr(spec.parameters[i].name);
    listAppend(candidates, candidate.borrow());
  }
  Owned<Str> nearest = nearestName(name, candidates->items, candidates->length);
  if (nearest)
    return raise(TypeError, "%s() got an unexpected keyword argument '%S'. Did you mean '%S'?",
                 spec.name, name, nearest);
  return raise(TypeError, "%s() got an unexpected keyword argument '%S'", spec.name, name);
}

// Puts the values of keywords in their places of `given`; unknown ones into rest->keywords.
bool placeKeywords(const CallSpec &spec, const Value *arguments, uint64_t count,
                   Borrowed<Tuple> names, Value *given, VariadicPart *rest) {
  Borrowed<Str> unexpected, repeated;
  size_t repeatedAt = 0;
  for (uint64_t i = 0; i < keywordCount(names); ++i) {
    Borrowed<Str> name(tupleItem(names, i).as<Str>());
    size_t place = findParameter(spec, name);
    if (place == spec.count) {
      if (spec.varKeywords) {
        if (!rest->keywords)
          rest->keywords = makeDict();
        dictSetName(rest->keywords.borrow().as<Dict>(), name, Borrowed<>(arguments[count + i]));
      } else if (!unexpected) {
        unexpected = name;
      }
    } else if (!given[place].isNull()) {
      repeated = name;
      repeatedAt = place;
    } else {
      given[place] = arguments[count + i];
    }
  }
  for (size_t i = 0; i < spec.count; ++i) {
    if (!given[i].isNull() || !spec.parameters[i].required)
      continue;
    return fail(raise(TypeError, "%s() missing required argument '%s' (pos %d)", spec.name,
          spec.parameters[i].name, static_cast<int>(i + 1)));
  }
  if (repeated) {
    return fail(raise(TypeError, "argument for %s() given by name ('%S') and position (%d)", spec.name,
          repeated, static_cast<int>(repeatedAt + 1)));
  }
  if (unexpected) {
    if (runtime().pythonMinor < 13)
      return fail(raise(TypeError, "'%S' is an invalid keyword argument for %s()", unexpected, spec.name));
    return fail(raiseUnexpected(spec, unexpected));
  }
  return true;
}

// Counts that do not fit, in CPython's order of checking.
bool checkCounts(const CallSpec &spec, uint64_t count, Borrowed<Tuple> names) {
  if (spec.style == CallStyle::kVectorcall && runtime().pythonMinor >= 13 && keywordCount(names) == 0 && count > spec.positional)
    return fail(raisePositionalCount(spec, count));
  if (!takesKeywords(spec.style)) {
    bool keywords = keywordCount(names) != 0 && !spec.varKeywords;
    if (!keywords && count >= spec.least && (count <= spec.positional || spec.varArgs))
      return true;
    return fail(raiseWrongCall(spec, count, names));
  }
  uint64_t given = count + keywordCount(names);
  if (!spec.varArgs && !spec.varKeywords && given > spec.count) {
    return fail(raiseTooMany(spec, given, count));
  }
  unsigned leastPositional = spec.least < spec.positionalOnly ? spec.least : spec.positionalOnly;
  if ((count > spec.positional && !spec.varArgs) || count < leastPositional) return fail(raisePositional(spec, count));
  return true;
}

} // namespace

Raised raiseWrongCall(const CallSpec &spec, uint64_t count, Borrowed<Tuple> names) {
  if (keywordCount(names) != 0 && !spec.varKeywords)
    return raise(TypeError, "%s() takes no keyword arguments", spec.fullName);
  switch (spec.style) {
  case CallStyle::kNoArguments:
    return raise(TypeError, "%s() takes no arguments (%zu given)", spec.fullName, count);
  case CallStyle::kSingle:
    return raise(TypeError, "%s() takes exactly one argument (%zu given)", spec.fullName, count);
  default:
    return raisePositionalCount(spec, count);
  }
}

// The word of an argument that needs no conversion; null: it does.
static inline Value plainWord(const ParameterSpec &parameter, Value value) {
  switch (parameter.converter) {
  case Converter::kObject:
    return parameter.orNone ? Value() : value;
  case Converter::kInstance:
    return value.isObject() && value.asObject()->type == parameter.type ? value : Value();
  default:
    return Value();
  }
}

// Positional arguments only, of a number that fits: the common call. False: look closer.
static bool bindPlain(const CallSpec &spec, const Value *arguments, uint64_t count, Value *words, bool *failed) {
  if (count < spec.least || count > spec.positional || spec.varArgs || spec.varKeywords)
    return false;
  for (size_t i = count; i < spec.count; ++i) {
    if (spec.parameters[i].required)
      return false;
    words[i] = spec.parameters[i].defaultValue;
  }
  for (size_t i = 0; i < count; ++i) {
    words[i] = plainWord(spec.parameters[i], arguments[i]);
    if (!words[i].isNull())
      continue;
    Result<Value> word = convert_py(spec, i, Borrowed<>(arguments[i]));
    if ((*failed = word.raised()))
      return true;
    words[i] = word.take();
  }
  return true;
}

bool bindArguments(const CallSpec &spec, const Value *arguments, uint64_t count,
                   Borrowed<Tuple> names, Value *words, VariadicPart *rest) {
  bool failed = false;
  if (keywordCount(names) == 0 && bindPlain(spec, arguments, count, words, &failed))
    return !failed;
  if (!checkCounts(spec, count, names))
    return false;
  uint64_t placed = count < spec.positional ? count : spec.positional;
  for (size_t i = 0; i < spec.count; ++i)
    words[i] = i < placed ? arguments[i] : Value();
  if (spec.varArgs)
    rest->arguments = makeTuple(arguments + placed, count - placed);
  if (takesKeywords(spec.style) || spec.varKeywords)
    if (!placeKeywords(spec, arguments, count, names, words, rest))
      return false;
  for (size_t i = 0; i < spec.count; ++i) {
    if (words[i].isNull()) {
      words[i] = spec.parameters[i].defaultValue;
      continue;
    }
    Result<Value> word = convert_py(spec, i, Borrowed<>(words[i]));
    if (word.raised())
      return false;
    words[i] = word.take();
  }
  return true;
}

} // namespace molt
