// OSError: the subclass follows from errno, and the text names the file.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/exception_slots.h"

#include <cerrno>
#include <cstring>

namespace molt {

#define FIELD(name, field)                                                                         \
  { name, offsetof(layout::OSError, field), MemberKind::kObjectOrNone, nullptr, true }
const MemberDef kOSErrorMembers[] = {FIELD("errno", number), FIELD("strerror", text), FIELD("filename", filename),
                                     FIELD("filename2", filename2), {nullptr, 0, {}}};

namespace {

layout::OSError *asOSError(Borrowed<> self) { return static_cast<layout::OSError *>(asException(self)); }

// Whether __new__ leaves the fields to OSError.__init__: in subclasses that define __init__ only, which
// then decides what it hands on.
bool initFillsFields(const Type *type) { return type->init != osErrorInit && type->newInstance == osErrorNew; }

Result<void> fillFields(Borrowed<> self, const Value *arguments, uint64_t count) {
  layout::OSError *exception = asOSError(self);
  Owned<Tuple> args = makeTuple(arguments, count);
  if (count >= 2 && count <= 5) {
    setField(exception->number, Borrowed<>(arguments[0]));
    setField(exception->text, Borrowed<>(arguments[1]));
    // A number as third argument of BlockingIOError counts the characters that were written.
    bool isCount = count >= 3 && isInstance(self, BlockingIOError) && isInt(Borrowed<>(arguments[2]));
    if (isCount) {
      setField(exception->written, Borrowed<>(arguments[2]));
    } else if (count >= 3 && !isNone(Borrowed<>(arguments[2]))) {
      setField(exception->filename, Borrowed<>(arguments[2]));
      if (count == 5 && !isNone(Borrowed<>(arguments[4])))
        setField(exception->filename2, Borrowed<>(arguments[4]));
      args = makeTuple(arguments, 2);
    }
  }
  setArgs(exception, args);
  return {};
}

} // namespace

// Error numbers are Linux's on every target: a program prints the same wherever it runs.
namespace {
enum LinuxErrno {
  kEPERM = 1, kENOENT = 2, kESRCH = 3, kEINTR = 4, kECHILD = 10, kEAGAIN = 11, kEACCES = 13, kEEXIST = 17,
  kENOTDIR = 20, kEISDIR = 21, kEPIPE = 32, kECONNABORTED = 103, kECONNRESET = 104, kESHUTDOWN = 108,
  kETIMEDOUT = 110, kECONNREFUSED = 111, kEALREADY = 114, kEINPROGRESS = 115,
};

#ifdef __wasm__
int linuxErrno(int number) {
  static constexpr struct {
    int wasi, linux;
  } kNumbers[] = {
      {EPERM, 1},       {ENOENT, 2},         {ESRCH, 3},        {EINTR, 4},       {EIO, 5},          {ENXIO, 6},
      {E2BIG, 7},       {ENOEXEC, 8},        {EBADF, 9},        {ECHILD, 10},     {EAGAIN, 11},      {ENOMEM, 12},
      {EACCES, 13},     {EFAULT, 14},        {EBUSY, 16},       {EEXIST, 17},     {EXDEV, 18},       {ENODEV, 19},
      {ENOTDIR, 20},    {EISDIR, 21},        {EINVAL, 22},      {ENFILE, 23},     {EMFILE, 24},      {ENOTTY, 25},
      {EFBIG, 27},      {ENOSPC, 28},        {ESPIPE, 29},      {EROFS, 30},      {EMLINK, 31},      {EPIPE, 32},
      {EDOM, 33},       {ERANGE, 34},        {EDEADLK, 35},     {ENAMETOOLONG, 36}, {ENOSYS, 38},    {ENOTEMPTY, 39},
      {ELOOP, 40},      {EILSEQ, 84},        {EOVERFLOW, 75},   {ENOTSOCK, 88},   {EADDRINUSE, 98},  {ECONNABORTED, 103},
      {ECONNRESET, 104}, {ENOBUFS, 105},     {EISCONN, 106},    {ENOTCONN, 107},  {ETIMEDOUT, 110},  {ECONNREFUSED, 111},
      {EALREADY, 114},  {EINPROGRESS, 115},  {ENOTCAPABLE, 1},
  };
  for (auto &pair : kNumbers)
    if (pair.wasi == number)
      return pair.linux;
  return number;
}
#else
int linuxErrno(int number) { return number; }
#endif
} // namespace

Type &typeOfErrno(int number) {
  switch (number) {
  case kEAGAIN: case kEALREADY: case kEINPROGRESS: return BlockingIOError;
  case kEPIPE: case kESHUTDOWN: return BrokenPipeError;
  case kECHILD: return ChildProcessError;
  case kECONNABORTED: return ConnectionAbortedError;
  case kECONNREFUSED: return ConnectionRefusedError;
  case kECONNRESET: return ConnectionResetError;
  case kEEXIST: return FileExistsError;
  case kENOENT: return FileNotFoundError;
  case kEISDIR: return IsADirectoryError;
  case kENOTDIR: return NotADirectoryError;
  case kEINTR: return InterruptedError;
  case kEACCES: case kEPERM: return PermissionError;
  case kESRCH: return ProcessLookupError;
  case kETIMEDOUT: return TimeoutError;
  }
  return OSError;
}

Result<Owned<>> osErrorNew(Borrowed<Type> type, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  bool later = initFillsFields(type.get());
  if (!later && names && names->length)
    return raise(TypeError, "%N() takes no keyword arguments", type.get());
  int64_t number;
  if (!later && count >= 2 && count <= 5 && type.get() == &OSError && isInt(Borrowed<>(arguments[0])) &&
      intToInt64(Borrowed<>(arguments[0]), &number) && number == static_cast<int>(number))
    type = Borrowed<Type>(&typeOfErrno(static_cast<int>(number)));
  Object *self = allocateObject(type.get(), type->size, 0);
  Owned<> exception = Owned<>::steal(Value::fromObject(self));
  setArgs(asException(exception), emptyTuple());
  if (!later)
    TRY(fillFields(exception, arguments, count));
  return exception;
}

Result<void> osErrorInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  if (!initFillsFields(typeOf(self)))
    return {};
  if (names && names->length)
    return raise(TypeError, "%T() takes no keyword arguments", self);
  return fillFields(self, arguments, count);
}

