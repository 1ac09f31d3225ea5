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

#include <cstring>

namespace molt {

namespace {

enum CacheKind : uint32_t {
  kEmpty,
  kSlot,       // a Value at `offset` of the object; null: look again
  kSlotOrType, // the same in the lower half of `offset`; when null: `value`, from the type, unless the
               // object's dict (whose word is at the upper half) has the name
  kSlotStore,  // the same, for stores: `value` bits: the slot's number
  kDict,       // in the object's dict, whose word is at `offset`; no data descriptor of that name
  kMethod,     // `value` in the type, a function; the object's dict (word at offset, 0: none) lacks it
  kTypeValue,  // `value` in the type, no descriptor; as kMethod
  kStatic,     // `value` is a staticmethod in the type; as kMethod
  kClass,      // `value` is a classmethod in the type; as kMethod
  kProperty,   // `value` is a property with a Python getter
  kOnType,     // the object is a type: `value` found in its mro, needs no binding
  kOnTypeStatic,
  kOnTypeClass,
  kModule,     // the object is a module: in its dict
  kSuper,      // the object is a super: `type` is its object's type, `offset` its start type's address,
               // `value` a function after that in the mro
};

// What a staticmethod or classmethod wraps.
Borrowed<> wrapped(Borrowed<> method) { return Borrowed<>(method.as<ClassMethod>()->callable); }

bool holds(const AttributeCache *cache, const Type *type) {
  return cache->type.get() == type && cache->typeVersion == type->version;
}

void fill(AttributeCache *cache, Type *type, CacheKind kind, uint64_t offset, Value value) {
  cache->type = type;
  cache->typeVersion = type->version;
  cache->kind = kind;
  cache->offset = offset;
  cache->value = value;
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

// A member made by __slots__: also a Value at a fixed offset.
bool isSlotMember(Borrowed<> found) {
  return typeOf(found) == &molt_type_member_descriptor && !found.as<MemberDescriptor>()->definition;
}

// Learns from an access to an object of a plain type.
void learn(AttributeCache *cache, Type *type, Borrowed<Str> name) {
  cache->type = nullptr;
  Borrowed<> found = lookupInType(type, name);
  if (found && typeOf(found)->descriptorSet) {
    if (isSlotMember(found))
      fill(cache, type, kSlot, type->fieldsOffset + found.as<MemberDescriptor>()->fieldOffset, Value());
    else if (typeOf(found) == &molt_type_property &&
             typeOf(found.as<Property>()->getter) == &molt_type_function)
      fill(cache, type, kProperty, 0, found.value());
    return;
  }
  int32_t slot = type->has(kTypeHasDict) ? findSlot(type, name) : -1;
  if (slot >= 0) {
    uint64_t offset = type->fieldsOffset + type->slotsField + static_cast<uint64_t>(slot) * sizeof(Value);
    if (found && !typeOf(found)->descriptorGet)
      fill(cache, type, kSlotOrType, offset | dictWordOffset(type) << 32, found.value());
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
    fill(cache, type, kMethod, dictWordOffset(type), found.value());
  else if (!foundType->descriptorGet)
    fill(cache, type, kTypeValue, dictWordOffset(type), found.value());
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
      value = cache->value;
    }
    return Owned<>::retain(Borrowed<>(value));
  }
  case kDict: {
    Value dict = wordAt(self, cache->offset);
    if (dict.isNull())
      return Raised{};
    return Owned<>::retain(dictFindName(Borrowed<Dict>(dict), name));
  }
  case kTypeValue:
    if (shadowed(cache, self, name))
      return Raised{};
    return Owned<>::retain(Borrowed<>(cache->value));
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
    return makeBoundMethod(wrapped(Borrowed<>(cache->value)), Borrowed<Type>(self->type));
  case kModule:
    return Owned<>::retain(dictFindName(Borrowed<Dict>(static_cast<Module *>(self)->dict.get()), name));
  default:
    return Raised{};
  }
}

// A.x, where A is a class whose metaclass is type: found in its mro. True: the cache tells now.
bool learnOnType(AttributeCache *cache, Type *type, Borrowed<Str> name) {
  if (cache->kind >= kOnType && cache->kind <= kOnTypeClass && holds(cache, type))
    return true;
  if (type->Object::type.get() != &molt_type_type || lookupInType(&molt_type_type, name))
    return false;
  Borrowed<> found = lookupInType(type, name);
  if (!found)
    return false;
  Type *foundType = typeOf(found);
  // A function through its class is itself.
  if (!foundType->descriptorGet || foundType == &molt_type_function)
    fill(cache, type, kOnType, 0, found.value());
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
    return getAttribute_py(type, name);
  Borrowed<> value(cache->value);
  if (cache->kind == kOnType)
    return Owned<>::retain(value);
  if (cache->kind == kOnTypeStatic)
    return Owned<>::retain(wrapped(value));
  return makeBoundMethod(wrapped(value), type);
}

[[gnu::noinline]] Result<Owned<>> getSlow_py(Borrowed<> object, Borrowed<Str> name,
                                             AttributeCache *cache) {
  Type *type = typeOf(object);
  if (type->has(kTypeType))
    return getOnType_py(object.as<Type>(), name, cache);
  if (type == &molt_type_module && !isSpecialName(name)) {
    fill(cache, type, kModule, 0, Value());
    Result<Owned<>> found = readCached_py(cache, object, name);
    if (!found.raised())
      return found;
  }
  if (cacheable(type) && object.value().isObject())
    learn(cache, type, name);
  return getAttribute_py(object, name);
}

Result<Owned<>> callGetter_py(Borrowed<> property, Borrowed<> object) {
  Owned<> getter = Owned<>::retain(Borrowed<>(property.as<Property>()->getter));
  Value self = object.value();
  return call_py(getter, &self, 1);
}

} // namespace

