// Linking whole programs for both targets, and what goes wrong with outputs.
//
// The programs are made from LLVM text; the C libraries are those of the build tree, and the runtime an empty one.
#include "compiler/codegen/emit_object.h"
#include "compiler/link/link.h"

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/SourceMgr.h>

#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace molt::link {
namespace fs = llvm::sys::fs;
using codegen::Target;

static constexpr const char *kHello = R"(
@text = private constant [6 x i8] c"hello\00"
declare i32 @puts(ptr)
define i32 @MAIN(i32 %argc, ptr %argv) {
  %r = call i32 @puts(ptr @text)
  ret i32 7
}
)";

class LinkTest : public testing::Test {
protected:
  void SetUp() override { ASSERT_FALSE(fs::createUniqueDirectory("molt-link", folder_)); }
  void TearDown() override { fs::remove_directories(folder_); }

  std::string path(llvm::StringRef name) const { return (folder_ + "/" + name).str(); }

  void write(llvm::StringRef name, llvm::StringRef contents) {
    ASSERT_EQ(llvm::toString(writeFileAtomically(path(name), contents)), "");
  }

  /// A copy of the target's libraries in which `program` plays the part of molt_start.o.
  LinkJob job(Target target, std::string program = kHello) {
    size_t at = program.find("MAIN");
    program.replace(at, 4, target == Target::Native ? "main" : "__main_argc_argv");
    llvm::LLVMContext context;
    llvm::SMDiagnostic error;
    auto module = llvm::parseAssemblyString(program, error, context);
    codegen::setModuleTarget(*module, target);
    codegen::EmitOptions options;
    options.target = target;
    auto object = codegen::emitModule(*module, codegen::Emit::Object, options);
    std::string lib = "lib-" + codegen::targetFolder(target).str();
    std::string libraries = path(lib);
    fs::create_directory(libraries);
    std::string from = MOLT_TEST_RESOURCES "/" + codegen::targetFolder(target).str();
    std::error_code code;
    for (fs::directory_iterator it(from, code), end; !code && it != end; it.increment(code)) {
      llvm::StringRef name = llvm::StringRef(it->path()).rsplit('/').second;
      if (!name.contains("molt"))
        fs::create_link(it->path(), libraries + "/" + name);
    }
    write(lib + "/molt_start.o", {object->data(), object->size()});
    write(lib + "/libmolt_runtime.a", "!<arch>\n");
    LinkJob result;
    result.target = target;
    result.libraries = libraries;
    result.output = path("out");
    return result;
  }

  llvm::SmallString<128> folder_;
};

static std::string errorOf(const LinkJob &job) { return llvm::toString(linkProgram(job)); }

TEST_F(LinkTest, NativeProgramRuns) {
  LinkJob program = job(Target::Native);
  ASSERT_EQ(errorOf(program), "");
  EXPECT_EQ(WEXITSTATUS(system((program.output + " >" + path("said")).c_str())), 7);
  EXPECT_EQ((*llvm::MemoryBuffer::getFile(path("said")))->getBuffer(), "hello\n");
  uint64_t size = 0;
  fs::file_size(program.output, size);
  EXPECT_LT(size, 800'000u);
}

TEST_F(LinkTest, LinksAgainAndAgain) {
  for (int i = 0; i < 5; ++i) {
    ASSERT_EQ(errorOf(job(Target::Native)), "");
    ASSERT_EQ(errorOf(job(Target::Wasm)), "");
  }
}

TEST_F(LinkTest, WasmModule) {
  LinkJob program = job(Target::Wasm);
  ASSERT_EQ(errorOf(program), "");
  EXPECT_EQ((*llvm::MemoryBuffer::getFile(program.output))->getBuffer().take_front(4), llvm::StringRef("\0asm", 4));
}

TEST_F(LinkTest, LeavesNothingBehindOnFailure) {
  LinkJob program = job(Target::Native, "declare i32 @nowhere()\ndefine i32 @MAIN(i32 %a, ptr %b) {\n"
                                        "  %r = call i32 @nowhere()\n  ret i32 %r\n}\n");
  EXPECT_EQ(errorOf(program), "linking '" + program.output + "' failed: undefined symbol: nowhere");
  EXPECT_FALSE(fs::exists(program.output));
  std::error_code code;
  for (fs::directory_iterator it(folder_, code), end; it != end; it.increment(code))
    EXPECT_FALSE(llvm::StringRef(it->path()).ends_with(".tmp")) << it->path();
}

TEST_F(LinkTest, UnwritableOutputs) {
  LinkJob program = job(Target::Native);
  program.output = path("missing/out");
  EXPECT_EQ(errorOf(program), "cannot write '" + program.output + "': no such file or directory");
  program.output = folder_.str().str();
  EXPECT_EQ(errorOf(program), "cannot write '" + program.output + "': is a directory");
  program.output = "/dev/full";
  EXPECT_EQ(errorOf(program), "cannot write '/dev/full': no space left on device");
  program.output = "/dev/null";
  EXPECT_EQ(errorOf(program), "");
}

TEST_F(LinkTest, MissingLibrary) {
  LinkJob program = job(Target::Native);
  fs::remove(path("lib-native/libc.a"));
  EXPECT_EQ(errorOf(program),
            "Molt's installation is incomplete: '" + path("lib-native/libc.a") + "' is missing; run 'molt doctor'");
}

TEST_F(LinkTest, ReplacesARunningProgram) {
  LinkJob program = job(Target::Native);
  ASSERT_EQ(errorOf(program), "");
  fs::file_status before, after;
  fs::status(program.output, before);
  ASSERT_EQ(errorOf(program), "");
  fs::status(program.output, after);
  EXPECT_NE(before.getUniqueID().getFile(), after.getUniqueID().getFile());
  EXPECT_TRUE(fs::can_execute(program.output));
}

} // namespace molt::link
