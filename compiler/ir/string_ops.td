// Looks into strs that are known to be of exactly their type: nothing raises, and no Python code runs. The special forms
// of comparisons, `in` and methods put these ops (specialize_strings.cpp).
#ifndef MOLT_STRING_OPS_TD
#define MOLT_STRING_OPS_TD

def Py_IsAsciiOp : Py_Op<"is_ascii", [Pure]> {
  let summary = "Whether an exact str has only ASCII characters";
  let arguments = (ins Py_ValueType:$str);
  let results = (outs I1:$result);
  let assemblyFormat = "$str attr-dict";
}
def Py_AsciiCodeOp : Py_Op<"ascii_code", [Pure]> {
  let summary = "The code of a character of an ASCII str";
  let arguments = (ins Py_ValueType:$str, I64:$index);
  let results = (outs I64:$code);
  let assemblyFormat = "$str `[` $index `]` attr-dict";
}
def Py_AsciiCharacterOp : Py_Op<"ascii_character", [Pure, Py_OwnershipInterface]> {
  let summary = "The immortal str of one character with an ASCII code";
  let arguments = (ins I64:$code);
  let results = (outs Py_ValueType:$character);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$code attr-dict";
}

def Py_StrEqualOp : Py_Op<"str_equal", [Pure]> {
  let summary = "Whether two exact strs are equal";
  let arguments = (ins Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs I1:$result);
  let assemblyFormat = "$left `,` $right attr-dict";
}
def Py_StrOrderOp : Py_Op<"str_order", [Pure]> {
  let summary = "Two exact strs compared by their code points: below 0, 0 or above 0";
  let arguments = (ins Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs I64:$result);
  let assemblyFormat = "$left `,` $right attr-dict";
}
def Py_StrConcatOp : Py_EntryOp<"str_concat", "str_concat"> {
  let summary = "left + right";
  let arguments = (ins Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$left `,` $right attr-dict";
}
def Py_StrContainsOp : Py_Op<"str_contains", [Pure]> {
  let summary = "Whether an exact str is a part of another one";
  let arguments = (ins Py_ValueType:$text, Py_ValueType:$part);
  let results = (outs I1:$result);
  let assemblyFormat = "$part `in` $text attr-dict";
}
def Py_StrIsAllOp : Py_Op<"str_is_all", [Pure]> {
  let summary = "What the method `predicate` of an exact str gives: isdigit, isalpha, ...";
  let arguments = (ins StrAttr:$predicate, Py_ValueType:$str);
  let results = (outs I1:$result);
  let assemblyFormat = "$predicate $str attr-dict";
}

// ---- Numbers as text ------------------------------------------------------------------------------------------------

def Py_IntTextOp : Py_EntryOp<"int_text", "int_text"> {
  let summary = "str() of an int";
  let arguments = (ins I64:$number);
  let results = (outs Py_ValueType:$text);
  let assemblyFormat = "$number attr-dict";
}
def Py_FloatTextOp : Py_EntryOp<"float_text", "float_text"> {
  let summary = "str() of a float";
  let arguments = (ins F64:$number);
  let results = (outs Py_ValueType:$text);
  let assemblyFormat = "$number attr-dict";
}
def Py_FormatIntOp : Py_EntryOp<"format_int", "format_int"> {
  let summary = "format() of an int with a plain spec (abi/plain_spec.h)";
  let arguments = (ins I64:$number, I32Attr:$layout);
  let results = (outs Py_ValueType:$text);
  let assemblyFormat = "$number $layout attr-dict";
}
def Py_FormatFloatOp : Py_EntryOp<"format_float", "format_float"> {
  let summary = "format() of a float with a plain spec; `spec` is its text";
  let arguments = (ins F64:$number, I32Attr:$layout, StrAttr:$spec);
  let results = (outs Py_ValueType:$text);
  let assemblyFormat = "$number $layout $spec attr-dict";
}

#endif
