// The tables of known classes' methods that calls go through, and what takes a method's place there when its class gets another
// one at run time: a function that takes what the fast version takes, and gives what that gives, but looks the method up
// (abi/class_changes.h). So whoever calls through the table stays in its likely code.
#include "compiler/codegen/inline_calls.h"
#include "compiler/codegen/module_lowering.h"
#include "compiler/ir/fast_call.h"

#include "abi/class_changes.h"

#include <llvm/IR/IRBuilder.h>

namespace molt::codegen {

static PassedAs passedAs(mlir::Attribute hint) {
  py::Kinds kinds = py::kindsOfHint(hint);
  return kinds.is(py::Kind::Int) ? PassedAs::Integer : kinds.is(py::Kind::Float) ? PassedAs::Float : PassedAs::Word;
}

/// GenericMethod.
llvm::Constant *ModuleLowering::genericDescription(const NamedMethod &method, py::FuncOp fast) {
  auto signature = fast->getAttrOfType<mlir::ArrayAttr>("signature");
  auto *type = llvm::ArrayType::get(llvm::Type::getInt8Ty(context()), sizeof(AttributeCache));
  auto *cache = new llvm::GlobalVariable(module_, type, false, llvm::GlobalValue::PrivateLinkage,
                                         llvm::ConstantAggregateZero::get(type), "cache");
  cache->setAlignment(llvm::Align(16));
  StaticData data(module_);
  data.pointer(constants_.str(method.name));
  data.pointer(cache);
  data.u32(method.form == kGetter);
  data.u32(static_cast<uint32_t>(passedAs(fast->getAttr("result"))));
  data.u32(signature.size());
  for (unsigned i = 0; i < kMostGenericParameters; ++i)
    data.u32(i < signature.size() ? static_cast<uint32_t>(passedAs(signature[i])) : 0);
  data.u32(0); // the alignment
  return data.make("generic", true);
}

llvm::Function *ModuleLowering::genericMethod(const NamedMethod &method, py::FuncOp fast) {
  llvm::FunctionType *type = fastVersion(fast.getSymNameAttr())->getFunctionType();
  std::string name = ("molt.generic." + method.name + (method.form == kGetter ? ":" : ".")).str();
  for (mlir::Attribute parameter : fast->getAttrOfType<mlir::ArrayAttr>("signature"))
    name += "wif"[static_cast<unsigned>(passedAs(parameter))];
  name += "wif"[static_cast<unsigned>(passedAs(fast->getAttr("result")))];
  name += type->getReturnType()->isStructTy() ? "2" : "1";
  if (llvm::Function *known = module_.getFunction(name))
    return known;
  llvm::Function *function = makeRareVersion(type, name);
  llvm::IRBuilder<> b(llvm::BasicBlock::Create(context(), "", function));
  auto given = llvm::drop_end(llvm::drop_begin(function->args(), kFirstOfFast));
  unsigned count = type->getNumParams() - kFirstOfFast - 1;
  llvm::Value *words = b.CreateAlloca(llvm::ArrayType::get(b.getInt64Ty(), count));
  llvm::Value *result = b.CreateAlloca(b.getInt64Ty());
  for (auto [index, argument] : llvm::enumerate(given))
    b.CreateStore(&argument, b.CreateConstInBoundsGEP1_64(b.getInt64Ty(), words, index));
  llvm::Value *isOther = b.CreateCall(entryFunction(*findEntryPoint("call_changed_method_py")),
                                      {genericDescription(method, fast), words, result});
  auto *pair = llvm::dyn_cast<llvm::StructType>(type->getReturnType());
  llvm::Value *bits = b.CreateLoad(pair ? pair->getElementType(0) : type->getReturnType(), result);
  if (!pair) {
    b.CreateRet(bits);
    return function;
  }
  llvm::Value *both = b.CreateInsertValue(llvm::PoisonValue::get(pair), bits, 0);
  b.CreateRet(b.CreateInsertValue(both, b.CreateZExt(isOther, b.getInt64Ty()), 1));
  return function;
}

llvm::Constant *ModuleLowering::fastMethods() {
  if (!fastMethods_)
    fastMethods_ = new llvm::GlobalVariable(module_, llvm::Type::getInt64Ty(context()), false,
                                            llvm::GlobalValue::ExternalLinkage, nullptr, "fast_methods");
  return fastMethods_;
}

llvm::Constant *ModuleLowering::methodTables() {
  if (!methodTables_)
    methodTables_ = new llvm::GlobalVariable(module_, llvm::Type::getInt64Ty(context()), true,
                                             llvm::GlobalValue::InternalLinkage, nullptr, "method_tables");
  return methodTables_;
}

void ModuleLowering::defineMethodTables() {
  StaticData fast(module_), tables(module_);
  tables.pointer(fastMethods_);
  for (const NamedMethod &method : methods_) {
    py::FuncOp function = method.function ? functions_.lookup(method.function.getAttr()) : py::FuncOp();
    auto symbol = function ? function->getAttrOfType<mlir::FlatSymbolRefAttr>("fast") : nullptr;
    fast.pointer(symbol ? fastVersion(symbol.getAttr()) : nullptr);
    bool isReplaced = fastMethods_ && symbol && function->hasAttr(py::kThroughTableAttr);
    tables.pointer(isReplaced ? genericMethod(method, fastVersionOf(function)) : nullptr);
  }
  if (methodTables_)
    tables.define(methodTables_, true);
  if (fastMethods_)
    fast.define(fastMethods_, false);
}

} // namespace molt::codegen
