// Instances of classes: where their attributes are.
//
// An instance of a heap type has, behind the layout of its builtin base (object: only the header),
//
//   fieldsOffset:  [Value dict]            when the type has kTypeHasDict
//                  [Value slots[slotCount]]
//
// For variable-size bases (tuple, str, bytes) the same block lies behind the payload, 8-byte aligned.
//
// Invariant of types with a dict: the filled slots are a prefix of the slots, in the order of their
// names, and no name is both in a slot and in the dict; so __dict__'s order is the slots', then the
// dict's. A store that would break this moves the whole object into dict mode: all attributes in the
// dict, all slots null. A null slot therefore says "look in the dict", nothing more.
// Types with __slots__ have fixed slots that member descriptors read; null there means unset.
#pragma once

#include "runtime/core/heap_type.h"

namespace molt {

inline unsigned char *fieldsOf(Object *object) {
  const Type *type = object->type;
  size_t offset = type->fieldsOffset;
  if (type->has(kTypeVariableFields))
    offset = (type->variableSize(object) + 7) & ~size_t{7};
  return reinterpret_cast<unsigned char *>(object) + offset;
}
// Precondition: kTypeHasDict and not a builtin layout with a dict of its own.
inline Value &dictField(Object *object) { return *reinterpret_cast<Value *>(fieldsOf(object)); }
inline Value *slotFields(Object *object) {
  return reinterpret_cast<Value *>(fieldsOf(object)) + (object->type->has(kTypeHasDict) ? 1 : 0);
}

// The dict of an instance that has one: created, and filled from the slots, on demand.
Owned<Dict> takeInstanceIntoDictMode(Object *object);
Borrowed<> readInstanceAttribute(Object *object, Borrowed<Str> name); // slots, then dict; null: absent
Result<void> writeInstanceAttribute(Object *object, Borrowed<Str> name, Borrowed<> value);
bool removeInstanceAttribute(Object *object, Borrowed<Str> name);

void traverseFields(Object *object, Visitor &visitor);
void clearFields(Object *object);

} // namespace molt
