// list.sort: a stable, adaptive merge sort (timsort with powersort's merge order; Peters 2002, Munro
// and Wild 2018). The comparisons made, and their order, are those of CPython, because __lt__ can
// observe them. Keys that nobody can observe being compared, and that are not mostly in order, key_sort.cpp sorts.
//
// Invariant: while sorting, the list is empty as seen from Python, and this file owns its items; what
// comparisons add to the list meanwhile is an error and thrown away.
#include "runtime/core/call.h"
#include "runtime/core/callback.h"
#include "runtime/core/operators.h"
#include "runtime/types/key_sort.h"
#include "runtime/types/list.h"
#include "runtime/types/sequence.h"

#include <cstring>

namespace molt {
namespace {

// Keys and the values that move with them (null: the keys are the values).
struct Run {
  Value *keys;
  Value *values;
  Run operator+(int64_t offset) const {
    return {keys + offset, values ? values + offset : nullptr};
  }
};

void moveItems(Run to, Run from, int64_t count) {
  std::memmove(static_cast<void *>(to.keys), from.keys, static_cast<size_t>(count) * sizeof(Value));
  if (to.values)
    std::memmove(static_cast<void *>(to.values), from.values,
                 static_cast<size_t>(count) * sizeof(Value));
}
void moveItem(Run to, Run from) {
  *to.keys = *from.keys;
  if (to.values)
    *to.values = *from.values;
}
void reverseItems(Value *low, Value *high) {
  while (low < --high)
    std::swap(*low++, *high);
}
void reverseRun(Run run, int64_t count) {
  reverseItems(run.keys, run.keys + count);
  if (run.values)
    reverseItems(run.values, run.values + count);
}

// ---- The ways to compare --------------------------------------------------------------------------------

// One copy of the sort serves all that is not worth a copy of its own.
struct LessCalled {
  Result<bool> (*less)(Value left, Value right);
  Result<bool> operator()(Value left, Value right) const { return less(left, right); }
};
template <class Less> Result<bool> callLess(Value left, Value right) { return Less()(left, right); }

struct LessInt {
  Result<bool> operator()(Value left, Value right) const {
    return left.asInlineInt() < right.asInlineInt();
  }
};
struct LessDouble {
  Result<bool> operator()(Value left, Value right) const {
    return left.asDouble() < right.asDouble();
  }
};
struct LessStr {
  Result<bool> operator()(Value left, Value right) const {
    return compareText(static_cast<const Str *>(left.asObject()),
                       static_cast<const Str *>(right.asObject())) < 0;
  }
};
struct LessTuple { // exact tuples, which cannot change
  Result<bool> operator()(Value left, Value right) const {
    const Tuple *a = static_cast<const Tuple *>(left.asObject());
    const Tuple *b = static_cast<const Tuple *>(right.asObject());
    for (uint64_t i = 0; i < a->length && i < b->length; ++i) {
      Value mine = a->items()[i], theirs = b->items()[i];
      if (mine == theirs)
        continue;
      if (mine.isInlineInt() && theirs.isInlineInt())
        return mine.asInlineInt() < theirs.asInlineInt();
      if (isExactStr(mine) && isExactStr(theirs)) {
        int order = compareText(static_cast<const Str *>(mine.asObject()), static_cast<const Str *>(theirs.asObject()));
        if (order == 0)
          continue;
        return order < 0;
      }
      bool equal = TRY(itemEquals_py(Borrowed<>(mine), Borrowed<>(theirs)));
      if (equal)
        continue;
      bool less;
      if (lessQuickly(mine, theirs, &less))
        return less;
      return less_py(Borrowed<>(mine), Borrowed<>(theirs));
    }
    return a->length < b->length;
  }
};
struct LessAny {
  Result<bool> operator()(Value left, Value right) const {
    return less_py(Borrowed<>(left), Borrowed<>(right));
  }
};

// ---- The sort --------------------------------------------------------------------------------------------

constexpr int64_t kGallop = 7;

template <class Less> class Sorter {
public:
  Sorter(Run items, int64_t count, Less less) : items_(items), count_(count), less_(less) {}
  Sorter(const Sorter &) = delete;
  ~Sorter() {
    if (scratch_.keys) {
      releaseArray(scratch_.keys, static_cast<size_t>(scratchSize_));
      if (scratch_.values)
        releaseArray(scratch_.values, static_cast<size_t>(scratchSize_));
    }
  }

  Result<void> sort_py() {
    int64_t shortest = shortestRun(count_), start = 0, left = count_;
    while (left > 0) {
      int64_t length = TRY(findRun_py(items_ + start, left));
      if (length < shortest) {
        int64_t forced = left < shortest ? left : shortest;
        TRY(insertionSort_py(items_ + start, length, forced));
        length = forced;
      }
      TRY(addRun_py(start, length));
      start += length;
      left -= length;
    }
    while (pendingCount_ > 1) {
      int at = pendingCount_ - 2;
      if (at > 0 && pending_[at - 1].length < pending_[at + 1].length)
        --at;
      TRY(mergeAt_py(at));
    }
    return {};
  }

private:
  struct Pending {
    int64_t start, length;
    int power;
  };

  static int64_t shortestRun(int64_t count) {
    int64_t rest = 0;
    while (count >= 64) {
      rest |= count & 1;
      count >>= 1;
    }
    return count + rest;
  }

  // The length of the run at the start; a descending one is reversed in place. Equal items within a
  // descending run keep their order.
  Result<int64_t> findRun_py(Run run, int64_t count) {
    Value *keys = run.keys;
    int64_t length = 1;
    for (; length < count; ++length) {
      bool smaller = TRY(less_(keys[length], keys[length - 1]));
      if (smaller)
        break;
    }
    if (length == count)
      return length;
    if (length > 1) {
      bool ascending = TRY(less_(keys[0], keys[length - 1]));
      if (ascending)
        return length;
      reverseRun(run, length); // all equal: the start of a descending run
    }
    ++length;
    int64_t equal = 0;
    for (; length < count; ++length) {
      bool smaller = TRY(less_(keys[length], keys[length - 1]));
      if (smaller) {
        reverseEqual(run, length, equal);
        equal = 0;
        continue;
      }
      bool larger = TRY(less_(keys[length - 1], keys[length]));
      if (larger)
        break;
      ++equal;
    }
    reverseEqual(run, length, equal);
    reverseRun(run, length);
    for (; length < count; ++length) {
      bool smaller = TRY(less_(keys[length], keys[length - 1]));
      if (smaller)
        break;
    }
    return length;
  }
  static void reverseEqual(Run run, int64_t end, int64_t equal) {
    if (equal)
      reverseRun(run + (end - equal - 1), equal + 1);
  }

  Result<void> insertionSort_py(Run run, int64_t sorted, int64_t count) {
    for (int64_t i = sorted; i < count; ++i) {
      Value pivot = run.keys[i];
      int64_t low = 0, high = i;
      while (low < high) {
        int64_t middle = low + ((high - low) >> 1);
        bool less = TRY(less_(pivot, run.keys[middle]));
        if (less)
          high = middle;
        else
          low = middle + 1;
      }
      shiftIn(run.keys, low, i);
      if (run.values)
        shiftIn(run.values, low, i);
    }
    return {};
  }
  // Moves items[from] down to items[to].
  static void shiftIn(Value *items, int64_t to, int64_t from) {
    Value moved = items[from];
    std::memmove(static_cast<void *>(items + to + 1), items + to,
                 static_cast<size_t>(from - to) * sizeof(Value));
    items[to] = moved;
  }

  // Powersort's depth of the boundary between two neighbouring runs.
  int powerOf(int64_t start, int64_t first, int64_t second) const {
    int power = 0;
    int64_t a = 2 * start + first, b = a + first + second;
    for (;;) {
      ++power;
      if (a >= count_) {
        a -= count_;
        b -= count_;
      } else if (b >= count_) {
        return power;
      }
      a <<= 1;
      b <<= 1;
    }
  }

  Result<void> addRun_py(int64_t start, int64_t length) {
    if (pendingCount_ > 0) {
      Pending &last = pending_[pendingCount_ - 1];
      int power = powerOf(last.start, last.length, length);
      while (pendingCount_ > 1 && pending_[pendingCount_ - 2].power > power)
        TRY(mergeAt_py(pendingCount_ - 2));
      pending_[pendingCount_ - 1].power = power;
    }
    pending_[pendingCount_++] = {start, length, 0};
    return {};
  }

  Result<void> mergeAt_py(int at) {
    Pending first = pending_[at], second = pending_[at + 1];
    pending_[at].length = first.length + second.length;
    for (int i = at + 1; i + 1 < pendingCount_; ++i)
      pending_[i] = pending_[i + 1];
    --pendingCount_;
    Run a = items_ + first.start, b = items_ + second.start;
    int64_t aCount = first.length, bCount = second.length;
    int64_t skip = TRY(gallopRight_py(*b.keys, a.keys, aCount, 0));
    a = a + skip;
    aCount -= skip;
    if (aCount == 0)
      return {};
    bCount = TRY(gallopLeft_py(a.keys[aCount - 1], b.keys, bCount, bCount - 1));
    if (bCount <= 0)
      return {};
    return aCount <= bCount ? mergeLow_py(a, aCount, b, bCount) : mergeHigh_py(a, aCount, b, bCount);
  }

  // How many items of `keys` are < key; the search starts at `hint`.
  [[gnu::noinline]] Result<int64_t> gallopLeft_py(Value key, const Value *keys, int64_t count, int64_t hint) {
    int64_t last = 0, offset = 1;
    bool right = TRY(less_(keys[hint], key));
    int64_t most = right ? count - hint : hint + 1;
    while (offset < most) {
      bool less = TRY(less_(keys[right ? hint + offset : hint - offset], key));
      if (less != right)
        break;
      last = offset;
      offset = (offset << 1) + 1;
    }
    if (offset > most)
      offset = most;
    int64_t low = right ? hint + last : hint - offset, high = right ? hint + offset : hint - last;
    for (++low; low < high;) {
      int64_t middle = low + ((high - low) >> 1);
      bool less = TRY(less_(keys[middle], key));
      if (less)
        low = middle + 1;
      else
        high = middle;
    }
    return high;
  }

  // How many items of `keys` are <= key.
  [[gnu::noinline]] Result<int64_t> gallopRight_py(Value key, const Value *keys, int64_t count, int64_t hint) {
    int64_t last = 0, offset = 1;
    bool left = TRY(less_(key, keys[hint]));
    int64_t most = left ? hint + 1 : count - hint;
    while (offset < most) {
      bool less = TRY(less_(key, keys[left ? hint - offset : hint + offset]));
      if (less != left)
        break;
      last = offset;
      offset = (offset << 1) + 1;
    }
    if (offset > most)
      offset = most;
    int64_t low = left ? hint - offset : hint + last, high = left ? hint - last : hint + offset;
    for (++low; low < high;) {
      int64_t middle = low + ((high - low) >> 1);
      bool less = TRY(less_(key, keys[middle]));
      if (less)
        high = middle;
      else
        low = middle + 1;
    }
    return high;
  }

  Run scratch(int64_t count) {
    if (count > scratchSize_) {
      bool values = items_.values != nullptr;
      if (scratch_.keys) {
        releaseArray(scratch_.keys, static_cast<size_t>(scratchSize_));
        if (values)
          releaseArray(scratch_.values, static_cast<size_t>(scratchSize_));
      }
      scratch_.keys = allocateArray<Value>(static_cast<size_t>(count));
      scratch_.values = values ? allocateArray<Value>(static_cast<size_t>(count)) : nullptr;
      scratchSize_ = count;
    }
    return scratch_;
  }

  // Merges neighbouring runs, the first one copied aside. Precondition: b[0] < a[0], and a's last item
  // belongs at the end. However it ends, the items are a permutation of the old ones.
  Result<void> mergeLow_py(Run a, int64_t aCount, Run b, int64_t bCount) {
    Run to = a;
    Run from = scratch(aCount);
    moveItems(from, a, aCount);
    Result<void> result = mergeLowLoop_py(to, from, aCount, b, bCount);
    if (result.raised() || bCount == 0) {
      moveItems(to, from, aCount);
    } else { // the last of a goes behind what is left of b
      moveItems(to, b, bCount);
      moveItem(to + bCount, from);
    }
    return result;
  }

  Result<void> mergeLowLoop_py(Run &to, Run &a, int64_t &aCount, Run &b, int64_t &bCount) {
    auto takeA = [&] {
      moveItem(to, a);
      to = to + 1, a = a + 1;
      return --aCount == 1;
    };
    auto takeB = [&] {
      moveItem(to, b);
      to = to + 1, b = b + 1;
      return --bCount == 0;
    };
    if (takeB() || aCount == 1)
      return {};
    int64_t gallop = gallop_;
    for (;;) {
      int64_t aWins = 0, bWins = 0;
      while (aWins < gallop && bWins < gallop) {
        bool less = TRY(less_(*b.keys, *a.keys));
        if (less) {
          ++bWins, aWins = 0;
          if (takeB())
            return {};
        } else {
          ++aWins, bWins = 0;
          if (takeA())
            return {};
        }
      }
      ++gallop;
      do {
        gallop -= gallop > 1;
        gallop_ = gallop;
        aWins = TRY(gallopRight_py(*b.keys, a.keys, aCount, 0));
        if (aWins) {
          moveItems(to, a, aWins);
          to = to + aWins, a = a + aWins, aCount -= aWins;
          if (aCount <= 1)
            return finishedLow(aCount, bCount);
        }
        if (takeB())
          return {};
        bWins = TRY(gallopLeft_py(*a.keys, b.keys, bCount, 0));
        if (bWins) {
          moveItems(to, b, bWins);
          to = to + bWins, b = b + bWins, bCount -= bWins;
          if (bCount == 0)
            return {};
        }
        if (takeA())
          return {};
      } while (aWins >= kGallop || bWins >= kGallop);
      gallop_ = ++gallop; // leaving galloping costs
    }
  }
  // a ran out, which only inconsistent comparisons bring about: the rest of b stands already.
  static Result<void> finishedLow(int64_t aCount, int64_t &bCount) {
    if (aCount == 0)
      bCount = 0;
    return {};
  }

  // The same from the end, the second run copied aside.
  Result<void> mergeHigh_py(Run a, int64_t aCount, Run b, int64_t bCount) {
    Run to = b + (bCount - 1);
    Run base = scratch(bCount);
    moveItems(base, b, bCount);
    Run aEnd = a + (aCount - 1), bEnd = base + (bCount - 1);
    Result<void> result = mergeHighLoop_py(to, a, aEnd, aCount, base, bEnd, bCount);
    if (result.raised() || aCount == 0) {
      if (bCount)
        moveItems(to + (1 - bCount), base, bCount);
    } else { // the first of b goes before what is left of a
      to = to + -aCount;
      moveItems(to + 1, aEnd + (1 - aCount), aCount);
      moveItem(to, bEnd);
    }
    return result;
  }

  Result<void> mergeHighLoop_py(Run &to, Run aBase, Run &a, int64_t &aCount, Run bBase, Run &b,
                                int64_t &bCount) {
    auto takeA = [&] {
      moveItem(to, a);
      to = to + -1, a = a + -1;
      return --aCount == 0;
    };
    auto takeB = [&] {
      moveItem(to, b);
      to = to + -1, b = b + -1;
      return --bCount == 1;
    };
    if (takeA() || bCount == 1)
      return {};
    int64_t gallop = gallop_;
    for (;;) {
      int64_t aWins = 0, bWins = 0;
      while (aWins < gallop && bWins < gallop) {
        bool less = TRY(less_(*b.keys, *a.keys));
        if (less) {
          ++aWins, bWins = 0;
          if (takeA())
            return {};
        } else {
          ++bWins, aWins = 0;
          if (takeB())
            return {};
        }
      }
      ++gallop;
      do {
        gallop -= gallop > 1;
        gallop_ = gallop;
        aWins = TRY(gallopRight_py(*b.keys, aBase.keys, aCount, aCount - 1));
        aWins = aCount - aWins;
        if (aWins) {
          to = to + -aWins, a = a + -aWins;
          moveItems(to + 1, a + 1, aWins);
          aCount -= aWins;
          if (aCount == 0)
            return {};
        }
        if (takeB())
          return {};
        bWins = TRY(gallopLeft_py(*a.keys, bBase.keys, bCount, bCount - 1));
        bWins = bCount - bWins;
        if (bWins) {
          to = to + -bWins, b = b + -bWins;
          moveItems(to + 1, b + 1, bWins);
          bCount -= bWins;
          if (bCount <= 1)
            return finishedLow(bCount, aCount);
        }
        if (takeA())
          return {};
      } while (aWins >= kGallop || bWins >= kGallop);
      gallop_ = ++gallop;
    }
  }

  Run items_;
  int64_t count_;
  Less less_;
  Run scratch_{};
  int64_t scratchSize_ = 0;
  int64_t gallop_ = kGallop;
  Pending pending_[85];
  int pendingCount_ = 0;
};

template <class Less> Result<void> sortWith_py(Run items, int64_t count) {
  return Sorter<LessCalled>(items, count, LessCalled{callLess<Less>}).sort_py();
}
#ifndef __wasm__ // small rather than fast there
template <> Result<void> sortWith_py<LessInt>(Run items, int64_t count) {
  return Sorter<LessInt>(items, count, {}).sort_py();
}
template <> Result<void> sortWith_py<LessStr>(Run items, int64_t count) {
  return Sorter<LessStr>(items, count, {}).sort_py();
}
#endif

Result<void> sortRun_py(Run items, int64_t count) {
  if (sortWithoutComparing(items.keys, items.values, static_cast<uint64_t>(count)))
    return {};
  bool ints = true, doubles = true, strs = true, tuples = true;
  for (int64_t i = 0; i < count && (ints || doubles || strs || tuples); ++i) {
    Value key = items.keys[i];
    ints &= key.isInlineInt();
    doubles &= key.isDouble();
    strs &= key.isObject() && key.asObject()->type == &molt_type_str;
    tuples &= key.isObject() && key.asObject()->type == &molt_type_tuple;
  }
  if (ints)
    return sortWith_py<LessInt>(items, count);
  if (doubles)
    return sortWith_py<LessDouble>(items, count);
  if (strs)
    return sortWith_py<LessStr>(items, count);
  if (tuples)
    return sortWith_py<LessTuple>(items, count);
  return sortWith_py<LessAny>(items, count);
}

Result<void> computeKeys_py(Borrowed<> key, const Value *values, Value *keys, uint64_t count,
                            uint64_t *done) {
  for (; *done < count; ++*done) {
    Owned<> result = TRY(callBack_py(key, values + *done, 1));
    keys[*done] = result.intoValue();
  }
  return {};
}

Result<void> sortItems_py(Value *items, uint64_t count, Borrowed<> key, bool reverse) {
  bool keyed = key && !isNone(key);
  Value *keys = items;
  uint64_t keyCount = 0;
  Result<void> result;
  if (keyed) {
    keys = allocateArray<Value>(count);
    result = computeKeys_py(key, items, keys, count, &keyCount);
  }
  if (!result.raised()) {
    Run run{keys, keyed ? items : nullptr};
    int64_t length = static_cast<int64_t>(count);
    if (reverse) // reversed before and after: equal items keep their order
      reverseRun(run, length);
    result = sortRun_py(run, length);
    if (reverse)
      reverseRun(run, length);
  }
  for (uint64_t i = 0; i < keyCount; ++i)
    release(keys[i]);
  if (keyed)
    releaseArray(keys, count);
  return result;
}

} // namespace

Result<void> listSort_py(Borrowed<List> list, Borrowed<> key, bool reverse) {
  List *self = list.get();
  Value *items = std::exchange(self->items, Ptr<Value>());
  uint64_t count = std::exchange(self->length, 0), capacity = std::exchange(self->capacity, 0);
  uint64_t gap = std::exchange(self->gap, 0);
  Result<void> result;
  if (count > 0)
    result = sortItems_py(items, count, key, reverse);
  bool modified = self->capacity != 0;
  Value *newItems = std::exchange(self->items, Ptr<Value>(items));
  uint64_t newCount = std::exchange(self->length, count);
  uint64_t newCapacity = std::exchange(self->capacity, capacity), newGap = std::exchange(self->gap, gap);
  if (modified) {
    if (!result.raised())
      result = raise(ValueError, "list modified during sort");
    PendingSaver saver;
    for (uint64_t i = newCount; i-- > 0;)
      release(newItems[i]);
    releaseArray(newItems - newGap, newGap + newCapacity);
  }
  return result;
}

} // namespace molt
