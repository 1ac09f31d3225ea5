// isinstance() and issubclass(): tuples, unions, and the hooks of metaclasses.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

// object.__bases__ when it is a tuple (for things that act as classes), or null.
Result<Owned<>> abstractBases_py(Borrowed<> type) {
  Owned<> bases = TRY(getOptionalAttribute_py(type, "__bases__"_str));
  if (isExhausted(bases) || !isTuple(bases))
    return ownedNone();
  return bases;
}

Result<bool> abstractIsSubclass_py(Borrowed<> derived, Borrowed<> type) {
  TRY(checkStack(" in __issubclass__"));
  if (derived.value() == type.value())
    return true;
  Owned<> bases = TRY(abstractBases_py(derived));
  if (isNone(bases))
    return false;
  const Tuple *tuple = bases.borrow().as<Tuple>().get();
  for (uint64_t i = 0; i < tuple->length; ++i)
    if (TRY(abstractIsSubclass_py(Borrowed<>(tuple->items()[i]), type)))
      return true;
  return false;
}

Result<void> requireClass_py(Borrowed<> type, const char *message) {
  Owned<> bases = TRY(abstractBases_py(type));
  if (isNone(bases))
    return raise(TypeError, "%s", message);
  return {};
}

const char kInstanceMessage[] =
    "isinstance() arg 2 must be a type, a tuple of types, or a union";
const char kSubclassMessage[] = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

template <class Check>
Result<bool> anyOf(Borrowed<> tuple, const char *where, Check check) {
  TRY(checkStack(where));
  const Tuple *items = tuple.as<Tuple>().get();
  for (uint64_t i = 0; i < items->length; ++i)
    if (TRY(check(Borrowed<>(items->items()[i]))))
      return true;
  return false;
}

} // namespace

// Whether obj.__class__ of such an object is something else than what all objects have.
static bool definesClassAttribute(const Type *type) {
  Borrowed<Str> name = "__class__"_str;
  return lookupInType(const_cast<Type *>(type), name).value() != lookupInType(&molt_type_object, name).value();
}

extern "C" int32_t molt_test_instance(Borrowed<> value, Borrowed<> type) {
  const Type *actual = typeOf(value);
  if (isSubtype(actual, type.as<Type>().get()))
    return 1;
  bool isPlain = actual->has(kTypePlainGet) && (!actual->isHeap() || !definesClassAttribute(actual));
  return isPlain ? 0 : -1;
}

// What type.__instancecheck__ does.
Result<bool> realIsInstance_py(Borrowed<> object, Borrowed<> type) {
  if (isType(type)) {
    if (isSubtype(typeOf(object), type.as<Type>().get()))
      return true;
    if (typeOf(object)->has(kTypePlainGet) && !typeOf(object)->isHeap())
      return false;
    Owned<> claimed = TRY(getOptionalAttribute_py(object, "__class__"_str));
    return !isExhausted(claimed) && isType(claimed) &&
           claimed.value() != Value::unmarked(typeOf(object)) &&
           isSubtype(claimed.borrow().as<Type>().get(), type.as<Type>().get());
  }
  TRY(requireClass_py(type, kInstanceMessage));
  Owned<> claimed = TRY(getOptionalAttribute_py(object, "__class__"_str));
  return isExhausted(claimed) ? false : TRY(abstractIsSubclass_py(claimed, type));
}

// What type.__subclasscheck__ does.
Result<bool> realIsSubclass_py(Borrowed<> derived, Borrowed<> type) {
  if (isType(type) && isType(derived))
    return isSubtype(derived.as<Type>().get(), type.as<Type>().get());
  TRY(requireClass_py(derived, "issubclass() arg 1 must be a class"));
  TRY(requireClass_py(type, kSubclassMessage));
  return abstractIsSubclass_py(derived, type);
}

Result<bool> isInstance_py(Borrowed<> object, Borrowed<> classOrTuple) {
  if (Value::unmarked(typeOf(object)) == classOrTuple.value())
    return true;
  if (isExactly(classOrTuple, molt_is_type))
    return realIsInstance_py(object, classOrTuple);
  if (isTuple(classOrTuple))
    return anyOf(classOrTuple, " in __instancecheck__",
                 [&](Borrowed<> type) { return isInstance_py(object, type); });
  if (Borrowed<> hook = lookupInType(typeOf(classOrTuple), "__instancecheck__"_str)) {
    TRY(checkStack(" in __instancecheck__"));
    Value argument = object.value();
    Owned<> result = TRY(callFound_py(hook, classOrTuple, &argument, 1, {}));
    return truth_py(result);
  }
  return realIsInstance_py(object, classOrTuple);
}

Result<bool> isSubclass_py(Borrowed<> derived, Borrowed<> classOrTuple) {
  if (isExactly(classOrTuple, molt_is_type)) {
    if (derived.value() == classOrTuple.value())
      return true;
    return realIsSubclass_py(derived, classOrTuple);
  }
  if (isTuple(classOrTuple))
    return anyOf(classOrTuple, " in __subclasscheck__",
                 [&](Borrowed<> type) { return isSubclass_py(derived, type); });
  if (Borrowed<> hook = lookupInType(typeOf(classOrTuple), "__subclasscheck__"_str)) {
    TRY(checkStack(" in __subclasscheck__"));
    Value argument = derived.value();
    Owned<> result = TRY(callFound_py(hook, classOrTuple, &argument, 1, {}));
    return truth_py(result);
  }
  return realIsSubclass_py(derived, classOrTuple);
}

} // namespace molt
