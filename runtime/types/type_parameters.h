// What type parameters and type aliases are to C++ (PEP 695, PEP 696).
#pragma once

#include "runtime/core/errors.h"

namespace molt {

struct TypeParameter : Object { // TypeVar, ParamSpec, TypeVarTuple
  enum : uint32_t { kCovariant = 1u << kTypeFlagsShift, kContravariant = 2u << kTypeFlagsShift, kInferVariance = 4u << kTypeFlagsShift };
  Value name;
  // Null: not known yet, or there is none.
  Value bound, constraints, defaultValue;
  Value evaluateBound, evaluateConstraints, evaluateDefault;
  Value dict;
};

extern "C" {
extern Type molt_type_TypeVar, molt_type_ParamSpec, molt_type_TypeVarTuple, molt_type_TypeAliasType, molt_type_Generic;
extern Object molt_no_default;
// For code that must not bring these types into programs without them.
extern const TypeIdentity molt_is_TypeVar, molt_is_ParamSpec, molt_is_TypeVarTuple, molt_is_Generic, molt_is__GenericAlias,
    molt_is__UnpackForm;
}

// Whether it is one of the three.
bool isTypeParameter(Borrowed<> value);
// typing.py, where the program has it: the attribute of that name; else Exhausted.
Result<Owned<>> fromTyping_py(Borrowed<Str> name);
// typing.Unpack[tuple]: what *tuple gives. Without typing.py it is an alias of the one object of type _UnpackForm.
Result<Owned<>> unpacked_py(Borrowed<> tuple);
// The type parameters among the arguments of a generic alias and in those of its arguments, each once.
Result<Owned<Tuple>> collectParameters_py(Borrowed<Tuple> arguments);
// alias[arguments] of an alias with these parameters: its own arguments, with the others in the places of the parameters.
Result<Owned<Tuple>> substitute_py(Borrowed<> alias, Borrowed<Tuple> aliasArguments, Borrowed<Tuple> parameters, Borrowed<> arguments);

} // namespace molt
