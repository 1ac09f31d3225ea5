// A growing array of bytes for building messages and file buffers. It lives on the C++ stack or
// inside a native file's state, never inside an object the collector visits.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace molt {

class ByteBuffer {
  char *data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;

public:
  ByteBuffer() = default;
  ByteBuffer(const ByteBuffer &) = delete;
  ByteBuffer &operator=(const ByteBuffer &) = delete;
  ByteBuffer(ByteBuffer &&other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  ~ByteBuffer() { std::free(data_); }

  const char *data() const { return data_; }
  char *data() { return data_; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  char operator[](size_t index) const { return data_[index]; }
  void clear() { size_ = 0; }
  // Keeps the first `size` bytes.
  void truncate(size_t size) { size_ = size; }
  // Drops the first `count` bytes.
  void dropFront(size_t count) {
    std::memmove(data_, data_ + count, size_ - count);
    size_ -= count;
  }
  void release() {
    std::free(std::exchange(data_, nullptr));
    size_ = capacity_ = 0;
  }
  // Room for `count` more bytes; returns where they begin. The size does not change.
  char *reserve(size_t count) {
    if (size_ + count > capacity_) {
      size_t wanted = capacity_ * 2 < 64 ? 64 : capacity_ * 2;
      if (wanted < size_ + count)
        wanted = size_ + count;
      char *grown = static_cast<char *>(std::realloc(data_, wanted));
      if (!grown)
        std::abort();
      data_ = grown;
      capacity_ = wanted;
    }
    return data_ + size_;
  }
  void grow(size_t count) { size_ += count; }
  void append(char byte) {
    *reserve(1) = byte;
    ++size_;
  }
  void append(const char *bytes, size_t count) {
    if (!count)
      return;
    std::memcpy(reserve(count), bytes, count);
    size_ += count;
  }
  void append(const char *text) { append(text, std::strlen(text)); }
  void append(const ByteBuffer &other) { append(other.data_, other.size_); }
  void appendRepeated(char byte, size_t count) {
    std::memset(reserve(count), byte, count);
    size_ += count;
  }
  void appendDecimal(int64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t magnitude = number < 0 ? 0 - static_cast<uint64_t>(number) : number;
    do {
      digits[--at] = static_cast<char>('0' + magnitude % 10);
    } while (magnitude /= 10);
    if (number < 0)
      digits[--at] = '-';
    append(digits + at, sizeof digits - at);
  }
};

} // namespace molt
