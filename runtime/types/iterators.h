// The iterators over the builtin sequences, and those that builtins make of other iterators.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

Owned<> makeTupleIterator(Borrowed<Tuple> tuple);
Owned<> makeListIterator(Borrowed<> list); // in either form
Owned<> makeListReverseIterator(Borrowed<List> list);
// iter() of what has only __getitem__, and of str-like sequences: calls getItem with 0, 1, ... until
// IndexError or StopIteration.
Owned<> makeSequenceIterator(Borrowed<> sequence);
Owned<> makeCallableIterator(Borrowed<> callable, Borrowed<> sentinel);

} // namespace molt
