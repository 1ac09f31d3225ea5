// Compiled code's attribute access, with one cache for each place in the source.
//
// A cache says what an attribute was the last time: for objects of that type and type version, where
// to find it. Everything that the kinds assume about the type is part of its version; what they assume
// about the instance (a slot is filled, no dict shadows a method) is tested at each use.

#include "runtime/core/exception.h"
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/instance.h"
#include "runtime/core/slot_rows.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/type_table.h"
#include "runtime/types/dict.h"

#include <cstdlib>

namespace molt {

namespace {

// What a staticmethod or classmethod wraps.
Borrowed<> wrapped(Borrowed<> method) { return Borrowed<>(method.as<ClassMethod>()->callable); }

bool holds(const AttributeCache *cache, const Type *type) {
  return cache->type.get() == type && cache->typeVersion == type->version;
}

Value fromPlace(const Value *place) { return Value::fromBits(reinterpret_cast<uintptr_t>(place)); }
Value atPlace(const AttributeCache *cache) {
  return *reinterpret_cast<const Value *>(static_cast<uintptr_t>(cache->value.bits()));
}

// Of A.x, where A is a class: the place of the plain value that the cache knows, or null.
Value *placeOnType(const AttributeCache *cache, Borrowed<> type) {
  bool isKnown = cache->kind == kOnTypeValue && holds(cache, static_cast<const Type *>(type.value().asObject()));
  return isKnown ? reinterpret_cast<Value *>(static_cast<uintptr_t>(cache->value.bits())) : nullptr;
}

void fill(AttributeCache *cache, Type *type, AttributeCacheKind kind, uint64_t offset, Value value) {
  cache->type = type;
  cache->typeVersion = type->version;
  cache->kind = kind;
  cache->offset = offset;
  cache->value = value;
}

// ---- Places that see several types ------------------------------------------------------------------
// The last type is in the cache itself, where compiled code looks; others that came by are in `others`.

AttributeCache *allocateZeroedCaches() {
  auto *made = static_cast<AttributeCache *>(std::calloc(kOtherAttributeCaches, sizeof(AttributeCache)));
  if (!made)
    outOfMemory();
  return made;
}

// Where a type's search in `others` begins.
uint32_t firstOther(const Type *type) {
  auto address = reinterpret_cast<uintptr_t>(type);
  return static_cast<uint32_t>((address >> 4 ^ address >> 10) % kOtherAttributeCaches);
}

AttributeCache *findOther(AttributeCache *cache, const Type *type) {
  AttributeCache *others = cache->others;
  if (!others)
    return nullptr;
  for (uint32_t i = 0, at = firstOther(type); i < kOtherAttributeCaches; ++i) {
    if (others[at].type.get() == type)
      return others[at].typeVersion == type->version ? &others[at] : nullptr;
    at = at + 1 == kOtherAttributeCaches ? 0 : at + 1;
  }
  return nullptr;
}
// What is known of objects of that type here, or null.
inline AttributeCache *find(AttributeCache *cache, const Type *type) {
  return __builtin_expect(holds(cache, type), 1) ? cache : findOther(cache, type);
}

// Puts aside what the cache knows of another type, and empties it.
void makeRoom(AttributeCache *cache, const Type *type) {
  if (cache->type && cache->type.get() != type) {
    if (!cache->others)
      cache->others = allocateZeroedCaches();
    uint32_t first = firstOther(cache->type), at = first;
    for (uint32_t i = 0; i < kOtherAttributeCaches; ++i) {
      const Type *known = cache->others[at].type;
      if (!known || known == cache->type.get())
        break;
      at = at + 1 == kOtherAttributeCaches ? 0 : at + 1;
    }
    AttributeCache *other = &cache->others[at];
    *other = *cache;
    other->others = nullptr;
  }
  cache->type = nullptr;
}

Value &wordAt(Object *object, uint64_t offset) {
  return *reinterpret_cast<Value *>(reinterpret_cast<unsigned char *>(object) + offset);
}

// Where the dict word of the type's instances is; 0: they have none.
uint64_t dictWordOffset(const Type *type) {
  if (type->has(kTypeHasDict))
    return type->fieldsOffset + type->dictField;
  return type->dictOffset;
}

bool cacheable(const Type *type) {
  return type->has(kTypePlainGet) && !type->has(kTypeVariableFields);
}

// Does the object's own dict have the name? (Its slots do not: the type has no slot of that name.)
bool shadowed(const AttributeCache *cache, Object *object, Borrowed<Str> name) {
  if (!cache->offset)
    return false;
  Value dict = wordAt(object, cache->offset);
  return !dict.isNull() && dictFindName(Borrowed<Dict>(dict), name);
}

// The name's place in the dict where it was the last time; null: it is not there.
inline Value *lastPlaceInDict(AttributeCache *cache, Dict *dict, Borrowed<Str> name) {
  uint64_t last = cache->offset >> 32;
  return last < dict->entryCount && dict->entries[last].key == name.value() ? &dict->entries[last].value : nullptr;
}
// The name's place in the dict, or null.
Value *placeInDict(AttributeCache *cache, Dict *dict, Borrowed<Str> name) {
  int64_t at = dictFindEntry(Borrowed<Dict>(dict), name);
  if (at < 0)
    return nullptr;
  if (at <= UINT32_MAX)
    cache->offset = (cache->offset & UINT32_MAX) | static_cast<uint64_t>(at) << 32;
  return &dict->entries[at].value;
}
Dict *dictAtWord(AttributeCache *cache, Object *self) {
  return static_cast<Dict *>(wordAt(self, cache->offset & UINT32_MAX).asObject());
}

// A member made by __slots__: also a Value at a fixed offset.
bool isSlotMember(Borrowed<> found) {
  return typeOf(found) == &molt_type_member_descriptor && !found.as<MemberDescriptor>()->definition;
}

// Learns from an access to an object of a plain type.
void learn(AttributeCache *cache, Type *type, Borrowed<Str> name) {
  makeRoom(cache, type);
  const Value *place = findInType(type, name);
  Borrowed<> found = place ? Borrowed<>(*place) : Borrowed<>();
  if (found && typeOf(found)->descriptorSet) {
    if (isSlotMember(found))
      fill(cache, type, kSlot, type->fieldsOffset + found.as<MemberDescriptor>()->fieldOffset, Value());
    else if (typeOf(found) == &molt_type_property &&
             typeOf(found.as<Property>()->getter) == &molt_type_function)
      fill(cache, type, kProperty, 0, found.value());
    else if (typeOf(found) == &molt_type_getset_descriptor && isSubtype(type, found.as<GetSetDescriptor>()->owner))
      fill(cache, type, kComputed, 0, found.value());
    return;
  }
  int32_t slot = type->has(kTypeHasDict) ? findSlot(type, name) : -1;
  if (slot >= 0) {
    uint64_t offset = type->fieldsOffset + type->slotsField + static_cast<uint64_t>(slot) * sizeof(Value);
    if (found && isPlainData(found))
      fill(cache, type, kSlotOrType, offset | dictWordOffset(type) << 32, fromPlace(place));
    else
      fill(cache, type, kSlot, offset, Value());
    return;
  }
  if (!found) {
    if (uint64_t offset = dictWordOffset(type))
      fill(cache, type, kDict, offset, Value());
    return;
  }
  Type *foundType = typeOf(found);
  if (foundType->has(kTypeMethodLike))
    fill(cache, type, foundType == &molt_type_function ? kFunction : kMethod, dictWordOffset(type), found.value());
  else if (!foundType->descriptorGet)
    fill(cache, type, kTypeValue, dictWordOffset(type), fromPlace(place));
  else if (foundType == &molt_type_staticmethod && wrapped(found))
    fill(cache, type, kStatic, dictWordOffset(type), found.value());
  else if (foundType == &molt_type_classmethod && wrapped(found) && runtime().pythonMinor >= 13)
    fill(cache, type, kClass, dictWordOffset(type), found.value());
}

// The value by the cache, or null when it does not say.
inline Result<Owned<>> readCached_py(AttributeCache *cache, Borrowed<> object, Borrowed<Str> name) {
  Object *self = object.value().asObject();
  switch (cache->kind) {
  case kSlot:
    return Owned<>::retain(Borrowed<>(wordAt(self, cache->offset)));
  case kSlotOrType: {
    Value value = wordAt(self, cache->offset & UINT32_MAX);
    if (value.isNull()) {
      Value dict = wordAt(self, cache->offset >> 32);
      if (!dict.isNull() && dictFindName(Borrowed<Dict>(dict), name))
        return Raised{};
      value = atPlace(cache);
    }
    return Owned<>::retain(Borrowed<>(value));
  }
  case kDict: {
    Dict *dict = dictAtWord(cache, self);
    Value *place = dict ? placeInDict(cache, dict, name) : nullptr;
    if (!place)
      return Raised{};
    return Owned<>::retain(Borrowed<>(*place));
  }
  case kTypeValue:
    if (shadowed(cache, self, name))
      return Raised{};
    return Owned<>::retain(Borrowed<>(atPlace(cache)));
  case kFunction:
  case kMethod:
    if (shadowed(cache, self, name))
      return Raised{};
    return makeMethodOf(Borrowed<>(cache->value), object);
  case kStatic:
    if (shadowed(cache, self, name))
      return Raised{};
    return Owned<>::retain(wrapped(Borrowed<>(cache->value)));
  case kClass:
    if (shadowed(cache, self, name))
      return Raised{};
    return makeBoundMethod(wrapped(Borrowed<>(cache->value)), quietly(self->type));
  case kModule:
    if (cache->offset != static_cast<Module *>(self)->dict->keysVersion)
      return Raised{};
    return Owned<>::retain(Borrowed<>(atPlace(cache)));
  default:
    return Raised{};
  }
}

// A.x, where A is a class whose metaclass is type: found in its mro. True: the cache tells now.
bool learnOnType(AttributeCache *cache, Type *type, Borrowed<Str> name) {
  if (cache->kind >= kOnType && cache->kind <= kOnTypeClass && holds(cache, type))
    return true;
  if (!is(type->Object::type, molt_is_type) || lookupInType(typeAt(molt_is_type), name))
    return false;
  const Value *place = findInType(type, name);
  if (!place)
    return false;
  Borrowed<> found(*place);
  Type *foundType = typeOf(found);
  // A function through its class is itself.
  if (foundType == &molt_type_function)
    fill(cache, type, kOnType, 0, found.value());
  else if (isPlainData(found))
    fill(cache, type, kOnTypeValue, 0, fromPlace(place));
  else if (foundType == &molt_type_staticmethod && wrapped(found))
    fill(cache, type, kOnTypeStatic, 0, found.value());
  else if (foundType == &molt_type_classmethod && wrapped(found) && runtime().pythonMinor >= 13)
    fill(cache, type, kOnTypeClass, 0, found.value());
  else
    return false;
  return true;
}

Result<Owned<>> getOnType_py(Borrowed<Type> type, Borrowed<Str> name, AttributeCache *cache) {
  if (!learnOnType(cache, type.get(), name))
    return getAttribute_py(quietly(type.get()), name);
  if (cache->kind == kOnTypeValue)
    return Owned<>::retain(Borrowed<>(atPlace(cache)));
  Borrowed<> value(cache->value);
  if (cache->kind == kOnType)
    return Owned<>::retain(value);
  if (cache->kind == kOnTypeStatic)
    return Owned<>::retain(wrapped(value));
  return makeBoundMethod(wrapped(value), quietly(type.get()));
}

[[gnu::noinline]] Result<Owned<>> getSlow_py(Borrowed<> object, Borrowed<Str> name,
                                             AttributeCache *cache) {
  Type *type = typeOf(object);
  if (type->has(kTypeType))
    return getOnType_py(object.as<Type>(), name, cache);
  if (type == &molt_type_module && !isSpecialName(name)) {
    Borrowed<Dict> dict(object.as<Module>()->dict.get());
    if (int64_t at = dictFindEntry(dict, name); at >= 0) {
      fill(cache, type, kModule, dictKeysVersion(dict), fromPlace(&dict->entries[at].value));
      return Owned<>::retain(Borrowed<>(dict->entries[at].value));
    }
  }
  if (cacheable(type) && object.value().isObject())
    learn(cache, type, name);
  return getAttribute_py(object, name);
}

Result<Owned<>> computeAttribute(Borrowed<GetSetDescriptor> descriptor, Borrowed<> object, Borrowed<Str> name) {
  Result<Owned<>> value = descriptor->definition->get(object);
  if (__builtin_expect(value.raised(), 0))
    noteAttributeError(object, name);
  return value;
}

Result<Owned<>> callGetter_py(Borrowed<> property, Borrowed<> object) {
  Owned<> getter = Owned<>::retain(Borrowed<>(property.as<Property>()->getter));
  Value self = object.value();
  return call_py(getter, &self, 1);
}

} // namespace

namespace {
[[gnu::noinline]] Result<Owned<>> getOtherwise_py(Borrowed<> object, Borrowed<Str> name, AttributeCache *cache,
                                                  AttributeCache *known) {
  if (!known && typeOf(object)->has(kTypeType)) // another object may lie where a class was
    if (const Value *place = placeOnType(cache, object))
      return Owned<>::retain(Borrowed<>(*place));
  if (known && known->kind == kProperty)
    return callGetter_py(Borrowed<>(known->value), object);
  if (known && known->kind == kComputed)
    return computeAttribute(Borrowed<>(known->value).as<GetSetDescriptor>(), object, name);
  if (known) {
    Result<Owned<>> found = readCached_py(known, object, name);
    if (!found.raised())
      return found;
  }
  return getSlow_py(object, name, cache);
}
} // namespace

// Of an object that has a dict, by a cache that says where; out of line, so that the usual ways keep few registers.
[[gnu::noinline]] static Result<Owned<>> getFromDict_py(Borrowed<> object, Borrowed<Str> name, AttributeCache *cache,
                                                        AttributeCache *known) {
  if (Value *place = placeInDict(known, dictAtWord(known, object.value().asObject()), name))
    return Owned<>::retain(Borrowed<>(*place));
  return getOtherwise_py(object, name, cache, known);
}

extern "C" Result<Owned<>> molt_get_attribute_py(Borrowed<> object, Borrowed<Str> name,
                                                 AttributeCache *cache) {
  AttributeCache *known = object.value().isObject() ? find(cache, object.value().asObject()->type) : nullptr;
  if (known && known->kind == kSlot) {
    Value value = wordAt(object.value().asObject(), known->offset);
    if (__builtin_expect(!value.isNull(), 1))
      return Owned<>::retain(Borrowed<>(value));
  } else if (known && known->kind == kDict) {
    if (Dict *dict = dictAtWord(known, object.value().asObject())) {
      if (Value *place = lastPlaceInDict(known, dict, name))
        return Owned<>::retain(Borrowed<>(*place));
      return getFromDict_py(object, name, cache, known);
    }
  }
  return getOtherwise_py(object, name, cache, known);
}

// ---- Stores ---------------------------------------------------------------------------------------

namespace {

// A.x = value. A plain value that takes the place of another one changes nothing else of the class.
Result<void> setOnType_py(Borrowed<Type> self, Borrowed<Str> name, Borrowed<> value, AttributeCache *cache) {
  if (Value *place = placeOnType(cache, self); place && isPlainData(value) && isPlainData(Borrowed<>(*place))) {
    storeField(*place, value);
    return {};
  }
  Type *metaclass = typeOf(self);
  TRY(metaclass->setAttribute(self, name, value));
  if (!self->isHeap() || !is(metaclass, molt_is_type) || isSpecialName(name) || lookupInType(metaclass, name))
    return {};
  Borrowed<Dict> dict(asHeap(self.get())->data.dict.get());
  int64_t at = dictFindEntry(dict, name);
  if (at >= 0 && isPlainData(Borrowed<>(dict->entries[at].value)))
    fill(cache, self.get(), kOnTypeValue, 0, fromPlace(&dict->entries[at].value));
  return {};
}

[[gnu::noinline]] Result<void> setSlow_py(Borrowed<> object, Borrowed<Str> name, Borrowed<> value,
                                          AttributeCache *cache) {
  Type *type = typeOf(object);
  if (type->has(kTypeType))
    return setOnType_py(object.as<Type>(), name, value, cache);
  if (type->has(kTypePlainSet) && !type->has(kTypeVariableFields) && (type->isHeap() || type->dictOffset)) {
    makeRoom(cache, type);
    Borrowed<> found = lookupInType(type, name);
    int32_t slot = type->has(kTypeHasDict) ? findSlot(type, name) : -1;
    if (found && isSlotMember(found))
      fill(cache, type, kSlot, type->fieldsOffset + found.as<MemberDescriptor>()->fieldOffset, Value());
    else if (found && typeOf(found)->descriptorSet)
      ; // not cached
    else if (slot >= 0)
      fill(cache, type, kSlotStore,
           type->fieldsOffset + type->slotsField + static_cast<uint64_t>(slot) * sizeof(Value),
           Value::fromBits(static_cast<uint64_t>(slot)));
    else if (uint64_t offset = dictWordOffset(type))
      fill(cache, type, kDict, offset, Value());
  }
  return type->setAttribute(object, name, value);
}

} // namespace

static void storeInDict(Dict *dict, Value &place, Borrowed<> value) {
  noteEntryChange(dict, place);
  storeField(place, value);
}

[[gnu::noinline]] static Result<void> setInDict_py(AttributeCache *known, Dict *dict, Borrowed<Str> name,
                                                   Borrowed<> value) {
  if (Value *place = placeInDict(known, dict, name))
    storeInDict(dict, *place, value);
  else
    dictSetName(Borrowed<Dict>(dict), name, value);
  return {};
}

extern "C" Result<void> molt_set_attribute_py(Borrowed<> object, Borrowed<Str> name, Borrowed<> value,
                                              AttributeCache *cache) {
  AttributeCache *known = object.value().isObject() ? find(cache, object.value().asObject()->type) : nullptr;
  if (known) {
    Object *self = object.value().asObject();
    if (known->kind == kSlotStore) {
      Value &field = wordAt(self, known->offset);
      if (!field.isNull()) {
        storeField(field, value);
        return {};
      }
      if (storeSlot_py(self, static_cast<uint32_t>(known->value.bits()), value))
        return {};
    } else if (known->kind == kSlot) {
      storeField(wordAt(self, known->offset), value);
      return {};
    } else if (known->kind == kDict) {
      if (Dict *dict = dictAtWord(known, self)) {
        if (Value *place = lastPlaceInDict(known, dict, name)) {
          storeInDict(dict, *place, value);
          return {};
        }
        return setInDict_py(known, dict, name, value);
      }
    }
  }
  return setSlow_py(object, name, value, cache);
}

extern "C" Result<void> molt_delete_attribute_py(Borrowed<> object, Borrowed<Str> name) {
  return typeOf(object)->setAttribute(object, name, Borrowed<>());
}

// ---- Method calls ---------------------------------------------------------------------------------

namespace {

// super().name(...): the function after the start type in the mro of the object's type.
Borrowed<> findAfter(Borrowed<Type> start, Type *type, Borrowed<Str> name, AttributeCache *cache) {
  auto startBits = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(start.get()));
  if (!(cache->kind == kSuper && holds(cache, type) && cache->offset == startBits)) {
    Borrowed<> found = findAfterStart(start, type, name);
    if (!found || !typeOf(found)->has(kTypeMethodLike))
      return {};
    fill(cache, type, kSuper, startBits, found.value());
  }
  return Borrowed<>(cache->value);
}

} // namespace

