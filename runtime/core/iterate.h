// Iterating over any iterable from C++:
//
//   Iteration items;
//   TRY(items.start_py(iterable));
//   for (;;) {
//     Owned<> item = TRY(items.next_py());
//     if (items.isEnd(item)) break;
//     ...
//   }
#pragma once

#include "runtime/core/errors.h"

namespace molt {

// iter(). TypeError "'int' object is not iterable".
Result<Owned<>> getIterator_py(Borrowed<> iterable);
// The next item, or Exhausted.
Result<Owned<>> iteratorNext_py(Borrowed<> iterator);
// The same for next(), `yield from` and __next__: at the end *stopValue is the StopIteration's value.
Result<Owned<>> iteratorNextOrValue_py(Borrowed<> iterator, Owned<> *stopValue);
// Keeps the value of a StopIteration instance in Runtime::stopValue.
void takeStopValue(Borrowed<> stopIteration);
// iter() of something that has only __getitem__.
Owned<> makeSequenceIterator(Borrowed<> sequence);
inline bool isExhausted(const Owned<> &item) { return item.value().isExhausted(); }

class Iteration {
  Owned<> iterator_;

public:
  Result<void> start_py(Borrowed<> iterable) {
    iterator_ = TRY(getIterator_py(iterable));
    return {};
  }
  Result<Owned<>> next_py() { return iteratorNext_py(iterator_); }
  static bool isEnd(const Owned<> &item) { return item.value().isExhausted(); }
  Borrowed<> iterator() const { return iterator_; }
};

// Calls body(Borrowed<> item) -> Result<bool> for each; false stops early.
template <class Body> Result<void> forEach_py(Borrowed<> iterable, Body body) {
  Iteration items;
  TRY(items.start_py(iterable));
  for (;;) {
    Owned<> item = TRY(items.next_py());
    if (Iteration::isEnd(item))
      return {};
    bool goOn = TRY(body(item.borrow()));
    if (!goOn)
      return {};
  }
}

} // namespace molt
