// Instances of known classes (docs/whole_program.md). py-version-blocks makes these ops, but for py.register_class.
#ifndef MOLT_INSTANCE_OPS_TD
#define MOLT_INSTANCE_OPS_TD

def Py_RegisterClassOp : Py_Op<"register_class"> {
  let summary = "Tells the runtime what code was compiled to know of a class that was just made (abi ClassFacts)";
  let description = [{
    `methods`: names; `functions`: the py.func of each, or unit where nothing is known of it, and `forms`: how it stands in the
    class (abi MethodForm). The first one has the number `first_method`. `traits`: abi ClassTraits.
    `match_args`: __match_args__, where that is known.
  }];
  let arguments = (ins Py_ValueType:$made, Py_ClassAttr:$known, OptionalAttr<Py_ClassAttr>:$base, StrArrayAttr:$fields,
                       StrArrayAttr:$methods, ArrayAttr:$functions, DenseI32ArrayAttr:$forms, I32Attr:$first_method,
                       I32Attr:$traits, OptionalAttr<StrArrayAttr>:$match_args);
  let assemblyFormat = [{
    $made $known (`of` $base^)? $fields `methods` $methods $functions `forms` $forms $first_method `traits` $traits
    (`match_args` $match_args^)? attr-dict
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
  let description = [{
    `owned`: with a count of its own; else it is borrowed from the object, which must outlive its uses.
    `declared`: the class has __slots__ and its instances no dict. `exception`: it has kIsException.
  }];
  let arguments = (ins Py_ValueType:$object, I32Attr:$slot, UnitAttr:$owned, UnitAttr:$declared, UnitAttr:$exception);
  let results = (outs Py_ValueType:$value);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return !getOwned(); }\n";
  let assemblyFormat = "$object $slot (`owned` $owned^)? (`declared` $declared^)? (`exception` $exception^)? attr-dict";
}
def Py_CanFillFieldOp : Py_Op<"can_fill_field"> {
  let summary = "Whether the slot is bound, or may be filled in place: it comes behind those that are";
  let arguments = (ins Py_ValueType:$object, I32Attr:$slot, UnitAttr:$exception);
  let results = (outs I1:$result);
  let assemblyFormat = "$object $slot (`exception` $exception^)? attr-dict";
}
def Py_StoreFieldOp : Py_Op<"store_field"> {
  let summary = "Binds the attribute that has this slot; the value may be an unboxed number";
  let description = [{
    `quiet`: what the slot held is referred to elsewhere too, or has no count. `declared`, `exception`: as of py.load_field.
    `filling`: py.can_fill_field holds.
  }];
  let arguments = (ins Py_ValueType:$object, I32Attr:$slot, AnyTypeOf<[Py_ValueType, I64, F64]>:$value, UnitAttr:$quiet,
                       UnitAttr:$declared, UnitAttr:$filling, UnitAttr:$exception);
  let assemblyFormat = [{
    $object $slot `,` $value (`quiet` $quiet^)? (`declared` $declared^)? (`filling` $filling^)? (`exception` $exception^)?
    attr-dict `:` type($value)
  }];
}
def Py_InitExceptionOp : Py_EntryOp<"init_exception", "init_exception"> {
  let summary = "BaseException.__init__ of an instance of a known class that has kIsException";
  let arguments = (ins Py_ValueType:$exception, Variadic<Py_ValueType>:$arguments);
  let assemblyFormat = "$exception `(` $arguments `)` attr-dict";
}
def Py_TypeOfOp : Py_Op<"type_of", [Pure, Py_OwnershipInterface]> {
  let summary = "The class of an instance; borrowed from it";
  let arguments = (ins Py_ValueType:$object);
  let results = (outs Py_ValueType:$type);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$object attr-dict";
}
def Py_InstanceTestOp : Py_Op<"instance_test", [Pure]> {
  let summary = "What isinstance() says of an object and a type, as far as that runs no Python code";
  let description = "`type`: a name of abi/symbols.def, or a known class. An i32: 0, 1, or -1 for what can only be asked.";
  let arguments = (ins Py_ValueType:$value, AnyAttrOf<[StrAttr, Py_ClassAttr]>:$type);
  let results = (outs I32:$answer);
  let assemblyFormat = "$value $type attr-dict";
}

#endif
