// Calls of functions that are known (docs/calls.md): py-specialize-calls makes fast versions of functions, whose parameters
// and result may be unboxed, and py-version-blocks calls them where a guard has found the function.
#ifndef MOLT_CALL_OPS_TD
#define MOLT_CALL_OPS_TD

def Py_IsFunctionOfOp : Py_Op<"is_function_of", [Pure]> {
  let summary = "Whether the value is a function object over just this py.func";
  let arguments = (ins Py_ValueType:$value, FlatSymbolRefAttr:$function);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $function attr-dict";
}
def Py_CanCallOp : Py_Op<"can_call"> {
  let summary = "Whether a call may go on without the runtime: depth and native stack are within their limits";
  let results = (outs I1:$result);
  let assemblyFormat = "attr-dict";
}
def Py_KnownMethodOp : Py_Op<"known_method", [Py_OwnershipInterface]> {
  let summary = "The function that is a known class's method, by its number; borrowed from the class";
  let arguments = (ins I32Attr:$number);
  let results = (outs Py_ValueType:$function);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$number attr-dict";
}
def Py_HasDictOp : Py_Op<"has_dict"> {
  let summary = "Whether an instance of a known class has got a dict of its own";
  let arguments = (ins Py_ValueType:$object);
  let results = (outs I1:$result);
  let assemblyFormat = "$object attr-dict";
}
def Py_CallFastOp : Py_Op<"call_fast", [Py_MayRaiseInterface]> {
  let summary = "Calls a fast version; operands are as its signature says";
  let arguments = (ins Py_ValueType:$callee, FlatSymbolRefAttr:$function, Variadic<AnyType>:$arguments);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee $function `(` $arguments `)` attr-dict `:` type($arguments)";
}
def Py_CallFastNumberOp : Py_Op<"call_fast_number"> {
  let summary = "Likewise, of one that gives a number; where `isWord` holds, `number` has the bits of a word instead";
  let arguments = (ins Py_ValueType:$callee, FlatSymbolRefAttr:$function, Variadic<AnyType>:$arguments);
  let results = (outs AnyTypeOf<[I64, F64]>:$number, I1:$isWord);
  let assemblyFormat = "$callee $function `(` $arguments `)` attr-dict `:` functional-type($arguments, $number)";
}
def Py_UnexpectedResultOp : Py_Op<"unexpected_result", [Py_MayRaiseInterface]> {
  let summary = "The word that a fast version gave instead of a number; null: it raised";
  let arguments = (ins AnyTypeOf<[I64, F64]>:$bits);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$bits attr-dict `:` type($bits)";
}
def Py_ReturnNumberOp : Py_Op<"return_number", [Terminator]> {
  let summary = "Leaves a fast version with the number that it is to give";
  let arguments = (ins AnyTypeOf<[I64, F64]>:$number);
  let assemblyFormat = "$number attr-dict `:` type($number)";
}

#endif
