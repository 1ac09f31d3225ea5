// How a fast version leaves for the general body of its function, and how that goes back (docs/versions.md). Both hand over
// what lives at that place in a frame on the stack (codegen/lower_exits.cpp): words, which are moved, and numbers.
#ifndef MOLT_EXIT_OPS_TD
#define MOLT_EXIT_OPS_TD

def Py_ExitOp : Py_Op<"exit", [Terminator, Py_OwnershipInterface]> {
  let summary = "Leaves the function with what its general body gives, which goes on at `point`";
  let description = [{
    In a fast version, or in a function that asks whether its fast version suits. What variables hold is among the
    operands, so their slots hold nothing any more. An operand that is borrowed stays so: the general body knows of it.
  }];
  let arguments = (ins FlatSymbolRefAttr:$rest, I32Attr:$point, Variadic<AnyType>:$operands);
  let extraClassDeclaration = "bool consumesOperand(unsigned index);\n";
  let assemblyFormat = "$rest $point `(` $operands `)` attr-dict `:` type($operands)";
}
def Py_ReenterOp : Py_Op<"reenter", [Terminator, Py_OwnershipInterface]> {
  let summary = "Leaves the general body; the fast version goes on at `point`. Precondition: py.may_reenter";
  let arguments = (ins I32Attr:$point, Variadic<AnyType>:$operands);
  let extraClassDeclaration = "bool consumesOperand(unsigned) { return true; }\n";
  let assemblyFormat = "$point `(` $operands `)` attr-dict `:` type($operands)";
}
def Py_EnterOp : Py_Op<"enter", [Terminator]> {
  let summary = "Ends the entry: goes to the point where the function is to go on, counted from 0";
  let description = "A fast version begins at the first one when it is called, and a general body always has a point to go on at.";
  let successors = (successor VariadicSuccessor<AnySuccessor>:$points);
  let assemblyFormat = "$points attr-dict";
}
def Py_HandedOverOp : Py_Op<"handed_over", [Py_OwnershipInterface]> {
  let summary = "What was handed over, by its number among the operands; a word is owned, or borrowed as the operand was";
  let arguments = (ins I32Attr:$index, UnitAttr:$borrowed);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return getBorrowed(); }\n";
  let results = (outs AnyType:$value);
  let assemblyFormat = "$index (`borrowed` $borrowed^)? attr-dict `:` type($value)";
}
def Py_MayReenterOp : Py_Op<"may_reenter", []> {
  let summary = "Whether a fast version waits for the general body; else that was called since the arguments do not suit";
  let results = (outs I1:$result);
  let assemblyFormat = "attr-dict";
}

#endif
