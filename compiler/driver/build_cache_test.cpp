// The cache answers only while nothing that the program depends on has changed.
#include "compiler/driver/build_cache.h"
#include "compiler/link/link.h"

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>

namespace molt::driver {

class BuildCacheTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("molt-cache", folder_));
    write("app.py", "print(1)\n");
  }
  void TearDown() override { llvm::sys::fs::remove_directories(folder_); }

  std::string path(llvm::StringRef name) const { return (folder_ + "/" + name).str(); }
  void write(llvm::StringRef name, llvm::StringRef text) {
    ASSERT_EQ(llvm::toString(link::writeFileAtomically(path(name), text)), "");
  }
  Program program() {
    Program result;
    Diagnostics diagnostics;
    ProgramModule module;
    module.path = path("app.py");
    module.contentHash = hashOfFile(module.path);
    module.source = SourceFile::load(module.path, diagnostics);
    result.modules.push_back(std::move(module));
    result.absentPaths.push_back(path("math.py"));
    return result;
  }
  std::string find(const BuildCache &cache, const std::string &request) {
    auto found = cache.find(request);
    return found ? found->getBuffer().str() : "nothing";
  }

  llvm::SmallString<128> folder_;
};

TEST_F(BuildCacheTest, FindsAnUnchangedProgram) {
  BuildCache cache(path("cache"));
  EXPECT_EQ(find(cache, "build app"), "nothing");
  cache.store("build app", program(), "artefact");
  EXPECT_EQ(find(cache, "build app"), "artefact");
  EXPECT_EQ(find(cache, "build app otherwise"), "nothing");
}

TEST_F(BuildCacheTest, SeesChangesOfContent) {
  BuildCache cache(path("cache"));
  cache.store("build app", program(), "first");
  write("app.py", "print(2)\n");
  EXPECT_EQ(find(cache, "build app"), "nothing");
  write("app.py", "print(1)\n"); // the same contents again, at another time
  EXPECT_EQ(find(cache, "build app"), "first");
}

TEST_F(BuildCacheTest, SeesAModuleThatAppears) {
  BuildCache cache(path("cache"));
  cache.store("build app", program(), "artefact");
  write("math.py", "");
  EXPECT_EQ(find(cache, "build app"), "nothing");
}

TEST_F(BuildCacheTest, StaysBelowItsBound) {
  BuildCache cache(path("cache"), /*maximumSize=*/10'000);
  for (int i = 0; i < 10; ++i) {
    llvm::sys::fs::remove(path("cache/pruned")); // as if ten minutes had passed
    cache.store("request " + std::to_string(i), program(), std::string(3'000, 'x'));
  }
  EXPECT_LE(cache.size(), 10'000u);
}

TEST_F(BuildCacheTest, SurvivesADamagedCache) {
  BuildCache cache(path("cache"));
  cache.store("build app", program(), "artefact");
  std::error_code code;
  for (llvm::sys::fs::recursive_directory_iterator it(path("cache"), code), end; it != end; it.increment(code))
    if (llvm::sys::fs::is_regular_file(it->path()))
      ASSERT_EQ(llvm::toString(link::writeFileAtomically(it->path(), "junk")), "");
  EXPECT_EQ(find(cache, "build app"), "nothing");
  BuildCache impossible("/proc/nowhere");
  impossible.store("build app", program(), "artefact");
  EXPECT_EQ(find(impossible, "build app"), "nothing");
}

} // namespace molt::driver
