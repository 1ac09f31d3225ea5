// What targets with structured control flow need of py-version-blocks: no versions that jump into each other's middle.
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <gtest/gtest.h>
#include <mlir/Dialect/Arith/IR/Arith.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlow.h>
#include <mlir/IR/BuiltinOps.h>
#include <mlir/IR/Dominance.h>
#include <mlir/IR/MLIRContext.h>
#include <mlir/IR/Verifier.h>
#include <mlir/Parser/Parser.h>
#include <mlir/Pass/Pass.h>
#include <mlir/Pass/PassManager.h>

namespace molt::transforms {

// for i in range(n):
//     total += i
//     for item in items:
//         total = total * 3 + item
static constexpr const char *kLoops = R"(
py.func @f {
^bb0(%n: !py.value, %items: !py.value):
  %total = py.slot "total"
  %i = py.slot "i"
  %item = py.slot "item"
  %zero = py.constant 0 : si64
  py.store_local %total, %zero
  %range = py.load_global "range"
  %numbers = py.call %range(%n)
  %outer = py.get_iterator %numbers
  cf.br ^bb1
^bb1:
  py.poll
  %number = py.iterator_next %outer
  %end = py.is_exhausted %number
  cf.cond_br %end, ^bb3, ^bb2
^bb2:
  py.store_local %i, %number
  %t0 = py.load_local %total "total" checked owned
  %i0 = py.load_local %i "i" checked owned
  %t1 = py.inplace_add %t0, %i0
  py.store_local %total, %t1
  %inner = py.get_iterator %items
  cf.br ^bb5
^bb3:
  py.release %outer
  %result = py.load_local %total "total" checked owned
  py.return %result
^bb5:
  py.poll
  %next = py.iterator_next %inner
  %done = py.is_exhausted %next
  cf.cond_br %done, ^bb7, ^bb6
^bb6:
  py.store_local %item, %next
  %t2 = py.load_local %total "total" checked owned
  %three = py.constant 3 : si64
  %product = py.multiply %t2, %three
  %item0 = py.load_local %item "item" checked owned
  %sum = py.add %product, %item0
  py.store_local %total, %sum
  cf.br ^bb5
^bb7:
  py.release %inner
  cf.br ^bb1
} attributes {cell_names = [], first_line = 1 : i32, flags = 0 : i32, free_names = [], keyword_only_count = 0 : i32, name = "f", positional_count = 2 : i32, positional_only_count = 0 : i32, qualname = "f", variable_names = ["n", "items", "total", "i", "item"]}
)";

/// Whether each way back leads to a block that dominates its start.
static bool isReducible(mlir::Region &region) {
  mlir::DominanceInfo dominance(region.getParentOp());
  llvm::DenseSet<mlir::Block *> entered, left;
  bool reducible = true;
  auto visit = [&](auto &visit, mlir::Block *block) -> void {
    entered.insert(block);
    for (mlir::Block *successor : block->getSuccessors()) {
      if (!entered.contains(successor))
        visit(visit, successor);
      else if (!left.contains(successor))
        reducible &= dominance.dominates(successor, block);
    }
    left.insert(block);
  };
  visit(visit, &region.front());
  return reducible;
}

struct Versions {
  bool reducible;
  unsigned blocks;
};

static Versions makeVersions(bool structured) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  context.loadDialect<py::PyDialect, mlir::cf::ControlFlowDialect, mlir::arith::ArithDialect>();
  auto module = mlir::parseSourceString<mlir::ModuleOp>(kLoops, &context);
  EXPECT_TRUE(module);
  mlir::PassManager manager(&context);
  auto &functions = manager.nest<py::FuncOp>();
  functions.addPass(createExceptionEdgesPass());
  functions.addPass(createDefiniteAssignmentPass());
  functions.addPass(createVersionBlocksPass(structured));
  EXPECT_TRUE(mlir::succeeded(manager.run(*module)));
  auto function = *module->getOps<py::FuncOp>().begin();
  return {isReducible(function.getBody()), static_cast<unsigned>(function.getBody().getBlocks().size())};
}

TEST(VersionBlocks, StructuredVersionsAreReducible) {
  Versions structured = makeVersions(true);
  EXPECT_TRUE(structured.reducible);
  EXPECT_GT(structured.blocks, 60u); // there are versions of the loops
}

TEST(VersionBlocks, OthersNeedNotBe) { EXPECT_FALSE(makeVersions(false).reducible); }

} // namespace molt::transforms
