// The slot functions of classes that define special methods in Python.
//
// Rule: a special method is looked up on the type, never on the instance, and what is found is bound
// as a descriptor; plain functions are called with self in front without making a bound method.

#include "runtime/core/generic_slots.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/iterate.h"
#include "runtime/core/slot_rows.h"
#include "runtime/core/str_literal.h"

#include <cstring>

namespace molt {

namespace {
constexpr uint64_t kStackArguments = 8;
}

Result<Owned<>> callFound_py(Borrowed<> found, Borrowed<> self, const Value *arguments,
                             uint64_t positionalCount, Borrowed<Tuple> names) {
  NativeStep step(600);
  Type *type = typeOf(found);
  if (type == &molt_type_function && positionalCount < kStackArguments && !names) {
    Owned<Function> held = Owned<Function>::retain(found.as<Function>()); // the call may take it out of its class
    Value all[kStackArguments];
    all[0] = self.value();
    for (uint64_t i = 0; i < positionalCount; ++i)
      all[i + 1] = arguments[i];
    return callFunction_py(held, all, positionalCount + 1, names);
  }
  if (!type->has(kTypeMethodLike)) {
    if (!type->descriptorGet)
      return call_py(found, arguments, positionalCount, names);
    Owned<> bound = TRY(type->descriptorGet(found, self, quietly(typeOf(self))));
    return call_py(bound, arguments, positionalCount, names);
  }
  Owned<> held = Owned<>::retain(found); // the call may take it out of its class
  uint64_t total = positionalCount + (names ? names->length : 0) + 1;
  Value onStack[kStackArguments];
  Value *all = total <= kStackArguments ? onStack : allocateArray<Value>(total);
  all[0] = self.value();
  if (total > 1)
    std::memcpy(all + 1, arguments, (total - 1) * sizeof(Value));
  Result<Owned<>> result = type->call(held, all, positionalCount + 1, names);
  if (all != onStack)
    releaseArray(all, total);
  return result;
}

Result<Owned<>> callTypeMethod_py(Borrowed<> self, Borrowed<Str> name, const Value *arguments,
                                  uint64_t count) {
  Borrowed<> found = lookupInType(typeOf(self), name);
  if (!found)
    return ownedExhausted();
  return callFound_py(found, self, arguments, count, {});
}

namespace {

// The method must be there; it can be missing only when a class lost it just now.
Result<Owned<>> callRequired_py(Borrowed<> self, Borrowed<Str> name,
                                std::initializer_list<Borrowed<>> arguments) {
  Borrowed<> found = lookupInType(typeOf(self), name);
  if (!found)
    return raiseNoAttribute(self, name);
  return callFound_py(found, self, reinterpret_cast<const Value *>(arguments.begin()),
                      arguments.size(), {});
}

// The method if it is there and not None, else NotImplemented.
Result<Owned<>> callMaybe_py(Borrowed<> self, Borrowed<Str> name, Borrowed<> argument) {
  Borrowed<> found = lookupInType(typeOf(self), name);
  if (!found)
    return ownedNotImplemented();
  Value value = argument.value();
  return callFound_py(found, self, &value, 1, {});
}

} // namespace

// ---- Numbers --------------------------------------------------------------------------------------

namespace {

struct BinaryNames {
  Str *plain, *reflected, *inplace;
};
template <LiteralText text> constexpr Str *literalStr() { return &strLiteral<text>.header; }
#define NAMES(name)                                                                                \
  { literalStr<"__" name "__">(), literalStr<"__r" name "__">(), literalStr<"__i" name "__">() }
const BinaryNames binaryNames[] = {NAMES("add"),    NAMES("sub"),    NAMES("mul"),
                                   NAMES("matmul"), NAMES("truediv"), NAMES("floordiv"),
                                   NAMES("mod"),    NAMES("divmod"), NAMES("lshift"),
                                   NAMES("rshift"), NAMES("and"),    NAMES("or"),
                                   NAMES("xor"),    NAMES("pow")};
#undef NAMES

// Only compared, never called.
BinarySlot binarySlotOf(const Type *type, size_t offset) {
  if (!type->number)
    return nullptr;
  BinarySlot slot;
  std::memcpy(&slot, reinterpret_cast<const unsigned char *>(type->number) + offset, sizeof slot);
  return slot;
}

// Does right's type give another method than left's?
Result<bool> isOverloaded_py(Borrowed<> left, Borrowed<> right, Borrowed<Str> name) {
  Borrowed<> rightMethod = lookupInType(typeOf(right), name);
  if (!rightMethod)
    return false;
  Borrowed<> leftMethod = lookupInType(typeOf(left), name);
  return !leftMethod || leftMethod.value() != rightMethod.value();
}

Result<Owned<>> genericBinaryCall(Borrowed<> left, Borrowed<> right, const BinaryNames &names,
                                  bool leftIsOurs, bool rightIsOurs) {
  NativeStep step(350);
  Type *leftType = typeOf(left), *rightType = typeOf(right);
  bool tryRight = leftType != rightType && rightIsOurs;
  if (leftIsOurs && !tryRight) {
    Borrowed<> found = lookupInType(leftType, Borrowed<Str>(names.plain));
    if (found && typeOf(found) == &molt_type_function) {
      Owned<Function> held = Owned<Function>::retain(found.as<Function>()); // the call may take it out of its class
      const Value all[] = {left.value(), right.value()};
      return callFunction_py(held, all, 2, {});
    }
  }
  if (leftIsOurs) {
    if (tryRight && isSubtype(rightType, leftType) &&
        TRY(isOverloaded_py(left, right, Borrowed<Str>(names.reflected)))) {
      Owned<> result = TRY(callMaybe_py(right, Borrowed<Str>(names.reflected), left));
      if (!isNotImplemented(result))
        return result;
      tryRight = false;
    }
    Owned<> result = TRY(callMaybe_py(left, Borrowed<Str>(names.plain), right));
    if (!isNotImplemented(result) || leftType == rightType)
      return result;
  }
  if (tryRight)
    return callMaybe_py(right, Borrowed<Str>(names.reflected), left);
  return ownedNotImplemented();
}

} // namespace

template <BinaryOperator operation>
Result<Owned<>> genericBinary(Borrowed<> left, Borrowed<> right) {
  constexpr size_t offset = static_cast<size_t>(operation) * sizeof(BinarySlot);
  BinarySlot self = genericBinary<operation>;
  return genericBinaryCall(left, right, binaryNames[static_cast<size_t>(operation)],
                           binarySlotOf(typeOf(left), offset) == self,
                           binarySlotOf(typeOf(right), offset) == self);
}
template <BinaryOperator operation>
Result<Owned<>> genericInplace(Borrowed<> left, Borrowed<> right) {
  return callMaybe_py(left, Borrowed<Str>(binaryNames[static_cast<size_t>(operation)].inplace), right);
}
#define OPERATOR(name)                                                                             \
  template Result<Owned<>> genericBinary<BinaryOperator::name>(Borrowed<>, Borrowed<>);            \
  template Result<Owned<>> genericInplace<BinaryOperator::name>(Borrowed<>, Borrowed<>);
OPERATOR(kAdd)
OPERATOR(kSubtract)
OPERATOR(kMultiply)
OPERATOR(kMatrixMultiply)
OPERATOR(kTrueDivide)
OPERATOR(kFloorDivide)
OPERATOR(kModulo)
OPERATOR(kDivmod)
OPERATOR(kShiftLeft)
OPERATOR(kShiftRight)
OPERATOR(kBitAnd)
OPERATOR(kBitOr)
OPERATOR(kBitXor)
#undef OPERATOR
template Result<Owned<>> genericInplace<BinaryOperator::kPower>(Borrowed<>, Borrowed<>);

Result<Owned<>> genericPower(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  const NumberSlots *baseNumber = typeOf(base)->number, *exponentNumber = typeOf(exponent)->number;
  if (isNone(modulus))
    return genericBinaryCall(base, exponent, binaryNames[static_cast<size_t>(BinaryOperator::kPower)],
                             baseNumber && baseNumber->power == genericPower,
                             exponentNumber && exponentNumber->power == genericPower);
  // Three arguments: only the base is asked.
  if (baseNumber && baseNumber->power == genericPower)
    return callRequired_py(base, "__pow__"_str, {exponent, modulus});
  return ownedNotImplemented();
}

Result<Owned<>> genericNegative(Borrowed<> self) { return callRequired_py(self, "__neg__"_str, {}); }
Result<Owned<>> genericPositive(Borrowed<> self) { return callRequired_py(self, "__pos__"_str, {}); }
Result<Owned<>> genericAbsolute(Borrowed<> self) { return callRequired_py(self, "__abs__"_str, {}); }
Result<Owned<>> genericInvert(Borrowed<> self) { return callRequired_py(self, "__invert__"_str, {}); }
Result<Owned<>> genericInt(Borrowed<> self) { return callRequired_py(self, "__int__"_str, {}); }
Result<Owned<>> genericFloat(Borrowed<> self) { return callRequired_py(self, "__float__"_str, {}); }
Result<Owned<>> genericIndex(Borrowed<> self) { return callRequired_py(self, "__index__"_str, {}); }

Result<bool> boolResult(Borrowed<> result) {
  if (typeOf(result) != &molt_type_bool)
    return raise(TypeError, "__bool__ should return bool, returned %T", result);
  return result.value() == boolean(true).value();
}

Result<bool> genericTruth(Borrowed<> self) {
  Owned<> result = TRY(callTypeMethod_py(self, "__bool__"_str, nullptr, 0));
  if (!isExhausted(result))
    return boolResult(result);
  if (!lookupInType(typeOf(self), "__len__"_str))
    return true;
  return TRY(genericLength(self)) != 0;
}

// ---- Containers -------------------------------------------------------------------------------------

Result<int64_t> lengthResult_py(Borrowed<> result) {
  Owned<> length = TRY(index_py(result));
  int64_t number;
  bool fits = intToInt64(length, &number);
  if (TRY(less_py(length, Borrowed<>(Value::fromInt(0)))))
    return raise(ValueError, "__len__() should return >= 0");
  if (!fits)
    return raise(OverflowError, "cannot fit 'int' into an index-sized integer");
  return number;
}
Result<int64_t> genericLength(Borrowed<> self) {
  return lengthResult_py(TRY(callRequired_py(self, "__len__"_str, {})));
}
Result<Owned<>> genericGetItem(Borrowed<> self, Borrowed<> key) {
  return callRequired_py(self, "__getitem__"_str, {key});
}
Result<void> genericSetItem(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  if (value)
    TRY(callRequired_py(self, "__setitem__"_str, {key, value}));
  else
    TRY(callRequired_py(self, "__delitem__"_str, {key}));
  return {};
}
Result<bool> genericContains(Borrowed<> self, Borrowed<> item) {
  Borrowed<> found = lookupInType(typeOf(self), "__contains__"_str);
  if (found && isNone(found))
    return raise(TypeError, "'%T' object is not a container", self);
  if (found) {
    Value value = item.value();
    Owned<> result = TRY(callFound_py(found, self, &value, 1, {}));
    return truth_py(result);
  }
  return containsByIterating_py(self, item);
}

// ---- Everything else --------------------------------------------------------------------------------

Result<Owned<Str>> genericRepr(Borrowed<> self) {
  Owned<> result = TRY(callTypeMethod_py(self, "__repr__"_str, nullptr, 0));
  if (isExhausted(result))
    return objectRepr(self);
  if (!isStr(result))
    return raise(TypeError, "__repr__ returned non-string (type %T)", result);
  return std::move(result).as<Str>();
}
Result<Owned<Str>> genericStr(Borrowed<> self) {
  Owned<> result = TRY(callRequired_py(self, "__str__"_str, {}));
  if (!isStr(result))
    return raise(TypeError, "__str__ returned non-string (type %T)", result);
  return std::move(result).as<Str>();
}

Result<int64_t> genericHash(Borrowed<> self) {
  Borrowed<> found = lookupInType(typeOf(self), "__hash__"_str);
  if (!found || isNone(found))
    return unhashable(self);
  Owned<> result = TRY(callFound_py(found, self, nullptr, 0, {}));
  if (!isInt(result))
    return raise(TypeError, "__hash__ method should return an integer");
  int64_t number;
  if (!intToInt64(result, &number))
    return molt_type_int.hash(result);
  return number == -1 ? -2 : number;
}

Result<Owned<>> genericCall(Borrowed<> self, const Value *arguments, uint64_t positionalCount,
                            Borrowed<Tuple> names) {
  TRY(checkStack(" while calling a Python object"));
  Borrowed<> found = lookupInType(typeOf(self), "__call__"_str);
  if (!found)
    return raise(TypeError, "'%T' object is not callable", self);
  return callFound_py(found, self, arguments, positionalCount, names);
}

Result<Owned<>> genericGetAttribute(Borrowed<> self, Borrowed<Str> name) {
  Borrowed<> fallback = lookupInType(typeOf(self), "__getattr__"_str);
  Borrowed<> getter = lookupInType(typeOf(self), "__getattribute__"_str);
  Owned<> heldFallback = Owned<>::retain(fallback);
  bool plain = getter && typeOf(getter) == &molt_type_wrapper_descriptor;
  Result<Owned<>> result = Raised{};
  GetAttributeSlot slot = plain ? getter.as<SlotWrapper>()->slot.getAttribute : nullptr;
  if (slot == objectGetAttribute && fallback) { // no AttributeError is made only to be dropped
    result = lookUpAttribute_py(self, name);
    if (!result.raised()) {
      Owned<> found = result.take();
      if (!isExhausted(found))
        return found;
      Value value = name.value();
      return callFound_py(heldFallback, self, &value, 1, {});
    }
  } else if (plain) {
    result = slot(self, name);
  } else {
    Value value = name.value();
    result = callFound_py(getter, self, &value, 1, {});
  }
  if (!result.raised() || !fallback || !clearIfMatches(AttributeError))
    return result;
  Value value = name.value();
  return callFound_py(heldFallback, self, &value, 1, {});
}
Result<void> genericSetAttribute(Borrowed<> self, Borrowed<Str> name, Borrowed<> value) {
  if (value)
    TRY(callRequired_py(self, "__setattr__"_str, {name, value}));
  else
    TRY(callRequired_py(self, "__delattr__"_str, {name}));
  return {};
}

Result<Owned<>> genericCompare(Borrowed<> left, Borrowed<> right, Comparison operation) {
  TRY(checkStack(" in comparison"));
  static const Str *const names[] = {literalStr<"__lt__">(), literalStr<"__le__">(),
                                     literalStr<"__eq__">(), literalStr<"__ne__">(),
                                     literalStr<"__gt__">(), literalStr<"__ge__">()};
  auto *name = const_cast<Str *>(names[static_cast<size_t>(operation)]);
  return callMaybe_py(left, Borrowed<Str>(name), right);
}

Result<Owned<>> genericIter(Borrowed<> self) {
  Borrowed<> found = lookupInType(typeOf(self), "__iter__"_str);
  if (found && isNone(found))
    return raise(TypeError, "'%T' object is not iterable", self);
  if (found)
    return callFound_py(found, self, nullptr, 0, {});
  return makeSequenceIterator(self);
}

Result<Owned<>> genericNext(Borrowed<> self) {
  Result<Owned<>> result = callRequired_py(self, "__next__"_str, {});
  if (result.raised() && pendingMatches(StopIteration)) {
    Owned<> stop = takePending();
    takeStopValue(stop);
    return ownedExhausted();
  }
  return result;
}

Result<Owned<>> genericDescriptorGet(Borrowed<> self, Borrowed<> object, Borrowed<> owner) {
  Borrowed<> found = lookupInType(typeOf(self), "__get__"_str);
  if (!found) // lost meanwhile: an ordinary attribute
    return Owned<>::retain(self);
  Value arguments[] = {object ? object.value() : none().value(),
                       owner ? owner.value() : none().value()};
  return callFound_py(found, self, arguments, 2, {});
}
Result<void> genericDescriptorSet(Borrowed<> self, Borrowed<> object, Borrowed<> value) {
  Borrowed<Str> name = value ? "__set__"_str : "__delete__"_str;
  Value arguments[] = {object.value(), value.value()};
  Owned<> result = TRY(callTypeMethod_py(self, name, arguments, value ? 2 : 1));
  if (isExhausted(result))
    return raiseWith(AttributeError, name);
  return {};
}

Result<void> genericInit(Borrowed<> self, const Value *arguments, uint64_t positionalCount,
                         Borrowed<Tuple> names) {
  Borrowed<> found = lookupInType(typeOf(self), "__init__"_str);
  if (!found)
    return {};
  Owned<> result = TRY(callFound_py(found, self, arguments, positionalCount, names));
  if (!isNone(result))
    return raise(TypeError, "__init__() should return None, not '%T'", result);
  return {};
}

Result<Owned<>> genericNew(Borrowed<Type> type, const Value *arguments, uint64_t positionalCount,
                           Borrowed<Tuple> names) {
  Owned<> function = TRY(getAttribute_py(type, "__new__"_str));
  uint64_t total = positionalCount + (names ? names->length : 0) + 1;
  Value onStack[kStackArguments];
  Value *all = total <= kStackArguments ? onStack : allocateArray<Value>(total);
  all[0] = type.value();
  if (total > 1)
    std::memcpy(all + 1, arguments, (total - 1) * sizeof(Value));
  Result<Owned<>> result = call_py(function, all, positionalCount + 1, names);
  if (all != onStack)
    releaseArray(all, total);
  return result;
}

void genericFinalize(Object *self) {
  Borrowed<> object(Value::fromObject(self));
  Borrowed<> found = lookupInType(typeOf(object), "__del__"_str);
  if (!found)
    return;
  Owned<> held = Owned<>::retain(found);
  if (callFound_py(held, object, nullptr, 0, {}).raised())
    writeUnraisable(held);
}

} // namespace molt
