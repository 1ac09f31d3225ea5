// File objects: bytes over a descriptor (FileIO, BufferedReader, BufferedWriter, BufferedRandom: one
// C++ struct), and text over such a file (TextIOWrapper). The same code serves Linux and WASI.
//
// Buffering is CPython's, because a program can see it: a text file collects up to a chunk of encoded
// text before it hands it to its binary file, and that one collects up to a buffer before it writes.
#pragma once

#include "runtime/core/errors.h"
#include "runtime/io/byte_buffer.h"

namespace molt {

struct BinaryFile : Object {
  Value dict;
  Value name, mode; // as Python sees them
  int32_t descriptor; // -1: closed
  bool readable, writable, appending, closesDescriptor, buffered, closed;
  uint32_t bufferSize;
  ByteBuffer input;   // read from the descriptor, not consumed yet: from `consumed` on
  size_t consumed;
  ByteBuffer output;  // not written yet
};

enum class Newline : uint8_t { kUniversal, kKeep, kLf, kCr, kCrLf }; // newline=None, '', '\n', ...
enum class Encoding : uint8_t { kUtf8, kLatin1, kAscii, kOther };

struct TextFile : Object {
  Value dict;
  Value buffer; // a BinaryFile; null: detached
  Value mode;   // str, or null
  Value encodingName, errorsName; // str
  Encoding encoding;
  Newline newline;
  bool strict; // errors='strict'
  bool lineBuffered, writeThrough, closed, telling, seenCr;
  uint8_t newlinesSeen; // bits: \n, \r, \r\n
  ByteBuffer pending;  // encoded, not handed over yet
  ByteBuffer decoded;  // text as str holds it, after newline translation; from `used` on not consumed
  size_t used;
  ByteBuffer raw;      // the bytes that `decoded` was made from
  ByteBuffer tail;     // bytes of an unfinished character
};

extern "C" {
extern Type molt_type_FileIO, molt_type_BufferedReader, molt_type_BufferedWriter, molt_type_BufferedRandom,
    molt_type_TextIOWrapper;
}

inline bool isTextFile(Borrowed<> value) { return isExactly(value, molt_type_TextIOWrapper); }
bool isBinaryFile(Borrowed<> value);

// ---- Descriptors (descriptor.cpp): each retries when a signal interrupts, and raises OSError ---------
Result<int64_t> readDescriptor_py(int descriptor, char *data, size_t size);
Result<size_t> writeDescriptor_py(int descriptor, const char *data, size_t size); // at least one byte
// Raises KeyboardInterrupt when Ctrl-C has come.
Result<void> checkInterrupt_py();
// open(2) by a mode such as "r+b"; OSError names the file.
Result<int> openDescriptor_py(Borrowed<Str> path, Borrowed<> shownName, const char *mode);

// ---- Binary files ----------------------------------------------------------------------------------
Owned<BinaryFile> makeBinaryFile(int descriptor, Borrowed<> name, const char *mode, bool buffered,
                                 bool closesDescriptor);
Result<void> binaryWrite_py(Borrowed<BinaryFile> file, const char *data, size_t size);
Result<void> binaryFlush_py(Borrowed<BinaryFile> file);
// Appends up to `size` bytes with one read; 0 at the end.
Result<size_t> binaryReadChunk_py(Borrowed<BinaryFile> file, ByteBuffer &out, size_t size);
Result<void> binaryReadAll_py(Borrowed<BinaryFile> file, ByteBuffer &out);
Result<int64_t> binarySeek_py(Borrowed<BinaryFile> file, int64_t offset, int whence);
Result<int64_t> binaryTell_py(Borrowed<BinaryFile> file);
Result<void> binaryClose_py(Borrowed<BinaryFile> file);

// ---- Text files ------------------------------------------------------------------------------------
struct TextOptions {
  Borrowed<Str> encoding; // null: utf-8
  Borrowed<Str> errors;   // null: strict
  Newline newline = Newline::kUniversal;
  bool lineBuffered = false;
  bool writeThrough = false;
};
Owned<TextFile> makeTextFile(Borrowed<BinaryFile> buffer, const TextOptions &options, const char *mode);
Result<void> textWrite_py(Borrowed<TextFile> file, Borrowed<Str> text);
Result<void> textFlush_py(Borrowed<TextFile> file);
// A line with its end; empty at the file's end. limit < 0: none.
Result<Owned<Str>> textReadLine_py(Borrowed<TextFile> file, int64_t limit);
Result<void> textClose_py(Borrowed<TextFile> file);

// The meaning of open()'s newline argument; null is None.
Result<Newline> newlineOf_py(Borrowed<> newline);

// io.UnsupportedOperation(text)
Raised raiseUnsupported(const char *text);
Borrowed<Type> unsupportedOperationType();

// ---- The standard files ----------------------------------------------------------------------------
struct IoState {
  Value unsupportedOperation; // the type; null until used
};
IoState &ioState();
void releaseIoState(Runtime &runtime);
// sys.stdin, sys.stdout and sys.stderr for the descriptors 0, 1 and 2; None when one is closed.
Owned<> makeStandardFile(int descriptor);

// sys.stdout and the like as they are now, or null (absent or None).
Borrowed<> standardFile(Borrowed<Str> name);
// file.write(text) of any object.
Result<void> writeToFile_py(Borrowed<> file, Borrowed<Str> text);
Result<void> flushFile_py(Borrowed<> file);
// Writes to sys.stderr, whatever it is now; what goes wrong is dropped.
void writeToStderr_py(const char *text, size_t size);

} // namespace molt
