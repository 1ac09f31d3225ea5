// A growing run of bytes for building text: on the stack while small, then on the heap.
#pragma once

#include "runtime/text/utf8.h"

#include <cstdlib>
#include <cstring>

namespace molt {

class TextBuffer {
  static constexpr uint64_t kInline = 240;
  char *data_ = inline_;
  uint64_t size_ = 0, capacity_ = kInline;
  char inline_[kInline];

public:
  TextBuffer() = default;
  TextBuffer(const TextBuffer &) = delete;
  TextBuffer &operator=(const TextBuffer &) = delete;
  ~TextBuffer() {
    if (data_ != inline_)
      std::free(data_);
  }
  const char *data() const { return data_; }
  char *data() { return data_; }
  uint64_t size() const { return size_; }
  char operator[](uint64_t index) const { return data_[index]; }
  void truncate(uint64_t size) { size_ = size; }
  // Room for `extra` more bytes, which the caller fills and then adds with grow().
  char *reserve(uint64_t extra) {
    if (size_ + extra > capacity_)
      enlarge(extra);
    return data_ + size_;
  }
  void grow(uint64_t extra) { size_ += extra; }
  void append(char byte) {
    *reserve(1) = byte;
    ++size_;
  }
  void append(const char *bytes, uint64_t count) {
    std::memcpy(reserve(count), bytes, count);
    size_ += count;
  }
  void append(const char *text) { append(text, std::strlen(text)); }
  void fill(uint64_t count, char byte) {
    std::memset(reserve(count), byte, count);
    size_ += count;
  }
  void appendCode(uint32_t code) {
    char *start = reserve(4);
    size_ += static_cast<uint64_t>(utf8::encode(code, start) - start);
  }
  void fillCode(uint64_t count, uint32_t code) {
    if (code < 0x80)
      return fill(count, static_cast<char>(code));
    for (; count; --count)
      appendCode(code);
  }
  void appendInt(int64_t number, int base = 10);

private:
  void enlarge(uint64_t extra);
};

} // namespace molt
