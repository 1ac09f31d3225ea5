// Binding the arguments of a call to the parameters of a compiled function, with CPython's TypeErrors
// in CPython's order of checks.
// https://docs.python.org/3/reference/expressions.html#calls

#include "runtime/core/argument_binding.h"

#include "runtime/core/containers.h"
#include "runtime/core/exception_text.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

Borrowed<> qualnameOf(Borrowed<Function> function) {
  return function->qualname.isNull() ? Borrowed<>(Borrowed<Str>(function->code->qualname.get()))
                                     : Borrowed<>(function->qualname);
}
Borrowed<Str> parameterName(const Code *code, uint64_t index) {
  return Borrowed<Str>(code->variableNames->items()[index]);
}
uint64_t defaultCount(Borrowed<Function> function) {
  return function->defaults.isNull() ? 0 : Borrowed<Tuple>(function->defaults)->length;
}

// 'a', 'b', and 'c'
Result<Owned<Str>> listNames(const Code *code, const uint32_t *indexes, uint64_t count) {
  Owned<Str> list = TRY(formatStr("%R", parameterName(code, indexes[0])));
  for (uint64_t i = 1; i < count; ++i) {
    const char *separator = i + 1 < count ? ", " : count == 2 ? " and " : ", and ";
    list = TRY(formatStr("%S%s%R", list, separator, parameterName(code, indexes[i])));
  }
  return list;
}

// TypeError for the parameters in [first, last) that have no value.
Raised raiseMissing(Borrowed<Function> function, const Value *values, uint32_t first, uint32_t last,
                    const char *kind) {
  uint32_t *indexes = allocateArray<uint32_t>(last - first);
  uint64_t count = 0;
  for (uint32_t i = first; i < last; ++i)
    if (values[i].isNull())
      indexes[count++] = i;
  Result<Owned<Str>> names = listNames(function->code, indexes, count);
  releaseArray(indexes, last - first);
  if (names.raised())
    return Raised{};
  return raise(TypeError, "%S() missing %zu required %s argument%s: %S", qualnameOf(function), count,
               kind, count == 1 ? "" : "s", names.take());
}

Raised raiseTooMany(Borrowed<Function> function, const Value *values, uint64_t given) {
  const Code *code = function->code;
  uint64_t defaults = defaultCount(function);
  uint64_t keywordOnlyGiven = 0;
  for (uint32_t i = 0; i < code->keywordOnlyCount; ++i)
    keywordOnlyGiven += !values[code->positionalCount + i].isNull();
  Owned<Str> takes =
      defaults ? TRY(formatStr("from %zu to %zu", code->positionalCount - defaults,
                                      code->positionalCount))
               : TRY(formatStr("%zu", code->positionalCount));
  bool plural = defaults || code->positionalCount != 1;
  Owned<Str> keywordOnly = makeStr("", 0);
  if (keywordOnlyGiven)
    keywordOnly = TRY(formatStr(" positional argument%s (and %zu keyword-only argument%s)",
                                       given == 1 ? "" : "s", keywordOnlyGiven,
                                       keywordOnlyGiven == 1 ? "" : "s"));
  return raise(TypeError, "%S() takes %S positional argument%s but %zu%S %s given",
               qualnameOf(function), takes, plural ? "s" : "", given, keywordOnly,
               given == 1 && !keywordOnlyGiven ? "was" : "were");
}

Raised raiseUnexpected(Borrowed<Function> function, Borrowed<> name, Borrowed<Tuple> names) {
  const Code *code = function->code;
  // Positional-only parameters that are named.
  Owned<Str> wrong;
  for (uint32_t i = 0; i < code->positionalOnlyCount; ++i) {
    Borrowed<Str> parameter = parameterName(code, i);
    for (uint64_t k = 0; k < names->length; ++k)
      if (strEqual(parameter, Borrowed<Str>(names->items()[k])))
        wrong = wrong ? TRY(formatStr("%S, %S", wrong, parameter))
                      : Owned<Str>::retain(parameter);
  }
  if (wrong)
    return raise(TypeError,
                 "%S() got some positional-only arguments passed as keyword arguments: '%S'",
                 qualnameOf(function), wrong);
  Owned<Str> near;
  if (runtime().pythonMinor >= 13)
    near = nearestName(name.as<Str>(), code->variableNames->items() + code->positionalOnlyCount,
                       code->positionalCount + code->keywordOnlyCount - code->positionalOnlyCount);
  if (near)
    return raise(TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?",
                 qualnameOf(function), name, near);
  return raise(TypeError, "%S() got an unexpected keyword argument '%S'", qualnameOf(function), name);
}

