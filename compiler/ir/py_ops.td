// The ops of the py dialect. The rules of reading are in py_dialect.td.
#ifndef MOLT_PY_OPS_TD
#define MOLT_PY_OPS_TD

include "py_dialect.td"
include "py_interfaces.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/IR/RegionKindInterface.td"

class Py_Op<string mnemonic, list<Trait> traits = []> : Op<Py_Dialect, mnemonic, traits>;


// What the inference asks of them (infer_*.cpp), and the versioning of blocks (specialize_*.cpp).
defvar Py_Infers = DeclareOpInterfaceMethods<Py_InfersInterface>;
defvar Py_InfersCallee = DeclareOpInterfaceMethods<Py_InfersInterface, ["annotate"]>;
defvar Py_Special = DeclareOpInterfaceMethods<Py_SpecializableInterface>;

// One call of an entry point; the suffix _py or a Result<> type in abi/entry_points.def says the rest.
class Py_EntryOp<string mnemonic, string entry, list<Trait> traits = []>
    : Py_Op<mnemonic, traits # [Py_EntryPointInterface]> {
  code entryMethod = "::llvm::StringRef getEntryPoint() { return \"" # entry # "\"; }\n";
  let extraClassDeclaration = entryMethod;
}
class Py_RaisingEntryOp<string mnemonic, string entry, list<Trait> traits = []>
    : Py_EntryOp<mnemonic, entry, traits # [Py_MayRaiseInterface]>;

// ---- Functions ---------------------------------------------------------------------------------

def Py_FuncOp : Py_Op<"func", [Symbol, IsolatedFromAbove]> {
  let summary = "A function, class body, module body, lambda or generator expression";
  let description = [{
    The entry block's arguments are the parameters in the order of abi/object.h's Code (positional,
    keyword-only, *args, **kwargs), borrowed for the whole function; a class body has one, the
    namespace. In a generator (flag kIsGenerator) they are absent: the runtime has put the bound
    parameters into the first slots, which are declared in the same order.
    `flags` are abi FunctionFlags. `variable_names`: parameters first, then the other locals.
  }];
  let arguments = (ins
    SymbolNameAttr:$sym_name, StrAttr:$name, StrAttr:$qualname, I32Attr:$first_line, I32Attr:$flags,
    I32Attr:$positional_only_count, I32Attr:$positional_count, I32Attr:$keyword_only_count,
    StrArrayAttr:$variable_names, StrArrayAttr:$cell_names, StrArrayAttr:$free_names,
    OptionalAttr<StrAttr>:$docstring);
  let regions = (region AnyRegion:$body);
  let assemblyFormat = "$sym_name $body attr-dict-with-keyword";
  let hasVerifier = 1;
}

def Py_ModuleOp : Py_Op<"module_code", [Symbol]> {
  let summary = "Describes one Python module: its name, file and body function";
  let description = "A namespace package has no body function, and its folder for a file.";
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$name, StrAttr:$filename,
                       OptionalAttr<FlatSymbolRefAttr>:$body_function, UnitAttr:$is_package);
  let assemblyFormat = "$sym_name $name $filename ($body_function^)? (`package` $is_package^)? attr-dict";
}

def Py_ReturnOp : Py_Op<"return", [Terminator, Py_OwnershipInterface, Py_Infers]> {
  let summary = "Leaves the function, from any depth of py.try; releases its slots";
  let description = "`likely`: in a fast version, this is what it is expected to give.";
  let arguments = (ins Py_ValueType:$value, UnitAttr:$likely);
  let extraClassDeclaration = "bool consumesOperand(unsigned) { return true; }\n";
  let assemblyFormat = "$value (`likely` $likely^)? attr-dict";
}

// ---- Exceptions ----------------------------------------------------------------------------------

def Py_TryOp : Py_Op<"try", [Terminator]> {
  let summary = "Runs body; an exception raised in it is taken and runs handler";
  let description = [{
    Both regions are control flow graphs. `py.leave N` in either goes to the N-th successor. The
    handler's entry block has one argument, the exception (owned); an exception raised in the
    handler leaves for the next py.try outside. Values reach the successors through slots only.
  }];
  let regions = (region AnyRegion:$body, AnyRegion:$handler);
  let successors = (successor VariadicSuccessor<AnySuccessor>:$exits);
  let assemblyFormat = "$body `except` $handler `[` $exits `]` attr-dict";
  let hasVerifier = 1;
}

def Py_LeaveOp : Py_Op<"leave", [Terminator]> {
  let summary = "Leaves the innermost py.try around it through its exit number `exit`";
  let arguments = (ins I32Attr:$exit);
  let assemblyFormat = "$exit attr-dict";
  let hasVerifier = 1;
}

