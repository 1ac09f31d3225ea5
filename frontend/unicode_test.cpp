#include "frontend/unicode.h"

#include <gtest/gtest.h>

namespace molt::unicode {
namespace {

TEST(Unicode, NormalizationFormKc) {
  EXPECT_EQ(nfkc("ﬁ"), "fi");
  EXPECT_EQ(nfkc("e\u0301"), "é");
  EXPECT_EQ(nfkc("ｘ²"), "x2");
  EXPECT_EQ(nfkc("\u1112\u1161\u11ab"), "한");
  EXPECT_EQ(nfkc("a\u0323\u0307"), nfkc("a\u0307\u0323"));
}

TEST(Unicode, NamesOfCharacters) {
  EXPECT_EQ(characterByName("LATIN SMALL LETTER A"), U'a');
  EXPECT_EQ(characterByName("greek capital letter delta"), U'Δ');
  EXPECT_EQ(characterByName("NULL"), U'\0');
  EXPECT_EQ(characterByName("HANGUL SYLLABLE HAN"), U'한');
  EXPECT_EQ(characterByName("CJK UNIFIED IDEOGRAPH-4E00"), U'一');
  EXPECT_FALSE(characterByName("NO SUCH CHARACTER"));
}

TEST(Unicode, WrongUtf8) {
  EXPECT_FALSE(findUtf8Error("aé€𝄞"));
  EXPECT_EQ(findUtf8Error("a\x80")->offset, 1u);
  EXPECT_STREQ(findUtf8Error("\xE2\x82")->reason, "unexpected end of data");
  EXPECT_STREQ(findUtf8Error("\xED\xA0\x80")->reason, "invalid continuation byte");
  EXPECT_FALSE(findUtf8Error("\xED\xA0\x80", true));
}

TEST(Unicode, Identifiers) {
  EXPECT_TRUE(isIdentifierStart(U'é'));
  EXPECT_TRUE(isIdentifierStart(U'_'));
  EXPECT_FALSE(isIdentifierStart(U'1'));
  EXPECT_TRUE(isIdentifierPart(U'1'));
  EXPECT_FALSE(isIdentifierPart(U'€'));
}

} // namespace
} // namespace molt::unicode
