// The module `_heapq`: what heapq.py takes instead of its own functions. Comparing can run anything, so each comparison
// is followed by a look at the list's length.
#include "runtime/modules/_heapq.gen.h"

#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/list.h"

#include <utility>

namespace molt {

namespace {

Result<void> setUp(Borrowed<Module>, Borrowed<Dict> dict) {
  if (runtime().pythonMinor < 14)
    for (Borrowed<Str> name : {"heapify_max"_str, "heappush_max"_str, "heappop_max"_str, "heapreplace_max"_str,
                               "heappushpop_max"_str})
      dictRemoveName(dict, name);
  return {};
}

enum class Order { kSmallestFirst, kLargestFirst };

class Heap {
  Borrowed<List> list_;
  Order order_;

public:
  Heap(Borrowed<List> list, Order order) : list_(list), order_(order) {}

  uint64_t length() const { return list_->length; }

  /// Whether `item` belongs before the item at `index`, nearer to the root.
  Result<bool> goesBefore_py(Borrowed<> item, uint64_t index) const {
    Owned<> left = Owned<>::retain(item), right = Owned<>::retain(at(index));
    if (order_ == Order::kLargestFirst)
      std::swap(left, right);
    return less_py(left, right);
  }

  /// Moves the item at `index` towards the root until its parent belongs before it; not above `top`.
  Result<void> siftDown_py(uint64_t top, uint64_t index) {
    uint64_t length = list_->length;
    while (index > top) {
      uint64_t parent = (index - 1) / 2;
      bool moves = TRY(goesBefore_py(at(index), parent));
      TRY(checkLength(length));
      if (!moves)
        break;
      exchange(index, parent);
      index = parent;
    }
    return {};
  }

  /// Moves the item at `index` down to a leaf, the better child up in its place, and then up to where it belongs.
  Result<void> siftUp_py(uint64_t index) {
    uint64_t top = index, length = list_->length, firstLeaf = length / 2;
    if (index >= length)
      return raise(IndexError, "index out of range");
    while (index < firstLeaf) {
      uint64_t child = 2 * index + 1;
      if (child + 1 < length) {
        bool leftFirst = TRY(childrenInOrder_py(child));
        child += !leftFirst;
        TRY(checkLength(length));
      }
      exchange(index, child);
      index = child;
    }
    return siftDown_py(top, index);
  }

  Result<void> push_py(Borrowed<> item) {
    TRY(listReserve(list_, list_->length + 1));
    listAppend(list_, item);
    return siftDown_py(0, list_->length - 1);
  }

  Result<Owned<>> pop_py() {
    if (list_->length == 0)
      return raise(IndexError, "index out of range");
    Owned<> last = Owned<>::retain(at(list_->length - 1));
    listTake(list_, list_->length - 1);
    if (list_->length == 0)
      return last;
    return replaceFirst_py(last);
  }

  Result<Owned<>> replaceFirst_py(Borrowed<> item) {
    if (list_->length == 0)
      return raise(IndexError, "index out of range");
    Owned<> first = Owned<>::retain(at(0));
    listSetItem(list_, 0, item);
    TRY(siftUp_py(0));
    return first;
  }

  Result<Owned<>> pushPop_py(Borrowed<> item) {
    if (list_->length == 0)
      return Owned<>::retain(item);
    Owned<> first = Owned<>::retain(at(0));
    bool replaces = TRY(order_ == Order::kSmallestFirst ? less_py(first, item) : less_py(item, first));
    return replaces ? replaceFirst_py(item) : Owned<>::retain(item);
  }

  Result<void> build_py() {
    for (uint64_t index = list_->length / 2; index-- > 0;)
      TRY(siftUp_py(index));
    return {};
  }

private:
  Borrowed<> at(uint64_t index) const { return listItem(list_, index); }
  void exchange(uint64_t one, uint64_t other) { std::swap(list_->items[one], list_->items[other]); }

  Result<void> checkLength(uint64_t length) const {
    if (list_->length != length)
      return raise(RuntimeError, "list changed size during iteration");
    return {};
  }

  /// Whether of the children `left` and `left + 1` the first one goes up.
  Result<bool> childrenInOrder_py(uint64_t left) const {
    Owned<> one = Owned<>::retain(at(left)), other = Owned<>::retain(at(left + 1));
    if (order_ == Order::kLargestFirst)
      std::swap(one, other);
    return less_py(one, other);
  }
};

Heap smallest(Borrowed<List> list) { return {list, Order::kSmallestFirst}; }
Heap largest(Borrowed<List> list) { return {list, Order::kLargestFirst}; }

} // namespace

const NativeModule nativeModule__heapq{"_heapq", _heapq_functions, setUp, _heapq_doc};

Result<void> _heapq_heapify(Borrowed<List> heap) { return smallest(heap).build_py(); }
Result<void> _heapq_heappush(Borrowed<List> heap, Borrowed<> item) { return smallest(heap).push_py(item); }
Result<Owned<>> _heapq_heappop(Borrowed<List> heap) { return smallest(heap).pop_py(); }
Result<Owned<>> _heapq_heapreplace(Borrowed<List> heap, Borrowed<> item) {
  return smallest(heap).replaceFirst_py(item);
}
Result<Owned<>> _heapq_heappushpop(Borrowed<List> heap, Borrowed<> item) { return smallest(heap).pushPop_py(item); }
Result<void> _heapq_heapify_max(Borrowed<List> heap) { return largest(heap).build_py(); }
Result<void> _heapq_heappush_max(Borrowed<List> heap, Borrowed<> item) { return largest(heap).push_py(item); }
Result<Owned<>> _heapq_heappop_max(Borrowed<List> heap) { return largest(heap).pop_py(); }
Result<Owned<>> _heapq_heapreplace_max(Borrowed<List> heap, Borrowed<> item) {
  return largest(heap).replaceFirst_py(item);
}
Result<Owned<>> _heapq_heappushpop_max(Borrowed<List> heap, Borrowed<> item) {
  return largest(heap).pushPop_py(item);
}

} // namespace molt
