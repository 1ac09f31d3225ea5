// A key of 64 bits that is ordered as the object is: an int or a float as it is, of a str the next 8 bytes. Such keys are
// sorted by their bytes, the last one first (a radix sort), of which most are the same everywhere and so cost nothing.
// Strs that have these 8 bytes in common are sorted again by what follows. Tuples are rows: they are sorted by their last
// column first, as bytes are.
//
// Invariants
//  1. Each step is stable, so what an earlier one did holds among equals.
//  2. Zeros stand for what is behind a str's end. Where a character is NUL that may make two strs alike, and their sizes
//     decide in the end: of two strs that differ in nothing but NULs at the end, the shorter one is less.
#include "runtime/types/key_sort.h"

#include "runtime/types/sequence.h"

#include <cstring>

namespace molt {
namespace {

constexpr uint64_t kFewest = 48;              // fewer are compared
constexpr uint64_t kMost = uint64_t{1} << 21; // more would need too much room
constexpr uint64_t kFewestForBytes = 64;      // fewer are inserted one by one
constexpr uint64_t kMostColumns = 4;
constexpr unsigned kByteValues = 256;

struct Row {
  uint64_t word;  // what is sorted by
  uint64_t index; // of the key
};

// ---- Rows by their words --------------------------------------------------------------------------------------------

void insertRows(Row *rows, uint64_t count) {
  for (uint64_t i = 1; i < count; ++i) {
    Row row = rows[i];
    uint64_t to = i;
    for (; to > 0 && rows[to - 1].word > row.word; --to)
      rows[to] = rows[to - 1];
    rows[to] = row;
  }
}

void sortByByte(const Row *from, Row *to, uint64_t count, unsigned shift) {
  uint64_t places[kByteValues] = {};
  for (uint64_t i = 0; i < count; ++i)
    ++places[from[i].word >> shift & 0xFF];
  uint64_t place = 0;
  for (uint64_t &one : places)
    place += std::exchange(one, place);
  for (uint64_t i = 0; i < count; ++i)
    to[places[from[i].word >> shift & 0xFF]++] = from[i];
}

// `scratch` has as much room.
void sortRows(Row *rows, Row *scratch, uint64_t count) {
  if (count < kFewestForBytes)
    return insertRows(rows, count);
  uint64_t differing = 0;
  for (uint64_t i = 1; i < count; ++i)
    differing |= rows[i].word ^ rows[0].word;
  Row *from = rows, *to = scratch;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    if ((differing >> shift & 0xFF) == 0)
      continue;
    sortByByte(from, to, count, shift);
    std::swap(from, to);
  }
  if (from != rows)
    std::memcpy(static_cast<void *>(rows), from, count * sizeof(Row));
}

// ---- Words of strs --------------------------------------------------------------------------------------------------

// Eight bytes from a multiple of eight on, the first one highest.
uint64_t alignedBytes(const Str *text, uint64_t offset) {
  if (offset >= text->size)
    return 0;
  uint64_t left = text->size - offset, bytes = 0;
#ifdef MOLT_POISONS_CELLS
  std::memcpy(&bytes, text->data() + offset, left < sizeof bytes ? left : sizeof bytes);
#else
  std::memcpy(&bytes, text->data() + offset, sizeof bytes); // every str's memory ends at a multiple of 8
#endif
  bytes = __builtin_bswap64(bytes);
  return left >= 8 ? bytes : bytes & ~uint64_t{0} << (64 - 8 * left);
}

uint64_t bytesFrom(const Str *text, uint64_t offset) {
  uint64_t start = offset & ~uint64_t{7}, shift = 8 * (offset & 7);
  uint64_t bytes = alignedBytes(text, start) << shift;
  return shift ? bytes | alignedBytes(text, start + 8) >> (64 - shift) : bytes;
}

// ---- Columns --------------------------------------------------------------------------------------------------------

enum class ColumnKind { kInts, kFloats, kStrs };

class KeySort {
public:
  KeySort(Value *keys, uint64_t count) : keys_(keys), count_(count) {}
  KeySort(const KeySort &) = delete;
  ~KeySort() {
    if (rows_)
      releaseArray(rows_, 2 * count_);
  }

  bool isPossible() {
    areTuples_ = isExactTuple(keys_[0]);
    columnCount_ = areTuples_ ? static_cast<const Tuple *>(keys_[0].asObject())->length : 1;
    if (columnCount_ == 0 || columnCount_ > kMostColumns || (areTuples_ && !haveAllColumns()))
      return false;
    for (uint64_t column = 0; column < columnCount_; ++column)
      if (!findKind(column))
        return false;
    return !isMostlyInOrder();
  }

  void sort(Value *values) {
    rows_ = allocateArray<Row>(2 * count_);
    for (uint64_t i = 0; i < count_; ++i)
      rows_[i].index = i;
    for (uint64_t column = columnCount_; column-- > 0;)
      sortBy(column);
    Value *scratch = reinterpret_cast<Value *>(rows_ + count_);
    arrange(keys_, scratch);
    if (values)
      arrange(values, scratch);
  }

private:
  struct Column {
    ColumnKind kind;
    int64_t least;   // of ints
    uint64_t shared; // how many bytes all strs have in common
  };

  Value item(uint64_t row, uint64_t column) const {
    Value key = keys_[row];
    return areTuples_ ? static_cast<const Tuple *>(key.asObject())->items()[column] : key;
  }
  const Str *text(uint64_t row, uint64_t column) const {
    return static_cast<const Str *>(item(row, column).asObject());
  }

