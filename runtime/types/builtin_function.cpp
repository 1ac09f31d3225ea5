// Functions and methods written in C++: len, [].append, dict.fromkeys, int.__new__.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/native_text.h"

#include <cstring>

namespace molt {

namespace {

BuiltinFunction *builtinSelf(Borrowed<> self) { return self.as<BuiltinFunction>().get(); }

// A method of a value, as opposed to a function of a module.
bool isMethod(const BuiltinFunction *function) {
  return !function->self.isNull() && typeOf(function->self) != &molt_type_module;
}

Result<Owned<>> callBuiltin(Borrowed<> self, const Value *arguments, uint64_t count,
                            Borrowed<Tuple> names) {
  BuiltinFunction *function = builtinSelf(self);
  NativeStep step(900);
  return function->definition->function(Borrowed<>(function->self), arguments, count, names);
}

Result<Owned<Str>> reprBuiltin(Borrowed<> self) {
  BuiltinFunction *function = builtinSelf(self);
  if (!isMethod(function))
    return formatStr("<built-in function %s>", function->definition->name);
  return formatStr("<built-in method %s of %T object at %s>", function->definition->name,
                   function->self, AddressText(Borrowed<>(function->self)).text());
}

Result<Owned<>> compareBuiltins(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if ((operation != Comparison::kEqual && operation != Comparison::kNotEqual) ||
      typeOf(left) != typeOf(right))
    return ownedNotImplemented();
  bool equal = builtinSelf(left)->definition == builtinSelf(right)->definition &&
               builtinSelf(left)->self == builtinSelf(right)->self;
  return ownedBool(equal == (operation == Comparison::kEqual));
}
Result<int64_t> hashBuiltin(Borrowed<> self) {
  BuiltinFunction *function = builtinSelf(self);
  uint64_t bits = function->self.bits() ^
                  static_cast<uint64_t>(reinterpret_cast<uintptr_t>(function->definition));
  auto hash = static_cast<int64_t>(bits >> 4 | bits << 60);
  return hash == -1 ? -2 : hash;
}

void destroyBuiltin(Object *self) {
  auto *function = static_cast<BuiltinFunction *>(self);
  releaseField(function->self);
  releaseField(function->moduleName);
  releaseField(function->qualifier);
}
void traverseBuiltin(Object *self, Visitor &visitor) {
  auto *function = static_cast<BuiltinFunction *>(self);
  visitor.visit(function->self);
  visitor.visit(function->moduleName);
  visitor.visit(function->qualifier);
}

Result<Owned<>> getName(Borrowed<> self) { return Owned<>(makeStr(builtinSelf(self)->definition->name)); }
Result<Owned<>> getQualname(Borrowed<> self) {
  BuiltinFunction *function = builtinSelf(self);
  Borrowed<> owner;
  if (!function->qualifier.isNull())
    owner = Borrowed<>(function->qualifier);
  else if (isMethod(function))
    owner = isType(Borrowed<>(function->self)) ? Borrowed<>(function->self)
                                               : quietly(typeOf(function->self));
  if (!owner)
    return getName(self);
  Owned<> qualname = TRY(getAttribute_py(owner, "__qualname__"_str));
  return Owned<>(TRY(formatStr("%S.%s", qualname, function->definition->name)));
}
Result<Owned<>> getSelf(Borrowed<> self) {
  Value bound = builtinSelf(self)->self;
  return Owned<>::retain(bound.isNull() ? none() : Borrowed<>(bound));
}
Result<Owned<>> getModule(Borrowed<> self) {
  Value module = builtinSelf(self)->moduleName;
  return Owned<>::retain(module.isNull() ? none() : Borrowed<>(module));
}
Result<Owned<>> getDoc(Borrowed<> self) {
  const char *doc = builtinSelf(self)->definition->doc;
  return doc ? Owned<>(makeStr(doc)) : ownedNone();
}
Result<Owned<>> getTextSignature(Borrowed<> self) {
  const char *text = builtinSelf(self)->definition->textSignature;
  return text ? Owned<>(makeStr(text)) : ownedNone();
}
constexpr GetSetDef builtinGetSets[] = {
    {"__name__", getName},     {"__qualname__", getQualname}, {"__self__", getSelf},
    {"__module__", getModule}, {"__doc__", getDoc},           {"__text_signature__", getTextSignature},
    {nullptr, nullptr},
};

} // namespace

extern "C" constinit Type molt_type_builtin_function_or_method{TypeSpec{
    .name = "builtin_function_or_method",
    .size = sizeof(BuiltinFunction),
    .flags = kTypeGC | kTypeNoNew | kTypeHasWeakrefs,
    .getsets = builtinGetSets,
    .destroy = destroyBuiltin,
    .traverse = traverseBuiltin,
    .repr = reprBuiltin,
    .hash = hashBuiltin,
    .call = callBuiltin,
    .compare = compareBuiltins,
}};

// Functions of modules do not look at their module.
extern "C" Result<Owned<>> molt_call_native_py(const MethodDef *definition, const Value *arguments, uint64_t count) {
  NativeStep step(900);
  return definition->function(none(), arguments, count, {});
}

Owned<BuiltinFunction> makeBuiltinFunction(const MethodDef *definition, Borrowed<> self,
                                           Borrowed<> moduleName, Borrowed<> qualifier) {
  Owned<BuiltinFunction> function = allocate<BuiltinFunction>(molt_type_builtin_function_or_method);
  function->definition = definition;
  function->self = Owned<>::retain(self).intoValue();
  function->moduleName = Owned<>::retain(moduleName).intoValue();
  function->qualifier = Owned<>::retain(qualifier).intoValue();
  return function;
}

// ---- __new__ of static types --------------------------------------------------------------------------

namespace {

// The static type that an instance of `type` gets its memory and __new__ from.
const Type *staticBase(const Type *type) {
  while (type->isHeap())
    type = type->base;
  return type;
}

} // namespace

// X.__new__(cls, ...): cls must be X or a class below it, with no other native __new__ between.
static Result<Owned<>> callNew(Borrowed<> self, const Value *arguments, uint64_t count,
                        Borrowed<Tuple> names) {
  Type *owner = self.as<Type>().get();
  const Type *shown = owner;
  if (!count)
    return raise(TypeError, "%N.__new__(): not enough arguments", shown);
  Borrowed<> first(arguments[0]);
  if (!isType(first))
    return raise(TypeError, "%N.__new__(X): X is not a type object (%T)", shown, first);
  const Type *wanted = first.as<Type>().get();
  if (!isSubtype(wanted, owner))
    return raise(TypeError, "%N.__new__(%N): %N is not a subtype of %N", shown, wanted, wanted, shown);
  const Type *native = staticBase(wanted);
  while (native->base && native->newInstance == native->base->newInstance)
    native = native->base;
  if (native->newInstance != owner->newInstance)
    return raise(TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", shown, wanted, native);
  return owner->newInstance(first.as<Type>(), arguments + 1, count - 1, names);
}
WHEN_SAID(types_are_values, callNew)

namespace {

// Called with a type, so there is one to call it with.
Result<Owned<>> newFunction(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  return molt_when_types_are_values(self, arguments, count, names);
}
constexpr MethodDef newDefinition = {
    "__new__", newFunction, 0, "Create and return a new object.  See help(type) for accurate signature.",
    "($type, *args, **kwargs)"};

} // namespace

Owned<> makeNewFunction(Type *type) {
  return makeBuiltinFunction(&newDefinition, quietly(type), {}, {});
}
Type *newFunctionType(Borrowed<> value) {
  if (typeOf(value) != &molt_type_builtin_function_or_method ||
      builtinSelf(value)->definition != &newDefinition)
    return nullptr;
  return Borrowed<>(builtinSelf(value)->self).as<Type>().get();
}

} // namespace molt
