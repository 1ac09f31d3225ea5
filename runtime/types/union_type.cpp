// int | str: a union of types (PEP 604).

#include "runtime/types/union_type.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/native_text.h"
#include "runtime/types/type_parameters.h"

#include <cstring>

namespace molt {

namespace {

bool isUnion(Borrowed<> value) { return typeOf(value) == &molt_type_UnionType; }
const Tuple *argumentsOf(Borrowed<> value) { return value.as<UnionType>()->arguments; }

// What may stand in a union. Aliases of types (type X = ...) are known by their name.
bool canJoin(Borrowed<> value) {
  return isNone(value) || isType(value) || isUnion(value) ||
         isGenericAlias(value) || isTypeParameter(value) || !std::strcmp(typeName(value), "TypeAliasType");
}

Result<void> addArgument(Borrowed<List> list, Borrowed<> value) {
  if (isNone(value))
    value = Borrowed<Type>(&molt_type_NoneType);
  Owned<Tuple> soFar = molt_list_to_tuple(list);
  for (uint64_t i = 0; i < soFar->length; ++i)
    if (TRY(equals_py(Borrowed<>(soFar->items()[i]), value)))
      return {};
  listAppend(list, value);
  return {};
}
Result<void> addArguments(Borrowed<List> list, Borrowed<> value) {
  if (!isUnion(value))
    return addArgument(list, value);
  const Tuple *arguments = argumentsOf(value);
  for (uint64_t i = 0; i < arguments->length; ++i)
    TRY(addArgument(list, Borrowed<>(arguments->items()[i])));
  return {};
}

Result<Owned<Str>> reprArgument(Borrowed<> value) {
  if (value.value() == Value::fromObject(&molt_type_NoneType))
    return makeStr("None");
  if (isType(value))
    return qualifiedTypeName(value.as<Type>().get(), true);
  return repr_py(value);
}
Result<Owned<Str>> reprUnion(Borrowed<> self) {
  const Tuple *arguments = argumentsOf(self);
  Owned<Str> text = makeStr("", 0);
  for (uint64_t i = 0; i < arguments->length; ++i)
    text = TRY(formatStr("%S%s%S", text, i ? " | " : "",
                         TRY(reprArgument(Borrowed<>(arguments->items()[i])))));
  return text;
}

Result<bool> hasArgument(const Tuple *arguments, Value wanted) {
  for (uint64_t i = 0; i < arguments->length; ++i)
    if (TRY(equals_py(Borrowed<>(arguments->items()[i]), Borrowed<>(wanted))))
      return true;
  return false;
}
Result<Owned<>> compareUnion(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isUnion(left) || !isUnion(right) ||
      (operation != Comparison::kEqual && operation != Comparison::kNotEqual))
    return ownedNotImplemented();
  const Tuple *a = argumentsOf(left), *b = argumentsOf(right);
  bool same = a->length == b->length;
  for (uint64_t i = 0; same && i < a->length; ++i)
    same = TRY(hasArgument(b, a->items()[i]));
  return ownedBool(same == (operation == Comparison::kEqual));
}
Result<int64_t> hashUnion(Borrowed<> self) {
  const Tuple *arguments = argumentsOf(self);
  int64_t hash = 0;
  for (uint64_t i = 0; i < arguments->length; ++i)
    hash ^= TRY(hash_py(Borrowed<>(arguments->items()[i])));
  return hash == -1 ? -2 : hash;
}

Result<Owned<>> getArguments(Borrowed<> self) {
  return Owned<>(Owned<Tuple>::retain(Borrowed<Tuple>(self.as<UnionType>()->arguments.get())));
}
constexpr GetSetDef unionGetSets[] = {{"__args__", getArguments}, {nullptr, nullptr}};

Result<Owned<>> instanceCheck(Borrowed<> self, const Value *arguments, uint64_t count,
                              Borrowed<Tuple> names) {
  TRY(checkPositionalCount("__instancecheck__", count, 1, 1));
  return ownedBool(
      TRY(isInstance_py(Borrowed<>(arguments[0]), Borrowed<Tuple>(self.as<UnionType>()->arguments.get()))));
}
Result<Owned<>> subclassCheck(Borrowed<> self, const Value *arguments, uint64_t count,
                              Borrowed<Tuple> names) {
  TRY(checkPositionalCount("__subclasscheck__", count, 1, 1));
  return ownedBool(
      TRY(isSubclass_py(Borrowed<>(arguments[0]), Borrowed<Tuple>(self.as<UnionType>()->arguments.get()))));
}
constexpr MethodDef unionMethods[] = {{"__instancecheck__", instanceCheck},
                                      {"__subclasscheck__", subclassCheck},
                                      {nullptr, nullptr}};

void destroyUnion(Object *self) { releaseField(static_cast<UnionType *>(self)->arguments); }
void traverseUnion(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<UnionType *>(self)->arguments);
}

constexpr NumberSlots unionNumber{.bitOr = makeUnion_py};

} // namespace

Result<Owned<>> makeUnion_py(Borrowed<> left, Borrowed<> right) {
  if (!canJoin(left) || !canJoin(right))
    return ownedNotImplemented();
  Owned<List> list = makeList();
  TRY(addArguments(list, left));
  TRY(addArguments(list, right));
  Owned<Tuple> arguments = molt_list_to_tuple(list);
  if (arguments->length == 1)
    return Owned<>::retain(Borrowed<>(arguments->items()[0]));
  Owned<UnionType> made = allocate<UnionType>(molt_type_UnionType);
  made->arguments = static_cast<Tuple *>(arguments.intoValue().asObject());
  return Owned<>(std::move(made));
}

extern "C" constinit Type molt_type_UnionType{TypeSpec{
    .name = "Union",
    .module = "typing",
    .doc = "Represent a union type\n\nE.g. for int | str",
    .size = sizeof(UnionType),
    .flags = kTypeGC | kTypeNoNew | kTypeHasWeakrefs,
    .methods = unionMethods,
    .getsets = unionGetSets,
    .destroy = destroyUnion,
    .traverse = traverseUnion,
    .repr = reprUnion,
    .hash = hashUnion,
    .compare = compareUnion,
    .number = &unionNumber,
}};

} // namespace molt
