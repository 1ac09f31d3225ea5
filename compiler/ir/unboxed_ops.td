// Unboxed numbers: an int of 64 bits is an i64, a float an f64, a bool an i1. py-version-blocks makes these ops, and for
// arithmetic that cannot go wrong those of the arith dialect.
#ifndef MOLT_UNBOXED_OPS_TD
#define MOLT_UNBOXED_OPS_TD

// ---- Tests -------------------------------------------------------------------------------------------------

class Py_WordTestOp<string mnemonic> : Py_Op<mnemonic, [Pure]> {
  let arguments = (ins Py_ValueType:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict";
}
def Py_IsIntOp : Py_WordTestOp<"is_int"> {
  let summary = "Whether the word holds an int itself";
}
def Py_IsFloatOp : Py_WordTestOp<"is_float"> {
  let summary = "Whether the word holds a float";
}
def Py_IsObjectOp : Py_WordTestOp<"is_object"> {
  let summary = "Whether the word is a pointer to an object; else it is an int, a float, or the absent value";
}
def Py_IsLastReferenceOp : Py_WordTestOp<"is_last_reference"> {
  let summary = "Whether to release the word, which may be null, destroys an object";
}
def Py_IsExactlyOp : Py_Op<"is_exactly", [Pure]> {
  let summary = "Whether the value is an object of just this type of the runtime (a name of abi/symbols.def)";
  let arguments = (ins Py_ValueType:$value, StrAttr:$type);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $type attr-dict";
}
def Py_IsSymbolOp : Py_Op<"is_symbol", [Pure]> {
  let summary = "Whether the value is this object of the runtime (a name of abi/symbols.def)";
  let arguments = (ins Py_ValueType:$value, StrAttr:$symbol);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $symbol attr-dict";
}

def Py_IsFunctionOp : Py_Op<"is_function", [Pure]> {
  let summary = "Whether the value is this builtin function: the module's name, an underscore, the function's";
  let arguments = (ins Py_ValueType:$value, StrAttr:$function);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $function attr-dict";
}

def Py_IsIntactMathOp : Py_Op<"is_intact_math"> {
  let summary = "Whether the value is module math, whose names stand for what it was made with";
  let arguments = (ins Py_ValueType:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict";
}

// ---- In and out of words -----------------------------------------------------------------------------------------

class Py_UnboxOp<string mnemonic, Type type> : Py_Op<mnemonic, [Pure]> {
  let arguments = (ins Py_ValueType:$value);
  let results = (outs type:$result);
  let assemblyFormat = "$value attr-dict";
}
def Py_UnboxIntOp : Py_UnboxOp<"unbox_int", I64> {
  let summary = "The int that the word holds, as py.is_int has found";
}
def Py_UnboxFloatOp : Py_UnboxOp<"unbox_float", F64> {
  let summary = "The float that the word holds, as py.is_float has found";
}
def Py_BoxIntOp : Py_Op<"box_int", [Pure]> {
  let summary = "An int as a word: itself, or a new object where it does not fit";
  let arguments = (ins I64:$number);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$number attr-dict";
}
def Py_BoxFloatOp : Py_Op<"box_float", [Pure, Py_OwnershipInterface]> {
  let arguments = (ins F64:$number);
  let results = (outs Py_ValueType:$result);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$number attr-dict";
}

// ---- Arithmetic that can leave the 64 bits, or differs from the machine's ---------------------------------------------

class Py_OverflowOp<string mnemonic> : Py_Op<mnemonic, [Pure]> {
  let arguments = (ins I64:$left, I64:$right);
  let results = (outs I64:$result, I1:$overflow);
  let builders = [OpBuilder<(ins "::mlir::Value":$left, "::mlir::Value":$right), [{
    build($_builder, $_state, $_builder.getI64Type(), $_builder.getI1Type(), left, right);
  }]>];
  let assemblyFormat = "$left `,` $right attr-dict";
}
def Py_AddOverflowOp : Py_OverflowOp<"add_overflow">;
def Py_SubtractOverflowOp : Py_OverflowOp<"subtract_overflow">;
def Py_MultiplyOverflowOp : Py_OverflowOp<"multiply_overflow">;

class Py_DivideIntOp<string mnemonic> : Py_Op<mnemonic, [Pure]> {
  let arguments = (ins I64:$left, I64:$right);
  let results = (outs I64:$result);
  let builders = [OpBuilder<(ins "::mlir::Value":$left, "::mlir::Value":$right), [{
    build($_builder, $_state, $_builder.getI64Type(), left, right);
  }]>];
  let assemblyFormat = "$left `,` $right attr-dict";
}
def Py_FloorDivideIntOp : Py_DivideIntOp<"floor_divide_int"> {
  let summary = "Rounds down. The divisor is above zero";
}
def Py_ModuloIntOp : Py_DivideIntOp<"modulo_int"> {
  let summary = "At least zero. The divisor is above zero";
}

// ---- Functions of floats -------------------------------------------------------------------------------------------

def Py_FloatFunctionOp : Py_Op<"float_function", [Pure]> {
  let summary = "A function of LLVM's by its name there (sqrt, fabs), for arguments where it cannot fail";
  let arguments = (ins F64:$number, StrAttr:$function);
  let results = (outs F64:$result);
  let assemblyFormat = "$number $function attr-dict";
}
def Py_FloatCallOp : Py_Op<"float_call", [Pure]> {
  let summary = "A function of floats by its name: the entry point float_NAME";
  let arguments = (ins StrAttr:$function, Variadic<F64>:$numbers);
  let results = (outs F64:$result);
  let assemblyFormat = "$function `(` $numbers `)` attr-dict";
}
def Py_FloatPowerOp : Py_Op<"float_power", [Pure]> {
  let summary = "left to the power of right, as the C library has it";
  let arguments = (ins F64:$left, F64:$right);
  let results = (outs F64:$result);
  let assemblyFormat = "$left $right attr-dict";
}
def Py_TruncateOp : Py_Op<"truncate", [Pure]> {
  let summary = "A float as an int, rounded towards zero. It fits 64 bits";
  let arguments = (ins F64:$number);
  let results = (outs I64:$result);
  let assemblyFormat = "$number attr-dict";
}

#endif
