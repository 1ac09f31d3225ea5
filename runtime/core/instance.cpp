// Attributes of instances: slots and dict (the invariant is in instance.h).

#include "runtime/core/instance.h"

#include "runtime/core/containers.h"
#include "runtime/core/runtime.h"

#include <cstdlib>

namespace molt {

namespace {

// The object's order; null: the slots' numbers.
const uint8_t *orderOf(Object *object) {
  uint32_t number = object->flags >> kOrderShift & kOrderMask;
  return number ? asHeap(object->type)->slotOrders->orders[number - 1].slots : nullptr;
}
void setOrder(Object *object, uint32_t number) {
  object->flags = (object->flags & ~(kOrderMask << kOrderShift)) | number << kOrderShift | kSlotsInAnyOrder;
}
uint32_t filledBound(const Object *object) { return (object->flags & kFilledMask) >> kFilledShift; }

void moveSlotsInto(Object *object, Borrowed<Dict> dict) {
  const Tuple *names = static_cast<const Tuple *>(asHeap(object->type)->slotNames.asObject());
  Value *slots = slotFields(object);
  const uint8_t *order = orderOf(object);
  for (uint32_t i = 0; i < object->type->slotCount; ++i) {
    uint32_t slot = order ? order[i] : i;
    if (slots[slot].isNull())
      continue;
    Owned<> value = Owned<>::steal(std::exchange(slots[slot], Value()));
    dictSetName(dict, Borrowed<Str>(names->items()[slot]), value);
  }
  setOrder(object, 0);
}

// Is nothing filled that comes after that slot?
bool isLast(Object *object, uint32_t slot) {
  const Value *slots = slotFields(object);
  uint32_t count = object->type->slotCount;
  const uint8_t *order = orderOf(object);
  if (!order) {
    for (uint32_t i = slot + 1; i < count; ++i)
      if (!slots[i].isNull())
        return false;
    return true;
  }
  for (uint32_t i = count; order[i - 1] != slot; --i)
    if (!slots[order[i - 1]].isNull())
      return false;
  return true;
}

// Gives the object an order in which that slot comes after all that are filled. False: there are too many already.
bool changeOrder(Object *object, uint32_t slot) {
  const Value *slots = slotFields(object);
  HeapType *type = asHeap(object->type);
  const uint8_t *old = orderOf(object);
  SlotOrder wanted;
  uint32_t filled = 0, at;
  for (uint32_t i = 0; i < type->slotCount; ++i)
    if (uint32_t each = old ? old[i] : i; !slots[each].isNull())
      wanted.slots[filled++] = static_cast<uint8_t>(each);
  wanted.slots[filled++] = static_cast<uint8_t>(slot);
  if (!type->slotOrders) {
    type->slotOrders = static_cast<SlotOrders *>(std::calloc(1, sizeof(SlotOrders)));
    if (!type->slotOrders)
      outOfMemory();
  }
  SlotOrders &known = *type->slotOrders;
  for (uint32_t number = 1; number <= known.count; ++number) {
    at = 0;
    for (uint8_t each : known.orders[number - 1].slots) {
      if (at == filled)
        break;
      if (each == wanted.slots[at])
        ++at;
      else if (each == slot || !slots[each].isNull())
        break;
    }
    if (at == filled) {
      setOrder(object, number);
      return true;
    }
  }
  if (known.count == SlotOrders::kMost)
    return false;
  at = filled;
  for (uint32_t i = 0; i < type->slotCount; ++i)
    if (i != slot && slots[i].isNull())
      wanted.slots[at++] = static_cast<uint8_t>(i);
  known.orders[known.count++] = wanted;
  setOrder(object, known.count);
  return true;
}

bool anySlotFilled(Object *object) {
  Value *slots = slotFields(object);
  for (uint32_t i = 0; i < object->type->slotCount; ++i)
    if (!slots[i].isNull())
      return true;
  return false;
}

// The object's dict, without moving the slots.
Borrowed<Dict> sideDict(Object *object) {
  Value &field = dictField(object);
  if (field.isNull())
    field = makeDict().intoValue();
  object->flags |= kSlotsInAnyOrder;
  return Borrowed<Dict>(field);
}

} // namespace

int32_t findSlot(const Type *type, Borrowed<Str> name) {
  if (!type->slotCount)
    return -1;
  const Tuple *names =
      static_cast<const Tuple *>(static_cast<const HeapType *>(type)->slotNames.asObject());
  for (uint32_t i = 0; i < type->slotCount; ++i)
    if (names->items()[i] == name.value())
      return static_cast<int32_t>(i);
  for (uint32_t i = 0; i < type->slotCount; ++i)
    if (strEqual(Borrowed<Str>(names->items()[i]), name))
      return static_cast<int32_t>(i);
  return -1;
}

Borrowed<Dict> enterDictMode(Object *object) {
  Value &field = dictField(object);
  if (!anySlotFilled(object))
    return sideDict(object);
  Owned<Dict> dict = makeDict();
  moveSlotsInto(object, dict);
  if (!field.isNull()) { // what was added beyond the slots comes after them
    uint64_t position = 0;
    Borrowed<> key, value;
    while (dictNext(Borrowed<Dict>(field), &position, &key, &value))
      dictSetName(dict, key.as<Str>(), value);
  }
  object->flags |= kSlotsInAnyOrder;
  Value old = std::exchange(field, dict.intoValue());
  release(old);
  return Borrowed<Dict>(field);
}

Borrowed<> readInstanceAttribute(Object *object, Borrowed<Str> name) {
  int32_t slot = findSlot(object->type, name);
  if (slot >= 0)
    if (Value value = slotFields(object)[slot]; !value.isNull())
      return Borrowed<>(value);
  Value dict = dictField(object);
  return dict.isNull() ? Borrowed<>() : dictFindName(Borrowed<Dict>(dict), name);
}

bool storeSlot_py(Object *object, uint32_t slot, Borrowed<> value) {
  Value *slots = slotFields(object);
  if (!slots[slot].isNull()) {
    storeField(slots[slot], value);
    return true;
  }
  if (!dictField(object).isNull() || (!isLast(object, slot) && !changeOrder(object, slot))) {
    enterDictMode(object);
    return false;
  }
  if (slot >= filledBound(object))
    object->flags = (object->flags & ~uint32_t{kFilledMask}) | (slot + 1) << kFilledShift;
  retain(value.value());
  slots[slot] = value.value();
  return true;
}

void writeInstanceAttribute_py(Object *object, Borrowed<Str> name, Borrowed<> value) {
  int32_t slot = findSlot(object->type, name);
  if (slot >= 0 && storeSlot_py(object, static_cast<uint32_t>(slot), value))
    return;
  dictSetName(sideDict(object), intern(name), value);
}

bool removeInstanceAttribute_py(Object *object, Borrowed<Str> name) {
  int32_t slot = findSlot(object->type, name);
  if (slot >= 0 && !slotFields(object)[slot].isNull()) {
    releaseField(slotFields(object)[slot]);
    return true;
  }
  Value dict = dictField(object);
  return !dict.isNull() && dictRemoveName(Borrowed<Dict>(dict), name);
}

void traverseFields(Object *object, Visitor &visitor) {
  visitor.visit(reinterpret_cast<Value *>(fieldsOf(object)),
                object->type->fieldsSize / sizeof(Value));
}

void clearFields(Object *object) {
  Value *fields = reinterpret_cast<Value *>(fieldsOf(object));
  size_t count = object->type->fieldsSize / sizeof(Value);
  for (size_t i = 0; i < count; ++i)
    releaseField(fields[i]);
}

} // namespace molt
