#include "compiler/codegen/constants.h"

#include "abi/object.h"
#include "compiler/codegen/string_hash.h"
#include "compiler/ir/py_dialect.h"

namespace molt::codegen {

llvm::Constant *ConstantPool::get(mlir::Attribute value) {
  auto [entry, fresh] = made_.try_emplace(value);
  if (!fresh)
    return entry->second;
  llvm::Constant *constant = make(value); // may move the table's entries
  return made_[value] = constant;
}

llvm::Constant *ConstantPool::make(mlir::Attribute value) {
  if (mlir::isa<py::NoneAttr>(value))
    return symbol("none");
  if (mlir::isa<py::EllipsisAttr>(value))
    return symbol("ellipsis");
  if (auto truth = mlir::dyn_cast<mlir::BoolAttr>(value))
    return symbol(truth.getValue() ? "true" : "false");
  if (auto integer = mlir::dyn_cast<mlir::IntegerAttr>(value)) {
    if (!integer.getValue().isSignedIntN(kIntBits))
      return nullptr;
    return word(Value::fromInt(integer.getValue().getSExtValue()).bits());
  }
  if (auto number = mlir::dyn_cast<mlir::FloatAttr>(value))
    return noteFloats(), word(Value::fromDouble(number.getValueAsDouble()).bits());
  if (auto text = mlir::dyn_cast<mlir::StringAttr>(value))
    return str(text.getValue());
  if (auto data = mlir::dyn_cast<py::BytesAttr>(value))
    return bytes(data.getData().getValue());
  if (auto items = mlir::dyn_cast<mlir::ArrayAttr>(value)) {
    llvm::SmallVector<llvm::Constant *> words;
    for (mlir::Attribute item : items) {
      words.push_back(get(item));
      if (!words.back())
        return nullptr;
    }
    return tuple(words);
  }
  return nullptr;
}

llvm::Constant *ConstantPool::word(uint64_t bits) {
  return llvm::ConstantInt::get(llvm::Type::getInt64Ty(module_.getContext()), bits);
}

llvm::Constant *ConstantPool::symbol(llvm::StringRef name) {
  std::string full = "molt_" + name.str();
  if (llvm::GlobalVariable *known = module_.getNamedGlobal(full))
    return known;
  // The size does not matter, but that it is more than none: so no two of them have one address.
  auto *type = llvm::ArrayType::get(llvm::Type::getInt8Ty(module_.getContext()), sizeof(Object));
  auto *global = new llvm::GlobalVariable(module_, type, false, llvm::GlobalValue::ExternalLinkage, nullptr, full);
  global->setAlignment(llvm::Align(8));
  global->setDSOLocal(dsoLocal_);
  return global;
}

void ConstantPool::noteFloats() { symbol("type_float"); }

llvm::Constant *ConstantPool::str(llvm::StringRef text) {
  llvm::Constant *&made = strings_[text];
  if (made)
    return made;
  StringFacts facts = describeString({text.data(), text.size()});
  StaticData data(module_);
  data.header(symbol("type_str"), kStrInterned | (facts.isAscii ? uint32_t{kStrAscii} : 0));
  data.u64(facts.length);
  data.u64(text.size());
  data.u64(facts.hash);
  if (facts.isAscii) {
    data.text(text);
  } else {
    std::string padded = text.str();
    padded.resize((text.size() + 8) / 8 * 8 - 1); // its NUL is added
    data.text(padded);
    data.u64(0); // the index
  }
  // Writable: the runtime fills in the index, and the hash of the empty str.
  return made = data.make("str", false);
}

llvm::Constant *ConstantPool::bytes(llvm::StringRef content) {
  StaticData data(module_);
  data.header(symbol("type_bytes"), 0);
  data.u64(content.size());
  data.u64(0);
  data.text(content);
  return data.make("bytes", false);
}

llvm::Constant *ConstantPool::tuple(llvm::ArrayRef<llvm::Constant *> items) {
  StaticData data(module_);
  data.header(symbol("type_tuple"), 0);
  data.u64(items.size());
  for (llvm::Constant *item : items)
    data.value(item);
  return data.make("tuple", false);
}

llvm::Constant *ConstantPool::cString(llvm::StringRef text) {
  StaticData data(module_);
  data.text(text);
  llvm::GlobalVariable *global = data.make("text", true);
  global->setAlignment(llvm::Align(1));
  global->setUnnamedAddr(llvm::GlobalValue::UnnamedAddr::Global);
  return global;
}

} // namespace molt::codegen
