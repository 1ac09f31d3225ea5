// BaseExceptionGroup, and ExceptionGroup, which also derives from Exception.
#include "runtime/core/heap_type.h"
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/exception_slots.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/tuple.h"
#include "runtime/types/traceback.h"

namespace molt {

const MemberDef kExceptionGroupMembers[] = {
    {"message", offsetof(layout::ExceptionGroup, message), MemberKind::kObjectOrNone},
    {"exceptions", offsetof(layout::ExceptionGroup, exceptions), MemberKind::kObjectOrNone},
    {nullptr, 0, {}}};

namespace {

layout::ExceptionGroup *asGroup(Borrowed<> self) {
  return static_cast<layout::ExceptionGroup *>(asException(self));
}
bool isGroup(Borrowed<> value) { return isInstance(value, BaseExceptionGroup); }

bool isSequence(Borrowed<> value) {
  const Type *type = typeOf(value);
  return !type->has(kTypeDict) && type->container && type->container->getItem && type->container->length;
}

} // namespace

Borrowed<Type> exceptionGroupType() {
  Value &slot = exceptionState().groupType;
  if (slot.isNull()) {
    slot = makePlainClass("ExceptionGroup"_str, "builtins"_str, {&BaseExceptionGroup, &Exception}).intoValueUnmarked();
  }
  return Borrowed<Type>(slot);
}

Result<Owned<>> exceptionGroupNew(Borrowed<Type> type, const Value *arguments, uint64_t count, Borrowed<Tuple>) {
  if (count != 2)
    return raise(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)", count);
  Borrowed<> message(arguments[0]), sequence(arguments[1]);
  if (!isStr(message))
    return raise(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %T", message);
  if (!isSequence(sequence))
    return raise(TypeError, "second argument (exceptions) must be a sequence");
  Owned<Tuple> exceptions = TRY(sequenceToTuple_py(sequence));
  if (!exceptions->length)
    return raise(ValueError, "second argument (exceptions) must be a non-empty sequence");
  bool allPlain = true;
  for (uint64_t i = 0; i < exceptions->length; ++i) {
    Borrowed<> item(exceptions->items()[i]);
    if (!isException(item))
      return raise(ValueError, "Item %zu of second argument (exceptions) is not an exception", i);
    allPlain &= isInstance(item, Exception);
  }
  Owned<Type> actual = Owned<Type>::retain(type);
  if (type.get() == &BaseExceptionGroup && allPlain) {
    actual = Owned<Type>::retain(exceptionGroupType());
  } else if (!allPlain && type.get() == exceptionGroupType().get()) {
    return raise(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (!allPlain && isSubtype(type.get(), &Exception)) {
    return raise(TypeError, "Cannot nest BaseExceptions in '%N'", type.get());
  }
  Owned<> self = TRY(exceptionNew(actual, arguments, count, {}));
  setField(asGroup(self)->message, message);
  setField(asGroup(self)->exceptions, exceptions);
  return self;
}

Result<void> exceptionGroupInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  return exceptionInit(self, arguments, count, names);
}

Result<Owned<Str>> exceptionGroupStr(Borrowed<> self) {
  uint64_t count = Borrowed<Tuple>(asGroup(self)->exceptions)->length;
  return formatStr("%S (%zu sub-exception%s)", Borrowed<>(asGroup(self)->message), count, count == 1 ? "" : "s");
}

// ---- Splitting ----------------------------------------------------------------------------------

namespace {

// What split() and subgroup() look for: exception types, a predicate, or (reraised exceptions) a set of leaves.
class Matcher {
  Borrowed<> condition_;
  bool isPredicate_ = false;
  Borrowed<List> leaves_;

public:
  void startWithLeaves(Borrowed<List> leaves) { leaves_ = leaves; }
  Result<void> start(Borrowed<> condition) {
    condition_ = condition;
    auto isExceptionType = [](Borrowed<> value) {
      return isType(value) && isSubtype(value.as<Type>().get(), &BaseException);
    };
    if (isExceptionType(condition))
      return {};
    if (isTuple(condition)) {
      Borrowed<Tuple> types = condition.as<Tuple>();
      for (uint64_t i = 0; i < types->length; ++i)
        if (!isExceptionType(Borrowed<>(types->items()[i])))
          return wrong();
      return {};
    }
    bool takesCallables = runtime().pythonMinor >= 13;
    isPredicate_ = takesCallables ? isCallable(condition) && !isType(condition) : typeOf(condition) == &molt_type_function;
    if (!isPredicate_)
      return wrong();
    return {};
  }
  static Raised wrong() {
    if (runtime().pythonMinor < 13)
      return raise(TypeError, "expected a function, exception type or tuple of exception types");
    return raise(TypeError, "expected an exception type, a tuple of exception types, or a callable "
                            "(other than a class)");
  }
  Result<bool> matches_py(Borrowed<> exception) const {
    if (leaves_)
      return !isGroup(exception) && isAmongLeaves(exception);
    if (!isPredicate_)
      return isInstance_py(exception, condition_);
    Owned<> answer = TRY(call_py(condition_, {exception}));
    return truth_py(answer);
  }

private:
  bool isAmongLeaves(Borrowed<> exception) const {
    for (uint64_t i = 0; i < leaves_->length; ++i)
      if (leaves_->items[i] == exception.value())
        return true;
    return false;
  }
};

// A group with the same message, context and notes that holds `exceptions`.
Result<Owned<>> deriveGroup_py(Borrowed<> group, Borrowed<List> exceptions) {
  Owned<> made = TRY(callMethod_py(group, "derive"_str, {exceptions}));
  if (!isGroup(made))
    return raise(TypeError, "derive must return an instance of BaseExceptionGroup");
  ExceptionObject *from = asException(group), *to = asException(made);
  setField(to->trace, tracebackOf(group));
  setField(to->context, Borrowed<>(from->context));
  setField(to->cause, Borrowed<>(from->cause));
  to->flags |= kSuppressContext;
  Owned<> notes = TRY(getOptionalAttribute_py(group, "__notes__"_str));
  if (!isExhausted(notes) && isSequence(notes)) {
    Owned<List> copy = makeList();
    TRY(molt_list_extend_py(copy, notes));
    TRY(setAttribute_py(made, "__notes__"_str, copy));
  }
  return made;
}

struct Split {
  Owned<> match, rest; // None when empty
};

Result<void> split_py(Borrowed<> exception, const Matcher &matcher, bool wantRest, Split *out) {
  TRY(checkStack(" in exception group split"));
  out->match = ownedNone();
  out->rest = ownedNone();
  bool whole = TRY(matcher.matches_py(exception));
  if (whole || !isGroup(exception)) {
    (whole ? out->match : out->rest) = Owned<>::retain(exception);
    return {};
  }
  Owned<Tuple> members = Owned<Tuple>::retain(Borrowed<Tuple>(asGroup(exception)->exceptions));
  Owned<List> matched = makeList(), others = makeList();
  bool anyMatched = false, anyOther = false;
  for (uint64_t i = 0; i < members->length; ++i) {
    Split part;
    TRY(split_py(Borrowed<>(members->items()[i]), matcher, wantRest, &part));
    if (!isNone(part.match)) {
      listAppend(matched, part.match);
      anyMatched = true;
    }
    if (!isNone(part.rest)) {
      listAppend(others, part.rest);
      anyOther = true;
    }
  }
  if (anyMatched)
    out->match = TRY(deriveGroup_py(exception, matched));
  if (anyOther && wantRest)
    out->rest = TRY(deriveGroup_py(exception, others));
  return {};
}

Result<Owned<>> derive(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("BaseExceptionGroup.derive", names));
  if (count != 1)
    return raise(TypeError, "BaseExceptionGroup.derive() takes exactly one argument (%zu given)", count);
  return call_py(Borrowed<>(Value::fromObject(&BaseExceptionGroup)),
                 {Borrowed<>(asGroup(self)->message), Borrowed<>(arguments[0])});
}

Result<Owned<>> split(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("BaseExceptionGroup.split", names));
  if (count != 1)
    return raise(TypeError, "BaseExceptionGroup.split() takes exactly one argument (%zu given)", count);
  Matcher matcher;
  TRY(matcher.start(Borrowed<>(arguments[0])));
  Split parts;
  TRY(split_py(self, matcher, true, &parts));
  return Owned<>(makePair(parts.match, parts.rest));
}

Result<Owned<>> subgroup(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("BaseExceptionGroup.subgroup", names));
  if (count != 1)
    return raise(TypeError, "BaseExceptionGroup.subgroup() takes exactly one argument (%zu given)", count);
  Matcher matcher;
  TRY(matcher.start(Borrowed<>(arguments[0])));
  Split parts;
  TRY(split_py(self, matcher, false, &parts));
  return std::move(parts.match);
}

Result<Owned<>> classGetItem(Borrowed<> cls, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("BaseExceptionGroup.__class_getitem__", names));
  if (count != 1)
    return raise(TypeError, "BaseExceptionGroup.__class_getitem__() takes exactly one argument (%zu given)", count);
  return makeGenericAlias(cls, Borrowed<>(arguments[0]));
}