  bool haveAllColumns() const {
    for (uint64_t i = 1; i < count_; ++i)
      if (!isExactTuple(keys_[i]) || static_cast<const Tuple *>(keys_[i].asObject())->length != columnCount_)
        return false;
    return true;
  }

  bool findKind(uint64_t column) {
    Value first = item(0, column);
    Column &about = columns_[column];
    if (first.isInlineInt())
      return about.kind = ColumnKind::kInts, areInts(column);
    if (first.isDouble())
      return about.kind = ColumnKind::kFloats, areFloats(column);
    return isExactStr(first) && (about.kind = ColumnKind::kStrs, areStrs(column));
  }
  bool areInts(uint64_t column) {
    int64_t least = kIntMax;
    for (uint64_t i = 0; i < count_; ++i) {
      Value number = item(i, column);
      if (!number.isInlineInt())
        return false;
      least = number.asInlineInt() < least ? number.asInlineInt() : least;
    }
    columns_[column].least = least;
    return true;
  }
  bool areFloats(uint64_t column) {
    for (uint64_t i = 0; i < count_; ++i) {
      Value number = item(i, column);
      if (!number.isDouble() || number.asDouble() != number.asDouble()) // NaNs have no order
        return false;
    }
    return true;
  }
  bool areStrs(uint64_t column) {
    uint64_t shared = text(0, column)->size;
    for (uint64_t i = 1; i < count_; ++i) {
      if (!isExactStr(item(i, column)))
        return false;
      shared = sharedBytes(text(0, column), text(i, column), 0, shared);
    }
    columns_[column].shared = shared;
    return true;
  }
  // How many bytes both begin with, at most `most`, where the first `known` are.
  static uint64_t sharedBytes(const Str *one, const Str *other, uint64_t known, uint64_t most) {
    most = other->size < most ? other->size : most;
    while (known < most && one->data()[known] == other->data()[known])
      ++known;
    return known < most ? known : most;
  }

  uint64_t wordOf(const Column &about, Value value) const {
    switch (about.kind) {
    case ColumnKind::kInts:
      return static_cast<uint64_t>(value.asInlineInt() - about.least);
    case ColumnKind::kFloats: {
      uint64_t bits = std::bit_cast<uint64_t>(value.asDouble() + 0.0); // -0.0 is 0.0
      return bits >> 63 ? ~bits : bits | uint64_t{1} << 63;
    }
    case ColumnKind::kStrs:
      return bytesFrom(static_cast<const Str *>(value.asObject()), about.shared);
    }
    __builtin_unreachable();
  }

  // Then merging what is in order is less work.
  bool isMostlyInOrder() const {
    uint64_t ups = 0, downs = 0;
    for (uint64_t i = 1; i < count_; ++i) {
      uint64_t before = 0, after = 0;
      for (uint64_t column = 0; column < columnCount_ && before == after; ++column) {
        before = wordOf(columns_[column], item(i - 1, column));
        after = wordOf(columns_[column], item(i, column));
      }
      downs += before > after;
      ups += before < after;
    }
    return downs <= count_ / 16 || ups <= count_ / 16;
  }

  void sortBy(uint64_t column) {
    const Column &about = columns_[column];
    for (uint64_t i = 0; i < count_; ++i)
      rows_[i].word = wordOf(about, item(rows_[i].index, column));
    sortRows(rows_, rows_ + count_, count_);
    if (about.kind == ColumnKind::kStrs)
      sortTies(column, rows_, count_, about.shared);
  }

  // Rows that are sorted by the 8 bytes at `offset`.
  void sortTies(uint64_t column, Row *rows, uint64_t count, uint64_t offset) {
    for (uint64_t start = 0, end; start < count; start = end) {
      for (end = start + 1; end < count && rows[end].word == rows[start].word;)
        ++end;
      if (end - start > 1)
        sortTie(column, rows + start, end - start, offset + 8);
    }
  }
  // Rows whose strs begin with the same `known` bytes, as far as they go.
  void sortTie(uint64_t column, Row *rows, uint64_t count, uint64_t known) {
    const Str *first = text(rows[0].index, column);
    uint64_t shared = first->size, longest = first->size;
    bool areSame = true;
    for (uint64_t i = 1; i < count; ++i) {
      const Str *other = text(rows[i].index, column);
      areSame &= other->size == first->size;
      longest = other->size > longest ? other->size : longest;
      if (shared > known && other != first)
        shared = sharedBytes(first, other, known, shared);
    }
    if (areSame && shared >= longest)
      return;
    bool isLast = longest <= known; // what is left to decide is the size
    if (shared < known)
      shared = known;
    for (uint64_t i = 0; i < count; ++i) {
      const Str *one = text(rows[i].index, column);
      rows[i].word = isLast ? one->size : bytesFrom(one, shared);
    }
    sortRows(rows, rows_ + count_, count);
    if (!isLast)
      sortTies(column, rows, count, shared);
  }

  void arrange(Value *items, Value *scratch) const {
    for (uint64_t i = 0; i < count_; ++i)
      scratch[i] = items[rows_[i].index];
    std::memcpy(static_cast<void *>(items), scratch, count_ * sizeof(Value));
  }

  Value *keys_;
  uint64_t count_;
  uint64_t columnCount_ = 0;
  bool areTuples_ = false;
  Column columns_[kMostColumns];
  Row *rows_ = nullptr; // and as many more as scratch
};

} // namespace

bool sortWithoutComparing(Value *keys, Value *values, uint64_t count) {
  if (count < kFewest || count > kMost)
    return false;
  KeySort sort(keys, count);
  if (!sort.isPossible())
    return false;
  sort.sort(values);
  return true;
}

} // namespace molt
