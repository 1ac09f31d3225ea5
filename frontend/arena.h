// Arena allocation for everything that lives as long as a syntax tree, and identifiers interned in
// it. Nothing allocated here is ever destroyed on its own: only trivially destructible types may
// live in an Arena; a reference into it is valid as long as the Arena is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace molt {

/// A view of `size()` consecutive elements that live in an Arena.
template <typename T> class Span {
public:
  Span() = default;
  Span(T *data, size_t size) : data_(data), size_(static_cast<uint32_t>(size)) {}

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T *data() const { return data_; }
  T *begin() const { return data_; }
  T *end() const { return data_ + size_; }
  T &operator[](size_t index) const { return data_[index]; }
  T &front() const { return data_[0]; }
  T &back() const { return data_[size_ - 1]; }
  Span slice(size_t from) const { return Span(data_ + from, size_ - from); }
  Span slice(size_t from, size_t count) const { return Span(data_ + from, count); }

private:
  T *data_ = nullptr;
  uint32_t size_ = 0;
};

class Arena {
public:
  Arena() = default;
  Arena(const Arena &) = delete;
  Arena &operator=(const Arena &) = delete;

  void *allocate(size_t size, size_t alignment = alignof(std::max_align_t)) {
    uintptr_t at = (reinterpret_cast<uintptr_t>(cursor_) + alignment - 1) & ~(alignment - 1);
    if (at + size > reinterpret_cast<uintptr_t>(limit_))
      return allocateSlow(size, alignment);
    cursor_ = reinterpret_cast<char *>(at + size);
    return reinterpret_cast<void *>(at);
  }

  template <typename T, typename... Args> T *create(Args &&...args) {
    static_assert(std::is_trivially_destructible_v<T>, "an Arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
  }

  /// Copies the elements into the arena.
  template <typename T> Span<T> copy(const T *from, size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (count == 0)
      return {};
    T *to = static_cast<T *>(allocate(count * sizeof(T), alignof(T)));
    std::memcpy(static_cast<void *>(to), from, count * sizeof(T));
    return Span<T>(to, count);
  }
  template <typename T> Span<T> copy(const std::vector<T> &from) {
    return copy(from.data(), from.size());
  }
  std::string_view copy(std::string_view text) {
    if (text.empty())
      return {};
    char *to = static_cast<char *>(allocate(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  /// Bytes requested from the system so far.
  size_t bytesReserved() const { return reserved_; }

private:
  void *allocateSlow(size_t size, size_t alignment);

  char *cursor_ = nullptr;
  char *limit_ = nullptr;
  size_t reserved_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;
};

/// An interned name. Two identifiers of one IdentifierTable are equal exactly when they are spelled
/// equally, and comparing them compares pointers. The empty Identifier stands for "no name".
class Identifier {
public:
  Identifier() = default;

  std::string_view text() const {
    return entry_ ? std::string_view(entry_->text, entry_->size) : std::string_view();
  }
  explicit operator bool() const { return entry_ != nullptr; }
  bool operator==(const Identifier &other) const = default;
  bool operator==(std::string_view other) const { return text() == other; }
  /// A hash of the spelling, the same in every process.
  uint32_t hash() const { return entry_ ? entry_->hash : 0; }
  /// A key for maps; stable as long as the table.
  const void *key() const { return entry_; }

private:
  friend class IdentifierTable;
  struct Entry {
    uint32_t hash;
    uint32_t size;
    const char *text;
  };
  explicit Identifier(const Entry *entry) : entry_(entry) {}
  const Entry *entry_ = nullptr;
};

class IdentifierTable {
public:
  explicit IdentifierTable(Arena &arena) : arena_(arena) {}
  IdentifierTable(const IdentifierTable &) = delete;
  IdentifierTable &operator=(const IdentifierTable &) = delete;

  /// The identifier spelled `text`, which must not be empty.
  Identifier intern(std::string_view text);

private:
  void grow();

  Arena &arena_;
  std::vector<const Identifier::Entry *> slots_;
  size_t count_ = 0;
};

} // namespace molt

template <> struct std::hash<molt::Identifier> {
  size_t operator()(const molt::Identifier &name) const noexcept { return name.hash(); }
};
