// type X = ..., typing.Generic, and what a class with type parameters is subscripted to.
//
// CPython's Generic asks typing.py for all of that. So does this one where the program has typing.py; a program that only
// uses the syntax of type parameters need not have it, and gets the same from here. (What only typing.py has, ForwardRef for
// strings among the arguments, is then missing: a string stays one.)
#include "runtime/types/generic_alias.h"
#include "runtime/types/type_parameters.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/exception.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/import.h"
#include "runtime/types/type_parameters.gen.h"
#include "runtime/types/union_type.h"

namespace molt {

// ---- TypeAliasType --------------------------------------------------------------------------------------------------

struct TypeAlias : Object {
  Value name, parameters; // parameters: a tuple, or null
  Value value, evaluate;  // value null: not evaluated yet
  Value module;           // or null
};

namespace {

constexpr Value TypeAlias::*kFields[] = {&TypeAlias::name, &TypeAlias::parameters, &TypeAlias::value, &TypeAlias::evaluate,
                                         &TypeAlias::module};

TypeAlias *asAlias(Borrowed<> self) { return self.as<TypeAlias>().get(); }

void destroyAlias(Object *object) {
  for (Value TypeAlias::*field : kFields)
    releaseField(static_cast<TypeAlias *>(object)->*field);
}
void traverseAlias(Object *object, Visitor &visitor) {
  for (Value TypeAlias::*field : kFields)
    visitor.visit(static_cast<TypeAlias *>(object)->*field);
}
void clearAlias(Object *object) { // its name stays: its repr needs it
  for (Value TypeAlias::*field : kFields)
    if (field != &TypeAlias::name)
      releaseField(static_cast<TypeAlias *>(object)->*field);
}

Result<Owned<Str>> reprAlias(Borrowed<> self) { return Owned<Str>::retain(Borrowed<>(asAlias(self)->name).as<Str>()); }

Result<Owned<>> getAliasItem(Borrowed<> self, Borrowed<> key) {
  if (asAlias(self)->parameters.isNull() || !Borrowed<>(asAlias(self)->parameters).as<Tuple>()->length)
    return raise(TypeError, "Only generic type aliases are subscriptable");
  return makeGenericAlias(self, key);
}

constexpr NumberSlots aliasNumber{.bitOr = makeUnion_py};
constexpr ContainerSlots aliasContainer{.getItem = getAliasItem};
constexpr MemberDef aliasMembers[] = {{"__name__", offsetof(TypeAlias, name), MemberKind::kObject}, {nullptr, 0, {}}};

Owned<TypeAlias> makeAlias(Borrowed<Str> name, Borrowed<> parameters) {
  Owned<TypeAlias> made = allocate<TypeAlias>(molt_type_TypeAliasType);
  made->name = Owned<>::retain(name).intoValue();
  if (parameters)
    made->parameters = Owned<>::retain(parameters).intoValue();
  return made;
}

Owned<> parametersOf(Borrowed<TypeAlias> self) {
  if (self->parameters.isNull())
    return Owned<Tuple>::retain(emptyTuple());
  return Owned<>::retain(Borrowed<>(self->parameters));
}

} // namespace

extern "C" Owned<> molt_make_type_alias(Borrowed<Str> name, Borrowed<> parameters, Borrowed<> evaluate) {
  Owned<TypeAlias> made = makeAlias(name, parameters);
  made->evaluate = Owned<>::retain(evaluate).intoValue();
  return Owned<>(std::move(made));
}

Result<Owned<>> TypeAliasType_new(Borrowed<Type>, Borrowed<Str> name, Borrowed<> value, Borrowed<> typeParams) {
  if (typeParams && !isTuple(typeParams))
    return raise(TypeError, "type_params must be a tuple");
  Owned<TypeAlias> made = makeAlias(name, typeParams);
  made->value = Owned<>::retain(value).intoValue();
  return Owned<>(std::move(made));
}
Result<Owned<>> TypeAliasType_value(Borrowed<TypeAlias> self) {
  if (!self->value.isNull())
    return Owned<>::retain(Borrowed<>(self->value));
  Owned<> evaluate = Owned<>::retain(Borrowed<>(self->evaluate));
  Owned<> value = TRY(call_py(evaluate, {}));
  storeField(self->value, value);
  return value;
}
Result<Owned<>> TypeAliasType_parameters(Borrowed<TypeAlias> self) { return parametersOf(self); }
Result<Owned<>> TypeAliasType_type_params(Borrowed<TypeAlias> self) { return parametersOf(self); }
Result<Owned<>> TypeAliasType_module(Borrowed<TypeAlias> self) {
  if (self->evaluate.isNull())
    return Owned<>(Owned<Str>::retain("typing"_str));
  return getAttribute_py(Borrowed<>(self->evaluate), "__module__"_str);
}
Result<Owned<>> TypeAliasType_evaluate_value(Borrowed<TypeAlias> self) {
  return Owned<>::retain(self->evaluate.isNull() ? none() : Borrowed<>(self->evaluate));
}
Result<Owned<>> TypeAliasType_reduce(Borrowed<TypeAlias> self) { return Owned<>::retain(Borrowed<>(self->name)); }

// ---- typing.py, where the program has it ----------------------------------------------------------------------------

Result<Owned<>> fromTyping_py(Borrowed<Str> name) {
  if (!programHasModule("typing"_str))
    return ownedExhausted();
  Owned<> typing = TRY(importModule_py("typing"_str));
  return getAttribute_py(typing, name);
}

static Result<Owned<Str>> reprForm(Borrowed<>) { return Owned<Str>::retain("typing.Unpack"_str); }

static constinit Type unpackFormType{
    TypeSpec{.name = "_SpecialForm", .module = "typing", .flags = kTypeNoNew, .repr = reprForm}};
static constinit Object unpackForm{&unpackFormType, kImmortal, 0};

Result<Owned<>> unpacked_py(Borrowed<> tuple) {
  Owned<> unpack = TRY(fromTyping_py("Unpack"_str));
  if (!isExhausted(unpack))
    return getItem_py(unpack, tuple);
  return makeUnpackAlias(Borrowed<>(Value::fromObject(&unpackForm)), tuple);
}

namespace {

Borrowed<> generic() { return Borrowed<Type>(&molt_type_Generic); }

// ---- C[int] ---------------------------------------------------------------------------------------------------------

Owned<Tuple> asTuple(Borrowed<> value) {
  Value item = value.value();
  return isTuple(value) ? Owned<Tuple>::retain(value.as<Tuple>()) : makeTuple(&item, 1);
}

// None stands for its type.
Owned<Tuple> convertAll(Borrowed<Tuple> arguments) {
  Owned<Tuple> converted = makeUnfilledTuple(arguments->length);
  for (uint64_t i = 0; i < arguments->length; ++i) {
    Borrowed<> argument(arguments->items()[i]);
    if (isNone(argument))
      argument = Borrowed<Type>(&molt_type_NoneType);
    converted->items()[i] = Owned<>::retain(argument).intoValue();
  }
  return converted;
}

bool containsIdentity(Borrowed<Tuple> tuple, Value wanted, uint64_t count) {
  for (uint64_t i = 0; i < count; ++i)
    if (tuple->items()[i] == wanted)
      return true;
  return false;
}

// Generic[...] takes type parameters, each once.
Result<void> checkGenericArguments(Borrowed<Tuple> arguments) {
  if (!arguments->length)
    return raise(TypeError, "Parameter list to Generic[...] cannot be empty");
  for (uint64_t i = 0; i < arguments->length; ++i)
    if (!isTypeParameter(Borrowed<>(arguments->items()[i])))
      return raise(TypeError, "Parameters to Generic[...] must all be type variables or parameter specification variables.");
  for (uint64_t i = 0; i < arguments->length; ++i)
    if (containsIdentity(arguments, arguments->items()[i], i))
      return raise(TypeError, "Parameters to Generic[...] must all be unique");
  return {};
}

Result<Owned<>> subscriptClass_py(Borrowed<> cls, Borrowed<> key) {
  Owned<Tuple> arguments = convertAll(asTuple(key));
  if (cls.value() == generic().value()) {
    TRY(checkGenericArguments(arguments));
    return makeTypingAlias(cls, arguments);
  }
  Owned<> parameters = TRY(getOptionalAttribute_py(cls, "__parameters__"_str));
  if (isExhausted(parameters) || !isTuple(parameters))
    parameters = Owned<Tuple>::retain(emptyTuple());
  Owned<Tuple> bound = TRY(substitute_py(cls, parameters.borrow().as<Tuple>(), parameters.borrow().as<Tuple>(), arguments));
  return makeTypingAlias(cls, bound);
}

// ---- class C(Generic[T]) --------------------------------------------------------------------------------------------

// The parameters that Generic[...] among the bases lists; Exhausted: it is not there.
Result<Owned<>> listedParameters_py(Borrowed<Tuple> bases) {
  Owned<> listed = ownedExhausted();
  for (uint64_t i = 0; i < bases->length; ++i) {
    Borrowed<> base(bases->items()[i]);
    if (!isTypingAliasOf(base, generic()))
      continue;
    if (!isExhausted(listed))
      return raise(TypeError, "Cannot inherit from Generic[...] multiple times.");
    listed = TRY(getAttribute_py(base, "__parameters__"_str));
  }
  return listed;
}

Result<Owned<Str>> joined_py(Borrowed<Tuple> items, Borrowed<Tuple> without) {
  Owned<Str> text = makeStr("", 0);
  for (uint64_t i = 0; i < items->length; ++i)
    if (!without || !containsIdentity(without, items->items()[i], without->length))
      text = TRY(formatStr("%S%s%S", text, text->size ? ", " : "", Borrowed<>(items->items()[i])));
  return text;
}

Result<Owned<>> parametersOfBases_py(Borrowed<Tuple> bases) {
  Owned<Tuple> used = TRY(collectParameters_py(bases));
  Owned<> listed = TRY(listedParameters_py(bases));
  if (isExhausted(listed))
    return Owned<>(std::move(used));
  Borrowed<Tuple> known = listed.borrow().as<Tuple>();
  for (uint64_t i = 0; i < used->length; ++i)
    if (!containsIdentity(known, used->items()[i], known->length)) {
      Owned<Str> missing = TRY(joined_py(used, known)), all = TRY(joined_py(known, {}));
      return raise(TypeError, "Some type variables (%S) are not listed in Generic[%S]", missing, all);
    }
  return listed;
}

} // namespace

Result<Owned<>> Generic_class_getitem(Borrowed<Type> cls, Borrowed<> args) {
  Owned<> function = TRY(fromTyping_py("_generic_class_getitem"_str));
  if (!isExhausted(function))
    return call_py(function, {cls, args});
  return subscriptClass_py(cls, args);
}

Result<void> Generic_init_subclass(Borrowed<Type> cls, Borrowed<Tuple> args, Borrowed<Dict> kwargs) {
  Owned<> function = TRY(fromTyping_py("_generic_init_subclass"_str));
  if (!isExhausted(function)) {
    Owned<List> all = makeList();
    listAppend(all, cls);
    TRY(molt_list_extend_py(all, args));
    TRY(callSpread_py(function, molt_list_to_tuple(all), kwargs));
    return {};
  }
  Value start[] = {generic().value(), Borrowed<>(cls).value()};
  Owned<> super = TRY(call_py(Borrowed<>(Value::fromObject(&molt_type_super)), start, 2));
  Owned<> next = TRY(getAttribute_py(super, "__init_subclass__"_str));
  TRY(callSpread_py(next, args, kwargs));
  Borrowed<> bases = dictFindName(Borrowed<Dict>(typeData(cls.get()).dict.get()), "__orig_bases__"_str);
  Owned<> original = Owned<>::retain(bases ? bases : Borrowed<>(Borrowed<Tuple>(typeData(cls.get()).bases.get())));
  if (containsIdentity(original.borrow().as<Tuple>(), generic().value(), original.borrow().as<Tuple>()->length))
    return raise(TypeError, "Cannot inherit from plain Generic");
  Owned<> parameters = Owned<Tuple>::retain(emptyTuple());
  if (bases)
    parameters = TRY(parametersOfBases_py(original.borrow().as<Tuple>()));
  return setAttribute_py(cls, "__parameters__"_str, parameters);
}

// The last base of a class with type parameters. A TypeVarTuple stands there unpacked.
extern "C" Result<Owned<>> molt_generic_base_py(Borrowed<> parameters) {
  Owned<List> arguments = makeList();
  for (uint64_t i = 0; i < parameters.as<Tuple>()->length; ++i) {
    Owned<> argument = Owned<>::retain(Borrowed<>(parameters.as<Tuple>()->items()[i]));
    if (typeOf(argument) == &molt_type_TypeVarTuple)
      argument = TRY(unpacked_py(argument));
    listAppend(arguments, argument);
  }
  Owned<Tuple> all = molt_list_to_tuple(arguments);
  Owned<> make = TRY(fromTyping_py("_GenericAlias"_str));
  if (!isExhausted(make))
    return call_py(make, {generic(), all});
  return makeTypingAlias(generic(), all);
}

extern "C" void molt_set_type_parameters(Borrowed<Function> function, Borrowed<> parameters) {
  storeField(function->typeParams, parameters);
}

extern "C" {
constinit Type molt_type_TypeAliasType{TypeSpec{
    .name = "TypeAliasType",
    .module = "typing",
    .doc = TypeAliasType_doc,
    .size = sizeof(TypeAlias),
    .flags = kTypeGC,
    .methods = TypeAliasType_methods,
    .getsets = TypeAliasType_getset,
    .members = aliasMembers,
    .destroy = destroyAlias,
    .traverse = traverseAlias,
    .clear = clearAlias,
    .repr = reprAlias,
    .newInstance = TypeAliasType_new_slot,
    .number = &aliasNumber,
    .container = &aliasContainer,
}};
constinit Type molt_type_Generic{TypeSpec{
    .name = "Generic",
    .module = "typing",
    .doc = Generic_doc,
    .flags = kTypeBaseAllowed,
    .methods = Generic_methods,
    .getsets = Generic_getset,
}};
}

} // namespace molt
