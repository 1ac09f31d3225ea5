// bytes and bytearray for C++.
#pragma once

#include "runtime/core/containers.h"
#include "runtime/text/text_buffer.h"

namespace molt {

extern "C" {
extern Type molt_type_bytearray;
}

// Invariant: buffer has capacity bytes; the content starts at `start` and a NUL follows it (when capacity is not 0).
struct ByteArray : Object {
  uint64_t size;
  uint64_t capacity;
  Ptr<char> buffer;
  uint64_t start;   // content cut off at the front leaves room here
  uint64_t exports; // views that forbid a change of size
  char *data() { return buffer ? buffer + start : nullptr; }
};

Owned<Bytes> makeBytes(const char *data, uint64_t size);
Owned<Bytes> makeUnfilledBytes(uint64_t size);
Owned<ByteArray> makeByteArray(const char *data, uint64_t size);
// The content of a bytes or bytearray (or subclass); false for others. Borrowed until the object changes.
bool bytesLike(Borrowed<> value, const char **data, uint64_t *size);
inline bool isBytesLike(Borrowed<> value) {
  const char *data;
  uint64_t size;
  return bytesLike(value, &data, &size);
}
// "a bytes-like object is required, not 'int'"
Raised raiseNotBytesLike(Borrowed<> value);
int64_t bytesHash(Borrowed<Bytes> bytes);
// bytes(value) for an iterable of ints, a buffer, or an object with __bytes__ (no int).
Result<Owned<Bytes>> bytesFromValue_py(Borrowed<> value);

// ---- Codecs (runtime/types/codecs.cpp) ----------------------------------------------------------------
// encoding and errors may be null: utf-8, strict.
Result<Owned<Str>> decodeBytes_py(const char *data, uint64_t size, const char *encoding, const char *errors,
                                  Borrowed<> object);
Result<Owned<Bytes>> encodeStr_py(Borrowed<Str> string, const char *encoding, const char *errors);

} // namespace molt
