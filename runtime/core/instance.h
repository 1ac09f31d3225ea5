// Instances of classes: where their attributes are.
//
// Behind the layout of its builtin base (object: only the header), at fieldsOffset, an instance of a
// heap type has its fields, all Values:
//
//   [fixed slots: __slots__ of classes without a dict] [dict] [slots[slotCount]] [fixed slots]
//
// For variable-size bases (tuple, str, bytes) they lie behind the payload, 8-byte aligned.
//
// Invariant of types with a dict: slots were filled in the object's order, none after a later one, and while
// the dict was null; and no name is both in a slot and in the dict. So __dict__'s order is that, then the dict's.
// The object's order is its slots' numbers, or one of its type's SlotOrders, whose number stands in the object's flags
// (kOrderShift). A store that would break it looks for another order that fits, or makes one; when there are too many,
// the whole object goes into dict mode: all attributes in the dict, all slots null. A null slot says "look in the
// dict", nothing more.
// Fixed slots are read by member descriptors; null there means unset.
#pragma once

#include "runtime/core/heap_type.h"

namespace molt {

// Filling a slot from kFilledShift's bound on keeps the order of the numbers; compiled code does that itself.
inline constexpr uint32_t kOrderShift = 24, kOrderMask = 0xF; // in Object::flags

inline unsigned char *fieldsOf(Object *object) {
  const Type *type = object->type;
  size_t offset = type->fieldsOffset;
  if (type->has(kTypeVariableFields))
    offset = (type->variableSize(object) + 7) & ~size_t{7};
  return reinterpret_cast<unsigned char *>(object) + offset;
}
// Precondition: kTypeHasDict and not a builtin layout with a dict of its own.
inline Value &dictField(Object *object) {
  return *reinterpret_cast<Value *>(fieldsOf(object) + object->type->dictField);
}
inline Value *slotFields(Object *object) {
  return reinterpret_cast<Value *>(fieldsOf(object) + object->type->slotsField);
}

// The dict of an instance that has one: made, and filled from the slots, on demand.
Borrowed<Dict> enterDictMode(Object *object);
// Precondition of these three: kTypeHasDict.
Borrowed<> readInstanceAttribute(Object *object, Borrowed<Str> name); // slot, then dict; null: absent
void writeInstanceAttribute_py(Object *object, Borrowed<Str> name, Borrowed<> value);
bool removeInstanceAttribute_py(Object *object, Borrowed<Str> name); // was it there?
// The slot of that name, or -1.
int32_t findSlot(const Type *type, Borrowed<Str> name);
// Stores in a slot, if the invariant lets it; else the object has gone into dict mode: false.
bool storeSlot_py(Object *object, uint32_t slot, Borrowed<> value);

void traverseFields(Object *object, Visitor &visitor);
void clearFields(Object *object);

} // namespace molt
