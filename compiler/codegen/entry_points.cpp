// Templates take each entry's function type apart; the names of the parameters come from the text of the list.
#include "compiler/codegen/entry_points.h"

#include "abi/entry_points.h"

#include <llvm/IR/Function.h>
#include <llvm/IR/Module.h>

namespace molt::codegen {
namespace {

template <class T> struct ParameterOf; // an entry with any other type does not compile
template <class T> struct ParameterOf<Borrowed<T>> {
  static constexpr EntryParameter value{AbiType::Word, ParameterRole::Operand, {}};
};
template <> struct ParameterOf<Borrowed<Str>> {
  static constexpr EntryParameter value{AbiType::Word, ParameterRole::Str, {}};
};
template <> struct ParameterOf<Borrowed<Tuple>> {
  static constexpr EntryParameter value{AbiType::Word, ParameterRole::Tuple, {}};
};
template <> struct ParameterOf<Borrowed<Module>> {
  static constexpr EntryParameter value{AbiType::Word, ParameterRole::Module, {}};
};
template <> struct ParameterOf<Owned<>> {
  static constexpr EntryParameter value{AbiType::Word, ParameterRole::Other, {}};
};
template <> struct ParameterOf<int64_t> {
  static constexpr EntryParameter value{AbiType::Word, ParameterRole::Operand, {}};
};
template <> struct ParameterOf<uint64_t> {
  static constexpr EntryParameter value{AbiType::Word, ParameterRole::Integer, {}};
};
template <> struct ParameterOf<uint32_t> {
  static constexpr EntryParameter value{AbiType::Int32, ParameterRole::Integer, {}};
};
template <> struct ParameterOf<int32_t> {
  static constexpr EntryParameter value{AbiType::Int32, ParameterRole::Integer, {}};
};
template <> struct ParameterOf<double> {
  static constexpr EntryParameter value{AbiType::Double, ParameterRole::Other, {}};
};
template <class T> struct ParameterOf<T *> {
  static constexpr EntryParameter value{AbiType::Pointer, ParameterRole::Other, {}};
};
template <> struct ParameterOf<GlobalCache *> {
  static constexpr EntryParameter value{AbiType::Pointer, ParameterRole::GlobalCache, {}};
};
template <> struct ParameterOf<AttributeCache *> {
  static constexpr EntryParameter value{AbiType::Pointer, ParameterRole::AttributeCache, {}};
};
template <> struct ParameterOf<const Value *> {
  static constexpr EntryParameter value{AbiType::Pointer, ParameterRole::Values, {}};
};
template <> struct ParameterOf<Value *> {
  static constexpr EntryParameter value{AbiType::Pointer, ParameterRole::OutValues, {}};
};
template <> struct ParameterOf<Code *> {
  static constexpr EntryParameter value{AbiType::Pointer, ParameterRole::Code, {}};
};

template <class T> struct ResultOf;
template <> struct ResultOf<void> {
  static constexpr ResultKind value = ResultKind::None;
};
template <class T> struct ResultOf<Owned<T>> {
  static constexpr ResultKind value = ResultKind::Owned;
};
template <class T> struct ResultOf<Result<Owned<T>>> {
  static constexpr ResultKind value = ResultKind::RaisingOwned;
};
template <> struct ResultOf<Result<bool>> {
  static constexpr ResultKind value = ResultKind::RaisingBool;
};
template <> struct ResultOf<Result<void>> {
  static constexpr ResultKind value = ResultKind::RaisingVoid;
};
template <> struct ResultOf<double> {
  static constexpr ResultKind value = ResultKind::Double;
};
template <> struct ResultOf<void *> {
  static constexpr ResultKind value = ResultKind::Pointer;
};
template <> struct ResultOf<int32_t> {
  static constexpr ResultKind value = ResultKind::Int32;
};

// "(Borrowed<> left, const Value *items)": the last identifier of each part.
llvm::StringRef parameterName(llvm::StringRef text) {
  text = text.trim("() ");
  return text.substr(text.find_last_of(" *") + 1);
}

template <class R, class... Ps> EntryPoint describe(llvm::StringRef name, llvm::StringRef text, R (*)(Ps...)) {
  EntryPoint entry{name, ResultOf<R>::value, {ParameterOf<Ps>::value...}};
  llvm::SmallVector<llvm::StringRef, 6> parts;
  text.split(parts, ',');
  for (size_t i = 0; i < entry.parameters.size(); ++i)
    entry.parameters[i].name = parameterName(parts[i]);
  return entry;
}

llvm::StringMap<EntryPoint> makeTable() {
  llvm::StringMap<EntryPoint> table;
#define ENTRY(name, result, parameters)                                                                                \
  table.try_emplace(#name, describe(#name, #parameters, static_cast<result(*) parameters>(nullptr)));
#include "abi/entry_points.def"
#undef ENTRY
  return table;
}

llvm::Type *llvmType(llvm::LLVMContext &context, AbiType type) {
  switch (type) {
  case AbiType::Void:
    return llvm::Type::getVoidTy(context);
  case AbiType::Word:
    return llvm::Type::getInt64Ty(context);
  case AbiType::Int32:
    return llvm::Type::getInt32Ty(context);
  case AbiType::Double:
    return llvm::Type::getDoubleTy(context);
  case AbiType::Pointer:
    return llvm::PointerType::get(context, 0);
  }
  llvm_unreachable("all ABI types are handled");
}

AbiType resultType(ResultKind kind) {
  switch (kind) {
  case ResultKind::None:
    return AbiType::Void;
  case ResultKind::Owned:
  case ResultKind::RaisingOwned:
    return AbiType::Word;
  case ResultKind::RaisingBool:
  case ResultKind::RaisingVoid:
  case ResultKind::Int32:
    return AbiType::Int32;
  case ResultKind::Double:
    return AbiType::Double;
  case ResultKind::Pointer:
    return AbiType::Pointer;
  }
  llvm_unreachable("all kinds of results are handled");
}

} // namespace

const EntryPoint *findEntryPoint(llvm::StringRef name) {
  static const llvm::StringMap<EntryPoint> table = makeTable();
  auto found = table.find(name);
  return found == table.end() ? nullptr : &found->second;
}

llvm::Function *declareEntryPoint(llvm::Module &module, const EntryPoint &entry, bool dsoLocal) {
  std::string symbol = "molt_" + entry.name.str();
  if (llvm::Function *known = module.getFunction(symbol))
    return known;
  llvm::LLVMContext &context = module.getContext();
  llvm::SmallVector<llvm::Type *, 6> parameters;
  for (const EntryParameter &parameter : entry.parameters)
    parameters.push_back(llvmType(context, parameter.type));
  auto *type = llvm::FunctionType::get(llvmType(context, resultType(entry.result)), parameters, false);
  auto *function = llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, symbol, module);
  function->setDoesNotThrow();
  function->setDSOLocal(dsoLocal);
  // A function of numbers, as in mathematics.
  auto isDouble = [](const EntryParameter &parameter) { return parameter.type == AbiType::Double; };
  if (entry.result == ResultKind::Double && llvm::all_of(entry.parameters, isDouble)) {
    function->setDoesNotAccessMemory();
    function->setWillReturn();
  }
  // The arrays that compiled code passes are on its stack, and nobody keeps them.
  for (auto [index, parameter] : llvm::enumerate(entry.parameters)) {
    if (parameter.role == ParameterRole::Values || parameter.role == ParameterRole::OutValues)
      function->addParamAttr(index, llvm::Attribute::getWithCaptureInfo(context, llvm::CaptureInfo::none()));
    if (parameter.role == ParameterRole::Values)
      function->addParamAttr(index, llvm::Attribute::ReadOnly);
    if (parameter.role == ParameterRole::OutValues)
      function->addParamAttr(index, llvm::Attribute::NoAlias);
  }
  return function;
}

} // namespace molt::codegen
