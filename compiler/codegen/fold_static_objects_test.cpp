// Counts and pointer tests of static data fold; those of other values stay.
#include "compiler/codegen/fold_static_objects.h"

#include "compiler/codegen/ir_testing.h"

#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>

namespace molt::codegen {

/// What a function @f of `body` returns after the pass, as text.
static std::string returned(const std::string &type, const std::string &body) {
  std::string text = "@none = external global [16 x i8]\n"
                     "define " + type + " @f(i64 %word, ptr %object) {\n" + body + "  ret " + type + " %r\n}\n"
                     "!0 = !{!1, !1, i64 0}\n!1 = !{!\"count\", !3, i64 0}\n!2 = !{!4, !4, i64 0}\n!3 = !{!\"molt\"}\n"
                     "!4 = !{!\"flags\", !3, i64 0}\n";
  llvm::LLVMContext context;
  auto module = parseModule(context, text);
  llvm::FunctionAnalysisManager analyses;
  llvm::Function &function = *module->getFunction("f");
  FoldStaticObjectsPass().run(function, analyses);
  std::string result;
  llvm::raw_string_ostream stream(result);
  llvm::cast<llvm::ReturnInst>(function.getEntryBlock().getTerminator())->getReturnValue()->printAsOperand(stream);
  return result;
}

TEST(FoldStaticObjects, CountsAreImmortal) {
  const std::string place = "getelementptr inbounds (i8, ptr @none, i64 8)";
  EXPECT_EQ(returned("i32", "  %r = load i32, ptr " + place + ", !tbaa !0\n"), "i32 -2147483648");
  EXPECT_EQ(returned("i32", "  %r = load i32, ptr " + place + ", !tbaa !2\n"), "i32 %r");
  EXPECT_EQ(returned("i32", "  %r = load i32, ptr getelementptr inbounds (i8, ptr @none, i64 12), !tbaa !0\n"), "i32 %r");
  EXPECT_EQ(returned("i32", "  %p = getelementptr i8, ptr %object, i64 8\n  %r = load i32, ptr %p, !tbaa !0\n"), "i32 %r");
}

TEST(FoldStaticObjects, AddressesArePointers) {
  const std::string word = "add (i64 ptrtoint (ptr @none to i64), i64 -1)";
  EXPECT_EQ(returned("i1", "  %r = icmp ult i64 " + word + ", 281474976710655\n"), "i1 true");
  EXPECT_EQ(returned("i1", "  %r = icmp ugt i64 " + word + ", 281474976710654\n"), "i1 false");
  EXPECT_EQ(returned("i1", "  %r = icmp ult i64 " + word + ", 65536\n"), "i1 %r");
  EXPECT_EQ(returned("i1", "  %r = icmp ult i64 %word, 281474976710655\n"), "i1 %r");
}

} // namespace molt::codegen
