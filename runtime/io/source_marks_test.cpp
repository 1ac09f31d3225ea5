// The expected texts are CPython 3.14's.
#include "runtime/io/source_marks.h"

#include <gtest/gtest.h>

#include <string>

namespace molt {
namespace {

std::string marks(const std::string &source, Position position) {
  ByteBuffer out;
  appendSourceLines(out, {source.data(), source.size()}, position);
  return std::string(out.data(), out.size());
}

TEST(SourceMarks, NoneWhenTheRangeIsTheWholeLine) { EXPECT_EQ(marks("  name\n", {1, 2, 1, 6}), "    name\n"); }

TEST(SourceMarks, OperatorsSubscriptsAndCallsHaveAnchors) {
  EXPECT_EQ(marks("x = a + b\n", {1, 4, 1, 9}), "    x = a + b\n"
                                                "        ~~^~~\n");
  EXPECT_EQ(marks("y = a[0] ** b\n", {1, 4, 1, 8}), "    y = a[0] ** b\n"
                                                    "        ~^^^\n");
  EXPECT_EQ(marks("f(x)\n", {1, 0, 1, 4}), "    f(x)\n"
                                           "    ~^^^\n");
}

TEST(SourceMarks, ReturnAndAssignmentOfACallHaveNone) {
  EXPECT_EQ(marks("    return f(x)\n", {1, 11, 1, 15}), "    return f(x)\n");
  EXPECT_EQ(marks("    y = o.f(x)\n", {1, 8, 1, 14}), "    y = o.f(x)\n");
  EXPECT_EQ(marks("    return o.f(x)\n", {1, 11, 1, 17}), "    return o.f(x)\n"
                                                          "           ~~~^^^\n");
}

TEST(SourceMarks, WideCharactersTakeTwoColumns) {
  EXPECT_EQ(marks("s = \"日本\" + n\n", {1, 4, 1, 16}), "    s = \"日本\" + n\n"
                                                         "        ~~~~~~~^~~\n");
}

TEST(SourceMarks, LinesFarFromTheAnchorAreLeftOut) {
  EXPECT_EQ(marks("x = f(\n  1,\n  2,\n  3,\n  4,\n  5) + 1\n", {1, 4, 6, 4}), "    x = f(\n"
                                                                                "        ~^\n"
                                                                                "      1,\n"
                                                                                "      ^^\n"
                                                                                "    ...<2 lines>...\n"
                                                                                "      4,\n"
                                                                                "      ^^\n"
                                                                                "      5) + 1\n"
                                                                                "      ^^\n");
}

TEST(SourceMarks, WithoutColumnsOnlyTheLine) { EXPECT_EQ(marks("  a = 1\n", {1, 0, 0, 0}), "    a = 1\n"); }
TEST(SourceMarks, NothingForALineThatIsNotThere) { EXPECT_EQ(marks("a\n", {7, 0, 7, 1}), ""); }

} // namespace
} // namespace molt
