// list.append and dict.fromkeys as they stand in their types' dicts.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

MethodDescriptor *descriptorSelf(Borrowed<> self) { return self.as<MethodDescriptor>().get(); }

Result<void> checkObject(const MethodDescriptor *descriptor, Borrowed<> object) {
  if (isInstance(object, *descriptor->owner))
    return {};
  return raise(TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
               descriptor->definition->name, static_cast<const Type *>(descriptor->owner.get()), object);
}

Result<Owned<>> callDescriptor(Borrowed<> self, const Value *arguments, uint64_t count,
                               Borrowed<Tuple> names) {
  MethodDescriptor *descriptor = descriptorSelf(self);
  if (!count)
    return raise(TypeError, "unbound method %N.%s() needs an argument",
                 static_cast<const Type *>(descriptor->owner.get()), descriptor->definition->name);
  Borrowed<> object(arguments[0]);
  TRY(checkObject(descriptor, object));
  NativeStep step(900);
  return descriptor->definition->function(object, arguments + 1, count - 1, names);
}

Result<Owned<>> getDescriptor(Borrowed<> self, Borrowed<> object, Borrowed<>) {
  if (!object)
    return Owned<>::retain(self);
  TRY(checkObject(descriptorSelf(self), object));
  return makeBuiltinFunction(descriptorSelf(self)->definition, object, {}, {});
}

// Class methods bind to the class.
Result<Owned<>> getClassDescriptor(Borrowed<> self, Borrowed<> object, Borrowed<> owner) {
  MethodDescriptor *descriptor = descriptorSelf(self);
  Borrowed<> type = owner ? owner : quietly(typeOf(object));
  if (!isType(type))
    return raise(TypeError, "descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2",
                 descriptor->definition->name, static_cast<const Type *>(descriptor->owner.get()), type);
  if (!isSubtype(type.as<Type>().get(), descriptor->owner))
    return raise(TypeError, "descriptor '%s' requires a subtype of '%N' but received '%N'",
                 descriptor->definition->name, static_cast<const Type *>(descriptor->owner.get()),
                 static_cast<const Type *>(type.as<Type>().get()));
  return makeBuiltinFunction(descriptor->definition, type, {}, {});
}
Result<Owned<>> callClassDescriptor(Borrowed<> self, const Value *arguments, uint64_t count,
                                    Borrowed<Tuple> names) {
  MethodDescriptor *descriptor = descriptorSelf(self);
  if (!count)
    return raise(TypeError, "descriptor '%s' of '%N' object needs an argument",
                 descriptor->definition->name, static_cast<const Type *>(descriptor->owner.get()));
  Owned<> bound = TRY(getClassDescriptor(self, {}, Borrowed<>(arguments[0])));
  return call_py(bound, arguments + 1, count - 1, names);
}

Result<Owned<Str>> reprDescriptor(Borrowed<> self) {
  MethodDescriptor *descriptor = descriptorSelf(self);
  return formatStr("<method '%s' of '%N' objects>", descriptor->definition->name,
                   static_cast<const Type *>(descriptor->owner.get()));
}

void destroyDescriptor(Object *self) { releaseField(static_cast<MethodDescriptor *>(self)->owner); }
void traverseDescriptor(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<MethodDescriptor *>(self)->owner);
}

Result<Owned<>> getName(Borrowed<> self) {
  return Owned<>(makeStr(descriptorSelf(self)->definition->name));
}
Result<Owned<>> getQualname(Borrowed<> self) {
  Owned<> owner = TRY(getAttribute_py(quietly(descriptorSelf(self)->owner), "__qualname__"_str));
  return Owned<>(TRY(formatStr("%S.%s", owner, descriptorSelf(self)->definition->name)));
}
Result<Owned<>> getDoc(Borrowed<> self) {
  const char *doc = descriptorSelf(self)->definition->doc;
  return doc ? Owned<>(makeStr(doc)) : ownedNone();
}
Result<Owned<>> getTextSignature(Borrowed<> self) {
  const char *text = descriptorSelf(self)->definition->textSignature;
  return text ? Owned<>(makeStr(text)) : ownedNone();
}
Result<Owned<>> getOwner(Borrowed<> self) {
  return Owned<>::retain(quietly(descriptorSelf(self)->owner));
}
constexpr GetSetDef descriptorGetSets[] = {
    {"__name__", getName},
    {"__qualname__", getQualname},
    {"__doc__", getDoc},
    {"__text_signature__", getTextSignature},
    {"__objclass__", getOwner},
    {nullptr, nullptr},
};

} // namespace

extern "C" {
constinit Type molt_type_method_descriptor{TypeSpec{
    .name = "method_descriptor",
    .size = sizeof(MethodDescriptor),
    .flags = kTypeGC | kTypeNoNew | kTypeMethodLike,
    .getsets = descriptorGetSets,
    .destroy = destroyDescriptor,
    .traverse = traverseDescriptor,
    .repr = reprDescriptor,
    .call = callDescriptor,
    .descriptorGet = getDescriptor,
}};
constinit Type molt_type_classmethod_descriptor{TypeSpec{
    .name = "classmethod_descriptor",
    .size = sizeof(MethodDescriptor),
    .flags = kTypeGC | kTypeNoNew,
    .getsets = descriptorGetSets,
    .destroy = destroyDescriptor,
    .traverse = traverseDescriptor,
    .repr = reprDescriptor,
    .call = callClassDescriptor,
    .descriptorGet = getClassDescriptor,
}};
}

Owned<> makeMethodDescriptor(Type *owner, const MethodDef *definition) {
  if (definition->flags & kMethodStatic) {
    Owned<> function = makeBuiltinFunction(definition, {}, {}, quietly(owner));
    return makeStaticMethod(function);
  }
  Type &type = definition->flags & kMethodClass ? molt_type_classmethod_descriptor
                                                : molt_type_method_descriptor;
  Owned<MethodDescriptor> descriptor = allocate<MethodDescriptor>(type);
  retain(static_cast<Object *>(owner));
  descriptor->owner = owner;
  descriptor->definition = definition;
  return descriptor;
}

} // namespace molt