class Py_RaiseBase<string mnemonic, string entry> : Py_Op<mnemonic, [Terminator, Py_MayRaiseInterface,
    Py_EntryPointInterface]> {
  code entryMethod = "::llvm::StringRef getEntryPoint() { return \"" # entry # "\"; }\n";
  let extraClassDeclaration = entryMethod;
  let successors = (successor VariadicSuccessor<AnySuccessor>:$unwind);
}
// These always raise: they end their block. irgen gives them no successor; py-exception-edges adds the one
// to which they unwind.
def Py_RaiseOp : Py_RaiseBase<"raise", "raise_py"> {
  let summary = "raise exception [from cause]";
  let arguments = (ins Py_ValueType:$exception, Optional<Py_ValueType>:$cause);
  let builders = [OpBuilder<(ins "::mlir::Value":$exception, "::mlir::Value":$cause), [{ build($_builder, $_state, exception, cause, ::mlir::BlockRange()); }]>];
  let assemblyFormat = "$exception (`from` $cause^)? custom<Unwind>($unwind) attr-dict";
}
def Py_RaiseHandledOp : Py_RaiseBase<"raise_handled", "raise_handled"> {
  let summary = "raise, alone";
  let extraClassDeclaration = entryMethod # "bool addsTraceback() { return false; }\n";
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::BlockRange()); }]>];
  let assemblyFormat = "custom<Unwind>($unwind) attr-dict";
}
def Py_RaiseAgainOp : Py_RaiseBase<"raise_again", "raise_again"> {
  let summary = "Goes on raising an exception that a handler did not want";
  let arguments = (ins Py_ValueType:$exception);
  let extraClassDeclaration = entryMethod # "bool addsTraceback() { return false; }\n";
  let builders = [OpBuilder<(ins "::mlir::Value":$exception), [{ build($_builder, $_state, exception, ::mlir::BlockRange()); }]>];
  let assemblyFormat = "$exception custom<Unwind>($unwind) attr-dict";
}
def Py_RaiseAssertionOp : Py_RaiseBase<"raise_assertion", "raise_assertion_py"> {
  let arguments = (ins Optional<Py_ValueType>:$message);
  let builders = [OpBuilder<(ins "::mlir::Value":$message), [{ build($_builder, $_state, message, ::mlir::BlockRange()); }]>];
  let assemblyFormat = "($message^)? custom<Unwind>($unwind) attr-dict";
}
def Py_PushHandledOp : Py_EntryOp<"push_handled", "push_handled"> {
  let summary = "Makes exception the one that is being handled; gives the previous one (or None)";
  let arguments = (ins Py_ValueType:$exception);
  let results = (outs Py_ValueType:$previous);
  let assemblyFormat = "$exception attr-dict";
}
def Py_PopHandledOp : Py_EntryOp<"pop_handled", "pop_handled"> {
  let arguments = (ins Py_ValueType:$previous);
  let assemblyFormat = "$previous attr-dict";
}
def Py_ExceptionMatchesOp : Py_RaisingEntryOp<"exception_matches", "exception_matches_py", [Py_Special, Py_InfersCallee]> {
  let arguments = (ins Py_ValueType:$exception, Py_ValueType:$pattern);
  let results = (outs I1:$matches);
  let assemblyFormat = "$exception `,` $pattern attr-dict";
}

// Made by py-exception-edges, never by irgen.
def Py_TakeExceptionOp : Py_EntryOp<"take_exception", "take_exception"> {
  let summary = "The pending exception, which is then no longer pending";
  let results = (outs Py_ValueType:$exception);
  let assemblyFormat = "attr-dict";
}
def Py_RaiseCheckOp : Py_Op<"raise_check", [Terminator]> {
  let summary = "Goes to `raised` when the op just before it left an exception pending";
  let successors = (successor AnySuccessor:$raised, AnySuccessor:$normal);
  let assemblyFormat = "$raised `,` $normal attr-dict";
  let hasVerifier = 1;
}
def Py_AddTracebackOp : Py_Op<"add_traceback"> {
  let summary = "Adds this op's location to the traceback of the pending exception";
  let assemblyFormat = "attr-dict";
}
def Py_PropagateOp : Py_Op<"propagate", [Terminator]> {
  let summary = "Leaves the function with an exception pending; releases its slots";
  let assemblyFormat = "attr-dict";
}

// ---- Constants -------------------------------------------------------------------------------------

def Py_ConstantOp : Py_Op<"constant", [Pure, ConstantLike, Py_OwnershipInterface, Py_Infers]> {
  let summary = "A constant; immortal, or held by the module";
  let arguments = (ins AnyAttr:$value);
  let results = (outs Py_ValueType:$result);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$value attr-dict";
  let hasFolder = 1;
}
def Py_NullOp : Py_Op<"null", [Pure, Py_OwnershipInterface]> {
  let summary = "The absent value, for optional operands of entry points";
  let results = (outs Py_ValueType:$result);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "attr-dict";
}

// ---- Local variables, cells -------------------------------------------------------------------------

