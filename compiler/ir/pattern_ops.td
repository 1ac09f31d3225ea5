// What match statements ask beyond ==, `is`, subscripts and unpacking (compiler/irgen/patterns.cpp), and except* of exceptions.
#ifndef MOLT_PATTERN_OPS_TD
#define MOLT_PATTERN_OPS_TD

// Asked of the type alone; a class may become one later, when it is registered with collections.abc.
class Py_CollectionTestOp<string mnemonic> : Py_Op<mnemonic, [MemoryEffects<[MemRead]>, Py_Special]> {
  let arguments = (ins Py_ValueType:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict";
}
def Py_IsSequenceOp : Py_CollectionTestOp<"is_sequence"> {
  let summary = "Whether a sequence pattern may match the value";
}
def Py_IsMappingOp : Py_CollectionTestOp<"is_mapping"> {
  let summary = "Whether a mapping pattern may match the value";
}
def Py_LenOp : Py_RaisingEntryOp<"len", "len_py", [Py_Special, Py_InfersCallee]> {
  let summary = "len(value), whatever that name stands for";
  let arguments = (ins Py_ValueType:$value);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$value attr-dict";
}
def Py_MatchInstanceOp : Py_RaisingEntryOp<"match_instance", "match_instance_py", [Py_Special, Py_InfersCallee]> {
  let summary = "isinstance(value, type) of a class pattern: TypeError where `cls` is no class";
  let arguments = (ins Py_ValueType:$value, Py_ValueType:$cls);
  let results = (outs I1:$result);
  let assemblyFormat = "$value `,` $cls attr-dict";
}
def Py_MatchAttributesOp : Py_RaisingEntryOp<"match_attributes", "match_attributes_py", [Py_Special, Py_InfersCallee]> {
  let summary = "Whether an instance has the attributes of a class pattern, and these: `positional` of __match_args__, then `names`";
  let description = "Where it has not, the attributes are null.";
  let arguments = (ins Py_ValueType:$value, Py_ValueType:$cls, I64Attr:$positional, StrArrayAttr:$names);
  let results = (outs I1:$result, Variadic<Py_ValueType>:$found);
  let assemblyFormat = "$value `,` $cls $positional $names attr-dict (`:` type($found)^)?";
}
def Py_MatchKeysOp : Py_RaisingEntryOp<"match_keys", "match_keys_py", [Py_Infers]> {
  let summary = "Whether a mapping has all the keys, and their values, by its method get; else null";
  let arguments = (ins Py_ValueType:$mapping, Variadic<Py_ValueType>:$keys);
  let results = (outs I1:$result, Variadic<Py_ValueType>:$values);
  let assemblyFormat = "$mapping `[` $keys `]` attr-dict `:` type($values)";
}

// ---- except* ---------------------------------------------------------------------------------------------------------------

def Py_MatchGroupOp : Py_RaisingEntryOp<"match_group", "match_group_py"> {
  let summary = "What `except* pattern` takes of an exception or None, as a group, and what it leaves; None: nothing";
  let arguments = (ins Py_ValueType:$exception, Py_ValueType:$pattern);
  let results = (outs Py_ValueType:$match, Py_ValueType:$rest);
  let assemblyFormat = "$exception `,` $pattern attr-dict";
}
def Py_JoinGroupsOp : Py_RaisingEntryOp<"join_groups", "join_groups_py"> {
  let summary = "What is raised after all except* clauses of `original`: they have raised, and left, the exceptions of the list; or None";
  let arguments = (ins Py_ValueType:$original, Py_ValueType:$raised);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$original `,` $raised attr-dict";
}

#endif
