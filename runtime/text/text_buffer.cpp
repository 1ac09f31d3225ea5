#include "runtime/text/text_buffer.h"

#include <charconv>

namespace molt {

void TextBuffer::enlarge(uint64_t extra) {
  uint64_t wanted = capacity_ * 2 > size_ + extra ? capacity_ * 2 : size_ + extra;
  auto *old = data_ == inline_ ? nullptr : data_;
  auto *data = static_cast<char *>(std::realloc(old, wanted));
  if (!data)
    std::abort(); // out of memory while formatting
  if (!old)
    std::memcpy(data, inline_, size_);
  data_ = data;
  capacity_ = wanted;
}

void TextBuffer::appendInt(int64_t number, int base) {
  constexpr uint64_t kMost = 65; // a sign and 64 binary digits
  char *out = reserve(kMost);
  size_ += static_cast<size_t>(std::to_chars(out, out + kMost, number, base).ptr - out);
}

} // namespace molt