def Py_IsNullOp : Py_Op<"is_null", [Pure, Py_Special]> {
  let summary = "Whether a word is the absent value (an unbound variable)";
  let arguments = (ins Py_ValueType:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict";
}
def Py_SlotOp : Py_Op<"slot"> {
  let summary = "Declares a local variable, unbound; stands in the function's entry block";
  let arguments = (ins StrAttr:$name);
  let results = (outs Py_SlotType:$slot);
  let assemblyFormat = "$name attr-dict";
}
def Py_LoadLocalOp : Py_Op<"load_local", [Py_MayRaiseInterface, Py_OwnershipInterface, Py_Infers]> {
  let summary = "Reads a variable";
  let description = [{
    `checked`: it may be unbound, which raises UnboundLocalError.
    `owned`: the result is a count of its own; else it is borrowed from the slot, which py-infer-borrows
    proved to keep it for as long as it is used. irgen emits owned loads.
  }];
  let arguments = (ins Py_SlotType:$slot, StrAttr:$name, UnitAttr:$checked, UnitAttr:$owned);
  let results = (outs Py_ValueType:$value);
  let extraClassDeclaration = [{
    bool mayRaise() { return getChecked(); }
    bool borrowsResult(unsigned) { return !getOwned(); }
  }];
  let assemblyFormat = "$slot $name (`checked` $checked^)? (`owned` $owned^)? attr-dict";
}
def Py_StoreLocalOp : Py_Op<"store_local", [Py_OwnershipInterface, Py_Infers]> {
  let summary = "Binds a variable, then releases what it held";
  let description = "`initial`: the slot is unbound, so nothing is released; found by py-definite-assignment.";
  let arguments = (ins Py_SlotType:$slot, Py_ValueType:$value, UnitAttr:$initial);
  let extraClassDeclaration = "bool consumesOperand(unsigned index) { return index == 1; }\n";
  let assemblyFormat = "$slot `,` $value (`initial` $initial^)? attr-dict";
}
def Py_DeleteLocalOp : Py_Op<"delete_local", [Py_MayRaiseInterface]> {
  let summary = "Unbinds a variable. `checked`: UnboundLocalError when it is unbound already";
  let arguments = (ins Py_SlotType:$slot, StrAttr:$name, UnitAttr:$checked);
  let extraClassDeclaration = "bool mayRaise() { return getChecked(); }\n";
  let assemblyFormat = "$slot $name (`checked` $checked^)? attr-dict";
}
def Py_MoveLocalOp : Py_Op<"move_local", [Py_Infers]> {
  let summary = "Takes a variable's value (null when unbound) and leaves it unbound";
  let arguments = (ins Py_SlotType:$slot);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$slot attr-dict";
}
def Py_MakeCellOp : Py_EntryOp<"make_cell", "make_cell", [Py_Infers]> {
  let summary = "A new cell; unbound without operand. Cells of a function live in slots";
  let arguments = (ins Optional<Py_ValueType>:$content);
  let results = (outs Py_ValueType:$cell);
  let assemblyFormat = "($content^)? attr-dict";
}
def Py_ClosureCellOp : Py_Op<"closure_cell", [Pure, Py_OwnershipInterface, Py_Infers]> {
  let summary = "The function's free variable number `index`";
  let arguments = (ins I32Attr:$index);
  let results = (outs Py_ValueType:$cell);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$index attr-dict";
}
def Py_LoadCellOp : Py_Op<"load_cell", [Py_MayRaiseInterface, Py_Special, Py_Infers]> {
  let summary = "Reads a cell. Unbound: NameError if `free`, else UnboundLocalError";
  let arguments = (ins Py_ValueType:$cell, StrAttr:$name, UnitAttr:$free);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$cell $name (`free` $free^)? attr-dict";
}
def Py_LoadCellOrNullOp : Py_Op<"load_cell_or_null", [Py_Infers]> {
  let summary = "Reads a cell; the null word when it is unbound (for locals())";
  let arguments = (ins Py_ValueType:$cell);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$cell attr-dict";
}
def Py_CellContentOp : Py_Op<"cell_content", [MemoryEffects<[MemRead]>, Py_OwnershipInterface]> {
  let summary = "The word in a cell, good until something runs that binds the variable; null: it is unbound";
  let arguments = (ins Py_ValueType:$cell);
  let results = (outs Py_ValueType:$value);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$cell attr-dict";
}
def Py_StoreCellOp : Py_Op<"store_cell", [Py_OwnershipInterface, Py_Special, Py_Infers]> {
  let summary = "Binds the variable, then releases what it held";
  let description = "`quiet`: that is referred to elsewhere too, or has no count.";
  let arguments = (ins Py_ValueType:$cell, Py_ValueType:$value, UnitAttr:$quiet);
  let extraClassDeclaration = "bool consumesOperand(unsigned index) { return index == 1; }\n";
  let assemblyFormat = "$cell `,` $value (`quiet` $quiet^)? attr-dict";
}
def Py_DeleteCellOp : Py_Op<"delete_cell", [Py_MayRaiseInterface]> {
  let summary = "Unbinds a cell; raises as load_cell";
  let arguments = (ins Py_ValueType:$cell, StrAttr:$name, UnitAttr:$free, UnitAttr:$unchecked);
  let extraClassDeclaration = "bool mayRaise() { return !getUnchecked(); }\n";
  let assemblyFormat = "$cell $name (`free` $free^)? (`unchecked` $unchecked^)? attr-dict";
}

// ---- Globals and class namespaces ---------------------------------------------------------------------

def Py_LoadGlobalOp : Py_RaisingEntryOp<"load_global", "load_global", [Py_Special, Py_InfersCallee]> {
  let arguments = (ins StrAttr:$name);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$name attr-dict";
}
def Py_StoreGlobalOp : Py_RaisingEntryOp<"store_global", "store_global", [Py_InfersCallee]> {
  let arguments = (ins StrAttr:$name, Py_ValueType:$value);
  let assemblyFormat = "$name `,` $value attr-dict";
}
def Py_DeleteGlobalOp : Py_RaisingEntryOp<"delete_global", "delete_global"> {
  let arguments = (ins StrAttr:$name);
  let assemblyFormat = "$name attr-dict";
}
def Py_LoadNameOp : Py_RaisingEntryOp<"load_name", "load_name_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$space, StrAttr:$name);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$space $name attr-dict";
}
def Py_StoreNameOp : Py_RaisingEntryOp<"store_name", "store_name_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$space, StrAttr:$name, Py_ValueType:$value);
  let assemblyFormat = "$space $name `,` $value attr-dict";
}
def Py_DeleteNameOp : Py_RaisingEntryOp<"delete_name", "delete_name_py"> {
  let arguments = (ins Py_ValueType:$space, StrAttr:$name);
  let assemblyFormat = "$space $name attr-dict";
}
def Py_LoadClassCellOp : Py_RaisingEntryOp<"load_class_cell", "load_class_cell_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$space, Py_ValueType:$cell, StrAttr:$name);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$space `,` $cell $name attr-dict";
}

// ---- Functions and classes as values -------------------------------------------------------------------

