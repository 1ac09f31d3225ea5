// type: calling classes, making them, and their attributes as Python sees them.

#include "runtime/core/attribute.h"
#include "runtime/core/class_facts.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/type_table.h"
#include "runtime/types/exception_slots.h"
#include "runtime/types/native_text.h"
#include "runtime/types/union_type.h"

#include <cstdlib>

namespace molt {

namespace {

Type *typeSelf(Borrowed<> self) { return self.as<Type>().get(); }
uint64_t keywordCount(Borrowed<Tuple> names) { return names ? names->length : 0; }

// ---- Calling ----------------------------------------------------------------------------------------

constexpr uint64_t kFewArguments = 8;

Borrowed<> findInit(HeapType *type) {
  if (type->initVersion != type->version) {
    type->initPlace = findInType(type, "__init__"_str);
    type->initVersion = type->version;
  }
  return type->initPlace ? Borrowed<>(*type->initPlace) : Borrowed<>();
}

bool isFunction(Borrowed<> value) { return value && typeOf(value) == &molt_type_function; }

Result<void> initialize_py(Borrowed<> object, Borrowed<Function> init, const Value *arguments, uint64_t count) {
  Owned<Function> held = Owned<Function>::retain(init); // the call may take it out of its class
  Value all[kFewArguments];
  all[0] = object.value();
  for (uint64_t i = 0; i < count; ++i)
    all[i + 1] = arguments[i];
  Owned<> result = TRY(callFunction_py(held, all, count + 1, {}));
  if (!isNone(result))
    return raise(TypeError, "__init__() should return None, not '%T'", result);
  return {};
}

Result<Owned<>> callType(Borrowed<> self, const Value *arguments, uint64_t count,
                         Borrowed<Tuple> names) {
  NativeStep step(250);
  Borrowed<Type> type = self.as<Type>();
  bool isSimple = type->isHeap() && !names && count < kFewArguments;
  if (isSimple && type->newInstance == objectNew && !type->has(kTypeAbstract)) // without __new__
    if (Borrowed<> init = findInit(asHeap(type.get())); isFunction(init)) {
      Owned<> object = Owned<>::steal(Value::fromObject(allocateObject(type.get(), type->size, 0)));
      TRY(initialize_py(object, init.as<Function>(), arguments, count));
      return object;
    }
  if (type->has(kTypeException) && !names && type->newInstance == exceptionNew && type->init == exceptionInit)
    return exceptionNew(type, arguments, count, names); // it stores the arguments, too
  if (type.get() == &molt_type_str && count == 1 && !names)
    return str_py(Borrowed<>(arguments[0]));
  if (is(type.get(), molt_is_type) && count == 1 && !keywordCount(names))
    return Owned<>(Owned<Type>::retain(Borrowed<Type>(typeOf(arguments[0]))));
  if (!type->newInstance)
    return raise(TypeError, "cannot create '%S' instances", TRY(qualifiedTypeName(type.get(), true)));
  Owned<> object = TRY(type->newInstance(type, arguments, count, names));
  Type *made = typeOf(object);
  if (made->init == objectInit && !count && !keywordCount(names))
    return object;
  if (made != type.get() && !isSubtype(made, type.get()))
    return object;
  if (isSimple && made == type.get()) // an exception's, say
    if (Borrowed<> init = findInit(asHeap(made)); isFunction(init)) {
      TRY(initialize_py(object, init.as<Function>(), arguments, count));
      return object;
    }
  TRY(made->init(object, arguments, count, names));
  return object;
}

// type.__new__(meta, name, bases, namespace, **keywords)
Result<Owned<>> newType(Borrowed<Type> meta, const Value *arguments, uint64_t count,
                        Borrowed<Tuple> names) {
  if (count != 3) {
    if (is(meta.get(), molt_is_type))
      return raise(TypeError, "type() takes 1 or 3 arguments");
    return raise(TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", count);
  }
  Borrowed<> name(arguments[0]), bases(arguments[1]), space(arguments[2]);
  if (!isStr(name))
    return raise(TypeError, "type.__new__() argument 1 must be str, not %T", name);
  if (!isTuple(bases))
    return raise(TypeError, "type.__new__() argument 2 must be tuple, not %T", bases);
  if (!isDict(space))
    return raise(TypeError, "type.__new__() argument 3 must be dict, not %T", space);
  Borrowed<Tuple> baseTuple = bases.as<Tuple>();
  for (uint64_t i = 0; i < baseTuple->length; ++i) {
    Borrowed<> base(baseTuple->items()[i]);
    if (isType(base))
      continue;
    Owned<> entries = TRY(getOptionalAttribute_py(base, "__mro_entries__"_str));
    if (!isExhausted(entries))
      return raise(TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
  }
  Owned<Type> winner = TRY(mostDerivedMetaclass(meta, baseTuple));
  if (winner.get() != meta.get() && winner->newInstance != newType && winner->newInstance)
    return winner->newInstance(winner, arguments, count, names);
  Owned<Type> made = TRY(makeClass_py(winner, name.as<Str>(), baseTuple, space.as<Dict>(),
                                      arguments + count, names));
  return Owned<>(std::move(made));
}

Result<void> initType(Borrowed<>, const Value *, uint64_t count, Borrowed<Tuple> names) {
  if (count == 1 && keywordCount(names))
    return raise(TypeError, "type.__init__() takes no keyword arguments");
  if (count != 1 && count != 3)
    return raise(TypeError, "type.__init__() takes 1 or 3 arguments");
  return {};
}

// ---- Attributes of classes --------------------------------------------------------------------------

Result<Owned<>> getTypeAttribute(Borrowed<> self, Borrowed<Str> name) {
  Type *meta = typeOf(self);
  Borrowed<> inMeta = lookupInType(meta, name);
  DescriptorGetSlot metaGet = inMeta ? typeOf(inMeta)->descriptorGet : nullptr;
  if (metaGet && typeOf(inMeta)->descriptorSet) {
    Owned<> held = Owned<>::retain(inMeta);
    return metaGet(held, self, Borrowed<Type>(meta));
  }
  if (Borrowed<> found = lookupInType(typeSelf(self), name)) {
    Owned<> held = Owned<>::retain(found);
    if (DescriptorGetSlot get = typeOf(found)->descriptorGet)
      return get(held, Borrowed<>(), self);
    return held;
  }
  if (metaGet) {
    Owned<> held = Owned<>::retain(inMeta);
    return metaGet(held, self, Borrowed<Type>(meta));
  }
  if (inMeta)
    return Owned<>::retain(inMeta);
  return raiseNoAttribute(self, name);
}

Result<void> setTypeAttribute(Borrowed<> self, Borrowed<Str> name, Borrowed<> value) {
  Type *type = typeSelf(self);
  if (!type->isHeap())
    return raise(TypeError, "cannot set %R attribute of immutable type '%N'", name,
                 static_cast<const Type *>(type));
  if (Borrowed<> inMeta = lookupInType(typeOf(self), name))
    if (DescriptorSetSlot set = typeOf(inMeta)->descriptorSet) {
      Owned<> held = Owned<>::retain(inMeta);
      return set(held, self, value);
    }
  return setTypeAttribute_py(self.as<Type>(), name, value);
}

Result<Owned<Str>> reprType(Borrowed<> self) {
  return formatStr("<class '%S'>", TRY(qualifiedTypeName(typeSelf(self), true)));
}

// ---- Memory -----------------------------------------------------------------------------------------

void traverseType(Object *self, Visitor &visitor) {
  auto *type = static_cast<HeapType *>(self);
  visitor.visit(reinterpret_cast<Object *>(type->data.dict.get()));
  visitor.visit(type->data.mro);
  visitor.visit(type->data.bases);
  visitor.visit(type->base);
  visitor.visit(type->nameObject);
  visitor.visit(type->qualname);
  visitor.visit(type->slotNames);
}

void detachFromBases(HeapType *type) {
  const Tuple *bases = type->data.bases;
  for (uint64_t i = 0; bases && i < bases->length; ++i)
    removeSubclass(static_cast<Type *>(bases->items()[i].asObject()), type);
}

void clearType(Object *self) {
  auto *type = static_cast<HeapType *>(self);
  type->version = runtime().nextTypeVersion++; // the caches hold borrowed values
  forgetClassFacts(type);
  releaseField(type->data.dict);
  releaseField(type->data.mro);
}

void destroyType(Object *self) {
  auto *type = static_cast<HeapType *>(self);
  detachFromBases(type);
  clearType(self);
  releaseField(type->data.bases);
  releaseField(type->base);
  releaseField(type->nameObject);
  releaseField(type->qualname);
  releaseField(type->slotNames);
  std::free(std::exchange(type->slotOrders, nullptr));
  freeSubclassList(type->data);
}

// ---- Getters ----------------------------------------------------------------------------------------

Raised raiseImmutable(const char *name, Type *type) {
  return raise(TypeError, "cannot set '%s' attribute of immutable type '%N'", name,
               static_cast<const Type *>(type));
}
Result<void> checkSettable(Borrowed<> self, Borrowed<> value, const char *name) {
  if (!typeSelf(self)->isHeap())
    return raiseImmutable(name, typeSelf(self));
  if (!value)
    return raise(TypeError, "cannot delete '%s' attribute of type '%N'", name,
                 static_cast<const Type *>(typeSelf(self)));
  return {};
}

Result<Owned<>> getName(Borrowed<> self) {
  Type *type = typeSelf(self);
  if (type->isHeap())
    return Owned<>::retain(Borrowed<>(asHeap(type)->nameObject));
  return Owned<>(makeStr(type->name));
}
Result<void> setName(Borrowed<> self, Borrowed<> value) {
  TRY(checkSettable(self, value, "__name__"));
  if (!isStr(value))
    return raise(TypeError, "can only assign string to %N.__name__, not '%T'",
                 static_cast<const Type *>(typeSelf(self)), value);
  HeapType *type = asHeap(typeSelf(self));
  type->name = value.as<Str>()->data();
  storeField(type->nameObject, value);
  return {};
}
Result<Owned<>> getQualname(Borrowed<> self) {
  Type *type = typeSelf(self);
  if (type->isHeap())
    return Owned<>::retain(Borrowed<>(asHeap(type)->qualname));
  return Owned<>(makeStr(type->name));
}
Result<void> setQualname(Borrowed<> self, Borrowed<> value) {
  TRY(checkSettable(self, value, "__qualname__"));
  if (!isStr(value))
    return raise(TypeError, "can only assign string to %N.__qualname__, not '%T'",
                 static_cast<const Type *>(typeSelf(self)), value);
  storeField(asHeap(typeSelf(self))->qualname, value);
  return {};
}

Borrowed<> inDict(Borrowed<> self, Borrowed<Str> name) {
  return dictFindName(Borrowed<Dict>(typeData(typeSelf(self)).dict.get()), name);
}
Result<Owned<>> getModule(Borrowed<> self) {
  Type *type = typeSelf(self);
  if (!type->isHeap())
    return Owned<>(makeStr(type->module));
  if (Borrowed<> module = inDict(self, "__module__"_str))
    return Owned<>::retain(module);
  return raise(AttributeError, "__module__");
}
Result<void> setModule(Borrowed<> self, Borrowed<> value) {
  TRY(checkSettable(self, value, "__module__"));
  return setTypeAttribute_py(self.as<Type>(), "__module__"_str, value);
}

Result<Owned<>> getDoc(Borrowed<> self) {
  Borrowed<> doc = inDict(self, "__doc__"_str);
  if (!doc)
    return ownedNone();
  Owned<> held = Owned<>::retain(doc);
  if (DescriptorGetSlot get = typeOf(doc)->descriptorGet)
    return get(held, Borrowed<>(), self);
  return held;
}
Result<void> setDoc(Borrowed<> self, Borrowed<> value) {
  TRY(checkSettable(self, value, "__doc__"));
  return setTypeAttribute_py(self.as<Type>(), "__doc__"_str, value);
}

Result<Owned<>> getBases(Borrowed<> self) {
  Tuple *bases = typeData(typeSelf(self)).bases;
  ValueMark<Type>::leave();
  return Owned<>(Owned<Tuple>::retain(bases ? Borrowed<Tuple>(bases) : emptyTuple()));
}
Result<void> setBases(Borrowed<> self, Borrowed<> value) {
  TRY(checkSettable(self, value, "__bases__"));
  if (!isTuple(value))
    return raise(TypeError, "can only assign tuple to %N.__bases__, not %T",
                 static_cast<const Type *>(typeSelf(self)), value);
  return assignBases_py(asHeap(typeSelf(self)), value.as<Tuple>());
}
Result<Owned<>> getMro(Borrowed<> self) {
  Tuple *mro = typeData(typeSelf(self)).mro;
  ValueMark<Type>::leave();
  return mro ? Owned<>(Owned<Tuple>::retain(Borrowed<Tuple>(mro))) : ownedNone();
}
Result<Owned<>> getBase(Borrowed<> self) {
  Type *base = typeSelf(self)->base;
  return base ? Owned<>(Owned<Type>::retain(Borrowed<Type>(base))) : ownedNone();
}
Result<Owned<>> getDict(Borrowed<> self) {
  return makeMappingProxy(Borrowed<Dict>(typeData(typeSelf(self)).dict.get()));
}
Result<Owned<>> getTextSignature(Borrowed<> self) { return ownedNone(); }

Result<Owned<>> getAbstractMethods(Borrowed<> self) {
  if (!is(typeSelf(self), molt_is_type))
    if (Borrowed<> names = inDict(self, "__abstractmethods__"_str))
      return Owned<>::retain(names);
  return raiseWith(AttributeError, "__abstractmethods__"_str);
}
Result<void> setAbstractMethods(Borrowed<> self, Borrowed<> value) {
  if (!typeSelf(self)->isHeap())
    return raiseImmutable("__abstractmethods__", typeSelf(self));
  bool abstract = value ? TRY(truth_py(value)) : false;
  TRY(setTypeAttribute_py(self.as<Type>(), "__abstractmethods__"_str, value));
  typeSelf(self)->typeFlags &= ~uint32_t{kTypeAbstract};
  if (abstract)
    typeSelf(self)->typeFlags |= kTypeAbstract;
  return {};
}

// Annotations: a dict that is there, or what the class's annotate function makes (PEP 649).
Borrowed<> annotateFunction(Borrowed<> self) {
  if (Borrowed<> found = inDict(self, "__annotate_func__"_str))
    return found;
  return inDict(self, "__annotate__"_str);
}
Result<Owned<>> getAnnotations(Borrowed<> self) {
  if (!typeSelf(self)->isHeap())
    return raiseNoAttribute(self, "__annotations__"_str);
  for (Borrowed<Str> name : {"__annotations__"_str, "__annotations_cache__"_str})
    if (Borrowed<> found = inDict(self, name))
      return Owned<>::retain(found);
  Owned<> annotations;
  if (Borrowed<> annotate = annotateFunction(self); annotate && !isNone(annotate)) {
    Owned<> held = Owned<>::retain(annotate);
    annotations = TRY(call_py(held, {Borrowed<>(Value::fromInt(1))}));
  } else {
    annotations = makeDict();
  }
  TRY(setTypeAttribute_py(self.as<Type>(), "__annotations_cache__"_str, annotations));
  return annotations;
}
Result<void> setAnnotations(Borrowed<> self, Borrowed<> value) {
  if (!typeSelf(self)->isHeap())
    return raiseImmutable("__annotations__", typeSelf(self));
  Borrowed<Str> name =
      inDict(self, "__annotations__"_str) ? "__annotations__"_str : "__annotations_cache__"_str;
  if (!value && !inDict(self, name))
    return raiseWith(AttributeError, "__annotations__"_str);
  return setTypeAttribute_py(self.as<Type>(), name, value);
}
Result<Owned<>> getAnnotate(Borrowed<> self) {
  if (!typeSelf(self)->isHeap())
    return raiseNoAttribute(self, "__annotate__"_str);
  Borrowed<> annotate = annotateFunction(self);
  return Owned<>::retain(annotate ? annotate : none());
}
Result<void> setAnnotate(Borrowed<> self, Borrowed<> value) {
  TRY(checkSettable(self, value, "__annotate__"));
  return setTypeAttribute_py(self.as<Type>(), "__annotate_func__"_str, value);
}
Result<Owned<>> getTypeParams(Borrowed<> self) {
  if (Borrowed<> parameters = inDict(self, "__type_params__"_str))
    return Owned<>::retain(parameters);
  return Owned<>(Owned<Tuple>::retain(emptyTuple()));
}
Result<void> setTypeParams(Borrowed<> self, Borrowed<> value) {
  TRY(checkSettable(self, value, "__type_params__"));
  return setTypeAttribute_py(self.as<Type>(), "__type_params__"_str, value);
}

Result<Owned<>> getBasicSize(Borrowed<> self) {
  return makeInt(typeSelf(self)->size + typeSelf(self)->fieldsSize);
}
Result<Owned<>> getItemSize(Borrowed<> self) { return makeInt(typeSelf(self)->itemSize); }
Result<Owned<>> getFlags(Borrowed<> self) {
  // The two flags that programs ask for: can be subclassed, is abstract.
  Type *type = typeSelf(self);
  return makeInt((type->has(kTypeBaseAllowed) ? 1 << 10 : 0) | (type->has(kTypeAbstract) ? 1 << 20 : 0) |
                 (type->isHeap() ? 1 << 9 : 1 << 8));
}
Result<Owned<>> getDictOffset(Borrowed<> self) {
  Type *type = typeSelf(self);
  return makeInt(type->has(kTypeHasDict) ? type->fieldsOffset + type->dictField : type->dictOffset);
}

constexpr GetSetDef typeGetSets[] = {
    {"__name__", getName, setName},
    {"__qualname__", getQualname, setQualname},
    {"__module__", getModule, setModule},
    {"__doc__", getDoc, setDoc},
    {"__bases__", getBases, setBases},
    {"__mro__", getMro},
    {"__base__", getBase},
    {"__dict__", getDict},
    {"__text_signature__", getTextSignature},
    {"__abstractmethods__", getAbstractMethods, setAbstractMethods},
    {"__annotations__", getAnnotations, setAnnotations},
    {"__annotate__", getAnnotate, setAnnotate, nullptr, /*since=*/14},
    {"__type_params__", getTypeParams, setTypeParams},
    {"__basicsize__", getBasicSize},
    {"__itemsize__", getItemSize},
    {"__flags__", getFlags},
    {"__dictoffset__", getDictOffset},
    {nullptr, nullptr},
};

// ---- Methods ----------------------------------------------------------------------------------------

#define METHOD(name)                                                                               \
  Result<Owned<>> name(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names)

Result<void> expectCount(const char *name, uint64_t count, uint64_t wanted, Borrowed<Tuple> names) {
  TRY(rejectKeywords(name, names));
  if (count == wanted)
    return {};
  if (wanted == 0)
    return raise(TypeError, "%s() takes no arguments (%zu given)", name, count);
  return raise(TypeError, "%s() takes exactly one argument (%zu given)", name, count);
}

METHOD(type_mro) {
  TRY(expectCount("type.mro", count, 0, names));
  Owned<List> list = makeList();
  Owned<Tuple> mro = typeSelf(self)->isHeap() ? TRY(computeMro(self.as<Type>()))
                                              : Owned<Tuple>::retain(typeMro(typeSelf(self)));
  TRY(molt_list_extend_py(list, mro));
  return Owned<>(std::move(list));
}
METHOD(type_subclasses) {
  TRY(expectCount("type.__subclasses__", count, 0, names));
  Owned<List> list = makeList();
  TypeData &data = typeData(typeSelf(self));
  for (uint32_t i = 0; i < data.subclassCount; ++i)
    listAppend(list, Borrowed<Type>(data.subclasses[i]));
  return Owned<>(std::move(list));
}
METHOD(type_prepare) { return Owned<>(makeDict()); }
METHOD(type_instancecheck) {
  TRY(expectCount("type.__instancecheck__", count, 1, names));
  return ownedBool(TRY(realIsInstance_py(Borrowed<>(arguments[0]), self)));
}
METHOD(type_subclasscheck) {
  TRY(expectCount("type.__subclasscheck__", count, 1, names));
  return ownedBool(TRY(realIsSubclass_py(Borrowed<>(arguments[0]), self)));
}
METHOD(type_dir) {
  TRY(expectCount("type.__dir__", count, 0, names));
  Owned<Dict> found = makeDict();
  addClassKeys(found, self.as<Type>());
  return keyList(found);
}
#undef METHOD

constexpr MethodDef typeMethods[] = {
    {"mro", type_mro, 0, "Return a type's method resolution order.", "($self, /)"},
    {"__subclasses__", type_subclasses, 0, "Return a list of immediate subclasses.", "($self, /)"},
    {"__prepare__", type_prepare, kMethodClass,
     "Create the namespace for the class statement"},
    {"__instancecheck__", type_instancecheck, 0, "Check if an object is an instance.",
     "($self, instance, /)"},
    {"__subclasscheck__", type_subclasscheck, 0, "Check if a class is a subclass.",
     "($self, subclass, /)"},
    {"__dir__", type_dir, 0, "Specialized __dir__ implementation for types.", "($self, /)"},
    {nullptr, nullptr},
};

constexpr NumberSlots typeNumber{.bitOr = makeUnion_py};

} // namespace

TYPE_IDENTITY(type)
extern "C" constinit Type molt_type_type{TypeSpec{
    .name = "type",
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .size = sizeof(HeapType),
    .flags = kTypeBaseAllowed | kTypeGC | kTypeType | kTypeHasWeakrefs,
    .methods = typeMethods,
    .getsets = typeGetSets,
    .destroy = destroyType,
    .traverse = traverseType,
    .clear = clearType,
    .repr = reprType,
    .call = callType,
    .getAttribute = getTypeAttribute,
    .setAttribute = setTypeAttribute,
    .newInstance = newType,
    .init = initType,
    .number = &typeNumber,
    .dictOffset = offsetof(HeapType, data.dict),
}};

} // namespace molt
