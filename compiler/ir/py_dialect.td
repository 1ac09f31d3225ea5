// The py dialect: Python after parsing and scoping, before anything is decided about types or memory.
//
// Reading rules, which every op's record states and from which the passes derive everything:
//  - Operands are borrowed and results owned, unless the record says otherwise.
//  - An op that may raise stands as an ordinary op in its region. Control leaves at that point for
//    the handler of the innermost `py.try` around it, else for the function's end. The pass
//    py-exception-edges makes these edges explicit; py-insert-refcounts comes right after it.
//  - Variables are slots (`py.slot`), not SSA values: they own what they hold until they are
//    overwritten, deleted or the function ends, as in CPython, where that is visible (`__del__`).
//  - An op that becomes one call of the runtime names its entry point (abi/entry_points.def); how
//    operands and attributes become its arguments follows from the entry's C++ parameter types.
#ifndef MOLT_PY_DIALECT_TD
#define MOLT_PY_DIALECT_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/AttrTypeBase.td"

def Py_Dialect : Dialect {
  let name = "py";
  let cppNamespace = "::molt::py";
  let useDefaultTypePrinterParser = 1;
  let useDefaultAttributePrinterParser = 1;
  let hasConstantMaterializer = 1;
  let extraClassDeclaration = [{
    void registerTypes();
    void registerAttributes();
  }];
}

class Py_Type<string name, string typeMnemonic> : TypeDef<Py_Dialect, name> {
  let mnemonic = typeMnemonic;
}
def Py_ValueType : Py_Type<"Value", "value"> {
  let summary = "Any Python value: the 64-bit word of abi/value.h";
}
def Py_SlotType : Py_Type<"Slot", "slot"> {
  let summary = "A local variable: unbound, or the owner of a value";
}
def Py_TemporaryType : Py_Type<"Temporary", "temporary"> {
  let summary = "A word that a generator keeps while it is suspended";
}

class Py_Attr<string name, string attrMnemonic> : AttrDef<Py_Dialect, name> {
  let mnemonic = attrMnemonic;
}
// Constants. int is IntegerAttr of any width (signed), float FloatAttr f64, bool BoolAttr, str
// StringAttr (UTF-8, lone surrogates as three bytes), tuple ArrayAttr; the others:
def Py_NoneAttr : Py_Attr<"None", "none">;
def Py_EllipsisAttr : Py_Attr<"Ellipsis", "ellipsis">;
def Py_BytesAttr : Py_Attr<"Bytes", "bytes"> {
  let parameters = (ins "::mlir::StringAttr":$data);
  let assemblyFormat = "`<` $data `>`";
}
def Py_ComplexAttr : Py_Attr<"Complex", "complex"> {
  let parameters = (ins "::mlir::FloatAttr":$real, "::mlir::FloatAttr":$imaginary);
  let assemblyFormat = "`<` $real `,` $imaginary `>`";
}

// A class of the program about which its uses have been compiled with knowledge (ClassFacts of abi/object.h).
// The known classes that derive from it have the next numbers.
def Py_ClassAttr : Py_Attr<"Class", "class"> {
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$body, "unsigned":$number,
                        DefaultValuedParameter<"unsigned", "0">:$subclasses);
  let assemblyFormat = "`<` $body `,` $number (`,` `subclasses` $subclasses^)? `>`";
  let extraClassDeclaration = [{
    /// Whether it is the class of that number or one that derives from it.
    bool includes(unsigned number) const { return number - getNumber() <= getSubclasses(); }
  }];
}

// An object of a builtin type that the program's code looks into: a list, tuple, dict or str.
def Py_ObjectAttr : Py_Attr<"Object", "object"> {
  let parameters = (ins "unsigned":$kind); // Kind
  let assemblyFormat = "`<` $kind `>`";
}

#endif
