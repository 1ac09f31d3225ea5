#include "frontend/parser.h"

#include "frontend/test_support.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

using test::Parsed;

TEST(Parser, Precedence) {
  EXPECT_EQ(Parsed("a + b * c ** -d").dump(),
            "Module(body=[Expr(value=BinOp(left=Name(id='a', ctx=Load()), op=Add(), "
            "right=BinOp(left=Name(id='b', ctx=Load()), op=Mult(), right=BinOp(left=Name(id='c', "
            "ctx=Load()), op=Pow(), right=UnaryOp(op=USub(), operand=Name(id='d', "
            "ctx=Load()))))))])");
}

TEST(Parser, RangesOfParenthesizedExpressions) {
  Parsed parsed("x = (a)\n");
  const auto *assign = ast::cast<ast::Assign>(ast::cast<ast::Module>(parsed.mod)->body[0]);
  EXPECT_EQ(assign->value->range(), (SourceRange{1, 5, 1, 6}));
  EXPECT_EQ(assign->range(), (SourceRange{1, 0, 1, 7}));
}

TEST(Parser, IntegersOfAnySize) {
  Parsed parsed("0x_FF; 0b1111_0000; 007_0 if 0 else 1_000; 0xFFFFFFFFFFFFFFFFFF");
  EXPECT_FALSE(parsed.mod); // 007_0 has leading zeros
  Parsed good("0x_FF; 0b1111_0000; 0o17; 0xFFFFFFFFFFFFFFFFFF; 123456789012345678901234567890");
  EXPECT_EQ(good.dump(),
            "Module(body=[Expr(value=Constant(value=255)), Expr(value=Constant(value=240)), "
            "Expr(value=Constant(value=15)), Expr(value=Constant(value=4722366482869645213695)), "
            "Expr(value=Constant(value=123456789012345678901234567890))])");
}

TEST(Parser, StringsConcatenateAndDecode) {
  EXPECT_EQ(Parsed(R"('a' "\x62" r'\c' '\N{BULLET}')").dump(),
            "Module(body=[Expr(value=Constant(value='ab\\\\c•'))])");
  EXPECT_EQ(Parsed("f'{x=}' 'y'").dump(),
            "Module(body=[Expr(value=JoinedStr(values=[Constant(value='x='), "
            "FormattedValue(value=Name(id='x', ctx=Load()), conversion=114), "
            "Constant(value='y')]))])");
}

TEST(Parser, SoftKeywordsStayNames) {
  EXPECT_TRUE(Parsed("match = type = case = _ = 1\nmatch(x)\nmatch[x]\nmatch * a\nprint(match)").mod);
  EXPECT_TRUE(Parsed("match x:\n    case [1, *_] if y: pass\n    case _: pass").mod);
  EXPECT_TRUE(Parsed("match (a, b):\n    case {'k': v, **rest} | C(x=1) as d: pass").mod);
  EXPECT_TRUE(Parsed("type X[T: int, *Ts, **P] = list[T]\ntype = 1\ntype (x)").mod);
}

TEST(Parser, VersionsDecideWhatIsGrammar) {
  const char *unparenthesized = "try: pass\nexcept A, B: pass\n";
  EXPECT_TRUE(Parsed(unparenthesized).mod);
  EXPECT_EQ(Parsed(unparenthesized, {python313, ParseMode::Exec}).message(),
            "multiple exception types must be parenthesized");
  EXPECT_TRUE(Parsed("def f[T = int](): pass", {python313, ParseMode::Exec}).mod);
  EXPECT_FALSE(Parsed("def f[T = int](): pass", {python312, ParseMode::Exec}).mod);
  EXPECT_FALSE(Parsed("t'{x}'", {python313, ParseMode::Exec}).mod);
}

TEST(Parser, Modes) {
  EXPECT_EQ(Parsed("1, 2", {python314, ParseMode::Eval}).dump(),
            "Expression(body=Tuple(elts=[Constant(value=1), Constant(value=2)], ctx=Load()))");
  EXPECT_EQ(Parsed("x; y\n", {python314, ParseMode::Single}).dump(),
            "Interactive(body=[Expr(value=Name(id='x', ctx=Load())), Expr(value=Name(id='y', "
            "ctx=Load()))])");
  EXPECT_FALSE(Parsed("x = 1", {python314, ParseMode::Eval}).mod);
}

TEST(Parser, IdentifiersAreNormalized) {
  Parsed parsed("ﬁ = 1");
  EXPECT_EQ(parsed.dump(), "Module(body=[Assign(targets=[Name(id='fi', ctx=Store())], "
                           "value=Constant(value=1))])");
}

TEST(Parser, NestingIsRefusedNotOverflown) {
  EXPECT_EQ(Parsed(std::string(10000, '(') + std::string(10000, ')')).message(),
            "too many nested parentheses");
  EXPECT_EQ(Parsed("x = " + std::string(100000, '-') + "1").message(),
            "Parser stack overflowed - Python source too complex to parse");
  std::string sum = "x = 1";
  for (int i = 0; i < 100000; ++i)
    sum += "+1";
  EXPECT_EQ(Parsed(sum).message(), "maximum recursion depth exceeded during compilation");
}

TEST(Parser, ErrorsHaveCPythonsWords) {
  EXPECT_EQ(Parsed("f(a b)").message(), "invalid syntax. Perhaps you forgot a comma?");
  EXPECT_EQ(Parsed("if x\n").message(), "expected ':'");
  EXPECT_EQ(Parsed("f() = 1").message(),
            "cannot assign to function call here. Maybe you meant '==' instead of '='?");
  EXPECT_EQ(Parsed("print 'x'").message(),
            "Missing parentheses in call to 'print'. Did you mean print(...)?");
  EXPECT_EQ(Parsed("if x:\npass").message(),
            "expected an indented block after 'if' statement on line 1");
}

TEST(Parser, SeveralErrors) {
  Parsed parsed("def f(a b):\n    x y\n\ny = f(a b)\nz = 1\nif z\n    pass\nelse: pass\nw = = 1\n");
  ASSERT_EQ(parsed.diagnostics.all().size(), 4u);
  EXPECT_EQ(parsed.diagnostics.all()[1].message, "invalid syntax. Perhaps you forgot a comma?");
  EXPECT_EQ(parsed.diagnostics.all()[2].message, "expected ':'");
  EXPECT_EQ(parsed.diagnostics.all()[3].range.line, 9u);
}

TEST(Parser, LaterLexerErrorsExplainMore) {
  EXPECT_EQ(Parsed("x y\n'abc").message(), "unterminated string literal (detected at line 2)");
  EXPECT_EQ(Parsed("f(a\nx = 1\n").message(), "'(' was never closed");
}

} // namespace
} // namespace molt
