// Objects, assembly and text from a module, on both targets, and running an object in process.
#include "compiler/codegen/emit_object.h"

#include "compiler/codegen/ir_testing.h"
#include "compiler/codegen/jit.h"

namespace molt::codegen {

static std::unique_ptr<llvm::Module> parse(llvm::LLVMContext &context, llvm::StringRef text, Target target) {
  auto module = parseModule(context, text);
  setModuleTarget(*module, target);
  return module;
}

static std::string emit(llvm::StringRef text, Emit what, const EmitOptions &options) {
  llvm::LLVMContext context;
  auto module = parse(context, text, options.target);
  optimizeModule(*module, options);
  auto bytes = emitModule(*module, what, options);
  EXPECT_TRUE(static_cast<bool>(bytes));
  return {bytes->begin(), bytes->end()};
}

static constexpr const char *kLoop = R"(
define i64 @sum(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %s = phi i64 [ 0, %entry ], [ %t, %loop ]
  %t = add i64 %s, %i
  %next = add i64 %i, 1
  %done = icmp eq i64 %next, %n
  br i1 %done, label %exit, label %loop
exit:
  ret i64 %t
}
)";

TEST(EmitObject, ElfAndWasmMagic) {
  EXPECT_EQ(emit(kLoop, Emit::Object, {}).substr(0, 4), "\x7f"
                                                        "ELF");
  EmitOptions wasm;
  wasm.target = Target::Wasm;
  EXPECT_EQ(emit(kLoop, Emit::Object, wasm).substr(0, 4), std::string("\0asm", 4));
}

TEST(EmitObject, ReleaseOptimizes) {
  static constexpr const char *kSlot = R"(
define i64 @twice(i64 %x) {
  %slot = alloca i64
  store i64 %x, ptr %slot
  %y = load i64, ptr %slot
  %z = add i64 %x, %y
  ret i64 %z
}
)";
  EXPECT_EQ(emit(kSlot, Emit::LlvmText, {}).find("alloca"), std::string::npos);
  EmitOptions dev;
  dev.profile = Profile::Dev;
  EXPECT_NE(emit(kSlot, Emit::LlvmText, dev).find("alloca"), std::string::npos);
}

TEST(EmitObject, Assembly) { EXPECT_NE(emit(kLoop, Emit::Assembly, {}).find("sum:"), std::string::npos); }

static int64_t twice(int64_t value) { return 2 * value; }
static const int64_t kAnswer = 42;

TEST(Jit, CallsTheHostAndReadsItsData) {
  static constexpr const char *kProgram = R"(
@host_answer = external constant i64
declare i64 @host_twice(i64)
define i64 @run(i64 %x) {
  %a = load i64, ptr @host_answer
  %b = call i64 @host_twice(i64 %x)
  %c = add i64 %a, %b
  ret i64 %c
}
)";
  for (Profile profile : {Profile::Dev, Profile::Release}) {
    std::string object = emit(kProgram, Emit::Object, {Target::Native, profile, llvm::Reloc::PIC_});
    HostSymbol symbols[] = {{"host_answer", &kAnswer}, {"host_twice", reinterpret_cast<const void *>(&twice)}};
    auto program = JitProgram::load({object}, symbols);
    ASSERT_TRUE(static_cast<bool>(program)) << llvm::toString(program.takeError());
    auto run = program->lookup("run");
    ASSERT_TRUE(static_cast<bool>(run)) << llvm::toString(run.takeError());
    EXPECT_EQ(reinterpret_cast<int64_t (*)(int64_t)>(*run)(4), 50);
  }
}

TEST(Jit, NamesAMissingSymbol) {
  std::string object = emit("declare void @nowhere()\ndefine void @run() {\n call void @nowhere()\n ret void\n}\n",
                            Emit::Object, {Target::Native, Profile::Dev, llvm::Reloc::PIC_});
  auto program = JitProgram::load({object}, {});
  ASSERT_TRUE(static_cast<bool>(program)) << llvm::toString(program.takeError());
  auto run = program->lookup("run");
  ASSERT_FALSE(static_cast<bool>(run));
  EXPECT_NE(llvm::toString(run.takeError()).find("nowhere"), std::string::npos);
}

} // namespace molt::codegen