Borrowed<> findSuperMethod(Borrowed<Type> start, Borrowed<> object, Borrowed<Str> name, AttributeCache *cache) {
  return findAfter(start, typeOf(object), name, cache);
}

namespace {

// What obj.name(...) calls: `function`, with `self` (when there is one) as the first argument. Both
// borrowed; function null: nothing is known.
struct MethodCall {
  Borrowed<> function, self;
};

MethodCall findSuperMethod(Borrowed<Super> super, Borrowed<Str> name, AttributeCache *cache) {
  Type *type = super->objectType;
  if (!type || super->object == Value::unmarked(type))
    return {};
  Borrowed<> found = findAfter(Borrowed<Type>(super->startType.get()), type, name, cache);
  return found ? MethodCall{found, Borrowed<>(super->object)} : MethodCall{};
}

MethodCall findOnType(Borrowed<Type> type, Borrowed<Str> name, AttributeCache *cache) {
  if (!learnOnType(cache, type.get(), name))
    return {};
  if (cache->kind == kOnTypeValue)
    return {Borrowed<>(atPlace(cache)), {}};
  Borrowed<> value(cache->value);
  if (cache->kind == kOnType)
    return {value, {}};
  if (cache->kind == kOnTypeStatic)
    return {wrapped(value), {}};
  return {wrapped(value), quietly(type.get())};
}

// A method descriptor that fits the object, which is arguments[0].
inline Result<Owned<>> callMethodDefinition_py(Borrowed<> method, const Value *arguments, uint64_t positionalCount,
                                               Borrowed<Tuple> names) {
  NativeStep step(900);
  return method.as<MethodDescriptor>()->definition->function(Borrowed<>(arguments[0]), arguments + 1,
                                                             positionalCount - 1, names);
}

MethodCall findMethod(Borrowed<> object, Borrowed<Str> name, AttributeCache *cache) {
  Type *type = typeOf(object);
  if (!object.value().isObject()) { // an int or float
    Borrowed<> found = lookupInType(type, name);
    if (found && typeOf(found)->has(kTypeMethodLike))
      return {found, object};
    return {};
  }
  AttributeCache *known = find(cache, type);
  if (!known) {
    if (type->has(kTypeType))
      return findOnType(object.as<Type>(), name, cache);
    if (is(type, molt_is_super))
      return findSuperMethod(object.as<Super>(), name, cache);
    if (!cacheable(type))
      return {};
    learn(cache, type, name);
    if (!holds(cache, type))
      return {};
    known = cache;
  }
  if (known->kind < kFunction || known->kind > kClass ||
      shadowed(known, object.value().asObject(), name))
    return {};
  if (known->kind == kTypeValue)
    return {Borrowed<>(atPlace(known)), {}};
  Borrowed<> value(known->value);
  if (known->kind == kFunction || known->kind == kMethod)
    return {value, object};
  if (known->kind == kStatic)
    return {wrapped(value), {}};
  return {wrapped(value), quietly(type)};
}

} // namespace

