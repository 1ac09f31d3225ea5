// How a class gets its slots: from what its mro defines for each special method.
//
// A slot becomes the builtin function itself when all its methods are the wrappers of one builtin
// slot (a class that inherits list.__len__ runs list's function); the generic function that looks the
// method up when a class defines it in Python; and null when nobody defines it.

#include "runtime/core/class_facts.h"
#include "runtime/core/containers.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/slot_rows.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/type_table.h"
#include "runtime/core/type_table.h"
#include "runtime/types/dict.h"

#include <cstring>

namespace molt {

namespace {

struct Choice {
  AnySlot specific, generic;
  void useSpecific(AnySlot slot, AnySlot otherwise) {
    if (specific.word && specific.word != slot.word)
      generic = otherwise; // the methods come from different builtin slots
    else
      specific = slot;
  }
  AnySlot final() const { return generic.word ? generic : specific; }
};

void consider(Choice &choice, HeapType *type, const SlotRow &row, Borrowed<> found) {
  if (typeOf(found) == &molt_type_wrapper_descriptor) {
    auto *wrapper = found.as<SlotWrapper>().get();
    if (wrapper->row == &row && isSubtype(type, wrapper->owner)) {
      choice.useSpecific(wrapper->slot, row.generic);
      return;
    }
    // The other slot of that name (a sequence's + and a number's).
    if (strEqual(Borrowed<Str>(wrapper->row->name), Borrowed<Str>(row.name)) &&
        isSubtype(type, wrapper->owner))
      return;
  }
  if (row.part == SlotPart::kType && row.offset == offsetof(Type, newInstance)) {
    if (Type *owner = newFunctionType(found)) {
      choice.useSpecific(AnySlot(owner->newInstance), row.generic);
      return;
    }
  }
  if (row.part == SlotPart::kType && row.offset == offsetof(Type, hash) && isNone(found)) {
    choice.useSpecific(AnySlot(HashSlot(unhashable)), row.generic);
    return;
  }
  if (row.generic.word)
    choice.generic = row.generic;
}

void writeSlot(HeapType *type, const SlotRow &row, AnySlot slot) {
  void *part = static_cast<Type *>(type);
  if (row.part == SlotPart::kNumber)
    part = &type->numberSlots;
  else if (row.part == SlotPart::kContainer)
    part = &type->containerSlots;
  std::memcpy(static_cast<unsigned char *>(part) + row.offset, &slot, sizeof slot);
}

bool sameSlot(const SlotRow &a, const SlotRow &b) { return a.part == b.part && a.offset == b.offset; }

void setPlainFlags(HeapType *type) {
  type->typeFlags &= ~uint32_t{kTypePlainGet | kTypePlainSet};
  if (type->getAttribute == objectGetAttribute)
    type->typeFlags |= kTypePlainGet;
  if (type->setAttribute == objectSetAttribute)
    type->typeFlags |= kTypePlainSet;
}

} // namespace

void updateSlots(HeapType *type) {
  markSlotKind<SlotKind::fromClasses>();
  for (size_t first = 0, next; first < slotRowCount; first = next) {
    Choice choice;
    for (next = first; next < slotRowCount && sameSlot(slotRows[first], slotRows[next]); ++next)
      if (Borrowed<> found = lookupAlongMro(type, Borrowed<Str>(slotRows[next].name)))
        consider(choice, type, slotRows[next], found);
    writeSlot(type, slotRows[first], choice.final());
  }
  setPlainFlags(type);
  if (type->finalize)
    runtime().mayShowEnds = true;
}

void typeChanged(HeapType *type, Borrowed<Str> name) {
  type->version = runtime().nextTypeVersion++;
  noteClassChange(type, name);
  if (!name || isSpecialName(name))
    updateSlots(type);
  for (uint32_t i = 0; i < type->data.subclassCount; ++i)
    typeChanged(asHeap(type->data.subclasses[i]), name);
}

Result<void> setTypeAttribute_py(Borrowed<Type> type, Borrowed<Str> name, Borrowed<> value) {
  if (!type->isHeap())
    return raise(TypeError, "cannot set '%S' attribute of immutable type '%N'", name,
                 static_cast<const Type *>(type.get()));
  HeapType *heap = asHeap(type.get());
  Borrowed<Dict> dict(heap->data.dict.get());
  Borrowed<Str> kept = intern(name);
  int64_t at = dictFindEntry(dict, kept);
  if (value && at >= 0 && !isSpecialName(kept) && isPlainData(value) &&
      isPlainData(Borrowed<>(dict->entries[at].value))) {
    storeField(dict->entries[at].value, value); // caches know the place, not the value
    return {};
  }
  // Out of the dict first, so that the caches are right when the old value's destructor runs.
  Owned<> old = Owned<>::retain(dictFindName(dict, kept));
  if (value)
    dictSetName(dict, kept, value);
  else if (!dictRemoveName(dict, kept))
    return raiseNoAttribute(type, name);
  typeChanged(heap, kept);
  return {};
}

} // namespace molt
