// The algorithms that need no runtime: digits of doubles, hashes, UTF-8 and the Unicode tables.
#include "runtime/text/double_digits.h"
#include "runtime/text/double_text.h"
#include "runtime/text/siphash.h"
#include "runtime/text/unicode.h"
#include "runtime/text/utf8.h"

#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>
#include <string>

using namespace molt;

static std::string repr(double number) {
  TextBuffer text;
  appendRepr(text, number);
  return std::string(text.data(), text.size());
}

TEST(DoubleText, ShortestForm) {
  EXPECT_EQ(repr(0.1), "0.1");
  EXPECT_EQ(repr(1e16), "1e+16");
  EXPECT_EQ(repr(1e15), "1000000000000000.0");
  EXPECT_EQ(repr(-0.0), "-0.0");
  EXPECT_EQ(repr(5e-324), "5e-324");
  EXPECT_EQ(repr(1.7976931348623157e308), "1.7976931348623157e+308");
  EXPECT_EQ(repr(1e-5), "1e-05");
  EXPECT_EQ(repr(0.0001), "0.0001");
  EXPECT_EQ(repr(9007199254740993.0), "9007199254740992.0");
}

// Every double reads back from its repr, and no shorter text of digits does (17 digits always suffice).
TEST(DoubleText, RoundTrips) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20000; ++i) {
    double number = std::bit_cast<double>(random());
    if (!std::isfinite(number))
      continue;
    EXPECT_EQ(std::strtod(repr(number).c_str(), nullptr), number);
    char digits[20];
    DoubleDigits shortest = shortestDigits(std::fabs(number), digits);
    char shorter[40];
    if (shortest.count > 1) {
      std::snprintf(shorter, sizeof(shorter), "%.*e", shortest.count - 2, number);
      EXPECT_NE(std::strtod(shorter, nullptr), number);
    }
  }
}

TEST(DoubleText, AgreesWithPrintf) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 5000; ++i) {
    double number = std::bit_cast<double>(random() & ~(uint64_t{0x3F0} << 52));
    int precision = static_cast<int>(random() % 30);
    for (char code : {'e', 'f', 'g'}) {
      TextBuffer text;
      appendDouble(text, number, code, precision, 0);
      std::string format = std::string("%.") + std::to_string(precision) + code;
      char wanted[800];
      std::snprintf(wanted, sizeof(wanted), format.c_str(), number);
      EXPECT_EQ(std::string(text.data(), text.size()), wanted);
    }
  }
}

TEST(SipHash, AsCPythonWithSeedZero) {
  EXPECT_EQ(static_cast<int64_t>(siphash13("abc", 3)), -4594863902769663758);
  EXPECT_EQ(static_cast<int64_t>(siphash13("abcdefgh", 8)), 4574395652268504554);
}

TEST(Utf8, CodePoints) {
  EXPECT_EQ(utf8::countCodePoints("a\xC3\xA9\xE2\x82\xAC\xF0\x9D\x84\x9E", 10), 4u);
  char text[4];
  EXPECT_EQ(utf8::encode(0x1D11E, text) - text, 4);
  const char *at = text;
  EXPECT_EQ(utf8::decode(at), 0x1D11Eu);
  EXPECT_EQ(utf8::validate("ab\xFF", 3).validBytes, 2u);
  EXPECT_STREQ(utf8::validate("\xED\xA0\x80", 3).reason, "invalid continuation byte");
  EXPECT_STREQ(utf8::validate("\xE2\x82", 2).reason, "unexpected end of data");
}

TEST(Unicode, Facts) {
  using namespace unicode;
  EXPECT_TRUE(is('a', kIsAlpha) && is(0xE9, kIsLower) && is(0x1C5, kIsTitle) && is(0x3000, kIsSpace));
  EXPECT_FALSE(is(0x378, kIsPrintable) || is(0xD800, kIsPrintable) || is(0x10FFFF, kIsAlpha));
  EXPECT_EQ(decimalValue(0x0663), 3);
  EXPECT_EQ(decimalValue(0x1D7FF), 9);
  EXPECT_EQ(decimalValue('a'), -1);
  for (uint32_t code = 0; code < 0x110000; ++code)
    ASSERT_EQ(isPrintable(code), is(code, kIsPrintable)) << code;
  uint32_t out[3];
  EXPECT_EQ(mapCase(0xDF, CaseForm::kUpper, out), 2);
  EXPECT_EQ(out[0], uint32_t{'S'});
  EXPECT_EQ(mapCase(0x1C4, CaseForm::kTitle, out), 1);
  EXPECT_EQ(out[0], 0x1C5u);
  EXPECT_EQ(mapCase(0xFB03, CaseForm::kFold, out), 3);
}
