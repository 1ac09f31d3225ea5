// The runtime's entry points as the compiler sees them: LLVM types and the role of each parameter, derived from the C++
// function types in abi/entry_points.def. Nothing here is written by hand for one entry.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

namespace llvm {
class Function;
class FunctionType;
class LLVMContext;
class Module;
} // namespace llvm

namespace molt::codegen {

/// How a parameter or result travels.
enum class AbiType : uint8_t { Void, Word, Int32, Double, Pointer };

/// What a call from an op gives for a parameter.
enum class ParameterRole : uint8_t {
  Operand,        // Borrowed<>, and int64_t for an unboxed int: the op's next operand, or null
  Str,            // Borrowed<Str>: the string attribute of that name, else as Operand
  Tuple,          // Borrowed<Tuple>: the attribute of that name, else as Operand
  Module,         // Borrowed<Module>: the function's module
  GlobalCache,    // of this (module, name)
  AttributeCache, // a new one
  Values,         // const Value *: an array of the op's next operands
  OutValues,      // Value *: where further results are written
  Code,           // Code *: of the py.func that attribute `function` names
  Integer,        // the attribute of that name; *count: see lowerEntryPoint
  Other,          // only handlers of their own use such entries
};

enum class ResultKind : uint8_t {
  None,       // void
  Owned,      // never fails
  RaisingOwned, // null: raised
  RaisingBool,  // negative: raised
  RaisingVoid,  // 0: raised
  Int32,
  Double,
  Pointer, // not null
};

struct EntryParameter {
  AbiType type;
  ParameterRole role;
  llvm::StringRef name;
};

struct EntryPoint {
  llvm::StringRef name;
  ResultKind result;
  llvm::SmallVector<EntryParameter, 6> parameters;
};

/// The entry of that name in abi/entry_points.def, or null.
const EntryPoint *findEntryPoint(llvm::StringRef name);

/// The declaration of molt_<name> in `module`.
llvm::Function *declareEntryPoint(llvm::Module &module, const EntryPoint &entry, bool dsoLocal);

} // namespace molt::codegen