// ---- except* ------------------------------------------------------------------------------------

bool isGroupType(Borrowed<> type) { return isSubtype(type.as<Type>().get(), &BaseExceptionGroup); }

Result<void> checkStarPattern(Borrowed<> pattern) {
  bool hasGroup = false;
  auto check = [&](Borrowed<> type) -> Result<void> {
    if (!isType(type) || !isSubtype(type.as<Type>().get(), &BaseException))
      return raise(TypeError, "catching classes that do not inherit from BaseException is not allowed");
    hasGroup |= isGroupType(type);
    return {};
  };
  if (isTuple(pattern)) {
    Borrowed<Tuple> types = pattern.as<Tuple>();
    for (uint64_t i = 0; i < types->length; ++i)
      TRY(check(Borrowed<>(types->items()[i])));
  } else {
    TRY(check(pattern));
  }
  if (hasGroup)
    return raise(TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
  return {};
}

Result<Owned<>> makeGroup(Borrowed<> exceptions) {
  return call_py(Borrowed<>(Value::fromObject(&BaseExceptionGroup)), {""_str, exceptions});
}

// The two that the group's own split() gives.
Result<void> splitBySelf_py(Borrowed<> group, Borrowed<> pattern, Split *out) {
  Owned<> pair = TRY(callMethod_py(group, "split"_str, {pattern}));
  if (typeOf(pair) != &molt_type_tuple)
    return raise(TypeError, "%T.split must return a tuple, not %T", group, pair);
  Borrowed<Tuple> both = pair.borrow().as<Tuple>();
  if (both->length < 2)
    return raise(TypeError, "%T.split must return a 2-tuple, got tuple of size %zu", group, both->length);
  out->match = Owned<>::retain(Borrowed<>(both->items()[0]));
  out->rest = Owned<>::retain(Borrowed<>(both->items()[1]));
  return {};
}

// A handler raised it again, or left it: it is still what `original` was. (Notes do not count.)
bool isStill(Borrowed<> exception, Borrowed<> original) {
  ExceptionObject *one = asException(exception), *other = asException(original);
  return tracebackOf(exception).value() == tracebackOf(original).value() && one->cause == other->cause &&
         one->context == other->context;
}

void collectLeaves(Borrowed<> exception, Borrowed<List> leaves) {
  if (!isGroup(exception))
    return listAppend(leaves, exception);
  Borrowed<Tuple> members(asGroup(exception)->exceptions);
  for (uint64_t i = 0; i < members->length; ++i)
    collectLeaves(Borrowed<>(members->items()[i]), leaves);
}

// What of `original` is in the groups of `kept`, in its shape; None when that is nothing.
Result<Owned<>> project_py(Borrowed<> original, Borrowed<List> kept) {
  Owned<List> leaves = makeList();
  for (uint64_t i = 0; i < kept->length; ++i)
    collectLeaves(Borrowed<>(kept->items[i]), leaves);
  Matcher matcher;
  matcher.startWithLeaves(leaves);
  Split parts;
  TRY(split_py(original, matcher, false, &parts));
  return std::move(parts.match);
}

} // namespace

