#include "compiler/codegen/static_data.h"

#include "abi/object.h"

namespace molt::codegen {

void StaticData::header(llvm::Constant *type, uint32_t flags) {
  pointer(type);
  u32(kImmortal);
  u32(flags);
}

llvm::GlobalVariable *StaticData::make(const llvm::Twine &name, bool isConstant) {
  llvm::Constant *data = llvm::ConstantStruct::getAnon(context_, fields_, /*Packed=*/true);
  auto *global = new llvm::GlobalVariable(module_, data->getType(), isConstant, llvm::GlobalValue::PrivateLinkage,
                                          data, name);
  global->setAlignment(llvm::Align(16));
  return global;
}

llvm::GlobalVariable *StaticData::define(llvm::GlobalVariable *declared, bool isConstant) {
  llvm::GlobalVariable *made = make("", isConstant);
  made->takeName(declared);
  declared->replaceAllUsesWith(made);
  declared->eraseFromParent();
  return made;
}

} // namespace molt::codegen
