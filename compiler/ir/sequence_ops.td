// Looks into lists, tuples and strs that are known to be of exactly their type. py-version-blocks makes these ops.
// Indices are in bounds: the special form has compared them with the length.
#ifndef MOLT_SEQUENCE_OPS_TD
#define MOLT_SEQUENCE_OPS_TD

def Py_LengthOp : Py_Op<"length", [MemoryEffects<[MemRead]>]> {
  let summary = "The length of an exact list, tuple or str";
  let arguments = (ins Py_ValueType:$object);
  let results = (outs I64:$result);
  let builders = [OpBuilder<(ins "::mlir::Value":$object), [{ build($_builder, $_state, $_builder.getI64Type(), object); }]>];
  let assemblyFormat = "$object attr-dict";
}
// A compact list (abi/object.h) has length 0, and no item, to all ops but these.
def Py_AnyLengthOp : Py_Op<"any_length", [MemoryEffects<[MemRead]>]> {
  let summary = "The length of an exact list, which may be compact";
  let arguments = (ins Py_ValueType:$list);
  let results = (outs I64:$result);
  let builders = [OpBuilder<(ins "::mlir::Value":$list), [{ build($_builder, $_state, $_builder.getI64Type(), list); }]>];
  let assemblyFormat = "$list attr-dict";
}
def Py_CompactLengthOp : Py_Op<"compact_length", [MemoryEffects<[MemRead]>]> {
  let summary = "The length of a compact list; 0 of an ordinary one";
  let arguments = (ins Py_ValueType:$list);
  let results = (outs I64:$result);
  let builders = [OpBuilder<(ins "::mlir::Value":$list), [{ build($_builder, $_state, $_builder.getI64Type(), list); }]>];
  let assemblyFormat = "$list attr-dict";
}
def Py_CompactItemOp : Py_Op<"compact_item", [MemoryEffects<[MemRead]>]> {
  let summary = "An item of a compact list";
  let arguments = (ins Py_ValueType:$list, I64:$index);
  let results = (outs I1:$item);
  let builders = [OpBuilder<(ins "::mlir::Value":$list, "::mlir::Value":$index), [{
    build($_builder, $_state, $_builder.getI1Type(), list, index);
  }]>];
  let assemblyFormat = "$list `[` $index `]` attr-dict";
}
def Py_SetCompactItemOp : Py_Op<"set_compact_item"> {
  let summary = "list[index] = item, of a compact list";
  let arguments = (ins Py_ValueType:$list, I64:$index, I1:$item);
  let assemblyFormat = "$list `[` $index `]` `,` $item attr-dict";
}
def Py_MakeOrdinaryOp : Py_Op<"make_ordinary"> {
  let summary = "Turns an exact list that is compact into an ordinary one";
  let arguments = (ins Py_ValueType:$list);
  let assemblyFormat = "$list attr-dict";
}

def Py_DictLengthOp : Py_Op<"dict_length", [MemoryEffects<[MemRead]>]> {
  let summary = "How many items an exact dict has";
  let arguments = (ins Py_ValueType:$object);
  let results = (outs I64:$result);
  let builders = [OpBuilder<(ins "::mlir::Value":$object), [{ build($_builder, $_state, $_builder.getI64Type(), object); }]>];
  let assemblyFormat = "$object attr-dict";
}

def Py_PlaceOp : Py_Op<"place", [Pure]> {
  let summary = "The place that an index means, counted from the end where it is negative; mostly it is not";
  let arguments = (ins I64:$index, I64:$length);
  let results = (outs I64:$place, I1:$is_outside);
  let builders = [OpBuilder<(ins "::mlir::Value":$index, "::mlir::Value":$length), [{
    build($_builder, $_state, $_builder.getI64Type(), $_builder.getI1Type(), index, length);
  }]>];
  let assemblyFormat = "$index `of` $length attr-dict";
}

class Py_ItemOp<string mnemonic> : Py_Op<mnemonic, [MemoryEffects<[MemRead]>, Py_OwnershipInterface]> {
  let description = "`owned`: with a count of its own. Else it is borrowed, and good until something runs that changes the object.";
  let arguments = (ins Py_ValueType:$object, I64:$index, UnitAttr:$owned);
  let results = (outs Py_ValueType:$item);
  let builders = [OpBuilder<(ins "::mlir::Value":$object, "::mlir::Value":$index, "bool":$owned), [{
    build($_builder, $_state, object.getType(), object, index, owned);
  }]>];
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return !getOwned(); }\n";
  let assemblyFormat = "$object `[` $index `]` (`owned` $owned^)? attr-dict";
}
def Py_ListItemOp : Py_ItemOp<"list_item">;
def Py_TupleItemOp : Py_ItemOp<"tuple_item">;

def Py_SetListItemOp : Py_Op<"set_list_item", [Py_OwnershipInterface]> {
  let summary = "list[index] = value; then releases what was there";
  let description = "`quiet`: that is referred to elsewhere too, or has no count.";
  let arguments = (ins Py_ValueType:$list, I64:$index, Py_ValueType:$value, UnitAttr:$quiet);
  let extraClassDeclaration = "bool consumesOperand(unsigned index) { return index == 2; }\n";
  let assemblyFormat = "$list `[` $index `]` `,` $value (`quiet` $quiet^)? attr-dict";
}
def Py_ListSliceOp : Py_EntryOp<"list_slice", "list_slice"> {
  let summary = "list[start:stop:step] of an exact list; a bound beyond all places means the one that is left out";
  let arguments = (ins Py_ValueType:$list, I64:$start, I64:$stop, I64:$step);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$list `[` $start `,` $stop `,` $step `]` attr-dict";
}
def Py_CopySliceOp : Py_RaisingEntryOp<"copy_slice", "copy_slice_py"> {
  let summary = "list[start:stop] = source[from:to:step] of exact lists, bounds as for py.list_slice";
  let arguments = (ins Py_ValueType:$list, I64:$start, I64:$stop, Py_ValueType:$source, I64:$from, I64:$to, I64:$step);
  let assemblyFormat = "$list `[` $start `,` $stop `]` `,` $source `[` $from `,` $to `,` $step `]` attr-dict";
}
def Py_ByteOp : Py_Op<"byte", [MemoryEffects<[MemRead]>]> {
  let summary = "A byte of an exact bytes, or of a bytearray";
  let arguments = (ins Py_ValueType:$object, I64:$index, UnitAttr:$in_array);
  let results = (outs I64:$byte);
  let assemblyFormat = "$object `[` $index `]` (`in_array` $in_array^)? attr-dict";
}
def Py_SetByteOp : Py_Op<"set_byte"> {
  let summary = "array[index] = byte, of an exact bytearray; the byte is from 0 to 255";
  let arguments = (ins Py_ValueType:$array, I64:$index, I64:$byte);
  let assemblyFormat = "$array `[` $index `]` `,` $byte attr-dict";
}
def Py_ListPopOp : Py_Op<"list_pop"> {
  let summary = "Takes the last item out of a list that has one";
  let arguments = (ins Py_ValueType:$list);
  let results = (outs Py_ValueType:$item);
  let assemblyFormat = "$list attr-dict";
}
def Py_ExhaustedOp : Py_Op<"exhausted", [Pure, Py_OwnershipInterface]> {
  let summary = "What py.iterator_next gives at the end";
  let results = (outs Py_ValueType:$result);
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ValueType::get($_builder.getContext())); }]>];
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "attr-dict";
}

#endif
