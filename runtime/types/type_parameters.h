// What type parameters and type aliases are to C++ (PEP 695, PEP 696).
#pragma once

#include "runtime/core/errors.h"

namespace molt {

using Substituter = Result<Owned<Tuple>> (*)(Borrowed<> alias, Borrowed<Tuple> aliasArguments, Borrowed<Tuple> parameters,
                                             Borrowed<> arguments);

struct TypeParameter : Object { // TypeVar, ParamSpec, TypeVarTuple
  enum : uint32_t {
    kCovariant = 1u << kTypeFlagsShift,
    kContravariant = 2u << kTypeFlagsShift,
    kInferVariance = 4u << kTypeFlagsShift,
    kIsParamSpec = 8u << kTypeFlagsShift,
    kIsTuple = 16u << kTypeFlagsShift,
  };
  Value name;
  // Null: not known yet, or there is none.
  Value bound, constraints, defaultValue;
  Value evaluateBound, evaluateConstraints, evaluateDefault;
  Value dict;
  Substituter substitute; // substitute_py: found through the parameters, so that programs without them need not link it
};

extern "C" {
extern Type molt_type_TypeVar, molt_type_ParamSpec, molt_type_TypeVarTuple, molt_type_TypeAliasType, molt_type_Generic;
extern Object molt_no_default;
}

void traverseTypeParameter(Object *object, Visitor &visitor);
// Whether it is one of the three. (Not by their addresses: who asks must not bring them into programs without them.)
inline bool isTypeParameter(Borrowed<> value) { return typeOf(value)->traverse == traverseTypeParameter; }
inline bool isParamSpec(Borrowed<> value) {
  return isTypeParameter(value) && value.value().asObject()->flags & TypeParameter::kIsParamSpec;
}
inline bool isTypeVarTuple(Borrowed<> value) {
  return isTypeParameter(value) && value.value().asObject()->flags & TypeParameter::kIsTuple;
}
// typing.py, where the program has it: the attribute of that name; else Exhausted.
Result<Owned<>> fromTyping_py(Borrowed<Str> name);
// typing.Unpack[tuple]: what *tuple gives. Without typing.py it is an alias of one object that has that name.
Result<Owned<>> unpacked_py(Borrowed<> tuple);
// What such an alias stands for; null: it is none.
Borrowed<> unpackedIn(Borrowed<> value);
// The parameters in what stands among the arguments of an alias.
Result<Owned<Tuple>> parametersIn_py(Borrowed<> argument);
// The type parameters among the arguments of a generic alias and in those of its arguments, each once.
Result<Owned<Tuple>> collectParameters_py(Borrowed<Tuple> arguments);
inline Substituter substituterOf(Borrowed<> parameter) { return parameter.as<TypeParameter>()->substitute; }
// alias[arguments] of an alias with these parameters: its own arguments, with the others in the places of the parameters.
Result<Owned<Tuple>> substitute_py(Borrowed<> alias, Borrowed<Tuple> aliasArguments, Borrowed<Tuple> parameters,
                                   Borrowed<> arguments);

} // namespace molt
