// TypeVar, ParamSpec and TypeVarTuple, and what stands for a ParamSpec's *args and **kwargs.
//
// A bound, constraints or a default that the type parameter syntax gave are functions until somebody asks; then their value
// stays.
#include "runtime/types/type_parameters.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/type_parameters.gen.h"
#include "runtime/types/iterators.h"
#include "runtime/types/union_type.h"

namespace molt {

struct ParamSpecPart : Object {
  Value origin;
};

extern "C" {
extern Type molt_type_ParamSpecArgs, molt_type_ParamSpecKwargs, molt_type_NoDefaultType;
}

namespace {

// ---- Layout ---------------------------------------------------------------------------------------------------------

constexpr Value TypeParameter::*kFields[] = {&TypeParameter::name,          &TypeParameter::bound,
                                             &TypeParameter::constraints,   &TypeParameter::defaultValue,
                                             &TypeParameter::evaluateBound, &TypeParameter::evaluateConstraints,
                                             &TypeParameter::evaluateDefault, &TypeParameter::dict};

void destroyParameter(Object *object) {
  for (Value TypeParameter::*field : kFields)
    releaseField(static_cast<TypeParameter *>(object)->*field);
}
void clearParameter(Object *object) { // its name stays: its repr needs it
  for (Value TypeParameter::*field : kFields)
    if (field != &TypeParameter::name)
      releaseField(static_cast<TypeParameter *>(object)->*field);
}

} // namespace

void traverseTypeParameter(Object *object, Visitor &visitor) {
  for (Value TypeParameter::*field : kFields)
    visitor.visit(static_cast<TypeParameter *>(object)->*field);
}

namespace {

Owned<TypeParameter> makeParameter(Borrowed<Type> type, Borrowed<> name) {
  Owned<TypeParameter> made =
      Owned<TypeParameter>::steal(static_cast<TypeParameter *>(allocateObject(type.get(), sizeof(TypeParameter), 0)));
  made->name = Owned<>::retain(name).intoValue();
  made->substitute = substitute_py;
  made->flags |= type.get() == &molt_type_ParamSpec      ? TypeParameter::kIsParamSpec
                 : type.get() == &molt_type_TypeVarTuple ? TypeParameter::kIsTuple
                                                         : 0u;
  return made;
}

TypeParameter *asParameter(Borrowed<> self) { return self.as<TypeParameter>().get(); }

Result<Owned<Str>> reprParameter(Borrowed<> self) {
  TypeParameter *parameter = asParameter(self);
  bool isPlain = typeOf(self) == &molt_type_TypeVarTuple || parameter->flags & TypeParameter::kInferVariance;
  const char *sign = isPlain                                            ? ""
                     : parameter->flags & TypeParameter::kCovariant     ? "+"
                     : parameter->flags & TypeParameter::kContravariant ? "-"
                                                                        : "~";
  return formatStr("%s%S", sign, Borrowed<>(parameter->name));
}

// ---- What is evaluated when somebody asks -----------------------------------------------------------------------------

Result<Owned<>> evaluated_py(Borrowed<TypeParameter> self, Value TypeParameter::*value, Value TypeParameter::*evaluate,
                             Borrowed<> absent) {
  TypeParameter *parameter = self.get();
  if ((parameter->*value).isNull() && !(parameter->*evaluate).isNull()) {
    Owned<> function = Owned<>::retain(Borrowed<>(parameter->*evaluate));
    Owned<> result = TRY(call_py(function, {}));
    if ((parameter->*value).isNull())
      parameter->*value = result.intoValue();
  }
  return Owned<>::retain((parameter->*value).isNull() ? absent : Borrowed<>(parameter->*value));
}

Borrowed<> noDefault() { return Borrowed<>(Value::fromObject(&molt_no_default)); }

Result<Owned<>> defaultOf_py(Borrowed<TypeParameter> self) {
  return evaluated_py(self, &TypeParameter::defaultValue, &TypeParameter::evaluateDefault, noDefault());
}
bool hasDefault(Borrowed<TypeParameter> self) {
  return !self->evaluateDefault.isNull() ||
         (!self->defaultValue.isNull() && self->defaultValue != noDefault().value());
}
Result<Owned<>> orNone(Value value) { return Owned<>::retain(value.isNull() ? none() : Borrowed<>(value)); }
Result<Owned<>> flagOf(Borrowed<TypeParameter> self, uint32_t flag) { return ownedBool(self->flags & flag); }

// What only typing.py knows how to do.
Result<Owned<>> byTyping_py(Borrowed<Str> name, std::initializer_list<Borrowed<>> arguments) {
  Owned<> function = TRY(fromTyping_py(name));
  if (!isExhausted(function))
    return call_py(function, arguments);
  return Owned<>::retain(arguments.begin()[arguments.size() - 1]);
}

Raised refuseSubclass(const char *what) { return raise(TypeError, "Cannot subclass an instance of %s", what); }

constexpr NumberSlots parameterNumber{.bitOr = makeUnion_py};

Result<void> setVariance(TypeParameter *made, bool covariant, bool contravariant, bool inferred) {
  if (covariant && contravariant)
    return raise(ValueError, "Bivariant types are not supported.");
  if (inferred && (covariant || contravariant))
    return raise(ValueError, "Variance cannot be specified with infer_variance.");
  made->flags |= (covariant ? TypeParameter::kCovariant : 0) | (contravariant ? TypeParameter::kContravariant : 0) |
                 (inferred ? TypeParameter::kInferVariance : 0);
  return {};
}
void setValue(Value &field, Borrowed<> value) {
  if (value)
    storeField(field, value);
}

} // namespace


extern "C" Owned<> molt_make_type_parameter(uint32_t kind, Borrowed<Str> name, Borrowed<> bound, Borrowed<> defaultValue) {
  Type &type = kind == kParamSpec ? molt_type_ParamSpec : kind == kTypeVarTuple ? molt_type_TypeVarTuple : molt_type_TypeVar;
  Owned<TypeParameter> made = makeParameter(Borrowed<Type>(&type), name);
  if (kind != kTypeVarTuple)
    made->flags |= TypeParameter::kInferVariance;
  setValue(kind == kConstrainedTypeVar ? made->evaluateConstraints : made->evaluateBound, bound);
  setValue(made->evaluateDefault, defaultValue);
  return Owned<>(std::move(made));
}

// ---- alias[arguments] -------------------------------------------------------------------------------------------------

namespace {

// The arguments for all parameters: those that are given, a tuple for what takes several, and defaults.
class Binder {
public:
  Binder(Borrowed<> alias, Borrowed<Tuple> parameters, Borrowed<Tuple> given)
      : alias_(alias), parameters_(parameters), given_(given), bound_(makeList()) {}