extern "C" Result<Owned<>> molt_get_attribute_py(Borrowed<> object, Borrowed<Str> name,
                                                 AttributeCache *cache) {
  if (object.value().isObject() && holds(cache, object.value().asObject()->type)) {
    if (cache->kind == kSlot) {
      Value value = wordAt(object.value().asObject(), cache->offset);
      if (__builtin_expect(!value.isNull(), 1))
        return Owned<>::retain(Borrowed<>(value));
    } else if (cache->kind == kProperty) {
      return callGetter_py(Borrowed<>(cache->value), object);
    } else {
      Result<Owned<>> found = readCached_py(cache, object, name);
      if (!found.raised())
        return found;
    }
  }
  return getSlow_py(object, name, cache);
}

// ---- Stores ---------------------------------------------------------------------------------------

namespace {

[[gnu::noinline]] Result<void> setSlow_py(Borrowed<> object, Borrowed<Str> name, Borrowed<> value,
                                          AttributeCache *cache) {
  Type *type = typeOf(object);
  if (type->has(kTypePlainSet) && !type->has(kTypeVariableFields) && type->isHeap()) {
    cache->type = nullptr;
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

extern "C" Result<void> molt_set_attribute_py(Borrowed<> object, Borrowed<Str> name, Borrowed<> value,
                                              AttributeCache *cache) {
  if (object.value().isObject() && holds(cache, object.value().asObject()->type)) {
    Object *self = object.value().asObject();
    if (cache->kind == kSlotStore) {
      Value &field = wordAt(self, cache->offset);
      if (!field.isNull()) {
        storeField(field, value);
        return {};
      }
      if (storeSlot_py(self, static_cast<uint32_t>(cache->value.bits()), value))
        return {};
    } else if (cache->kind == kSlot) {
      storeField(wordAt(self, cache->offset), value);
      return {};
    } else if (cache->kind == kDict) {
      Value dict = wordAt(self, cache->offset);
      if (!dict.isNull()) {
        dictSetName(Borrowed<Dict>(dict), name, value);
        return {};
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

// What obj.name(...) calls: `function`, with `self` (when there is one) as the first argument. Both
// borrowed; function null: nothing is known.
struct MethodCall {
  Borrowed<> function, self;
};

// super().name(...): the function after the start type in the mro of the object's type.
MethodCall findSuperMethod(Borrowed<Super> super, Borrowed<Str> name, AttributeCache *cache) {
  Type *type = super->objectType, *start = super->startType;
  if (!type || super->object == Value::fromObject(type))
    return {};
  auto startBits = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(start));
  if (!(cache->kind == kSuper && holds(cache, type) && cache->offset == startBits)) {
    Borrowed<> found = findAfterStart(super, name);
    if (!found || typeOf(found) != &molt_type_function)
      return {};
    fill(cache, type, kSuper, startBits, found.value());
  }
  return {Borrowed<>(cache->value), Borrowed<>(super->object)};
}

MethodCall findOnType(Borrowed<Type> type, Borrowed<Str> name, AttributeCache *cache) {
  if (!learnOnType(cache, type.get(), name))
    return {};
  Borrowed<> value(cache->value);
  if (cache->kind == kOnType)
    return {value, {}};
  if (cache->kind == kOnTypeStatic)
    return {wrapped(value), {}};
  return {wrapped(value), type};
}

MethodCall findMethod(Borrowed<> object, Borrowed<Str> name, AttributeCache *cache) {
  Type *type = typeOf(object);
  if (!object.value().isObject()) { // an int or float
    Borrowed<> found = lookupInType(type, name);
    if (found && typeOf(found)->has(kTypeMethodLike))
      return {found, object};
    return {};
  }
  if (!holds(cache, type)) {
    if (type->has(kTypeType))
      return findOnType(object.as<Type>(), name, cache);
    if (type == &molt_type_super)
      return findSuperMethod(object.as<Super>(), name, cache);
    if (!cacheable(type))
      return {};
    learn(cache, type, name);
    if (!holds(cache, type))
      return {};
  }
  if (cache->kind < kMethod || cache->kind > kClass ||
      shadowed(cache, object.value().asObject(), name))
    return {};
  Borrowed<> value(cache->value);
  if (cache->kind == kMethod)
    return {value, object};
  if (cache->kind == kStatic)
    return {wrapped(value), {}};
  if (cache->kind == kClass)
    return {wrapped(value), Borrowed<Type>(type)};
  return {value, {}}; // kTypeValue
}

} // namespace

extern "C" Result<Owned<>> molt_load_method_py(Borrowed<> object, Borrowed<Str> name,
                                               AttributeCache *cache, Value *self) {
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

extern "C" Result<Owned<>> molt_call_loaded_py(Borrowed<> callee, const Value *arguments,
                                               uint64_t positionalCount, Borrowed<Tuple> names) {
  if (arguments[0].isNull())
    return call_py(callee, arguments + 1, positionalCount - 1, names);
  return call_py(callee, arguments, positionalCount, names);
}

extern "C" Result<Owned<>> molt_call_method_py(Borrowed<Str> name, AttributeCache *cache,
                                               const Value *arguments, uint64_t positionalCount,
                                               Borrowed<Tuple> names) {
  Borrowed<> object(arguments[0]);
  if (MethodCall call = findMethod(object, name, cache); call.function) {
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
