// Where the slots lie, as data that the compiler reads from the archive (compiler/link/runtime_graph.cpp), and the marks
// of their kinds. Programs link only the marks.

#include "runtime/core/slot_rows.h"

#include <bit>
#include <cstddef>

namespace molt {

namespace {

// One row of slots of a kind that follow each other: molt_slot_layout[] = {part, kind, offset, count}.
struct SlotLayout {
  uint16_t part; // SlotPart
  uint16_t kind;
  uint16_t offset;
  uint16_t count;
};

} // namespace

#define TYPE(name) {0, static_cast<uint16_t>(SlotKind::name), offsetof(Type, name), 1}
#define NUMBER(name, kind, count) {1, static_cast<uint16_t>(SlotKind::kind), offsetof(NumberSlots, name), count}
#define CONTAINER(name, kind, count) {2, static_cast<uint16_t>(SlotKind::kind), offsetof(ContainerSlots, name), count}

extern "C" {

extern const SlotLayout molt_slot_layout[];
constinit const SlotLayout molt_slot_layout[] = {
    TYPE(destroy), TYPE(traverse), TYPE(clear), TYPE(finalize), TYPE(repr), TYPE(str), TYPE(hash), TYPE(call),
    TYPE(getAttribute), TYPE(setAttribute), TYPE(compare), TYPE(iter), TYPE(next), TYPE(newInstance), TYPE(init),
    TYPE(descriptorGet), TYPE(descriptorSet), TYPE(truth), TYPE(variableSize),
    NUMBER(add, binary, 26), NUMBER(power, power, 2), NUMBER(negative, negative, 1), NUMBER(positive, positive, 1),
    NUMBER(absolute, absolute, 1), NUMBER(invert, invert, 1), NUMBER(toInt, toInt, 1), NUMBER(toFloat, toFloat, 1),
    NUMBER(index, index, 1),
    CONTAINER(length, length, 1), CONTAINER(getItem, getItem, 1), CONTAINER(setItem, setItem, 1),
    CONTAINER(contains, contains, 1),
    CONTAINER(getSlice, getSlice, 1), CONTAINER(setSlice, setSlice, 1), CONTAINER(concat, sequence, 4),
};

// Where the parts of a type and of a row lie: molt_layout_offsets[].
extern const uint16_t molt_layout_offsets[];
constinit const uint16_t molt_layout_offsets[] = {
    offsetof(Type, number), offsetof(Type, container), offsetof(Type, methods) + offsetof(MethodTable, entries),
    offsetof(Type, methods) + offsetof(MethodTable, plain), offsetof(Type, getsets), offsetof(Type, members),
    offsetof(Type, typeFlags), std::countr_zero(uint32_t{kTypeException}),
    sizeof(GetSetDef), offsetof(GetSetDef, name), offsetof(GetSetDef, get), offsetof(GetSetDef, set),
    sizeof(MethodDef), offsetof(MethodDef, name), offsetof(MethodDef, function), offsetof(MethodDef, function),
    sizeof(SlotRow), offsetof(SlotRow, name), offsetof(SlotRow, part), offsetof(SlotRow, offset),
    offsetof(SlotRow, generic), offsetof(SlotRow, wrap),
};

// What slots of each kind are marked with; only the symbols matter.
#define SLOT_KIND(kind)                                                                                                \
  extern const char molt_slot_kind_##kind;                                                                             \
  constinit const char molt_slot_kind_##kind = 0;
#include "abi/slot_kinds.def"
#undef SLOT_KIND
}

} // namespace molt
