// What the files of bytes and bytearray share.
#pragma once

#include "runtime/types/bytes.h"

namespace molt {

struct ByteView {
  const char *data;
  uint64_t size;
};
// Precondition: a bytes or bytearray.
inline ByteView viewOf(Borrowed<> self) {
  if (isBytes(self))
    return {self.as<Bytes>()->data(), self.as<Bytes>()->size};
  auto *array = static_cast<ByteArray *>(self.value().asObject());
  return {array->size ? array->data() : "", array->size};
}

// b'...'; a bytearray escapes every single quote.
void appendBytesRepr(TextBuffer &out, ByteView view, bool escapeSingle = false);
// The content for bytes(source, encoding, errors) and bytearray(...).
Result<void> readSource_py(TextBuffer &out, Borrowed<> source, Borrowed<Str> encoding, Borrowed<Str> errors,
                           bool forArray);
Result<void> appendIterable_py(TextBuffer &out, Borrowed<> iterable, bool forArray);
Owned<> makeBytesIterator(Borrowed<> bytes);
// bytes.hex(sep, bytes_per_sep)
Result<Owned<Str>> bytesHex_py(Borrowed<> bytes, Borrowed<> separator, int32_t group);
// Slots that are the same for both.
Result<Owned<>> bytesCompare(Borrowed<> left, Borrowed<> right, Comparison operation);
Result<bool> bytesContains_py(Borrowed<> self, Borrowed<> item);
Result<Owned<>> bytesModulo_py(Borrowed<> left, Borrowed<> right);
Result<int64_t> bytesLength(Borrowed<> self);
Result<bool> bytesTruth(Borrowed<> self);
Result<Owned<>> bytesGetItem_py(Borrowed<> self, Borrowed<> key);
Result<Owned<>> bytesConcat(Borrowed<> left, Borrowed<> right);
Result<Owned<>> bytesRepeat_py(Borrowed<> self, Borrowed<> count);
Result<Owned<>> bytesIter(Borrowed<> self);

} // namespace molt
