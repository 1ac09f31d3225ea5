// Which instances become variables: those that only unlikely code lets anybody know.
#include "compiler/codegen/replace_instances.h"

#include "compiler/codegen/ir_testing.h"

#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/raw_ostream.h>

namespace molt::codegen {

constexpr llvm::StringLiteral kTaker = "molt.take_cell.48", kBuiltinTaker = "molt.take_cell.builtin.48";

/// The body of @made behind the making of an object %cell of 48 bytes, whose word is %word.
static std::string madeIn(llvm::StringRef body, llvm::StringRef taker) {
  return ("declare noalias nonnull ptr @" + taker + "(ptr)\n"
          "declare preserve_mostcc void @molt.release_last_py(i64)\n"
          "declare preserve_mostcc void @molt.release_py(i64)\n"
          "declare void @escape(i64)\n"
          "define i64 @made(ptr %runtime, i64 %type, i64 %n, i1 %rare) {\n"
          "  %cell = call ptr @" + taker + "(ptr %runtime)\n"
          "  %word = ptrtoint ptr %cell to i64\n"
          "  store i64 %type, ptr %cell\n"
          "  %slot = getelementptr i8, ptr %cell, i64 24\n"
          "  store i64 %n, ptr %slot\n" +
          body + "}\n!0 = !{!\"branch_weights\", i32 1, i32 2000}\n")
      .str();
}

/// The blocks of @made that still make an instance, or call `callee`; "none" where there are none.
static std::string blocksThatCall(llvm::StringRef body, llvm::StringRef callee, llvm::StringRef taker = kTaker) {
  llvm::LLVMContext context;
  auto module = parseModule(context, madeIn(body, taker));
  FunctionAnalyses analyses;
  llvm::FunctionAnalysisManager &functions = analyses.functions;
  ReplaceInstancesPass().run(*module->getFunction("made"), functions);
  EXPECT_FALSE(llvm::verifyModule(*module, &llvm::errs()));
  std::string blocks;
  for (llvm::BasicBlock &block : *module->getFunction("made"))
    for (llvm::Instruction &instruction : block)
      if (auto *call = llvm::dyn_cast<llvm::CallInst>(&instruction))
        if (call->getCalledFunction()->getName() == callee)
          blocks += (blocks.empty() ? "" : " ") + (block.hasName() ? block.getName().str() : "?");
  return blocks.empty() ? "none" : blocks;
}

TEST(ReplaceInstances, TakesWhatNobodyKnows) {
  EXPECT_EQ(blocksThatCall("  %m = load i64, ptr %slot\n  ret i64 %m\n", kTaker), "none");
  EXPECT_EQ(blocksThatCall("  %is = icmp eq i64 %word, %n\n  %m = zext i1 %is to i64\n  ret i64 %m\n", kTaker), "none");
}

TEST(ReplaceInstances, MakesItWhereUnlikelyCodeNeedsIt) {
  std::string body = "  br i1 %rare, label %unlikely, label %likely, !prof !0\n"
                     "unlikely:\n  call void @escape(i64 %word)\n  ret i64 1\n"
                     "likely:\n  %m = load i64, ptr %slot\n  ret i64 %m\n";
  EXPECT_EQ(blocksThatCall(body, kTaker), "unlikely.instance");
  EXPECT_EQ(blocksThatCall(body, "escape"), "unlikely");
}

TEST(ReplaceInstances, LeavesWhatLikelyCodeLetsBeKnown) {
  EXPECT_EQ(blocksThatCall("  call void @escape(i64 %word)\n  ret i64 1\n", kTaker), "?");
  EXPECT_EQ(blocksThatCall("  br i1 %rare, label %often, label %likely\n"
                           "often:\n  call void @escape(i64 %word)\n  ret i64 1\n"
                           "likely:\n  %m = load i64, ptr %slot\n  ret i64 %m\n",
                           kTaker),
            "?");
  EXPECT_EQ(blocksThatCall("  ret i64 %word\n", kTaker), "?");
}

// The class may have got a finalizer.
TEST(ReplaceInstances, EndsFieldsUnlessTheClassHasChanged) {
  std::string body = "  br label %end\nend:\n  call preserve_mostcc void @molt.release_last_py(i64 %word)\n  ret i64 0\n";
  EXPECT_EQ(blocksThatCall(body, "molt.release_py"), "?");
  EXPECT_EQ(blocksThatCall(body, kTaker), "?");
  EXPECT_EQ(blocksThatCall(body, "molt.release_last_py"), "?");
}

// What it holds is released where it is known, so that another such object can be replaced next.
TEST(ReplaceInstances, EndsObjectsOfBuiltinTypesWithTheirFields) {
  std::string body = "  br label %end\nend:\n  call preserve_mostcc void @molt.release_last_py(i64 %word)\n  ret i64 0\n";
  EXPECT_EQ(blocksThatCall(body, kBuiltinTaker, kBuiltinTaker), "none");
  EXPECT_EQ(blocksThatCall(body, "molt.release_py", kBuiltinTaker), "none");
  EXPECT_EQ(blocksThatCall(body, "molt.release_last_py", kBuiltinTaker), "?");
}

} // namespace molt::codegen
