#include "frontend/lexer.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

std::string kinds(std::string_view text, PythonVersion version = python314) {
  Diagnostics diagnostics;
  const auto file = SourceFile::fromText("test.py", text, diagnostics);
  Lexer lexer(*file, version);
  lexer.run();
  std::string out;
  for (const Token &token : lexer.tokens()) {
    if (token.kind == TokenKind::EndMarker)
      break;
    out += std::string(out.empty() ? "" : " ") + spelling(token.kind);
  }
  return out;
}

TEST(Lexer, IndentationMakesBlocks) {
  EXPECT_EQ(kinds("if x:\n  y\nz\n"),
            "if Name : Newline Indent Name Newline Dedent Name Newline");
  EXPECT_EQ(kinds("if x:\n\ty\n\n  # comment\n\tz"),
            "if Name : Newline Indent Name Newline Name Newline Dedent");
}

TEST(Lexer, ParenthesesJoinLines) { EXPECT_EQ(kinds("(\n1,\n2)\n"), "( Number , Number ) Newline"); }

TEST(Lexer, StringPrefixesOfEachVersion) {
  EXPECT_EQ(kinds("rb'x'"), "String Newline");
  EXPECT_EQ(kinds("t'x'"), "TStringStart TStringMiddle TStringEnd Newline");
  EXPECT_EQ(kinds("t'x'", python313), "Name String Newline");
}

TEST(Lexer, ReplacementFieldsNest) {
  EXPECT_EQ(kinds("f'a{b:{c}d}'"),
            "FStringStart FStringMiddle { Name : { Name } FStringMiddle } FStringEnd Newline");
  EXPECT_EQ(kinds("f'{a['x']}'"), "FStringStart { Name [ String ] } FStringEnd Newline");
}

TEST(Lexer, PositionsAreBytesAndLines) {
  Diagnostics diagnostics;
  const auto file = SourceFile::fromText("test.py", "é = '''a\nb'''\n", diagnostics);
  Lexer lexer(*file, python314);
  lexer.run();
  EXPECT_EQ(lexer.tokens()[0].range(), (SourceRange{1, 0, 1, 2}));
  EXPECT_EQ(lexer.tokens()[2].range(), (SourceRange{1, 5, 2, 4}));
}

TEST(Lexer, ErrorEndsTheTokens) {
  Diagnostics diagnostics;
  const auto file = SourceFile::fromText("test.py", "x = (1\n", diagnostics);
  Lexer lexer(*file, python314);
  lexer.run();
  ASSERT_TRUE(lexer.failed());
  EXPECT_EQ(lexer.error().id, DiagnosticId::NeverClosed);
  EXPECT_EQ(lexer.error().range.column, 4u);
}

} // namespace
} // namespace molt