namespace {
// A method of a builtin type, whose instances have no dict: nothing is to be checked but the type.
bool isPlainMethod(const AttributeCache *known) { return known && known->kind == kMethod && !known->offset; }
AttributeCache *findFor(AttributeCache *cache, Borrowed<> object) {
  return object.value().isObject() ? find(cache, object.value().asObject()->type) : nullptr;
}

[[gnu::noinline]] Result<Owned<>> loadMethodOtherwise_py(Borrowed<> object, Borrowed<Str> name, AttributeCache *cache,
                                                         Value *self) {
  if (MethodCall call = findMethod(object, name, cache); call.function) {
    *self = Owned<>::retain(call.self).intoValue();
    return Owned<>::retain(call.function);
  }
  *self = Value();
  Owned<> found = TRY(molt_get_attribute_py(object, name, cache));
  // A bound method gives its parts: no need to call through it.
  if (typeOf(found) == &molt_type_method) {
    auto *bound = found.borrow().as<BoundMethod>().get();
    *self = Owned<>::retain(Borrowed<>(bound->self)).intoValue();
    return Owned<>::retain(Borrowed<>(bound->function));
  }
  return found;
}

[[gnu::noinline]] Result<Owned<>> callMethodOtherwise_py(Borrowed<Str> name, AttributeCache *cache,
                                                         const Value *arguments, uint64_t positionalCount,
                                                         Borrowed<Tuple> names) {
  Borrowed<> object(arguments[0]);
  if (MethodCall call = findMethod(object, name, cache); call.function) {
    // Found in the type of the object: nothing is to be checked or kept.
    if (typeOf(call.function) == &molt_type_method_descriptor && call.self.value() == object.value())
      return callMethodDefinition_py(call.function, arguments, positionalCount, names);
    Owned<> held = Owned<>::retain(call.function);
    if (call.self && call.self.value() == object.value())
      return call_py(held, arguments, positionalCount, names);
    if (!call.self)
      return call_py(held, arguments + 1, positionalCount - 1, names);
    return callFound_py(held, call.self, arguments + 1, positionalCount - 1, names);
  }
  Result<Owned<>> found = molt_get_attribute_py(object, name, cache);
  if (found.raised()) {
    asException(pendingException())->flags |= kRaisedByLookup;
    return found;
  }
  Owned<> method = found.take();
  return call_py(method, arguments + 1, positionalCount - 1, names);
}
} // namespace

