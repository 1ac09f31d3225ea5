#include "compiler/driver/resources.h"
#include "compiler/driver/version.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <cstdlib>

namespace molt::driver {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

Resources Resources::find(const std::string &program) {
  Resources result;
  // The name serves where there is no /proc; the address is one inside of the executable.
  static int anchor;
  result.executable_ = fs::getMainExecutable(program.c_str(), &anchor);
  if (const char *named = getenv("MOLT_RESOURCES"); named && *named) {
    result.root_ = named;
    return result;
  }
  llvm::SmallString<256> root(path::parent_path(path::parent_path(result.executable_)));
  path::append(root, "lib", "molt");
  result.root_ = root.str();
  return result;
}

std::string Resources::targetLibraries(codegen::Target target, const std::string &flavour) const {
  std::string folder = root_ + "/" + codegen::targetFolder(target).str();
  return flavour.empty() ? folder : folder + "-" + flavour;
}

std::vector<std::string> Resources::pythonLibraries(PythonVersion version) const {
  return {root_ + "/stdlib", root_ + "/python/3." + std::to_string(version.minor)};
}

/// Size, time and inode: a rebuilt file differs in one of them, and reading it whole would take longer than a build.
static void addStamp(std::string &text, const std::string &file) {
  fs::file_status status;
  if (fs::status(file, status)) {
    text += file + " absent\n";
    return;
  }
  auto time = status.getLastModificationTime().time_since_epoch().count();
  text += file + " " + std::to_string(status.getSize()) + " " + std::to_string(time) + " " +
          std::to_string(status.getUniqueID().getFile()) + "\n";
}

std::string Resources::identity(codegen::Target target, const std::string &flavour) const {
  std::string text = std::string(kMoltVersion) + "\n";
  addStamp(text, executable_);
  for (const char *file : {"libmolt_runtime.a", "molt_start.o", "libc.a"})
    addStamp(text, targetLibraries(target, flavour) + "/" + file);
  return text;
}

} // namespace molt::driver
