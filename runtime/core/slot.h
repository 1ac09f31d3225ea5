// A slot: a function pointer whose calls leave a mark in the object code.
//
// Programs are linked with the slot functions that they can call and no others (docs/pruning.md). Which kinds of slots
// a function of the runtime calls is read from its relocations: each call, and each copy of the pointer to somewhere
// else, refers to the symbol of the slot's kind, without an instruction natively and with one that engines drop on
// wasm. Because a slot can be called in no other way, no call is missed.
#pragma once

#include <cstdint>

namespace molt {

enum class SlotKind : uint8_t {
#define SLOT_KIND(kind) kind,
#include "abi/slot_kinds.def"
#undef SLOT_KIND
};

// "This function calls slots of that kind."
template <SlotKind kind> void markSlotKind();
#ifdef __wasm__
#define SLOT_KIND(kind)                                                                                                \
  template <> [[gnu::always_inline]] inline void markSlotKind<SlotKind::kind>() {                                      \
    __asm__ volatile("i32.const molt_slot_kind_" #kind "\n\tdrop");                                                    \
  }
#else
#define SLOT_KIND(kind)                                                                                                \
  template <> [[gnu::always_inline]] inline void markSlotKind<SlotKind::kind>() {                                      \
    __asm__ volatile(".reloc ., R_X86_64_NONE, molt_slot_kind_" #kind);                                                \
  }
#endif
#include "abi/slot_kinds.def"
#undef SLOT_KIND

template <SlotKind kind, class Function> class Slot;

template <SlotKind kind, class R, class... Arguments> class Slot<kind, R (*)(Arguments...)> {
public:
  using Function = R (*)(Arguments...);

  constexpr Slot(Function function = nullptr) : function_(function) {}

  R operator()(Arguments... arguments) const {
    markSlotKind<kind>();
    return function_(arguments...);
  }
  // The same as a call of another kind, whose types are known to be fewer.
  template <SlotKind fewer> R as(Arguments... arguments) const {
    markSlotKind<fewer>();
    return function_(arguments...);
  }
  // For who calls it later.
  operator Function() const {
    markSlotKind<kind>();
    return function_;
  }

  explicit constexpr operator bool() const { return function_ != nullptr; }
  friend constexpr bool operator==(Slot left, Slot right) { return left.function_ == right.function_; }
  friend constexpr bool operator==(Slot left, Function right) { return left.function_ == right; }

private:
  Function function_;
};

} // namespace molt

// WHEN_SAID(name, function): molt_when_NAME is a pointer to the function, and null in a program that does not say the
// name: who calls it runs only in programs that do, or asks first. With the name types_are_values: in programs where types
// can be values.
#define WHEN_SAID(name, function)                                                                                      \
  extern "C" {                                                                                                         \
  extern decltype(&function) molt_when_##name;                                                                         \
  constinit decltype(&function) molt_when_##name = function;                                                           \
  }
