#include "runtime/core/class_facts.h"

#include "abi/class_changes.h"
#include "runtime/core/attribute.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/exception.h"
#include "runtime/core/instance.h"
#include "runtime/core/known_globals.h"
#include "runtime/core/runtime.h"
#include "runtime/core/str_literal.h"

#include <bit>

namespace molt {

static_assert(kFirstExceptionFieldOffset == sizeof(ExceptionObject) + sizeof(Value));

namespace {

// Likewise a slot that __slots__ declares.
bool isDeclaredField(HeapType *type, uint32_t slot, Borrowed<Str> name) {
  Borrowed<> found = lookupInType(type, name);
  if (!found || typeOf(found) != &molt_type_member_descriptor)
    return false;
  const auto *member = found.as<MemberDescriptor>().get();
  return !member->definition && member->fieldOffset == slot * sizeof(Value);
}

// Where the instances' attributes are.
bool isLaidOut(HeapType *type, const ClassFacts *facts) {
  if (type->has(kTypeVariableFields) || !type->has(kTypeGC))
    return false;
  if (facts->traits & kHasDeclaredSlots)
    return !type->has(kTypeHasDict) && !type->dictOffset && type->fieldsOffset == kFirstDeclaredOffset &&
           type->fieldsSize == facts->fieldCount * sizeof(Value);
  uint64_t first = facts->traits & kIsException ? kFirstExceptionFieldOffset : kFirstFieldOffset;
  return type->has(kTypeHasDict) && type->fieldsOffset + type->slotsField == first &&
         type->fieldsOffset + type->dictField == first - sizeof(Value) && type->slotCount == facts->fieldCount &&
         type->fieldsSize == instanceSize(facts->fieldCount) - sizeof(Object);
}

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

// What stands in the class in that form has that function.
Borrowed<> functionIn(Borrowed<> found, uint32_t form) {
  if (!found || form == kPlainMethod)
    return found;
  const Type *wanted = form == kGetter         ? &molt_type_property
                       : form == kStaticMethod ? &molt_type_staticmethod
                                               : &molt_type_classmethod;
  if (typeOf(found) != wanted)
    return {};
  return Borrowed<>(form == kGetter ? found.as<Property>()->getter : found.as<ClassMethod>()->callable);
}

// The function that the facts tell of; null when the class has another one, or the facts tell of none.
Borrowed<> methodOf(HeapType *type, const ClassFacts *facts, uint32_t method) {
  const Code *function = facts->functions()[method];
  if (!function)
    return {};
  Borrowed<> found =
      functionIn(lookupInType(type, Borrowed<Str>(facts->methods()[method].get())), facts->forms()[method]);
  return isFunctionOf(found, function) ? found : Borrowed<>();
}

// Code that makes instances of classes without one does not look for it.
bool hasUnknownFinalizer(HeapType *type, const ClassFacts *facts) {
  bool isKnown = false;
  for (uint32_t i = 0; i < facts->methodCount; ++i)
    isKnown |= strEqual("__del__"_str, Borrowed<Str>(facts->methods()[i].get()));
  return type->finalize && !isKnown;
}

// An exception of the runtime that is nothing but its arguments.
bool isPlainException(const Type *type) {
  return !type->isHeap() && type->has(kTypeException) && type->size == sizeof(ExceptionObject) &&
         type->newInstance == BaseException.newInstance && type->init == BaseException.init;
}

bool hasBase(HeapType *type, const ClassFacts *facts) {
  if (facts->base)
    return type->base == runtime().knownClasses[facts->base - 1].get();
  return facts->traits & kIsException ? isPlainException(type->base) : type->base == &molt_type_object;
}

// Whether `test` holds of one of the special methods that the facts say the class lacks.
template <class Test> bool anyLacked(const ClassFacts *facts, Test test) {
  const struct {
    uint32_t which;
    Borrowed<Str> name;
  } methods[] = {{kLacksBool, "__bool__"_str},
                 {kLacksLength, "__len__"_str},
                 {kLacksEqual, "__eq__"_str},
                 {kLacksNotEqual, "__ne__"_str}};
  for (const auto &method : methods)
    if (facts->traits & method.which && test(method.name))
      return true;
  return false;
}

// What the class has under the name is not what all objects have.
bool definesAnew(HeapType *type, Borrowed<Str> name) {
  return lookupInType(type, name).value() != lookupInType(&molt_type_object, name).value();
}

// Names of attributes, where they are known, are what the class has.
bool isMatchedAsKnown(HeapType *type, const ClassFacts *facts) {
  if (!facts->matchArgs)
    return true;
  Borrowed<> found = lookupInType(type, "__match_args__"_str);
  Borrowed<Tuple> known(facts->matchArgs.get());
  if (!found || typeOf(found) != &molt_type_tuple || found.as<Tuple>()->length != known->length)
    return false;
  for (uint64_t i = 0; i < known->length; ++i) {
    Borrowed<> name(found.as<Tuple>()->items()[i]);
    if (typeOf(name) != &molt_type_str || !strEqual(name.as<Str>(), Borrowed<>(known->items()[i]).as<Str>()))
      return false;
  }
  return true;
}

bool factsHold(HeapType *type, const ClassFacts *facts) {
  constexpr uint32_t kPlain = kTypePlainGet | kTypePlainSet;
  auto makes = facts->traits & kIsException ? BaseException.newInstance : molt_type_object.newInstance;
  bool isMadePlainly = type->newInstance == makes && !type->has(kTypeAbstract) && is(type->Object::type, molt_is_type);
  if (!isLaidOut(type, facts) || !isMadePlainly || (type->typeFlags & kPlain) != kPlain || !hasBase(type, facts) ||
      hasUnknownFinalizer(type, facts) || definesAnew(type, "__class__"_str) || !isMatchedAsKnown(type, facts))
    return false;
  auto isAsDeclared = facts->traits & kHasDeclaredSlots ? isDeclaredField : isField;
  for (uint32_t i = 0; i < facts->fieldCount; ++i)
    if (!isAsDeclared(type, i, Borrowed<Str>(facts->fields()[i].get())))
      return false;
  if (anyLacked(facts, [&](Borrowed<Str> name) { return definesAnew(type, name); }))
    return false;
  for (uint32_t i = 0; i < facts->methodCount; ++i)
    if (facts->functions()[i] && !methodOf(type, facts, i))
      return false;
  return true;
}

// What the class has under the name is more than one of its methods, or may be.
bool concernsAll(const ClassFacts *facts, Borrowed<Str> name) {
  if (!name || strEqual(name, "__getattribute__"_str) || strEqual(name, "__setattr__"_str) ||
      strEqual(name, "__delattr__"_str) || strEqual(name, "__new__"_str) || strEqual(name, "__abstractmethods__"_str) ||
      strEqual(name, "__class__"_str) || strEqual(name, "__del__"_str))
    return true;
  if (facts->matchArgs && strEqual(name, "__match_args__"_str))
    return true;
  for (uint32_t i = 0; i < facts->fieldCount; ++i)
    if (strEqual(name, Borrowed<Str>(facts->fields()[i].get())))
      return true;
  return anyLacked(facts, [&](Borrowed<Str> lacked) { return strEqual(name, lacked); });
}

// Stands for a method that is looked up: calls through the tables pass it on, and nobody looks at it.
Value lookedUpMethod() {
  static Function method{};
  method.type = &molt_type_function;
  method.refcount = kImmortal;
  return Value::unmarked(&method);
}

// From now on whoever calls that method looks it up.
void forgetMethod(const ClassFacts *facts, uint32_t method) {
  uint32_t number = facts->firstMethod + method;
  Borrowed<Str> name(facts->methods()[method].get());
  runtime().knownMethods[number] = Value();
  runtime().classesChanged |= methodChanged(name->data(), name->size);
  const MethodTables *tables = methodTables(facts);
  if (!tables->fast || !tables->generic()[number])
    return;
  tables->fast[number] = tables->generic()[number];
  runtime().knownMethods[number] = lookedUpMethod();
}

Value wordOfArgument(PassedAs form, uint64_t bits) {
  if (form == PassedAs::Word)
    return Value::fromBits(bits);
  if (form == PassedAs::Integer)
    return makeInt(static_cast<int64_t>(bits)).intoValue();
  return Value::fromDouble(std::bit_cast<double>(bits));
}

} // namespace

extern "C" int32_t molt_call_changed_method_py(const GenericMethod *method, const uint64_t *arguments, uint64_t *given) {
  Value words[kMostGenericParameters];
  for (uint32_t i = 0; i < method->parameterCount; ++i)
    words[i] = wordOfArgument(method->parameters[i], arguments[i]);
  Borrowed<Str> name(method->name.get());
  --runtime().depth; // the caller has counted this call, and so will the method
  Result<Owned<>> found = method->isGetter ? molt_get_attribute_py(Borrowed<>(words[0]), name, method->cache)
                                           : molt_call_method_py(name, method->cache, words, method->parameterCount, {});
  ++runtime().depth;
  for (uint32_t i = 0; i < method->parameterCount; ++i)
    if (method->parameters[i] == PassedAs::Integer)
      release(words[i]);
  Value word = found.raised() ? Value() : found.take().intoValue();
  *given = word.bits();
  if (method->result == PassedAs::Integer && word.isInlineInt())
    *given = static_cast<uint64_t>(word.asInlineInt());
  else if (method->result == PassedAs::Float && word.isDouble() && word.asDouble() == word.asDouble()) // a NaN has an identity
    *given = std::bit_cast<uint64_t>(word.asDouble());
  else
    return 1;
  return 0;
}

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
  const ClassFacts *facts = type->facts;
  if (!facts)
    return;
  if (concernsAll(facts, name)) {
    runtime().classesChanged |= kClassesChanged;
    return;
  }
  for (uint32_t i = 0; i < facts->methodCount; ++i)
    if (strEqual(name, Borrowed<Str>(facts->methods()[i].get())) &&
        methodOf(type, facts, i).value() != runtime().knownMethods[facts->firstMethod + i])
      forgetMethod(facts, i);
}

void noteFunctionChange() { runtime().classesChanged |= kClassesChanged; }

void forgetClassFacts(HeapType *type) {
  if (const ClassFacts *facts = std::exchange(type->facts, nullptr))
    runtime().knownClasses[facts->number] = nullptr;
  forgetLostValue(type);
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
