// The table that ties special methods to slots: for each its name, where the slot is, the function that
// fills it when a class defines the method in Python, and how Python calls the slot of a builtin type.
#pragma once

#include "runtime/core/descriptors.h"

namespace molt {

enum class SlotPart : uint8_t { kType, kNumber, kContainer };

struct SlotRow {
  Str *name;
  SlotPart part;
  uint16_t offset; // of the slot, in Type, NumberSlots or ContainerSlots
  uint16_t operation; // Comparison of the six comparing rows
  AnySlot generic; // for classes; null: never filled from Python (the row only wraps)
  // Calls the slot for Python; null: the row is not shown.
  Result<Owned<>> (*wrap)(const SlotRow &row, AnySlot slot, Borrowed<> self, const Value *arguments,
                          uint64_t positionalCount, Borrowed<Tuple> names);
  const char *doc;
};

// Rows of one slot follow each other.
extern const SlotRow slotRows[];
extern const size_t slotRowCount;

// The slot that a row names; null when the type has none. It leaves no mark of its kind: it is called by the row's
// wrapper, and whoever links the wrapper links what it can call.
AnySlot readSlot(const Type *type, const SlotRow &row);
inline bool isSpecialName(Borrowed<Str> name) {
  return name->size > 4 && name->data()[0] == '_' && name->data()[1] == '_';
}

} // namespace molt
