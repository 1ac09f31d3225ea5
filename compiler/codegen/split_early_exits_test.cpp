// Which functions are split, and what is left of them.
#include "compiler/codegen/split_early_exits.h"

#include "compiler/codegen/ir_testing.h"

#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Verifier.h>

namespace molt::codegen {

/// A recursive function @f that begins with `beginning`, from where it may go to %back, which returns, and to %on.
static std::string recursive(const std::string &beginning, const std::string &attribute = "\"molt-hot\"") {
  return "declare void @other()\n"
         "define internal i64 @f(i64 %n, ptr %p) {\nentry:\n" + beginning +
         "back:\n  %r = phi i64 [ 1, %entry ], [ %c, %on ]\n  ret i64 %r\n"
         "on:\n  %m = add i64 %n, -1\n  %c = call i64 @f(i64 %m, ptr %p) " + attribute +
         "\n  call void @other()\n  br label %back\n}\n"
         "define i64 @main(i64 %n, ptr %p) {\n  %r = call i64 @f(i64 %n, ptr %p)\n  ret i64 %r\n}\n"
         "!0 = !{!\"branch_weights\", i32 1, i32 2000}\n";
}

/// The calls in a function, by name, after the pass; "none" where there is no such function.
static std::string callsIn(const std::string &text, llvm::StringRef name) {
  llvm::LLVMContext context;
  auto module = parseModule(context, text);
  llvm::ModuleAnalysisManager analyses;
  SplitEarlyExitsPass().run(*module, analyses);
  EXPECT_FALSE(llvm::verifyModule(*module, &llvm::errs()));
  llvm::Function *function = module->getFunction(name);
  if (!function)
    return "none";
  std::string calls;
  for (llvm::Instruction &instruction : llvm::instructions(*function))
    if (auto *call = llvm::dyn_cast<llvm::CallInst>(&instruction))
      calls += (calls.empty() ? "" : " ") + call->getCalledFunction()->getName().str();
  return calls;
}

const std::string kCompare = "  %t = icmp slt i64 %n, 2\n  br i1 %t, label %back, label %on\n";

TEST(SplitEarlyExits, TestsBecomeAFunction) {
  EXPECT_EQ(callsIn(recursive(kCompare), "f"), "f.body");
  EXPECT_EQ(callsIn(recursive(kCompare), "f.body"), "f other");
  EXPECT_EQ(callsIn(recursive(kCompare), "main"), "f");
  std::string field = "  %v = load i64, ptr %p\n  %t = icmp eq i64 %v, 0\n  br i1 %t, label %back, label %on\n";
  EXPECT_EQ(callsIn(recursive(field), "f"), "f.body");
}

TEST(SplitEarlyExits, LeavesWhatHasEffects) {
  EXPECT_EQ(callsIn(recursive("  store i64 1, ptr %p\n" + kCompare), "f.body"), "none");
  EXPECT_EQ(callsIn(recursive("  call void @other()\n" + kCompare), "f.body"), "none");
  std::string variable =
      "  %a = alloca i64\n  %v = load i64, ptr %a\n  %t = icmp eq i64 %v, 0\n  br i1 %t, label %back, label %on\n";
  EXPECT_EQ(callsIn(recursive(variable), "f.body"), "none");
}

TEST(SplitEarlyExits, LeavesWhatSeldomReturnsOrDoesNotRecur) {
  std::string seldom = "  %t = icmp slt i64 %n, 2\n  br i1 %t, label %back, label %on, !prof !0\n";
  EXPECT_EQ(callsIn(recursive(seldom), "f.body"), "none");
  EXPECT_EQ(callsIn(recursive(kCompare, ""), "f.body"), "none");
}

} // namespace molt::codegen
