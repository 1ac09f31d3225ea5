// py-forward-to-fast: a function that has a fast version (py-fast-versions) does no more than to ask whether it suits.
//
// Its parameters are tested, one after the other, for what the fast version's signature says; when all suit, the fast
// version is called with them, else the function's own body runs. That body is for what seldom comes, so it is without
// inline code.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

using mlir::Block;
using mlir::Value;

/// Whether the word is of what a signature says of a parameter; null where it says nothing.
Value testFor(mlir::OpBuilder &b, mlir::Location location, Value word, mlir::Attribute parameter) {
  py::Kinds wanted = py::kindsOfHint(parameter);
  if (auto known = mlir::dyn_cast<py::ClassAttr>(parameter))
    return py::IsInstanceOp::create(b, location, b.getI1Type(), word, known);
  if (wanted == py::Kinds() || wanted.is(py::Kind::Bool) || wanted.is(py::Kind::Instance))
    return {};
  return py::makeTest(b, location, word, wanted.one());
}

void forward(py::FuncOp function, mlir::FlatSymbolRefAttr fast, mlir::ArrayAttr parameters) {
  mlir::Region body;
  mlir::Region &region = function.getBody();
  body.takeBody(region);
  mlir::OpBuilder b(function.getContext());
  mlir::Location location = function.getLoc();
  mlir::Block *entry = b.createBlock(&region), *otherwise = nullptr;
  for (mlir::BlockArgument argument : body.getArguments())
    entry->addArgument(argument.getType(), argument.getLoc());
  llvm::SmallVector<Value, 6> arguments(entry->getArguments());
  for (auto [argument, parameter] : llvm::zip(arguments, parameters)) {
    Value test = testFor(b, location, argument, parameter);
    if (!test)
      continue;
    if (!otherwise)
      otherwise = &region.emplaceBlock();
    Block *next = &region.emplaceBlock();
    auto branch = mlir::cf::CondBranchOp::create(b, location, test, next, otherwise);
    branch->setAttr("unlikely", b.getBoolAttr(false));
    b.setInsertionPointToEnd(next);
    if (py::Kinds wanted = py::kindsOfHint(parameter); wanted.isNumber())
      argument = py::makeUnboxed(b, location, argument, wanted.one());
  }
  py::ForwardFastOp::create(b, location, fast, arguments);
  if (!otherwise)
    return;
  b.setInsertionPointToEnd(otherwise);
  auto rest = mlir::FlatSymbolRefAttr::get(function.getContext(), (function.getSymName() + ".rest").str());
  py::ExitOp::create(b, location, rest, b.getI32IntegerAttr(0), mlir::ValueRange());
}

struct ForwardToFastPass : mlir::PassWrapper<ForwardToFastPass, mlir::OperationPass<py::FuncOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ForwardToFastPass)
  llvm::StringRef getArgument() const override { return "py-forward-to-fast"; }
  llvm::StringRef getDescription() const override { return "Functions with a fast version ask whether it suits"; }
  void getDependentDialects(mlir::DialectRegistry &registry) const override {
    registry.insert<mlir::cf::ControlFlowDialect>();
  }
  void runOnOperation() override {
    py::FuncOp function = getOperation();
    if (auto fast = function->getAttrOfType<mlir::FlatSymbolRefAttr>("fast"))
      forward(function, fast, function->getAttrOfType<mlir::ArrayAttr>("fast_signature"));
  }
};

} // namespace

std::unique_ptr<mlir::Pass> createForwardToFastPass() { return std::make_unique<ForwardToFastPass>(); }

} // namespace molt::transforms