Result<Owned<Str>> osErrorStr(Borrowed<> self) {
  layout::OSError *exception = asOSError(self);
  Borrowed<> number(exception->number), text(exception->text), filename(exception->filename),
      filename2(exception->filename2);
  Borrowed<> shownNumber = number ? number : none(), shownText = text ? text : none();
  if (filename && filename2)
    return formatStr("[Errno %S] %S: %R -> %R", shownNumber, shownText, filename, filename2);
  if (filename)
    return formatStr("[Errno %S] %S: %R", shownNumber, shownText, filename);
  if (number && text)
    return formatStr("[Errno %S] %S", number, text);
  return exceptionStr(self);
}

namespace {

Result<Owned<>> getWritten(Borrowed<> self) {
  Borrowed<> written(asOSError(self)->written);
  if (!written)
    return raiseAttributeError(self, "characters_written"_str, "characters_written");
  return Owned<>::retain(written);
}
Result<void> setWritten(Borrowed<> self, Borrowed<> value) {
  if (!value) {
    if (asOSError(self)->written.isNull())
      return raise(AttributeError, "characters_written");
    setField(asOSError(self)->written, {});
    return {};
  }
  Owned<> number = TRY(index_py(value));
  setField(asOSError(self)->written, number);
  return {};
}

// The arguments with the filename back in its place.
Result<Owned<>> reduceOSError(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>) {
  layout::OSError *exception = asOSError(self);
  Owned<Tuple> args = Owned<Tuple>::retain(argsOf(self));
  if (args->length == 2 && !exception->filename.isNull()) {
    const Value items[] = {args->items()[0], args->items()[1], exception->filename, none().value(),
                           exception->filename2};
    args = makeTuple(items, exception->filename2.isNull() ? 3 : 5);
  }
  return reduceTuple(self, args, filledDict(self));
}

} // namespace

const GetSetDef kOSErrorGetSets[] = {{"characters_written", getWritten, setWritten}, {nullptr, nullptr}};
const MethodDef kOSErrorMethods[] = {{"__reduce__", reduceOSError}, {nullptr, nullptr}};

Raised raiseErrno(int number, Borrowed<> filename) {
  Owned<> code = makeInt(linuxErrno(number));
  Owned<Str> text = makeStr(std::strerror(number));
  const Value arguments[] = {code.value(), text.value(), filename.value()};
  Result<Owned<>> made = osErrorNew(Borrowed<Type>(&OSError), arguments, filename ? 3 : 2, {});
  if (made.raised())
    return Raised{};
  Owned<> exception = made.take();
  return raiseInstance(exception);
}

} // namespace molt
