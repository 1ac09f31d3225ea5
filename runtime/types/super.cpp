// super: attributes of the classes that come after one in an object's mro.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/iterate.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

Super *superSelf(Borrowed<> self) { return self.as<Super>().get(); }

// The type whose mro is searched: the object itself for super(type, subtype), else its type.
Result<Owned<>> checkObject(Borrowed<Type> start, Borrowed<> object) {
  if (isType(object) && isSubtype(object.as<Type>().get(), start.get()))
    return Owned<>::retain(object);
  if (isSubtype(typeOf(object), start.get()))
    return Owned<>(Owned<Type>::retain(Borrowed<Type>(typeOf(object))));
  Owned<> claimed = TRY(getOptionalAttribute_py(object, "__class__"_str));
  if (!isExhausted(claimed) && isType(claimed) &&
      isSubtype(claimed.borrow().as<Type>().get(), start.get()))
    return claimed;
  bool isClass = isType(object);
  return raise(TypeError,
               "super(type, obj): obj (%s %N) is not an instance or subtype of type (%N).",
               isClass ? "type" : "instance of",
               static_cast<const Type *>(isClass ? object.as<Type>().get() : typeOf(object)),
               static_cast<const Type *>(start.get()));
}

Result<void> initSuper(Borrowed<> self, const Value *arguments, uint64_t count,
                       Borrowed<Tuple> names) {
  TRY(rejectKeywords("super", names));
  if (!count)
    return raise(RuntimeError, "super(): no arguments");
  if (count > 2)
    return raise(TypeError, "super() expected at most 2 arguments, got %zu", count);
  Borrowed<> start(arguments[0]);
  if (!isType(start))
    return raise(TypeError, "super() argument 1 must be a type, not %T", start);
  Super *made = superSelf(self);
  releaseField(made->object);
  releaseField(made->objectType);
  if (count == 2 && !isNone(Borrowed<>(arguments[1]))) {
    Owned<> objectType = TRY(checkObject(start.as<Type>(), Borrowed<>(arguments[1])));
    made->object = Owned<>::retain(Borrowed<>(arguments[1])).intoValue();
    made->objectType = static_cast<Type *>(objectType.intoValue().asObject());
  }
  retain(start.value());
  releaseField(made->startType);
  made->startType = start.as<Type>().get();
  return {};
}

Result<Owned<>> getSuperAttribute(Borrowed<> self, Borrowed<Str> name) {
  Super *made = superSelf(self);
  if (!made->objectType || strEqual(name, "__class__"))
    return objectGetAttribute(self, name);
  Borrowed<> found = findAfterStart(Borrowed<Type>(made->startType.get()), made->objectType, name);
  if (!found)
    return objectGetAttribute(self, name);
  Owned<> held = Owned<>::retain(found);
  DescriptorGetSlot get = typeOf(found)->descriptorGet;
  if (!get)
    return held;
  // Through a class: unbound.
  bool throughClass = made->object == Value::fromObject(made->objectType.get());
  Owned<> keep = Owned<>::retain(self);
  return get(held, throughClass ? Borrowed<>() : Borrowed<>(made->object),
             Borrowed<Type>(made->objectType.get()));
}

// An unbound super in a class dict binds like a method.
Result<Owned<>> bindSuper(Borrowed<> self, Borrowed<> object, Borrowed<>) {
  Super *made = superSelf(self);
  if (!object || isNone(object) || !made->object.isNull())
    return Owned<>::retain(self);
  return call_py(Borrowed<Type>(typeOf(self)), {Borrowed<Type>(made->startType.get()), object});
}

Result<Owned<Str>> reprSuper(Borrowed<> self) {
  Super *made = superSelf(self);
  const char *start = made->startType ? made->startType->name : "NULL";
  if (!made->objectType)
    return formatStr("<super: <class '%s'>, NULL>", start);
  return formatStr("<super: <class '%s'>, <%N object>>", start,
                   static_cast<const Type *>(made->objectType.get()));
}

void destroySuper(Object *object) {
  auto *self = static_cast<Super *>(object);
  releaseField(self->startType);
  releaseField(self->object);
  releaseField(self->objectType);
}
void traverseSuper(Object *object, Visitor &visitor) {
  auto *self = static_cast<Super *>(object);
  visitor.visit(self->startType);
  visitor.visit(self->object);
  visitor.visit(self->objectType);
}

constexpr MemberDef superMembers[] = {
    {"__thisclass__", offsetof(Super, startType), MemberKind::kObjectOrNone,
     "the class invoking super()"},
    {"__self__", offsetof(Super, object), MemberKind::kObjectOrNone,
     "the instance invoking super(); may be None"},
    {"__self_class__", offsetof(Super, objectType), MemberKind::kObjectOrNone,
     "the type of the instance invoking super(); may be None"},
    {nullptr, 0, MemberKind::kObject},
};

} // namespace

TYPE_IDENTITY(super)
extern "C" constinit Type molt_type_super{TypeSpec{
    .name = "super",
    .doc = "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super "
           "object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\n"
           "super(type, type2) -> bound super object; requires issubclass(type2, type)",
    .size = sizeof(Super),
    .flags = kTypeBaseAllowed | kTypeGC,
    .members = superMembers,
    .destroy = destroySuper,
    .traverse = traverseSuper,
    .repr = reprSuper,
    .getAttribute = getSuperAttribute,
    .init = initSuper,
    .descriptorGet = bindSuper,
}};

Borrowed<> findAfterStart(Borrowed<Type> start, Type *type, Borrowed<Str> name) {
  Borrowed<Tuple> mro = typeMro(type);
  uint64_t i = 0;
  while (i < mro->length && mro->items()[i] != Value::unmarked(start.get()))
    ++i;
  for (++i; i < mro->length; ++i) {
    Dict *dict = typeData(static_cast<Type *>(mro->items()[i].asObject())).dict;
    if (!dict)
      continue;
    if (Borrowed<> found = dictFindName(Borrowed<Dict>(dict), name))
      return found;
  }
  return {};
}

Owned<> makeSuper(Borrowed<Type> start, Borrowed<> object) {
  Owned<Super> made = allocate<Super>(molt_type_super);
  made->startType = static_cast<Type *>(Owned<Type>::retain(start).intoValue().asObject());
  made->object = Owned<>::retain(object).intoValue();
  Type *type = typeOf(object);
  retain(static_cast<Object *>(type));
  made->objectType = type;
  return made;
}

} // namespace molt
