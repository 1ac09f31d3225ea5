// Type parameters and type aliases (PEP 695, PEP 696). What is evaluated lazily comes as a function of the annotation format.
#ifndef MOLT_TYPE_PARAMETER_OPS_TD
#define MOLT_TYPE_PARAMETER_OPS_TD

def Py_MakeTypeParameterOp : Py_EntryOp<"make_type_parameter", "make_type_parameter", [AttrSizedOperandSegments]> {
  let summary = "A TypeVar, ParamSpec or TypeVarTuple: `kind` is abi TypeParameterKind";
  let description = "`bound` evaluates a TypeVar's bound, or its constraints: abi says which by the kind.";
  let arguments = (ins I32Attr:$kind, StrAttr:$name, Optional<Py_ValueType>:$bound, Optional<Py_ValueType>:$default_value);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$kind $name (`bound` $bound^)? (`default` $default_value^)? attr-dict";
}
def Py_MakeTypeAliasOp : Py_EntryOp<"make_type_alias", "make_type_alias"> {
  let summary = "type name[parameters] = ...; `evaluate` gives its value";
  let arguments = (ins StrAttr:$name, Optional<Py_ValueType>:$parameters, Py_ValueType:$evaluate);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$name (`parameters` $parameters^)? $evaluate attr-dict";
}
def Py_GenericBaseOp : Py_RaisingEntryOp<"generic_base", "generic_base_py"> {
  let summary = "typing.Generic[parameters], the last base of a class with type parameters";
  let arguments = (ins Py_ValueType:$parameters);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$parameters attr-dict";
}
def Py_SetTypeParametersOp : Py_EntryOp<"set_type_parameters", "set_type_parameters"> {
  let summary = "function.__type_params__ = parameters";
  let arguments = (ins Py_ValueType:$function, Py_ValueType:$parameters);
  let assemblyFormat = "$function `,` $parameters attr-dict";
}

#endif
