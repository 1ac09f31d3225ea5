// bytes and bytearray for C++.
#pragma once

#include "abi/byte_array.h"
#include "runtime/core/containers.h"
#include "runtime/text/text_buffer.h"

namespace molt {

extern "C" {
extern Type molt_type_bytearray;
extern const TypeIdentity molt_is_bytearray;
}

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
