// Attribute access: object's own rules, and the functions that C++ code uses. The entry points of
// compiled code, with their caches, are in attribute_cache.cpp.
//
// Rule: what a lookup found is held across every call that can run Python code.

#include "runtime/core/known_globals.h"
#include "runtime/core/attribute.h"

#include "runtime/core/call.h"
#include "runtime/core/class_layout.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/instance.h"
#include "runtime/core/str_literal.h"

namespace molt {

// ---- The instance's own attributes ------------------------------------------------------------------

namespace {

// The word for the dict inside a builtin layout (functions, exceptions, ...).
Value &builtinDict(Object *object) {
  return *reinterpret_cast<Value *>(reinterpret_cast<unsigned char *>(object) +
                                    object->type->dictOffset);
}

Borrowed<> readOwn(Borrowed<> object, Type *type, Borrowed<Str> name) {
  if (type->has(kTypeHasDict))
    return readInstanceAttribute(object.value().asObject(), name);
  if (!type->dictOffset)
    return {};
  Value dict = builtinDict(object.value().asObject());
  return dict.isNull() ? Borrowed<>() : dictFindName(Borrowed<Dict>(dict), name);
}

Raised raiseCannotSet(Borrowed<> object, Borrowed<Str> name, Borrowed<> inType) {
  markSlotKind<SlotKind::setAttribute>(); // compares the slot
  if (!inType && typeOf(object)->setAttribute == objectSetAttribute)
    return raiseAttributeError(
        object, name, "'%T' object has no attribute '%S' and no __dict__ for setting new attributes");
  if (!inType)
    return raiseAttributeError(object, name);
  return raiseAttributeError(object, name, "'%T' object attribute '%S' is read-only");
}

} // namespace

Borrowed<Dict> instanceDict(Borrowed<> object) {
  Type *type = typeOf(object);
  if (type->has(kTypeHasDict))
    return enterDictMode(object.value().asObject());
  if (!type->dictOffset || type->has(kTypeType))
    return {};
  Value &dict = builtinDict(object.value().asObject());
  if (dict.isNull()) {
    dict = makeDict().intoValue();
    if (type != &molt_type_function || !(object.as<Function>()->code->flags & kHasAttributes))
      forgetKnownValue(object.value().asObject()); // what a function holds can tell when it dies
  }
  return Borrowed<Dict>(dict);
}

Borrowed<Dict> filledDict(Borrowed<> object) {
  Type *type = typeOf(object);
  Object *self = object.value().asObject();
  if (!type->has(kTypeHasDict))
    return type->dictOffset ? Borrowed<Dict>(builtinDict(self)) : Borrowed<Dict>();
  bool isEmpty = !(self->flags & kFilledMask) && dictField(self).isNull();
  return isEmpty ? Borrowed<Dict>() : enterDictMode(self);
}

Result<void> assignInstanceDict_py(Borrowed<> object, Borrowed<> value) {
  Type *type = typeOf(object);
  if (value && !isDict(value))
    return raise(TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
  if (!type->has(kTypeHasDict) && !type->dictOffset)
    return raise(AttributeError, "This object has no __dict__");
  if (!value && !type->has(kTypeHasDict))
    return raise(TypeError, "cannot delete __dict__");
  Owned<> made = value ? Owned<>::retain(value) : Owned<>(makeDict());
  Object *self = object.value().asObject();
  if (type->has(kTypeHasDict))
    enterDictMode(self); // empties the slots, and says so
  Value &field = type->has(kTypeHasDict) ? dictField(self) : builtinDict(self);
  Value old = std::exchange(field, made.intoValue());
  release(old);
  return {};
}

// ---- object's rules ---------------------------------------------------------------------------------

Result<Owned<>> objectGetAttribute(Borrowed<> self, Borrowed<Str> name) {
  Owned<> found = TRY(lookUpAttribute_py(self, name));
  if (found.value().isExhausted())
    return raiseNoAttribute(self, name);
  return found;
}

Result<Owned<>> lookUpAttribute_py(Borrowed<> self, Borrowed<Str> name) {
  Type *type = typeOf(self);
  Borrowed<> found = lookupInType(type, name);
  DescriptorGetSlot get = found ? typeOf(found)->descriptorGet : nullptr;
  if (get && typeOf(found)->descriptorSet) {
    Owned<> held = Owned<>::retain(found);
    return get(held, self, quietly(type));
  }
  if (Borrowed<> own = readOwn(self, type, name))
    return Owned<>::retain(own);
  if (get) {
    Owned<> held = Owned<>::retain(found);
    return get(held, self, quietly(type));
  }
  if (found)
    return Owned<>::retain(found);
  return ownedExhausted();
}

Result<void> objectSetAttribute(Borrowed<> self, Borrowed<Str> name, Borrowed<> value) {
  Type *type = typeOf(self);
  Borrowed<> found = lookupInType(type, name);
  if (found)
    if (DescriptorSetSlot set = typeOf(found)->descriptorSet) {
      Owned<> held = Owned<>::retain(found);
      return set(held, self, value);
    }
  Object *object = self.value().asObject();
  if (type->has(kTypeHasDict)) {
    if (value)
      writeInstanceAttribute_py(object, name, value);
    else if (!removeInstanceAttribute_py(object, name))
      return raiseNoAttribute(self, name);
    return {};
  }
  if (type->dictOffset) {
    Value &dict = builtinDict(object);
    if (value) {
      if (dict.isNull())
        dict = makeDict().intoValue();
      dictSetName(Borrowed<Dict>(dict), intern(name), value);
      return {};
    }
    if (dict.isNull() || !dictRemoveName(Borrowed<Dict>(dict), name))
      return raiseNoAttribute(self, name);
    return {};
  }
  return raiseCannotSet(self, name, found);
}

// ---- For C++ ----------------------------------------------------------------------------------------

Result<Owned<>> getAttribute_py(Borrowed<> object, Borrowed<Str> name) {
  Result<Owned<>> found = typeOf(object)->getAttribute(object, name);
  if (__builtin_expect(found.raised(), 0))
    noteAttributeError(object, name);
  return found;
}

Result<Owned<>> getOptionalAttribute_py(Borrowed<> object, Borrowed<Str> name) {
  Type *type = typeOf(object);
  if (type->has(kTypePlainGet)) {
    Result<Owned<>> found = lookUpAttribute_py(object, name);
    if (!found.raised() || !clearIfMatches(AttributeError))
      return found;
    return ownedExhausted();
  }
  Result<Owned<>> found = type->getAttribute(object, name);
  if (found.raised() && clearIfMatches(AttributeError))
    return ownedExhausted();
  return found;
}

Result<void> setAttribute_py(Borrowed<> object, Borrowed<Str> name, Borrowed<> value) {
  return typeOf(object)->setAttribute(object, name, value);
}
Result<void> deleteAttribute_py(Borrowed<> object, Borrowed<Str> name) {
  return typeOf(object)->setAttribute(object, name, Borrowed<>());
}

Result<Owned<>> lookupSpecial_py(Borrowed<> object, Borrowed<Str> name) {
  Borrowed<> found = lookupInType(typeOf(object), name);
  if (!found)
    return ownedExhausted();
  Owned<> held = Owned<>::retain(found);
  if (DescriptorGetSlot get = typeOf(found)->descriptorGet)
    return get(held, object, quietly(typeOf(object)));
  return held;
}

} // namespace molt
