// Attributes of builtin types that C++ computes (getset_descriptor) and fields (member_descriptor), the
// latter also for the names in __slots__.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/instance.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

template <class T> T *as(Borrowed<> self) { return self.as<T>().get(); }

Result<void> checkObject(const Type *owner, Borrowed<Str> name, Borrowed<> object) {
  if (isInstance(object, *owner))
    return {};
  return raise(TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", name,
               owner, object);
}

// ---- Getters and setters ------------------------------------------------------------------------------

Owned<Str> nameOf(const GetSetDescriptor *descriptor) { return makeStr(descriptor->definition->name); }
const Type *ownerOf(const GetSetDescriptor *descriptor) { return descriptor->owner; }

Result<Owned<>> readGetSet(Borrowed<> self, Borrowed<> object, Borrowed<>) {
  auto *descriptor = as<GetSetDescriptor>(self);
  if (!object)
    return Owned<>::retain(self);
  if (!isInstance(object, *descriptor->owner))
    TRY(checkObject(descriptor->owner, nameOf(descriptor), object));
  return descriptor->definition->get(object);
}
Result<void> writeGetSet(Borrowed<> self, Borrowed<> object, Borrowed<> value) {
  auto *descriptor = as<GetSetDescriptor>(self);
  if (!isInstance(object, *descriptor->owner))
    TRY(checkObject(descriptor->owner, nameOf(descriptor), object));
  if (descriptor->definition->set)
    return descriptor->definition->set(object, value);
  return raise(AttributeError, "attribute '%s' of '%N' objects is not writable",
               descriptor->definition->name, ownerOf(descriptor));
}

// ---- Members ----------------------------------------------------------------------------------------

Owned<Str> nameOf(const MemberDescriptor *descriptor) {
  return descriptor->definition ? makeStr(descriptor->definition->name)
                                : Owned<Str>::retain(Borrowed<Str>(descriptor->name.get()));
}
const Type *ownerOf(const MemberDescriptor *descriptor) { return descriptor->owner; }

template <class T> T &fieldAt(Borrowed<> object, uint32_t offset) {
  return *reinterpret_cast<T *>(reinterpret_cast<unsigned char *>(object.value().asObject()) + offset);
}
Value &slotAt(const MemberDescriptor *descriptor, Borrowed<> object) {
  return *reinterpret_cast<Value *>(fieldsOf(object.value().asObject()) + descriptor->fieldOffset);
}

Result<Owned<>> readDefined(const MemberDef &member, Borrowed<> object) {
  switch (member.kind) {
  case MemberKind::kObject:
  case MemberKind::kObjectOrNone: {
    Value value = fieldAt<Value>(object, member.offset);
    if (!value.isNull())
      return Owned<>::retain(Borrowed<>(value));
    if (member.kind == MemberKind::kObjectOrNone)
      return ownedNone();
    return raiseNoAttribute(object, makeStr(member.name));
  }
  case MemberKind::kInt32:
    return makeInt(fieldAt<int32_t>(object, member.offset));
  case MemberKind::kUint32:
    return makeInt(fieldAt<uint32_t>(object, member.offset));
  case MemberKind::kInt64:
    return makeInt(fieldAt<int64_t>(object, member.offset));
  case MemberKind::kBool:
    return ownedBool(fieldAt<uint32_t>(object, member.offset) != 0);
  }
  __builtin_unreachable();
}

Result<Owned<>> readMember(Borrowed<> self, Borrowed<> object, Borrowed<>) {
  auto *descriptor = as<MemberDescriptor>(self);
  if (!object)
    return Owned<>::retain(self);
  if (!isInstance(object, *descriptor->owner))
    TRY(checkObject(descriptor->owner, nameOf(descriptor), object));
  if (descriptor->definition)
    return readDefined(*descriptor->definition, object);
  Value value = slotAt(descriptor, object);
  if (value.isNull())
    return raiseNoAttribute(object, nameOf(descriptor));
  return Owned<>::retain(Borrowed<>(value));
}
Result<void> writeMember(Borrowed<> self, Borrowed<> object, Borrowed<> value) {
  auto *descriptor = as<MemberDescriptor>(self);
  if (!isInstance(object, *descriptor->owner))
    TRY(checkObject(descriptor->owner, nameOf(descriptor), object));
  const MemberDef *member = descriptor->definition;
  if (member && (!member->writable || member->kind > MemberKind::kObjectOrNone))
    return raise(AttributeError, "readonly attribute");
  Value &field = member ? fieldAt<Value>(object, member->offset) : slotAt(descriptor, object);
  if (value) {
    storeField(field, value);
    return {};
  }
  if (field.isNull())
    return raiseWith(AttributeError, nameOf(descriptor));
  releaseField(field);
  return {};
}

