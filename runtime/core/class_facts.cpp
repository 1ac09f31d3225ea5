#include "runtime/core/class_facts.h"

#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/instance.h"
#include "runtime/core/known_globals.h"
#include "runtime/core/runtime.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

// Whether reading or storing the attribute on an instance always means that slot, while it is bound.
bool isField(HeapType *type, uint32_t slot, Borrowed<Str> name) {
  Borrowed<> found = lookupInType(type, name);
  bool isShadowed = found && (typeOf(found)->isHeap() || typeOf(found)->descriptorSet);
  return !isShadowed && findSlot(type, name) == static_cast<int32_t>(slot);
}

bool isFunctionOf(Borrowed<> value, const Code *code) {
  return value && typeOf(value) == &molt_type_function && value.as<Function>()->code.get() == code &&
         !(value.as<Function>()->flags & kHasOtherDefaults);
}

// The function that the facts tell of; null when the class has another one, or the facts tell of none.
Borrowed<> methodOf(HeapType *type, const ClassFacts *facts, uint32_t method) {
  const Code *function = facts->functions()[method], *getter = facts->getters()[method];
  if (!function && !getter)
    return {};
  Borrowed<> found = lookupInType(type, Borrowed<Str>(facts->methods()[method].get()));
  if (getter && found && typeOf(found) == &molt_type_property)
    found = Borrowed<>(found.as<Property>()->getter);
  return isFunctionOf(found, getter ? getter : function) ? found : Borrowed<>();
}

// Code that makes instances of classes without one does not look for it.
bool hasUnknownFinalizer(HeapType *type, const ClassFacts *facts) {
  bool isKnown = false;
  for (uint32_t i = 0; i < facts->methodCount; ++i)
    isKnown |= strEqual("__del__"_str, Borrowed<Str>(facts->methods()[i].get()));
  return type->finalize && !isKnown;
}

Type *baseOf(const ClassFacts *facts) {
  return facts->base ? runtime().knownClasses[facts->base - 1].get() : &molt_type_object;
}

bool factsHold(HeapType *type, const ClassFacts *facts) {
  constexpr uint32_t kPlain = kTypePlainGet | kTypePlainSet;
  bool isLaidOut = type->has(kTypeHasDict) && !type->has(kTypeVariableFields) &&
                   type->has(kTypeGC) && type->fieldsOffset + type->slotsField == kFirstFieldOffset &&
                   type->slotCount == facts->fieldCount && type->fieldsSize == instanceSize(facts->fieldCount) - sizeof(Object);
  bool isMadePlainly = type->newInstance == objectNew && !type->has(kTypeAbstract) && is(type->Object::type, molt_is_type);
  if (!isLaidOut || !isMadePlainly || (type->typeFlags & kPlain) != kPlain || type->base != baseOf(facts) ||
      hasUnknownFinalizer(type, facts))
    return false;
  for (uint32_t i = 0; i < facts->fieldCount; ++i)
    if (!isField(type, i, Borrowed<Str>(facts->fields()[i].get())))
      return false;
  for (uint32_t i = 0; i < facts->methodCount; ++i)
    if ((facts->functions()[i] || facts->getters()[i]) && !methodOf(type, facts, i))
      return false;
  return true;
}

bool concerns(const ClassFacts *facts, Borrowed<Str> name) {
  if (!name || strEqual(name, "__getattribute__"_str) || strEqual(name, "__setattr__"_str) ||
      strEqual(name, "__delattr__"_str) || strEqual(name, "__new__"_str) || strEqual(name, "__abstractmethods__"_str) ||
      strEqual(name, "__del__"_str))
    return true;
  for (uint32_t i = 0; i < facts->fieldCount + facts->methodCount; ++i) // the methods' names come behind the fields'
    if (strEqual(name, Borrowed<Str>(facts->fields()[i].get())))
      return true;
  return false;
}

} // namespace

extern "C" void molt_register_class(Borrowed<> made, const ClassFacts *facts) {
  if (!isType(made) || !made.as<Type>()->isHeap())
    return;
  HeapType *type = asHeap(made.as<Type>().get());
  Ptr<Type> &known = runtime().knownClasses[facts->number];
  // A class statement that runs again makes another class, which is not known.
  if (known || type->facts || !factsHold(type, facts))
    return;
  type->facts = facts;
  type->classNumber = facts->number + 1;
  type->firstMethod = facts->firstMethod;
  for (uint32_t i = 0; i < facts->methodCount; ++i) {
    Borrowed<> method = methodOf(type, facts, i);
    runtime().knownMethods[facts->firstMethod + i] = method.value();
    if (method)
      method.value().asObject()->flags |= kIsKnownGlobal | kIsKnownMethod;
  }
  known = type;
}

void noteClassChange(HeapType *type, Borrowed<Str> name) {
  if (type->facts && concerns(type->facts, name))
    runtime().classesChanged = 1;
}

void noteFunctionChange() { runtime().classesChanged = 1; }

void forgetClassFacts(HeapType *type) {
  if (const ClassFacts *facts = std::exchange(type->facts, nullptr))
    runtime().knownClasses[facts->number] = nullptr;
}

extern "C" Owned<> molt_new_instance(Borrowed<> type) {
  Type *known = type.as<Type>().get();
  return Owned<>::steal(Value::fromObject(allocateObject(known, known->size, 0)));
}

extern "C" void molt_raise_init_result(Borrowed<> result) {
  (void)raise(TypeError, "__init__() should return None, not '%T'", result);
}

extern "C" void molt_store_slot(Borrowed<> object, uint64_t slot, Borrowed<> value) {
  Object *self = object.value().asObject();
  Borrowed<Tuple> names(asHeap(self->type)->slotNames);
  writeInstanceAttribute_py(self, Borrowed<Str>(names->items()[slot]), value);
}

} // namespace molt
