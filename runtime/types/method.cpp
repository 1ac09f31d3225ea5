// Bound methods: a callable with its first argument.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

#include <cstring>

namespace molt {

namespace {

BoundMethod *methodSelf(Borrowed<> self) { return self.as<BoundMethod>().get(); }

Result<Owned<>> callMethod(Borrowed<> self, const Value *arguments, uint64_t count,
                           Borrowed<Tuple> names) {
  constexpr uint64_t kInline = 8;
  BoundMethod *method = methodSelf(self);
  uint64_t total = count + (names ? names->length : 0) + 1;
  Value onStack[kInline];
  Value *all = total <= kInline ? onStack : allocateArray<Value>(total);
  all[0] = method->self;
  if (total > 1)
    std::memcpy(all + 1, arguments, (total - 1) * sizeof(Value));
  Owned<> held = Owned<>::retain(self);
  Result<Owned<>> result = call_py(Borrowed<>(method->function), all, count + 1, names);
  if (all != onStack)
    releaseArray(all, total);
  return result;
}

// method(function, instance)
Result<Owned<>> newMethod(Borrowed<Type>, const Value *arguments, uint64_t count,
                          Borrowed<Tuple> names) {
  TRY(rejectKeywords("method", names));
  TRY(checkPositionalCount("method", count, 2, 2));
  Borrowed<> function(arguments[0]), self(arguments[1]);
  if (!isCallable(function))
    return raise(TypeError, "first argument must be callable");
  if (isNone(self))
    return raise(TypeError, "instance must not be None");
  return makeBoundMethod(function, self);
}

Result<Owned<Str>> reprMethod(Borrowed<> self) {
  BoundMethod *method = methodSelf(self);
  Owned<> name = TRY(getOptionalAttribute_py(Borrowed<>(method->function), "__qualname__"_str));
  if (isExhausted(name))
    name = TRY(getOptionalAttribute_py(Borrowed<>(method->function), "__name__"_str));
  if (isExhausted(name) || !isStr(name))
    name = makeStr("?");
  return formatStr("<bound method %S of %R>", name, Borrowed<>(methodSelf(self)->self));
}

Result<Owned<>> compareMethods(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if ((operation != Comparison::kEqual && operation != Comparison::kNotEqual) ||
      typeOf(left) != &molt_type_method || typeOf(right) != &molt_type_method)
    return ownedNotImplemented();
  bool equal = methodSelf(left)->self == methodSelf(right)->self &&
               TRY(equals_py(Borrowed<>(methodSelf(left)->function),
                             Borrowed<>(methodSelf(right)->function)));
  return ownedBool(equal == (operation == Comparison::kEqual));
}
Result<int64_t> hashMethod(Borrowed<> self) {
  int64_t function = TRY(hash_py(Borrowed<>(methodSelf(self)->function)));
  int64_t hash = TRY(objectHash(Borrowed<>(methodSelf(self)->self))) ^ function;
  return hash == -1 ? -2 : hash;
}

// Attributes of its own, then those of the function.
Result<Owned<>> getMethodAttribute(Borrowed<> self, Borrowed<Str> name) {
  if (Borrowed<> found = lookupInType(&molt_type_method, name)) {
    Owned<> held = Owned<>::retain(found);
    if (DescriptorGetSlot get = typeOf(found)->descriptorGet)
      return get(held, self, quietly(&molt_type_method));
    return held;
  }
  return getAttribute_py(Borrowed<>(methodSelf(self)->function), name);
}

void clearMethod(Object *self) {
  releaseField(static_cast<BoundMethod *>(self)->function);
  releaseField(static_cast<BoundMethod *>(self)->self);
}
void traverseMethod(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<BoundMethod *>(self)->function);
  visitor.visit(static_cast<BoundMethod *>(self)->self);
}

Result<Owned<>> getDoc(Borrowed<> self) {
  return getAttribute_py(Borrowed<>(methodSelf(self)->function), "__doc__"_str);
}
constexpr GetSetDef methodGetSets[] = {{"__doc__", getDoc}, {nullptr, nullptr}};
constexpr MemberDef methodMembers[] = {
    {"__func__", offsetof(BoundMethod, function), MemberKind::kObject,
     "the function (or other callable) implementing a method"},
    {"__self__", offsetof(BoundMethod, self), MemberKind::kObject,
     "the instance to which a method is bound"},
    {nullptr, 0, MemberKind::kObject},
};

} // namespace

extern "C" constinit Type molt_type_method{TypeSpec{
    .name = "method",
    .doc = "Create a bound instance method object.",
    .size = sizeof(BoundMethod),
    .flags = kTypeGC | kTypeHasWeakrefs,
    .getsets = methodGetSets,
    .members = methodMembers,
    .destroy = clearMethod,
    .traverse = traverseMethod,
    .repr = reprMethod,
    .hash = hashMethod,
    .call = callMethod,
    .getAttribute = getMethodAttribute,
    .compare = compareMethods,
    .newInstance = newMethod,
}};

Owned<> makeBoundMethod(Borrowed<> function, Borrowed<> self) {
  Owned<BoundMethod> method = allocate<BoundMethod>(molt_type_method);
  method->function = Owned<>::retain(function).intoValue();
  method->self = Owned<>::retain(self).intoValue();
  return method;
}

Result<Owned<>> makeMethodOf(Borrowed<> methodLike, Borrowed<> self) {
  Type *type = typeOf(methodLike);
  if (type == &molt_type_function)
    return makeBoundMethod(methodLike, self);
  return type->descriptorGet(methodLike, self, quietly(typeOf(self)));
}

} // namespace molt