// ---- Both -------------------------------------------------------------------------------------------

template <class T> Result<Owned<Str>> reprAttribute(Borrowed<> self) {
  return formatStr("<attribute '%S' of '%N' objects>", nameOf(as<T>(self)), ownerOf(as<T>(self)));
}
Result<Owned<Str>> reprMember(Borrowed<> self) {
  return formatStr("<member '%S' of '%N' objects>", nameOf(as<MemberDescriptor>(self)),
                   ownerOf(as<MemberDescriptor>(self)));
}

template <class T> Result<Owned<>> getName(Borrowed<> self) { return Owned<>(nameOf(as<T>(self))); }
template <class T> Result<Owned<>> getQualname(Borrowed<> self) {
  Owned<> owner = TRY(getAttribute_py(quietly(as<T>(self)->owner), "__qualname__"_str));
  return Owned<>(TRY(formatStr("%S.%S", owner, nameOf(as<T>(self)))));
}
template <class T> Result<Owned<>> getOwner(Borrowed<> self) {
  return Owned<>::retain(quietly(as<T>(self)->owner));
}
template <class T> Result<Owned<>> getDoc(Borrowed<> self) {
  auto *definition = as<T>(self)->definition;
  return definition && definition->doc ? Owned<>(makeStr(definition->doc)) : ownedNone();
}
template <class T>
constexpr GetSetDef getSets[] = {
    {"__name__", getName<T>}, {"__qualname__", getQualname<T>}, {"__objclass__", getOwner<T>},
    {"__doc__", getDoc<T>},   {nullptr, nullptr},
};

void destroyGetSet(Object *self) { releaseField(static_cast<GetSetDescriptor *>(self)->owner); }
void traverseGetSet(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<GetSetDescriptor *>(self)->owner);
}
void destroyMember(Object *self) {
  releaseField(static_cast<MemberDescriptor *>(self)->owner);
  releaseField(static_cast<MemberDescriptor *>(self)->name);
}
void traverseMember(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<MemberDescriptor *>(self)->owner);
}

} // namespace

extern "C" {
constinit Type molt_type_getset_descriptor{TypeSpec{
    .name = "getset_descriptor",
    .size = sizeof(GetSetDescriptor),
    .flags = kTypeGC | kTypeNoNew,
    .getsets = getSets<GetSetDescriptor>,
    .destroy = destroyGetSet,
    .traverse = traverseGetSet,
    .repr = reprAttribute<GetSetDescriptor>,
    .descriptorGet = readGetSet,
    .descriptorSet = writeGetSet,
}};
constinit Type molt_type_member_descriptor{TypeSpec{
    .name = "member_descriptor",
    .size = sizeof(MemberDescriptor),
    .flags = kTypeGC | kTypeNoNew,
    .getsets = getSets<MemberDescriptor>,
    .destroy = destroyMember,
    .traverse = traverseMember,
    .repr = reprMember,
    .descriptorGet = readMember,
    .descriptorSet = writeMember,
}};
}

Owned<> makeGetSetDescriptor(Type *owner, const GetSetDef *definition) {
  Owned<GetSetDescriptor> descriptor = allocate<GetSetDescriptor>(molt_type_getset_descriptor);
  retain(static_cast<Object *>(owner));
  descriptor->owner = owner;
  descriptor->definition = definition;
  return descriptor;
}
Owned<> makeMemberDescriptor(Type *owner, const MemberDef *definition) {
  Owned<MemberDescriptor> descriptor = allocate<MemberDescriptor>(molt_type_member_descriptor);
  retain(static_cast<Object *>(owner));
  descriptor->owner = owner;
  descriptor->definition = definition;
  return descriptor;
}
Owned<> makeSlotMember(Type *owner, Borrowed<Str> name, uint32_t fieldOffset) {
  Owned<MemberDescriptor> descriptor = allocate<MemberDescriptor>(molt_type_member_descriptor);
  retain(static_cast<Object *>(owner));
  descriptor->owner = owner;
  retain(name.value());
  descriptor->name = name.get();
  descriptor->fieldOffset = fieldOffset;
  return descriptor;
}

} // namespace molt
