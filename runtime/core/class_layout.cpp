// The layout of instances: which base's memory comes first, __slots__, the dict word, and slots for the
// attributes that the compiler saw the methods assign.

#include "runtime/core/class_layout.h"

#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/instance.h"
#include "runtime/core/iterate.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/type_table.h"

#include <cstring>

namespace molt {

namespace {

constexpr uint32_t kMostSlots = SlotOrder::kMostSlots;

// The type that last added memory of its own to the layout.
Type *solidBase(Type *type) {
  for (; type->base; type = type->base) {
    if (type->isHeap() ? type->has(kTypeFixedSlots)
                       : type->size != type->base->size || type->itemSize != type->base->itemSize)
      return type;
  }
  return type;
}

bool isVariable(const Type *type) { return type->itemSize != 0 || type->variableSize; }

void startFromBase(HeapType *type) {
  Type *base = type->base;
  type->size = base->size;
  type->itemSize = base->itemSize;
  type->dictOffset = base->dictOffset;
  type->variableSize = base->variableSize;
  if (base->isHeap()) {
    type->fieldsOffset = base->fieldsOffset;
    type->fieldsSize = base->fieldsSize;
    type->dictField = base->dictField;
    type->slotsField = base->slotsField;
    type->slotCount = base->slotCount;
    type->layoutBase = asHeap(base)->layoutBase;
    type->slotNames = asHeap(base)->slotNames;
    retain(type->slotNames);
    type->typeFlags |= base->typeFlags & (kTypeHasDict | kTypeVariableFields | kTypeHasWeakrefs);
  } else {
    type->fieldsOffset = (base->size + 7) & ~7u;
    type->layoutBase = base;
    type->typeFlags |= base->typeFlags & kTypeHasWeakrefs;
    if (isVariable(base))
      type->typeFlags |= kTypeVariableFields;
  }
}

bool hasDict(const Type *type) { return type->has(kTypeHasDict) || type->dictOffset; }

// Exceptions and files have a word for a dict in their builtin layout. Classes of them leave it empty: slots need the
// dict among the fields.
bool leavesOutBuiltinDict(const HeapType *type) {
  return type->dictOffset && !type->base->isHeap() && !type->has(kTypeType);
}

void addDict(HeapType *type) {
  type->dictOffset = 0;
  type->dictField = type->fieldsSize;
  type->fieldsSize += sizeof(Value);
  type->slotsField = type->fieldsSize;
  type->slotCount = 0;
  type->typeFlags |= kTypeHasDict;
}

// Is the name a data descriptor for instances (a property)? Then no store reaches a slot of its name.
bool isDataDescriptor(HeapType *type, Borrowed<Str> name) {
  Borrowed<> found = lookupAlongMro(type, name);
  return found && typeOf(found)->descriptorSet;
}

// Appends slots for the hints that are new.
void addHintedSlots(HeapType *type, Borrowed<> hints) {
  bool slotsAreLast = type->slotsField + type->slotCount * sizeof(Value) == type->fieldsSize;
  if (!hints || !type->has(kTypeHasDict) || !slotsAreLast)
    return;
  Value names[kMostSlots];
  uint32_t count = 0;
  if (!type->slotNames.isNull())
    for (; count < type->slotCount; ++count)
      names[count] = static_cast<Tuple *>(type->slotNames.asObject())->items()[count];
  const Tuple *added = hints.as<Tuple>().get();
  for (uint64_t i = 0; i < added->length && count < kMostSlots; ++i) {
    Borrowed<Str> name(added->items()[i]);
    bool known = isDataDescriptor(type, name);
    for (uint32_t k = 0; k < count && !known; ++k)
      known = strEqual(Borrowed<Str>(names[k]), name);
    if (!known)
      names[count++] = intern(name).value();
  }
  if (count == type->slotCount)
    return;
  Value all = makeTuple(names, count).intoValue();
  release(std::exchange(type->slotNames, all));
  type->fieldsSize += (count - type->slotCount) * sizeof(Value);
  type->slotCount = count;
}

// ---- __slots__ --------------------------------------------------------------------------------------

bool isIdentifier(Borrowed<Str> name) {
  const char *text = name->data();
  if (name->size == 0 || (text[0] >= '0' && text[0] <= '9'))
    return false;
  for (uint64_t i = 0; i < name->size; ++i) {
    unsigned char c = static_cast<unsigned char>(text[i]);
    if (c < 128 && c != '_' && !(c >= '0' && c <= '9') && !((c | 32) >= 'a' && (c | 32) <= 'z'))
      return false;
  }
  return true;
}

// __x in class _A is _A__x.
Owned<Str> mangle(Borrowed<Str> className, Borrowed<Str> name) {
  const char *text = name->data();
  bool private_ = name->size >= 2 && text[0] == '_' && text[1] == '_' &&
                  !(name->size >= 4 && text[name->size - 1] == '_' && text[name->size - 2] == '_');
  const char *stripped = className->data();
  while (*stripped == '_')
    ++stripped;
  if (!private_ || !*stripped || std::memchr(text, '.', name->size))
    return Owned<Str>::retain(name);
  Result<Owned<Str>> mangled = formatStr("_%s%S", stripped, name);
  return mangled.take();
}

Result<void> addFixedSlot(HeapType *type, Borrowed<Str> rawName) {
  if (strEqual(rawName, "__dict__")) {
    if (hasDict(type))
      return raise(TypeError, "__dict__ slot disallowed: we already got one");
    addDict(type);
    return {};
  }
  if (strEqual(rawName, "__weakref__")) {
    if (type->has(kTypeHasWeakrefs))
      return raise(TypeError, "__weakref__ slot disallowed: we already got one");
    type->typeFlags |= kTypeHasWeakrefs;
    return {};
  }
  Owned<Str> mangled = mangle(Borrowed<Str>(type->nameObject), rawName);
  Borrowed<Str> name = intern(mangled);
  Borrowed<Dict> dict(type->data.dict.get());
  if (dictFindName(dict, name))
    return raise(ValueError, "%R in __slots__ conflicts with class variable", name);
  dictSetName(dict, name, makeSlotMember(type, name, type->fieldsSize));
  type->fieldsSize += sizeof(Value);
  type->typeFlags |= kTypeFixedSlots;
  return {};
}

Result<Owned<Tuple>> slotNamesOf_py(Borrowed<> slots) {
  if (isStr(slots)) {
    Value name = slots.value();
    return makeTuple(&name, 1);
  }
  Owned<List> names = makeList();
  TRY(forEach_py(slots, [&](Borrowed<> item) -> Result<bool> {
    listAppend(names, item);
    return true;
  }));
  return molt_list_to_tuple(names);
}

Result<void> addDeclaredSlots_py(HeapType *type, Borrowed<> declared) {
  Owned<Tuple> names = TRY(slotNamesOf_py(declared));
  if (names->length && type->has(kTypeVariableFields))
    return raise(TypeError, "nonempty __slots__ not supported for subtype of '%N'",
                 static_cast<const Type *>(type->base.get()));
  for (uint64_t i = 0; i < names->length; ++i) {
    Borrowed<> name(names->items()[i]);
    if (!isStr(name))
      return raise(TypeError, "__slots__ items must be strings, not '%T'", name);
    if (!isIdentifier(name.as<Str>()))
      return raise(TypeError, "__slots__ must be identifiers");
  }
  for (uint64_t i = 0; i < names->length; ++i)
    TRY(addFixedSlot(type, Borrowed<Str>(names->items()[i])));
  return {};
}

// Bases beside the first may bring the dict or weak references.
void takeFromOtherBases(HeapType *type) {
  const Tuple *bases = type->data.bases;
  for (uint64_t i = 0; i < bases->length; ++i) {
    auto *base = static_cast<Type *>(bases->items()[i].asObject());
    if (base == type->base)
      continue;
    if (hasDict(base) && !hasDict(type))
      addDict(type);
    type->typeFlags |= base->typeFlags & kTypeHasWeakrefs;
  }
}

} // namespace

Result<Type *> chooseLayoutBase(Borrowed<Tuple> bases) {
  Type *winner = nullptr, *chosen = nullptr;
  for (uint64_t i = 0; i < bases->length; ++i) {
    Borrowed<> candidate(bases->items()[i]);
    if (!isType(candidate))
      return raise(TypeError, "bases must be types");
    auto *base = candidate.as<Type>().get();
    if (!base->has(kTypeBaseAllowed))
      return raise(TypeError, "type '%N' is not an acceptable base type",
                   static_cast<const Type *>(base));
    Type *solid = solidBase(base);
    if (!winner || (solid != winner && isSubtype(solid, winner))) {
      winner = solid;
      chosen = base;
    } else if (!isSubtype(winner, solid)) {
      return raise(TypeError, "multiple bases have instance lay-out conflict");
    }
  }
  return chosen;
}

Result<void> layOutFields_py(HeapType *type, Borrowed<> hints) {
  startFromBase(type);
  Borrowed<> declared = dictFindName(Borrowed<Dict>(type->data.dict.get()), "__slots__"_str);
  if (declared) {
    Owned<> held = Owned<>::retain(declared);
    TRY(addDeclaredSlots_py(type, held));
    takeFromOtherBases(type);
    return {};
  }
  if (!hasDict(type) || leavesOutBuiltinDict(type))
    addDict(type);
  type->typeFlags |= kTypeHasWeakrefs;
  const Tuple *bases = type->data.bases;
  for (uint64_t i = 0; i < bases->length; ++i) {
    auto *base = static_cast<Type *>(bases->items()[i].asObject());
    if (base != type->base && base->isHeap() && base->slotCount)
      addHintedSlots(type, Borrowed<>(asHeap(base)->slotNames));
  }
  addHintedSlots(type, hints);
  return {};
}

bool layoutsAgree(const Type *oldType, const Type *newType) {
  if (!oldType->isHeap() || !newType->isHeap())
    return false;
  auto *from = static_cast<const HeapType *>(oldType), *to = static_cast<const HeapType *>(newType);
  if (from->layoutBase.get() != to->layoutBase.get() || from->fieldsOffset != to->fieldsOffset ||
      from->has(kTypeHasDict) != to->has(kTypeHasDict) ||
      (from->has(kTypeHasDict) && from->dictField != to->dictField))
    return false;
  // Apart from the hinted slots, which can be emptied, the fields must be the same.
  auto fixedSize = [](const Type *type) {
    return type->fieldsSize - type->slotCount * static_cast<uint32_t>(sizeof(Value));
  };
  return fixedSize(from) == fixedSize(to) &&
         (!(from->has(kTypeFixedSlots) || to->has(kTypeFixedSlots)) ||
          isSubtype(to, solidBase(const_cast<Type *>(oldType))));
}

} // namespace molt