def Py_MakeFunctionOp : Py_EntryOp<"make_function", "make_function", [AttrSizedOperandSegments, Py_Infers]> {
  let summary = "A function object over a py.func; closure: a tuple of cells";
  let arguments = (ins FlatSymbolRefAttr:$function, Optional<Py_ValueType>:$defaults,
                       Optional<Py_ValueType>:$keyword_defaults, Optional<Py_ValueType>:$closure);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = [{$function (`defaults` $defaults^)? (`keyword_defaults` $keyword_defaults^)?
                         (`closure` $closure^)? attr-dict}];
}
def Py_SetFunctionAnnotationsOp : Py_EntryOp<"set_function_annotations", "set_function_annotations"> {
  let arguments = (ins Py_ValueType:$function, Py_ValueType:$annotations);
  let assemblyFormat = "$function `,` $annotations attr-dict";
}
def Py_SetFunctionAnnotateOp : Py_EntryOp<"set_function_annotate", "set_function_annotate"> {
  let arguments = (ins Py_ValueType:$function, Py_ValueType:$annotate);
  let assemblyFormat = "$function `,` $annotate attr-dict";
}
def Py_BuildClassOp : Py_RaisingEntryOp<"build_class", "build_class_py", [Py_InfersCallee]> {
  let summary = "class name(*bases, **keywords); body is a function of the namespace";
  let arguments = (ins Py_ValueType:$body, StrAttr:$name, Py_ValueType:$bases,
                       Py_ValueType:$keywords, Py_ValueType:$slot_names);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$body $name `,` $bases `,` $keywords `,` $slot_names attr-dict";
}

def Py_CheckTypeOp : Py_RaisingEntryOp<"check_type", "check_type", [Py_Special]> {
  let summary = "Raises TypeError where the value is an instance of none of the types: --type-hints=check";
  let description = [{
    `what` begins the error's text. Among `types` None stands for itself; what is no type cannot be checked, and suits.
    `kinds`: the bits of kinds that suit in any case.
  }];
  let arguments = (ins Py_ValueType:$value, StrAttr:$what, Variadic<Py_ValueType>:$types, I32Attr:$kinds);
  let assemblyFormat = "$value $what `(` $types `)` $kinds attr-dict";
}

// ---- Calls -----------------------------------------------------------------------------------------------

def Py_CallOp : Py_RaisingEntryOp<"call", "call_py", [Py_Special, Py_InfersCallee]> {
  let arguments = (ins Py_ValueType:$callee, Variadic<Py_ValueType>:$arguments);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee `(` $arguments `)` attr-dict";
}
def Py_CallKeywordsOp : Py_RaisingEntryOp<"call_keywords", "call_keywords_py", [Py_Special, Py_InfersCallee]> {
  let summary = "The last arguments are the values of the keywords `names`";
  let arguments = (ins Py_ValueType:$callee, Variadic<Py_ValueType>:$arguments, StrArrayAttr:$names);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee `(` $arguments `)` $names attr-dict";
}
def Py_CallMethodOp : Py_RaisingEntryOp<"call_method", "call_method_py", [Py_Special, Py_InfersCallee]> {
  let summary = "arguments[0].name(*arguments[1:]); the last ones are the values of `names`, if any";
  let arguments = (ins StrAttr:$name, Variadic<Py_ValueType>:$arguments, OptionalAttr<StrArrayAttr>:$names);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$name `(` $arguments `)` ($names^)? attr-dict";
}
def Py_LoadMethodOp : Py_RaisingEntryOp<"load_method", "load_method_py", [Py_Special, Py_InfersCallee]> {
  let summary = "Looks up object.name for a call: a function and its self, or a value and null";
  let description = [{
    Python looks a method up before it evaluates the arguments. Where nothing can tell the two orders
    apart, irgen emits py.call_method instead, which does both at once. `called_with`: both results go nowhere but to a
    py.call_loaded with so many arguments and no names, whose `called_name` is this name.
  }];
  let arguments = (ins Py_ValueType:$object, StrAttr:$name);
  let results = (outs Py_ValueType:$function, Py_ValueType:$self);
  let assemblyFormat = "$object $name attr-dict";
}
def Py_CallLoadedOp : Py_RaisingEntryOp<"call_loaded", "call_loaded_py", [Py_Special, Py_InfersCallee]> {
  let summary = "Calls what py.load_method found; arguments[0] is its self, which may be null";
  let arguments = (ins Py_ValueType:$callee, Variadic<Py_ValueType>:$arguments, OptionalAttr<StrArrayAttr>:$names);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee `(` $arguments `)` ($names^)? attr-dict";
}
def Py_CallSpreadOp : Py_RaisingEntryOp<"call_spread", "call_spread_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$callee, Py_ValueType:$positional, Optional<Py_ValueType>:$keywords);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee `(` `*` $positional (`,` `*` `*` $keywords^)? `)` attr-dict";
}
def Py_CallSuperOp : Py_RaisingEntryOp<"call_super", "call_super_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$callee, Py_ValueType:$defining_class, Py_ValueType:$self);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee `(` $defining_class `,` $self `)` attr-dict";
}
// super().name(...) without arguments in super(), in a method: no super object is made for it.
def Py_CallSuperMethodOp : Py_RaisingEntryOp<"call_super_method", "call_super_method_py", [Py_Special, Py_InfersCallee]> {
  let summary = "callee(defining_class, self).name(arguments[1:]), where callee is mostly super; arguments[0] is self";
  let arguments = (ins Py_ValueType:$callee, Py_ValueType:$defining_class, StrAttr:$name,
                       Variadic<Py_ValueType>:$arguments, OptionalAttr<StrArrayAttr>:$names);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee $defining_class $name `(` $arguments `)` ($names^)? attr-dict";
}
def Py_LoadSuperMethodOp : Py_RaisingEntryOp<"load_super_method", "load_super_method_py", [Py_Special, Py_InfersCallee]> {
  let summary = "Likewise py.load_method";
  let arguments = (ins Py_ValueType:$callee, Py_ValueType:$defining_class, Py_ValueType:$object, StrAttr:$name);
  let results = (outs Py_ValueType:$function, Py_ValueType:$self);
  let assemblyFormat = "$callee $defining_class $object $name attr-dict";
}
def Py_CallScopedOp : Py_RaisingEntryOp<"call_scoped", "call_scoped_py"> {
  let arguments = (ins Py_ValueType:$callee, Py_ValueType:$locals);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$callee `locals` $locals attr-dict";
}
def Py_MergeKeywordsOp : Py_RaisingEntryOp<"merge_keywords", "merge_keywords_py"> {
  let arguments = (ins Py_ValueType:$keywords, Py_ValueType:$mapping, Py_ValueType:$callee);
  let assemblyFormat = "$keywords `,` $mapping `,` $callee attr-dict";
}
def Py_AddKeywordOp : Py_RaisingEntryOp<"add_keyword", "add_keyword_py"> {
  let arguments = (ins Py_ValueType:$keywords, StrAttr:$name, Py_ValueType:$value, Py_ValueType:$callee);
  let assemblyFormat = "$keywords $name `,` $value `,` $callee attr-dict";
}
def Py_SpreadPositionalOp : Py_RaisingEntryOp<"spread_positional", "spread_positional_py"> {
  let arguments = (ins Py_ValueType:$list, Py_ValueType:$iterable, Py_ValueType:$callee);
  let assemblyFormat = "$list `,` $iterable `,` $callee attr-dict";
}

