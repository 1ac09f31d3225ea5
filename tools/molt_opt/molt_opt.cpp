// molt-opt: runs passes over py dialect text. The tests in tests/ir drive it; molt itself never does.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlow.h>
#include <mlir/Dialect/LLVMIR/LLVMDialect.h>
#include <mlir/Tools/mlir-opt/MlirOptMain.h>
#include <mlir/Transforms/Passes.h>

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  registry.insert<molt::py::PyDialect, mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect,
                  mlir::LLVM::LLVMDialect>();
  mlir::registerCanonicalizerPass();
  mlir::registerCSEPass();
  molt::transforms::registerPasses();
  return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, "Molt's pass driver\n", registry));
}
