#include "frontend/keyword_suggestion.h"

#include "frontend/test_support.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

using test::Parsed;

TEST(KeywordSuggestion, MisspeltKeywords) {
  EXPECT_EQ(render(Parsed("def f():\n    for x inn y: pass\n").diagnostics),
            "  File \"test.py\", line 2\n"
            "    for x inn y: pass\n"
            "          ^^^\n"
            "SyntaxError: invalid syntax. Did you mean 'in'?\n");
  EXPECT_EQ(Parsed("whille True:\n    pass\n").message(),
            "invalid syntax. Did you mean 'while'?");
  EXPECT_EQ(Parsed("improt os\n").message(), "invalid syntax. Did you mean 'import'?");
}

TEST(KeywordSuggestion, OnlyWhereTheKeywordHelps) {
  EXPECT_EQ(Parsed("yeild x\n").message(), "invalid syntax"); // 'yield' outside function
  EXPECT_EQ(Parsed("foo bar\n").message(), "invalid syntax");
  EXPECT_EQ(Parsed("whille True:\n    pass\n", {python313, ParseMode::Exec}).message(),
            "invalid syntax");
  EXPECT_EQ(Parsed("whille True:\n    pass\n", {python314, ParseMode::Exec, false}).message(),
            "invalid syntax");
}

} // namespace
} // namespace molt
