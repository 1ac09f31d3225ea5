// Calls of functions that are known (docs/whole_program.md): py-fast-versions makes fast versions of functions, whose parameters
// and result may be unboxed, and py-version-blocks calls them where a guard has found the function.
#ifndef MOLT_CALL_OPS_TD
#define MOLT_CALL_OPS_TD

def Py_IsFunctionOfOp : Py_Op<"is_function_of", [Pure]> {
  let summary = "Whether the value is a function object over one of these py.funcs; `defaults`: with those of its def statement";
  let arguments = (ins Py_ValueType:$value, FlatSymbolRefArrayAttr:$functions, UnitAttr:$defaults);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $functions (`defaults` $defaults^)? attr-dict";
}
def Py_NoteKnownGlobalOp : Py_Op<"note_known_global"> {
  let summary = "Right behind the py.store_global of what is likely this function or class: the runtime looks, and tells";
  let description = [{
    The symbol of a function or of one of the program's modules, or a class; a string: a builtin function, as py.is_function
    names it, or module math; a number: the constant itself; #py.object: any object of that type.
  }];
  let arguments = (ins StrAttr:$name, Py_ValueType:$value, AnyAttr:$known);
  let assemblyFormat = "$name $value $known attr-dict";
}
def Py_KnownGlobalOp : Py_Op<"known_global", [Py_OwnershipInterface]> {
  let summary = "The known function, class or object that a module has under a name; null: look there";
  let description = [{
    The module is the function's own, or `object`, which is one of the program's modules, with `module` as its code.
    `builtin`: that is what the name stands for as long as the module has nothing under it.
  }];
  let arguments = (ins StrAttr:$name, OptionalAttr<StrAttr>:$builtin, Optional<Py_ValueType>:$object,
                       OptionalAttr<FlatSymbolRefAttr>:$module);
  let results = (outs Py_ValueType:$value);
  let builders = [OpBuilder<(ins "::mlir::StringAttr":$name, CArg<"::mlir::StringAttr", "{}">:$builtin), [{
    build($_builder, $_state, ValueType::get($_builder.getContext()), name, builtin, {}, {});
  }]>, OpBuilder<(ins "::mlir::StringAttr":$name, "::mlir::Value":$object, "::mlir::FlatSymbolRefAttr":$module), [{
    build($_builder, $_state, ValueType::get($_builder.getContext()), name, {}, object, module);
  }]>];
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$name (`builtin` $builtin^)? (`of` $object^ $module)? attr-dict";
}
def Py_IsKnownGlobalOp : Py_Op<"is_known_global"> {
  let summary = "Whether the value is still the known function or class of that name; it need not be alive";
  let description = "`object` and `module`: as of py.known_global.";
  let arguments = (ins Py_ValueType:$value, StrAttr:$name, Optional<Py_ValueType>:$object,
                       OptionalAttr<FlatSymbolRefAttr>:$module);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $name (`of` $object^ $module)? attr-dict";
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
def Py_MethodAtOp : Py_Op<"method_at", [Py_OwnershipInterface]> {
  let summary = "The function that is at that place among the methods of the known class of `self`; borrowed from the class";
  let arguments = (ins Py_ValueType:$self, I32Attr:$place);
  let results = (outs Py_ValueType:$function);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$self $place attr-dict";
}
def Py_HasDictOp : Py_Op<"has_dict"> {
  let summary = "Whether an instance of a known class has got a dict of its own";
  let arguments = (ins Py_ValueType:$object, UnitAttr:$exception);
  let results = (outs I1:$result);
  let assemblyFormat = "$object (`exception` $exception^)? attr-dict";
}
def Py_CallFastOp : Py_Op<"call_fast", [Py_MayRaiseInterface]> {
  let summary = "Calls a fast version; operands are as its signature says";
  let description = [{
    With `place`, the version that is meant is that of the method at that place in the class of the first argument;
    `function` is one that takes and gives the same. With `others`, it is the one of all these that is of the callee's code:
    they, too, take and give the same.
    `plain`: it looks at nothing of its callee, which may be null, and its module is this one.
  }];
  let arguments = (ins Py_ValueType:$callee, FlatSymbolRefAttr:$function, OptionalAttr<FlatSymbolRefArrayAttr>:$others,
                       OptionalAttr<I32Attr>:$place, UnitAttr:$plain, Variadic<AnyType>:$arguments);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = [{
    $callee $function (`or` $others^)? (`at` $place^)? (`plain` $plain^)? `(` $arguments `)` attr-dict `:` type($arguments)
  }];
}
def Py_CallFastLikelyOp : Py_Op<"call_fast_likely"> {
  let summary = "Likewise, of one that gives what is likely (givesLikely), or has left its likely code";
  let description = [{
    `bits`: the number, or those of a word, for py.likely_result. Where `isOther` holds they are those of any word, or null:
    py.unexpected_result.
  }];
  let arguments = (ins Py_ValueType:$callee, FlatSymbolRefAttr:$function, OptionalAttr<FlatSymbolRefArrayAttr>:$others,
                       OptionalAttr<I32Attr>:$place, UnitAttr:$plain, Variadic<AnyType>:$arguments);
  let results = (outs AnyTypeOf<[I64, F64]>:$bits, I1:$isOther);
  let assemblyFormat = [{
    $callee $function (`or` $others^)? (`at` $place^)? (`plain` $plain^)? `(` $arguments `)` attr-dict `:` functional-type($arguments, $bits)
  }];
}
def Py_ConstructFastOp : Py_Op<"construct_fast"> {
  let summary = "An instance of a known class, whose __init__, a known method, has a fast version that gives a word";
  let description = [{
    `fields`: so many words the instance has behind the first one, which is its dict or a slot that __slots__ declares. Absent
    where it has no words, too many, or a finalizer. `exception`: the class has kIsException; __new__ gets the arguments, too.
    Where `isOther` holds, `bits` are null, or __init__ has left its likely code.
  }];
  let arguments = (ins Py_ValueType:$callee, I32Attr:$method, FlatSymbolRefAttr:$function, OptionalAttr<I32Attr>:$fields,
                       UnitAttr:$plain, UnitAttr:$exception, Variadic<AnyType>:$arguments);
  let results = (outs I64:$bits, I1:$isOther);
  let assemblyFormat = [{
    $callee $method $function (`fields` $fields^)? (`plain` $plain^)? (`exception` $exception^)? `(` $arguments `)` attr-dict `:` type($arguments)
  }];
}
def Py_OperateFastOp : Py_Op<"operate_fast"> {
  let summary = "left symbol right, where the left operand's method is known and the right one has nothing to say";
  let description = [{
    `arguments`: both operands as the fast version takes them; the words are for the message. The results are those of
    py.call_fast_likely.
  }];
  let arguments = (ins StrAttr:$symbol, Py_ValueType:$left, Py_ValueType:$right, I32Attr:$method,
                       FlatSymbolRefAttr:$function, UnitAttr:$plain, Variadic<AnyType>:$arguments);
  let results = (outs I64:$bits, I1:$isOther);
  let assemblyFormat = [{
    $left $symbol $right `,` $method $function (`plain` $plain^)? `(` $arguments `)` attr-dict `:` type($arguments)
  }];
}
def Py_IsKnownClassOp : Py_Op<"is_known_class", [Pure]> {
  let summary = "Whether the value is this known class";
  let arguments = (ins Py_ValueType:$value, Py_ClassAttr:$known);
  let results = (outs I1:$result);
  let assemblyFormat = "$value $known attr-dict";
}
def Py_LikelyResultOp : Py_Op<"likely_result"> {
  let summary = "The word that a fast version gave, as was expected";
  let arguments = (ins I64:$bits);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$bits attr-dict";
}
def Py_UnexpectedResultOp : Py_Op<"unexpected_result", [Py_MayRaiseInterface]> {
  let summary = "The word that a fast version gave instead of what is likely; null: it raised";
  let arguments = (ins AnyTypeOf<[I64, F64]>:$bits);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$bits attr-dict `:` type($bits)";
}
def Py_ForwardFastOp : Py_Op<"forward_fast", [Terminator]> {
  let summary = "Leaves the function with what its fast version gives, or raises; the version takes over the call";
  let arguments = (ins FlatSymbolRefAttr:$function, Variadic<AnyType>:$arguments);
  let assemblyFormat = "$function `(` $arguments `)` attr-dict `:` type($arguments)";
}
def Py_ReturnNumberOp : Py_Op<"return_number", [Terminator]> {
  let summary = "Leaves a fast version with the number that it is to give";
  let arguments = (ins AnyTypeOf<[I64, F64]>:$number);
  let assemblyFormat = "$number attr-dict `:` type($number)";
}

#endif