def Py_SpreadTupleOp : Py_RaisingEntryOp<"spread_tuple", "spread_tuple_py", [Py_Special, Py_Infers]> {
  let summary = "The tuple of positional arguments for f(*iterable)";
  let arguments = (ins Py_ValueType:$iterable, Py_ValueType:$callee);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$iterable `,` $callee attr-dict";
}

// ---- Attributes, operators, subscripts ------------------------------------------------------------------------

def Py_GetAttributeOp : Py_RaisingEntryOp<"get_attribute", "get_attribute_py", [Py_InfersCallee, Py_Special]> {
  let arguments = (ins Py_ValueType:$object, StrAttr:$name);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$object $name attr-dict";
}
def Py_SetAttributeOp : Py_RaisingEntryOp<"set_attribute", "set_attribute_py", [Py_InfersCallee, Py_Special]> {
  let arguments = (ins Py_ValueType:$object, StrAttr:$name, Py_ValueType:$value);
  let assemblyFormat = "$object $name `,` $value attr-dict";
}
def Py_DeleteAttributeOp : Py_RaisingEntryOp<"delete_attribute", "delete_attribute_py"> {
  let arguments = (ins Py_ValueType:$object, StrAttr:$name);
  let assemblyFormat = "$object $name attr-dict";
}

