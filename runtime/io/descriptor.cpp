#include "runtime/core/containers.h"
#include "runtime/io/file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace molt {

Result<void> checkInterrupt_py() {
  Runtime &current = runtime();
  if (!current.interrupted)
    return {};
  current.endInterrupt();
  return raiseWith(KeyboardInterrupt, {});
}

extern "C" Result<void> molt_check_events_py() {
  runtime().wanted = 0;
  runtime().patience = kPatience;
  safePoint_py();
  return checkInterrupt_py();
}

Result<int64_t> readDescriptor_py(int descriptor, char *data, size_t size) {
  for (;;) {
    ssize_t count = read(descriptor, data, size);
    if (count >= 0)
      return static_cast<int64_t>(count);
    if (errno != EINTR)
      return raiseErrno(errno, {});
    TRY(checkInterrupt_py());
  }
}

Result<size_t> writeDescriptor_py(int descriptor, const char *data, size_t size) {
  for (;;) {
    ssize_t count = write(descriptor, data, size);
    if (count >= 0)
      return static_cast<size_t>(count);
    if (errno != EINTR)
      return raiseErrno(errno, {});
    TRY(checkInterrupt_py());
  }
}

Result<int> openDescriptor_py(Borrowed<Str> path, Borrowed<> shownName, const char *mode) {
  if (std::strlen(path->data()) != path->size)
    return raise(ValueError, "embedded null byte");
  bool plus = std::strchr(mode, '+');
  int flags = 0;
  if (std::strchr(mode, 'r'))
    flags = plus ? O_RDWR : O_RDONLY;
  else if (std::strchr(mode, 'w'))
    flags = (plus ? O_RDWR : O_WRONLY) | O_CREAT | O_TRUNC;
  else if (std::strchr(mode, 'a'))
    flags = (plus ? O_RDWR : O_WRONLY) | O_CREAT | O_APPEND;
  else
    flags = (plus ? O_RDWR : O_WRONLY) | O_CREAT | O_EXCL;
#ifdef O_CLOEXEC
  flags |= O_CLOEXEC;
#endif
  for (;;) {
    int descriptor = open(path->data(), flags, 0666);
    if (descriptor >= 0) {
      struct stat status;
      if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(descriptor);
        return raiseErrno(EISDIR, shownName);
      }
      if (std::strchr(mode, 'a'))
        lseek(descriptor, 0, SEEK_END);
      return descriptor;
    }
    if (errno != EINTR)
      return raiseErrno(errno, shownName);
    TRY(checkInterrupt_py());
  }
}

} // namespace molt
