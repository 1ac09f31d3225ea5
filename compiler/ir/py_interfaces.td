// What passes ask ops, so that no pass has a list of ops.
#ifndef MOLT_PY_INTERFACES_TD
#define MOLT_PY_INTERFACES_TD

include "mlir/IR/OpBase.td"

def Py_MayRaiseInterface : OpInterface<"MayRaise"> {
  let cppNamespace = "::molt::py";
  let description = "An op that may leave a pending exception instead of its results.";
  let methods = [
    InterfaceMethod<"Whether this op, with its attributes, can raise.", "bool", "mayRaise", (ins),
                    "", [{ return true; }]>,
    InterfaceMethod<"Whether its place is added to the exception's traceback.", "bool",
                    "addsTraceback", (ins), "", [{ return true; }]>,
  ];
}

def Py_OwnershipInterface : OpInterface<"Ownership"> {
  let cppNamespace = "::molt::py";
  let description = "Departures from the rule that operands are borrowed and results owned.";
  let methods = [
    InterfaceMethod<"Whether the op takes over the count of this !py.value operand.", "bool",
                    "consumesOperand", (ins "unsigned":$index), "", [{ return false; }]>,
    InterfaceMethod<"Whether this result is borrowed: kept alive by what the op read it from.",
                    "bool", "borrowsResult", (ins "unsigned":$index), "", [{ return false; }]>,
  ];
}

def Py_EntryPointInterface : OpInterface<"EntryPointOp"> {
  let cppNamespace = "::molt::py";
  let description = "An op that becomes one call of a runtime entry point.";
  let methods = [
    InterfaceMethod<"The entry's name in abi/entry_points.def.", "::llvm::StringRef", "getEntryPoint">,
    InterfaceMethod<"The op's declared operand number `index`: empty if absent, several if variadic.",
                    "::mlir::OperandRange", "getOperandGroup", (ins "unsigned":$index),
                    [{ return $_op.getODSOperands(index); }]>,
  ];
}

def Py_SpecializableInterface : OpInterface<"Specializable"> {
  let cppNamespace = "::molt::py";
  let description = "An op that has a special form for operands of known kinds (specialization.h).";
  let methods = [
    InterfaceMethod<"Puts the special form on the specializer's path, or says what it would have to know.",
                    "::molt::py::Specialization", "specialize", (ins "::molt::py::Specializer &":$specializer)>,
  ];
}

def Py_InfersInterface : OpInterface<"Infers"> {
  let cppNamespace = "::molt::py";
  let description = "An op that tells what is likely to flow where (inference.h).";
  let methods = [
    InterfaceMethod<"Lets flow what the op moves, given what is known so far; asked again until nothing changes.",
                    "void", "infer", (ins "::molt::py::Inference &":$inference)>,
    InterfaceMethod<"Notes on the op, as attributes, what else its special form wants to know.", "void", "annotate",
                    (ins "::molt::py::Inference &":$inference), "", [{ (void)inference; }]>,
  ];
}

#endif