class Py_BinaryOp<string mnemonic, list<Trait> traits = []> : Py_RaisingEntryOp<mnemonic, mnemonic # "_py", traits> {
  let arguments = (ins Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$left `,` $right attr-dict";
}
class Py_UnaryOp<string mnemonic, list<Trait> traits = []> : Py_RaisingEntryOp<mnemonic, mnemonic # "_py", traits> {
  let arguments = (ins Py_ValueType:$operand);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$operand attr-dict";
}
// Those that have special forms for numbers.
class Py_NumberOp<string mnemonic> : Py_BinaryOp<mnemonic, [Py_Special, Py_InfersCallee]>;
class Py_NumberUnaryOp<string mnemonic> : Py_UnaryOp<mnemonic, [Py_Special, Py_InfersCallee]>;
def Py_AddOp : Py_NumberOp<"add">;
def Py_SubtractOp : Py_NumberOp<"subtract">;
def Py_MultiplyOp : Py_NumberOp<"multiply">;
def Py_MatrixMultiplyOp : Py_BinaryOp<"matrix_multiply">;
def Py_TrueDivideOp : Py_NumberOp<"true_divide">;
def Py_FloorDivideOp : Py_NumberOp<"floor_divide">;
def Py_ModuloOp : Py_NumberOp<"modulo">;
def Py_PowerOp : Py_NumberOp<"power">;
def Py_ShiftLeftOp : Py_NumberOp<"shift_left">;
def Py_ShiftRightOp : Py_NumberOp<"shift_right">;
def Py_BitAndOp : Py_NumberOp<"bit_and">;
def Py_BitOrOp : Py_NumberOp<"bit_or">;
def Py_BitXorOp : Py_NumberOp<"bit_xor">;
def Py_InplaceAddOp : Py_NumberOp<"inplace_add">;
def Py_InplaceSubtractOp : Py_NumberOp<"inplace_subtract">;
def Py_InplaceMultiplyOp : Py_NumberOp<"inplace_multiply">;
def Py_InplaceMatrixMultiplyOp : Py_BinaryOp<"inplace_matrix_multiply">;
def Py_InplaceTrueDivideOp : Py_NumberOp<"inplace_true_divide">;
def Py_InplaceFloorDivideOp : Py_NumberOp<"inplace_floor_divide">;
def Py_InplaceModuloOp : Py_NumberOp<"inplace_modulo">;
def Py_InplacePowerOp : Py_NumberOp<"inplace_power">;
def Py_InplaceShiftLeftOp : Py_NumberOp<"inplace_shift_left">;
def Py_InplaceShiftRightOp : Py_NumberOp<"inplace_shift_right">;
def Py_InplaceBitAndOp : Py_NumberOp<"inplace_bit_and">;
def Py_InplaceBitOrOp : Py_NumberOp<"inplace_bit_or">;
def Py_InplaceBitXorOp : Py_NumberOp<"inplace_bit_xor">;
def Py_InplaceAddLocalOp : Py_Op<"inplace_add_local", [Py_MayRaiseInterface, Py_Special]> {
  let summary = "py.inplace_add on a variable that the next op binds to the result; made by py-fuse-appends";
  let description = [{
    `left` is what the slot holds. The op may take it out of the slot, so that a str of one reference grows
    in place; when it raises, the slot is as before.
  }];
  let arguments = (ins Py_SlotType:$slot, Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$slot `,` $left `,` $right attr-dict";
}
def Py_LessOp : Py_NumberOp<"less">;
def Py_LessEqualOp : Py_NumberOp<"less_equal">;
def Py_EqualOp : Py_NumberOp<"equal">;
def Py_NotEqualOp : Py_NumberOp<"not_equal">;
def Py_GreaterOp : Py_NumberOp<"greater">;
def Py_GreaterEqualOp : Py_NumberOp<"greater_equal">;
def Py_NegativeOp : Py_NumberUnaryOp<"negative">;
def Py_PositiveOp : Py_NumberUnaryOp<"positive">;
def Py_InvertOp : Py_NumberUnaryOp<"invert">;

def Py_ContainsOp : Py_RaisingEntryOp<"contains", "contains_py", [Py_Special, Py_InfersCallee]> {
  let summary = "item in container";
  let arguments = (ins Py_ValueType:$container, Py_ValueType:$item);
  let results = (outs I1:$result);
  let assemblyFormat = "$container `,` $item attr-dict";
}
def Py_TruthOp : Py_RaisingEntryOp<"truth", "truth_py", [Py_Special, Py_InfersCallee]> {
  let arguments = (ins Py_ValueType:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict";
}
def Py_TestOp : Py_Op<"test", [Py_MayRaiseInterface, Py_Special]> {
  let summary = "The truth of a comparison, which is not needed as a value; made by py-fuse-tests";
  let description = "`comparison` is the mnemonic of py.less and so on.";
  let arguments = (ins StrAttr:$comparison, Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs I1:$result);
  let assemblyFormat = "$comparison $left `,` $right attr-dict";
}
def Py_IsOp : Py_Op<"is", [Pure, Py_Special]> {
  let summary = "Identity";
  let arguments = (ins Py_ValueType:$left, Py_ValueType:$right);
  let results = (outs I1:$result);
  let assemblyFormat = "$left `,` $right attr-dict";
}
def Py_BoxBoolOp : Py_Op<"box_bool", [Pure, Py_OwnershipInterface, Py_Special, Py_Infers]> {
  let summary = "True or False; the other one when `negated`";
  let arguments = (ins I1:$condition, UnitAttr:$negated);
  let results = (outs Py_ValueType:$result);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$condition (`negated` $negated^)? attr-dict";
}

def Py_GetItemOp : Py_RaisingEntryOp<"get_item", "get_item_py", [Py_Special, Py_InfersCallee]> {
  let arguments = (ins Py_ValueType:$object, Py_ValueType:$key);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$object `[` $key `]` attr-dict";
}
def Py_SetItemOp : Py_RaisingEntryOp<"set_item", "set_item_py", [Py_Special, Py_InfersCallee]> {
  let arguments = (ins Py_ValueType:$object, Py_ValueType:$key, Py_ValueType:$value);
  let assemblyFormat = "$object `[` $key `]` `,` $value attr-dict";
}
def Py_DeleteItemOp : Py_RaisingEntryOp<"delete_item", "delete_item_py", [Py_Special]> {
  let arguments = (ins Py_ValueType:$object, Py_ValueType:$key);
  let assemblyFormat = "$object `[` $key `]` attr-dict";
}
def Py_GetSliceOp : Py_RaisingEntryOp<"get_slice", "get_slice_py", [Py_Special, Py_Infers]> {
  let summary = "object[start:stop:step]; bounds are those three, None where absent";
  let arguments = (ins Py_ValueType:$object, Variadic<Py_ValueType>:$bounds);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$object `[` $bounds `]` attr-dict";
}
def Py_SetSliceOp : Py_RaisingEntryOp<"set_slice", "set_slice_py", [Py_Special, Py_Infers]> {
  let arguments = (ins Py_ValueType:$object, Variadic<Py_ValueType>:$bounds, Py_ValueType:$value);
  let assemblyFormat = "$object `[` $bounds `]` `,` $value attr-dict";
}
def Py_MakeSliceOp : Py_EntryOp<"make_slice", "make_slice"> {
  let arguments = (ins Py_ValueType:$start, Py_ValueType:$stop, Py_ValueType:$step);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$start `,` $stop `,` $step attr-dict";
}

// ---- Displays ------------------------------------------------------------------------------------------------

// Special in that the kind of their result is known.
class Py_DisplayOp<string mnemonic> : Py_EntryOp<mnemonic, mnemonic, [Py_Special, Py_Infers]> {
  let arguments = (ins Variadic<Py_ValueType>:$items);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "`(` $items `)` attr-dict";
}
def Py_MakeTupleOp : Py_DisplayOp<"make_tuple">;
def Py_MakeListOp : Py_DisplayOp<"make_list">;
def Py_MakeSetOp : Py_RaisingEntryOp<"make_set", "make_set_py", [Py_Infers]> {
  let arguments = (ins Variadic<Py_ValueType>:$items);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "`(` $items `)` attr-dict";
}
def Py_MakeDictOp : Py_RaisingEntryOp<"make_dict", "make_dict_py", [Py_Special, Py_Infers]> {
  let summary = "items: key, value, key, value, ... (the entry's count is of pairs)";
  let arguments = (ins Variadic<Py_ValueType>:$items);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "`(` $items `)` attr-dict";
}
def Py_ListAppendOp : Py_EntryOp<"list_append", "list_append", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$list, Py_ValueType:$item);
  let assemblyFormat = "$list `,` $item attr-dict";
}
def Py_ListExtendOp : Py_RaisingEntryOp<"list_extend", "list_extend_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$list, Py_ValueType:$iterable);
  let assemblyFormat = "$list `,` $iterable attr-dict";
}
def Py_ListToTupleOp : Py_EntryOp<"list_to_tuple", "list_to_tuple", [Py_Special, Py_Infers]> {
  let arguments = (ins Py_ValueType:$list);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$list attr-dict";
}
def Py_SetAddOp : Py_RaisingEntryOp<"set_add", "set_add_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$set, Py_ValueType:$item);
  let assemblyFormat = "$set `,` $item attr-dict";
}
def Py_SetUpdateOp : Py_RaisingEntryOp<"set_update", "set_update_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$set, Py_ValueType:$iterable);
  let assemblyFormat = "$set `,` $iterable attr-dict";
}
def Py_DictSetOp : Py_RaisingEntryOp<"dict_set", "dict_set_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$dict, Py_ValueType:$key, Py_ValueType:$value);
  let assemblyFormat = "$dict `[` $key `]` `,` $value attr-dict";
}
def Py_DictUpdateOp : Py_RaisingEntryOp<"dict_update", "dict_update_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$dict, Py_ValueType:$mapping);
  let assemblyFormat = "$dict `,` $mapping attr-dict";
}
def Py_FormatValueOp : Py_RaisingEntryOp<"format_value", "format_value_py", [Py_Special, Py_Infers]> {
  let summary = "conversion: 0, 's', 'r' or 'a'";
  let arguments = (ins Py_ValueType:$value, I32Attr:$conversion, Optional<Py_ValueType>:$spec);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$value $conversion (`spec` $spec^)? attr-dict";
}
def Py_JoinStringsOp : Py_DisplayOp<"join_strings">;

