// dict, list, tuple, set, range: their C++ interfaces and what their slots do, and that nothing leaks.
#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/types/dict.h"
#include "runtime/types/list.h"
#include "runtime/types/set.h"
#include "runtime/types/slice.h"
#include "runtime/types/tuple.h"

#include <gtest/gtest.h>

#include <string>

namespace molt {
namespace {

extern "C" {
extern Type molt_type_range;
}

class ContainersTest : public testing::Test {
protected:
  void SetUp() override { runtime_ = createRuntime(); }
  void TearDown() override { EXPECT_EQ(destroyRuntime(runtime_), 0u); }

  static Value integer(int64_t number) { return Value::fromInt(number); }
  static std::string repr(Borrowed<> value) {
    Owned<Str> text = repr_py(value).take();
    return {text->data(), text->size};
  }
  static Owned<List> listOf(std::initializer_list<int64_t> numbers) {
    Owned<List> list = makeList();
    for (int64_t number : numbers)
      listAppend(list, Borrowed<>(integer(number)));
    return list;
  }
  static std::string errorText() {
    Owned<> error = takePending();
    Owned<Str> text = str_py(error).take();
    return std::string(typeName(error)) + ": " + std::string(text->data(), text->size);
  }

  Runtime *runtime_;
};

TEST_F(ContainersTest, DictKeepsOrder) {
  Owned<Dict> dict = makeDict();
  for (int64_t i = 0; i < 1000; ++i)
    dictSet_py(dict, Borrowed<>(integer(i * 7919 % 1000)), Borrowed<>(integer(i))).take();
  EXPECT_EQ(dictLength(dict), 1000u);
  uint64_t position = 0;
  int64_t expected = 0;
  for (Borrowed<> key, value; dictNext(dict, &position, &key, &value); ++expected) {
    EXPECT_EQ(key.value().asInlineInt(), expected * 7919 % 1000);
    EXPECT_EQ(value.value().asInlineInt(), expected);
  }
  for (int64_t i = 0; i < 1000; i += 2)
    EXPECT_TRUE(dictDelete_py(dict, Borrowed<>(integer(i))).take());
  EXPECT_EQ(dictLength(dict), 500u);
  EXPECT_FALSE(dictGet_py(dict, Borrowed<>(integer(10))).take());
  EXPECT_TRUE(dictGet_py(dict, Borrowed<>(integer(11))).take());
}

TEST_F(ContainersTest, DictNames) {
  Owned<Dict> dict = makeDict();
  dictSetText(dict, "alpha", Borrowed<>(integer(1)));
  dictSetText(dict, "beta", Borrowed<>(integer(2)));
  Owned<Str> made = makeStr("alpha");
  EXPECT_EQ(dictFindName(dict, made).value(), integer(1));
  uint64_t version = dictKeysVersion(dict);
  dictSetText(dict, "alpha", Borrowed<>(integer(3)));
  EXPECT_EQ(dictKeysVersion(dict), version);
  EXPECT_TRUE(dictRemoveName(dict, made));
  EXPECT_NE(dictKeysVersion(dict), version);
  EXPECT_EQ(repr(dict), "{'beta': 2}");
}

// Compiled code makes compact lists. What knows of them leaves them as they are; all else makes them ordinary.
TEST_F(ContainersTest, CompactLists) {
  auto make = [] {
    Value item = boolean(true).value();
    Owned<List> one = makeListFrom(&item, 1);
    return molt_repeat_compact_py(one, Borrowed<>(integer(5))).take();
  };
  Owned<> flags = make();
  const List *list = asAnyList(flags).list;
  EXPECT_EQ(asCompactList(flags), list);
  EXPECT_EQ(list->length, 0u);
  EXPECT_EQ(length_py(flags).take(), 5);
  setItem_py(flags, Borrowed<>(integer(-1)), boolean(false)).take();
  EXPECT_EQ(getItem_py(flags, Borrowed<>(integer(4))).take().value(), boolean(false).value());
  EXPECT_TRUE(getItem_py(flags, Borrowed<>(integer(5))).raised());
  EXPECT_EQ(errorText(), "IndexError: list index out of range");
  EXPECT_EQ(countTrue(list), 4u);
  Iteration items;
  items.start_py(flags).take();
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(items.next_py().take().value(), boolean(i < 4).value());
  EXPECT_TRUE(Iteration::isEnd(items.next_py().take()));
  EXPECT_EQ(repr(flags), "[True, True, True, True, False]");
  EXPECT_TRUE(truth_py(flags).take());
  EXPECT_TRUE(list->isCompact());

  setItem_py(flags, Borrowed<>(integer(1)), Borrowed<>(integer(7))).take();
  EXPECT_FALSE(list->isCompact());
  EXPECT_EQ(list->length, 5u);
  EXPECT_EQ(list->capacity, 5u);
  EXPECT_EQ(repr(flags), "[True, 7, True, True, False]");

  Owned<> appended = make();
  molt_list_append(Borrowed<List>(asAnyList(appended).list), boolean(false));
  EXPECT_EQ(repr(appended), "[True, True, True, True, True, False]");
  Owned<> cleared = make();
  listClear(Borrowed<List>(asAnyList(cleared).list));
  EXPECT_EQ(repr(cleared), "[]");
  EXPECT_TRUE(compareTruth_py(make(), make(), Comparison::kEqual).take());
}

TEST_F(ContainersTest, CompactListsAreOfOneBool) {
  auto repeat = [](Borrowed<> left, Borrowed<> right) { return molt_repeat_compact_py(left, right).take(); };
  Value item = boolean(false).value();
  Owned<List> one = makeListFrom(&item, 1), number = listOf({1});
  EXPECT_TRUE(asCompactList(repeat(Borrowed<>(integer(2)), one)));
  for (int64_t times : {0, -1})
    EXPECT_EQ(repr(repeat(one, Borrowed<>(integer(times)))), "[]");
  EXPECT_EQ(repr(repeat(number, Borrowed<>(integer(2)))), "[1, 1]");
  EXPECT_EQ(repr(repeat(Borrowed<>(integer(3)), Borrowed<>(integer(2)))), "6");
  EXPECT_TRUE(molt_repeat_compact_py(one, Borrowed<>(integer(int64_t{1} << 46))).raised());
  EXPECT_EQ(errorText(), "MemoryError: ");
}

TEST_F(ContainersTest, UnhashableKey) {
  Owned<Dict> dict = makeDict();
  Owned<List> list = makeList();
  EXPECT_TRUE(dictGet_py(dict, list).raised());
  EXPECT_EQ(errorText(), "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')");
}

TEST_F(ContainersTest, ReprOfRecursion) {
  Owned<List> list = listOf({1, 2});
  listAppend(list, list.borrow());
  EXPECT_EQ(repr(list), "[1, 2, [...]]");
  listClear(list);
}

TEST_F(ContainersTest, CyclesAreCollected) {
  Owned<List> list = listOf({1, 2});
  Owned<Dict> dict = makeDict();
  dictSetText(dict, "list", list);
  listAppend(list, dict.borrow());
}

TEST_F(ContainersTest, SortIsStable) {
  Owned<List> list = makeList();
  uint64_t random = 12345;
  for (int64_t i = 0; i < 2000; ++i) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    Owned<Tuple> pair = makePair(Borrowed<>(integer(static_cast<int64_t>(random >> 60))),
                                 Borrowed<>(integer(i)));
    listAppend(list, pair.borrow());
  }
  listSort_py(list, {}, false).take();
  for (uint64_t i = 1; i < list->length; ++i)
    EXPECT_TRUE(less_py(listItem(list, i - 1), listItem(list, i)).take());
  listSort_py(list, {}, true).take();
  for (uint64_t i = 1; i < list->length; ++i)
    EXPECT_TRUE(less_py(listItem(list, i), listItem(list, i - 1)).take());
}

TEST_F(ContainersTest, SetOrder) {
  Owned<Set> set = makeSet();
  for (int64_t number : {100, 3, 57, 8, 16, 24, 1, 9})
    setAdd_py(set, Borrowed<>(integer(number))).take();
  EXPECT_EQ(repr(set), "{1, 3, 100, 8, 9, 16, 24, 57}");
}

TEST_F(ContainersTest, TupleHash) {
  const Value items[] = {integer(1), integer(2), integer(3)};
  EXPECT_EQ(hash_py(makeTuple(items, 3)).take(), 529344067295497451);
}

TEST_F(ContainersTest, Slices) {
  Owned<List> list = listOf({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  Owned<Slice> slice = makeSlice(Borrowed<>(integer(8)), Borrowed<>(integer(1)),
                                 Borrowed<>(integer(-3)));
  EXPECT_EQ(repr(getItem_py(list, slice).take()), "[8, 5, 2]");
  deleteItem_py(list, slice).take();
  EXPECT_EQ(repr(list), "[0, 1, 3, 4, 6, 7, 9]");
  Owned<Slice> front = makeSlice(none(), Borrowed<>(integer(2)), none());
  setItem_py(list, front, listOf({10, 11, 12})).take();
  EXPECT_EQ(repr(list), "[10, 11, 12, 3, 4, 6, 7, 9]");
}

TEST_F(ContainersTest, RangeOfBigInts) {
  Borrowed<> type(Value::fromObject(&molt_type_range));
  Owned<> big = binary_py(BinaryOperator::kShiftLeft, Borrowed<>(integer(1)),
                          Borrowed<>(integer(100))).take();
  Owned<> range = call_py(type, {big}).take();
  Owned<> item = getItem_py(range, Borrowed<>(integer(-1))).take();
  EXPECT_EQ(repr(item), "1267650600228229401496703205375");
  EXPECT_TRUE(contains_py(range, item).take());
}

TEST_F(ContainersTest, DictChangesDuringIteration) {
  Owned<Dict> dict = makeDict();
  dictSetText(dict, "a", Borrowed<>(integer(1)));
  Owned<> iterator = getIterator_py(dict).take();
  dictSetText(dict, "b", Borrowed<>(integer(1)));
  EXPECT_TRUE(iteratorNext_py(iterator).raised());
  EXPECT_EQ(errorText(), "RuntimeError: dictionary changed size during iteration");
}

TEST_F(ContainersTest, Unpacking) {
  Value items[3];
  Owned<List> list = listOf({1, 2});
  EXPECT_TRUE(molt_unpack_py(list, 3, items).raised());
  EXPECT_EQ(errorText(), "ValueError: not enough values to unpack (expected 3, got 2)");
  EXPECT_TRUE(molt_unpack_py(list, 1, items).raised());
  EXPECT_EQ(errorText(), "ValueError: too many values to unpack (expected 1, got 2)");
  EXPECT_TRUE(molt_unpack_py(Borrowed<>(integer(5)), 1, items).raised());
  EXPECT_EQ(errorText(), "TypeError: cannot unpack non-iterable int object");
  molt_unpack_star_py(list, 1, 0, items).take();
  EXPECT_EQ(repr(Borrowed<>(items[1])), "[2]");
  release(items[0]);
  release(items[1]);
}

} // namespace
} // namespace molt
