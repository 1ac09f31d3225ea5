// Lookups by a tuple display that nobody else can see, `table[x, y]`: py-fuse-keys makes them of the display and the lookup. Where
// the object is a dict or set, and the items are ints and strs, no tuple is made.
#ifndef MOLT_KEY_OPS_TD
#define MOLT_KEY_OPS_TD

def Py_GetByTupleOp : Py_RaisingEntryOp<"get_by_tuple", "get_by_tuple_py"> {
  let summary = "object[(items)]";
  let arguments = (ins Py_ValueType:$object, Variadic<Py_ValueType>:$items);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$object `[` $items `]` attr-dict";
}
def Py_SetByTupleOp : Py_RaisingEntryOp<"set_by_tuple", "set_by_tuple_py"> {
  let summary = "object[(items)] = value";
  let arguments = (ins Py_ValueType:$object, Variadic<Py_ValueType>:$items, Py_ValueType:$value);
  let assemblyFormat = "$object `[` $items `]` `,` $value attr-dict";
}
def Py_ContainsTupleOp : Py_RaisingEntryOp<"contains_tuple", "contains_tuple_py"> {
  let summary = "(items) in container";
  let arguments = (ins Py_ValueType:$container, Variadic<Py_ValueType>:$items);
  let results = (outs I1:$result);
  let assemblyFormat = "$container `,` `(` $items `)` attr-dict";
}
def Py_CallGetByTupleOp
    : Py_RaisingEntryOp<"call_get_by_tuple", "call_get_by_tuple_py", [AttrSizedOperandSegments, Py_Special]> {
  let summary = "Calls what py.load_method has found under the name `get`: with the tuple, and `absent` if it is there";
  let arguments = (ins Py_ValueType:$callee, Py_ValueType:$self, Variadic<Py_ValueType>:$items,
                       Optional<Py_ValueType>:$absent);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee `(` $self `,` `(` $items `)` (`,` $absent^)? `)` attr-dict";
}

// ---- Methods of objects that are known to be of exactly their type: py-version-blocks makes these ops

def Py_DictGetOp : Py_RaisingEntryOp<"dict_get", "dict_get_py"> {
  let summary = "dict.get(key, absent)";
  let arguments = (ins Py_ValueType:$dict, Py_ValueType:$key, Py_ValueType:$absent);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$dict `,` $key `,` $absent attr-dict";
}
def Py_DictGetByTupleOp : Py_RaisingEntryOp<"dict_get_by_tuple", "dict_get_by_tuple_py"> {
  let summary = "dict.get((items), absent)";
  let arguments = (ins Py_ValueType:$dict, Variadic<Py_ValueType>:$items, Py_ValueType:$absent);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$dict `,` `(` $items `)` `,` $absent attr-dict";
}
def Py_ListInsertOp : Py_EntryOp<"list_insert", "list_insert"> {
  let summary = "list.insert(index, item)";
  let arguments = (ins Py_ValueType:$list, I64:$index, Py_ValueType:$item);
  let assemblyFormat = "$list `[` $index `]` `,` $item attr-dict";
}
def Py_ListDeleteOp : Py_EntryOp<"list_delete", "list_delete_py"> {
  let summary = "del list[index], which is in bounds";
  let arguments = (ins Py_ValueType:$list, I64:$index);
  let assemblyFormat = "$list `[` $index `]` attr-dict";
}
def Py_AppendByteOp : Py_RaisingEntryOp<"append_byte", "append_byte"> {
  let summary = "bytearray.append(byte)";
  let arguments = (ins Py_ValueType:$array, I64:$byte);
  let assemblyFormat = "$array `,` $byte attr-dict";
}
def Py_StrSliceOp : Py_EntryOp<"str_slice", "str_slice"> {
  let summary = "text[start:stop]; a bound beyond all places means the one that is left out";
  let arguments = (ins Py_ValueType:$text, I64:$start, I64:$stop);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$text `[` $start `,` $stop `]` attr-dict";
}

#endif
