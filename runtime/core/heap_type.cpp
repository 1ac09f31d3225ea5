// Making classes: type.__new__.

#include "runtime/core/heap_type.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/class_layout.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/type_table.h"

#include <cstring>

namespace molt {

Result<Owned<Type>> mostDerivedMetaclass(Borrowed<Type> meta, Borrowed<Tuple> bases) {
  Type *winner = meta.get();
  for (uint64_t i = 0; i < bases->length; ++i) {
    Type *candidate = typeOf(bases->items()[i]);
    if (isSubtype(winner, candidate))
      continue;
    if (!isSubtype(candidate, winner))
      return raise(TypeError, "metaclass conflict: the metaclass of a derived class must be a "
                              "(non-strict) subclass of the metaclasses of all its bases");
    winner = candidate;
  }
  return Owned<Type>::retain(Borrowed<Type>(winner));
}

namespace {

// What instances inherit without any method: memory, collection, kind.
void inheritNature(HeapType *type) {
  Type *base = type->base;
  type->typeFlags |= kTypeHeap | kTypeBaseAllowed | kTypeGC;
  type->typeFlags |= base->typeFlags & (kTypeSubclassBits | kTypeNoNew);
  // A second base may be, say, an exception when the layout came from elsewhere.
  const Tuple *bases = type->data.bases;
  for (uint64_t i = 0; i < bases->length; ++i)
    type->typeFlags |= static_cast<Type *>(bases->items()[i].asObject())->typeFlags & kTypeSubclassBits;
  type->destroy = base->destroy;
  type->traverse = base->traverse;
  type->clear = base->clear;
}

// A sequence or a mapping to match statements, as the first of its mro that is one.
void inheritCollection(HeapType *type) {
  const Tuple *mro = type->data.mro;
  for (uint64_t i = 1; i < mro->length; ++i)
    if (uint32_t flags = static_cast<Type *>(mro->items()[i].asObject())->typeFlags & kTypeCollections) {
      type->typeFlags |= flags;
      return;
    }
}

void wrapIfFunction(Borrowed<Dict> dict, Borrowed<Str> name, Owned<> (*wrap)(Borrowed<>)) {
  Borrowed<> found = dictFindName(dict, name);
  if (!found || typeOf(found) != &molt_type_function)
    return;
  Owned<> wrapped = wrap(found);
  dictSetName(dict, name, wrapped);
}

Result<void> takeQualname(HeapType *type) {
  Borrowed<Dict> dict(type->data.dict.get());
  Owned<> qualname = dictTakeName(dict, "__qualname__"_str);
  if (!qualname)
    qualname = Owned<>::retain(Borrowed<>(type->nameObject));
  if (!isStr(qualname))
    return raise(TypeError, "type __qualname__ must be a str, not %T", qualname);
  type->qualname = qualname.intoValue();
  return {};
}

// object.__dict__ and __weakref__ as the class that adds them shows them.
Result<Owned<>> getInstanceDict(Borrowed<> self) {
  Borrowed<Dict> dict = instanceDict(self);
  if (!dict)
    return raise(AttributeError, "This object has no __dict__");
  return Owned<>::retain(dict);
}
Result<void> setInstanceDict(Borrowed<> self, Borrowed<> value) {
  return assignInstanceDict_py(self, value);
}

} // namespace

constinit const GetSetDef instanceDictGetSet = {"__dict__", getInstanceDict, setInstanceDict,
                                                "dictionary for instance variables"};

namespace {

Result<Owned<>> getWeakref(Borrowed<> self) { return shownWeakReference(self.value().asObject()); }
constexpr GetSetDef weakrefGetSet = {"__weakref__", getWeakref, nullptr,
                                 "list of weak references to the object"};

void addDictDescriptors(HeapType *type) {
  Borrowed<Dict> dict(type->data.dict.get());
  Type *base = type->base;
  bool baseHasDict = base->has(kTypeHasDict) || base->dictOffset;
  if (type->has(kTypeHasDict) && !baseHasDict && !dictFindName(dict, "__dict__"_str))
    dictSetName(dict, "__dict__"_str, makeGetSetDescriptor(type, &instanceDictGetSet));
  if (type->has(kTypeHasWeakrefs) && !base->has(kTypeHasWeakrefs) &&
      !dictFindName(dict, "__weakref__"_str))
    dictSetName(dict, "__weakref__"_str, makeGetSetDescriptor(type, &weakrefGetSet));
  if (!dictFindName(dict, "__doc__"_str))
    dictSetName(dict, "__doc__"_str, none());
  // __eq__ without __hash__: not hashable.
  if (dictFindName(dict, "__eq__"_str) && !dictFindName(dict, "__hash__"_str))
    dictSetName(dict, "__hash__"_str, none());
}

void setDefaultModule(Borrowed<Dict> dict) {
  if (!dictFindName(dict, "__module__"_str))
    dictSetName(dict, "__module__"_str, "__main__"_str);
}

Result<void> setClassCell(HeapType *type) {
  Owned<> cell = dictTakeName(Borrowed<Dict>(type->data.dict.get()), "__classcell__"_str);
  if (!cell)
    return {};
  if (typeOf(cell) != &molt_type_cell)
    return raise(TypeError, "__classcell__ must be a nonlocal cell, not <class '%T'>", cell);
  storeField(cell.borrow().as<Cell>()->content, Borrowed<>(Value::fromObject(type)));
  return {};
}

Result<void> setMro_py(HeapType *type) {
  Type *meta = type->Object::type;
  Owned<Tuple> mro;
  Borrowed<> method = is(meta, molt_is_type) ? Borrowed<>() : lookupInType(meta, "mro"_str);
  if (method && typeOf(method) != &molt_type_method_descriptor) {
    Owned<> made = TRY(callFound_py(method, quietly(type), nullptr, 0, {}));
    Owned<List> list = makeList();
    TRY(molt_list_extend_py(list, made));
    mro = molt_list_to_tuple(list);
    for (uint64_t i = 0; i < mro->length; ++i)
      if (!isType(Borrowed<>(mro->items()[i])))
        return raise(TypeError, "mro() returned a non-class ('%T')", mro->items()[i]);
  } else {
    mro = TRY(computeMro(Borrowed<Type>(type)));
  }
  releaseField(type->data.mro);
  type->data.mro = static_cast<Tuple *>(mro.intoValue().asObject());
  return {};
}

void registerWithBases(HeapType *type) {
  const Tuple *bases = type->data.bases;
  for (uint64_t i = 0; i < bases->length; ++i)
    addSubclass(static_cast<Type *>(bases->items()[i].asObject()), type);
}

// value.__set_name__(type, name) for everything in the namespace that has it.
Result<void> callSetNames_py(Borrowed<Type> type) {
  Owned<Dict> names = dictCopy(Borrowed<Dict>(typeData(type.get()).dict.get()));
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(names, &position, &key, &value)) {
    Borrowed<> method = lookupInType(typeOf(value), "__set_name__"_str);
    if (!method)
      continue;
    Value arguments[] = {type.value(), key.value()};
    TRY(callFound_py(method, value, arguments, 2, {}));
  }
  return {};
}

// super(type, type).__init_subclass__(**keywords)
Result<void> callInitSubclass_py(Borrowed<Type> type, const Value *values, Borrowed<Tuple> names) {
  Borrowed<Tuple> mro = typeMro(type.get());
  for (uint64_t i = 1; i < mro->length; ++i) {
    Dict *dict = typeData(static_cast<Type *>(mro->items()[i].asObject())).dict;
    Borrowed<> found = dictFindName(Borrowed<Dict>(dict), "__init_subclass__"_str);
    if (!found)
      continue;
    Owned<> method = Owned<>::retain(found);
    if (DescriptorGetSlot get = typeOf(found)->descriptorGet)
      method = TRY(get(found, type, type));
    TRY(call_py(method, values, 0, names));
    return {};
  }
  return {};
}

Owned<HeapType> allocateClass(Borrowed<Type> meta, Borrowed<Str> name, Borrowed<Tuple> bases,
                              Type *base, Borrowed<Dict> space) {
  Owned<HeapType> type =
      Owned<HeapType>::steal(static_cast<HeapType *>(allocateObject(meta.get(), sizeof(HeapType), 0)));
  type->typeFlags = kTypeHeap;
  type->nameObject = Owned<Str>::retain(name).intoValue();
  type->name = name->data();
  type->module = "";
  type->doc = nullptr;
  type->version = runtime().nextTypeVersion++;
  type->base = static_cast<Type *>(Owned<Type>::retain(Borrowed<Type>(base)).intoValueUnmarked().asObject());
  type->data.bases = static_cast<Tuple *>(Owned<Tuple>::retain(bases).intoValue().asObject());
  Owned<Dict> dict = dictCopy(space);
  type->data.dict = dict.get();
  Value kept = dict.intoValue();
  (void)kept;
  type->number = &type->numberSlots;
  type->container = &type->containerSlots;
  return type;
}

// The attributes that methods assign on self, in order (what the compiler found).
Owned<> slotHints(Borrowed<Dict> dict) {
  if (runtime().pythonMinor < 13)
    return dictTakeName(dict, "__static_attributes__"_str);
  Borrowed<> hints = dictFindName(dict, "__static_attributes__"_str);
  return Owned<>::retain(hints && typeOf(hints) == &molt_type_tuple ? hints : Borrowed<>());
}

} // namespace

