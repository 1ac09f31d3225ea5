// py-version-blocks: static versioning of basic blocks.
//
// Runs on the flat graph behind py-definite-assignment, before reference counts. Each block is cloned for the kinds
// (specialization.h) that its values and variables have on the ways into it. In a version, numbers of one known kind
// are unboxed SSA values, and ops that have a special form for the kinds of their operands take it; a test forks the
// path, and both sides know its answer. So a loop tests its variables in its first round and never again.
//
// What holds at each point of a version:
//   1. A value of the old function is bound to its parts: one word (!py.value), one number, or the parts of a range.
//   2. A variable lives in its slot (Memory) or is a number in a register (Register); then the slot holds no object, so
//      there is nothing to release in it and a store need not look. Stale is a slot without an object whose variable is
//      dead, or unbound.
//   3. Blocks take what is live in them as arguments, but for words that are the function's own parameters, which are
//      borrowed and dominate everything, and constants, which are made where they are used.
//   4. Blocks that only an exception reaches have one version, which knows nothing: all variables are in their slots.
//   5. What is rare is done in the function's general body (versioning/exits.h), in which nothing is known; a generator has
//      it among its versions.
//   6. A block has few versions; one more becomes the join with a version that it resembles, in the end the general
//   one.
//      When the function has grown by its budget, no test is made any more.
//
// (Static basic block versioning: Melancon, Feeley and Serrano, ECOOP 2024.)
#include "compiler/transforms/passes.h"
#include "compiler/versioning/function_versioner.h"

#include "abi/object.h"

#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/IR/BuiltinOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

/// A function next to `function`, without a body; its name ends in `suffix`.
py::FuncOp makeSibling(py::FuncOp function, llvm::StringRef name) {
  py::FuncOp sibling = function.cloneWithoutRegions();
  sibling.setSymName(name);
  function->getBlock()->getOperations().insert(std::next(function->getIterator()), sibling);
  return sibling;
}

mlir::FlatSymbolRefAttr symbolOf(py::FuncOp function) { return mlir::FlatSymbolRefAttr::get(function.getSymNameAttr()); }

/// Moves the body to a fast version that takes words, which the function calls.
py::FuncOp outline(py::FuncOp function) {
  py::FuncOp fast = makeSibling(function, (function.getSymName() + ".fast").str());
  fast.getBody().takeBody(function.getBody());
  mlir::OpBuilder b(function.getContext());
  mlir::Attribute nothing = b.getI32IntegerAttr(0);
  llvm::SmallVector<mlir::Attribute> words(py::parameterCount(function), nothing);
  fast->setAttr("fast_version_of", symbolOf(function));
  fast->setAttr("signature", b.getArrayAttr(words));
  fast->setAttr("result", nothing);
  function->setAttr("fast", symbolOf(fast));
  mlir::Block *entry = b.createBlock(&function.getBody());
  for (mlir::BlockArgument argument : fast.getBody().front().getArguments())
    entry->addArgument(argument.getType(), argument.getLoc());
  py::ForwardFastOp::create(b, function.getLoc(), symbolOf(fast), entry->getArguments());
  return fast;
}

bool mayExit(py::FuncOp function) {
  return llvm::any_of(function.getBody(), [](mlir::Block &block) { return mlir::isa<py::ExitOp>(block.back()); });
}

struct VersionBlocksPass : mlir::PassWrapper<VersionBlocksPass, mlir::OperationPass<mlir::ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(VersionBlocksPass)
  llvm::StringRef getArgument() const override { return "py-version-blocks"; }
  llvm::StringRef getDescription() const override { return "Blocks for known kinds of values, numbers unboxed"; }
  void getDependentDialects(mlir::DialectRegistry &registry) const override {
    registry.insert<mlir::cf::ControlFlowDialect, mlir::arith::ArithDialect>();
  }
  void runOnOperation() override {
    mlir::SymbolTable symbols(getOperation());
    for (py::FuncOp function : llvm::make_early_inc_range(getOperation().getOps<py::FuncOp>())) {
      std::optional<std::string> reason = versioning::reasonAgainstVersions(function);
      if (!reason)
        makeVersions(function, symbols);
      else if (py::isExplaining(function))
        function->setAttr(py::kStaysAttr, mlir::StringAttr::get(&getContext(), *reason));
    }
  }

  void makeVersions(py::FuncOp function, mlir::SymbolTable &symbols) {
    if (!exits || function.getFlags() & kIsGenerator)
      return versioning::FunctionVersioner(function).run();
    auto original = function->getAttrOfType<mlir::FlatSymbolRefAttr>("fast_version_of");
    bool isStarted = original && mayExit(symbols.lookup<py::FuncOp>(original.getValue()));
    py::FuncOp fast = original ? function : outline(function);
    llvm::StringRef name = original ? original.getValue() : function.getSymName();
    py::FuncOp rest = makeSibling(fast, (name + ".rest").str());
    for (llvm::StringRef attribute : {"fast_version_of", "signature", "result"})
      rest->removeAttr(attribute);
    rest->setAttr("rest_of", original ? original : symbolOf(function));
    versioning::FunctionVersioner(fast).run(rest, isStarted);
    if (rest.getBody().empty())
      rest.erase();
  }

  VersionBlocksPass() = default;
  VersionBlocksPass(const VersionBlocksPass &other) : PassWrapper(other) {}
  Option<bool> exits{*this, "exits", llvm::cl::desc("What is rare is done in general bodies"), llvm::cl::init(true)};
};

} // namespace

std::unique_ptr<mlir::Pass> createVersionBlocksPass() { return std::make_unique<VersionBlocksPass>(); }

} // namespace molt::transforms