extern "C" Result<Owned<>> molt_load_method_py(Borrowed<> object, Borrowed<Str> name,
                                               AttributeCache *cache, Value *self) {
  AttributeCache *known = findFor(cache, object);
  if (!isPlainMethod(known))
    return loadMethodOtherwise_py(object, name, cache, self);
  *self = Owned<>::retain(object).intoValue();
  return Owned<>::retain(Borrowed<>(known->value));
}

extern "C" Result<Owned<>> molt_call_loaded_py(Borrowed<> callee, const Value *arguments,
                                               uint64_t positionalCount, Borrowed<Tuple> names) {
  if (arguments[0].isNull())
    return call_py(callee, arguments + 1, positionalCount - 1, names);
  if (typeOf(callee) == &molt_type_method_descriptor &&
      typeOf(Borrowed<>(arguments[0])) == callee.as<MethodDescriptor>()->owner.get())
    return callMethodDefinition_py(callee, arguments, positionalCount, names);
  return call_py(callee, arguments, positionalCount, names);
}

extern "C" Result<Owned<>> molt_call_method_py(Borrowed<Str> name, AttributeCache *cache,
                                               const Value *arguments, uint64_t positionalCount,
                                               Borrowed<Tuple> names) {
  Borrowed<> object(arguments[0]);
  AttributeCache *known = findFor(cache, object);
  if (isPlainMethod(known) && typeOf(Borrowed<>(known->value)) == &molt_type_method_descriptor)
    return callMethodDefinition_py(Borrowed<>(known->value), arguments, positionalCount, names);
  if (known && known->kind == kFunction && !shadowed(known, object.value().asObject(), name)) {
    Owned<Function> held = Owned<Function>::retain(Borrowed<>(known->value).as<Function>());
    return callFunction_py(held, arguments, positionalCount, names);
  }
  return callMethodOtherwise_py(name, cache, arguments, positionalCount, names);
}

