// Finding a program's modules: packages, relative imports, guards, the library, and what is missing.
#include "compiler/driver/program.h"
#include "compiler/link/link.h"

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace molt {

class ProgramTest : public testing::Test {
protected:
  void SetUp() override { ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("molt-program", folder_)); }
  void TearDown() override { llvm::sys::fs::remove_directories(folder_); }

  std::string path(llvm::StringRef name) const { return (folder_ + "/" + name).str(); }
  void write(llvm::StringRef name, llvm::StringRef text) {
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(path(name)));
    ASSERT_EQ(llvm::toString(link::writeFileAtomically(path(name), text)), "");
  }
  /// Names of the modules in order, then the errors, then "native: ...".
  std::string load(llvm::StringRef main, llvm::StringRef entry = "main.py") {
    if (!main.empty())
      write("main.py", main);
    Diagnostics diagnostics;
    ProgramOptions options;
    options.libraryPaths = {path("lib")};
    Program program = loadProgram(path(entry), options, diagnostics);
    std::string text;
    for (const ProgramModule &module : program.modules)
      text += (text.empty() ? "" : " ") + module.name;
    for (const std::string &name : program.nativeModules)
      text += " native:" + name;
    for (const Diagnostic &diagnostic : diagnostics.all())
      text += " | " + llvm::sys::path::filename(diagnostic.path).str() + ":" + std::to_string(diagnostic.range.line) +
              ": " + diagnostic.message;
    return text;
  }

  llvm::SmallString<128> folder_;
};

TEST_F(ProgramTest, OneModule) { EXPECT_EQ(load("x = 1\n"), "__main__"); }

TEST_F(ProgramTest, NativeModules) { EXPECT_EQ(load("import sys, math\n"), "__main__ native:math native:sys"); }

TEST_F(ProgramTest, AFileOfTheProgramShadowsAnExtensionModule) {
  write("math.py", "");
  write("sys.py", "");
  EXPECT_EQ(load("import sys, math\n"), "__main__ math native:sys");
}

TEST_F(ProgramTest, DependenciesComeFirst) {
  write("a.py", "import b\n");
  write("b.py", "import c\n");
  write("c.py", "import a\n");
  EXPECT_EQ(load("import a\n"), "__main__ c b a");
}

TEST_F(ProgramTest, Packages) {
  write("pkg/__init__.py", "from . import one\n");
  write("pkg/one.py", "from .two import x\nfrom .. import nothing\n");
  write("pkg/two.py", "from pkg import three\n");
  write("pkg/three.py", "");
  write("pkg/sub/__init__.py", "");
  write("pkg/sub/deep.py", "from ..three import y\nfrom ... import z\n");
  EXPECT_EQ(load("import pkg.sub.deep\n"), "__main__ pkg.three pkg.two pkg.one pkg pkg.sub pkg.sub.deep");
}

TEST_F(ProgramTest, StarImportsFollowAll) {
  write("pkg/__init__.py", "__all__ = ['one', 'f']\n__all__ += ['two']\n");
  write("pkg/one.py", "");
  write("pkg/two.py", "");
  write("pkg/three.py", "");
  EXPECT_EQ(load("from pkg import *\n"), "__main__ pkg pkg.one pkg.two");
}

TEST_F(ProgramTest, FolderAsProgram) {
  write("app/__main__.py", "import helper\n");
  write("app/helper.py", "");
  EXPECT_EQ(load("", "app"), "__main__ helper");
  write("empty/x.py", "");
  EXPECT_NE(load("", "empty").find("can't find '__main__' module in"), std::string::npos);
}

TEST_F(ProgramTest, NamespacePackages) {
  write("space/one.py", "");
  EXPECT_EQ(load("import space.one\n"), "__main__ space space.one");
}

TEST_F(ProgramTest, MissingModules) {
  write("a.py", "");
  EXPECT_EQ(load("import nope\n"), "__main__ | main.py:1: No module named 'nope'");
  EXPECT_EQ(load("\nfrom nope.x import y, z\n"), "__main__ | main.py:2: No module named 'nope'");
  EXPECT_EQ(load("import a.b\n"), "__main__ a | main.py:1: No module named 'a.b'; 'a' is not a package");
  EXPECT_EQ(load("def f():\n  import nope\n"), "__main__ | main.py:2: No module named 'nope'");
  EXPECT_EQ(load("import sys.path\n"),
            "__main__ native:sys | main.py:1: No module named 'sys.path'; 'sys' is not a package");
}

TEST_F(ProgramTest, GuardedImportsMayFail) {
  EXPECT_EQ(load("try:\n  import nope\nexcept ImportError:\n  pass\n"), "__main__");
  EXPECT_EQ(load("try:\n  import nope\nexcept (ValueError, ModuleNotFoundError):\n  pass\n"), "__main__");
  EXPECT_EQ(load("try:\n  import nope\nexcept:\n  pass\n"), "__main__");
  EXPECT_EQ(load("try:\n  if x:\n    import nope\nexcept Exception:\n  pass\n"), "__main__");
  EXPECT_EQ(load("import contextlib_\n" + std::string("try:\n  import nope\nexcept KeyError:\n  pass\n")),
            "__main__ | main.py:1: No module named 'contextlib_' | main.py:3: No module named 'nope'");
  EXPECT_EQ(load("with contextlib.suppress(ImportError):\n  import nope\n"), "__main__");
}

TEST_F(ProgramTest, AFallbackCountsOnlyWhenItIsNeeded) {
  write("here.py", "");
  EXPECT_EQ(load("try:\n  import here\nexcept ImportError:\n  import nope\n"), "__main__ here");
  EXPECT_EQ(load("try:\n  import gone\nexcept ImportError:\n  import nope\n"),
            "__main__ | main.py:4: No module named 'nope'");
}

TEST_F(ProgramTest, BranchesThatCannotRun) {
  write("a.py", "if __name__ == '__main__':\n  import nope\n");
  EXPECT_EQ(load("import a\nif TYPE_CHECKING:\n  import nope\nif False:\n  import nope\n"), "__main__ a");
  EXPECT_EQ(load("if __name__ == '__main__':\n  import nope\n"), "__main__ | main.py:2: No module named 'nope'");
}

TEST_F(ProgramTest, TheLibraryIsBlamedAtTheUsersImport) {
  write("lib/re_.py", "import _sre_, _other\n");
  write("lib/lazy.py", "def f():\n  import _unfinished\n");
  EXPECT_EQ(load("x = 1\nimport re_\n"),
            "__main__ re_ | main.py:2: Molt does not have all that 're_' of the standard library needs yet: "
            "No module named '_sre_'");
  EXPECT_EQ(load("import lazy\n"), "__main__ lazy");
  // A module that the library would import only in a function, and that cannot work, is left out.
  write("lib/lazier.py", "def f():\n  import re_, lazy\n");
  EXPECT_EQ(load("import lazier\n"), "__main__ lazy lazier");
  EXPECT_EQ(load("import lazier\ndef f():\n  import re_\n"),
            "__main__ re_ lazy lazier | main.py:3: Molt does not have all that 're_' of the standard library needs yet: "
            "No module named '_sre_'");
}

TEST_F(ProgramTest, AbsentPathsAreRemembered) {
  write("main.py", "import math\n");
  Diagnostics diagnostics;
  Program program = loadProgram(path("main.py"), {}, diagnostics);
  EXPECT_NE(std::find(program.absentPaths.begin(), program.absentPaths.end(), path("math.py")),
            program.absentPaths.end());
}

} // namespace molt
