// Python constants in the program: as static data where a value can be written down, else through a module's table of
// constants, which a function makes when the module starts.
#pragma once

#include "compiler/codegen/static_data.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/StringMap.h>
#include <mlir/IR/Attributes.h>
#include <mlir/IR/BuiltinAttributes.h>

namespace molt::codegen {

/// Static data of one LLVM module; equal constants are one object.
class ConstantPool {
public:
  ConstantPool(llvm::Module &module, bool dsoLocal) : module_(module), dsoLocal_(dsoLocal) {}

  /// The address of an object, or an i64 word; null when the constant cannot be static data.
  llvm::Constant *get(mlir::Attribute value);
  llvm::Constant *str(llvm::StringRef text);
  llvm::Constant *tuple(llvm::ArrayRef<llvm::Constant *> items);
  /// molt_<name>, of abi/symbols.def.
  llvm::Constant *symbol(llvm::StringRef name);
  /// Whoever emits a float says so, since nothing allocates it: the runtime is linked with what floats can do only then
  /// (docs/pruning.md).
  void noteFloats();
  /// NUL-terminated bytes.
  llvm::Constant *cString(llvm::StringRef text);

private:
  llvm::Constant *make(mlir::Attribute value);
  llvm::Constant *bytes(llvm::StringRef data);
  llvm::Constant *word(uint64_t bits);

  llvm::Module &module_;
  bool dsoLocal_;
  llvm::DenseMap<mlir::Attribute, llvm::Constant *> made_;
  llvm::StringMap<llvm::Constant *> strings_;
};

} // namespace molt::codegen