// The parameter that can be given by that name, or -1.
int64_t findParameter(const Code *code, Borrowed<Str> name) {
  uint64_t total = code->positionalCount + code->keywordOnlyCount;
  const Value *names = code->variableNames->items();
  for (uint64_t i = code->positionalOnlyCount; i < total; ++i)
    if (names[i] == name.value())
      return static_cast<int64_t>(i);
  for (uint64_t i = code->positionalOnlyCount; i < total; ++i)
    if (strEqual(Borrowed<Str>(names[i]), name))
      return static_cast<int64_t>(i);
  return -1;
}

} // namespace

BoundArguments::BoundArguments(const Code *code) : count_(code->parameterCount()) {
  if (count_ > kInline)
    values_ = allocateArray<Value>(count_);
  for (uint64_t i = 0; i < count_; ++i)
    values_[i] = Value();
}
BoundArguments::~BoundArguments() {
  if (values_ != inline_)
    releaseArray(values_, count_);
}

Result<void> BoundArguments::bindKeywords(Borrowed<Function> function, const Value *values,
                                          Borrowed<Tuple> names) {
  const Code *code = function->code;
  for (uint64_t i = 0; i < names->length; ++i) {
    Borrowed<> name(names->items()[i]);
    if (!isStr(name))
      return raise(TypeError, "%S() keywords must be strings", qualnameOf(function));
    int64_t at = findParameter(code, name.as<Str>());
    if (at < 0 && !varKeywords_)
      return raiseUnexpected(function, name, names);
    if (at < 0)
      dictSetName(varKeywords_, name.as<Str>(), Borrowed<>(values[i]));
    else if (!values_[at].isNull())
      return raise(TypeError, "%S() got multiple values for argument '%S'", qualnameOf(function), name);
    else
      values_[at] = values[i];
  }
  return {};
}

Result<void> BoundArguments::bindDefaults(Borrowed<Function> function) {
  const Code *code = function->code;
  uint64_t defaults = defaultCount(function);
  auto required = static_cast<uint32_t>(
      defaults > code->positionalCount ? 0 : code->positionalCount - defaults);
  for (uint32_t i = 0; i < required; ++i)
    if (values_[i].isNull())
      return raiseMissing(function, values_, 0, required, "positional");
  if (!defaults)
    return {};
  const Tuple *list = Borrowed<Tuple>(function->defaults).get();
  uint64_t skipped = defaults - (code->positionalCount - required);
  for (uint32_t i = required; i < code->positionalCount; ++i)
    if (values_[i].isNull())
      values_[i] = list->items()[skipped + i - required];
  return {};
}

Result<void> BoundArguments::bindKeywordDefaults(Borrowed<Function> function) {
  const Code *code = function->code;
  uint32_t first = code->positionalCount, last = first + code->keywordOnlyCount;
  bool missing = false;
  for (uint32_t i = first; i < last; ++i) {
    if (!values_[i].isNull())
      continue;
    if (!function->keywordDefaults.isNull())
      values_[i] =
          dictFindName(Borrowed<Dict>(function->keywordDefaults), parameterName(code, i)).value();
    missing |= values_[i].isNull();
  }
  if (missing)
    return raiseMissing(function, values_, first, last, "keyword-only");
  return {};
}

Result<void> BoundArguments::bind(Borrowed<Function> function, const Value *arguments,
                                  uint64_t positionalCount, Borrowed<Tuple> names) {
  const Code *code = function->code;
  uint64_t at = code->positionalCount + code->keywordOnlyCount;
  uint64_t direct = positionalCount < code->positionalCount ? positionalCount : code->positionalCount;
  for (uint64_t i = 0; i < direct; ++i)
    values_[i] = arguments[i];
  if (code->flags & kHasVarArgs) {
    varArgs_ = makeTuple(arguments + direct, positionalCount - direct);
    values_[at++] = varArgs_.value();
  }
  if (code->flags & kHasVarKeywords) {
    varKeywords_ = makeDict();
    values_[at] = varKeywords_.value();
  }
  if (names && names->length)
    TRY(bindKeywords(function, arguments + positionalCount, names));
  if (positionalCount > code->positionalCount && !(code->flags & kHasVarArgs))
    return raiseTooMany(function, values_, positionalCount);
  if (positionalCount < code->positionalCount)
    TRY(bindDefaults(function));
  if (code->keywordOnlyCount)
    TRY(bindKeywordDefaults(function));
  return {};
}

} // namespace molt
