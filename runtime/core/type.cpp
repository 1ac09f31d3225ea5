// Types: subtype tests, the dicts of static types, and the lookup of attributes along the mro with its
// cache.

#include "runtime/core/type.h"
#include "runtime/types/dict.h"

#include "runtime/core/containers.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/slot_rows.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/type_table.h"

#include <cstdlib>
#include <cstring>

namespace molt {

// ---- Subtypes -----------------------------------------------------------------------------------

bool isSubtype(const Type *type, const Type *base) {
  if (type == base)
    return true;
  constexpr uint32_t kBits = kTypeSubclassBits;
  // A static type with a subclass bit of its own: the bit says all.
  if (uint32_t bit = base->typeFlags & kBits; bit && !base->isHeap() && !(type->typeFlags & bit))
    return false;
  if (!type->isHeap()) {
    for (const Type *current = type->base; current; current = current->base)
      if (current == base)
        return true;
    return false;
  }
  const Tuple *mro = static_cast<const HeapType *>(type)->data.mro;
  if (!mro) { // under construction
    for (const Type *current = type->base; current; current = current->base)
      if (current == base)
        return true;
    return base == &molt_type_object;
  }
  for (uint64_t i = 0; i < mro->length; ++i)
    if (mro->items()[i].asObject() == static_cast<const Object *>(base))
      return true;
  return false;
}

// ---- The table of static types --------------------------------------------------------------------

namespace {

size_t pointerHash(const void *pointer) {
  uint64_t bits = reinterpret_cast<uintptr_t>(pointer);
  return static_cast<size_t>((bits >> 4) * 0x9E3779B97F4A7C15u >> 20);
}

void growTable(TypeTable &table) {
  size_t capacity = table.capacity ? table.capacity * 2 : 128;
  auto **entries = static_cast<TypeTable::Entry **>(std::calloc(capacity, sizeof(void *)));
  if (!entries)
    outOfMemory();
  for (size_t i = 0; i < table.capacity; ++i)
    if (TypeTable::Entry *entry = table.entries[i]) {
      size_t at = pointerHash(entry->type) & (capacity - 1);
      while (entries[at])
        at = (at + 1) & (capacity - 1);
      entries[at] = entry;
    }
  std::free(table.entries);
  table.entries = entries;
  table.capacity = capacity;
}

TypeTable::Entry *findEntry(TypeTable &table, const Type *type) {
  if (!table.capacity)
    return nullptr;
  for (size_t at = pointerHash(type) & (table.capacity - 1); table.entries[at];
       at = (at + 1) & (table.capacity - 1))
    if (table.entries[at]->type == type)
      return table.entries[at];
  return nullptr;
}

TypeTable::Entry *addEntry(TypeTable &table, Type *type) {
  if ((table.count + 1) * 2 > table.capacity)
    growTable(table);
  auto *entry = static_cast<TypeTable::Entry *>(std::calloc(1, sizeof(TypeTable::Entry)));
  if (!entry)
    outOfMemory();
  entry->type = type;
  size_t at = pointerHash(type) & (table.capacity - 1);
  while (table.entries[at])
    at = (at + 1) & (table.capacity - 1);
  table.entries[at] = entry;
  ++table.count;
  return entry;
}

bool isHidden(const Type *type, const char *name) {
  const char *list = type->hiddenDunders;
  size_t size = std::strlen(name);
  while (list && (list = std::strstr(list, name))) {
    if (list[size] == ' ' || list[size] == 0)
      return true;
    list += size;
  }
  return false;
}

// The wrappers of the slots that the type does not have from its base.
void addSlotWrappers(Type *type, Borrowed<Dict> dict) {
  for (size_t i = 0; i < slotRowCount; ++i) {
    const SlotRow &row = slotRows[i];
    AnySlot slot = readSlot(type, row);
    Borrowed<Str> name(row.name);
    if (!row.wrap || !slot.word || dictFindName(dict, name) || isHidden(type, name->data()))
      continue;
    if (type->base && readSlot(type->base, row).word == slot.word)
      continue;
    if (slot.word == AnySlot(HashSlot(unhashable)).word)
      dictSetName(dict, name, none());
    else
      dictSetName(dict, name, makeSlotWrapper(type, &row, slot));
  }
}

void fillStaticDict(Type *type, Borrowed<Dict> dict) {
  type->methods.forEach([&](const MethodDef *method) {
    dictSetName(dict, internText(method->name), makeMethodDescriptor(type, method));
  });
  for (const GetSetDef *getset = type->getsets; getset && getset->name; ++getset)
    if (getset->since <= runtime().pythonMinor)
      dictSetName(dict, internText(getset->name), makeGetSetDescriptor(type, getset));
  for (const MemberDef *member = type->members; member && member->name; ++member)
    dictSetName(dict, internText(member->name), makeMemberDescriptor(type, member));
  if (type->dictOffset && !type->has(kTypeType) && (!type->base || !type->base->dictOffset) &&
      !dictFindName(dict, "__dict__"_str))
    dictSetName(dict, "__dict__"_str, makeGetSetDescriptor(type, &instanceDictGetSet));
  if (type->newInstance && (!type->base || type->newInstance != type->base->newInstance) &&
      !dictFindName(dict, "__new__"_str))
    dictSetName(dict, "__new__"_str, makeNewFunction(type));
  addSlotWrappers(type, dict);
  if (!dictFindName(dict, "__doc__"_str)) {
    if (type->doc)
      dictSetName(dict, "__doc__"_str, makeStr(type->doc));
    else
      dictSetName(dict, "__doc__"_str, none());
  }
}

// base, its base, ..., object. Who shows the tuple to Python leaves the mark of its items.
Owned<Tuple> staticMro(Type *type) {
  uint64_t length = 0;
  for (Type *current = type; current; current = current->base)
    ++length;
  Owned<Tuple> mro = makeUnfilledTuple(length);
  Value *items = mro->items();
  for (Type *current = type; current; current = current->base)
    *items++ = Value::unmarked(current);
  return mro;
}

TypeData &buildStaticData(Type *type) {
  TypeData &data = addEntry(*runtime().types, type)->data;
  Owned<Dict> dict = makeDict();
  data.dict = dict.get(); // the dict is found while it is filled
  data.mro = static_cast<Tuple *>(staticMro(type).intoValue().asObject());
  Value base = type->base ? Value::unmarked(type->base.get()) : Value();
  data.bases = static_cast<Tuple *>(makeTuple(&base, type->base ? 1 : 0).intoValue().asObject());
  fillStaticDict(type, dict);
  Value kept = dict.intoValue();
  (void)kept;
  if (type->base)
    addSubclass(type->base, type);
  return data;
}

} // namespace

TypeData &typeData(Type *type) {
  if (type->isHeap())
    return asHeap(type)->data;
  if (TypeTable::Entry *entry = findEntry(*runtime().types, type))
    return entry->data;
  return buildStaticData(type);
}

Borrowed<Tuple> typeMro(Type *type) { return Borrowed<Tuple>(typeData(type).mro.get()); }

void clearTypeTable(TypeTable &table) {
  for (size_t i = 0; i < table.capacity; ++i) {
    TypeTable::Entry *entry = table.entries[i];
    if (!entry)
      continue;
    releaseField(entry->data.dict);
    releaseField(entry->data.mro);
    releaseField(entry->data.bases);
    freeSubclassList(entry->data);
    std::free(entry);
    table.entries[i] = nullptr;
  }
  std::free(table.entries);
  table = TypeTable{};
}

void addSubclass(Type *base, Type *subclass) {
  TypeData &data = typeData(base);
  if (data.subclassCount == data.subclassCapacity) {
    data.subclassCapacity = data.subclassCapacity ? data.subclassCapacity * 2 : 4;
    data.subclasses = static_cast<Type **>(
        std::realloc(data.subclasses, data.subclassCapacity * sizeof(Type *)));
    if (!data.subclasses)
      outOfMemory();
  }
  data.subclasses[data.subclassCount++] = subclass;
}

void removeSubclass(Type *base, Type *subclass) {
  TypeData &data = typeData(base);
  for (uint32_t i = 0; i < data.subclassCount; ++i)
    if (data.subclasses[i] == subclass) {
      std::memmove(data.subclasses + i, data.subclasses + i + 1,
                   (data.subclassCount - i - 1) * sizeof(Type *));
      --data.subclassCount;
      return;
    }
}

void freeSubclassList(TypeData &data) {
  std::free(data.subclasses);
  data.subclasses = nullptr;
  data.subclassCount = data.subclassCapacity = 0;
}

// ---- Lookup -------------------------------------------------------------------------------------

static const Value *findAlongMro(Type *type, Borrowed<Str> name) {
  const Tuple *mro = typeData(type).mro;
  if (!mro) // a class whose mro() is running, or that the collector has cleared
    return type->base ? findAlongMro(type->base, name) : nullptr;
  for (uint64_t i = 0; i < mro->length; ++i) {
    Dict *dict = typeData(static_cast<Type *>(mro->items()[i].asObject())).dict;
    if (!dict)
      continue;
    if (int64_t at = dictFindEntry(Borrowed<Dict>(dict), name); at >= 0)
      return &dict->entries[at].value;
  }
  return nullptr;
}

Borrowed<> lookupAlongMro(Type *type, Borrowed<Str> name) {
  const Value *place = findAlongMro(type, name);
  return place ? Borrowed<>(*place) : Borrowed<>();
}

const Value *findInType(Type *type, Borrowed<Str> name) {
  // Only names that live as long as the runtime have an address that can be a key.
  if (name->refcount < kImmortal && !(name->flags & kStrInterned))
    return findAlongMro(type, name);
  size_t at = ((reinterpret_cast<uintptr_t>(name.get()) >> 3) ^
               (reinterpret_cast<uintptr_t>(type) >> 4) * 5) &
              (MethodCache::kSize - 1);
  MethodCache::Entry &entry = runtime().methodCache->entries[at];
  if (entry.type == type && entry.version == type->version && entry.name == name.get())
    return entry.place;
  const Value *place = findAlongMro(type, name);
  entry = {type, name.get(), place, type->version};
  return place;
}

Borrowed<> lookupInType(Type *type, Borrowed<Str> name) {
  const Value *place = findInType(type, name);
  return place ? Borrowed<>(*place) : Borrowed<>();
}

} // namespace molt
