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

llvm::Error writeFileAtomically(llvm::StringRef path, llvm::StringRef contents, bool executable) {
  namespace fs = llvm::sys::fs;
  fs::file_status status;
  if (!fs::status(path, status) && fs::exists(status) && !fs::is_regular_file(status)) {
    if (fs::is_directory(status))
      return cannotWrite(path, std::make_error_code(std::errc::is_a_directory));
    int file = ::open(path.str().c_str(), O_WRONLY | O_CLOEXEC);
    std::error_code code = file < 0 ? lastError() : writeAndClose(file, contents);
    return code ? cannotWrite(path, code) : llvm::Error::success();
  }
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
