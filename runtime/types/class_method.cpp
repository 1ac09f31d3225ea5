// classmethod and staticmethod.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

static_assert(sizeof(ClassMethod) == sizeof(StaticMethod) &&
              offsetof(ClassMethod, callable) == offsetof(StaticMethod, callable));

ClassMethod *wrapperSelf(Borrowed<> self) { return self.as<ClassMethod>().get(); }

// Takes over what names the callable, as functools.wraps does.
Result<void> copyNames_py(Borrowed<> self, Borrowed<> callable) {
  for (Borrowed<Str> name :
       {"__module__"_str, "__name__"_str, "__qualname__"_str, "__doc__"_str}) {
    Owned<> value = TRY(getOptionalAttribute_py(callable, name));
    if (!isExhausted(value))
      dictSetName(instanceDict(self), name, value);
  }
  return {};
}

Result<void> initWrapper(const char *name, Borrowed<> self, const Value *arguments, uint64_t count,
                         Borrowed<Tuple> names) {
  TRY(rejectKeywords(name, names));
  TRY(checkPositionalCount(name, count, 1, 1));
  storeField(wrapperSelf(self)->callable, Borrowed<>(arguments[0]));
  return copyNames_py(self, Borrowed<>(arguments[0]));
}
Result<void> initClassMethod(Borrowed<> self, const Value *arguments, uint64_t count,
                             Borrowed<Tuple> names) {
  return initWrapper("classmethod", self, arguments, count, names);
}
Result<void> initStaticMethod(Borrowed<> self, const Value *arguments, uint64_t count,
                              Borrowed<Tuple> names) {
  return initWrapper("staticmethod", self, arguments, count, names);
}

Result<void> checkCallable(Borrowed<> self, const char *name) {
  if (wrapperSelf(self)->callable.isNull())
    return raise(RuntimeError, "uninitialized %s object", name);
  return {};
}

Result<Owned<>> getClassMethod(Borrowed<> self, Borrowed<> object, Borrowed<> owner) {
  TRY(checkCallable(self, "classmethod"));
  Borrowed<> type = owner ? owner : quietly(typeOf(object));
  Borrowed<> callable(wrapperSelf(self)->callable);
  // Until 3.12 a descriptor inside (a property) was asked in turn.
  if (DescriptorGetSlot get = typeOf(callable)->descriptorGet; get && runtime().pythonMinor < 13) {
    Owned<> held = Owned<>::retain(callable);
    return get(held, type, type);
  }
  return makeBoundMethod(callable, type);
}
Result<Owned<>> getStaticMethod(Borrowed<> self, Borrowed<>, Borrowed<>) {
  TRY(checkCallable(self, "staticmethod"));
  return Owned<>::retain(Borrowed<>(wrapperSelf(self)->callable));
}
Result<Owned<>> callStaticMethod(Borrowed<> self, const Value *arguments, uint64_t count,
                                 Borrowed<Tuple> names) {
  TRY(checkCallable(self, "staticmethod"));
  return call_py(Borrowed<>(wrapperSelf(self)->callable), arguments, count, names);
}

Result<Owned<Str>> reprWrapper(Borrowed<> self) {
  Value callable = wrapperSelf(self)->callable;
  return formatStr("<%T(%R)>", self, callable.isNull() ? none() : Borrowed<>(callable));
}

void clearWrapper(Object *self) {
  releaseField(static_cast<ClassMethod *>(self)->callable);
  releaseField(static_cast<ClassMethod *>(self)->dict);
}
void traverseWrapper(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<ClassMethod *>(self)->callable);
  visitor.visit(static_cast<ClassMethod *>(self)->dict);
}

Result<Owned<>> getAbstract(Borrowed<> self) {
  Owned<> flag =
      TRY(getOptionalAttribute_py(Borrowed<>(wrapperSelf(self)->callable), "__isabstractmethod__"_str));
  return ownedBool(!isExhausted(flag) && TRY(truth_py(flag)));
}
Result<Owned<>> getDict(Borrowed<> self) { return Owned<>(Owned<Dict>::retain(instanceDict(self))); }
constexpr GetSetDef wrapperGetSets[] = {
    {"__isabstractmethod__", getAbstract},
    {"__dict__", getDict, assignInstanceDict_py},
    {nullptr, nullptr},
};
constexpr MemberDef wrapperMembers[] = {
    {"__func__", offsetof(ClassMethod, callable), MemberKind::kObjectOrNone},
    {"__wrapped__", offsetof(ClassMethod, callable), MemberKind::kObjectOrNone},
    {nullptr, 0, MemberKind::kObject},
};

Owned<> makeWrapper(Type &type, Borrowed<> callable) {
  Owned<ClassMethod> made = allocate<ClassMethod>(type);
  made->callable = Owned<>::retain(callable).intoValue();
  Owned<> result = std::move(made);
  if (copyNames_py(result, callable).raised())
    clearPending(); // a callable whose names fail: without them
  return result;
}

} // namespace

extern "C" {
constinit Type molt_type_classmethod{TypeSpec{
    .name = "classmethod",
    .doc = "classmethod(function) -> method\n\nConvert a function to be a class method.",
    .size = sizeof(ClassMethod),
    .flags = kTypeBaseAllowed | kTypeGC,
    .getsets = wrapperGetSets,
    .members = wrapperMembers,
    .destroy = clearWrapper,
    .traverse = traverseWrapper,
    .clear = clearWrapper,
    .repr = reprWrapper,
    .init = initClassMethod,
    .descriptorGet = getClassMethod,
    .dictOffset = offsetof(ClassMethod, dict),
}};
constinit Type molt_type_staticmethod{TypeSpec{
    .name = "staticmethod",
    .doc = "staticmethod(function) -> method\n\nConvert a function to be a static method.",
    .size = sizeof(StaticMethod),
    .flags = kTypeBaseAllowed | kTypeGC,
    .getsets = wrapperGetSets,
    .members = wrapperMembers,
    .destroy = clearWrapper,
    .traverse = traverseWrapper,
    .clear = clearWrapper,
    .repr = reprWrapper,
    .call = callStaticMethod,
    .init = initStaticMethod,
    .descriptorGet = getStaticMethod,
    .dictOffset = offsetof(StaticMethod, dict),
}};
}

Owned<> makeStaticMethod(Borrowed<> callable) { return makeWrapper(molt_type_staticmethod, callable); }
Owned<> makeClassMethod(Borrowed<> callable) { return makeWrapper(molt_type_classmethod, callable); }

} // namespace molt
