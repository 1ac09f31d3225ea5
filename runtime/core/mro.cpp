// The method resolution order: C3 linearisation.
// https://www.python.org/download/releases/2.3/mro/

#include "runtime/core/containers.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

// One of the lists that are merged: a tuple of types and where its rest begins.
struct Sequence {
  const Tuple *types;
  uint64_t at;
  bool done() const { return at >= types->length; }
  Value head() const { return types->items()[at]; }
  bool restHas(Value type) const {
    for (uint64_t i = at + 1; i < types->length; ++i)
      if (types->items()[i] == type)
        return true;
    return false;
  }
};

// The first head that no rest contains, or null.
Value pickHead(const Sequence *sequences, uint64_t count) {
  for (uint64_t i = 0; i < count; ++i) {
    if (sequences[i].done())
      continue;
    bool blocked = false;
    for (uint64_t k = 0; k < count && !blocked; ++k)
      blocked = sequences[k].restHas(sequences[i].head());
    if (!blocked)
      return sequences[i].head();
  }
  return Value();
}

Raised raiseNoOrder(const Sequence *sequences, uint64_t count) {
  Owned<Str> names = makeStr("", 0);
  const char *separator = " ";
  for (uint64_t i = 0; i < count; ++i) {
    if (sequences[i].done())
      continue;
    bool repeated = false;
    for (uint64_t k = 0; k < i; ++k)
      repeated |= !sequences[k].done() && sequences[k].head() == sequences[i].head();
    if (repeated)
      continue;
    names = TRY(formatStr("%S%s%N", names, separator,
                          static_cast<const Type *>(sequences[i].head().asObject())));
    separator = ", ";
  }
  return raise(TypeError, "Cannot create a consistent method resolution order (MRO) for bases%S",
               names);
}

Result<void> checkDuplicates(Borrowed<Tuple> bases) {
  for (uint64_t i = 0; i < bases->length; ++i)
    for (uint64_t k = i + 1; k < bases->length; ++k)
      if (bases->items()[i] == bases->items()[k])
        return raise(TypeError, "duplicate base class %N",
                     static_cast<const Type *>(bases->items()[i].asObject()));
  return {};
}

} // namespace

Result<Owned<Tuple>> computeMro(Borrowed<Type> type) {
  Tuple *bases = typeData(type.get()).bases;
  TRY(checkDuplicates(Borrowed<Tuple>(bases)));
  uint64_t count = bases->length + 1;
  uint64_t total = 1;
  Sequence *sequences = allocateArray<Sequence>(count);
  for (uint64_t i = 0; i < bases->length; ++i) {
    sequences[i] = {typeMro(static_cast<Type *>(bases->items()[i].asObject())).get(), 0};
    total += sequences[i].types->length;
  }
  sequences[count - 1] = {bases, 0};
  Value *order = allocateArray<Value>(total);
  order[0] = type.unmarked();
  uint64_t length = 1;
  bool failed = false;
  for (;;) {
    bool left = false;
    for (uint64_t i = 0; i < count; ++i)
      left |= !sequences[i].done();
    if (!left)
      break;
    Value next = pickHead(sequences, count);
    if (next.isNull()) {
      (void)raiseNoOrder(sequences, count);
      failed = true;
      break;
    }
    order[length++] = next;
    for (uint64_t i = 0; i < count; ++i)
      if (!sequences[i].done() && sequences[i].head() == next)
        ++sequences[i].at;
  }
  Owned<Tuple> mro;
  if (!failed)
    mro = makeTuple(order, length);
  releaseArray(order, total);
  releaseArray(sequences, count);
  if (failed)
    return Raised{};
  return mro;
}

} // namespace molt
