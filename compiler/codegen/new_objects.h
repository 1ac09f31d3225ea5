// Objects that compiled code makes itself, in cells of the runtime's allocator, so that ReplaceInstancesPass can see through them.
#pragma once

#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

namespace molt::codegen {

/// Whose object it is: an instance of a class of the program, which may have a finalizer one day; or one of a builtin type, whose
/// end is to release what it holds.
enum class MadeOf { Class, BuiltinType };

/// What a cell for an object of so many bytes has.
constexpr uint64_t cellSize(uint64_t size) { return (size + kSizeClassStep - 1) / kSizeClassStep * kSizeClassStep; }

/// A new object of so many bytes that the collector is to visit, with one reference; `type`: as a word. What stands behind the
/// header is the caller's to fill.
llvm::CallInst *makeObject(FunctionLowering &lowering, MadeOf madeOf, llvm::Value *type, uint64_t size);
/// Its word.
llvm::Value *wordOf(FunctionLowering &lowering, llvm::CallInst *object);

} // namespace molt::codegen
