// Reading and writing bytes through a descriptor, buffered or not.
//
// Invariant: at most one of `input` and `output` holds bytes. The descriptor's position is ahead of
// the file's by the unconsumed input, or behind it by the output.
#include "runtime/core/allocate.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/binary_file.gen.h"
#include "runtime/io/file.h"
#include "runtime/types/bytes.h"
#include "runtime/types/list.h"

#include <cerrno>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

namespace molt {

namespace {

size_t available(Borrowed<BinaryFile> file) { return file->input.size() - file->consumed; }

void dropInput(Borrowed<BinaryFile> file) {
  file->input.clear();
  file->consumed = 0;
}

bool isRaw(Borrowed<BinaryFile> file) { return !file->buffered; }

Result<void> checkOpen(Borrowed<BinaryFile> file, const char *what) {
  if (!file->closed)
    return {};
  if (isRaw(file))
    return raise(ValueError, "I/O operation on closed file");
  return raise(ValueError, "%s closed file", what);
}
Result<void> checkReadable(Borrowed<BinaryFile> file) {
  TRY(checkOpen(file, "read of"));
  if (!file->readable)
    return raiseUnsupported(isRaw(file) ? "File not open for reading" : "read");
  return {};
}
Result<void> checkWritable(Borrowed<BinaryFile> file) {
  TRY(checkOpen(file, "write to"));
  if (!file->writable)
    return raiseUnsupported(isRaw(file) ? "File not open for writing" : "write");
  return {};
}

// Before reading or seeking: nothing waits to be written. Before writing: nothing was read ahead.
Result<void> startReading_py(Borrowed<BinaryFile> file) { return binaryFlush_py(file); }
void startWriting(Borrowed<BinaryFile> file) {
  if (size_t ahead = available(file))
    lseek(file->descriptor, -static_cast<off_t>(ahead), SEEK_CUR);
  dropInput(file);
}

// Reads once into the empty input buffer; 0 at the end.
Result<size_t> fill_py(Borrowed<BinaryFile> file, size_t wanted) {
  dropInput(file);
  int64_t count = TRY(readDescriptor_py(file->descriptor, file->input.reserve(wanted), wanted));
  file->input.grow(static_cast<size_t>(count));
  return static_cast<size_t>(count);
}

void takeInput(Borrowed<BinaryFile> file, ByteBuffer &out, size_t size) {
  out.append(file->input.data() + file->consumed, size);
  file->consumed += size;
}

// Exactly `size` bytes unless the file ends.
Result<void> readExactly_py(Borrowed<BinaryFile> file, ByteBuffer &out, size_t size) {
  while (size) {
    if (!available(file)) {
      if (size >= file->bufferSize) {
        int64_t count = TRY(readDescriptor_py(file->descriptor, out.reserve(size), size));
        if (!count)
          return {};
        out.grow(static_cast<size_t>(count));
        size -= static_cast<size_t>(count);
        continue;
      }
      size_t count = TRY(fill_py(file, file->bufferSize));
      if (!count)
        return {};
    }
    size_t part = available(file) < size ? available(file) : size;
    takeInput(file, out, part);
    size -= part;
  }
  return {};
}

} // namespace

bool isBinaryFile(Borrowed<> value) {
  return isExactly(value, molt_type_BufferedReader) || isExactly(value, molt_type_BufferedWriter) ||
         isExactly(value, molt_type_BufferedRandom) || isExactly(value, molt_type_FileIO);
}

namespace {
// 128 KiB, or more where the file system has larger blocks; before 3.14 one block.
uint32_t bufferSizeOf(int descriptor) {
  constexpr long kLeast = 128 * 1024, kMost = 8192 * 1024;
  struct stat status;
  long block = fstat(descriptor, &status) == 0 ? static_cast<long>(status.st_blksize) : 0;
  if (runtime().pythonMinor < 14)
    return block > 1 ? static_cast<uint32_t>(block) : 8192;
  block = block < kMost ? block : kMost;
  return static_cast<uint32_t>(block > kLeast ? block : kLeast);
}
} // namespace

// ---- The operations that text files use too ---------------------------------------------------------

Owned<BinaryFile> makeBinaryFile(int descriptor, Borrowed<> name, const char *mode, bool buffered,
                                 bool closesDescriptor) {
  bool plus = std::strchr(mode, '+'), reads = std::strchr(mode, 'r');
  Type &type = !buffered ? molt_type_FileIO
               : plus    ? molt_type_BufferedRandom
               : reads   ? molt_type_BufferedReader
                         : molt_type_BufferedWriter;
  Owned<BinaryFile> file = allocate<BinaryFile>(type);
  setField(file->name, name);
  const char *shown = std::strchr(mode, 'x')   ? (plus ? "xb+" : "xb")
                      : std::strchr(mode, 'a') ? (plus ? "ab+" : "ab")
                      : plus                   ? "rb+"
                      : reads                  ? "rb"
                                               : "wb";
  Owned<Str> modeText = makeStr(shown);
  setField(file->mode, modeText);
  file->descriptor = descriptor;
  file->readable = reads || plus;
  file->writable = !reads || plus;
  file->appending = std::strchr(mode, 'a');
  file->closesDescriptor = closesDescriptor;
  file->buffered = buffered;
  file->bufferSize = bufferSizeOf(descriptor);
  return file;
}

Result<void> binaryFlush_py(Borrowed<BinaryFile> file) {
  while (!file->output.empty()) {
    size_t count = TRY(writeDescriptor_py(file->descriptor, file->output.data(), file->output.size()));
    if (count == file->output.size())
      file->output.clear();
    else
      file->output.dropFront(count);
  }
  return {};
}

Result<void> binaryWrite_py(Borrowed<BinaryFile> file, const char *data, size_t size) {
  TRY(checkWritable(file));
  startWriting(file);
  if (file->output.size() + size <= file->bufferSize && file->buffered) {
    file->output.append(data, size);
    return {};
  }
  TRY(binaryFlush_py(file));
  while (size) {
    if (file->buffered && size <= file->bufferSize) {
      file->output.append(data, size);
      return {};
    }
    size_t count = TRY(writeDescriptor_py(file->descriptor, data, size));
    data += count;
    size -= count;
  }
  return {};
}

Result<size_t> binaryReadChunk_py(Borrowed<BinaryFile> file, ByteBuffer &out, size_t size) {
  TRY(checkReadable(file));
  TRY(startReading_py(file));
  if (!available(file)) {
    size_t count = TRY(fill_py(file, size > file->bufferSize ? size : file->bufferSize));
    if (!count)
      return size_t{0};
  }
  size_t part = available(file) < size ? available(file) : size;
  takeInput(file, out, part);
  return part;
}

Result<void> binaryReadAll_py(Borrowed<BinaryFile> file, ByteBuffer &out) {
  TRY(checkReadable(file));
  TRY(startReading_py(file));
  takeInput(file, out, available(file));
  dropInput(file);
  size_t step = 65536;
  struct stat status;
  off_t at = lseek(file->descriptor, 0, SEEK_CUR);
  if (at >= 0 && fstat(file->descriptor, &status) == 0 && status.st_size > at)
    step = static_cast<size_t>(status.st_size - at) + 1;
  for (;;) {
    int64_t count = TRY(readDescriptor_py(file->descriptor, out.reserve(step), step));
    if (!count)
      return {};
    out.grow(static_cast<size_t>(count));
    step = 65536;
  }
}

Result<int64_t> binaryTell_py(Borrowed<BinaryFile> file) {
  TRY(checkOpen(file, "I/O operation on"));
  off_t position = lseek(file->descriptor, 0, SEEK_CUR);
  if (position < 0)
    return raiseErrno(errno, {});
  return static_cast<int64_t>(position) - static_cast<int64_t>(available(file)) +
         static_cast<int64_t>(file->output.size());
}

Result<int64_t> binarySeek_py(Borrowed<BinaryFile> file, int64_t offset, int whence) {
  TRY(checkOpen(file, "seek of"));
  if (whence < 0 || whence > 2)
    return raise(ValueError, "whence value %d unsupported", whence);
  TRY(binaryFlush_py(file));
  if (whence == 1)
    offset -= static_cast<int64_t>(available(file));
  off_t position = lseek(file->descriptor, static_cast<off_t>(offset), whence);
  if (position < 0)
    return raiseErrno(errno, {});
  dropInput(file);
  return static_cast<int64_t>(position);
}

Result<void> binaryClose_py(Borrowed<BinaryFile> file) {
  if (file->closed)
    return {};
  Result<void> flushed = binaryFlush_py(file);
  file->closed = true;
  file->output.release();
  file->input.release();
  file->consumed = 0;
  int descriptor = std::exchange(file->descriptor, -1);
  if (file->closesDescriptor && close(descriptor) != 0 && !flushed.raised() && errno != EINTR)
    return raiseErrno(errno, {});
  return flushed;
}

// ---- Methods ----------------------------------------------------------------------------------------

Result<Owned<>> BufferedReader_read(Borrowed<BinaryFile> self, Borrowed<> size) {
  int64_t count = -1;
  if (!isNone(size))
    count = TRY(indexToInt64_py(size));
  TRY(checkReadable(self));
  if (self->buffered && count < -1)
    return raise(ValueError, "read length must be non-negative or -1");
  ByteBuffer out;
  if (count < 0) {
    TRY(binaryReadAll_py(self, out));
  } else if (isRaw(self)) {
    int64_t got = TRY(readDescriptor_py(self->descriptor, out.reserve(static_cast<size_t>(count) + 1),
                                        static_cast<size_t>(count)));
    out.grow(static_cast<size_t>(got));
  } else {
    TRY(startReading_py(self));
    TRY(readExactly_py(self, out, static_cast<size_t>(count)));
  }
  return Owned<>(makeBytes(out.data(), out.size()));
}

Result<Owned<>> BufferedReader_read1(Borrowed<BinaryFile> self, int64_t size) {
  ByteBuffer out;
  if (size != 0)
    (void)TRY(binaryReadChunk_py(self, out, size < 0 ? self->bufferSize : static_cast<size_t>(size)));
  return Owned<>(makeBytes(out.data(), out.size()));
}

Result<Owned<>> BufferedReader_readall(Borrowed<BinaryFile> self) { return BufferedReader_read(self, none()); }

Result<int64_t> BufferedReader_readinto(Borrowed<BinaryFile> self, Borrowed<> buffer) {
  if (!isInstance(buffer, molt_type_bytearray))
    return raise(TypeError, "readinto() argument must be read-write bytes-like object, not %T", buffer);
  TRY(checkReadable(self));
  TRY(startReading_py(self));
  Borrowed<ByteArray> target = buffer.as<ByteArray>();
  ByteBuffer out;
  TRY(readExactly_py(self, out, target->size));
  std::memcpy(target->data(), out.data(), out.size());
  return static_cast<int64_t>(out.size());
}

Result<Owned<>> BufferedReader_peek(Borrowed<BinaryFile> self, int64_t) {
  TRY(checkReadable(self));
  TRY(startReading_py(self));
  if (!available(self))
    (void)TRY(fill_py(self, self->bufferSize));
  return Owned<>(makeBytes(self->input.data() + self->consumed, available(self)));
}

namespace {
Result<Owned<Bytes>> readLine_py(Borrowed<BinaryFile> self, int64_t limit) {
  TRY(checkReadable(self));
  TRY(startReading_py(self));
  ByteBuffer line;
  while (limit < 0 || line.size() < static_cast<size_t>(limit)) {
    if (!available(self)) {
      size_t count = TRY(fill_py(self, self->bufferSize));
      if (!count)
        break;
    }
    size_t part = available(self);
    if (limit >= 0 && part > static_cast<size_t>(limit) - line.size())
      part = static_cast<size_t>(limit) - line.size();
    const char *start = self->input.data() + self->consumed;
    const char *end = static_cast<const char *>(std::memchr(start, '\n', part));
    takeInput(self, line, end ? static_cast<size_t>(end - start) + 1 : part);
    if (end)
      break;
  }
  return makeBytes(line.data(), line.size());
}
} // namespace

Result<Owned<>> BufferedReader_readline(Borrowed<BinaryFile> self, Borrowed<> size) {
  int64_t limit = -1;
  if (!isNone(size))
    limit = TRY(indexToInt64_py(size));
  return readLine_py(self, limit);
}

Result<Owned<>> BufferedReader_readlines(Borrowed<BinaryFile> self, Borrowed<> hint) {
  int64_t limit = -1, total = 0;
  if (!isNone(hint))
    limit = TRY(indexToInt64_py(hint));
  Owned<List> lines = makeList();
  for (;;) {
    Owned<Bytes> line = TRY(readLine_py(self, -1));
    if (!line->size)
      return Owned<>(std::move(lines));
    listAppend(lines, line.borrow());
    total += static_cast<int64_t>(line->size);
    if (limit > 0 && total >= limit)
      return Owned<>(std::move(lines));
  }
}

Result<int64_t> BufferedReader_write(Borrowed<BinaryFile> self, Borrowed<> data) {
  const char *bytes;
  uint64_t size;
  if (!bytesLike(data, &bytes, &size))
    return raiseNotBytesLike(data);
  TRY(binaryWrite_py(self, bytes, size));
  return static_cast<int64_t>(size);
}

Result<void> BufferedReader_writelines(Borrowed<BinaryFile> self, Borrowed<> lines) {
  return forEach_py(lines, [&](Borrowed<> line) -> Result<bool> {
    (void)TRY(BufferedReader_write(self, line));
    return true;
  });
}

Result<int64_t> BufferedReader_seek(Borrowed<BinaryFile> self, int64_t offset, int64_t whence) {
  return binarySeek_py(self, offset, static_cast<int>(whence));
}
Result<int64_t> BufferedReader_tell(Borrowed<BinaryFile> self) { return binaryTell_py(self); }

Result<int64_t> BufferedReader_truncate(Borrowed<BinaryFile> self, Borrowed<> size) {
  TRY(checkOpen(self, "truncate of"));
  if (!self->writable)
    return raiseUnsupported(isRaw(self) ? "File not open for writing" : "truncate");
  TRY(binaryFlush_py(self));
  int64_t length;
  if (isNone(size))
    length = TRY(binaryTell_py(self));
  else
    length = TRY(indexToInt64_py(size));
  if (ftruncate(self->descriptor, static_cast<off_t>(length)) != 0)
    return raiseErrno(errno, {});
  return length;
}

Result<void> BufferedReader_flush(Borrowed<BinaryFile> self) {
  TRY(checkOpen(self, "flush of"));
  return binaryFlush_py(self);
}
Result<void> BufferedReader_close(Borrowed<BinaryFile> self) { return binaryClose_py(self); }
Result<int64_t> BufferedReader_fileno(Borrowed<BinaryFile> self) {
  TRY(checkOpen(self, "I/O operation on"));
  return int64_t{self->descriptor};
}
Result<bool> BufferedReader_isatty(Borrowed<BinaryFile> self) {
  TRY(checkOpen(self, "I/O operation on"));
  return isatty(self->descriptor) == 1;
}
Result<bool> BufferedReader_readable(Borrowed<BinaryFile> self) {
  TRY(checkOpen(self, "I/O operation on"));
  return self->readable;
}
Result<bool> BufferedReader_writable(Borrowed<BinaryFile> self) {
  TRY(checkOpen(self, "I/O operation on"));
  return self->writable;
}
Result<bool> BufferedReader_seekable(Borrowed<BinaryFile> self) {
  TRY(checkOpen(self, "I/O operation on"));
  return lseek(self->descriptor, 0, SEEK_CUR) >= 0;
}
Result<Owned<>> BufferedReader_enter(Borrowed<BinaryFile> self) {
  TRY(checkOpen(self, "I/O operation on"));
  return Owned<>::retain(self);
}
Result<void> BufferedReader_exit(Borrowed<BinaryFile> self, Borrowed<Tuple>) { return binaryClose_py(self); }
Result<bool> BufferedReader_closed(Borrowed<BinaryFile> self) { return self->closed; }
Result<Owned<>> BufferedReader_name(Borrowed<BinaryFile> self) { return Owned<>::retain(Borrowed<>(self->name)); }
Result<Owned<>> BufferedReader_mode(Borrowed<BinaryFile> self) { return Owned<>::retain(Borrowed<>(self->mode)); }
Result<bool> BufferedReader_closefd(Borrowed<BinaryFile> self) { return self->closesDescriptor; }

// ---- The types --------------------------------------------------------------------------------------

namespace {

Borrowed<BinaryFile> asFile(Borrowed<> self) { return self.as<BinaryFile>(); }

// A file that is dropped while open: what waits is written, and nobody hears of errors.
void destroyFile(Object *object) {
  BinaryFile *file = static_cast<BinaryFile *>(object);
  {
    PendingSaver saver;
    if (binaryClose_py(Borrowed<BinaryFile>(file)).raised())
      clearPending();
  }
  for (Value *field : {&file->dict, &file->name, &file->mode})
    setField(*field, {});
  file->input.release();
  file->output.release();
}
void traverseFile(Object *object, Visitor &visitor) {
  BinaryFile *file = static_cast<BinaryFile *>(object);
  visitor.visit(file->dict);
  visitor.visit(file->name);
}

Result<Owned<>> iterate(Borrowed<> self) {
  TRY(checkOpen(asFile(self), "I/O operation on"));
  return Owned<>::retain(self);
}
Result<Owned<>> nextLine_py(Borrowed<> self) {
  Owned<Bytes> line = TRY(readLine_py(asFile(self), -1));
  if (!line->size)
    return ownedExhausted();
  return Owned<>(std::move(line));
}
Result<Owned<Str>> fileRepr(Borrowed<> self) {
  Borrowed<BinaryFile> file = asFile(self);
  if (isRaw(file))
    return file->closed ? formatStr("<_io.FileIO [closed]>")
                        : formatStr("<_io.FileIO name=%R mode=%R closefd=%S>", Borrowed<>(file->name),
                                    Borrowed<>(file->mode), boolean(file->closesDescriptor));
  return formatStr("<%T name=%R>", self, Borrowed<>(file->name));
}

constexpr TypeSpec fileSpec(const char *name) {
  TypeSpec spec;
  spec.name = name;
  spec.module = "_io";
  spec.size = sizeof(BinaryFile);
  spec.flags = kTypeGC | kTypeNoNew | kTypeHasWeakrefs;
  spec.methods = BufferedReader_methods;
  spec.getsets = BufferedReader_getset;
  spec.destroy = destroyFile;
  spec.traverse = traverseFile;
  spec.repr = fileRepr;
  spec.iter = iterate;
  spec.next = nextLine_py;
  spec.dictOffset = offsetof(BinaryFile, dict);
  return spec;
}

} // namespace

extern "C" {
constinit Type molt_type_FileIO{fileSpec("FileIO")};
constinit Type molt_type_BufferedReader{fileSpec("BufferedReader")};
constinit Type molt_type_BufferedWriter{fileSpec("BufferedWriter")};
constinit Type molt_type_BufferedRandom{fileSpec("BufferedRandom")};
}

} // namespace molt
