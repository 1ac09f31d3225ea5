// Core's behaviour through its entry points: classes, instances, calls, operators, collection.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/collector.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/instance.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

#include <gtest/gtest.h>

#include <string>

using namespace molt;

namespace {

class CoreTest : public testing::Test {
protected:
  Runtime *runtime_ = nullptr;
  void SetUp() override {
    runtime_ = createRuntime();
    runtime_->builtins = reinterpret_cast<Dict *>(makeDict().intoValue().asObject());
  }
  void TearDown() override { EXPECT_EQ(destroyRuntime(runtime_), 0u); }
};

std::string text(Borrowed<> value) {
  Result<Owned<Str>> shown = repr_py(value);
  if (shown.raised())
    return "<raised>";
  Owned<Str> string = shown.take();
  return std::string(string->data(), string->size);
}

// The pending exception as "Type: message"; clears it.
std::string pendingText() {
  if (!isPending())
    return "nothing pending";
  Owned<> exception = takePending();
  Owned<Str> message = str_py(exception).take();
  return std::string(typeName(exception)) + ": " + std::string(message->data(), message->size);
}

Borrowed<> integer(int64_t number) { return Borrowed<>(Value::fromInt(number)); }

Owned<Type> makeClass(const char *name, std::initializer_list<Borrowed<>> bases, Borrowed<Dict> space) {
  Owned<Str> nameObject = makeStr(name);
  Owned<Tuple> baseTuple =
      makeTuple(reinterpret_cast<const Value *>(bases.begin()), bases.size());
  Value arguments[] = {nameObject.value(), baseTuple.value(), space.value()};
  Result<Owned<>> made = call_py(Borrowed<Type>(&molt_type_type), arguments, 3);
  if (made.raised()) {
    ADD_FAILURE() << pendingText();
    return {};
  }
  return made.take().as<Type>();
}


TEST_F(CoreTest, PlainClass) {
  Owned<Dict> space = makeDict();
  dictSetName(space, "x"_str, integer(5));
  Owned<Type> type = makeClass("A", {}, space);
  EXPECT_EQ(text(type), "<class '__main__.A'>");
  Owned<> object = call_py(type, {}).take();
  EXPECT_EQ(getAttribute_py(object, "x"_str).take().value(), Value::fromInt(5));
  EXPECT_FALSE(setAttribute_py(object, "x"_str, integer(7)).raised());
  EXPECT_EQ(getAttribute_py(object, "x"_str).take().value(), Value::fromInt(7));
  EXPECT_FALSE(deleteAttribute_py(object, "x"_str).raised());
  EXPECT_EQ(getAttribute_py(object, "x"_str).take().value(), Value::fromInt(5));
  EXPECT_TRUE(getAttribute_py(object, "y"_str).raised());
  EXPECT_EQ(pendingText(), "AttributeError: 'A' object has no attribute 'y'");
  EXPECT_TRUE(call_py(type, {integer(1)}).raised());
  EXPECT_EQ(pendingText(), "TypeError: A() takes no arguments");
}

TEST_F(CoreTest, SlotsKeepTheOrderOfTheDict) {
  Owned<Dict> space = makeDict();
  Value names[] = {("a"_str).value(), ("b"_str).value(), ("c"_str).value()};
  Owned<Tuple> hints = makeTuple(names, 3);
  dictSetName(space, "__static_attributes__"_str, hints);
  Owned<Type> type = makeClass("A", {}, space);
  EXPECT_EQ(type->slotCount, 3u);
  Owned<> object = call_py(type, {}).take();
  AttributeCache caches[4] = {};
  EXPECT_FALSE(molt_set_attribute_py(object, "a"_str, integer(1), &caches[0]).raised());
  EXPECT_FALSE(molt_set_attribute_py(object, "c"_str, integer(3), &caches[1]).raised());
  EXPECT_FALSE(molt_set_attribute_py(object, "z"_str, integer(9), &caches[2]).raised());
  EXPECT_FALSE(molt_set_attribute_py(object, "b"_str, integer(2), &caches[3]).raised());
  EXPECT_EQ(text(getAttribute_py(object, "__dict__"_str).take()), "{'a': 1, 'c': 3, 'z': 9, 'b': 2}");
  for (int i = 0; i < 3; ++i) {
    AttributeCache cache{};
    EXPECT_EQ(molt_get_attribute_py(object, "c"_str, &cache).take().value(), Value::fromInt(3));
    EXPECT_EQ(molt_get_attribute_py(object, "c"_str, &cache).take().value(), Value::fromInt(3));
  }
  Owned<> other = call_py(type, {}).take();
  for (int round = 0; round < 3; ++round) {
    EXPECT_FALSE(molt_set_attribute_py(other, "a"_str, integer(round), &caches[0]).raised());
    EXPECT_FALSE(molt_set_attribute_py(other, "b"_str, integer(round), &caches[3]).raised());
  }
  EXPECT_EQ(text(getAttribute_py(other, "__dict__"_str).take()), "{'a': 2, 'b': 2}");
}

TEST_F(CoreTest, CyclesAreCollected) {
  Owned<Dict> space = makeDict();
  Owned<Type> type = makeClass("Node", {}, space);
  for (int i = 0; i < 10; ++i) {
    Owned<> a = call_py(type, {}).take(), b = call_py(type, {}).take();
    EXPECT_FALSE(setAttribute_py(a, "other"_str, b).raised());
    EXPECT_FALSE(setAttribute_py(b, "other"_str, a).raised());
  }
  uint64_t before = liveObjectCount();
  EXPECT_GE(collectCycles_py(), 20u);
  EXPECT_LT(liveObjectCount(), before);
}

TEST_F(CoreTest, LongChainsAreDestroyedWithoutDeepRecursion) {
  Owned<> chain = ownedNone();
  for (int i = 0; i < 300000; ++i) {
    Value item = chain.value();
    chain = makeTuple(&item, 1);
  }
}

TEST_F(CoreTest, InheritanceAndMro) {
  Owned<Type> a = makeClass("A", {}, makeDict());
  Owned<Type> b = makeClass("B", {a}, makeDict());
  Owned<Type> c = makeClass("C", {a}, makeDict());
  Owned<Type> d = makeClass("D", {b, c}, makeDict());
  EXPECT_EQ(text(getAttribute_py(d, "__mro__"_str).take()),
            "(<class '__main__.D'>, <class '__main__.B'>, <class '__main__.C'>, <class '__main__.A'>, "
            "<class 'object'>)");
  Value names[] = {makeStr("E").intoValue(), Value(), makeDict().intoValue()};
  Value bases[] = {a.value(), b.value()};
  names[1] = makeTuple(bases, 2).intoValue();
  EXPECT_TRUE(call_py(Borrowed<Type>(&molt_type_type), names, 3).raised());
  EXPECT_EQ(pendingText(),
            "TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B");
  for (Value value : names)
    release(value);
  EXPECT_TRUE(isSubtype(d.get(), a.get()));
  EXPECT_FALSE(isSubtype(a.get(), d.get()));
}

TEST_F(CoreTest, SubclassesOfBuiltins) {
  Owned<Type> list = makeClass("L", {Borrowed<Type>(&molt_type_list)}, makeDict());
  Owned<> object = call_py(list, {}).take();
  EXPECT_FALSE(setAttribute_py(object, "x"_str, integer(1)).raised());
  EXPECT_FALSE(callMethod_py(object, "append"_str, {integer(4)}).raised());
  EXPECT_EQ(text(object), "[4]");
  EXPECT_EQ(getAttribute_py(object, "x"_str).take().value(), Value::fromInt(1));

  Owned<Type> tuple = makeClass("T", {Borrowed<Type>(&molt_type_tuple)}, makeDict());
  Owned<> pair = call_py(tuple, {object}).take();
  EXPECT_FALSE(setAttribute_py(pair, "x"_str, integer(2)).raised());
  EXPECT_EQ(text(pair), "(4,)");
  EXPECT_EQ(getAttribute_py(pair, "x"_str).take().value(), Value::fromInt(2));

  Owned<Type> number = makeClass("N", {Borrowed<Type>(&molt_type_int)}, makeDict());
  Owned<> five = call_py(number, {integer(5)}).take();
  EXPECT_FALSE(setAttribute_py(five, "x"_str, integer(2)).raised());
  EXPECT_EQ(text(binary_py(BinaryOperator::kAdd, five, integer(1)).take()), "6");
  EXPECT_EQ(getAttribute_py(five, "x"_str).take().value(), Value::fromInt(2));
  Owned<Type> text_ = makeClass("S", {Borrowed<Type>(&molt_type_str)}, makeDict());
  Owned<> word = call_py(text_, {"word"_str}).take();
  EXPECT_FALSE(setAttribute_py(word, "x"_str, integer(2)).raised());
  EXPECT_EQ(text(word), "'word'");
  EXPECT_EQ(getAttribute_py(word, "x"_str).take().value(), Value::fromInt(2));
}

TEST_F(CoreTest, OperatorErrors) {
  EXPECT_TRUE(molt_add_py(integer(1), "a"_str).raised());
  EXPECT_EQ(pendingText(), "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
  EXPECT_TRUE(molt_less_py(integer(1), "a"_str).raised());
  EXPECT_EQ(pendingText(), "TypeError: '<' not supported between instances of 'int' and 'str'");
  EXPECT_TRUE(call_py(integer(1), {}).raised());
  EXPECT_EQ(pendingText(), "TypeError: 'int' object is not callable");
  EXPECT_TRUE(molt_get_item_py(integer(1), integer(1)).raised());
  EXPECT_EQ(pendingText(), "TypeError: 'int' object is not subscriptable");
}

TEST_F(CoreTest, SlotWrappers) {
  Owned<> wrapper = getAttribute_py(Borrowed<Type>(&molt_type_int), "__add__"_str).take();
  EXPECT_EQ(text(wrapper), "<slot wrapper '__add__' of 'int' objects>");
  EXPECT_EQ(text(call_py(wrapper, {integer(1), integer(2)}).take()), "3");
  EXPECT_TRUE(call_py(wrapper, {"a"_str}).raised());
  EXPECT_EQ(pendingText(),
            "TypeError: descriptor '__add__' requires a 'int' object but received a 'str'");
  Owned<> bound = getAttribute_py(integer(4), "__mul__"_str).take();
  EXPECT_EQ(text(call_py(bound, {integer(2)}).take()), "8");
}

} // namespace
