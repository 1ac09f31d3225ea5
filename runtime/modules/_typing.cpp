// The module `_typing`: what typing.py takes from the interpreter.
#include "runtime/modules/_typing.gen.h"

#include "runtime/core/containers.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/dict.h"
#include "runtime/types/type_parameters.h"
#include "runtime/types/union_type.h"

namespace molt {

extern "C" {
extern Type molt_type_ParamSpecArgs, molt_type_ParamSpecKwargs;
}

namespace {

Result<void> setUp(Borrowed<Module>, Borrowed<Dict> dict) {
  for (Type *type : {&molt_type_TypeVar, &molt_type_ParamSpec, &molt_type_TypeVarTuple, &molt_type_ParamSpecArgs,
                     &molt_type_ParamSpecKwargs, &molt_type_TypeAliasType, &molt_type_Generic})
    dictSetText(dict, type->name, Borrowed<Type>(type));
  if (runtime().pythonMinor >= 13)
    dictSetName(dict, "NoDefault"_str, Borrowed<>(Value::fromObject(&molt_no_default)));
  if (runtime().pythonMinor >= 14)
    dictSetName(dict, "Union"_str, Borrowed<Type>(&molt_type_UnionType));
  return {};
}

} // namespace

Result<Owned<>> _typing__idfunc(Borrowed<> x) { return Owned<>::retain(x); }

const NativeModule nativeModule__typing{"_typing", _typing_functions, setUp, _typing_doc};

} // namespace molt