extern "C" Result<Owned<>> molt_match_group_py(Borrowed<> exception, Borrowed<> pattern, Value *rest) {
  TRY(checkStarPattern(pattern));
  *rest = none().value();
  if (isNone(exception))
    return ownedNone();
  if (TRY(molt_exception_matches_py(exception, pattern))) {
    if (isGroup(exception))
      return Owned<>::retain(exception);
    Value items[] = {exception.value()};
    return makeGroup(makeTuple(items, 1)); // a naked exception
  }
  if (!isGroup(exception)) {
    *rest = Owned<>::retain(exception).intoValue();
    return ownedNone();
  }
  Split parts;
  TRY(splitBySelf_py(exception, pattern, &parts));
  *rest = parts.rest.intoValue();
  return std::move(parts.match);
}

extern "C" Result<Owned<>> molt_join_groups_py(Borrowed<> original, Borrowed<List> raised) {
  Owned<List> others = makeList(), kept = makeList();
  for (uint64_t i = 0; i < raised->length; ++i) {
    Borrowed<> one(raised->items[i]);
    if (isNone(one))
      continue;
    if (!isGroup(original)) // at most one clause has run
      return Owned<>::retain(one);
    listAppend(isStill(one, original) ? kept : others, one);
  }
  if (!isGroup(original))
    return ownedNone();
  Owned<> left = TRY(project_py(original, kept));
  if (!others->length)
    return left;
  if (!isNone(left))
    listAppend(others, left);
  if (others->length == 1)
    return Owned<>::retain(Borrowed<>(others->items[0]));
  return makeGroup(others);
}

const MethodDef kExceptionGroupMethods[] = {
    {"derive", derive, 0, nullptr, "($self, excs, /)"},
    {"split", split, 0, nullptr, "($self, matcher_value, /)"},
    {"subgroup", subgroup, 0, nullptr, "($self, matcher_value, /)"},
    {"__class_getitem__", classGetItem, kMethodClass, "See PEP 585"},
    {nullptr, nullptr}};

} // namespace molt
