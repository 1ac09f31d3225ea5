// Whole programs whose module bodies are C++ functions: start, output, uncaught exceptions, imports,
// and that nothing leaks at the end.
#include "runtime/modules/program_harness.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

using namespace molt::testing;

Result<void> hello(Function *callee) { return print(callee, "hello"_str); }
TEST(Program, PrintsAndEndsWithoutLeaks) {
  Outcome outcome = runProgram({enter<hello>});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "hello\n");
  EXPECT_EQ(outcome.err, "");
}

Result<void> fail(Function *callee) {
  TRY(print(callee, "before"_str));
  return raise(ValueError, "bad %d", 3);
}
TEST(Program, UncaughtExceptionIsReported) {
  Outcome outcome = runProgram({enter<fail>});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "before\n");
  EXPECT_EQ(outcome.err, "Traceback (most recent call last):\n"
                         "  File \"no_such_file.py\", line 3, in <module>\n"
                         "ValueError: bad 3\n");
}

Result<void> exitWith(Function *callee) {
  Owned<> sys = TRY(molt_import_py(Borrowed<Module>(callee->module.get()), "sys"_str, {}, 0));
  Owned<> done = TRY(callMethod_py(sys, "exit"_str, {Borrowed<>(Value::fromInt(5))}));
  return {};
}
TEST(Program, SysExitGivesItsCode) {
  Outcome outcome = runProgram({enter<exitWith>});
  EXPECT_EQ(outcome.code, 5);
  EXPECT_EQ(outcome.err, "");
}

Result<void> chain(Function *callee) {
  (void)raise(KeyError, "k");
  Owned<> first = takePending();
  Owned<> previous = molt_push_handled(first);
  (void)raise(TypeError, "second");
  molt_pop_handled(previous);
  return Raised{};
}
TEST(Program, ContextIsShown) {
  Outcome outcome = runProgram({enter<chain>});
  EXPECT_EQ(outcome.err, "KeyError: 'k'\n\n"
                         "During handling of the above exception, another exception occurred:\n\n"
                         "Traceback (most recent call last):\n"
                         "  File \"no_such_file.py\", line 3, in <module>\n"
                         "TypeError: second\n");
}

Result<void> importer(Function *callee) {
  Owned<> first = TRY(molt_import_py(Borrowed<Module>(callee->module.get()), "first"_str, {}, 0));
  Owned<> value = TRY(molt_import_from_py(first, "value"_str));
  TRY(print(callee, value));
  Result<Owned<>> missing = molt_import_from_py(first, "nothing"_str);
  return missing.raised() ? Result<void>(Raised{}) : Result<void>();
}
Result<void> imported(Function *callee) {
  GlobalCache cache{};
  return molt_store_global(Borrowed<Module>(callee->module.get()), "value"_str, Borrowed<>(Value::fromInt(42)), &cache);
}
TEST(Program, ImportsRunModulesOnce) {
  Outcome outcome = runProgram({enter<importer>, enter<imported>});
  EXPECT_EQ(outcome.out, "42\n");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("ImportError: cannot import name 'nothing' from 'first' (no_such_file.py)\n"),
            std::string::npos)
      << outcome.err;
}

Result<void> notFound(Function *callee) {
  Owned<> first = TRY(molt_import_py(Borrowed<Module>(callee->module.get()), "first.below"_str, {}, 0));
  return {};
}
TEST(Program, NotAPackage) {
  Outcome outcome = runProgram({enter<notFound>, enter<imported>});
  EXPECT_NE(outcome.err.find("ModuleNotFoundError: No module named 'first.below'; 'first' is not a package\n"),
            std::string::npos)
      << outcome.err;
}

Result<void> misspelt(Function *callee) {
  Owned<> value = TRY(global(callee, "pritn"_str));
  return {};
}
TEST(Program, SuggestsANearName) {
  Outcome outcome = runProgram({enter<misspelt>});
  EXPECT_NE(outcome.err.find("NameError: name 'pritn' is not defined. Did you mean: 'print'?\n"), std::string::npos)
      << outcome.err;
}

} // namespace
} // namespace molt
