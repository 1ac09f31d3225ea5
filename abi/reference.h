// The contract of a reference, as C++ types: who owns it and whether it can fail.
//
//   Borrowed<T>        not owned: somebody else keeps it alive for as long as it is used
//   Owned<T>           one reference count; released when it goes out of scope
//   Result<Owned<T>>   an Owned, or an exception is pending (the zero word)
//   Result<bool>       1, 0, or -1: an exception is pending
//   Result<void>       1, or 0: an exception is pending
//
// T is the object's C++ struct, or Any for every value (inline ints and floats too).
// All are one machine word and travel in a register.
#pragma once

#include "abi/object.h"

#include <cassert>
#include <utility>

namespace molt {

struct Any {};

// Defined by the runtime; inline for counts, a call for the end.
void retain(Value value);
void release(Value value);
// What code of the runtime may take for a T. A list has to be an ordinary one, and becomes that here, which nobody can tell.
template <class T> void prepareAs(Value value);

// The word that a failed function returns: `return Raised{};`.
struct [[nodiscard]] Raised {};

template <class T = Any> class Borrowed {
  Value value_;

public:
  constexpr Borrowed() = default; // null; only as "absent"
  explicit constexpr Borrowed(Value value) : value_(value) {}
  Borrowed(T *object)
    requires(!std::is_same_v<T, Any>)
      : value_(Value::unmarked(object)) {}
  template <class U>
  Borrowed(Borrowed<U> other)
    requires(std::is_same_v<T, Any> || (!std::is_same_v<U, Any> && std::is_base_of_v<T, U>))
      : value_((std::is_same_v<T, U> ? void() : ValueMark<U>::leave(), other.unmarked())) {}
  constexpr Value value() const {
    ValueMark<T>::leave();
    return value_;
  }
  constexpr Value unmarked() const { return value_; } // for who does not let Python see it
  constexpr uint64_t bits() const { return value_.bits(); }
  explicit constexpr operator bool() const { return !value_.isNull(); } // present?
  T *get() const { return reinterpret_cast<T *>(static_cast<uintptr_t>(value_.bits())); }
  T *operator->() const { return get(); }
  T &operator*() const { return *get(); }
  // Unchecked: the caller has tested the type. The only way to a list, but for the few functions that know of compact
  // ones (asAnyList() in runtime/types/list.h).
  template <class U> Borrowed<U> as() const {
    prepareAs<U>(value_);
    return Borrowed<U>(value_);
  }
};

template <class T = Any> class [[clang::trivial_abi]] Owned {
  Value value_;
  explicit constexpr Owned(Value value) : value_(value) {}
  template <class> friend class Owned;

public:
  constexpr Owned() = default; // null
  Owned(const Owned &) = delete;
  Owned(Owned &&other) noexcept : value_(std::exchange(other.value_, Value())) {}
  template <class U>
  Owned(Owned<U> &&other)
    requires(std::is_same_v<T, Any> || (!std::is_same_v<U, Any> && std::is_base_of_v<T, U>))
      : value_((ValueMark<U>::leave(), std::exchange(other.value_, Value()))) {}
  Owned &operator=(Owned &&other) noexcept {
    Value old = std::exchange(value_, std::exchange(other.value_, Value()));
    if (!old.isNull())
      release(old); // store first: __del__ can re-enter
    return *this;
  }
  ~Owned() {
    if (!value_.isNull())
      release(value_);
  }
  // Takes over a count that the caller holds.
  static Owned steal(Value value) { return Owned(value); }
  static Owned steal(T *object)
    requires(!std::is_same_v<T, Any>)
  { return Owned(Value::unmarked(object)); }
  static Owned retain(Borrowed<T> borrowed) {
    if (borrowed)
      molt::retain(borrowed.unmarked());
    return Owned(borrowed.unmarked());
  }
  constexpr Value value() const {
    ValueMark<T>::leave();
    return value_;
  }
  explicit constexpr operator bool() const { return !value_.isNull(); }
  T *get() const { return reinterpret_cast<T *>(static_cast<uintptr_t>(value_.bits())); }
  T *operator->() const { return get(); }
  Borrowed<T> borrow() const { return Borrowed<T>(value_); }
  operator Borrowed<T>() const { return borrow(); }
  operator Borrowed<Any>() const
    requires(!std::is_same_v<T, Any>)
  { return Borrowed<Any>(borrow()); }
  // Gives the count away: to a field, an array, compiled code.
  [[nodiscard]] Value intoValue() {
    ValueMark<T>::leave();
    return std::exchange(value_, Value());
  }
  [[nodiscard]] Value intoValueUnmarked() { return std::exchange(value_, Value()); } // for who does not let Python see it
  template <class U> Owned<U> as() && { // unchecked
    prepareAs<U>(value_);
    return Owned<U>::steal(intoValueUnmarked());
  }
};

template <class T> class Result;

template <class T> class [[nodiscard, clang::trivial_abi]] Result<Owned<T>> {
  Owned<T> owned_;

public:
  Result(Raised) {}
  Result(Owned<T> &&owned) : owned_(std::move(owned)) {}
  template <class U>
  Result(Owned<U> &&owned)
    requires(!std::is_same_v<T, U> && std::is_convertible_v<Owned<U> &&, Owned<T>>)
      : owned_(std::move(owned)) {}
  template <class U>
  Result(Result<Owned<U>> &&other)
    requires(!std::is_same_v<T, U> && std::is_convertible_v<Owned<U> &&, Owned<T>>)
      : owned_(Owned<T>::steal(other.takeValue())) {}
  bool raised() const { return !owned_; }
  Owned<T> take() {
    assert(owned_ && "take() of a failed Result");
    return std::move(owned_);
  }
  [[nodiscard]] Value takeValue() { return owned_.intoValue(); } // null when failed
};

template <> class [[nodiscard]] Result<bool> {
  int32_t word_;

public:
  Result(Raised) : word_(-1) {}
  Result(bool value) : word_(value) {}
  bool raised() const { return word_ < 0; }
  bool take() const {
    assert(word_ >= 0 && "take() of a failed Result");
    return word_ != 0;
  }
};

template <> class [[nodiscard]] Result<void> {
  int32_t word_;

public:
  Result(Raised) : word_(0) {}
  Result() : word_(1) {}
  bool raised() const { return word_ == 0; }
  void take() const {}
};

// Unboxed results stay inside the runtime: they do not cross into compiled code.
template <class T>
  requires(std::is_arithmetic_v<T> || std::is_trivially_copyable_v<T>)
class [[nodiscard]] Result<T> {
  T value_{};
  bool raised_ = false;

public:
  Result(Raised) : raised_(true) {}
  Result(T value) : value_(value) {}
  bool raised() const { return raised_; }
  T take() const { return value_; }
};

// Turns a compact list into an ordinary one. Never fails: there was memory for that when it was made.
extern "C" void molt_make_ordinary(Borrowed<List> list);

template <class T> inline void prepareAs(Value value) {
  if constexpr (std::is_same_v<T, List>) {
    List *list = static_cast<List *>(value.asObject());
    if (__builtin_expect(list->isCompact(), 0))
      molt_make_ordinary(Borrowed<List>(list));
  }
}

// TRY(expression): the value of a Result, or return from this function with the exception pending.
#define TRY(...)                                                                                   \
  ({                                                                                               \
    auto result_ = (__VA_ARGS__);                                                                  \
    if (__builtin_expect(result_.raised(), 0))                                                     \
      return ::molt::Raised{};                                                                     \
    result_.take();                                                                                \
  })

} // namespace molt
