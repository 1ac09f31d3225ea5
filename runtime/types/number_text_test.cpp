// int, float and str from C++, and that nothing leaks.
#include "runtime/core/operators.h"
#include "runtime/core/runtime.h"
#include "runtime/types/bytes.h"
#include "runtime/types/float.h"
#include "runtime/types/int.h"
#include "runtime/types/str.h"

#include <gtest/gtest.h>
#include <random>
#include <string>

using namespace molt;

class NumbersAndText : public testing::Test {
  Runtime *runtime_ = createRuntime();

protected:
  void TearDown() override { EXPECT_EQ(destroyRuntime(runtime_), 0u); }

  static std::string text(Borrowed<> value) {
    Owned<Str> string = repr_py(value).take();
    return std::string(string->data(), string->size);
  }
  static Owned<> number(const char *digits) {
    return intFromText(digits, std::strlen(digits), 10, ""_str).take();
  }
  static Owned<> randomInt(std::mt19937_64 &random) {
    unsigned char bytes[80];
    uint64_t size = random() % sizeof(bytes);
    for (uint64_t i = 0; i < size; ++i)
      bytes[i] = random() % 3 ? static_cast<unsigned char>(random()) : random() % 2 ? 0xFF : 0;
    return intFromBytes(bytes, size, true, true);
  }
};

TEST_F(NumbersAndText, SmallIntsAreAlwaysInline) {
  Owned<> edge = intFrom(kIntMax);
  EXPECT_TRUE(edge.value().isInlineInt());
  Owned<> above = intAdd(edge, intFrom(1));
  EXPECT_FALSE(above.value().isInlineInt());
  EXPECT_TRUE(intSubtract(above, intFrom(1)).value().isInlineInt());
  EXPECT_EQ(text(above), "281474976710656");
  EXPECT_EQ(text(intNegative(above)), "-281474976710656");
  EXPECT_TRUE(intNegative(above).value().isInlineInt());
}

TEST_F(NumbersAndText, DivisionLaws) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 3000; ++i) {
    Owned<> a = randomInt(random), b = randomInt(random), quotient, rest;
    if (intIsZero(b))
      continue;
    intDivmod(a, b, &quotient, &rest).take();
    Owned<> product = intMultiply(quotient, b);
    EXPECT_TRUE(intEqual(intAdd(product, rest), a));
    EXPECT_TRUE(intIsZero(rest) || intSign(rest) == intSign(b));
    EXPECT_LT(intCompare(intAbsolute(rest), intAbsolute(b)), 0);
  }
}

TEST_F(NumbersAndText, TextAndBytesReadBack) {
  std::mt19937_64 random(4);
  for (int i = 0; i < 1000; ++i) {
    Owned<> value = randomInt(random);
    EXPECT_TRUE(intEqual(number(text(value).c_str()), value));
    unsigned char bytes[100];
    ASSERT_TRUE(intToBytes(value, bytes, sizeof(bytes), false));
    EXPECT_TRUE(intEqual(intFromBytes(bytes, sizeof(bytes), false, true), value));
    Owned<> there = intShiftLeft(value, random() % 300).take();
    EXPECT_EQ(intSign(there), intSign(value));
  }
}

TEST_F(NumbersAndText, ComparesIntsAndFloatsExactly) {
  Owned<> odd = number("9007199254740993"); // 2^53 + 1
  EXPECT_EQ(compareIntDouble(odd, 9007199254740992.0), 1);
  EXPECT_EQ(compareIntDouble(number("10000000000000000000000"), 1e22), 0);
  EXPECT_EQ(intToDouble(odd).take(), 9007199254740992.0);
  EXPECT_EQ(hashOfDouble(1e22), intHash(number("10000000000000000000000")));
}

TEST_F(NumbersAndText, PositionsInText) {
  std::string source;
  for (int i = 0; i < 500; ++i)
    source += i % 3 ? "a" : "\xE2\x82\xAC";
  Owned<Str> string = makeStr(source.data(), source.size());
  EXPECT_EQ(string->length, 500u);
  uint64_t offset = 0;
  for (uint64_t i = 0; i < 500; ++i) {
    EXPECT_EQ(byteOffset(string, i), offset);
    EXPECT_EQ(codePointIndex(string, offset), i);
    EXPECT_EQ(codePointAt(string, i), i % 3 ? 'a' : 0x20ACu);
    offset += i % 3 ? 1 : 3;
  }
}

TEST_F(NumbersAndText, AppendsInPlaceWhenAlone) {
  Owned<Str> string = makeStr("start of a text that is long enough");
  Owned<Str> shared = Owned<Str>::retain(string);
  string = appendStr(std::move(string), "!"_str);
  EXPECT_NE(string.value(), shared.value());
  EXPECT_EQ(shared->size + 1, string->size);
  for (int i = 0; i < 1000; ++i)
    string = appendStr(std::move(string), "0123456789"_str);
  EXPECT_EQ(string->size, shared->size + 10001);
  Value before = string.value();
  string = appendStr(std::move(string), "x"_str);
  EXPECT_EQ(string.value(), before);
}

TEST_F(NumbersAndText, Reprs) {
  EXPECT_EQ(text(makeStr("it's \"quoted\"\n\xC3\xA9\xC2\xAD")), "'it\\'s \"quoted\"\\n\xC3\xA9\\xad'");
  EXPECT_EQ(text(makeBytes("a'\0\xFF", 4)), "b\"a'\\x00\\xff\"");
  EXPECT_EQ(text(makeFloat(0.1)), "0.1");
}
