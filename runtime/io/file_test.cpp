// Files through open() and their methods, as a program uses them.
#include "runtime/core/operators.h"
#include "runtime/modules/program_harness.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace molt {
namespace {

using namespace molt::testing;

char path[] = "/tmp/molt_file_test_XXXXXX";

Result<Owned<>> openFile(Function *callee, Borrowed<Str> mode, Borrowed<> newline = none()) {
  Owned<> function = TRY(global(callee, "open"_str));
  Owned<Str> name = makeStr(path);
  const Value names[] = {Value::fromObject("newline"_str.get())};
  Owned<Tuple> keywords = makeTuple(names, 1);
  const Value arguments[] = {name.value(), mode.value(), newline.value()};
  return call_py(function, arguments, 2, keywords);
}
// Prints repr(object.name(arguments)).
Result<void> show(Function *callee, Borrowed<> object, Borrowed<Str> name, std::initializer_list<Borrowed<>> arguments) {
  Owned<> result = TRY(callMethod_py(object, name, arguments));
  Owned<Str> text = TRY(repr_py(result));
  return print(callee, text);
}
Borrowed<> number(int64_t value) { return Borrowed<>(Value::fromInt(value)); }

Result<void> textRoundTrip(Function *callee) {
  {
    Owned<> file = TRY(openFile(callee, "w"_str));
    TRY(show(callee, file, "write"_str, {"one\ntwo\r\n"_str}));
    TRY(show(callee, file, "tell"_str, {}));
  } // closed at the last use
  Owned<> file = TRY(openFile(callee, "r"_str));
  TRY(show(callee, file, "readline"_str, {}));
  TRY(show(callee, file, "tell"_str, {}));
  TRY(show(callee, file, "read"_str, {number(2)}));
  TRY(show(callee, file, "tell"_str, {}));
  TRY(show(callee, file, "read"_str, {}));
  TRY(show(callee, file, "read"_str, {}));
  TRY(show(callee, file, "seek"_str, {number(4)}));
  TRY(show(callee, file, "readlines"_str, {}));
  TRY(show(callee, file, "close"_str, {}));
  return show(callee, file, "read"_str, {});
}
TEST(File, TextRoundTrip) {
  close(mkstemp(path));
  Outcome outcome = runProgram({enter<textRoundTrip>});
  EXPECT_EQ(outcome.out, "9\n9\n'one\\n'\n4\n'tw'\n6\n'o\\n'\n''\n4\n['two\\n']\nNone\n");
  EXPECT_NE(outcome.err.find("ValueError: I/O operation on closed file.\n"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.code, 1);
}

Result<void> binary(Function *callee) {
  Owned<> file = TRY(openFile(callee, "rb"_str));
  TRY(show(callee, file, "read"_str, {number(3)}));
  TRY(show(callee, file, "readline"_str, {}));
  TRY(show(callee, file, "tell"_str, {}));
  TRY(show(callee, file, "read"_str, {}));
  return print(callee, file);
}
TEST(File, Binary) {
  Outcome outcome = runProgram({enter<binary>});
  EXPECT_EQ(outcome.out, "b'one'\nb'\\n'\n4\nb'two\\r\\n'\n<_io.BufferedReader name='" + std::string(path) + "'>\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.code, 0);
}


Result<void> missing(Function *callee) {
  unlink(path);
  Owned<> file = TRY(openFile(callee, "r"_str));
  return {};
}
TEST(File, MissingFileNamesItself) {
  Outcome outcome = runProgram({enter<missing>});
  EXPECT_NE(outcome.err.find("FileNotFoundError: [Errno 2] No such file or directory: '" + std::string(path) + "'\n"),
            std::string::npos)
      << outcome.err;
}

Result<void> badMode(Function *callee) {
  Owned<> file = TRY(openFile(callee, "rw"_str));
  return {};
}
TEST(File, BadMode) {
  Outcome outcome = runProgram({enter<badMode>});
  EXPECT_NE(outcome.err.find("ValueError: must have exactly one of create/read/write/append mode\n"), std::string::npos)
      << outcome.err;
}

} // namespace
} // namespace molt
