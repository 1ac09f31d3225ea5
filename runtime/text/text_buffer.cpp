#include "runtime/text/text_buffer.h"

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

void TextBuffer::appendInt(int64_t number) {
  char digits[20];
  int count = 0;
  uint64_t rest = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  do
    digits[count++] = static_cast<char>('0' + rest % 10);
  while (rest /= 10);
  char *out = reserve(21);
  if (number < 0)
    *out++ = '-', ++size_;
  for (int i = count; i-- > 0;)
    *out++ = digits[i];
  size_ += static_cast<unsigned>(count);
}

} // namespace molt