  Result<Owned<Tuple>> bind_py() {
    uint64_t count = parameters_->length;
    if (count == 1 && isParamSpec(parameter(0)) && !isParameterList()) {
      listAppend(bound_, given_);
      return molt_list_to_tuple(bound_);
    }
    for (uint64_t i = 0; i < count; ++i) {
      if (isTypeVarTuple(parameter(i))) {
        TRY(bindSeveral(i));
      } else if (next_ < given_->length) {
        Borrowed<> next(given_->items()[next_++]);
        if (isParamSpec(parameter(i)) && isList(next))
          listAppend(bound_, molt_list_to_tuple(next.as<List>()));
        else
          listAppend(bound_, next);
      } else {
        TRY(bindDefault_py(i));
      }
    }
    if (next_ < given_->length)
      return wrongCount("many", "", count);
    return molt_list_to_tuple(bound_);
  }

private:
  Borrowed<> parameter(uint64_t i) const { return Borrowed<>(parameters_->items()[i]); }
  bool isParameterList() const {
    if (given_->length != 1)
      return false;
    Borrowed<> only(given_->items()[0]);
    return isList(only) || isTuple(only) || isParamSpec(only) || only.value() == ellipsis().value();
  }
  Result<void> bindSeveral(uint64_t i) {
    uint64_t behind = parameters_->length - i - 1;
    if (given_->length < next_ + behind)
      return wrongCount("few", "at least ", parameters_->length - 1);
    uint64_t taken = given_->length - next_ - behind;
    listAppend(bound_, makeTuple(given_->items() + next_, taken));
    next_ += taken;
    return {};
  }
  Result<void> bindDefault_py(uint64_t i) {
    if (runtime().pythonMinor >= 13 && TRY(hasDefault_py(parameter(i)))) {
      Owned<> byDefault = TRY(getAttribute_py(parameter(i), "__default__"_str));
      listAppend(bound_, byDefault);
      return {};
    }
    if (runtime().pythonMinor < 13 || !isType(alias_))
      return wrongCount("few", "", parameters_->length);
    uint64_t needed = parameters_->length;
    for (uint64_t k = given_->length; k < parameters_->length; ++k)
      needed -= TRY(hasDefault_py(Borrowed<>(parameters_->items()[k])));
    return wrongCount("few", "at least ", needed);
  }
  static Result<bool> hasDefault_py(Borrowed<> parameter) {
    Owned<> answer = TRY(callMethod_py(parameter, "has_default"_str, {}));
    return truth_py(answer);
  }
  Raised wrongCount(const char *which, const char *least, uint64_t expected) const {
    return raise(TypeError, "Too %s arguments for %R; actual %zu, expected %s%zu", which, alias_, given_->length, least,
                 expected);
  }