// ---- Unpacking and iteration ------------------------------------------------------------------------------------

def Py_UnpackOp : Py_RaisingEntryOp<"unpack", "unpack_py", [Py_Special, Py_Infers]> {
  let summary = "a, b, ... = value";
  let arguments = (ins Py_ValueType:$value);
  let results = (outs Variadic<Py_ValueType>:$items);
  let assemblyFormat = "$value attr-dict (`:` type($items)^)?";
}
def Py_UnpackStarOp : Py_RaisingEntryOp<"unpack_star", "unpack_star_py", [Py_Infers]> {
  let summary = "a, *b, c = value";
  let arguments = (ins Py_ValueType:$value, I32Attr:$before, I32Attr:$after);
  let results = (outs Variadic<Py_ValueType>:$items);
  let assemblyFormat = "$value $before $after attr-dict (`:` type($items)^)?";
}
def Py_PollOp : Py_Op<"poll", [Py_MayRaiseInterface, Py_Special]> {
  let summary = "In every loop: lets the runtime act on what happened meanwhile (Ctrl-C)";
  let assemblyFormat = "attr-dict";
}
def Py_HasEventsOp : Py_Op<"has_events"> {
  let summary = "Whether py.poll has anything to do";
  let results = (outs I1:$result);
  let assemblyFormat = "attr-dict";
}
def Py_GetIteratorOp : Py_RaisingEntryOp<"get_iterator", "get_iterator_py", [Py_Special, Py_Infers]> {
  let arguments = (ins Py_ValueType:$iterable);
  let results = (outs Py_ValueType:$iterator);
  let assemblyFormat = "$iterable attr-dict";
}
def Py_IteratorNextOp : Py_RaisingEntryOp<"iterator_next", "iterator_next_py", [Py_Special, Py_Infers]> {
  let summary = "The next item, or Exhausted (abi/value.h), to be tested with py.is_exhausted at once";
  let arguments = (ins Py_ValueType:$iterator);
  let results = (outs Py_ValueType:$item);
  let assemblyFormat = "$iterator attr-dict";
}
def Py_IsExhaustedOp : Py_Op<"is_exhausted", [Pure, Py_Special]> {
  let arguments = (ins Py_ValueType:$item);
  let results = (outs I1:$result);
  let assemblyFormat = "$item attr-dict";
}

// ---- with, generators, imports --------------------------------------------------------------------------------------

def Py_WithEnterOp : Py_RaisingEntryOp<"with_enter", "with_enter_py", [Py_Special, Py_InfersCallee]> {
  let summary = "__enter__ of a manager, whose __exit__ is looked up before: a function and its self, or a value and null";
  let arguments = (ins Py_ValueType:$manager);
  let results = (outs Py_ValueType:$value, Py_ValueType:$exit, Py_ValueType:$self);
  let assemblyFormat = "$manager attr-dict";
}
def Py_WithExitOp : Py_RaisingEntryOp<"with_exit", "with_exit_py", [Py_Special, Py_InfersCallee]> {
  let summary = "__exit__ where nothing was raised; `none` is each of its arguments";
  let arguments = (ins Py_ValueType:$exit, Py_ValueType:$self, Py_ValueType:$none);
  let results = (outs Py_ValueType:$result);
  let assemblyFormat = "$exit $self $none attr-dict";
}
def Py_WithExitExceptionOp : Py_RaisingEntryOp<"with_exit_exception", "with_exit_exception_py"> {
  let summary = "Whether __exit__ swallowed the exception";
  let arguments = (ins Py_ValueType:$exit, Py_ValueType:$self, Py_ValueType:$exception);
  let results = (outs I1:$swallowed);
  let assemblyFormat = "$exit $self `,` $exception attr-dict";
}

