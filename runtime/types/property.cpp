// property: attributes that call functions.

#include "runtime/types/property.gen.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/class_facts.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/native_text.h"

namespace molt {

namespace {

bool isSet(Value accessor) { return !accessor.isNull() && !isNone(Borrowed<>(accessor)); }

// "property 'x' of 'A' object has no setter"
Raised raiseNo(Borrowed<Property> self, Borrowed<> object, const char *what) {
  Result<Owned<Str>> typeText = qualifiedTypeName(typeOf(object), true);
  if (typeText.raised())
    return Raised{};
  // The qualified name without the module.
  Owned<> qualname = TRY(getAttribute_py(quietly(typeOf(object)), "__qualname__"_str));
  if (self->name.isNull())
    return raise(AttributeError, "property of %R object has no %s", qualname, what);
  return raise(AttributeError, "property %R of %R object has no %s", Borrowed<>(self->name), qualname,
               what);
}

Result<Owned<>> readProperty(Borrowed<> descriptor, Borrowed<> object, Borrowed<>) {
  Borrowed<Property> self = descriptor.as<Property>();
  if (!object)
    return Owned<>::retain(descriptor);
  if (!isSet(self->getter))
    return raiseNo(self, object, "getter");
  Owned<> getter = Owned<>::retain(Borrowed<>(self->getter));
  return call_py(getter, {object});
}

Result<void> writeProperty(Borrowed<> descriptor, Borrowed<> object, Borrowed<> value) {
  Borrowed<Property> self = descriptor.as<Property>();
  Value accessor = value ? self->setter : self->deleter;
  if (!isSet(accessor))
    return raiseNo(self, object, value ? "setter" : "deleter");
  Owned<> held = Owned<>::retain(Borrowed<>(accessor));
  if (value)
    TRY(call_py(held, {object, value}));
  else
    TRY(call_py(held, {object}));
  return {};
}

void clearProperty(Object *object) {
  auto *self = static_cast<Property *>(object);
  for (Value *field : {&self->getter, &self->setter, &self->deleter, &self->doc, &self->name})
    releaseField(*field);
}
void traverseProperty(Object *object, Visitor &visitor) {
  auto *self = static_cast<Property *>(object);
  for (Value field : {self->getter, self->setter, self->deleter, self->doc, self->name})
    visitor.visit(field);
}

// A property's docstring: subclasses, which have a dict, keep it there.
Result<void> storeDoc(Borrowed<Property> self, Borrowed<> doc) {
  if (typeOf(Borrowed<>(self)) == &molt_type_property) {
    storeField(self->doc, doc);
    return {};
  }
  Result<void> stored = setAttribute_py(self, "__doc__"_str, doc);
  if (stored.raised() && !clearIfMatches(AttributeError))
    return Raised{};
  return {};
}

// The same property with one accessor replaced; null: kept.
Result<Owned<>> copyWith(Borrowed<Property> self, Borrowed<> getter, Borrowed<> setter,
                         Borrowed<> deleter) {
  auto choose = [](Borrowed<> given, Value kept) {
    if (given && !isNone(given))
      return given;
    return kept.isNull() ? none() : Borrowed<>(kept);
  };
  Borrowed<> newGetter = choose(getter, self->getter);
  // The getter's docstring is taken anew.
  Borrowed<> doc = self->docFromGetter && !isNone(newGetter) ? none()
                   : self->doc.isNull()                      ? none()
                                                             : Borrowed<>(self->doc);
  Owned<> made = TRY(call_py(Borrowed<Type>(typeOf(Borrowed<>(self))),
                             {newGetter, choose(setter, self->setter), choose(deleter, self->deleter), doc}));
  if (isInstance(made, molt_type_property) && !self->name.isNull())
    storeField(made.borrow().as<Property>()->name, Borrowed<>(self->name));
  return made;
}

Result<Owned<>> getName(Borrowed<> descriptor) {
  Borrowed<Property> self = descriptor.as<Property>();
  if (!self->name.isNull())
    return Owned<>::retain(Borrowed<>(self->name));
  if (isSet(self->getter)) {
    Owned<> name = TRY(getOptionalAttribute_py(Borrowed<>(self->getter), "__name__"_str));
    if (!isExhausted(name))
      return name;
  }
  return raiseNoAttribute(descriptor, "__name__"_str);
}
Result<void> setName(Borrowed<> descriptor, Borrowed<> value) {
  Value &field = descriptor.as<Property>()->name;
  if (value)
    storeField(field, value);
  else
    releaseField(field);
  return {};
}
Result<Owned<>> getAbstract(Borrowed<> descriptor) {
  Borrowed<Property> self = descriptor.as<Property>();
  for (Value accessor : {self->getter, self->setter, self->deleter}) {
    if (!isSet(accessor))
      continue;
    Owned<> flag = TRY(getOptionalAttribute_py(Borrowed<>(accessor), "__isabstractmethod__"_str));
    if (!isExhausted(flag) && TRY(truth_py(flag)))
      return ownedBool(true);
  }
  return ownedBool(false);
}
constexpr GetSetDef propertyGetSets[] = {
    {"__name__", getName, setName},
    {"__isabstractmethod__", getAbstract},
    {nullptr, nullptr},
};
constexpr MemberDef propertyMembers[] = {
    {"fget", offsetof(Property, getter), MemberKind::kObjectOrNone},
    {"fset", offsetof(Property, setter), MemberKind::kObjectOrNone},
    {"fdel", offsetof(Property, deleter), MemberKind::kObjectOrNone},
    {"__doc__", offsetof(Property, doc), MemberKind::kObjectOrNone, nullptr, true},
    {nullptr, 0, MemberKind::kObject},
};

} // namespace

Result<void> property_init(Borrowed<Property> self, Borrowed<> getter, Borrowed<> setter,
                           Borrowed<> deleter, Borrowed<> doc) {
  if (!self->getter.isNull())
    noteFunctionChange();
  storeField(self->getter, getter);
  storeField(self->setter, setter);
  storeField(self->deleter, deleter);
  self->docFromGetter = 0;
  if (!isNone(doc) || isNone(getter))
    return storeDoc(self, doc);
  Owned<> getterDoc = TRY(getOptionalAttribute_py(getter, "__doc__"_str));
  if (isExhausted(getterDoc) || isNone(getterDoc))
    return {};
  self->docFromGetter = 1;
  return storeDoc(self, getterDoc);
}

Result<Owned<>> property_getter(Borrowed<Property> self, Borrowed<> accessor) {
  return copyWith(self, accessor, {}, {});
}
Result<Owned<>> property_setter(Borrowed<Property> self, Borrowed<> accessor) {
  return copyWith(self, {}, accessor, {});
}
Result<Owned<>> property_deleter(Borrowed<Property> self, Borrowed<> accessor) {
  return copyWith(self, {}, {}, accessor);
}
Result<void> property_set_name(Borrowed<Property> self, Borrowed<>, Borrowed<> name) {
  storeField(self->name, name);
  return {};
}

extern "C" constinit Type molt_type_property{TypeSpec{
    .name = "property",
    .doc = property_doc,
    .size = sizeof(Property),
    .flags = kTypeBaseAllowed | kTypeGC,
    .methods = property_methods,
    .getsets = propertyGetSets,
    .members = propertyMembers,
    .destroy = clearProperty,
    .traverse = traverseProperty,
    .clear = clearProperty,
    .init = property_init_slot,
    .descriptorGet = readProperty,
    .descriptorSet = writeProperty,
}};

} // namespace molt