  Borrowed<> alias_;
  Borrowed<Tuple> parameters_, given_;
  Owned<List> bound_;
  uint64_t next_ = 0;
};

Borrowed<> boundTo(Borrowed<Tuple> parameters, Borrowed<Tuple> bound, Value parameter) {
  for (uint64_t i = 0; i < parameters->length; ++i)
    if (parameters->items()[i] == parameter)
      return Borrowed<>(bound->items()[i]);
  return {};
}

Result<void> addSubstituted_py(Borrowed<List> result, Borrowed<> argument, Borrowed<Tuple> parameters, Borrowed<Tuple> bound) {
  if (Borrowed<> own = boundTo(parameters, bound, argument.value())) {
    if (isTypeVarTuple(argument) && isTuple(own))
      return molt_list_extend_py(result, own);
    listAppend(result, own);
    return {};
  }
  if (Borrowed<> tuple = unpackedIn(argument))
    return addSubstituted_py(result, tuple, parameters, bound);
  Owned<Tuple> inner = TRY(parametersIn_py(argument));
  if (!inner->length) {
    listAppend(result, argument);
    return {};
  }
  Owned<List> values = makeList();
  if (isTuple(argument)) {
    for (uint64_t i = 0; i < argument.as<Tuple>()->length; ++i)
      TRY(addSubstituted_py(values, Borrowed<>(argument.as<Tuple>()->items()[i]), parameters, bound));
    listAppend(result, molt_list_to_tuple(values));
    return {};
  }
  for (uint64_t i = 0; i < inner->length; ++i)
    TRY(addSubstituted_py(values, Borrowed<>(inner->items()[i]), parameters, bound));
  Owned<> made = TRY(getItem_py(argument, molt_list_to_tuple(values)));
  listAppend(result, made);
  return {};
}

} // namespace

Result<Owned<Tuple>> substitute_py(Borrowed<> alias, Borrowed<Tuple> aliasArguments, Borrowed<Tuple> parameters, Borrowed<> key) {
  if (!parameters->length)
    return raise(TypeError, "%R is not a generic class", alias);
  Value item = key.value();
  Owned<Tuple> given = isTuple(key) ? Owned<Tuple>::retain(key.as<Tuple>()) : makeTuple(&item, 1);
  Owned<Tuple> bound = TRY(Binder(alias, parameters, given).bind_py());
  Owned<List> result = makeList();
  for (uint64_t i = 0; i < aliasArguments->length; ++i)
    TRY(addSubstituted_py(result, Borrowed<>(aliasArguments->items()[i]), parameters, bound));
  return molt_list_to_tuple(result);
}

// ---- TypeVar --------------------------------------------------------------------------------------------------------

Result<Owned<>> TypeVar_new(Borrowed<Type> cls, Borrowed<Str> name, Borrowed<Tuple> constraints, Borrowed<> bound,
                            Borrowed<> default_, bool covariant, bool contravariant, bool inferVariance) {
  Owned<TypeParameter> made = makeParameter(cls, name);
  TRY(setVariance(made.get(), covariant, contravariant, inferVariance));
  if (constraints->length == 1)
    return raise(TypeError, "A single constraint is not allowed");
  if (constraints->length && !isNone(bound))
    return raise(TypeError, "Constraints cannot be combined with bound=...");
  if (constraints->length)
    setValue(made->constraints, constraints);
  if (!isNone(bound))
    setValue(made->bound, bound);
  setValue(made->defaultValue, default_);
  return Owned<>(std::move(made));
}
Result<Owned<>> TypeVar_module(Borrowed<TypeParameter>) { return Owned<>(Owned<Str>::retain("typing"_str)); }
Result<Owned<>> TypeVar_covariant(Borrowed<TypeParameter> self) { return flagOf(self, TypeParameter::kCovariant); }
Result<Owned<>> TypeVar_contravariant(Borrowed<TypeParameter> self) { return flagOf(self, TypeParameter::kContravariant); }
Result<Owned<>> TypeVar_infer_variance(Borrowed<TypeParameter> self) { return flagOf(self, TypeParameter::kInferVariance); }
Result<Owned<>> TypeVar_bound(Borrowed<TypeParameter> self) {
  return evaluated_py(self, &TypeParameter::bound, &TypeParameter::evaluateBound, none());
}
Result<Owned<>> TypeVar_constraints(Borrowed<TypeParameter> self) {
  return evaluated_py(self, &TypeParameter::constraints, &TypeParameter::evaluateConstraints, emptyTuple());
}
Result<Owned<>> TypeVar_default(Borrowed<TypeParameter> self) { return defaultOf_py(self); }
Result<Owned<>> TypeVar_evaluate_bound(Borrowed<TypeParameter> self) { return orNone(self->evaluateBound); }
Result<Owned<>> TypeVar_evaluate_constraints(Borrowed<TypeParameter> self) { return orNone(self->evaluateConstraints); }
Result<Owned<>> TypeVar_evaluate_default(Borrowed<TypeParameter> self) { return orNone(self->evaluateDefault); }
Result<bool> TypeVar_has_default(Borrowed<TypeParameter> self) { return hasDefault(self); }
Result<Owned<>> TypeVar_typing_subst(Borrowed<TypeParameter> self, Borrowed<> arg) {
  return byTyping_py("_typevar_subst"_str, {self, arg});
}
Result<Owned<>> TypeVar_typing_prepare_subst(Borrowed<TypeParameter> self, Borrowed<> alias, Borrowed<Tuple> args) {
  Owned<> parameters = TRY(getAttribute_py(alias, "__parameters__"_str));
  Owned<> index = TRY(callMethod_py(parameters, "index"_str, {self}));
  int64_t place = TRY(indexToInt64_py(index));
  if (place < static_cast<int64_t>(args->length))
    return Owned<>(Owned<Tuple>::retain(args));
  Owned<> byDefault = TRY(defaultOf_py(self));
  if (place > static_cast<int64_t>(args->length) || byDefault.value() == noDefault().value())
    return raise(TypeError, "Too few arguments for %S", alias);
  Owned<List> all = makeList();
  TRY(molt_list_extend_py(all, args));
  listAppend(all, byDefault);
  return Owned<>(molt_list_to_tuple(all));
}
Result<Owned<>> TypeVar_mro_entries(Borrowed<TypeParameter>, Borrowed<>) { return refuseSubclass("TypeVar"); }
Result<Owned<>> TypeVar_reduce(Borrowed<TypeParameter> self) { return Owned<>::retain(Borrowed<>(self->name)); }

// ---- ParamSpec ------------------------------------------------------------------------------------------------------

namespace {

Result<Owned<>> makePart(Borrowed<Type> type, Borrowed<> origin) {
  Owned<ParamSpecPart> made =
      Owned<ParamSpecPart>::steal(static_cast<ParamSpecPart *>(allocateObject(type.get(), sizeof(ParamSpecPart), 0)));
  made->origin = Owned<>::retain(origin).intoValue();
  return Owned<>(std::move(made));
}
void destroyPart(Object *object) { releaseField(static_cast<ParamSpecPart *>(object)->origin); }
void traversePart(Object *object, Visitor &visitor) { visitor.visit(static_cast<ParamSpecPart *>(object)->origin); }

Result<Owned<Str>> reprPart(Borrowed<> self) {
  const char *which = typeOf(self) == &molt_type_ParamSpecArgs ? "args" : "kwargs";
  Borrowed<> origin(self.as<ParamSpecPart>()->origin);
  if (typeOf(origin) == &molt_type_ParamSpec)
    return formatStr("%S.%s", Borrowed<>(asParameter(origin)->name), which);
  return formatStr("%R.%s", origin, which);
}
Result<Owned<>> comparePart(Borrowed<> left, Borrowed<> right, Comparison operation) {
  bool isEquality = operation == Comparison::kEqual || operation == Comparison::kNotEqual;
  if (typeOf(left) != typeOf(right) || !isEquality)
    return ownedNotImplemented();
  bool equal = TRY(equals_py(Borrowed<>(left.as<ParamSpecPart>()->origin), Borrowed<>(right.as<ParamSpecPart>()->origin)));
  return ownedBool(equal == (operation == Comparison::kEqual));
}

} // namespace

Result<Owned<>> ParamSpec_new(Borrowed<Type> cls, Borrowed<Str> name, Borrowed<> bound, Borrowed<> default_, bool covariant,
                              bool contravariant, bool inferVariance) {
  Owned<TypeParameter> made = makeParameter(cls, name);
  TRY(setVariance(made.get(), covariant, contravariant, inferVariance));
  if (!isNone(bound))
    setValue(made->bound, bound);
  setValue(made->defaultValue, default_);
  return Owned<>(std::move(made));
}
Result<Owned<>> ParamSpec_module(Borrowed<TypeParameter> self) { return TypeVar_module(self); }
Result<Owned<>> ParamSpec_covariant(Borrowed<TypeParameter> self) { return TypeVar_covariant(self); }
Result<Owned<>> ParamSpec_contravariant(Borrowed<TypeParameter> self) { return TypeVar_contravariant(self); }
Result<Owned<>> ParamSpec_infer_variance(Borrowed<TypeParameter> self) { return TypeVar_infer_variance(self); }
Result<Owned<>> ParamSpec_bound(Borrowed<TypeParameter> self) { return orNone(self->bound); }
Result<Owned<>> ParamSpec_default(Borrowed<TypeParameter> self) { return defaultOf_py(self); }
Result<Owned<>> ParamSpec_evaluate_default(Borrowed<TypeParameter> self) { return orNone(self->evaluateDefault); }
Result<Owned<>> ParamSpec_args(Borrowed<TypeParameter> self) { return makePart(Borrowed<Type>(&molt_type_ParamSpecArgs), self); }
Result<Owned<>> ParamSpec_kwargs(Borrowed<TypeParameter> self) {
  return makePart(Borrowed<Type>(&molt_type_ParamSpecKwargs), self);
}
Result<bool> ParamSpec_has_default(Borrowed<TypeParameter> self) { return hasDefault(self); }
Result<Owned<>> ParamSpec_typing_subst(Borrowed<TypeParameter> self, Borrowed<> arg) {
  return byTyping_py("_paramspec_subst"_str, {self, arg});
}
Result<Owned<>> ParamSpec_typing_prepare_subst(Borrowed<TypeParameter> self, Borrowed<> alias, Borrowed<> args) {
  return byTyping_py("_paramspec_prepare_subst"_str, {self, alias, args});
}
Result<Owned<>> ParamSpec_mro_entries(Borrowed<TypeParameter>, Borrowed<>) { return refuseSubclass("ParamSpec"); }
Result<Owned<>> ParamSpec_reduce(Borrowed<TypeParameter> self) { return Owned<>::retain(Borrowed<>(self->name)); }

Result<Owned<>> ParamSpecArgs_new(Borrowed<Type> cls, Borrowed<> origin) { return makePart(cls, origin); }
Result<Owned<>> ParamSpecArgs_origin(Borrowed<ParamSpecPart> self) { return Owned<>::retain(Borrowed<>(self->origin)); }
Result<Owned<>> ParamSpecArgs_mro_entries(Borrowed<ParamSpecPart>, Borrowed<>) { return refuseSubclass("ParamSpecArgs"); }
Result<Owned<>> ParamSpecKwargs_new(Borrowed<Type> cls, Borrowed<> origin) { return makePart(cls, origin); }
Result<Owned<>> ParamSpecKwargs_origin(Borrowed<ParamSpecPart> self) { return ParamSpecArgs_origin(self); }
Result<Owned<>> ParamSpecKwargs_mro_entries(Borrowed<ParamSpecPart>, Borrowed<>) { return refuseSubclass("ParamSpecKwargs"); }

// ---- TypeVarTuple ---------------------------------------------------------------------------------------------------

Result<Owned<>> TypeVarTuple_new(Borrowed<Type> cls, Borrowed<Str> name, Borrowed<> default_) {
  Owned<TypeParameter> made = makeParameter(cls, name);
  setValue(made->defaultValue, default_);
  return Owned<>(std::move(made));
}
Result<Owned<>> TypeVarTuple_module(Borrowed<TypeParameter> self) { return TypeVar_module(self); }
Result<Owned<>> TypeVarTuple_default(Borrowed<TypeParameter> self) { return defaultOf_py(self); }
Result<Owned<>> TypeVarTuple_evaluate_default(Borrowed<TypeParameter> self) { return orNone(self->evaluateDefault); }
Result<bool> TypeVarTuple_has_default(Borrowed<TypeParameter> self) { return hasDefault(self); }
Result<Owned<>> TypeVarTuple_typing_subst(Borrowed<TypeParameter>, Borrowed<>) {
  return raise(TypeError, "Substitution of bare TypeVarTuple is not supported");
}
Result<Owned<>> TypeVarTuple_typing_prepare_subst(Borrowed<TypeParameter> self, Borrowed<> alias, Borrowed<> args) {
  return byTyping_py("_typevartuple_prepare_subst"_str, {self, alias, args});
}
Result<Owned<>> TypeVarTuple_mro_entries(Borrowed<TypeParameter>, Borrowed<>) { return refuseSubclass("TypeVarTuple"); }
Result<Owned<>> TypeVarTuple_reduce(Borrowed<TypeParameter> self) { return Owned<>::retain(Borrowed<>(self->name)); }

// ---- The types ------------------------------------------------------------------------------------------------------

namespace {

constexpr MemberDef parameterMembers[] = {{"__name__", offsetof(TypeParameter, name), MemberKind::kObject}, {nullptr, 0, {}}};

// *Ts is the one item typing.Unpack[Ts].
Result<Owned<>> iterTuple(Borrowed<> self) {
  Owned<> item = TRY(unpacked_py(self));
  Value items[] = {item.value()};
  return makeTupleIterator(makeTuple(items, 1));
}

constexpr TypeSpec parameterSpec(const char *name, const char *doc, MethodTable methods, const GetSetDef *getsets, NewSlot make,
                                 UnarySlot iter = nullptr) {
  TypeSpec spec{.name = name, .module = "typing", .doc = doc};
  spec.size = sizeof(TypeParameter);
  spec.flags = kTypeGC | kTypeHasWeakrefs;
  spec.methods = methods;
  spec.getsets = getsets;
  spec.members = parameterMembers;
  spec.destroy = destroyParameter;
  spec.traverse = traverseTypeParameter;
  spec.clear = clearParameter;
  spec.repr = reprParameter;
  spec.iter = iter;
  spec.newInstance = make;
  spec.number = &parameterNumber;
  spec.dictOffset = offsetof(TypeParameter, dict);
  return spec;
}

constexpr TypeSpec partSpec(const char *name, const char *doc, MethodTable methods, const GetSetDef *getsets, NewSlot make) {
  TypeSpec spec{.name = name, .module = "typing", .doc = doc};
  spec.size = sizeof(ParamSpecPart);
  spec.flags = kTypeGC | kTypeHasWeakrefs;
  spec.methods = methods;
  spec.getsets = getsets;
  spec.destroy = destroyPart;
  spec.traverse = traversePart;
  spec.clear = destroyPart;
  spec.repr = reprPart;
  spec.hash = unhashable;
  spec.compare = comparePart;
  spec.newInstance = make;
  return spec;
}

Result<Owned<Str>> reprNoDefault(Borrowed<>) { return Owned<Str>::retain("typing.NoDefault"_str); }
Result<Owned<>> newNoDefault(Borrowed<Type>, const Value *, uint64_t count, Borrowed<Tuple> names) {
  if (count || (names && names->length))
    return raise(TypeError, "NoDefaultType takes no arguments");
  return Owned<>::retain(noDefault());
}

} // namespace

extern "C" {
constinit Type molt_type_TypeVar{parameterSpec("TypeVar", TypeVar_doc, TypeVar_methods, TypeVar_getset, TypeVar_new_slot)};
constinit Type molt_type_ParamSpec{
    parameterSpec("ParamSpec", ParamSpec_doc, ParamSpec_methods, ParamSpec_getset, ParamSpec_new_slot)};
constinit Type molt_type_TypeVarTuple{
    parameterSpec("TypeVarTuple", TypeVarTuple_doc, TypeVarTuple_methods, TypeVarTuple_getset, TypeVarTuple_new_slot, iterTuple)};
constinit Type molt_type_ParamSpecArgs{
    partSpec("ParamSpecArgs", ParamSpecArgs_doc, ParamSpecArgs_methods, ParamSpecArgs_getset, ParamSpecArgs_new_slot)};
constinit Type molt_type_ParamSpecKwargs{
    partSpec("ParamSpecKwargs", ParamSpecKwargs_doc, ParamSpecKwargs_methods, ParamSpecKwargs_getset, ParamSpecKwargs_new_slot)};
constinit Type molt_type_NoDefaultType{TypeSpec{
    .name = "NoDefaultType",
    .module = "typing",
    .doc = "The type of the NoDefault singleton.",
    .repr = reprNoDefault,
    .newInstance = newNoDefault,
}};
constinit Object molt_no_default{&molt_type_NoDefaultType, kImmortal, 0};
}

} // namespace molt
