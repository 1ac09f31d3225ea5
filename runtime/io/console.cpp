// print(), input() and open(), and the standard files.
#include "runtime/core/heap_type.h"
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/console.gen.h"
#include "runtime/io/file.h"
#include "runtime/types/bytes.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cerrno>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

namespace molt {

// ---- State ------------------------------------------------------------------------------------------

IoState &ioState() {
  Runtime &current = runtime();
  if (!current.io)
    current.io = new (std::malloc(sizeof(IoState))) IoState;
  return *current.io;
}
void releaseIoState(Runtime &current) {
  if (!current.io)
    return;
  setField(current.io->unsupportedOperation, {});
  std::free(std::exchange(current.io, nullptr));
}

// io.UnsupportedOperation has two bases, so the runtime makes it at its first use.
Borrowed<Type> unsupportedOperationType() {
  Value &slot = ioState().unsupportedOperation;
  if (slot.isNull()) {
    slot = makePlainClass("UnsupportedOperation"_str, "io"_str, {&OSError, &ValueError}).intoValueUnmarked();
  }
  return Borrowed<Type>(slot);
}

Raised raiseUnsupported(const char *text) {
  Owned<Str> message = makeStr(text);
  Result<Owned<>> made = makeException(*unsupportedOperationType(), {message});
  if (made.raised())
    return Raised{};
  return raiseInstance(made.take());
}

// ---- The standard files -----------------------------------------------------------------------------

Owned<> makeStandardFile(int descriptor) {
  struct stat status;
  if (fstat(descriptor, &status) != 0)
    return ownedNone();
  static constexpr const char *kNames[] = {"<stdin>", "<stdout>", "<stderr>"};
  Owned<Str> name = makeStr(kNames[descriptor]);
  const char *mode = descriptor == 0 ? "r" : "w";
  Owned<BinaryFile> buffer = makeBinaryFile(descriptor, name, mode, true, false);
  TextOptions options;
  options.newline = descriptor == 0 ? Newline::kUniversal : Newline::kLf;
  options.errors = descriptor == 0 ? "surrogateescape"_str : descriptor == 2 ? "backslashreplace"_str : "strict"_str;
  options.lineBuffered = descriptor == 2 || isatty(descriptor) == 1;
  return makeTextFile(buffer, options, mode);
}

Borrowed<> standardFile(Borrowed<Str> name) {
  if (!runtime().modules)
    return {};
  Borrowed<> sys = dictFindName(Borrowed<Dict>(runtime().modules.get()), "sys"_str);
  if (!sys || !isExactly(sys, molt_type_module))
    return {};
  Borrowed<> file = dictFindName(Borrowed<Dict>(sys.as<Module>()->dict.get()), name);
  return file && !isNone(file) ? file : Borrowed<>();
}

Result<void> writeToFile_py(Borrowed<> file, Borrowed<Str> text) {
  if (isTextFile(file))
    return textWrite_py(file.as<TextFile>(), text);
  Owned<> kept = Owned<>::retain(file);
  Owned<> result = TRY(callMethod_py(kept, "write"_str, {text}));
  return {};
}

Result<void> flushFile_py(Borrowed<> file) {
  if (isTextFile(file))
    return textFlush_py(file.as<TextFile>());
  Owned<> kept = Owned<>::retain(file);
  Owned<> result = TRY(callMethod_py(kept, "flush"_str, {}));
  return {};
}

void writeToStderr_py(const char *text, size_t size) {
  PendingSaver saver;
  Borrowed<> file = standardFile("stderr"_str);
  if (!file) {
    // Before sys exists, or after it is gone.
    while (size) {
      ssize_t count = write(2, text, size);
      if (count <= 0)
        return;
      text += count;
      size -= static_cast<size_t>(count);
    }
    return;
  }
  Owned<> kept = Owned<>::retain(file);
  Owned<Str> string = makeStr(text, size);
  if (writeToFile_py(kept, string).raised() || flushFile_py(kept).raised())
    clearPending();
}

// ---- print() ----------------------------------------------------------------------------------------

namespace {

// The text that separates or ends: null for the default.
Result<Borrowed<Str>> separatorOf(Borrowed<> value, const char *name) {
  if (isNone(value))
    return Borrowed<Str>();
  if (!isStr(value))
    return raise(TypeError, "%s must be None or a string, not %T", name, value);
  return value.as<Str>();
}

Result<void> printOne_py(Borrowed<> file, Borrowed<> value) {
  if (isExactly(value, molt_type_str))
    return writeToFile_py(file, value.as<Str>());
  Owned<Str> text = TRY(str_py(value));
  return writeToFile_py(file, text);
}

} // namespace

Result<void> console_print(Borrowed<Tuple> args, Borrowed<> sep, Borrowed<> end, Borrowed<> file, bool flush) {
  Owned<> target = Owned<>::retain(file);
  if (isNone(file)) {
    Borrowed<> sys = dictFindName(Borrowed<Dict>(runtime().modules.get()), "sys"_str);
    Borrowed<> found = sys && isExactly(sys, molt_type_module)
                           ? dictFindName(Borrowed<Dict>(sys.as<Module>()->dict.get()), "stdout"_str)
                           : Borrowed<>();
    if (!found)
      return raise(RuntimeError, "lost sys.stdout");
    if (isNone(found))
      return {};
    target = Owned<>::retain(found);
  }
  Borrowed<Str> between = TRY(separatorOf(sep, "sep"));
  Borrowed<Str> last = TRY(separatorOf(end, "end"));
  for (uint64_t i = 0; i < args->length; ++i) {
    if (i)
      TRY(writeToFile_py(target, between ? between : " "_str));
    TRY(printOne_py(target, Borrowed<>(args->items()[i])));
  }
  TRY(writeToFile_py(target, last ? last : "\n"_str));
  if (flush)
    TRY(flushFile_py(target));
  return {};
}

// ---- input() ----------------------------------------------------------------------------------------

Result<Owned<>> console_input(Borrowed<> prompt) {
  Borrowed<> in = standardFile("stdin"_str), out = standardFile("stdout"_str), err = standardFile("stderr"_str);
  if (!in)
    return raise(RuntimeError, "input(): lost sys.stdin");
  if (!out)
    return raise(RuntimeError, "input(): lost sys.stdout");
  if (!err)
    return raise(RuntimeError, "input(): lost sys.stderr");
  Owned<> source = Owned<>::retain(in), target = Owned<>::retain(out), errors = Owned<>::retain(err);
  if (flushFile_py(errors).raised())
    clearPending();
  if (prompt)
    TRY(printOne_py(target, prompt));
  TRY(flushFile_py(target));
  Owned<> line;
  if (isTextFile(source))
    line = TRY(textReadLine_py(source.borrow().as<TextFile>(), -1));
  else
    line = TRY(callMethod_py(source, "readline"_str, {}));
  if (!isStr(line))
    return raise(TypeError, "object.readline() returned non-string");
  Borrowed<Str> text = line.borrow().as<Str>();
  if (!text->size)
    return raise(EOFError, "EOF when reading a line");
  if (text->data()[text->size - 1] != '\n')
    return line;
  return Owned<>(makeStr(text->data(), text->size - 1));
}

// ---- open() -----------------------------------------------------------------------------------------

namespace {

struct OpenMode {
  char kind = 0; // r, w, a or x
  bool plus = false, binary = false, text = false;
};

Result<OpenMode> parseMode(Borrowed<Str> mode) {
  OpenMode parsed;
  unsigned kinds = 0;
  for (uint64_t i = 0; i < mode->size; ++i) {
    char c = mode->data()[i];
    bool known = std::strchr("rwaxbt+", c) && !std::memchr(mode->data(), c, i);
    if (!known)
      return raise(ValueError, "invalid mode: %R", mode);
    if (c == '+')
      parsed.plus = true;
    else if (c == 'b')
      parsed.binary = true;
    else if (c == 't')
      parsed.text = true;
    else {
      parsed.kind = c;
      ++kinds;
    }
  }
  if (parsed.text && parsed.binary)
    return raise(ValueError, "can't have text and binary mode at once");
  if (kinds != 1)
    return raise(ValueError, kinds || parsed.plus
                                 ? "must have exactly one of create/read/write/append mode"
                                 : "Must have exactly one of create/read/write/append mode and at most one plus");
  return parsed;
}

// The path as text: str, bytes, or what __fspath__ gives.
Result<Owned<Str>> pathText_py(Borrowed<> file) {
  if (isStr(file))
    return Owned<Str>::retain(file.as<Str>());
  if (isBytes(file))
    return decodeBytes_py(file.as<Bytes>()->data(), file.as<Bytes>()->size, "utf-8", "surrogateescape", file);
  bool found = false;
  Result<Owned<>> path = callSpecial_py(file, "__fspath__"_str, {}, &found);
  if (!found && !path.raised())
    return raise(TypeError, "expected str, bytes or os.PathLike object, not %T", file);
  if (!found && !isPending())
    return raise(TypeError, "expected str, bytes or os.PathLike object, not %T", file);
  Owned<> made = TRY(std::move(path));
  if (isStr(made) || isBytes(made))
    return pathText_py(made);
  return raise(TypeError, "expected %T.__fspath__() to return str or bytes, not %T", file, made);
}

// The bytes that the system call gets: surrogates from surrogateescape become bytes again.
Result<Owned<Str>> systemPath_py(Borrowed<Str> path) {
  Owned<Bytes> bytes = TRY(encodeStr_py(path, "utf-8", "surrogateescape"));
  return makeStr(bytes->data(), bytes->size);
}

Result<Owned<BinaryFile>> openBinary_py(Borrowed<> file, const OpenMode &mode, int64_t buffering, bool closefd,
                                        Borrowed<> opener) {
  char text[4] = {mode.kind, 0, 0, 0};
  if (mode.plus)
    text[1] = '+';
  int descriptor;
  if (isInt(file)) {
    int64_t number = TRY(indexToInt64_py(file));
    if (number < 0)
      return raise(ValueError, "negative file descriptor");
    struct stat status;
    descriptor = static_cast<int>(number);
    if (fstat(descriptor, &status) != 0)
      return raiseErrno(errno, {});
  } else {
    if (!closefd)
      return raise(ValueError, "Cannot use closefd=False with file name");
    Owned<Str> path = TRY(pathText_py(file));
    if (!isNone(opener)) {
      Owned<> flags = makeInt(0);
      Owned<> made = TRY(call_py(opener, {file, flags}));
      int64_t number = TRY(indexToInt64_py(made));
      descriptor = static_cast<int>(number);
    } else {
      Owned<Str> system = TRY(systemPath_py(path));
      descriptor = TRY(openDescriptor_py(system, file, text));
    }
  }
  runtime().mayShowEnds = true;
  Owned<BinaryFile> made = makeBinaryFile(descriptor, file, text, buffering != 0, closefd);
  return made;
}

} // namespace

Result<Owned<>> console_open(Borrowed<> file, Borrowed<Str> mode, int32_t buffering, Borrowed<Str> encoding,
                             Borrowed<Str> errors, Borrowed<Str> newline, bool closefd, Borrowed<> opener) {
  OpenMode parsed = TRY(parseMode(mode));
  if (parsed.binary && encoding)
    return raise(ValueError, "binary mode doesn't take an encoding argument");
  if (parsed.binary && errors)
    return raise(ValueError, "binary mode doesn't take an errors argument");
  if (parsed.binary && newline)
    return raise(ValueError, "binary mode doesn't take a newline argument");
  Newline kind = TRY(newlineOf_py(newline));
  if (buffering < -1)
    return raise(ValueError, "invalid buffering size");
  if (buffering == 0 && !parsed.binary)
    return raise(ValueError, "can't have unbuffered text I/O");
  if (encoding && std::strlen(encoding->data()) == encoding->size) {
    // An unknown encoding is refused before the file is touched.
    Owned<Bytes> probe = TRY(encodeStr_py(""_str, encoding->data(), "strict"));
  }
  Owned<BinaryFile> binary = TRY(openBinary_py(file, parsed, buffering, closefd, opener));
  if (parsed.binary)
    return Owned<>(std::move(binary));
  TextOptions options;
  options.encoding = encoding && !strEqual(encoding, "locale") ? encoding : "UTF-8"_str;
  options.errors = errors;
  options.newline = kind;
  options.lineBuffered = buffering == 1 || (buffering < 0 && isatty(binary->descriptor) == 1);
  Owned<TextFile> text = makeTextFile(binary, options, nullptr);
  setField(text->mode, mode);
  return Owned<>(std::move(text));
}

} // namespace molt
