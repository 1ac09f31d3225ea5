// The lowering's driver: from each py.module_code to its body function, and on to all functions that make_function
// names. What no module reaches is not lowered, so dead code costs nothing.
#include "compiler/codegen/codegen.h"
#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

#include <llvm/IR/MDBuilder.h>
#include <llvm/IR/Verifier.h>

namespace molt::codegen {

static const HandlerTable &sharedHandlers() {
  static const HandlerTable table;
  return table;
}

ModuleLowering::ModuleLowering(mlir::ModuleOp source, llvm::Module &module, const CodegenOptions &options)
    : source_(source), module_(module), options_(options), constants_(module, options.isStatic),
      handlers_(sharedHandlers()) {
  // A module's description comes behind its functions.
  for (mlir::Operation &op : *source_.getBody()) {
    if (auto function = mlir::dyn_cast<py::FuncOp>(op)) {
      functions_[function.getSymNameAttr()] = function;
      moduleIndices_[function.getSymNameAttr()] = modules_.size();
    } else if (auto described = mlir::dyn_cast<py::ModuleOp>(op)) {
      modules_.emplace_back().op = described;
    }
  }
  source_.walk([&](py::MultiplyOp op) { hasCompactLists_ |= op->hasAttr(py::kCompactAttr); });
}

bool ModuleLowering::run() {
  for (PythonModule &module : modules_)
    if (mlir::FlatSymbolRefAttr body = module.op.getBodyFunctionAttr())
      code(body.getAttr());
  while (lowerPending())
    ;
  for (auto &[symbol, code] : codes_)
    code = defineCode(functions_.lookup(symbol), code, moduleOf(symbol), facts(symbol));
  llvm::SmallVector<llvm::GlobalVariable *> moduleCodes;
  for (PythonModule &module : modules_) {
    mlir::FlatSymbolRefAttr body = module.op.getBodyFunctionAttr();
    moduleCodes.push_back(defineModuleCode(module, body ? codes_[body.getAttr()] : nullptr));
  }
  defineMethodTables();
  defineProgram(moduleCodes);
  return !failed_;
}

// Whether there was anything to do; that may have brought more.
bool ModuleLowering::lowerPending() {
  bool any = false;
  for (PythonModule &module : modules_) {
    while (!module.pending.empty()) {
      any = true;
      FunctionLowering(*this, module, module.pending.pop_back_val()).run();
    }
  }
  return any;
}

llvm::Constant *ModuleLowering::code(mlir::StringAttr symbol) {
  llvm::GlobalVariable *&code = codes_[symbol];
  if (code)
    return code;
  auto *type = llvm::ArrayType::get(llvm::Type::getInt8Ty(context()), sizeof(Code));
  code = new llvm::GlobalVariable(module_, type, false, llvm::GlobalValue::InternalLinkage, nullptr,
                                  symbol.getValue() + ".code");
  py::FuncOp function = functions_.lookup(symbol);
  if (!function) {
    fail(source_, "refers to a function that does not exist: " + symbol.getValue());
    return code;
  }
  moduleOf(symbol).pending.push_back(function);
  if (auto fast = function->getAttrOfType<mlir::FlatSymbolRefAttr>("fast"))
    for (py::FuncOp version = functions_.lookup(fast.getAttr()); version;) {
      moduleOf(symbol).pending.push_back(version);
      auto rest = version->getAttrOfType<mlir::FlatSymbolRefAttr>("rest");
      version = rest ? functions_.lookup(rest.getAttr()) : nullptr;
    }
  return code;
}

llvm::Function *ModuleLowering::fastVersion(mlir::StringAttr symbol) {
  if (llvm::Function *known = module_.getFunction(symbol.getValue()))
    return known;
  py::FuncOp source = functions_.lookup(symbol);
  llvm::Type *word = llvm::Type::getInt64Ty(context()), *floating = llvm::Type::getDoubleTy(context());
  llvm::Type *address = llvm::PointerType::get(context(), 0);
  llvm::SmallVector<llvm::Type *> parameters{address, address};
  for (mlir::Attribute parameter : source->getAttrOfType<mlir::ArrayAttr>("signature"))
    parameters.push_back(py::kindsOfHint(parameter).is(py::Kind::Float) ? floating : word);
  parameters.push_back(parameters.front());
  py::Kinds result = py::kindsOfHint(source->getAttr("result"));
  llvm::Type *given = word;
  if (py::givesLikely(source->getAttr("result")))
    given = llvm::StructType::get(context(), {result.is(py::Kind::Float) ? floating : word, word});
  return makeVersion(llvm::FunctionType::get(given, parameters, false), symbol.getValue());
}

llvm::Function *ModuleLowering::makeVersion(llvm::FunctionType *type, llvm::StringRef name) {
  auto *function = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage, name, module_);
  function->setDoesNotThrow();
  function->setDSOLocal(true);
  passCallee(*function);
  return function;
}

static llvm::StringRef nameOf(Memory memory) {
  constexpr llvm::StringLiteral names[] = {"", "count", "flags", "type", "slot", "dict", "size", "bytes", "depth", "world"};
  return names[unsigned(memory)];
}

bool isMemory(const llvm::Instruction &access, Memory memory) {
  llvm::MDNode *tag = access.getMetadata(llvm::LLVMContext::MD_tbaa);
  auto *type = tag ? llvm::dyn_cast<llvm::MDNode>(tag->getOperand(0)) : nullptr;
  auto *name = type ? llvm::dyn_cast<llvm::MDString>(type->getOperand(0)) : nullptr;
  return name && name->getString() == nameOf(memory);
}

llvm::MDNode *ModuleLowering::memoryTag(Memory memory) {
  llvm::MDNode *&tag = memoryTags_[unsigned(memory)];
  if (!tag && memory != Memory::Any) {
    llvm::MDBuilder b(context());
    llvm::MDNode *type = b.createTBAAScalarTypeNode(nameOf(memory), b.createTBAARoot("molt"));
    tag = b.createTBAAStructTagNode(type, type, 0);
  }
  return tag;
}

void ModuleLowering::fail(mlir::Operation *op, const llvm::Twine &message) {
  op->emitOpError(message);
  failed_ = true;
}

std::unique_ptr<llvm::Module> lowerToLLVM(mlir::ModuleOp source, llvm::LLVMContext &context,
                                          const CodegenOptions &options) {
  auto module = std::make_unique<llvm::Module>("molt", context);
  setModuleTarget(*module, options.target);
  if (!ModuleLowering(source, *module, options).run())
    return nullptr;
#ifndef NDEBUG
  if (llvm::verifyModule(*module, &llvm::errs()))
    return nullptr;
#endif
  return module;
}

} // namespace molt::codegen