void releaseAttributeCaches(AttributeCache *caches, uint64_t count) {
  for (uint64_t i = 0; i < count; ++i)
    std::free(caches[i].others.get());
}

Result<Owned<>> callMethod_py(Borrowed<Str> name, const Value *objectAndArguments, uint64_t count,
                              Borrowed<Tuple> names) {
  AttributeCache cache{};
  return molt_call_method_py(name, &cache, objectAndArguments, count, names);
}

Result<Owned<>> callMethod_py(Borrowed<> object, Borrowed<Str> name,
                              std::initializer_list<Borrowed<>> arguments) {
  constexpr uint64_t kMost = 8;
  Value all[kMost];
  assert(arguments.size() < kMost);
  all[0] = object.value();
  uint64_t count = 1;
  for (Borrowed<> argument : arguments)
    all[count++] = argument.value();
  return callMethod_py(name, all, count, {});
}

Result<Owned<>> callSpecial_py(Borrowed<> object, Borrowed<Str> name,
                               std::initializer_list<Borrowed<>> arguments, bool *found) {
  Borrowed<> method = lookupInType(typeOf(object), name);
  *found = static_cast<bool>(method);
  if (!method)
    return ownedNone();
  return callFound_py(method, object, reinterpret_cast<const Value *>(arguments.begin()),
                      arguments.size(), {});
}

} // namespace molt
