// A module in parts: what becomes of it does not depend on threads, and the parts work together.
#include "compiler/codegen/emit_parts.h"

#include "compiler/codegen/ir_testing.h"
#include "compiler/codegen/jit.h"

namespace molt::codegen {

/// Two functions that are worth a part each, one that is compiled as it is, and private data that all of them use.
static std::string program() {
  auto longFunction = [](const std::string &name, const std::string &next) {
    std::string text = "define internal i64 @" + name + "(i64 %x0) {\n";
    constexpr unsigned kLength = 12100;
    for (unsigned i = 0; i < kLength; ++i)
      text += "  %x" + std::to_string(i + 1) + " = mul i64 %x" + std::to_string(i) + ", 3\n";
    text += "  %y = call i64 " + next + "\n  %r = add i64 %x" + std::to_string(kLength) + ", %y\n  ret i64 %r\n}\n";
    return text;
  };
  return "@0 = private constant i64 5\n" + longFunction("first", "@second(i64 1)") +
         longFunction("second", "@third(ptr @0)") + R"(
define internal i64 @third(ptr %place) #0 {
  %x = load volatile i64, ptr %place
  ret i64 %x
}
define i64 @run() {
  %x = call i64 @first(i64 0)
  %y = load volatile i64, ptr @0
  %z = add i64 %x, %y
  ret i64 %z
}
attributes #0 = { noinline optnone }
)";
}

static std::vector<std::string> compileProgram(Profile profile) {
  llvm::LLVMContext context;
  auto module = parseModule(context, program());
  setModuleTarget(*module, Target::Native);
  auto objects = emitObjects(*module, {Target::Native, profile, llvm::Reloc::PIC_});
  EXPECT_TRUE(static_cast<bool>(objects));
  std::vector<std::string> result;
  for (const ObjectBytes &object : *objects)
    result.emplace_back(object.begin(), object.end());
  return result;
}

TEST(EmitParts, OnePartForEachKindAndSize) {
  EXPECT_EQ(compileProgram(Profile::Release).size(), 4u); // third; first; second; run
  EXPECT_EQ(compileProgram(Profile::Dev).size(), 1u);
}

TEST(EmitParts, SameBytesEachTime) { EXPECT_EQ(compileProgram(Profile::Release), compileProgram(Profile::Release)); }

TEST(EmitParts, PartsCallEachOtherAndShareData) {
  uint64_t power = 1;
  for (unsigned i = 0; i < 12100; ++i)
    power *= 3;
  for (Profile profile : {Profile::Dev, Profile::Release}) {
    std::vector<std::string> objects = compileProgram(profile);
    std::vector<llvm::StringRef> views(objects.begin(), objects.end());
    auto loaded = JitProgram::load(views, {});
    ASSERT_TRUE(static_cast<bool>(loaded)) << llvm::toString(loaded.takeError());
    auto run = loaded->lookup("run");
    ASSERT_TRUE(static_cast<bool>(run)) << llvm::toString(run.takeError());
    EXPECT_EQ(reinterpret_cast<uint64_t (*)()>(*run)(), power + 10);
  }
}

} // namespace molt::codegen
