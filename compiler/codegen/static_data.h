// Objects of abi/object.h as constant data: fields in order, pointers padded to 8 bytes on every target.
#pragma once

#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/Module.h>

namespace molt::codegen {

class StaticData {
public:
  explicit StaticData(llvm::Module &module) : module_(module), context_(module.getContext()) {}

  void pointer(llvm::Constant *target) {
    if (!target) {
      u64(0);
      return;
    }
    fields_.push_back(target);
    if (module_.getDataLayout().getPointerSize() == 4)
      u32(0);
  }
  void u32(uint32_t number) { fields_.push_back(llvm::ConstantInt::get(llvm::Type::getInt32Ty(context_), number)); }
  void u64(uint64_t number) { fields_.push_back(llvm::ConstantInt::get(llvm::Type::getInt64Ty(context_), number)); }
  /// The bytes and a NUL.
  void text(llvm::StringRef bytes) { fields_.push_back(llvm::ConstantDataArray::getString(context_, bytes)); }
  /// A value: its word, or an object's address.
  void value(llvm::Constant *word) {
    if (word->getType()->isPointerTy())
      pointer(word);
    else
      fields_.push_back(word);
  }
  /// Type, immortal count, flags.
  void header(llvm::Constant *type, uint32_t flags);

  llvm::GlobalVariable *make(const llvm::Twine &name, bool isConstant);
  /// Gives `declared` these fields, through a new global that replaces it.
  llvm::GlobalVariable *define(llvm::GlobalVariable *declared, bool isConstant);

private:
  llvm::Module &module_;
  llvm::LLVMContext &context_;
  llvm::SmallVector<llvm::Constant *> fields_;
};

} // namespace molt::codegen