Result<Owned<Type>> makeClass_py(Borrowed<Type> meta, Borrowed<Str> name, Borrowed<Tuple> bases,
                                 Borrowed<Dict> space, const Value *keywordValues,
                                 Borrowed<Tuple> keywordNames) {
  Value object = Value::fromObject(&molt_type_object);
  Owned<Tuple> allBases =
      bases->length ? Owned<Tuple>::retain(bases) : makeTuple(&object, 1);
  Type *base = TRY(chooseLayoutBase(allBases));
  Owned<HeapType> type = allocateClass(meta, name, allBases, base, space);
  Borrowed<Dict> dict(type->data.dict.get());
  setDefaultModule(dict);
  TRY(takeQualname(type.get()));
  wrapIfFunction(dict, "__new__"_str, makeStaticMethod);
  wrapIfFunction(dict, "__init_subclass__"_str, makeClassMethod);
  wrapIfFunction(dict, "__class_getitem__"_str, makeClassMethod);
  inheritNature(type.get());
  Owned<> hints = slotHints(dict);
  TRY(layOutFields_py(type.get(), hints));
  TRY(setClassCell(type.get()));
  addDictDescriptors(type.get());
  TRY(setMro_py(type.get()));
  inheritCollection(type.get());
  updateSlots(type.get());
  type->version = runtime().nextTypeVersion++; // its dict has its keys now
  registerWithBases(type.get());
  Owned<Type> made = std::move(type).as<Type>();
  TRY(callSetNames_py(made));
  TRY(callInitSubclass_py(made, keywordValues, keywordNames));
  return made;
}

