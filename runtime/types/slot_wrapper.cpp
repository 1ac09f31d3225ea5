// The slots of builtin types as Python sees them: list.__len__ (wrapper_descriptor) and [].__len__
// (method-wrapper).

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/operators.h"
#include "runtime/core/slot_rows.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/native_text.h"

namespace molt {

namespace {

SlotWrapper *wrapperSelf(Borrowed<> self) { return self.as<SlotWrapper>().get(); }
MethodWrapper *boundSelf(Borrowed<> self) { return self.as<MethodWrapper>().get(); }

Result<Owned<>> callSlot(const SlotWrapper *wrapper, Borrowed<> object, const Value *arguments,
                         uint64_t count, Borrowed<Tuple> names) {
  return wrapper->row->wrap(*wrapper->row, wrapper->slot, object, arguments, count, names);
}

Result<Owned<>> callWrapper(Borrowed<> self, const Value *arguments, uint64_t count,
                            Borrowed<Tuple> names) {
  SlotWrapper *wrapper = wrapperSelf(self);
  const Type *owner = wrapper->owner;
  Borrowed<Str> name(wrapper->row->name);
  if (!count)
    return raise(TypeError, "descriptor '%S' of '%N' object needs an argument", name, owner);
  Borrowed<> object(arguments[0]);
  if (!isInstance(object, *owner))
    return raise(TypeError, "descriptor '%S' requires a '%N' object but received a '%T'", name, owner,
                 object);
  return callSlot(wrapper, object, arguments + 1, count - 1, names);
}

Result<Owned<>> getWrapper(Borrowed<> self, Borrowed<> object, Borrowed<>) {
  if (!object)
    return Owned<>::retain(self);
  SlotWrapper *wrapper = wrapperSelf(self);
  if (!isInstance(object, *wrapper->owner))
    return raise(TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object",
                 Borrowed<Str>(wrapper->row->name), static_cast<const Type *>(wrapper->owner.get()),
                 object);
  Owned<MethodWrapper> bound = allocate<MethodWrapper>(molt_type_method_wrapper);
  retain(static_cast<Object *>(wrapper));
  bound->wrapper = wrapper;
  bound->self = Owned<>::retain(object).intoValue();
  return Owned<>(std::move(bound));
}

Result<Owned<Str>> reprWrapper(Borrowed<> self) {
  return formatStr("<slot wrapper '%S' of '%N' objects>", Borrowed<Str>(wrapperSelf(self)->row->name),
                   static_cast<const Type *>(wrapperSelf(self)->owner.get()));
}
void destroyWrapper(Object *self) { releaseField(static_cast<SlotWrapper *>(self)->owner); }
void traverseWrapper(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<SlotWrapper *>(self)->owner);
}

Result<Owned<>> wrapperName(const SlotWrapper *wrapper) {
  return Owned<>(Owned<Str>::retain(Borrowed<Str>(wrapper->row->name)));
}
Result<Owned<>> wrapperQualname(const SlotWrapper *wrapper) {
  Owned<> owner = TRY(getAttribute_py(quietly(wrapper->owner), "__qualname__"_str));
  return Owned<>(TRY(formatStr("%S.%S", owner, Borrowed<Str>(wrapper->row->name))));
}
Result<Owned<>> wrapperOwner(const SlotWrapper *wrapper) {
  return Owned<>::retain(quietly(wrapper->owner));
}
Result<Owned<>> wrapperDoc(const SlotWrapper *wrapper) { return Owned<>(makeStr(wrapper->row->doc)); }

Result<Owned<>> getName(Borrowed<> self) { return wrapperName(wrapperSelf(self)); }
Result<Owned<>> getQualname(Borrowed<> self) { return wrapperQualname(wrapperSelf(self)); }
Result<Owned<>> getOwner(Borrowed<> self) { return wrapperOwner(wrapperSelf(self)); }
Result<Owned<>> getDoc(Borrowed<> self) { return wrapperDoc(wrapperSelf(self)); }
constexpr GetSetDef wrapperGetSets[] = {
    {"__name__", getName}, {"__qualname__", getQualname}, {"__objclass__", getOwner},
    {"__doc__", getDoc},   {nullptr, nullptr},
};

// ---- Bound ------------------------------------------------------------------------------------------

Result<Owned<>> callBound(Borrowed<> self, const Value *arguments, uint64_t count,
                          Borrowed<Tuple> names) {
  MethodWrapper *bound = boundSelf(self);
  return callSlot(bound->wrapper, Borrowed<>(bound->self), arguments, count, names);
}
Result<Owned<Str>> reprBound(Borrowed<> self) {
  MethodWrapper *bound = boundSelf(self);
  return formatStr("<method-wrapper '%S' of %T object at %s>",
                   Borrowed<Str>(bound->wrapper->row->name), bound->self,
                   AddressText(Borrowed<>(bound->self)).text());
}
Result<Owned<>> compareBound(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if ((operation != Comparison::kEqual && operation != Comparison::kNotEqual) ||
      typeOf(left) != typeOf(right))
    return ownedNotImplemented();
  bool equal = boundSelf(left)->wrapper.get() == boundSelf(right)->wrapper.get() &&
               boundSelf(left)->self == boundSelf(right)->self;
  return ownedBool(equal == (operation == Comparison::kEqual));
}
Result<int64_t> hashBound(Borrowed<> self) {
  int64_t hash = TRY(objectHash(Borrowed<>(boundSelf(self)->self))) ^
                 TRY(objectHash(Borrowed<SlotWrapper>(boundSelf(self)->wrapper.get())));
  return hash == -1 ? -2 : hash;
}
void destroyBound(Object *self) {
  releaseField(static_cast<MethodWrapper *>(self)->wrapper);
  releaseField(static_cast<MethodWrapper *>(self)->self);
}
void traverseBound(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<MethodWrapper *>(self)->wrapper);
  visitor.visit(static_cast<MethodWrapper *>(self)->self);
}

