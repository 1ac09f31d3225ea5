// molt-opt: runs passes over py dialect text. The tests in tests/ir drive it; molt itself never does.
//
//   molt-opt [mlir-opt's options] FILE        for example --pass-pipeline='builtin.module(py.func(py-infer-borrows))'
//   molt-opt --emit-llvm [--dev] [--wasm] [--no-passes | --no-versions] FILE
//                                             all of Molt's passes (or without py-version-blocks), then codegen's LLVM IR
#include "compiler/codegen/codegen.h"
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"
#include "compiler/transforms/pipeline.h"

#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/raw_ostream.h>
#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlow.h>
#include <mlir/Dialect/LLVMIR/LLVMDialect.h>
#include <mlir/Parser/Parser.h>
#include <mlir/Pass/PassManager.h>
#include <mlir/Tools/mlir-opt/MlirOptMain.h>
#include <mlir/Transforms/Passes.h>

static int emitLlvm(mlir::MLIRContext &context, llvm::ArrayRef<llvm::StringRef> arguments) {
  molt::codegen::CodegenOptions options;
  bool runsPasses = true, makesVersions = true;
  llvm::StringRef file = "-";
  for (llvm::StringRef argument : arguments) {
    if (argument == "--dev")
      options.profile = molt::codegen::Profile::Dev;
    else if (argument == "--wasm")
      options.target = molt::codegen::Target::Wasm;
    else if (argument == "--no-passes")
      runsPasses = false;
    else if (argument == "--no-versions")
      makesVersions = false;
    else
      file = argument;
  }
  mlir::OwningOpRef<mlir::ModuleOp> source = mlir::parseSourceFile<mlir::ModuleOp>(file, &context);
  if (!source)
    return 1;
  mlir::PassManager manager(&context);
  if (runsPasses)
    molt::transforms::buildPipeline(manager,
                                    {makesVersions && options.profile == molt::codegen::Profile::Release});
  if (failed(manager.run(*source)))
    return 1;
  llvm::LLVMContext llvmContext;
  std::unique_ptr<llvm::Module> module = molt::codegen::lowerToLLVM(*source, llvmContext, options);
  if (!module)
    return 1;
  module->print(llvm::outs(), nullptr);
  return llvm::verifyModule(*module, &llvm::errs());
}

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  registry.insert<molt::py::PyDialect, mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect,
                  mlir::LLVM::LLVMDialect>();
  if (argc > 1 && llvm::StringRef(argv[1]) == "--emit-llvm") {
    mlir::MLIRContext context(registry, mlir::MLIRContext::Threading::DISABLED);
    return emitLlvm(context, llvm::SmallVector<llvm::StringRef>(argv + 2, argv + argc));
  }
  mlir::registerCanonicalizerPass();
  mlir::registerCSEPass();
  molt::transforms::registerPasses();
  return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, "Molt's pass driver\n", registry));
}
