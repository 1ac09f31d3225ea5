// Which tests the copy of a counted loop does without, and which loops have none.
#include "compiler/codegen/counted_loops.h"

#include "compiler/codegen/ir_testing.h"

#include <llvm/Analysis/LoopInfo.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>
#include <llvm/Transforms/Utils/LCSSA.h>
#include <llvm/Transforms/Utils/LoopSimplify.h>

namespace molt::codegen {

/// What an innermost loop still does in each round.
struct Left {
  unsigned polls = 0, branches = 0, overflowTests = 0, loads = 0, copies = 0, literalSteps = 0;
  unsigned comparisonsWithK = 0, productsOfK = 0; // in the whole function
};

/// A loop whose round, from %start by %step, is `body`: it begins behind the poll and the test of %stop, has %i, and ends
/// in %next, or goes to %leave.
static std::string loopWith(llvm::StringRef body) {
  return ("declare void @other()\n"
          "declare { i64, i1 } @llvm.sadd.with.overflow.i64(i64, i64)\n"
          "declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64)\n"
          "define i64 @counted(ptr %events, ptr %list, ptr %out, i64 %start, i64 %stop, i64 %step, i64 %k) {\n"
          "entry:\n  br label %header\n"
          "header:\n"
          "  %i = phi i64 [ %start, %entry ], [ %after, %next ]\n"
          "  %sum = phi i64 [ 0, %entry ], [ %more, %next ]\n"
          "  %wanted = load volatile i32, ptr %events, !molt.poll !1\n"
          "  %quiet = icmp eq i32 %wanted, 0\n"
          "  br i1 %quiet, label %test, label %leave\n"
          "test:\n  %behind = icmp sge i64 %i, %stop\n  br i1 %behind, label %end, label %body\n"
          "body:\n" +
          body +
          "next:\n  %after = add nsw i64 %i, 1\n  %more = add i64 %sum, %i\n  br label %header\n"
          "end:\n  ret i64 %sum\n"
          "leave:\n  ret i64 -1\n}\n"
          "!0 = !{!\"branch_weights\", i32 1, i32 1048575}\n!1 = !{}\n"
          "!2 = !{!3, !3, i64 0}\n!3 = !{!\"size\", !5, i64 0}\n!4 = !{!6, !6, i64 0}\n!5 = !{!\"molt\"}\n"
          "!6 = !{!\"slot\", !5, i64 0}\n")
      .str();
}

static Left leftIn(const std::string &text) {
  llvm::LLVMContext context;
  auto module = parseModule(context, text);
  FunctionAnalyses analyses;
  llvm::FunctionAnalysisManager &functions = analyses.functions;
  llvm::FunctionPassManager passes;
  passes.addPass(llvm::LoopSimplifyPass());
  passes.addPass(llvm::LCSSAPass());
  passes.addPass(CountedLoopsPass());
  llvm::Function &function = *module->getFunction("counted");
  passes.run(function, functions);
  EXPECT_FALSE(llvm::verifyModule(*module, &llvm::errs()));
  llvm::FunctionPassManager cleanUp;
  cleanUp.addPass(llvm::EarlyCSEPass());
  cleanUp.addPass(llvm::SimplifyCFGPass());
  functions.invalidate(function, llvm::PreservedAnalyses::none());
  cleanUp.run(function, functions);
  functions.invalidate(function, llvm::PreservedAnalyses::none());
  Left left;
  for (llvm::Loop *loop : functions.getResult<llvm::LoopAnalysis>(function).getLoopsInPreorder()) {
    left.copies += loop->getLoopDepth() > 1;
    if (!loop->isInnermost())
      continue;
    for (llvm::BasicBlock *block : loop->blocks()) {
      auto *branch = llvm::dyn_cast<llvm::BranchInst>(block->getTerminator());
      left.branches += branch && branch->isConditional();
      for (llvm::Instruction &instruction : *block) {
        left.polls += instruction.isVolatile();
        left.loads += llvm::isa<llvm::LoadInst>(instruction) && !instruction.isVolatile();
        left.overflowTests += llvm::isa<llvm::WithOverflowInst>(instruction);
        left.literalSteps += instruction.getOpcode() == llvm::Instruction::Add &&
                             llvm::isa<llvm::ConstantInt>(instruction.getOperand(1));
      }
    }
  }
  llvm::Value *k = function.getArg(6);
  for (llvm::BasicBlock &block : function)
    for (llvm::Instruction &instruction : block) {
      left.comparisonsWithK += llvm::isa<llvm::ICmpInst>(instruction) && instruction.getOperand(0) == k;
      left.productsOfK += llvm::isa<llvm::WithOverflowInst>(instruction) && instruction.getOperand(0) == k;
    }
  return left;
}

TEST(CountedLoops, AskForEventsOutside) {
  Left left = leftIn(loopWith("  br label %next\n"));
  EXPECT_EQ(left.copies, 1u);
  EXPECT_EQ(left.polls, 0u);
  EXPECT_EQ(left.branches, 1u); // for the rounds
}

static const std::string kBoundsTest = "  %length = load i64, ptr %list, !tbaa !2\n"
                                       "  %in = icmp ult i64 %i, %length\n"
                                       "  br i1 %in, label %inside, label %leave, !prof !7\n"
                                       "inside:\n"
                                       "  %place = getelementptr i64, ptr %out, i64 %i\n";
static const std::string kLikely = "!7 = !{!\"branch_weights\", i32 1048575, i32 1}\n";

TEST(CountedLoops, TestBoundsOutside) {
  Left left = leftIn(loopWith(kBoundsTest + "  store i64 %k, ptr %place, !tbaa !4\n  br label %next\n") + kLikely);
  EXPECT_EQ(left.copies, 1u);
  EXPECT_EQ(left.branches, 1u);
  EXPECT_EQ(left.loads, 0u);
}

TEST(CountedLoops, KeepTestsOfLengthsThatMayChange) {
  Left left = leftIn(loopWith(kBoundsTest + "  store i64 %k, ptr %place, !tbaa !2\n  br label %next\n") + kLikely);
  EXPECT_EQ(left.copies, 1u);
  EXPECT_EQ(left.branches, 2u);
  EXPECT_EQ(left.loads, 1u);
}

static const std::string kArithmetic =
    "  %sumPair = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %i, i64 %k)\n"
    "  %ik = extractvalue { i64, i1 } %sumPair, 0\n  %o1 = extractvalue { i64, i1 } %sumPair, 1\n"
    "  br i1 %o1, label %leave, label %multiply, !prof !0\n"
    "multiply:\n"
    "  %pair = call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %ik, i64 %ik)\n"
    "  %square = extractvalue { i64, i1 } %pair, 0\n  %o2 = extractvalue { i64, i1 } %pair, 1\n"
    "  br i1 %o2, label %leave, label %exact, !prof !0\n"
    "exact:\n";

TEST(CountedLoops, NeedNoOverflowTestsOfSmallNumbers) {
  Left left = leftIn(loopWith(kArithmetic + "  store i64 %square, ptr %out, !tbaa !4\n  br label %next\n"));
  EXPECT_EQ(left.overflowTests, 0u);
  EXPECT_EQ(left.branches, 1u);
}

// What is the same in each round is not computed anew in the copy; the loop itself must not take over what the copy assumes.
TEST(CountedLoops, AssumeSmallNumbersInTheCopyOnly) {
  Left left = leftIn(loopWith("  %below = icmp slt i64 %k, 2000000000000\n"
                              "  br i1 %below, label %some, label %others\n"
                              "some:\n  store i64 1, ptr %out, !tbaa !4\n  br label %next\n"
                              "others:\n  store i64 2, ptr %out, !tbaa !4\n  br label %next\n"));
  EXPECT_EQ(left.copies, 1u);
  EXPECT_EQ(left.comparisonsWithK, 1u);
  left = leftIn(loopWith("  %pair = call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %k, i64 3)\n"
                         "  %product = extractvalue { i64, i1 } %pair, 0\n  %o = extractvalue { i64, i1 } %pair, 1\n"
                         "  br i1 %o, label %leave, label %exact, !prof !0\n"
                         "exact:\n  store i64 %product, ptr %out, !tbaa !4\n  br label %next\n"));
  EXPECT_EQ(left.copies, 1u);
  EXPECT_EQ(left.productsOfK, 1u);
}

TEST(CountedLoops, KeepOverflowTestsOfCubes) {
  Left left = leftIn(loopWith(kArithmetic +
                              "  %cubePair = call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %square, i64 %ik)\n"
                              "  %cube = extractvalue { i64, i1 } %cubePair, 0\n"
                              "  %o3 = extractvalue { i64, i1 } %cubePair, 1\n"
                              "  br i1 %o3, label %leave, label %fits, !prof !0\n"
                              "fits:\n  store i64 %cube, ptr %out, !tbaa !4\n  br label %next\n"));
  EXPECT_EQ(left.overflowTests, 1u);
}

/// A loop whose step is 1, or on another way in `other`.
static std::string loopBy(llvm::StringRef other) {
  std::string text = loopWith("  br label %next\n");
  auto replace = [&](llvm::StringRef old, const std::string &with) { text.replace(text.find(old), old.size(), with); };
  replace("entry:\n  br label %header\n",
          "entry:\n  %loaded = load i64, ptr %list\n  %isBack = icmp eq i64 %k, 0\n"
          "  br i1 %isBack, label %back, label %entered\nback:\n  br label %entered\n"
          "entered:\n  %by = phi i64 [ 1, %entry ], [ " + other.str() + ", %back ]\n  br label %header\n");
  replace("[ %start, %entry ]", "[ %start, %entered ]");
  replace("[ 0, %entry ]", "[ 0, %entered ]");
  replace("add nsw i64 %i, 1", "add nsw i64 %i, %by");
  return text;
}

TEST(CountedLoops, TakeTheLiteralForAStepThatIsLoaded) {
  EXPECT_EQ(leftIn(loopBy("%loaded")).literalSteps, 1u);
  Left left = leftIn(loopBy("%step"));
  EXPECT_EQ(left.copies, 1u);
  EXPECT_EQ(left.literalSteps, 0u);
}

TEST(CountedLoops, AreLeftAloneWhereTheyCall) {
  Left left = leftIn(loopWith("  call void @other()\n  br label %next\n"));
  EXPECT_EQ(left.copies, 0u);
  EXPECT_EQ(left.polls, 1u);
}

} // namespace molt::codegen
