// Instances of known classes (docs/whole_program.md). py-version-blocks makes these ops, but for py.register_class.
#ifndef MOLT_INSTANCE_OPS_TD
#define MOLT_INSTANCE_OPS_TD

def Py_RegisterClassOp : Py_Op<"register_class"> {
  let summary = "Tells the runtime what code was compiled to know of a class that was just made (abi ClassFacts)";
  let description = [{
    `methods`: names; `functions` and `getters`: the py.func of each, or unit where it is the other one or nothing that is
    known. The first one has the number `first_method`. `lacks`: abi ClassLacks.
  }];
  let arguments = (ins Py_ValueType:$made, Py_ClassAttr:$known, OptionalAttr<Py_ClassAttr>:$base, StrArrayAttr:$fields,
                       StrArrayAttr:$methods, ArrayAttr:$functions, ArrayAttr:$getters, I32Attr:$first_method,
                       DefaultValuedAttr<I32Attr, "0">:$lacks);
  let assemblyFormat = [{
    $made $known (`of` $base^)? $fields `methods` $methods $functions `getters` $getters $first_method attr-dict
  }];
}
def Py_IsInstanceOp : Py_Op<"is_instance", [Pure]> {
  let summary = "Whether the value is an object of this known class, or of a known class that derives from it";
  let arguments = (ins Py_ValueType:$value, Py_ClassAttr:$known);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $known attr-dict";
}
def Py_ClassesIntactOp : Py_Op<"classes_intact"> {
  let summary = "Whether all that is known of classes still holds: nothing has changed one in a way that matters";
  let results = (outs I1:$result);
  let assemblyFormat = "attr-dict";
}
def Py_LoadFieldOp : Py_Op<"load_field", [Py_OwnershipInterface]> {
  let summary = "The word in an instance's slot; null: look elsewhere";
  let description = "`owned`: with a count of its own; else it is borrowed from the object, which must outlive its uses.";
  let arguments = (ins Py_ValueType:$object, I32Attr:$slot, UnitAttr:$owned);
  let results = (outs Py_ValueType:$value);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return !getOwned(); }\n";
  let assemblyFormat = "$object $slot (`owned` $owned^)? attr-dict";
}
def Py_StoreFieldOp : Py_Op<"store_field"> {
  let summary = "Binds the attribute that has this slot; the value may be an unboxed number";
  let description = "`quiet`: what the slot held is referred to elsewhere too, or has no count.";
  let arguments = (ins Py_ValueType:$object, I32Attr:$slot, AnyTypeOf<[Py_ValueType, I64, F64]>:$value, UnitAttr:$quiet);
  let assemblyFormat = "$object $slot `,` $value (`quiet` $quiet^)? attr-dict `:` type($value)";
}

#endif