Result<Owned<>> getBoundName(Borrowed<> self) { return wrapperName(boundSelf(self)->wrapper); }
Result<Owned<>> getBoundQualname(Borrowed<> self) { return wrapperQualname(boundSelf(self)->wrapper); }
Result<Owned<>> getBoundOwner(Borrowed<> self) { return wrapperOwner(boundSelf(self)->wrapper); }
Result<Owned<>> getBoundDoc(Borrowed<> self) { return wrapperDoc(boundSelf(self)->wrapper); }
constexpr GetSetDef boundGetSets[] = {
    {"__name__", getBoundName}, {"__qualname__", getBoundQualname}, {"__objclass__", getBoundOwner},
    {"__doc__", getBoundDoc},   {nullptr, nullptr},
};
constexpr MemberDef boundMembers[] = {
    {"__self__", offsetof(MethodWrapper, self), MemberKind::kObject},
    {nullptr, 0, MemberKind::kObject},
};

} // namespace

extern "C" {
constinit Type molt_type_wrapper_descriptor{TypeSpec{
    .name = "wrapper_descriptor",
    .size = sizeof(SlotWrapper),
    .flags = kTypeGC | kTypeNoNew | kTypeMethodLike,
    .getsets = wrapperGetSets,
    .destroy = destroyWrapper,
    .traverse = traverseWrapper,
    .repr = reprWrapper,
    .call = callWrapper,
    .descriptorGet = getWrapper,
}};
constinit Type molt_type_method_wrapper{TypeSpec{
    .name = "method-wrapper",
    .size = sizeof(MethodWrapper),
    .flags = kTypeGC | kTypeNoNew,
    .getsets = boundGetSets,
    .members = boundMembers,
    .destroy = destroyBound,
    .traverse = traverseBound,
    .repr = reprBound,
    .hash = hashBound,
    .call = callBound,
    .compare = compareBound,
}};
}

Owned<> makeSlotWrapper(Type *owner, const SlotRow *row, AnySlot slot) {
  Owned<SlotWrapper> wrapper = allocate<SlotWrapper>(molt_type_wrapper_descriptor);
  retain(static_cast<Object *>(owner));
  wrapper->owner = owner;
  wrapper->row = row;
  wrapper->slot = slot;
  return wrapper;
}

} // namespace molt
