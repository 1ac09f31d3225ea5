#include "frontend/diagnostics.h"

#include "frontend/test_support.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

using test::Parsed;

std::string rendered(std::string_view text) { return render(Parsed(text).diagnostics); }

TEST(Diagnostics, RenderedAsCPythonDoes) {
  EXPECT_EQ(rendered("x = 1\n  \n    f(a b)\n"),
            "  File \"test.py\", line 3\n    f(a b)\nIndentationError: unexpected indent\n");
  EXPECT_EQ(rendered("def g():\n    f(a b)\n"),
            "  File \"test.py\", line 2\n"
            "    f(a b)\n"
            "      ^^^\n"
            "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
  EXPECT_EQ(rendered("x = (1,\n"), "  File \"test.py\", line 1\n"
                                   "    x = (1,\n"
                                   "        ^\n"
                                   "SyntaxError: '(' was never closed\n");
}

TEST(Diagnostics, WarningsAreShort) {
  EXPECT_EQ(rendered("x = '\\d'\n"),
            "test.py:1: SyntaxWarning: \"\\d\" is an invalid escape sequence. Such sequences will "
            "not work in the future. Did you mean \"\\\\d\"? A raw string is also an option.\n"
            "  x = '\\d'\n");
}

} // namespace
} // namespace molt
