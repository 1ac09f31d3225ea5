// Which calls are inlined: hot ones, of functions that mostly do little.
#include "compiler/codegen/inline_calls.h"

#include "compiler/codegen/ir_testing.h"

#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>

namespace molt::codegen {

static constexpr unsigned kMany = 200; // more than a way may have

/// Instructions that nothing is known of, in a row.
static std::string chain(llvm::StringRef name) {
  std::string text = ("  %" + name + "0 = call i64 @other(i64 %n)\n").str();
  for (unsigned i = 1; i < kMany; ++i)
    text += ("  %" + name + std::to_string(i) + " = add i64 %" + name + std::to_string(i - 1) + ", %n\n").str();
  return text;
}

/// The calls of `callee` that are left in `caller`, of a module with @small, @rare, which seldom does much, and @large.
static unsigned callsLeft(const std::string &caller, llvm::StringRef callee) {
  std::string last = std::to_string(kMany - 1);
  std::string text = "declare i64 @other(i64)\n"
                     "define i64 @small(i64 %n) {\n  %m = add i64 %n, 1\n  ret i64 %m\n}\n"
                     "define i64 @large(i64 %n) {\n" + chain("l") + "  ret i64 %l" + last + "\n}\n"
                     "define i64 @rare(i64 %n) {\n  %c = icmp slt i64 %n, 0\n  br i1 %c, label %much, label %little, !prof !0\n"
                     "much:\n" + chain("r") + "  ret i64 %r" + last + "\nlittle:\n  ret i64 %n\n}\n" +
                     caller + "!0 = !{!\"branch_weights\", i32 1, i32 2000}\n";
  llvm::LLVMContext context;
  auto module = parseModule(context, text);
  llvm::ModuleAnalysisManager analyses;
  InlineHotCallsPass().run(*module, analyses);
  unsigned left = 0;
  for (llvm::Instruction &instruction : llvm::instructions(*module->getFunction("caller")))
    if (auto *call = llvm::dyn_cast<llvm::CallInst>(&instruction))
      left += call->getCalledFunction() && call->getCalledFunction()->getName() == callee;
  return left;
}

static std::string callerOf(llvm::StringRef callee, llvm::StringRef attribute) {
  return ("define i64 @caller(i64 %n) {\n  %m = call i64 @" + callee + "(i64 %n) " + attribute + "\n  ret i64 %m\n}\n").str();
}

constexpr llvm::StringLiteral kHot = "\"molt-hot\"";

TEST(InlineHotCalls, TakesWhatMostlyDoesLittle) {
  EXPECT_EQ(callsLeft(callerOf("small", kHot), "small"), 0u);
  EXPECT_EQ(callsLeft(callerOf("rare", kHot), "rare"), 0u);
}

TEST(InlineHotCalls, LeavesWhatIsLargeOrNotHot) {
  EXPECT_EQ(callsLeft(callerOf("large", kHot), "large"), 1u);
  EXPECT_EQ(callsLeft(callerOf("small", ""), "small"), 1u);
}

TEST(InlineHotCalls, LeavesRecursion) { EXPECT_EQ(callsLeft(callerOf("caller", kHot), "caller"), 1u); }

} // namespace molt::codegen
