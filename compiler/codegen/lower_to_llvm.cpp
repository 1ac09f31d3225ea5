// The lowering's driver: from each py.module_code to its body function, and on to all functions that make_function names.
// What no module reaches is not lowered, so dead code costs nothing.
#include "compiler/codegen/codegen.h"
#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

#include <llvm/IR/Verifier.h>

namespace molt::codegen {

static const HandlerTable &sharedHandlers() {
  static const HandlerTable table;
  return table;
}

ModuleLowering::ModuleLowering(mlir::ModuleOp source, llvm::Module &module, const CodegenOptions &options)
    : source_(source), module_(module), options_(options), constants_(module, options.isStatic),
      handlers_(sharedHandlers()) {
  source_.walk([&](py::FuncOp function) { functions_[function.getSymNameAttr()] = function; });
}

bool ModuleLowering::run() {
  llvm::SmallVector<py::ModuleOp> modules;
  source_.walk([&](py::ModuleOp module) { modules.push_back(module); });
  for (py::ModuleOp op : modules) {
    PythonModule module;
    module.op = op;
    lowerModule(module);
  }
  defineProgram(moduleCodes_);
  return !failed_;
}

void ModuleLowering::lowerModule(PythonModule &module) {
  mlir::FlatSymbolRefAttr body = module.op.getBodyFunctionAttr();
  if (body)
    code(body.getAttr());
  while (!pending_.empty()) {
    py::FuncOp function = pending_.pop_back_val();
    FunctionFacts facts = FunctionLowering(*this, module, function).run();
    llvm::GlobalVariable *&code = codes_[function.getSymNameAttr()];
    code = defineCode(function, code, module, facts);
  }
  moduleCodes_.push_back(defineModuleCode(module, body ? codes_[body.getAttr()] : nullptr));
}

llvm::Constant *ModuleLowering::code(mlir::StringAttr symbol) {
  llvm::GlobalVariable *&code = codes_[symbol];
  if (code)
    return code;
  auto *type = llvm::ArrayType::get(llvm::Type::getInt8Ty(context()), sizeof(Code));
  code = new llvm::GlobalVariable(module_, type, false, llvm::GlobalValue::InternalLinkage, nullptr,
                                  symbol.getValue() + ".code");
  py::FuncOp function = functions_.lookup(symbol);
  if (!function)
    fail(source_, "refers to a function that does not exist: " + symbol.getValue());
  else
    pending_.push_back(function);
  return code;
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
