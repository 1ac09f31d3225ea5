#include "compiler/driver/module_finder.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/FileSystem.h>

namespace molt {

namespace fs = llvm::sys::fs;

static bool isBuiltinModule(std::string_view name) {
#define NATIVE_MODULE(module)                                                                                          \
  if (name == #module)                                                                                                 \
    return true;
#define NATIVE_EXTENSION(module)
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION
  return false;
}

static bool isNativeExtension(std::string_view name) {
#define NATIVE_MODULE(module)
#define NATIVE_EXTENSION(module)                                                                                       \
  if (name == #module)                                                                                                 \
    return true;
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION
  return false;
}

bool isNativeModule(std::string_view name) { return isBuiltinModule(name) || isNativeExtension(name); }

ModuleFinder::ModuleFinder(std::string programFolder, std::vector<std::string> libraryPaths)
    : programFolder_(std::move(programFolder)), libraryPaths_(std::move(libraryPaths)) {}

bool ModuleFinder::absent(const std::string &path) {
  if (!inLibrary_)
    absent_.insert(path);
  return false;
}

bool ModuleFinder::isFile(const std::string &path) {
  return (fs::exists(path) && !fs::is_directory(path)) || absent(path);
}

bool ModuleFinder::isFolder(const std::string &path) { return fs::is_directory(path) || absent(path); }

// A folder with an __init__.py comes before a file of the same name, and either before a folder without one.
std::optional<FoundModule> ModuleFinder::findInFolder(const std::string &folder, std::string_view name) {
  std::string base = folder.empty() ? std::string(name) : folder + "/" + std::string(name);
  FoundModule found;
  bool hasFolder = isFolder(base);
  if (hasFolder && isFile(base + "/__init__.py")) {
    found.path = base + "/__init__.py";
    found.folder = base;
    found.isPackage = true;
    return found;
  }
  if (isFile(base + ".py")) {
    found.path = base + ".py";
    return found;
  }
  if (!hasFolder)
    return std::nullopt;
  found.kind = FoundModule::Kind::Namespace;
  found.path = found.folder = base;
  found.isPackage = true;
  return found;
}

static FoundModule nativeModule() {
  FoundModule found;
  found.kind = FoundModule::Kind::Native;
  return found;
}

std::optional<FoundModule> ModuleFinder::findTop(std::string_view name) {
  if (isBuiltinModule(name))
    return nativeModule();
  std::optional<FoundModule> namespacePackage;
  if (auto found = findInFolder(programFolder_, name)) {
    if (found->kind != FoundModule::Kind::Namespace)
      return found;
    namespacePackage = found;
  }
  if (isNativeExtension(name))
    return nativeModule();
  for (const std::string &library : libraryPaths_) {
    inLibrary_ = true;
    auto found = findInFolder(library, name);
    inLibrary_ = false;
    // The library has no namespace packages.
    if (found && found->kind != FoundModule::Kind::Namespace) {
      found->isLibrary = true;
      return found;
    }
  }
  return namespacePackage;
}

std::optional<FoundModule> ModuleFinder::findIn(const FoundModule &package, std::string_view name) {
  if (!package.isPackage)
    return std::nullopt;
  inLibrary_ = package.isLibrary;
  auto found = findInFolder(package.folder, name);
  inLibrary_ = false;
  if (found)
    found->isLibrary = package.isLibrary;
  return found;
}

} // namespace molt
