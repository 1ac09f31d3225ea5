// Special methods of known classes that are called directly (specialize_specials.cpp): what follows the call, where the method
// may give something that is not yet the answer. `function` and `arguments` as those of py.call_fast.
#ifndef MOLT_SPECIAL_OPS_TD
#define MOLT_SPECIAL_OPS_TD

def Py_SameTypeOp : Py_Op<"same_type", [Pure]> {
  let summary = "Whether two objects, neither of which is an inline number, have the same type";
  let arguments = (ins Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs I1:$result);
  let assemblyFormat = "$left `,` $right attr-dict";
}

class Py_CompareFastBase<string mnemonic> : Py_Op<mnemonic, [Py_MayRaiseInterface]> {
  let arguments = (ins StrAttr:$comparison, UnitAttr:$negated, Py_ValueType:$left, Py_ValueType:$right,
                       Py_ValueType:$callee, FlatSymbolRefAttr:$function, OptionalAttr<I32Attr>:$place, UnitAttr:$plain,
                       Variadic<AnyType>:$arguments);
  let assemblyFormat = [{
    (`negated` $negated^)? $left $comparison $right `,` $callee $function (`at` $place^)? (`plain` $plain^)?
    `(` $arguments `)` attr-dict `:` type($arguments)
  }];
}
def Py_CompareFastOp : Py_CompareFastBase<"compare_fast"> {
  let summary = "A comparison, where the left operand's method is known and asked first; the right one is asked by the runtime";
  let description = "`negated`: the method is __eq__, the comparison is !=.";
  let results = (outs Py_ValueType:$result);
}
def Py_TestFastOp : Py_CompareFastBase<"test_fast"> {
  let summary = "Likewise the truth of its result";
  let results = (outs I1:$result);
}
def Py_TruthFastOp : Py_Op<"truth_fast", [Py_MayRaiseInterface]> {
  let summary = "The truth of what the method gives; with `only_bool`, TypeError where it is no bool: __bool__";
  let arguments = (ins Py_ValueType:$callee, FlatSymbolRefAttr:$function, OptionalAttr<I32Attr>:$place, UnitAttr:$plain,
                       UnitAttr:$only_bool, Variadic<AnyType>:$arguments);
  let results = (outs I1:$result);
  let assemblyFormat = [{
    (`only_bool` $only_bool^)? $callee $function (`at` $place^)? (`plain` $plain^)? `(` $arguments `)` attr-dict
    `:` type($arguments)
  }];
}
def Py_OperatorResultOp : Py_Op<"operator_result", [Py_MayRaiseInterface]> {
  let summary = "left symbol right, whose method has given this word instead of a number";
  let arguments = (ins AnyTypeOf<[I64, F64]>:$bits, StrAttr:$symbol, Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$bits `,` $left $symbol $right attr-dict `:` type($bits)";
}
def Py_UnexpectedWordOp : Py_Op<"unexpected_word", [Pure]> {
  let summary = "The word that a fast version gave instead of a number; null: an exception is pending";
  let arguments = (ins I64:$bits);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$bits attr-dict";
}
class Py_LengthResultBase<string mnemonic> : Py_Op<mnemonic, [Py_MayRaiseInterface, Py_OwnershipInterface]> {
  let arguments = (ins Py_ValueType:$given);
  let extraClassDeclaration = "bool consumesOperand(unsigned) { return true; }\n";
  let assemblyFormat = "$given attr-dict";
}
def Py_LengthResultOp : Py_LengthResultBase<"length_result"> {
  let summary = "What len() makes of what __len__ has given, null included";
  let results = (outs Py_ValueType:$result);
}
def Py_LengthTruthOp : Py_LengthResultBase<"length_truth"> {
  let summary = "Likewise a truth test";
  let results = (outs I1:$result);
}

#endif
