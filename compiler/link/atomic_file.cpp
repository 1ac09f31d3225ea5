// Files that appear whole or not at all.
#include "compiler/link/link.h"

#include <llvm/ADT/ScopeExit.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace molt::link {

llvm::Error cannotWrite(llvm::StringRef path, std::error_code code) {
  std::string reason = code.message();
  if (!reason.empty())
    reason[0] = static_cast<char>(tolower(reason[0]));
  return llvm::createStringError(code, "cannot write '%s': %s", path.str().c_str(), reason.c_str());
}

static std::error_code lastError() { return {errno, std::generic_category()}; }

static std::error_code writeAll(int file, llvm::StringRef contents) {
  while (!contents.empty()) {
    ssize_t written = ::write(file, contents.data(), contents.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return lastError();
    contents = contents.drop_front(static_cast<size_t>(written));
  }
  return {};
}

static std::error_code writeAndClose(int file, llvm::StringRef contents) {
  std::error_code code = writeAll(file, contents);
  // Network file systems report a full disk at close.
  if (::close(file) != 0 && !code)
    code = lastError();
  return code;
}

bool isWrittenInPlace(llvm::StringRef path) {
  llvm::sys::fs::file_status status;
  // The standard output may be redirected to an ordinary file, which must not take the place of /dev/stdout.
  return path == kStandardOutput || (!llvm::sys::fs::status(path, status) && llvm::sys::fs::exists(status) &&
                                     !llvm::sys::fs::is_regular_file(status));
}

llvm::Error writeFileAtomically(llvm::StringRef path, llvm::StringRef contents, bool executable) {
  namespace fs = llvm::sys::fs;
  if (isWrittenInPlace(path)) {
    if (fs::is_directory(path))
      return cannotWrite(path, std::make_error_code(std::errc::is_a_directory));
    int file = path == kStandardOutput ? ::dup(STDOUT_FILENO) : ::open(path.str().c_str(), O_WRONLY | O_CLOEXEC);
    std::error_code code = file < 0 ? lastError() : writeAndClose(file, contents);
    return code ? cannotWrite(path, code) : llvm::Error::success();
  }
  // What a symbolic link leads to is replaced, not the link.
  llvm::SmallString<256> resolved;
  if (!fs::real_path(path, resolved))
    path = resolved;
  int file = -1;
  llvm::SmallString<256> temporary;
  unsigned mode = executable ? 0777 : 0666; // the umask takes its part
  if (std::error_code code =
          fs::createUniqueFile(path + ".%%%%%%.tmp", file, temporary, fs::OF_None, mode))
    return cannotWrite(path, code);
  llvm::scope_exit cleanup([&] { fs::remove(temporary); });
  if (std::error_code code = writeAndClose(file, contents))
    return cannotWrite(path, code);
  if (std::error_code code = fs::rename(temporary, path))
    return cannotWrite(path, code);
  cleanup.release();
  return llvm::Error::success();
}

} // namespace molt::link
