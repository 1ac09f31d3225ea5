// The table of special methods and slots, and how Python calls the slots of builtin types.

#include "runtime/core/slot_rows.h"

#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/iterate.h"
#include "runtime/core/str_literal.h"

#include <cstddef>
#include <cstring>

namespace molt {

namespace {

using Wrapped = Result<Owned<>>;
#define WRAPPER(name)                                                                              \
  Wrapped name(const SlotRow &row, AnySlot slot, Borrowed<> self, const Value *arguments,          \
               uint64_t count, Borrowed<Tuple> names)

// Checks a wrapper's arguments: that many, and no keywords.
Result<void> expect(const SlotRow &row, uint64_t count, uint64_t wanted, Borrowed<Tuple> names) {
  if (names && names->length)
    return raise(TypeError, "wrapper %S() takes no keyword arguments", Borrowed<Str>(row.name));
  if (count != wanted)
    return raise(TypeError, "expected %d argument%s, got %d", wanted, wanted == 1 ? "" : "s", count);
  return {};
}
// The same where CPython unpacks a tuple: its text begins with a space.
Result<void> expectBetween(const SlotRow &row, uint64_t count, uint64_t least, uint64_t most,
                           Borrowed<Tuple> names) {
  if (names && names->length)
    return raise(TypeError, "wrapper %S() takes no keyword arguments", Borrowed<Str>(row.name));
  if (count >= least && count <= most)
    return {};
  uint64_t wanted = count < least ? least : most;
  return raise(TypeError, " expected %s%d argument%s, got %d",
               least == most ? "" : count < least ? "at least " : "at most ", wanted,
               wanted == 1 ? "" : "s", count);
}

Result<Owned<>> noneAfter(Result<void> result) {
  if (result.raised())
    return Raised{};
  return ownedNone();
}
Result<Owned<>> boolAfter(Result<bool> result) {
  if (result.raised())
    return Raised{};
  return ownedBool(result.take());
}

WRAPPER(wrapUnary) {
  TRY(expect(row, count, 0, names));
  return slot.unary(self);
}
WRAPPER(wrapBinary) {
  TRY(expect(row, count, 1, names));
  return slot.binary(self, Borrowed<>(arguments[0]));
}
WRAPPER(wrapReflected) {
  TRY(expect(row, count, 1, names));
  return slot.binary(Borrowed<>(arguments[0]), self);
}
// Repetition: seq * n and n * seq are the same slot.
WRAPPER(wrapPower) {
  TRY(expectBetween(row, count, 1, 2, names));
  return slot.ternary(self, Borrowed<>(arguments[0]), count > 1 ? Borrowed<>(arguments[1]) : none());
}
WRAPPER(wrapReflectedPower) {
  TRY(expectBetween(row, count, 1, 2, names));
  return slot.ternary(Borrowed<>(arguments[0]), self, count > 1 ? Borrowed<>(arguments[1]) : none());
}
WRAPPER(wrapStr) {
  TRY(expect(row, count, 0, names));
  return slot.str(self);
}
WRAPPER(wrapHash) {
  TRY(expect(row, count, 0, names));
  int64_t hash = TRY(slot.hash(self));
  return makeInt(hash);
}
WRAPPER(wrapTruth) {
  TRY(expect(row, count, 0, names));
  return boolAfter(slot.truth(self));
}
WRAPPER(wrapContains) {
  TRY(expect(row, count, 1, names));
  return boolAfter(slot.contains(self, Borrowed<>(arguments[0])));
}
WRAPPER(wrapSetItem) {
  TRY(expectBetween(row, count, 2, 2, names));
  return noneAfter(slot.setItem(self, Borrowed<>(arguments[0]), Borrowed<>(arguments[1])));
}
WRAPPER(wrapDeleteItem) {
  TRY(expect(row, count, 1, names));
  return noneAfter(slot.setItem(self, Borrowed<>(arguments[0]), Borrowed<>()));
}
WRAPPER(wrapCompare) {
  TRY(expect(row, count, 1, names));
  return slot.compare(self, Borrowed<>(arguments[0]), static_cast<Comparison>(row.operation));
}

Result<Borrowed<Str>> attributeName(Value value) {
  if (!isStr(Borrowed<>(value)))
    return raise(TypeError, "attribute name must be string, not '%T'", value);
  return Borrowed<Str>(value);
}
WRAPPER(wrapGetAttribute) {
  TRY(expect(row, count, 1, names));
  return slot.getAttribute(self, TRY(attributeName(arguments[0])));
}
// object.__setattr__(some_class, ...) would go around the class's own rules.
Result<void> checkSetter(const SlotRow &row, AnySlot slot, Borrowed<> self) {
  for (Type *type = typeOf(self); type; type = type->base) {
    if (type->setAttribute == genericSetAttribute)
      continue;
    if (type->setAttribute != slot.setAttribute && !type->isHeap())
      return raise(TypeError, "can't apply this %S to %T object", Borrowed<Str>(row.name), self);
    break;
  }
  return {};
}
WRAPPER(wrapSetAttribute) {
  TRY(expectBetween(row, count, 2, 2, names));
  Borrowed<Str> name = TRY(attributeName(arguments[0]));
  TRY(checkSetter(row, slot, self));
  return noneAfter(slot.setAttribute(self, name, Borrowed<>(arguments[1])));
}
WRAPPER(wrapDeleteAttribute) {
  TRY(expect(row, count, 1, names));
  Borrowed<Str> name = TRY(attributeName(arguments[0]));
  TRY(checkSetter(row, slot, self));
  return noneAfter(slot.setAttribute(self, name, Borrowed<>()));
}
WRAPPER(wrapNext) {
  TRY(expect(row, count, 0, names));
  Owned<> item = TRY(slot.next(self));
  if (!isExhausted(item))
    return item;
  return raiseStopIteration(Owned<>::steal(std::exchange(runtime().stopValue, Value())).borrow());
}
WRAPPER(wrapCall) { return slot.call(self, arguments, count, names); }
WRAPPER(wrapInit) { return noneAfter(slot.init(self, arguments, count, names)); }
WRAPPER(wrapGet) {
  TRY(expectBetween(row, count, 1, 2, names));
  Borrowed<> object(arguments[0]), owner;
  if (isNone(object))
    object = {};
  if (count > 1 && !isNone(Borrowed<>(arguments[1])))
    owner = Borrowed<>(arguments[1]);
  if (!object && !owner)
    return raise(TypeError, "__get__(None, None) is invalid");
  return slot.descriptorGet(self, object, owner);
}
WRAPPER(wrapSet) {
  TRY(expectBetween(row, count, 2, 2, names));
  return noneAfter(slot.descriptorSet(self, Borrowed<>(arguments[0]), Borrowed<>(arguments[1])));
}
WRAPPER(wrapDelete) {
  TRY(expect(row, count, 1, names));
  return noneAfter(slot.descriptorSet(self, Borrowed<>(arguments[0]), Borrowed<>()));
}
WRAPPER(wrapFinalize) {
  TRY(expect(row, count, 0, names));
  slot.destroy(self.value().asObject());
  return ownedNone();
}
#undef WRAPPER

template <LiteralText text> constexpr Str *literalStr() { return &strLiteral<text>.header; }

} // namespace

#define ROW(name, part, structure, field, operation, generic, wrap, doc)                           \
  {literalStr<name>(), SlotPart::part, static_cast<uint16_t>(offsetof(structure, field)),          \
   operation,          generic,        wrap,                                                       \
   doc}
#define TYPE(name, field, generic, wrap, doc) ROW(name, kType, Type, field, 0, generic, wrap, doc)
#define NUMBER(name, field, generic, wrap, doc)                                                    \
  ROW(name, kNumber, NumberSlots, field, 0, generic, wrap, doc)
#define CONTAINER(name, field, generic, wrap, doc)                                                 \
  ROW(name, kContainer, ContainerSlots, field, 0, generic, wrap, doc)
#define COMPARE(name, operation, doc)                                                              \
  ROW(name, kType, Type, compare, static_cast<uint16_t>(Comparison::operation),                    \
      AnySlot(CompareSlot(genericCompare)), wrapCompare, doc)
#define BINARY(name, field, operation, symbol)                                                     \
  NUMBER("__" name "__", field, AnySlot(BinarySlot(genericBinary<BinaryOperator::operation>)),     \
         wrapBinary, "Return self" symbol "value."),                                               \
      NUMBER("__r" name "__", field,                                                               \
             AnySlot(BinarySlot(genericBinary<BinaryOperator::operation>)), wrapReflected,         \
             "Return value" symbol "self.")
#define INPLACE(name, field, operation, symbol)                                                    \
  NUMBER("__i" name "__", field, AnySlot(BinarySlot(genericInplace<BinaryOperator::operation>)),   \
         wrapBinary, "Return self" symbol "value.")

constinit const SlotRow slotRows[] = {
    TYPE("__getattribute__", getAttribute, AnySlot(GetAttributeSlot(genericGetAttribute)),
         wrapGetAttribute, "Return getattr(self, name)."),
    TYPE("__getattr__", getAttribute, AnySlot(GetAttributeSlot(genericGetAttribute)), nullptr, ""),
    TYPE("__setattr__", setAttribute, AnySlot(SetAttributeSlot(genericSetAttribute)),
         wrapSetAttribute, "Implement setattr(self, name, value)."),
    TYPE("__delattr__", setAttribute, AnySlot(SetAttributeSlot(genericSetAttribute)),
         wrapDeleteAttribute, "Implement delattr(self, name)."),
    TYPE("__repr__", repr, AnySlot(StrSlot(genericRepr)), wrapStr, "Return repr(self)."),
    TYPE("__hash__", hash, AnySlot(HashSlot(genericHash)), wrapHash, "Return hash(self)."),
    TYPE("__call__", call, AnySlot(CallSlot(genericCall)), wrapCall, "Call self as a function."),
    TYPE("__str__", str, AnySlot(StrSlot(genericStr)), wrapStr, "Return str(self)."),
    COMPARE("__lt__", kLess, "Return self<value."),
    COMPARE("__le__", kLessEqual, "Return self<=value."),
    COMPARE("__eq__", kEqual, "Return self==value."),
    COMPARE("__ne__", kNotEqual, "Return self!=value."),
    COMPARE("__gt__", kGreater, "Return self>value."),
    COMPARE("__ge__", kGreaterEqual, "Return self>=value."),
    TYPE("__iter__", iter, AnySlot(UnarySlot(genericIter)), wrapUnary, "Implement iter(self)."),
    TYPE("__next__", next, AnySlot(UnarySlot(genericNext)), wrapNext, "Implement next(self)."),
    TYPE("__get__", descriptorGet, AnySlot(TernarySlot(genericDescriptorGet)), wrapGet,
         "Return an attribute of instance, which is of type owner."),
    TYPE("__set__", descriptorSet, AnySlot(SetItemSlot(genericDescriptorSet)), wrapSet,
         "Set an attribute of instance to value."),
    TYPE("__delete__", descriptorSet, AnySlot(SetItemSlot(genericDescriptorSet)), wrapDelete,
         "Delete an attribute of instance."),
    TYPE("__init__", init, AnySlot(InitSlot(genericInit)), wrapInit,
         "Initialize self.  See help(type(self)) for accurate signature."),
    TYPE("__new__", newInstance, AnySlot(NewSlot(genericNew)), nullptr, ""),
    TYPE("__del__", finalize, AnySlot(DestroySlot(genericFinalize)), wrapFinalize,
         "Called when the instance is about to be destroyed."),
    TYPE("__bool__", truth, AnySlot(TruthSlot(genericTruth)), wrapTruth, "True if self else False"),
    BINARY("add", add, kAdd, "+"),
    BINARY("sub", subtract, kSubtract, "-"),
    BINARY("mul", multiply, kMultiply, "*"),
    BINARY("mod", modulo, kModulo, "%"),
    BINARY("divmod", divmod, kDivmod, " divmod "),
    NUMBER("__pow__", power, AnySlot(TernarySlot(genericPower)), wrapPower,
           "Return pow(self, value, mod)."),
    NUMBER("__rpow__", power, AnySlot(TernarySlot(genericPower)), wrapReflectedPower,
           "Return pow(value, self, mod)."),
    NUMBER("__neg__", negative, AnySlot(UnarySlot(genericNegative)), wrapUnary, "-self"),
    NUMBER("__pos__", positive, AnySlot(UnarySlot(genericPositive)), wrapUnary, "+self"),
    NUMBER("__abs__", absolute, AnySlot(UnarySlot(genericAbsolute)), wrapUnary, "abs(self)"),
    NUMBER("__invert__", invert, AnySlot(UnarySlot(genericInvert)), wrapUnary, "~self"),
    BINARY("lshift", shiftLeft, kShiftLeft, "<<"),
    BINARY("rshift", shiftRight, kShiftRight, ">>"),
    BINARY("and", bitAnd, kBitAnd, "&"),
    BINARY("xor", bitXor, kBitXor, "^"),
    BINARY("or", bitOr, kBitOr, "|"),
    NUMBER("__int__", toInt, AnySlot(UnarySlot(genericInt)), wrapUnary, "int(self)"),
    NUMBER("__float__", toFloat, AnySlot(UnarySlot(genericFloat)), wrapUnary, "float(self)"),
    INPLACE("add", inplaceAdd, kAdd, "+="),
    INPLACE("sub", inplaceSubtract, kSubtract, "-="),
    INPLACE("mul", inplaceMultiply, kMultiply, "*="),
    INPLACE("mod", inplaceModulo, kModulo, "%="),
    INPLACE("pow", inplacePower, kPower, "**="),
    INPLACE("lshift", inplaceShiftLeft, kShiftLeft, "<<="),
    INPLACE("rshift", inplaceShiftRight, kShiftRight, ">>="),
    INPLACE("and", inplaceBitAnd, kBitAnd, "&="),
    INPLACE("xor", inplaceBitXor, kBitXor, "^="),
    INPLACE("or", inplaceBitOr, kBitOr, "|="),
    BINARY("floordiv", floorDivide, kFloorDivide, "//"),
    BINARY("truediv", trueDivide, kTrueDivide, "/"),
    INPLACE("floordiv", inplaceFloorDivide, kFloorDivide, "//="),
    INPLACE("truediv", inplaceTrueDivide, kTrueDivide, "/="),
    NUMBER("__index__", index, AnySlot(UnarySlot(genericIndex)), wrapUnary,
           "Return self converted to an integer, if self is suitable for use as an index into a list."),
    BINARY("matmul", matrixMultiply, kMatrixMultiply, "@"),
    INPLACE("matmul", inplaceMatrixMultiply, kMatrixMultiply, "@="),
    CONTAINER("__len__", length, AnySlot(HashSlot(genericLength)), wrapHash, "Return len(self)."),
    CONTAINER("__getitem__", getItem, AnySlot(BinarySlot(genericGetItem)), wrapBinary,
              "Return self[key]."),
    CONTAINER("__setitem__", setItem, AnySlot(SetItemSlot(genericSetItem)), wrapSetItem,
              "Set self[key] to value."),
    CONTAINER("__delitem__", setItem, AnySlot(SetItemSlot(genericSetItem)), wrapDeleteItem,
              "Delete self[key]."),
    CONTAINER("__contains__", contains, AnySlot(ContainsSlot(genericContains)), wrapContains,
              "Return bool(key in self)."),
    CONTAINER("__add__", concat, nullptr, wrapBinary, "Return self+value."),
    CONTAINER("__mul__", repeat, nullptr, wrapBinary, "Return self*value."),
    CONTAINER("__rmul__", repeat, nullptr, wrapBinary, "Return value*self."),
    CONTAINER("__iadd__", inplaceConcat, nullptr, wrapBinary, "Implement self+=value."),
    CONTAINER("__imul__", inplaceRepeat, nullptr, wrapBinary, "Implement self*=value."),
};
const size_t slotRowCount = sizeof(slotRows) / sizeof(slotRows[0]);

AnySlot readSlot(const Type *type, const SlotRow &row) {
  const void *part = type;
  if (row.part == SlotPart::kNumber)
    part = type->number;
  else if (row.part == SlotPart::kContainer)
    part = type->container;
  AnySlot slot;
  if (part)
    std::memcpy(&slot, static_cast<const unsigned char *>(part) + row.offset, sizeof slot);
  return slot;
}

} // namespace molt
