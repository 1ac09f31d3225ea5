// The methods of the commonest builtin types by name, for calls whose receiver turns out to be exactly of one of them.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace molt::codegen {

struct BuiltinMethod {
  llvm::StringRef type;  // its identity among abi/symbols.def and the runtime's symbols
  llvm::StringRef entry; // the symbol of its MethodDef (runtime/core/type.h)
};

/// What list, dict, set and str have by that name.
llvm::ArrayRef<BuiltinMethod> builtinMethods(llvm::StringRef name);

/// An entry point that is such a method, for a call with that many arguments, the receiver's included. It takes them as they
/// are, not in an array; None stands for those that are left out.
struct DirectMethod {
  llvm::StringLiteral name, type, entry;
  unsigned argumentCount;
  bool isOfNone; // the entry gives nothing but whether it has raised
};
/// Null: there is none.
const DirectMethod *directMethod(llvm::StringRef name, unsigned argumentCount);

} // namespace molt::codegen