def Py_YieldOp : Py_Op<"yield", [Py_MayRaiseInterface, Py_OwnershipInterface, AttrSizedOperandSegments, Py_Infers]> {
  let summary = "Suspends the generator; the result is what send() brought";
  let description = [{
    Resuming with throw() raises here. With `delegate` (yield from) it does not: the result is then
    the null word with the exception pending, and goes into py.delegate; meanwhile the generator
    shows the delegate as what it waits for (Generator::delegate, borrowed from the frame).
    `spill`, made by py-spill-across-yields: what the frame keeps meanwhile.
  }];
  let arguments = (ins Py_ValueType:$value, Optional<Py_ValueType>:$delegate,
                       Variadic<Py_TemporaryType>:$spills);
  let results = (outs Py_ValueType:$sent);
  let extraClassDeclaration = [{
    bool mayRaise() { return !getDelegate(); }
    bool consumesOperand(unsigned index) { return index == 0; }
    bool borrowsResult(unsigned) { return getSent().use_empty(); } // nobody wants it
  }];
  let builders = [OpBuilder<(ins "::mlir::Type":$type, "::mlir::Value":$value, "::mlir::Value":$delegate), [{
    build($_builder, $_state, type, value, delegate, ::mlir::ValueRange());
  }]>];
  let assemblyFormat = "$value (`delegate` $delegate^)? (`spill` `(` $spills^ `)`)? attr-dict";
}
// Made by py-spill-across-yields, never by irgen. They move words and change no counts.
def Py_TemporaryOp : Py_Op<"temporary"> {
  let summary = "Declares a word for a value that lives across a py.yield; stands in the entry block";
  let description = "`number`: it holds an i64, f64 or i1, which the frame takes apart into two inline ints.";
  let arguments = (ins UnitAttr:$number);
  let results = (outs Py_TemporaryType:$temporary);
  let assemblyFormat = "(`number` $number^)? attr-dict";
}
def Py_SetTemporaryOp : Py_Op<"set_temporary", [Py_OwnershipInterface]> {
  let arguments = (ins Py_TemporaryType:$temporary, Py_ValueType:$value);
  let extraClassDeclaration = "bool consumesOperand(unsigned) { return true; }\n";
  let assemblyFormat = "$temporary `,` $value attr-dict";
}
def Py_GetTemporaryOp : Py_Op<"get_temporary", [Py_OwnershipInterface]> {
  let arguments = (ins Py_TemporaryType:$temporary);
  let results = (outs Py_ValueType:$value);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return true; }\n";
  let assemblyFormat = "$temporary attr-dict";
}
def Py_SetNumberOp : Py_Op<"set_number"> {
  let summary = "py.set_temporary of a number";
  let arguments = (ins Py_TemporaryType:$temporary, AnyTypeOf<[I64, F64, I1]>:$value);
  let assemblyFormat = "$temporary `,` $value attr-dict `:` type($value)";
}
def Py_GetNumberOp : Py_Op<"get_number"> {
  let summary = "py.get_temporary of a number";
  let arguments = (ins Py_TemporaryType:$temporary);
  let results = (outs AnyTypeOf<[I64, F64, I1]>:$value);
  let assemblyFormat = "$temporary attr-dict `:` type($value)";
}
def Py_GetYieldFromIteratorOp : Py_RaisingEntryOp<"get_yield_from_iterator", "get_yield_from_iterator_py"> {
  let arguments = (ins Py_ValueType:$iterable);
  let results = (outs Py_ValueType:$iterator);
  let assemblyFormat = "$iterable attr-dict";
}
def Py_DelegateOp : Py_RaisingEntryOp<"delegate", "delegate_py"> {
  let summary = "One step of yield from: something to yield; or Exhausted, and `result` is the value";
  let arguments = (ins Py_ValueType:$iterator, Py_ValueType:$sent);
  let results = (outs Py_ValueType:$yielded, Py_ValueType:$result);
  let assemblyFormat = "$iterator `,` $sent attr-dict";
}

def Py_ImportOp : Py_RaisingEntryOp<"import", "import_py", [Py_Infers]> {
  let arguments = (ins StrAttr:$name, Optional<Py_ValueType>:$from_names, I32Attr:$level);
  let results = (outs Py_ValueType:$module);
  let assemblyFormat = "$name (`from_names` $from_names^)? `level` $level attr-dict";
}
def Py_ImportFromOp : Py_RaisingEntryOp<"import_from", "import_from_py", [Py_Infers]> {
  let arguments = (ins Py_ValueType:$module, StrAttr:$name);
  let results = (outs Py_ValueType:$value);
  let assemblyFormat = "$module $name attr-dict";
}
def Py_ImportStarOp : Py_RaisingEntryOp<"import_star", "import_star_py"> {
  let arguments = (ins Py_ValueType:$module);
  let assemblyFormat = "$module attr-dict";
}

// ---- Reference counts: made by py-insert-refcounts; irgen ends the lifetime of loops' iterators ----

def Py_RetainOp : Py_Op<"retain", [Py_OwnershipInterface]> {
  let summary = "A new count for a value; the result is that count";
  let arguments = (ins Py_ValueType:$value);
  let results = (outs Py_ValueType:$owned);
  let extraClassDeclaration = "bool borrowsResult(unsigned) { return false; }\n";
  let assemblyFormat = "$value attr-dict";
}
def Py_ReleaseOp : Py_Op<"release", [Py_OwnershipInterface, Py_Special]> {
  let summary = "Gives a count back; keeps a pending exception";
  let arguments = (ins Py_ValueType:$value);
  let extraClassDeclaration = "bool consumesOperand(unsigned) { return true; }\n";
  let assemblyFormat = "$value attr-dict";
}

include "unboxed_ops.td"
include "instance_ops.td"
include "call_ops.td"
include "special_ops.td"
include "sequence_ops.td"
include "key_ops.td"
include "pattern_ops.td"
include "type_parameter_ops.td"
include "string_ops.td"
include "exit_ops.td"

#endif