static void mustSucceed(Result<void> result) {
  if (result.raised())
    __builtin_trap(); // the bases are ours: nothing can refuse them
}

Owned<Type> makePlainClass(Borrowed<Str> name, Borrowed<Str> module, std::initializer_list<Type *> bases) {
  Owned<Tuple> tuple = makeUnfilledTuple(bases.size());
  for (size_t i = 0; i < bases.size(); ++i)
    tuple->items()[i] = Value::unmarked(bases.begin()[i]);
  Owned<Dict> space = makeDict();
  dictSetName(space, "__module__"_str, module);
  Type *base = *bases.begin();
  Owned<HeapType> type = allocateClass(Borrowed<Type>(typeAt(molt_is_type)), name, tuple, base, space);
  mustSucceed(takeQualname(type.get()));
  inheritNature(type.get());
  mustSucceed(layOutFields_py(type.get(), {}));
  addDictDescriptors(type.get());
  mustSucceed(setMro_py(type.get()));
  inheritCollection(type.get());
  std::memcpy(static_cast<void *>(&type->finalize), &base->finalize, offsetof(Type, number) - offsetof(Type, finalize));
  type->typeFlags |= base->typeFlags & (kTypePlainGet | kTypePlainSet);
  registerWithBases(type.get());
  return std::move(type).as<Type>();
}

// ---- __bases__ --------------------------------------------------------------------------------------

namespace {

// New mros for a class and all below it, depth first; the old ones come back when one fails.
Result<void> renewMros_py(HeapType *type) {
  TRY(setMro_py(type));
  for (uint32_t i = 0; i < type->data.subclassCount; ++i)
    TRY(renewMros_py(asHeap(type->data.subclasses[i])));
  return {};
}

void setBasesField(HeapType *type, Borrowed<Tuple> bases) {
  const Tuple *old = type->data.bases;
  for (uint64_t i = 0; i < old->length; ++i)
    removeSubclass(static_cast<Type *>(old->items()[i].asObject()), type);
  retain(bases.value());
  Tuple *dropped = std::exchange(type->data.bases, Ptr<Tuple>(bases.get()));
  registerWithBases(type);
  release(static_cast<Object *>(dropped));
}

} // namespace

Result<void> assignBases_py(HeapType *type, Borrowed<Tuple> bases) {
  if (!bases->length)
    return raise(TypeError, "can only assign non-empty tuple to %N.__bases__, not ()",
                 static_cast<const Type *>(type));
  for (uint64_t i = 0; i < bases->length; ++i) {
    Borrowed<> base(bases->items()[i]);
    if (!isType(base))
      return raise(TypeError, "%N.__bases__ must be tuple of classes, not '%T'",
                   static_cast<const Type *>(type), base);
    if (isSubtype(base.as<Type>().get(), type))
      return raise(TypeError, "a __bases__ item causes an inheritance cycle");
  }
  Type *newBase = TRY(chooseLayoutBase(bases));
  const Type *oldBase = type->base;
  auto *oldLayout = oldBase->isHeap() ? asHeap(type->base)->layoutBase.get() : oldBase;
  auto *newLayout = newBase->isHeap() ? asHeap(newBase)->layoutBase.get() : newBase;
  // Instances exist with the old layout: it must be what the new base's methods expect.
  bool compatible = oldLayout == newLayout && !newBase->has(kTypeFixedSlots) &&
                    !oldBase->has(kTypeFixedSlots);
  if (!compatible)
    return raise(TypeError, "__bases__ assignment: '%N' object layout differs from '%N'",
                 static_cast<const Type *>(newBase), oldBase);
  Owned<Tuple> oldBases = Owned<Tuple>::retain(Borrowed<Tuple>(type->data.bases.get()));
  setBasesField(type, bases);
  if (Result<void> renewed = renewMros_py(type); renewed.raised()) {
    Owned<> failure = takePending();
    setBasesField(type, oldBases);
    TRY(renewMros_py(type));
    return restorePending(std::move(failure));
  }
  retain(static_cast<Object *>(newBase));
  Type *dropped = std::exchange(type->base, Ptr<Type>(newBase));
  release(static_cast<Object *>(dropped));
  typeChanged(type, Borrowed<Str>());
  return {};
}

} // namespace molt
