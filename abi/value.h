// A Python value in one 64-bit word, the same on every target (NaN boxing).
//
//   0000 0000 0000 0000   no value: an exception is pending
//   0000 PPPP PPPP PPPP   pointer to an Object; dereferenced as it is
//   0001 0000 0000 0000   Exhausted: an iterator's end (never stored, never shown to Python)
//   0002 .... .... ....   \
//        ...               > a double's bits plus kDoubleOffset; NaNs are canonical (sign kept)
//   FFFC FFFF FFFF FFFF   /
//   FFFE .... .... ....   \ an int of 49 bits, two's complement: -2^48 .. 2^48-1
//   FFFF FFFF FFFF FFFF   /
//
// Invariant: an int that fits 49 bits is always inline; a float is always inline. So two equal small
// ints have equal words, and type tests on the word are complete.
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

namespace molt {

struct Object;

// Where a T becomes a value that Python may see, its type has an instance. Mostly the code that allocates it says so;
// floats are not allocated, and builtin types are static data: these leave a mark in the runtime's object code.
// docs/pruning.md says what for.
template <class T> struct ValueMark {
  static constexpr void leave() {}
};
#ifdef MOLT_RUNTIME
#ifdef __wasm__
#define MOLT_VALUE_MARK(symbol) __asm__ volatile("i32.const " symbol "\n\tdrop")
#else
#define MOLT_VALUE_MARK(symbol) __asm__ volatile(".reloc ., R_X86_64_NONE, " symbol)
#endif
template <> struct ValueMark<double> {
  static constexpr void leave() {
    if (!std::is_constant_evaluated())
      MOLT_VALUE_MARK("molt_type_float");
  }
};
template <> struct ValueMark<struct Type> {
  static void leave() { MOLT_VALUE_MARK("molt_type_type"); }
};
template <> struct ValueMark<struct HeapType> : ValueMark<Type> {};
#undef MOLT_VALUE_MARK
#endif

inline constexpr uint64_t kDoubleOffset = uint64_t{1} << 49;
inline constexpr uint64_t kIntTag = uint64_t{0xFFFE} << 48;
inline constexpr uint64_t kPlainDoubles = (uint64_t{0xFFF8} << 48) + 1; // a double's bits are below, unless of Value::fromNan
inline constexpr uint64_t kPointerLimit = uint64_t{1} << 48; // words below (but 0) are pointers
inline constexpr uint64_t kExhaustedBits = uint64_t{1} << 48;
inline constexpr int kIntBits = 49;
inline constexpr int64_t kIntMin = -(int64_t{1} << 48);
inline constexpr int64_t kIntMax = (int64_t{1} << 48) - 1;

// A pointer that takes 8 bytes on every target, so that layouts are the same on wasm32.
template <class T> struct Ptr {
  union {
    T *pointer_;
    uint64_t word_;
  };
  constexpr Ptr() : word_(0) {}
  constexpr Ptr(T *pointer) : Ptr() { *this = pointer; }
  constexpr Ptr(std::nullptr_t) : word_(0) {}
  constexpr Ptr &operator=(T *pointer) {
    if (std::is_constant_evaluated() || sizeof(T *) == 8)
      pointer_ = pointer;
    else
      word_ = reinterpret_cast<uintptr_t>(pointer);
    return *this;
  }
  constexpr T *get() const { return pointer_; }
  constexpr operator T *() const { return pointer_; }
  constexpr T *operator->() const { return pointer_; }
};

// One member and no union, so that it travels in a register on wasm32 too.
struct Value {
  uint64_t bits_;

  constexpr Value() : bits_(0) {}
  static constexpr Value fromBits(uint64_t bits) {
    Value value;
    value.bits_ = bits;
    return value;
  }
  // An immortal object of the runtime. In static data: StaticValue.
  static Value staticObject(const void *object) { return fromObject(object); }
  template <class T> static Value fromObject(const T *object) {
    ValueMark<T>::leave();
    return unmarked(object);
  }
  static Value unmarked(const void *object) {
    return fromBits(static_cast<uint64_t>(reinterpret_cast<uintptr_t>(object)));
  }
  // Precondition: fitsInline(number).
  static constexpr Value fromInt(int64_t number) {
    return fromBits(kIntTag | (static_cast<uint64_t>(number) & ~kIntTag));
  }
  static constexpr bool fitsInline(int64_t number) { return number >= kIntMin && number <= kIntMax; }
  static constexpr Value fromDouble(double number) {
    ValueMark<double>::leave();
    uint64_t bits = std::bit_cast<uint64_t>(number);
    if (number != number)
      bits = (bits & (uint64_t{1} << 63)) | uint64_t{0x7FF8} << 48;
    return fromBits(bits + kDoubleOffset);
  }
  // A NaN of its own identity, as each float('nan') of CPython's is an object of its own. What arithmetic makes of it is
  // the canonical NaN again. Such words lie above all other floats, so that compiled code can leave them to the runtime.
  static constexpr Value fromNan(uint32_t identity, bool negative) {
    ValueMark<double>::leave();
    return fromBits((kPlainDoubles | uint64_t{negative} << kNanSignBit | uint64_t{identity} << 1) + kDoubleOffset);
  }
  static constexpr Value exhausted() { return fromBits(kExhaustedBits); }

  constexpr uint64_t bits() const { return bits_; }
  constexpr bool isNull() const { return bits_ == 0; }
  constexpr bool isExhausted() const { return bits_ == kExhaustedBits; }
  constexpr bool isObject() const { return bits_ - 1 < kPointerLimit - 1; }
  constexpr bool isInlineInt() const { return bits_ >= kIntTag; }
  constexpr bool isDouble() const { return bits_ >= kDoubleOffset && bits_ < kIntTag; }
  constexpr int64_t asInlineInt() const { return static_cast<int64_t>(bits_ << 15) >> 15; }
  constexpr double asDouble() const {
    uint64_t bits = bits_ - kDoubleOffset;
    if (bits >= kPlainDoubles)
      bits = uint64_t{bits >> kNanSignBit & 1 ? 0xFFF8u : 0x7FF8u} << 48;
    return std::bit_cast<double>(bits);
  }
  Object *asObject() const { return reinterpret_cast<Object *>(static_cast<uintptr_t>(bits_)); }

  friend constexpr bool operator==(Value a, Value b) { return a.bits_ == b.bits_; } // identity

private:
  static constexpr int kNanSignBit = 33; // below are the identity's 32 bits and a 1
};
static_assert(sizeof(Value) == 8 && sizeof(Ptr<Object>) == 8);

// A Value in static data, where the address of an object is a link-time constant. Same layout.
struct StaticValue {
  union {
    uint64_t bits_;
    Object *object_;
  };
  constexpr StaticValue() : bits_(0) {}
  constexpr StaticValue(Value value) : bits_(value.bits_) {}
  constexpr StaticValue(Object *object) : bits_(0) {
    if (std::is_constant_evaluated() || sizeof(object) == 8)
      object_ = object;
    else
      bits_ = reinterpret_cast<uintptr_t>(object);
  }
  operator Value() const { return Value::fromBits(bits_); }
};
static_assert(sizeof(StaticValue) == sizeof(Value));

} // namespace molt
